/** What the designs share: least squares, fixed effects, covariance estimators and their distributions. */
@NullMarked
package org.worthwhile.attribution.estimation;

import org.jspecify.annotations.NullMarked;
