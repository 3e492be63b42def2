package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.Group;
import org.worthwhile.proposal.GroupIncome;

/** Who gains: each impact's shares by group, and each group's gains with its distributional weight, by formula. */
final class DistributionSheet {

    private static final int OPTION = 0;
    private static final int LINE = 1;
    private static final int GROUP = 2;
    private static final int SHARE = 3;
    private static final int VALUE = 4;
    private static final int GAIN = 5;

    private final SheetWriter sheet;
    private final Styles styles;

    /** Where the sum of an impact's shares stands, for the checks. */
    record Shares(String option, String line, String sum) {}

    DistributionSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    List<Shares> fill(Appraisal appraisal, Map<String, CalculationSheet> calculations, ResultSheet results) {
        sheet.title(
                "Who gains",
                "Shares of impacts by group; present values. Bordered cells are inputs. What comes to no group counts once.");
        int weights = weights(appraisal);
        sheet.inputs().rule(SHARE, InputRule.share());
        List<Shares> shares = new ArrayList<>();
        sheet.section("Shares of impacts");
        sheet.headings(List.of("Option", "Impact", "Group", "Share", "Present value of the impact", "Gain"), 3);
        int first = sheet.next();
        for (OptionResult result : appraisal.options()) {
            for (ImpactResult impact : result.impacts()) {
                int own = sheet.next();
                for (Beneficiary beneficiary : impact.line().beneficiaries()) {
                    int row = sheet.row();
                    sheet.text(row, OPTION, result.option().id());
                    sheet.text(row, LINE, impact.line().id());
                    sheet.text(row, GROUP, beneficiary.group());
                    sheet.number(row, SHARE, beneficiary.share().value(), styles.input(Styles.PERCENT));
                    sheet.formula(
                            row,
                            VALUE,
                            CalculationSheet.of(result.option(), calculations).benefitOfLine(here(row, LINE)),
                            styles.number(Styles.MONEY));
                    sheet.formula(row, GAIN, here(row, SHARE) + "*" + here(row, VALUE), styles.number(Styles.MONEY));
                }
                if (!impact.line().beneficiaries().isEmpty()) {
                    shares.add(new Shares(
                            result.option().id(),
                            impact.line().id(),
                            "SUM(" + sheet.block(own, SHARE, sheet.next() - 1, SHARE) + ")"));
                }
            }
        }
        int last = Math.max(first, sheet.next() - 1);
        gains(appraisal, results, first, last, weights);
        sheet.widths(24, 28, 24, 14, 22, 18, 18);
        return shares;
    }

    /** The groups with their weights. Returns the first row. */
    private int weights(Appraisal appraisal) {
        Optional<Double> elasticity = appraisal.basis().framework().incomeElasticity();
        sheet.inputs().others(InputRule.within(0, InputRule.ANY));
        int row = sheet.row();
        sheet.text(row, 0, "Elasticity", styles.label);
        elasticity.ifPresentOrElse(
                value -> sheet.number(row, 1, value, styles.input(Styles.RATIO)),
                () -> sheet.text(row, 1, "The framework has no distributional weights."));
        sheet.section("Groups");
        sheet.headings(
                List.of("Group", "Title", "Income over the median", "Weight", "Income", "Median", "Equivalence scale"),
                2);
        int first = sheet.next();
        for (Group group : appraisal.basis().proposal().groups()) {
            int line = sheet.row();
            sheet.text(line, 0, group.id());
            sheet.text(line, 1, group.title());
            group.income().ifPresent(income -> income(line, income));
            sheet.formula(
                    line,
                    3,
                    elasticity.isPresent() && group.incomeIndex().isPresent()
                            ? here(line, 2) + "^-$B$" + (row + 1)
                            : "1",
                    styles.number(Styles.RATIO));
        }
        return first;
    }

    /** The ratio as entered, or from incomes and the equivalence scale. */
    private void income(int line, GroupIncome income) {
        switch (income) {
            case GroupIncome.Index(double index) -> sheet.number(line, 2, index, styles.input(Styles.RATIO));
            case GroupIncome.Equivalised(double own, double median) -> incomes(line, own, median, 1);
            case GroupIncome.Household household ->
                incomes(line, household.income(), household.median(), household.scale());
        }
    }

    private void incomes(int line, double income, double median, double scale) {
        sheet.number(line, 4, income, styles.input(Styles.MONEY));
        sheet.number(line, 5, median, styles.input(Styles.MONEY));
        sheet.number(line, 6, scale, styles.input(Styles.RATIO));
        sheet.formula(line, 2, here(line, 4) + "/" + here(line, 6) + "/" + here(line, 5), styles.number(Styles.RATIO));
    }

    private void gains(Appraisal appraisal, ResultSheet results, int first, int last, int weights) {
        String usual = appraisal
                .basis()
                .proposal()
                .businessAsUsual()
                .map(option -> option.id())
                .orElse("");
        sheet.section("Gains against business as usual");
        sheet.headings(List.of("Option", "", "Group", "Weight", "Gain", "Weighted gain"), 3);
        List<Group> groups = appraisal.basis().proposal().groups();
        for (OptionResult result : appraisal.options()) {
            String option = result.option().id();
            int start = sheet.next();
            for (int i = 0; i < groups.size(); i++) {
                int row = sheet.row();
                sheet.text(row, OPTION, option);
                sheet.text(row, GROUP, groups.get(i).id());
                sheet.formula(row, SHARE, "$D$" + (weights + i + 1), styles.number(Styles.RATIO));
                sheet.formula(
                        row,
                        VALUE,
                        gain(first, last, here(row, OPTION), here(row, GROUP))
                                + (usual.isEmpty()
                                        ? ""
                                        : "-" + gain(first, last, "\"" + usual + "\"", here(row, GROUP))),
                        styles.number(Styles.MONEY));
                sheet.formula(row, GAIN, here(row, SHARE) + "*" + here(row, VALUE), styles.number(Styles.MONEY));
            }
            int rest = sheet.row();
            sheet.text(rest, OPTION, option);
            sheet.text(rest, GROUP, "not allocated, less costs");
            sheet.number(rest, SHARE, 1, styles.number(Styles.RATIO));
            sheet.formula(
                    rest,
                    VALUE,
                    results.npsv(option)
                            + (groups.isEmpty()
                                    ? ""
                                    : "-SUM(" + here(start, VALUE) + ":" + here(rest - 1, VALUE) + ")"),
                    styles.number(Styles.MONEY));
            sheet.formula(rest, GAIN, here(rest, SHARE) + "*" + here(rest, VALUE), styles.number(Styles.MONEY));
            int row = sheet.row();
            sheet.text(row, OPTION, option);
            sheet.text(row, GROUP, "net present social value", styles.label);
            sheet.formula(row, VALUE, sum(start, rest, VALUE), styles.result(Styles.MONEY));
            sheet.formula(row, GAIN, sum(start, rest, GAIN), styles.result(Styles.MONEY));
            results.name(
                    "WEIGHTED_NPSV",
                    option,
                    sheet,
                    row,
                    GAIN,
                    result.incidence().weightedNpsv());
        }
    }

    private static String sum(int first, int last, int column) {
        return "SUM(" + here(first, column) + ":" + here(last, column) + ")";
    }

    private String gain(int first, int last, String option, String group) {
        return "SUMIFS(" + sheet.block(first, GAIN, last, GAIN) + "," + sheet.block(first, OPTION, last, OPTION) + ","
                + option + "," + sheet.block(first, GROUP, last, GROUP) + "," + group + ")";
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }
}
