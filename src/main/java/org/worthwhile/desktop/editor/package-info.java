/** A proposal filled in, table by table. */
@NullMarked
package org.worthwhile.desktop.editor;

import org.jspecify.annotations.NullMarked;
