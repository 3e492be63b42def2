package org.worthwhile.attribution.coverage;

import java.util.List;
import java.util.Optional;

/** A table as it was written before, whose rows stand until their settings are worked out again. */
record EarlierTable(List<String> lines) {

    static final String NOT_YET = "not yet";

    EarlierTable {
        lines = List.copyOf(lines);
    }

    /** The row of a setting; empty where it has none or was not worked out. */
    Optional<String> row(Setting setting) {
        return under(setting.method().title(), "| " + CoverageTable.name(setting) + " |")
                .filter(row -> !row.contains("| " + NOT_YET + " |"));
    }

    /** What is listed of a setting under a heading. */
    Optional<String> listed(String heading, Setting setting) {
        return under(heading, CoverageTable.listed(setting));
    }

    private Optional<String> under(String heading, String start) {
        return lines.stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith(start))
                .findFirst();
    }
}
