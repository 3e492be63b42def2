/** The design that rests on units with and without treatment, made alike by their covariates. */
@NullMarked
package org.worthwhile.attribution.observational;

import org.jspecify.annotations.NullMarked;
