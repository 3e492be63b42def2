/** The design that rests on a weighted mixture of untreated units. */
@NullMarked
package org.worthwhile.attribution.synthetic;

import org.jspecify.annotations.NullMarked;
