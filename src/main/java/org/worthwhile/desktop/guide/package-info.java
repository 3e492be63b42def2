/** The analyst's guide, shown as the client's help. */
@NullMarked
package org.worthwhile.desktop.guide;

import org.jspecify.annotations.NullMarked;
