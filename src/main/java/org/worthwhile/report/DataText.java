package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.DataSummary.ColumnSummary;
import org.worthwhile.attribution.DataSummary.PanelShape;
import org.worthwhile.attribution.TimeSummary;

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
        lines.addAll(shape(summary));
        if (!summary.notes().isEmpty()) {
            lines.add("");
            lines.add("Read:");
            summary.notes().forEach(note -> lines.add("  " + note));
        }
        return lines;
    }

    /** The units and times of a dataset, and what is missing of them, a sentence each. */
    public static List<String> shape(DataSummary summary) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.panel()
                .map(panel -> panel(panel, summary))
                .orElse("No two columns tell the rows apart as units and times."));
        summary.time().map(DataText::time).ifPresent(lines::add);
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

    private static String time(TimeSummary time) {
        if (!time.regular()) {
            return String.format(
                    Locale.UK,
                    "The times of '%s', from %s to %s, are not equally spaced; studies use their order alone.",
                    time.column(),
                    time.first(),
                    time.last());
        }
        return String.format(
                Locale.UK,
                "The times of '%s' run from %s to %s, %,d periods of %s: %s.",
                time.column(),
                time.first(),
                time.last(),
                time.periods(),
                time.spacing(),
                time.missing() == 0
                        ? "none is missing"
                        : String.format(
                                Locale.UK,
                                "%,d %s missing (%s)",
                                time.missing(),
                                time.missing() == 1 ? "is" : "are",
                                time.missingNames()));
    }

    private static String panel(PanelShape panel, DataSummary summary) {
        return String.format(
                Locale.UK,
                "A panel of %,d units ('%s') at %,d times ('%s'): %s.",
                panel.units(),
                panel.unit(),
                panel.times(),
                panel.time(),
                panel.isBalanced()
                        ? "every unit at every time"
                        : String.format(
                                Locale.UK,
                                "%,d units at every time; %,d of %,d pairs of a unit and a time are missing",
                                panel.complete(),
                                panel.absent(summary.rows()),
                                (long) panel.units() * panel.times()));
    }
}
