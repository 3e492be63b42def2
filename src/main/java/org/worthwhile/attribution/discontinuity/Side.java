package org.worthwhile.attribution.discontinuity;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Matrices;

/**
 * The rows on one side of the cutoff, by rising running variable.
 *
 * @param x the running variable less the cutoff
 * @param y the outcome
 * @param treatment received; empty in a sharp design
 * @param covariates by covariate and row
 * @param clusters each row's; empty where rows are independent
 * @param weights by which rows count beside the kernel
 * @param alike how many rows share each row's x
 */
record Side(
        double[] x,
        double[] y,
        double[] treatment,
        double[][] covariates,
        int[] clusters,
        double[] weights,
        int[] alike) {

    /** The rows that {@code rows} lists of a running variable and an outcome alone. */
    static Side of(double[] x, double[] y, double[] weights, int[] rows) {
        return of(x, y, new double[0], new double[0][], new int[0], weights, rows);
    }

    /** The rows that {@code rows} lists. */
    static Side of(
            double[] x,
            double[] y,
            double[] treatment,
            double[][] covariates,
            int[] clusters,
            double[] weights,
            int[] rows) {
        int[] order = IntStream.of(rows)
                .boxed()
                .sorted((a, b) -> Double.compare(x[a], x[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = Matrices.take(x, order);
        int[] alike = new int[sorted.length];
        int first = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[first]) {
                Arrays.fill(alike, first, i, i - first);
                first = i;
            }
        }
        return new Side(
                sorted,
                Matrices.take(y, order),
                treatment.length == 0 ? treatment : Matrices.take(treatment, order),
                Arrays.stream(covariates)
                        .map(values -> Matrices.take(values, order))
                        .toArray(double[][]::new),
                clusters.length == 0
                        ? clusters
                        : IntStream.of(order).map(row -> clusters[row]).toArray(),
                Matrices.take(weights, order),
                alike);
    }

    int size() {
        return x.length;
    }

    boolean isFuzzy() {
        return treatment.length > 0;
    }

    Side sharp() {
        return withOutcome(y);
    }

    int uniqueValues() {
        int unique = 0;
        for (int i = 0; i < x.length; i += alike[i]) {
            unique++;
        }
        return unique;
    }

    /** The share of rows whose value another row has. */
    double shareAlike() {
        return (double) IntStream.of(alike).filter(rows -> rows > 1).count() / size();
    }

    /** Whether many rows share values of the running variable, so that it is discrete (the R package rdrobust). */
    boolean isHeaped() {
        return 1 - (double) uniqueValues() / size() >= HEAPED;
    }

    /** The same rows with treatment received as the outcome. */
    Side ofTreatment() {
        return withOutcome(treatment);
    }

    /** The same rows of a sharp design with another outcome. */
    Side withOutcome(double[] outcome) {
        return new Side(x, outcome, new double[0], covariates, clusters, weights, alike);
    }

    /** By how much a row counts. */
    double weight(int row, Kernel kernel, double bandwidth) {
        return weights[row] * kernel.weight(x[row], bandwidth);
    }

    /** The distance from the cutoff of the n-th nearest value of x. */
    double distanceOfUnique(int n) {
        double[] unique = Arrays.stream(x).map(Math::abs).sorted().distinct().toArray();
        return unique[Math.min(n, unique.length) - 1];
    }

    /** The furthest distance from the cutoff. */
    double reach() {
        return Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1]));
    }

    /** The rows nearer to the cutoff than the kernel's reach. */
    Side within(Kernel kernel, double bandwidth) {
        int from = 0;
        int to = x.length;
        while (from < to && kernel.weight(x[from], bandwidth) <= 0) {
            from++;
        }
        while (to > from && kernel.weight(x[to - 1], bandwidth) <= 0) {
            to--;
        }
        return new Side(
                Arrays.copyOfRange(x, from, to),
                Arrays.copyOfRange(y, from, to),
                isFuzzy() ? Arrays.copyOfRange(treatment, from, to) : treatment,
                covariates(from, to),
                clusters.length == 0 ? clusters : Arrays.copyOfRange(clusters, from, to),
                Arrays.copyOfRange(weights, from, to),
                Arrays.copyOfRange(alike, from, to));
    }

    private double[][] covariates(int from, int to) {
        return Arrays.stream(covariates)
                .map(values -> Arrays.copyOfRange(values, from, to))
                .toArray(double[][]::new);
    }

    /** Outcome and, in a fuzzy design, treatment received without the effects of the covariates. */
    Side without(double[] ofOutcome, double[] ofTreatment) {
        return new Side(
                x,
                less(y, ofOutcome),
                isFuzzy() ? less(treatment, ofTreatment) : treatment,
                covariates,
                clusters,
                weights,
                alike);
    }

    private double[] less(double[] values, double[] effects) {
        double[] less = values.clone();
        for (int j = 0; j < covariates.length; j++) {
            for (int i = 0; i < less.length; i++) {
                less[i] -= effects[j] * covariates[j][i];
            }
        }
        return less;
    }

    /**
     * The variance of a sum of values times weights: of independent rows by their nearest neighbours, of clusters by their
     * residuals from the polynomial with the factors G / (G - 1) and (n - 1) / (n - k), k being its number of powers.
     *
     * @param fit the polynomial
     */
    double variance(double[] weights, double[] values, LocalPolynomial fit) {
        if (clusters.length == 0) {
            return LocalPolynomial.variance(weights, neighbourResiduals(values));
        }
        double[] residuals = fit.residuals(x, values);
        Map<Integer, Double> sums = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            sums.merge(clusters[i], weights[i] * residuals[i], Double::sum);
        }
        double sum = 0;
        for (double part : sums.values()) {
            sum += part * part;
        }
        double groups = sums.size();
        return sum * groups / (groups - 1) * (weights.length - 1.0) / (weights.length - fit.weights().length);
    }

    /**
     * Residuals of values from the mean of their nearest neighbours in x, at least three of them, those at equal distance all
     * taken (Abadie and Imbens 2008; Calonico, Cattaneo and Titiunik 2014, section 5).
     */
    double[] neighbourResiduals(double[] values) {
        int n = x.length;
        double[] before = new double[n + 1];
        for (int i = 0; i < n; i++) {
            before[i + 1] = before[i] + values[i];
        }
        double[] residuals = new double[n];
        int place = 0;
        for (int i = 0; i < n; i++) {
            place = i > 0 && x[i] == x[i - 1] ? place + 1 : 0;
            int left = place;
            int right = Math.max(0, Math.min(alike[i] - place - 1, n - 1 - i));
            while (left + right < Math.min(NEIGHBOURS, n - 1)) {
                double toLeft = i - left - 1 < 0 ? Double.POSITIVE_INFINITY : x[i] - x[i - left - 1];
                double toRight = i + right + 1 >= n ? Double.POSITIVE_INFINITY : x[i + right + 1] - x[i];
                int newLeft = toLeft <= toRight ? alike[i - left - 1] : 0;
                int newRight = toRight <= toLeft ? alike[i + right + 1] : 0;
                left = Math.min(i, left + newLeft);
                right = Math.min(n - 1 - i, right + newRight);
            }
            int count = left + right;
            double others = before[i + right + 1] - before[i - left] - values[i];
            residuals[i] = Math.sqrt(count / (count + 1.0)) * (values[i] - others / count);
        }
        return residuals;
    }

    private static final int NEIGHBOURS = 3;
    private static final double HEAPED = 0.2;
}
