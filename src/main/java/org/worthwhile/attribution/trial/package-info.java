/** The design that rests on units treated and not by chance. */
@NullMarked
package org.worthwhile.attribution.trial;

import org.jspecify.annotations.NullMarked;
