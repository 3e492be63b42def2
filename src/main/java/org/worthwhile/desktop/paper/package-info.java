/** A paper of the report model, shown on the screen. */
@NullMarked
package org.worthwhile.desktop.paper;

import org.jspecify.annotations.NullMarked;
