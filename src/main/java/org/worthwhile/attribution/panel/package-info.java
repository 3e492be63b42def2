/** Panel regression: least squares with any number of fixed effects. */
@NullMarked
package org.worthwhile.attribution.panel;

import org.jspecify.annotations.NullMarked;
