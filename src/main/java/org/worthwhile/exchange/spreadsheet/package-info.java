/** Proposals made of somebody's own cost-benefit workbook, by a mapping that says what stands where. */
@NullMarked
package org.worthwhile.exchange.spreadsheet;

import org.jspecify.annotations.NullMarked;
