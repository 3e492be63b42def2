package org.worthwhile.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Saving;

/** Who saves from fiscal impacts, a row for each organisation. */
final class SavingInputs {

    private static final int ORGANISATION = 3;
    private static final int SHARE = 4;
    private static final int CASHABLE = 5;
    private static final int CASHABLE_FROM = 6;
    private static final int FIRST = 7;

    private final SheetWriter sheet;
    private final Styles styles;
    private final ParameterSheet parameters;
    private final FinancialYear baseYear;
    private final Map<String, Integer> rows = new HashMap<>();

    SavingInputs(SheetWriter sheet, Styles styles, ParameterSheet parameters, FinancialYear baseYear) {
        this.sheet = sheet;
        this.styles = styles;
        this.parameters = parameters;
        this.baseYear = baseYear;
        sheet.title(
                "Inputs: savings",
                "What share of a fiscal impact each organisation saves, and how much of it is cashable.");
        int headings = sheet.headings(List.of(
                "Option",
                "Line",
                "Title",
                "Organisation",
                "Share saved",
                "Cashable share",
                "Cashable from",
                "From year"));
        sheet.widths(18, 18, 44, 18, 12, 12, 12, 10);
        sheet.freeze(3, headings + 1);
        sheet.inputs().rule(SHARE, InputRule.share());
        sheet.inputs().rule(CASHABLE, InputRule.share());
        sheet.inputs().rule(CASHABLE_FROM, new InputRule.Year());
    }

    void add(String option, Impact impact) {
        for (Saving saving : impact.savings()) {
            int row = sheet.row();
            rows.put(key(option, impact, saving), row);
            sheet.text(row, 0, option);
            sheet.text(row, 1, impact.id());
            sheet.text(row, 2, impact.title());
            sheet.text(row, ORGANISATION, saving.organisation());
            parameters.put(sheet, row, SHARE, saving.share(), styles.input(Styles.PERCENT));
            parameters.put(sheet, row, CASHABLE, saving.cashable(), styles.input(Styles.PERCENT));
            sheet.text(
                    row, CASHABLE_FROM, saving.cashableFrom().orElse(baseYear).label(), styles.input(Styles.TEXT));
            sheet.formula(row, FIRST, SettingsSheet.startOf(SheetWriter.here(row, CASHABLE_FROM)), styles.number("0"));
        }
    }

    String organisation(String option, Impact impact, Saving saving) {
        return cell(option, impact, saving, ORGANISATION);
    }

    String share(String option, Impact impact, Saving saving) {
        return cell(option, impact, saving, SHARE);
    }

    /** The cashable share in the year of a column. */
    String cashable(String option, Impact impact, Saving saving, String year) {
        return "IF(" + year + "<" + cell(option, impact, saving, FIRST) + ",0," + cell(option, impact, saving, CASHABLE)
                + ")";
    }

    /** The part of a row of savings that is cashable, of all years together. */
    String totalCashable(String option, Impact impact, Saving saving, String savings, FactorSheet factors) {
        return CellCounts.sum(savings + "*(" + factors.starts() + ">=" + cell(option, impact, saving, FIRST) + ")")
                + "*" + cell(option, impact, saving, CASHABLE);
    }

    private String cell(String option, Impact impact, Saving saving, int column) {
        Integer row = rows.get(key(option, impact, saving));
        if (row == null) {
            throw new IllegalStateException("No row for " + key(option, impact, saving));
        }
        return sheet.at(row, column);
    }

    private static String key(String option, Impact impact, Saving saving) {
        return option + "/" + impact.id() + "/" + saving.organisation();
    }
}
