package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** The years of a proposal that may still be unfinished. */
final class Years {

    private static final int MOST = 300;

    private Years() {}

    /** A year's label as part of a pointer. */
    static String escaped(String label) {
        return label.replace("/", "~1");
    }

    /** The labels of the appraisal period; none while its first year is not known. */
    static List<String> of(JsonNode proposal) {
        JsonNode settings = proposal.path("appraisal");
        String base = settings.path("baseYear").asString("");
        int years = Math.clamp(settings.path("years").asInt(0), 0, MOST);
        return FinancialYear.isLabel(base)
                ? IntStream.range(0, years)
                        .mapToObj(t -> FinancialYear.of(base).plus(t).label())
                        .toList()
                : List.of();
    }
}
