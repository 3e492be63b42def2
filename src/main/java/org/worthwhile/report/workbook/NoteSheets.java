package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.report.Software;
import org.worthwhile.report.StandingText;

/** The sheets of words: what the proposal is and where figures come from. */
final class NoteSheets {

    private static final int CHARACTERS_IN_A_LINE = 100;

    private NoteSheets() {}

    static void cover(SheetWriter sheet, Styles styles, Appraisal appraisal) {
        var proposal = appraisal.basis().proposal();
        sheet.title(proposal.title(), proposal.sponsor() + (proposal.place().isEmpty() ? "" : ", " + proposal.place()));
        line(sheet, styles, "Summary", proposal.summary());
        line(
                sheet,
                styles,
                "Status",
                "Draft for review: " + Software.NAME_AND_VERSION + " computed it; nobody has signed it off.");
        line(
                sheet,
                styles,
                "Framework",
                appraisal.basis().framework().title() + ", "
                        + appraisal.basis().framework().edition());
        line(
                sheet,
                styles,
                "Value for money",
                appraisal
                        .basis()
                        .framework()
                        .valueForMoney()
                        .map(org.worthwhile.framework.ValueForMoney::note)
                        .orElse("The framework has no categories of value for money."));
        line(
                sheet,
                styles,
                "Prices",
                appraisal.basis().priceIndex().title()
                        + (appraisal.basis().priceIndex().provisional()
                                ? "; provisional, to be replaced with the published series"
                                : ""));
        StandingText.lines(appraisal).forEach(words -> line(sheet, styles, "Figures it rests on", words));
        line(sheet, styles, "Made by", Software.NAME_AND_VERSION);
        sheet.widths(24, 110);
    }

    private static void line(SheetWriter sheet, Styles styles, String title, String text) {
        int row = sheet.row();
        sheet.text(row, 0, title, styles.label);
        sheet.text(row, 1, text, styles.wrapped);
        sheet.height(row, 1 + text.length() / CHARACTERS_IN_A_LINE);
    }

    static void sources(SheetWriter sheet, Styles styles, Appraisal appraisal) {
        sheet.title(
                "Sources",
                "Where figures come from. What is not verified is to be checked against its source before use.");
        int headings = sheet.headings(List.of("Figure", "Source", "Verified", "Licence", "Note"));
        appraisal.basis().framework().sources().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> source(
                        sheet,
                        styles,
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().standing()));
        source(
                sheet,
                styles,
                appraisal.basis().priceIndex().title(),
                appraisal.basis().priceIndex().source(),
                appraisal.basis().priceIndex().standing());
        appraisal.basis().unitValues().values().stream()
                .sorted(java.util.Comparator.comparing(org.worthwhile.framework.UnitValue::id))
                .forEach(value -> source(sheet, styles, "Unit value " + value.id(), value.source(), value.standing()));
        appraisal.basis().evidence().values().stream()
                .sorted(java.util.Comparator.comparing(Evidence::id))
                .forEach(evidence -> evidence(sheet, styles, evidence));
        sheet.widths(46, 80, 24, 36, 60);
        sheet.freeze(0, headings + 1);
    }

    private static void source(SheetWriter sheet, Styles styles, String figure, Source source, Standing standing) {
        int row = sheet.row();
        sheet.text(row, 0, figure);
        sheet.text(row, 1, source.citation(), styles.wrapped);
        sheet.text(row, 2, standing.isVerified() ? "yes" : "no: " + standing.words(), styles.wrapped);
        sheet.text(row, 3, source.licence());
        sheet.text(row, 4, source.note(), styles.wrapped);
    }

    private static void evidence(SheetWriter sheet, Styles styles, Evidence evidence) {
        int row = sheet.row();
        sheet.text(row, 0, "Evidence " + evidence.id());
        sheet.text(
                row,
                1,
                switch (evidence.source()) {
                    case Evidence.Source.Citation(String citation) -> citation;
                    case Evidence.Source.Study study ->
                        "Study " + study.study() + " (" + study.design() + ", " + study.estimator() + "), "
                                + evidence.date();
                },
                styles.wrapped);
        sheet.text(row, 2, evidence.verified() ? "yes" : "no");
        sheet.text(
                row,
                4,
                "Estimate " + evidence.estimate() + ", standard error " + evidence.standardError()
                        + evidence.datasetFingerprint()
                                .map(sha256 -> "; data SHA-256 " + sha256)
                                .orElse("")
                        + (evidence.diagnosticsFailed().isEmpty()
                                ? ""
                                : "; checks not passed: " + String.join(", ", evidence.diagnosticsFailed())),
                styles.wrapped);
    }
}
