package org.worthwhile.report.workbook;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LimitUse;

/** What a choice makes of its limits, and what the options that it leaves out would lose it. */
final class ChoiceLimitsSheets {

    private final PortfolioChoice choice;
    private final Styles styles;

    private ChoiceLimitsSheets(PortfolioChoice choice, Styles styles) {
        this.choice = choice;
        this.styles = styles;
    }

    static void write(PortfolioChoice choice, Sheets sheets, Styles styles) {
        ChoiceLimitsSheets both = new ChoiceLimitsSheets(choice, styles);
        both.limits(sheets.add("Limits"));
        if (!choice.leftOut().isEmpty()) {
            both.leftOut(sheets.add("Left out"));
        }
    }

    private void limits(SheetWriter sheet) {
        sheet.title(
                "What the choice makes of its limits",
                "Shadow prices are of the choice in which parts of options may be chosen; blank where that is not known.");
        int headings = sheet.headings(
                List.of("Limit", "Most", "Used", "Left", "One more pound adds", "One less takes away"), 1);
        for (LimitUse limit : choice.limits()) {
            int row = sheet.row();
            sheet.text(row, 0, limit.words());
            sheet.number(row, 1, limit.limit(), styles.number(Styles.MONEY));
            sheet.number(row, 2, limit.use(), styles.number(Styles.MONEY));
            sheet.formula(
                    row, 3, SheetWriter.here(row, 1) + "-" + SheetWriter.here(row, 2), styles.result(Styles.MONEY));
            number(sheet, row, 4, limit.valueOfMore(), Styles.RATIO);
            number(sheet, row, 5, limit.valueOfLess(), Styles.RATIO);
        }
        sheet.widths(64, 20, 20, 20, 22, 22);
        sheet.freeze(1, headings + 1);
    }

    private void leftOut(SheetWriter sheet) {
        sheet.title(
                "What is left out, and why",
                "The choice is made anew with each option in it; the loss is how much less that is worth.");
        int headings =
                sheet.headings(List.of("Proposal", "Option", "With it", "Not chosen then", "Loss", "Loss at least"), 4);
        for (LeftOut left : choice.leftOut()) {
            int row = sheet.row();
            sheet.text(row, 0, left.candidate().title());
            sheet.text(row, 1, left.candidate().optionTitle());
            sheet.text(row, 2, words(left.verdict()));
            number(sheet, row, 4, left.loss(), Styles.MONEY);
            number(sheet, row, 5, left.least(), Styles.MONEY);
            sheet.text(
                    row,
                    3,
                    left.displaced().stream().map(ChoiceLimitsSheets::name).collect(Collectors.joining("; ")),
                    styles.wrapped);
            sheet.height(row, Math.max(1, left.displaced().size()));
        }
        sheet.widths(44, 44, 44, 64, 20, 20);
        sheet.freeze(2, headings + 1);
    }

    private static String words(LeftOut.Verdict verdict) {
        return switch (verdict) {
            case LOSES -> "the best choice is known";
            case LOSES_AT_MOST -> "a choice was found, not proven best";
            case IMPOSSIBLE -> "no choice keeps to the constraints";
            case UNKNOWN -> "no choice was found in the time allowed";
            case NOT_SOUGHT -> "not sought: others come closer";
        };
    }

    private static String name(Candidate candidate) {
        return candidate.title() + ": " + candidate.optionTitle();
    }

    private void number(SheetWriter sheet, int row, int column, OptionalDouble number, String format) {
        number.ifPresent(value -> sheet.number(row, column, value, styles.number(format)));
    }
}
