package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.DataSummary.ColumnSummary;
import org.worthwhile.attribution.DataSummary.PanelShape;

/** What a dataset holds, as a table of text. */
public final class DataText {

    private static final List<String> HEADINGS =
            List.of("Column", "Holds", "Most common", "Missing", "Different", "Least", "Mean", "Most");
    private static final int LEFT_ALIGNED = 3;

    private DataText() {}

    public static List<String> lines(DataSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.UK,
                "%,d rows, %d columns",
                summary.rows(),
                summary.columns().size()));
        lines.add("");
        lines.addAll(TextTable.lines(
                HEADINGS, summary.columns().stream().map(DataText::row).toList(), LEFT_ALIGNED));
        lines.add("");
        lines.add(
                summary.panel().map(DataText::panel).orElse("No two columns tell the rows apart as units and times."));
        if (!summary.notes().isEmpty()) {
            lines.add("");
            lines.add("Read:");
            summary.notes().forEach(note -> lines.add("  " + note));
        }
        return lines;
    }

    private static List<String> row(ColumnSummary column) {
        return List.of(
                column.name(),
                column.type().title(),
                String.join(", ", column.common()),
                String.format(Locale.UK, "%,d", column.missing()),
                String.format(Locale.UK, "%,d", column.different()),
                column.least(),
                column.mean().map(Wording.BRITISH::significant).orElse(""),
                column.most());
    }

    private static String panel(PanelShape panel) {
        return String.format(
                Locale.UK,
                "A panel of %,d units ('%s') at %,d times ('%s'): %s.",
                panel.units(),
                panel.unit(),
                panel.times(),
                panel.time(),
                panel.isBalanced()
                        ? "every unit at every time"
                        : String.format(Locale.UK, "%,d units at every time", panel.complete()));
    }
}
