/** The design that rests on a jump in the outcome at a cutoff of a running variable. */
@NullMarked
package org.worthwhile.attribution.discontinuity;

import org.jspecify.annotations.NullMarked;
