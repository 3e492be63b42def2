package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Study;
import org.worthwhile.report.AttributionTables.Table;

/** The answer to a study in lines of text: the estimate with its test, what it rests on, its checks, and its estimates in a table. */
public final class AttributionText {

    private AttributionText() {}

    public static List<String> lines(Attribution attribution) {
        Study study = attribution.basis().study();
        List<String> lines = new ArrayList<>();
        lines.add(study.title());
        if (!study.question().isEmpty()) {
            lines.add("  " + study.question());
        }
        lines.add("  " + attribution.estimand() + ":");
        lines.add("  " + FindingText.estimate(attribution) + ", " + FindingText.standardError(attribution));
        lines.add("  " + FindingText.test(attribution));
        lines.add("  " + FindingText.inWords(attribution));
        lines.add("  " + FindingText.basis(attribution));
        attribution
                .dropped()
                .forEach(dropped -> lines.add(
                        String.format(Locale.UK, "  Left out: %,d %s", dropped.count(), dropped.reasonOfCount())));
        attribution.notes().forEach(note -> lines.add("  Read: " + note));
        for (Diagnostic diagnostic : attribution.diagnostics()) {
            String figures = FindingText.figures(diagnostic);
            lines.add("  [" + diagnostic.outcome().name().toLowerCase(Locale.ROOT) + "] " + diagnostic.title() + ": "
                    + diagnostic.message() + (figures.isEmpty() ? "" : " (" + figures + ")"));
        }
        for (Table table : AttributionTables.of(attribution)) {
            lines.add("");
            lines.add("  " + table.title());
            TextTable.lines(table.headings(), table.rows(), 1).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}
