package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** What the schema cannot say: that the second half of 2026/27 must follow its first. */
final class YearLabels {

    /** Fields that hold a year. */
    private static final Set<String> YEARS =
            Set.of("baseYear", "priceYear", "firstYear", "from", "to", "start", "cashableFrom", "by");

    /** Objects whose fields are named by years. */
    private static final Set<String> BY_YEAR = Set.of("schedule", "growth", "byYear");

    private YearLabels() {}

    /**
     * Checks every financial year in a proposal or a pack that fits the schema.
     *
     * @throws InvalidInput with every one that does not
     */
    static void require(SourceText text) {
        List<Problem> problems = new ArrayList<>();
        collectBadYears(text.tree(), "", text, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static void collectBadYears(JsonNode node, String pointer, SourceText text, List<Problem> problems) {
        node.propertyStream().forEach(field -> {
            String inner = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            boolean isYear = YEARS.contains(field.getKey());
            if (BY_YEAR.contains(field.getKey())) {
                field.getValue()
                        .propertyStream()
                        .forEach(entry -> checkYear(
                                entry.getKey(),
                                text.place(inner + "/" + entry.getKey().replace("/", "~1")),
                                problems));
            } else if (isYear && field.getValue().isString()) {
                checkYear(field.getValue().asString(), text.place(inner), problems);
            }
            collectBadYears(field.getValue(), inner, text, problems);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectBadYears(node.get(i), pointer + "/" + i, text, problems);
        }
    }

    private static void checkYear(String label, Place place, List<Problem> problems) {
        if (!FinancialYear.isLabel(label)) {
            String meant = new FinancialYear(Integer.parseInt(label.substring(0, 4))).label();
            problems.add(new Problem(
                    place, "'" + label + "' does not run over two consecutive years", "did you mean '" + meant + "'?"));
        }
    }
}
