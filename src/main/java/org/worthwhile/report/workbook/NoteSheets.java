package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Check;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.report.Software;
import org.worthwhile.report.StandingText;

/** The sheets of words: what the proposal is and where figures come from. */
final class NoteSheets {

    private static final int CHARACTERS_IN_A_LINE = 100;
    private static final int NOTICED = 70;
    private static final int REMEDY = 60;

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

    /** What a careful reader would ask about the options. */
    static void questions(SheetWriter sheet, Styles styles, Appraisal appraisal) {
        sheet.title("Questions", "What a careful reader would ask about. None of it changes a figure.");
        int headings = sheet.headings(List.of("Option", "Check", "What was noticed", "What can be done"));
        for (OptionResult result : appraisal.options()) {
            for (Check check : result.checks()) {
                int row = sheet.row();
                sheet.text(row, 0, result.option().id());
                sheet.text(row, 1, check.id());
                sheet.text(row, 2, check.message(), styles.wrapped);
                sheet.text(row, 3, check.remedy(), styles.wrapped);
                sheet.height(row, Math.max(lines(check.message(), NOTICED), lines(check.remedy(), REMEDY)));
            }
        }
        sheet.widths(24, 28, NOTICED, REMEDY);
        sheet.freeze(1, headings + 1);
    }

    /** So many lines does a text take in a column of so many characters, some of which words leave empty at the ends of lines. */
    static int lines(String text, int width) {
        return 1 + text.length() * 10 / (9 * width);
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
