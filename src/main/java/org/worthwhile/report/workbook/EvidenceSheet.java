package org.worthwhile.report.workbook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.proposal.Evidence;

/** The estimates that effects come from, and the studies behind them with their checks. Values, not formulas. */
final class EvidenceSheet {

    private EvidenceSheet() {}

    static void fill(SheetWriter sheet, Styles styles, Appraisal appraisal, List<Attribution> studies) {
        sheet.title("Evidence", "Values, not formulas: estimates of causes cannot be computed in a spreadsheet.");
        sheet.headings(List.of("Evidence", "Title", "Outcome", "For each", "Source", "Estimate", "Standard error"), 5);
        appraisal.basis().evidence().values().stream()
                .sorted(Comparator.comparing(Evidence::id))
                .forEach(evidence -> {
                    int row = sheet.row();
                    sheet.text(row, 0, evidence.id());
                    sheet.text(row, 1, evidence.title(), styles.wrapped);
                    sheet.text(row, 2, evidence.outcome());
                    sheet.text(row, 3, evidence.per(), styles.wrapped);
                    sheet.text(row, 4, source(evidence), styles.wrapped);
                    sheet.number(row, 5, evidence.estimate(), styles.number(Styles.PLAIN));
                    sheet.number(row, 6, evidence.standardError(), styles.number(Styles.PLAIN));
                });
        if (appraisal.basis().evidence().isEmpty()) {
            sheet.text(sheet.row(), 0, "The proposal rests on no evidence record.");
        }
        for (Attribution study : studies) {
            sheet.section("Study: " + study.basis().study().title());
            sheet.headings(List.of("Check", "Outcome", "What it means"));
            for (Diagnostic diagnostic : study.diagnostics()) {
                int row = sheet.row();
                sheet.text(row, 0, diagnostic.title(), styles.wrapped);
                sheet.text(row, 1, diagnostic.outcome().name().toLowerCase(Locale.ROOT));
                sheet.text(row, 2, diagnostic.message(), styles.wrapped);
            }
        }
        sheet.widths(30, 36, 60, 30, 60, 14, 14);
    }

    private static String source(Evidence evidence) {
        return switch (evidence.source()) {
            case Evidence.Source.Citation(String citation) -> citation;
            case Evidence.Source.Study study ->
                "Study " + study.study() + ", " + study.design() + " (" + study.estimator() + ")"
                        + (study.level().isPresent()
                                ? ", level " + study.level().getAsInt() + " of 5"
                                : "");
        };
    }
}
