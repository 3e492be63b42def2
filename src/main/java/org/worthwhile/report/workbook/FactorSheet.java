package org.worthwhile.report.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.worthwhile.appraisal.Appraisal;

/** What holds for each year whatever the option: discount factors and prices. A column a year. */
final class FactorSheet {

    private final SheetWriter sheet;
    private final int years;
    private final boolean priced;
    private final int label;
    private final int start;
    private final int index;
    private final int standard;
    private final int health;
    private final int inflator;
    private final int deflator;

    FactorSheet(SheetWriter sheet, Styles styles, Appraisal appraisal, SettingsSheet settings, PriceSheet prices) {
        this.sheet = sheet;
        this.years = appraisal.years().size();
        this.priced = appraisal.inflators().isPresent();
        sheet.title("Factors", "Discount factors and prices of each year. Nothing to type here.");
        this.label = sheet.headings(List.of("Factor"));
        this.start = sheet.row();
        this.index = sheet.row();
        int standardRate = sheet.row();
        int standardEnd = sheet.row();
        this.standard = sheet.row();
        int healthRate = sheet.row();
        int healthEnd = sheet.row();
        this.health = sheet.row();
        int price = sheet.row();
        this.inflator = sheet.row();
        this.deflator = sheet.row();
        titles(
                "Year begins in",
                "Years from the base year",
                "Standard rate",
                "Standard factor, end of year",
                "Standard discount factor",
                "Health rate",
                "Health factor, end of year",
                "Health discount factor",
                "Price index",
                "Nominal money for one of real money",
                "Real money for one of nominal money");
        for (int t = 0; t < years; t++) {
            int column = Years.column(t);
            String year = SheetWriter.here(start, column);
            String count = SheetWriter.here(index, column);
            sheet.formula(label, column, year + "&\"/\"&RIGHT(" + year + "+1,2)", styles.yearHeading);
            if (t == 0) {
                sheet.number(index, column, 0, styles.number("0"));
            } else {
                sheet.formula(index, column, SheetWriter.here(index, column - 1) + "+1", styles.number("0"));
            }
            sheet.formula(start, column, settings.baseYear() + "+" + count, styles.number("0"));
            factor(
                    standardRate,
                    standardEnd,
                    standard,
                    column,
                    settings.standardRate(count),
                    settings.standardRate(count + "+1"),
                    settings,
                    styles);
            factor(
                    healthRate,
                    healthEnd,
                    health,
                    column,
                    settings.healthRate(count),
                    settings.healthRate(count + "+1"),
                    settings,
                    styles);
            if (!priced) {
                sheet.text(deflator, column, "not known", styles.number(Styles.DECIMAL));
            } else {
                sheet.formula(
                        deflator, column, prices.factor(year, settings.priceYear()), styles.number(Styles.DECIMAL));
                sheet.formula(price, column, prices.at(year), styles.number(Styles.DECIMAL));
                sheet.formula(
                        inflator,
                        column,
                        SheetWriter.here(price, column) + "/" + prices.at(settings.priceYear()),
                        styles.number(Styles.DECIMAL));
            }
        }
        secondRoutes(settings, standardRate, standardEnd, standard);
        secondRoutes(settings, healthRate, healthEnd, health);
        total(start, "COUNT(" + starts() + ")*" + settings.baseYear() + "+SUM(" + yearsFromBase() + ")");
        if (priced) {
            total(inflator, "SUM(" + ofAllYears(price) + ")/" + prices.at(settings.priceYear()));
            total(deflator, prices.at(settings.priceYear()) + "*" + CellCounts.sum("1/" + ofAllYears(price)));
        }
        sheet.widths(40, 4, 4, 4, 4, 4);
        sheet.yearWidths(Years.FIRST_COLUMN, years);
        sheet.freeze(Years.FIRST_COLUMN, label + 1);
    }

