/** Pictures of results, for papers and screens. */
@NullMarked
package org.worthwhile.report.chart;

import org.jspecify.annotations.NullMarked;
