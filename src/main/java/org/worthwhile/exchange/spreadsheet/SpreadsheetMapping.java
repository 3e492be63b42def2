package org.worthwhile.exchange.spreadsheet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands where in a workbook, and what the workbook does not say.
 *
 * @param file that it was read from
 * @param proposal the fields of the proposal besides its options
 * @param years how years are meant
 * @param accepted what is known to be as it is
 */
record SpreadsheetMapping(
        String file, ObjectNode proposal, YearStyle years, List<Choice> options, List<Acceptance> accepted) {

    SpreadsheetMapping {
        options = List.copyOf(options);
        accepted = List.copyOf(accepted);
    }

    /**
     * An option of the proposal.
     *
     * @param at the JSON pointer of the option in the mapping
     * @param role as a proposal names it
     */
    record Choice(String at, String id, String title, String role, List<Block> blocks, Sums sums) {

        Choice {
            blocks = List.copyOf(blocks);
        }
    }

    /** Cells with the sums of an option: its costs, its benefits, benefits less costs, and its net present value. */
    record Sums(
            Optional<SheetRange> costs,
            Optional<SheetRange> benefits,
            Optional<SheetRange> net,
            Optional<SheetRange> npv) {

        List<SheetRange> ranges() {
            return Stream.of(costs, benefits, net, npv)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /**
     * A finding that is known.
     *
     * @param within the most by which a total may differ, in the workbook's unit
     */
    record Acceptance(SheetRange cells, OptionalDouble within, String why) {}
}
