/** How findings hold where the treated and their controls would not have moved in parallel. */
@NullMarked
package org.worthwhile.attribution.trends;

import org.jspecify.annotations.NullMarked;
