package org.worthwhile.report.workbook;

import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Profile;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** What the calculation of an impact makes of its inputs. */
record ImpactFormulas(ImpactInputs inputs, LineInputs byYear, AppraisalCase basis) {

    String isHealth(String option, Impact impact) {
        return inputs.cell(option, impact, ImpactColumns.HEALTH) + "=\"yes\"";
    }

    /** How many years the effect has gone on in the year of a column; less than none before it begins. */
    String sinceFirst(String option, Impact impact, int column, FactorSheet factors) {
        return factors.start(column) + "-" + inputs.cell(option, impact, ImpactColumns.FIRST);
    }

    /**
     * The share of full effect.
     *
     * @param sinceFirst the cell that says how many years the effect has gone on
     */
    String profile(String option, Impact impact, Profile profile, String sinceFirst) {
        int ramp = profile.rampUp().size();
        String settled = ramp == 0 ? "" : byYear.lastRampUp(option, impact.id(), ramp) + "*";
        String fading = ramp <= 1 ? sinceFirst : "(" + sinceFirst + "-" + (ramp - 1) + ")";
        String after = settled + "IF(" + fading + "=0,1,(1-" + inputs.cell(option, impact, ImpactColumns.DROP_OFF)
                + ")^" + fading + ")";
        String during = ramp == 0
                ? after
                : "IF(" + sinceFirst + "<" + ramp + "," + byYear.rampUp(option, impact.id(), ramp, sinceFirst) + ","
                        + after + ")";
        return "IF(OR(" + sinceFirst + "<0," + sinceFirst + ">=" + inputs.cell(option, impact, ImpactColumns.YEARS)
                + "),0," + during + ")";
    }

    /** People taken in in the year of a column. */
    String takenIn(String option, Impact impact, Intake intake, int column, FactorSheet factors) {
        return intake instanceof Intake.ByYear
                ? byYear.intake(option, impact.id(), column)
                : ofAnnualIntake(option, impact, factors.start(column));
    }

    private String ofAnnualIntake(String option, Impact impact, String year) {
        String from = SettingsSheet.startOf(inputs.cell(option, impact, ImpactColumns.START));
        String to = SettingsSheet.startOf(inputs.cell(option, impact, ImpactColumns.INTAKE_TO));
        return "IF(AND(" + year + ">=" + from + "," + year + "<=" + to + "),"
                + inputs.cell(option, impact, ImpactColumns.POPULATION) + "*(1+"
                + inputs.cell(option, impact, ImpactColumns.INTAKE_GROWTH) + ")^(" + year + "-" + from + "),0)";
    }

    /** Units of the outcome in a year of full effect, after additionality. */
    String additionalEffect(String option, Impact impact) {
        return inputs.cell(option, impact, ImpactColumns.FULL_EFFECT) + "*"
                + inputs.cell(option, impact, ImpactColumns.ADDITIONAL);
    }

    String additional(String option, Impact impact) {
        return inputs.cell(option, impact, ImpactColumns.ADDITIONAL);
    }

    String unitValue(String option, Impact impact, int column, FactorSheet factors) {
        return (changesByYear(impact)
                        ? byYear.amount(option, impact.id(), column)
                        : inputs.cell(option, impact, ImpactColumns.UNIT_VALUE))
                + "*" + inputs.cell(option, impact, ImpactColumns.DEFLATOR) + "*(1+"
                + inputs.cell(option, impact, ImpactColumns.GROWTH) + ")^"
                + factors.yearsFromBase(column);
    }

    private boolean changesByYear(Impact impact) {
        return impact.valuation() instanceof Valuation.Chain chain
                && chain.worth() instanceof UnitWorth.FromLibrary library
                && !basis.unitValue(library.unitValue()).byYear().isEmpty();
    }

    /** Scheduled money in the year of a column, real. */
    String scheduled(String option, Impact impact, int column, FactorSheet factors) {
        return byYear.amount(option, impact.id(), column) + "*IF(" + inputs.cell(option, impact, ImpactColumns.PRICES)
                + "=\"real\"," + inputs.cell(option, impact, ImpactColumns.DEFLATOR) + "," + factors.deflator(column)
                + ")";
    }

