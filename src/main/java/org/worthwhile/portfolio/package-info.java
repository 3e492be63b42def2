/** Choosing among appraised proposals within a budget. Pure functions. */
@NullMarked
package org.worthwhile.portfolio;

import org.jspecify.annotations.NullMarked;
