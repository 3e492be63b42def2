package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;

/** The results of every option against business as usual, by formula, with a name for each that others refer to. */
final class ResultSheet {

    private static final List<String> HEADINGS = List.of(
            "Option",
            "Title",
            "Public cost",
            "Other cost",
            "Benefit",
            "PVB: benefits less costs of others",
            "PVC: net cost to public budgets",
            "NPSV",
            "BCR",
            "Rank by NPSV");

    private final SheetWriter sheet;
    private final Styles styles;
    private final NamedResults named;

    ResultSheet(SheetWriter sheet, Styles styles, NamedResults named) {
        this.sheet = sheet;
        this.styles = styles;
        this.named = named;
    }

    void fill(Appraisal appraisal, Map<String, CalculationSheet> calculations) {
        sheet.title(
                "Results: " + appraisal.basis().proposal().title(),
                "Present values in " + appraisal.basis().proposal().appraisal().currency() + " at "
                        + appraisal.basis().proposal().appraisal().priceYear() + " prices; PVB, PVC, NPSV and BCR are"
                        + " against business as usual.");
        int headings = sheet.headings(HEADINGS);
        sheet.freeze(2, headings + 1);
        int first = sheet.next();
        int last = first + appraisal.options().size() - 1;
        int businessAsUsual = first
                + appraisal.options().stream()
                        .map(OptionResult::option)
                        .toList()
                        .indexOf(appraisal.basis().proposal().businessAsUsual().orElse(null));
        boolean compared = appraisal.basis().proposal().businessAsUsual().isPresent();
        for (OptionResult result : appraisal.options()) {
            addOption(
                    result,
                    CalculationSheet.of(result.option(), calculations),
                    compared ? businessAsUsual : -1,
                    first,
                    last);
        }
        sheet.widths(22, 44, 16, 16, 16, 18, 18, 18, 16, 12);
    }

    private void addOption(OptionResult result, CalculationSheet own, int businessAsUsual, int first, int last) {
        int row = sheet.row();
        String option = result.option().id();
        sheet.text(row, 0, option);
        sheet.text(row, 1, result.option().title());
        sheet.formula(row, 2, own.publicCost(), styles.number(Styles.MONEY));
        sheet.formula(row, 3, own.otherCost(), styles.number(Styles.MONEY));
        sheet.formula(row, 4, own.benefit(), styles.number(Styles.MONEY));
        String net = here(row, 4) + "-" + here(row, 3);
        String netBefore =
                businessAsUsual < 0 ? "" : "-(" + fixed(businessAsUsual, 4) + "-" + fixed(businessAsUsual, 3) + ")";
        result("PVB", option, row, 5, net + netBefore, result.pvb());
        String costBefore = businessAsUsual < 0 ? "" : "-" + fixed(businessAsUsual, 2);
        result("PVC", option, row, 6, here(row, 2) + costBefore, result.pvc());
        result("NPSV", option, row, 7, here(row, 5) + "-" + here(row, 6), result.npsv());
        XSSFCell bcr = sheet.formula(
                row,
                8,
                "IF(" + here(row, 6) + ">0," + here(row, 5) + "/" + here(row, 6) + ",\"not meaningful\")",
                styles.result(Styles.RATIO));
        named.name("BCR", option, sheet, bcr);
        result.bcr().value().ifPresent(value -> named.remember(bcr, value));
        sheet.formula(
                row,
                9,
                "COUNTIF(" + fixed(first, 7) + ":" + fixed(last, 7) + ",\">\"&" + here(row, 7) + ")+1",
                styles.number("0"));
    }

    private void result(String kind, String option, int row, int column, String formula, double engineValue) {
        XSSFCell cell = sheet.formula(row, column, formula, styles.result(Styles.MONEY));
        named.name(kind, option, sheet, cell);
        named.remember(cell, engineValue);
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }

    private static String fixed(int row, int column) {
        return new org.apache.poi.ss.util.CellReference(row, column, true, true).formatAsString();
    }
}