    /** Factors at the end of years by those before them, and those of flows by those and the rates of the years after. */
    private void secondRoutes(SettingsSheet settings, int rate, int end, int factor) {
        int last = Years.column(years - 1);
        if (years > 1) {
            int second = Years.FIRST_COLUMN + 1;
            total(
                    end,
                    "1+"
                            + CellCounts.sum(sheet.block(end, Years.FIRST_COLUMN, end, last - 1) + "/(1+"
                                    + sheet.block(rate, second, rate, last) + ")"));
            String following = factor == standard
                    ? settings.standardRate(sheet.at(index, last) + "+1")
                    : settings.healthRate(sheet.at(index, last) + "+1");
            total(
                    factor,
                    "IF(" + settings.isMidYear() + ","
                            + CellCounts.sum(sheet.block(end, Years.FIRST_COLUMN, end, last - 1) + "/(1+"
                                    + sheet.block(rate, second, rate, last) + ")^0.5")
                            + "+" + sheet.at(end, last) + "/(1+" + following + ")^0.5,SUM(" + ofAllYears(end) + "))");
        }
    }

    private void total(int row, String total) {
        sheet.routes().total(sheet, row, Years.FIRST_COLUMN, Years.column(years - 1), total);
    }

    private void titles(String... titles) {
        for (int i = 0; i < titles.length; i++) {
            sheet.text(label + 1 + i, 0, titles[i]);
        }
    }

    private void factor(
            int rate,
            int end,
            int factor,
            int column,
            String now,
            String following,
            SettingsSheet settings,
            Styles styles) {
        sheet.formula(rate, column, now, styles.number("0.00%"));
        sheet.formula(
                end,
                column,
                "IF(" + SheetWriter.here(index, column) + "=0,1," + SheetWriter.here(end, column - 1) + "/(1+"
                        + SheetWriter.here(rate, column) + "))",
                styles.number("0.000000"));
        sheet.formula(
                factor,
                column,
                "IF(" + settings.isMidYear() + "," + SheetWriter.here(end, column) + "/SQRT(1+" + following + "),"
                        + SheetWriter.here(end, column) + ")",
                styles.number("0.000000"));
    }

    String label(int column) {
        return sheet.at(label, column, true, false);
    }

    /** The calendar year in which the column's year begins. */
    String start(int column) {
        return sheet.at(start, column, true, false);
    }

    String yearsFromBase(int column) {
        return sheet.at(index, column, true, false);
    }

    /** Whether there is a price index, without which nominal money is not known. */
    boolean isPriced() {
        return priced;
    }

    String inflator(int column) {
        return sheet.at(inflator, column, true, false);
    }

    /** Real money, in the price year's prices, for one of the money of the column's year. */
    String deflator(int column) {
        return sheet.at(deflator, column, true, false);
    }

    String standardFactors() {
        return ofAllYears(standard);
    }

    String healthFactors() {
        return ofAllYears(health);
    }

    /** The calendar years in which all years begin. */
    String starts() {
        return ofAllYears(start);
    }

    String labels() {
        return ofAllYears(label);
    }

    String yearsFromBase() {
        return ofAllYears(index);
    }

    String inflators() {
        return ofAllYears(inflator);
    }

    String deflators() {
        return ofAllYears(deflator);
    }

    /**
     * What the prices of a line make of its money in all years.
     *
     * @param prices the cell that says whether they are real
     * @param factor the cell of what real money is in the price year's
     */
    String prices(String prices, String factor) {
        return priced
                ? "((" + prices + "=\"real\")*" + factor + "+(" + prices + "<>\"real\")*" + deflators() + ")"
                : factor;
    }

    private String ofAllYears(int row) {
        return sheet.block(row, Years.FIRST_COLUMN, row, Years.column(years - 1));
    }

    /** The years of a row of another sheet, as a block within that sheet whose row follows when copied. */
    String across(int row) {
        return new CellReference(row, Years.FIRST_COLUMN, false, true).formatAsString() + ":"
                + new CellReference(row, Years.column(years - 1), false, true).formatAsString();
    }

    int years() {
        return years;
    }
}
