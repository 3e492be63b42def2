/** Difference-in-differences: group-time effects and their aggregates, and two-way fixed effects. */
@NullMarked
package org.worthwhile.attribution.did;

import org.jspecify.annotations.NullMarked;
