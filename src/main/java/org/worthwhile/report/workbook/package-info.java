/**
 * The appraisal workbook: inputs, factors, a calculation sheet for each option with a row a line and a column a year,
 * and results, joined by formulas so that a changed input moves every result.
 */
@NullMarked
package org.worthwhile.report.workbook;

import org.jspecify.annotations.NullMarked;
