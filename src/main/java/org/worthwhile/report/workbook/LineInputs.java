package org.worthwhile.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;

/** Amounts by year and ramp-up shares by year of effect: the inputs that take a column a year. */
final class LineInputs {

    private final SheetWriter schedules;
    private final SheetWriter rampUps;
    private final Styles styles;
    private final ParameterSheet parameters;
    private final Appraisal appraisal;
    private final int rampUpHeadings;
    private final Map<String, Integer> scheduleRows = new HashMap<>();
    private final Map<String, Integer> intakeRows = new HashMap<>();
    private final Map<String, Integer> rampUpRows = new HashMap<>();

    LineInputs(
            SheetWriter schedules, SheetWriter rampUps, Styles styles, ParameterSheet parameters, Appraisal appraisal) {
        this.schedules = schedules;
        this.rampUps = rampUps;
        this.styles = styles;
        this.parameters = parameters;
        this.appraisal = appraisal;
        start(
                schedules,
                "Inputs: amounts by year",
                "Lines whose money is given year by year, before uplift and in the prices of their basis, and people by the year of being taken in.");
        start(rampUps, "Inputs: ramp-up", "The share of full effect by years since it began.");
        schedules.headings(List.of("Option", "Line", "Title"));
        int headings = schedules.next() - 1;
        for (int t = 0; t < appraisal.years().size(); t++) {
            schedules.text(headings, Years.column(t), appraisal.years().get(t).label(), styles.yearHeading);
        }
        this.rampUpHeadings = rampUps.headings(List.of("Option", "Line", "Title"));
        schedules.inputs().others(new InputRule.Number(-InputRule.ANY, InputRule.ANY, "", true));
        rampUps.inputs().others(InputRule.of(InputKind.RAMP_UP));
        schedules.yearWidths(Years.FIRST_COLUMN, appraisal.years().size());
    }

    private static void start(SheetWriter sheet, String title, String note) {
        sheet.title(title, note);
        sheet.widths(18, 18, 44, 4, 4, 4);
        sheet.freeze(Years.FIRST_COLUMN, sheet.next() + 1);
    }

    void addSchedule(String option, String line, String title, SortedMap<FinancialYear, Figure> amounts) {
        int row = identify(schedules, option, line, title);
        scheduleRows.put(option + "/" + line, row);
        for (int t = 0; t < appraisal.years().size(); t++) {
            Figure amount = amounts.get(appraisal.years().get(t));
            if (amount == null) {
                schedules.blank(row, Years.column(t), styles.input(Styles.MONEY));
            } else {
                parameters.put(schedules, row, Years.column(t), amount, styles.input(Styles.MONEY));
            }
        }
    }

    /** People by the year in which they are taken in. */
    void addIntake(String option, String line, String title, SortedMap<FinancialYear, Figure> people) {
        int row = identify(schedules, option, line, "People taken in: " + title);
        intakeRows.put(option + "/" + line, row);
        for (int t = 0; t < appraisal.years().size(); t++) {
            Figure taken = people.getOrDefault(appraisal.years().get(t), Figure.ZERO);
            parameters.put(schedules, row, Years.column(t), taken, styles.input("#,##0.##"));
        }
    }

    String intake(String option, String line, int column) {
        return schedules.at(row(intakeRows, option, line), column, false, false);
    }

    /** The values of a unit where they change by year. */
    void addUnitValues(String option, Impact impact, UnitValue value, double factor) {
        int row = identify(schedules, option, impact.id(), "Unit value: " + value.title());
        scheduleRows.put(option + "/" + impact.id(), row);
        for (int t = 0; t < appraisal.years().size(); t++) {
            schedules.number(
                    row, Years.column(t), value.in(appraisal.years().get(t)) * factor, styles.input("#,##0.00"));
        }
    }

    void addRampUp(String option, String line, String title, List<Figure> shares) {
        int row = identify(rampUps, option, line, title);
        rampUpRows.put(option + "/" + line, row);
        for (int i = 0; i < shares.size(); i++) {
            rampUps.number(rampUpHeadings, Years.column(i), i, styles.yearHeading);
            parameters.put(rampUps, row, Years.column(i), shares.get(i), styles.input(Styles.PERCENT));
        }
    }

    private static int identify(SheetWriter sheet, String option, String line, String title) {
        int row = sheet.row();
        sheet.text(row, 0, option);
        sheet.text(row, 1, line);
        sheet.text(row, 2, title);
        return row;
    }

    String amount(String option, String line, int column) {
        return schedules.at(row(scheduleRows, option, line), column, false, false);
    }

    /** The amounts of all years. */
    String amounts(String option, String line) {
        return ofAllYears(row(scheduleRows, option, line));
    }

    /** The people taken in in all years. */
    String intakes(String option, String line) {
        return ofAllYears(row(intakeRows, option, line));
    }

    private String ofAllYears(int row) {
        return schedules.block(
                row, Years.FIRST_COLUMN, row, Years.column(appraisal.years().size() - 1));
    }

    /** The share in the year of effect that an expression counts from 0. */
    String rampUp(String option, String line, int shares, String sinceFirst) {
        int row = row(rampUpRows, option, line);
        return "INDEX(" + rampUps.block(row, Years.FIRST_COLUMN, row, Years.column(shares - 1)) + ",MATCH("
                + sinceFirst + ","
                + rampUps.block(rampUpHeadings, Years.FIRST_COLUMN, rampUpHeadings, Years.column(shares - 1)) + ",0))";
    }

    String lastRampUp(String option, String line, int shares) {
        return rampUpIn(option, line, shares - 1);
    }

    /** The share in a year of effect, counted from 0. */
    String rampUpIn(String option, String line, int year) {
        return rampUps.at(row(rampUpRows, option, line), Years.column(year));
    }

    private static int row(Map<String, Integer> rows, String option, String line) {
        Integer row = rows.get(option + "/" + line);
        if (row == null) {
            throw new IllegalStateException("No row for " + option + "/" + line);
        }
        return row;
    }
}
