package org.worthwhile.exchange.packs;

import java.util.List;

/**
 * Where the tables of a mapping are in a file.
 *
 * @param rows the header of each, in the order of the sheets; one at least
 * @param others sheets without one
 */
record TableHeaders(List<HeaderRow> rows, List<UnreadCell> others) {

    TableHeaders {
        rows = List.copyOf(rows);
        others = List.copyOf(others);
    }
}