    /** How many years the effect has gone on, of all years together. */
    String totalSinceFirst(String option, Impact impact, FactorSheet factors) {
        return "SUM(" + factors.starts() + ")-COUNT(" + factors.starts() + ")*"
                + inputs.cell(option, impact, ImpactColumns.FIRST);
    }

    /**
     * Shares of full effect of all years together: each share of the ramp-up as often as a year has it, and those after it.
     *
     * @param since the row of how many years the effect has gone on
     */
    String totalProfile(String option, Impact impact, Profile profile, String since) {
        int ramp = profile.rampUp().size();
        String end = inputs.cell(option, impact, ImpactColumns.YEARS);
        String dropOff = inputs.cell(option, impact, ImpactColumns.DROP_OFF);
        StringBuilder total = new StringBuilder();
        for (int year = 0; year < ramp; year++) {
            total.append(byYear.rampUpIn(option, impact.id(), year))
                    .append("*COUNTIF(")
                    .append(since)
                    .append(',')
                    .append(year)
                    .append(")*(")
                    .append(year)
                    .append('<')
                    .append(end)
                    .append(")+");
        }
        String settled = "(" + since + ">=" + ramp + ")";
        String fading = "(" + since + "-" + Math.max(0, ramp - 1) + ")*" + settled;
        return total
                + (ramp == 0 ? "" : byYear.lastRampUp(option, impact.id(), ramp) + "*")
                // Where nothing has faded yet the base is 1, for 0 to the power of 0 is an error.
                + CellCounts.sum(settled + "*(" + since + "<" + end + ")*((1-" + dropOff + ")+(" + dropOff + "=1)*("
                        + fading + "=0))^(" + fading + ")");
    }

    /** People taken in in all years together. */
    String totalTakenIn(String option, Impact impact, Intake intake, FactorSheet factors) {
        if (intake instanceof Intake.ByYear) {
            return "SUM(" + byYear.intakes(option, impact.id()) + ")";
        }
        // Financial years as texts are in the order in which they come.
        String years = factors.labels();
        String from = inputs.cell(option, impact, ImpactColumns.START);
        String to = inputs.cell(option, impact, ImpactColumns.INTAKE_TO);
        String growing = "(1+" + inputs.cell(option, impact, ImpactColumns.INTAKE_GROWTH) + ")^";
        return inputs.cell(option, impact, ImpactColumns.POPULATION) + "*" + growing + "(MIN(" + factors.starts()
                + ")-LEFT(" + from + ",4))*"
                + CellCounts.sum("(" + years + ">=" + from + ")*(" + years + "<=" + to + ")*" + growing
                        + factors.yearsFromBase());
    }

    /** Values of a unit of all years together. */
    String totalUnitValue(String option, Impact impact, FactorSheet factors) {
        String growing = "(1+" + inputs.cell(option, impact, ImpactColumns.GROWTH) + ")^" + factors.yearsFromBase();
        String deflator = inputs.cell(option, impact, ImpactColumns.DEFLATOR) + "*";
        return changesByYear(impact)
                ? deflator + CellCounts.sum(byYear.amounts(option, impact.id()) + "*" + growing)
                : deflator + inputs.cell(option, impact, ImpactColumns.UNIT_VALUE) + "*" + CellCounts.sum(growing);
    }

    /** Scheduled money of all years together. */
    String totalScheduled(String option, Impact impact, FactorSheet factors) {
        return CellCounts.sum(byYear.amounts(option, impact.id()) + "*"
                + factors.prices(
                        inputs.cell(option, impact, ImpactColumns.PRICES),
                        inputs.cell(option, impact, ImpactColumns.DEFLATOR)));
    }

    /** What values of all years come to when corrected for confidence. */
    String totalCorrected(String option, Impact impact, String values) {
        String correction = inputs.cell(option, impact, ImpactColumns.CORRECTION);
        return CellCounts.sum(values + "*(1-" + correction + "+2*" + correction + "*(" + values + "<0))");
    }

    /** What a value is multiplied by for confidence: benefits shrink, disbenefits grow. */
    String corrected(String option, Impact impact, String value) {
        String correction = inputs.cell(option, impact, ImpactColumns.CORRECTION);
        return value + "*IF(" + value + "<0,1+" + correction + ",1-" + correction + ")";
    }
}
