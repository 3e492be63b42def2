package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** What the schema cannot say: that the second half of 2026/27 must follow its first. */
final class YearLabels {

    /** Fields that hold a year; what is named by one shows it by its name. */
    private static final Set<String> YEARS = Set.of(
            "baseYear",
            "priceYear",
            "firstYear",
            "yearZero",
            "from",
            "to",
            "start",
            "cashableFrom",
            "by",
            "year",
            "until",
            "due",
            "provisionalFrom");

    private static final Pattern TWO_YEARS = Pattern.compile("[12]\\d{3}/\\d{2}");

    private YearLabels() {}

    /**
     * Checks every financial year in a proposal or a pack that fits the schema.
     *
     * @throws InvalidInput with every one that does not
     */
    static void require(SourceText text) {
        List<Problem> problems = Misfit.problems(misfits(text));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Every one that does not run over two consecutive years. */
    static List<Misfit> misfits(SourceText text) {
        List<Misfit> misfits = new ArrayList<>();
        collectBadYears(text.tree(), "", text, misfits);
        return misfits;
    }

    private static void collectBadYears(JsonNode node, String pointer, SourceText text, List<Misfit> misfits) {
        node.propertyStream().forEach(field -> {
            String inner = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            boolean isYear = YEARS.contains(field.getKey());
            checkYear(field.getKey(), inner, text, misfits);
            if (isYear && field.getValue().isString()) {
                checkYear(field.getValue().asString(), inner, text, misfits);
            }
            collectBadYears(field.getValue(), inner, text, misfits);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectBadYears(node.get(i), pointer + "/" + i, text, misfits);
        }
    }

    /** A text that is not a year at all is the schema's to tell. */
    private static void checkYear(String label, String pointer, SourceText text, List<Misfit> misfits) {
        if (TWO_YEARS.matcher(label).matches() && !FinancialYear.isLabel(label)) {
            String meant = new FinancialYear(Integer.parseInt(label.substring(0, 4))).label();
            misfits.add(new Misfit(
                    pointer,
                    new Problem(
                            text.place(pointer),
                            "'" + label + "' does not run over two consecutive years",
                            "did you mean '" + meant + "'?")));
        }
    }
}
