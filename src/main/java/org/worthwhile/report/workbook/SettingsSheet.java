package org.worthwhile.report.workbook;

import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Sector;
import org.worthwhile.proposal.Timing;

/** The inputs that hold for the whole appraisal: years, discount rates, organisations. */
final class SettingsSheet {

    private static final int VALUE = 1;
    private static final int BEGINS = 2;

    private final SheetWriter sheet;
    private final int baseYear;
    private final int priceYear;
    private final int timing;
    private final int years;
    private final Block standard;
    private final Block health;
    private final Block organisations;

    /** Rows of a two-column table. */
    private record Block(int first, int last) {}

    SettingsSheet(SheetWriter sheet, Styles styles, AppraisalCase basis) {
        this.sheet = sheet;
        AppraisalSettings settings = basis.proposal().appraisal();
        sheet.inputs().others(InputRule.within(-0.5, 1));
        sheet.title("Inputs: settings", "Bordered cells are inputs: change them and every result follows.");
        sheet.headings(List.of("Setting", "Value", "Begins in"));
        this.baseYear = sheet.next();
        fixed("Base year", settings.baseYear().label());
        begins(baseYear, styles);
        this.priceYear = sheet.row();
        sheet.text(priceYear, 0, "Price year");
        sheet.text(priceYear, VALUE, settings.priceYear().label(), styles.input(Styles.TEXT));
        begins(priceYear, styles);
        sheet.inputs().rule(priceYear, VALUE, new InputRule.Year());
        this.timing = sheet.row();
        sheet.inputs().rule(timing, VALUE, new InputRule.OneOf(List.of("end-year", "mid-year")));
        sheet.text(timing, 0, "Timing of flows (end-year or mid-year)");
        sheet.text(
                timing,
                VALUE,
                settings.timing() == Timing.MID_YEAR ? "mid-year" : "end-year",
                styles.input(Styles.ANY));
        this.years = sheet.row();
        sheet.text(years, 0, "Years appraised");
        sheet.number(years, VALUE, settings.years(), styles.number("0"));
        fixed("Currency", settings.currency());
        fixed("Framework", basis.framework().title() + ", " + basis.framework().edition());
        this.standard = schedule("Standard discount rate", basis.framework().standard(), styles);
        this.health = schedule("Health discount rate", basis.framework().health(), styles);
        sheet.section("Organisations");
        sheet.headings(List.of("Organisation", "Sector", "Title"));
        InputRule sectors = new InputRule.OneOf(
                Stream.of(Sector.values()).map(JsonText::nameOf).toList());
        int first = sheet.next();
        for (Organisation organisation : basis.proposal().organisations()) {
            int row = sheet.row();
            sheet.text(row, 0, organisation.id());
            sheet.inputs().rule(row, 1, sectors);
            sheet.text(row, 1, JsonText.nameOf(organisation.sector()), styles.input(Styles.ANY));
            sheet.text(row, 2, organisation.title());
        }
        if (basis.proposal().organisations().isEmpty()) {
            sheet.text(sheet.row(), 0, "none");
        }
        this.organisations = new Block(first, sheet.next() - 1);
        sheet.widths(42, 16, 40);
        sheet.freeze(0, 4);
    }

    private void begins(int row, Styles styles) {
        sheet.formula(row, BEGINS, startOf(SheetWriter.here(row, VALUE)), styles.number("0"));
    }

    private void fixed(String title, String value) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        sheet.text(row, VALUE, value);
    }

    private Block schedule(String title, DiscountSchedule schedule, Styles styles) {
        sheet.section(title);
        sheet.headings(List.of("From year (counted from the base year)", "Rate a year"));
        int first = sheet.next();
        for (DiscountSchedule.Band band : schedule.bands()) {
            int row = sheet.row();
            sheet.number(row, 0, band.from(), styles.number("0"));
            sheet.number(row, 1, band.rate(), styles.input("0.00%"));
        }
        return new Block(first, sheet.next() - 1);
    }

    /** The calendar year in which the base year begins. */
    String baseYear() {
        return sheet.at(baseYear, BEGINS);
    }

    /** The calendar year in which the price year begins. */
    String priceYear() {
        return sheet.at(priceYear, BEGINS);
    }

    /** The calendar year in which the first year begins that is not appraised any more. */
    String end() {
        return baseYear() + "+" + sheet.at(years, VALUE);
    }

    String isMidYear() {
        return sheet.at(timing, VALUE) + "=\"mid-year\"";
    }

    String standardRate(String t) {
        return rate(standard, t);
    }

    String healthRate(String t) {
        return rate(health, t);
    }

    /** The sector of the organisation whose id is in a cell. */
    String sectorOf(String organisation) {
        return "INDEX(" + sheet.block(organisations.first, 1, organisations.last, 1) + ",MATCH(" + organisation + ","
                + sheet.block(organisations.first, 0, organisations.last, 0) + ",0))";
    }

    /** The calendar year in which the financial year written in a cell begins; an error where no year is written there. */
    static String startOf(String cell) {
        String start = "LEFT(" + cell + ",4)";
        return "IF(" + cell + "=" + start + "&\"/\"&RIGHT(" + start + "+1,2),VALUE(" + start + "),NA())";
    }

    private String rate(Block bands, String t) {
        return "LOOKUP(" + t + "," + sheet.block(bands.first, 0, bands.last, 0) + ","
                + sheet.block(bands.first, 1, bands.last, 1) + ")";
    }
}
