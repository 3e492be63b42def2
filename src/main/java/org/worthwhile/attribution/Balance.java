package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.estimation.Term;

/**
 * How alike treated and untreated rows are in their covariates: differences of means in standard deviations of the treated and
 * the untreated together (Austin 2009, Statistics in Medicine 28).
 *
 * @param rows by covariate
 * @param chance the standard error of such a difference between arms dealt out at random, of as many rows as the weights amount to
 */
public record Balance(List<Row> rows, double chance) {

    /** Beyond this the two are not alike, by the custom of the field. */
    private static final double LARGE = 0.1;

    /** Beyond this they are too far apart for a comparison (Rubin 2001, Health Services and Outcomes Research Methodology 2). */
    private static final double TOO_LARGE = 0.25;

    private static final double SIGNIFICANT = 0.05;

    public Balance {
        rows = List.copyOf(rows);
    }

    /**
     * A covariate.
     *
     * @param difference standardised, weighted
     * @param unweighted the same before weighting
     */
    public record Row(
            String covariate, double treatedMean, double untreatedMean, double difference, double unweighted) {}

    /** Tells each field under its name in result files. */
    public void describe(ResultFields to) {
        to.list(
                        "rows",
                        rows,
                        (row, of) -> of.text("covariate", row.covariate())
                                .number("treatedMean", row.treatedMean())
                                .number("untreatedMean", row.untreatedMean())
                                .number("difference", row.difference())
                                .number("unweighted", row.unweighted()))
                .number("chance", chance);
    }

    /** The balance of terms with weights, the unweighted standard deviations being the yardstick. */
    public static Balance of(List<Term> terms, boolean[] treated, double[] weights) {
        List<Row> rows = new ArrayList<>();
        for (Term term : terms) {
            double[] plain = means(term.values(), treated, null);
            double[] weighted = means(term.values(), treated, weights);
            double spread = Math.sqrt((variance(term.values(), treated, true, plain[1])
                            + variance(term.values(), treated, false, plain[0]))
                    / 2);
            rows.add(new Row(
                    term.name(),
                    weighted[1],
                    weighted[0],
                    spread == 0 ? 0 : (weighted[1] - weighted[0]) / spread,
                    spread == 0 ? 0 : (plain[1] - plain[0]) / spread));
        }
        return new Balance(rows, Math.sqrt(1 / amount(treated, weights, true) + 1 / amount(treated, weights, false)));
    }

    /** How many rows of equal weight those of an arm amount to (Kish 1965). */
    private static double amount(boolean[] treated, double[] weights, boolean arm) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < weights.length; row++) {
            sum += treated[row] == arm ? weights[row] : 0;
            squares += treated[row] == arm ? weights[row] * weights[row] : 0;
        }
        return squares > 0 ? sum * sum / squares : 1;
    }

    /** By how much some covariate of so many differs by chance in one of twenty assignments (Austin 2009, section 5). */
    private double byChance() {
        return rows.isEmpty()
                ? 0
                : chance * NormalDistribution.of(0, 1).inverseSurvivalProbability(SIGNIFICANT / 2 / rows.size());
    }

    /** Covariates that differ by more than a limit and by more than chance gives. */
    private List<String> beyond(double limit) {
        double least = Math.max(limit, byChance());
        return rows.stream()
                .filter(row -> Math.abs(row.difference()) > least)
                .map(Row::covariate)
                .toList();
    }

    /** Covariates in which the two are too far apart for a comparison of means. */
    public List<String> tooFarApart() {
        return beyond(TOO_LARGE);
    }

    private static double[] means(double[] values, boolean[] treated, double @Nullable [] weights) {
        double[] sums = new double[2];
        double[] total = new double[2];
        for (int row = 0; row < values.length; row++) {
            int arm = treated[row] ? 1 : 0;
            double weight = weights == null ? 1 : weights[row];
            sums[arm] += weight * values[row];
            total[arm] += weight;
        }
        return new double[] {sums[0] / total[0], sums[1] / total[1]};
    }

    private static double variance(double[] values, boolean[] treated, boolean arm, double mean) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (treated[row] == arm) {
                sum += (values[row] - mean) * (values[row] - mean);
                count++;
            }
        }
        return sum / Math.max(1, count - 1);
    }

    /** The largest difference. */
    public double worst() {
        return rows.stream()
                .mapToDouble(row -> Math.abs(row.difference()))
                .max()
                .orElse(0);
    }

    /**
     * Passed where no covariate differs by more than is large, a warning that names those that do otherwise.
     *
     * @param id of the check in results
     */
    public Diagnostic diagnostic(String id, String title) {
        List<String> unlike = beyond(LARGE);
        boolean alike = unlike.isEmpty();
        return new Diagnostic(
                id,
                title,
                alike
                        ? Diagnostic.Outcome.PASS
                        : tooFarApart().isEmpty() ? Diagnostic.Outcome.WARN : Diagnostic.Outcome.FAIL,
                OptionalDouble.of(worst()),
                OptionalDouble.empty(),
                !alike
                        ? "Treated and untreated differ by more than a tenth of a standard deviation, and more than chance gives,"
                                + " in " + String.join(", ", unlike) + "."
                        : worst() <= LARGE
                                ? "Treated and untreated are alike in every covariate, within a tenth of a standard deviation."
                                : "Treated and untreated differ in no covariate by more than arms of so few rows would by chance, which"
                                        + " is up to " + Rounded.plain(byChance()) + " standard deviations.");
    }

    /**
     * The same of arms that chance made, which differ by chance.
     *
     * @param pValue how often arms dealt out anew differ as much in the covariate in which they differ most
     */
    public Diagnostic ofAssignment(double pValue) {
        boolean chance = pValue >= SIGNIFICANT;
        return new Diagnostic(
                "assignment-balance",
                "Alike before treatment",
                chance ? Diagnostic.Outcome.PASS : Diagnostic.Outcome.WARN,
                OptionalDouble.of(worst()),
                OptionalDouble.of(pValue),
                chance
                        ? "The arms differ in no covariate by more than dealing treatment out at random often brings about."
                        : "The arms differ by more than dealing treatment out at random brings about, most in "
                                + furthest() + ": treatment may not have been assigned by chance.");
    }

    private String furthest() {
        return rows.stream()
                .max(Comparator.comparingDouble(row -> Math.abs(row.difference())))
                .map(Row::covariate)
                .orElseThrow();
    }

    /** For a plot of every covariate's difference before and after weighting. */
    public Series series() {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            points.add(Series.Point.exact(
                    rows.get(i).covariate() + ", before", rows.get(i).unweighted(), i));
            points.add(Series.Point.exact(
                    rows.get(i).covariate() + ", after", rows.get(i).difference(), i));
        }
        return new Series("balance", "Standardised differences of covariates", points);
    }
}
