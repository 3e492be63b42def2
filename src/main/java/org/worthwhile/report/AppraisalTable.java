package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;

/** The main results of appraisals as a table of text. */
public final class AppraisalTable {

    private static final List<String> HEADINGS = List.of("Proposal", "Option", "NPSV", "BCR", "Public cost", "Payback");
    private static final int LEFT_ALIGNED = 2;

    private AppraisalTable() {}

    /** A line of headings, a rule, and a line for each option. */
    public static List<String> lines(List<Appraisal> appraisals) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (Appraisal appraisal : appraisals) {
            String currency = appraisal.basis().proposal().appraisal().currency();
            for (OptionResult result : appraisal.options()) {
                rows.add(List.of(
                        appraisal.basis().proposal().title(),
                        result.option().title(),
                        Wording.money(result.npsv(), currency),
                        Wording.ratio(result.bcr()),
                        Wording.money(result.pvPublicCost(), currency),
                        Wording.year(result.payback())));
            }
        }
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, "-".repeat(lines.getFirst().length()));
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - row.get(column).length());
            line.append(column < LEFT_ALIGNED ? row.get(column) + padding : padding + row.get(column));
            line.append(column < widths.length - 1 ? "  " : "");
        }
        return line.toString();
    }
}
