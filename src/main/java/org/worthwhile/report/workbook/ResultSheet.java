package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.framework.Denominator;

/** The results of every option against business as usual, by formula, with a name for each that others refer to. */
final class ResultSheet {

    private static final List<String> HEADINGS = List.of(
            "Option",
            "Title",
            "Public cost",
            "Other cost",
            "Benefit",
            "Public savings",
            "PVB",
            "PVC",
            "NPSV",
            "BCR",
            "Rank by NPSV");

    private static final int PUBLIC = 2;
    private static final int OTHER = 3;
    private static final int BENEFIT = 4;
    private static final int SAVINGS = 5;
    private static final int PVB = 6;
    private static final int PVC = 7;
    private static final int NPSV = 8;
    private static final int BCR = 9;
    private static final int RANK = 10;

    private final SheetWriter sheet;
    private final Styles styles;
    private final NamedResults named;
    private final Map<String, Integer> rows = new HashMap<>();
    private final List<Part> benefits = new ArrayList<>();
    private final List<Part> costs = new ArrayList<>();

    /** A column that counts above or below the line. */
    private record Part(char sign, int column) {}

    ResultSheet(SheetWriter sheet, Styles styles, NamedResults named) {
        this.sheet = sheet;
        this.styles = styles;
        this.named = named;
    }

    void fill(Appraisal appraisal, Map<String, CalculationSheet> calculations) {
        sheet.title(
                "Results: " + appraisal.basis().proposal().title(),
                "Present values in " + appraisal.basis().proposal().appraisal().currency() + " at "
                        + appraisal.basis().proposal().appraisal().priceYear()
                        + " prices, against business as usual. BCR over "
                        + appraisal.basis().framework().denominator().words() + ".");
        divide(appraisal.basis().framework().denominator());
        int headings = sheet.headings(HEADINGS, PUBLIC);
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
        sheet.widths(22, 44, 16, 16, 16, 16, 18, 18, 18, 16, 12);
    }

    /** Draws the framework's line between benefits and costs. */
    private void divide(Denominator denominator) {
        benefits.add(new Part('+', BENEFIT));
        costs.add(new Part('+', PUBLIC));
        if (denominator.holder() == Denominator.Holder.PUBLIC_COST) {
            benefits.add(new Part('-', OTHER));
        } else {
            costs.add(new Part('+', OTHER));
        }
        if (denominator.savingsNetted()) {
            benefits.add(new Part('-', SAVINGS));
            costs.add(new Part('-', SAVINGS));
        }
    }

    private void addOption(OptionResult result, CalculationSheet own, int businessAsUsual, int first, int last) {
        int row = sheet.row();
        String option = result.option().id();
        rows.put(option, row);
        sheet.text(row, 0, option);
        sheet.text(row, 1, result.option().title());
        sheet.formula(row, PUBLIC, own.publicCost(), styles.number(Styles.MONEY));
        sheet.formula(row, OTHER, own.otherCost(), styles.number(Styles.MONEY));
        sheet.formula(row, BENEFIT, own.benefit(), styles.number(Styles.MONEY));
        sheet.formula(row, SAVINGS, own.publicSavings(), styles.number(Styles.MONEY));
        result("PVB", option, row, PVB, difference(benefits, row, businessAsUsual), result.pvb());
        result("PVC", option, row, PVC, difference(costs, row, businessAsUsual), result.pvc());
        result("NPSV", option, row, NPSV, here(row, PVB) + "-" + here(row, PVC), result.npsv());
        XSSFCell bcr = sheet.formula(
                row,
                BCR,
                "IF(" + here(row, PVC) + ">0," + here(row, PVB) + "/" + here(row, PVC) + ",\"not meaningful\")",
                styles.result(Styles.RATIO));
        named.name("BCR", option, sheet, bcr);
        result.bcr().value().ifPresent(value -> named.rememberRatio(bcr, value));
        XSSFCell rank = sheet.formula(
                row,
                RANK,
                "RANK(" + here(row, NPSV) + "," + fixed(first, NPSV) + ":" + fixed(last, NPSV) + ")"
                        + cheaper(row, first, last),
                styles.number("0"));
        named.name("RANK", option, sheet, rank);
    }

    /** How many options of the same value cost less, which come before it. */
    private static String cheaper(int row, int first, int last) {
        return first == last
                ? ""
                : "+"
                        + CellCounts.of("(" + fixed(first, NPSV) + ":" + fixed(last, NPSV) + "=" + here(row, NPSV)
                                + ")*(" + fixed(first, PVC) + ":" + fixed(last, PVC) + "<" + here(row, PVC) + ")");
    }

    /** A row's sum of columns, each with its sign, less that of business as usual. */
    private static String difference(List<Part> parts, int row, int businessAsUsual) {
        StringBuilder formula = new StringBuilder();
        for (Part part : parts) {
            formula.append(part.sign == '+' && formula.isEmpty() ? "" : part.sign)
                    .append(here(row, part.column));
            if (businessAsUsual >= 0) {
                formula.append(part.sign == '+' ? '-' : '+').append(fixed(businessAsUsual, part.column));
            }
        }
        return formula.toString();
    }

    private void result(String kind, String option, int row, int column, String formula, double engineValue) {
        XSSFCell cell = sheet.formula(row, column, formula, styles.result(Styles.MONEY));
        named.name(kind, option, sheet, cell);
        named.remember(cell, engineValue);
    }

    /** A reference to an option's result, from another sheet. */
    String npsv(String option) {
        return at(option, NPSV);
    }

    String pvb(String option) {
        return at(option, PVB);
    }

    String pvc(String option) {
        return at(option, PVC);
    }

    /** The present value of what everybody pays, transfers and what is sunk left out. */
    String costs(String option) {
        return at(option, PUBLIC) + "+" + at(option, OTHER);
    }

    String benefit(String option) {
        return at(option, BENEFIT);
    }

    String bcr(String option) {
        return at(option, BCR);
    }

    String rank(String option) {
        return at(option, RANK);
    }

    private String at(String option, int column) {
        return sheet.at(rows.getOrDefault(option, 0), column);
    }

    /** Names a result that stands on another sheet, with the engine's own value. */
    void name(String kind, String option, SheetWriter other, int row, int column, double engineValue) {
        XSSFCell cell = other.sheet().getRow(row).getCell(column);
        named.name(kind, option, other, cell);
        named.remember(cell, engineValue);
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }

    private static String fixed(int row, int column) {
        return new org.apache.poi.ss.util.CellReference(row, column, true, true).formatAsString();
    }
}
