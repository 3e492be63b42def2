package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * The expected value of knowing several inputs together, by regression of the options' net values on them (Strong, Oakley and
 * Brennan 2014, Medical Decision Making 34). What is fitted is a polynomial in what was drawn: powers up to the third, products of
 * two, and of three where inputs are few; net values are products of inputs, so that it holds what they do together. The standard
 * error is the jackknife's over replicates, and what the fit gains by chance is taken off by it.
 */
final class GroupInformation {

    /** So many terms or fewer. */
    private static final int MOST_TERMS = 150;

    /** A term that others explain but for this share of its squares adds nothing. */
    private static final double DEPENDENT = 1e-9;

    private final Replicates trials;
    private final double[][] npsv;
    private final int independent;

    /**
     * What groups tell of options.
     *
     * @param trials of which there are draws
     * @param npsv by option and trial
     * @param independent the most trials that can count as independent
     */
    GroupInformation(Replicates trials, double[][] npsv, int independent) {
        this.trials = trials;
        this.npsv = npsv;
        this.independent = independent;
    }

    /**
     * The value of knowing inputs.
     *
     * @param drawn by input and trial, at least one input
     */
    Estimate value(List<double[]> drawn) {
        if (npsv.length == 1) {
            return new Estimate(0, 0);
        }
        double[][] terms =
                terms(drawn.stream().map(GroupInformation::standardised).toList());
        double[][][] squares = new double[trials.count()][][];
        double[][][] products = new double[trials.count()][][];
        IntStream.range(0, trials.count()).parallel().forEach(replicate -> {
            squares[replicate] = products(terms, terms, replicate);
            products[replicate] = products(terms, npsv, replicate);
        });
        double[][] allSquares = sum(squares, -1);
        double[][] allProducts = sum(products, -1);
        Gain gain = gain(terms, LeastSquares.solve(allSquares, allProducts, DEPENDENT), -1);
        if (trials.count() == 1) {
            return new Estimate(gain.mean, 0);
        }
        double[] without = IntStream.range(0, trials.count())
                .parallel()
                .mapToDouble(replicate -> gain(
                                terms,
                                LeastSquares.solve(sum(squares, replicate), sum(products, replicate), DEPENDENT),
                                replicate)
                        .mean)
                .toArray();
        double bias = (trials.count() - 1) * (Arrays.stream(without).sum() / without.length - gain.mean);
        double error = Replicates.jackknifeError(without);
        return new Estimate(
                Math.max(0, gain.mean - bias),
                independent < trials.trials() ? Math.max(error, gain.deviation / Math.sqrt(independent)) : error);
    }

    private static double[] standardised(double[] values) {
        double mean = SampleStatistics.mean(values);
        double deviation = SampleStatistics.standardDeviation(values, mean);
        return Arrays.stream(values)
                .map(value -> deviation > 0 ? (value - mean) / deviation : 0)
                .toArray();
    }

    /** A constant, then kinds of terms as long as there is room for all of a kind. */
    private static double[][] terms(List<double[]> inputs) {
        int count = inputs.size();
        List<double[]> terms = new ArrayList<>();
        double[] one = new double[inputs.getFirst().length];
        Arrays.fill(one, 1);
        terms.add(one);
        terms.addAll(inputs);
        List<List<double[]>> kinds = List.of(
                products(inputs, 2, true),
                products(inputs, 2, false),
                products(inputs, 3, false),
                products(inputs, 3, true));
        for (List<double[]> kind : kinds) {
            if (terms.size() + kind.size() <= MOST_TERMS || terms.size() <= count + 1) {
                terms.addAll(kind.subList(0, Math.min(kind.size(), Math.max(0, MOST_TERMS - terms.size()))));
            }
        }
        return terms.toArray(double[][]::new);
    }

    /** Powers of each input, or products of different ones; none where there are more of them than there can be terms. */
    private static List<double[]> products(List<double[]> inputs, int degree, boolean powers) {
        List<int[]> choices = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (powers) {
                int[] same = new int[degree];
                Arrays.fill(same, i);
                choices.add(same);
                continue;
            }
            for (int j = i + 1; j < inputs.size() && choices.size() <= MOST_TERMS; j++) {
                if (degree == 2) {
                    choices.add(new int[] {i, j});
                }
                for (int k = j + 1; degree == 3 && k < inputs.size() && choices.size() <= MOST_TERMS; k++) {
                    choices.add(new int[] {i, j, k});
                }
            }
        }
        return choices.size() > MOST_TERMS
                ? List.of()
                : choices.stream().map(choice -> product(inputs, choice)).toList();
    }

    private static double[] product(List<double[]> inputs, int[] choice) {
        double[] product = inputs.get(choice[0]).clone();
        for (int i = 1; i < choice.length; i++) {
            double[] factor = inputs.get(choice[i]);
            for (int trial = 0; trial < product.length; trial++) {
                product[trial] *= factor[trial];
            }
        }
        return product;
    }

    /** The sums of products over a replicate's trials. */
    private double[][] products(double[][] first, double[][] second, int replicate) {
        int from = trials.start(replicate);
        int to = trials.start(replicate + 1);
        double[][] sums = new double[first.length][second.length];
        for (int i = 0; i < first.length; i++) {
            double[] left = first[i];
            boolean isSymmetric = first == second;
            for (int j = isSymmetric ? i : 0; j < second.length; j++) {
                double[] right = second[j];
                double sum = 0;
                for (int trial = from; trial < to; trial++) {
                    sum += left[trial] * right[trial];
                }
                sums[i][j] = sum;
                if (isSymmetric) {
                    sums[j][i] = sum;
                }
            }
        }
        return sums;
    }

    private static double[][] sum(double[][][] parts, int without) {
        double[][] sum = new double[parts[0].length][parts[0][0].length];
        for (int part = 0; part < parts.length; part++) {
            for (int i = 0; part != without && i < sum.length; i++) {
                for (int j = 0; j < sum[i].length; j++) {
                    sum[i][j] += parts[part][i][j];
                }
            }
        }
        return sum;
    }

    /** What choosing by a fit gains over the option that is best on average, with its deviation over trials. */
    private record Gain(double mean, double deviation) {}

    /** @param coefficients by term and option */
    private Gain gain(double[][] terms, double[][] coefficients, int without) {
        int options = npsv.length;
        double[] sums = new double[options];
        double best = 0;
        double squares = 0;
        double[] fitted = new double[options];
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            int leading = IntStream.range(0, options)
                    .reduce((a, b) -> sums[b] > sums[a] ? b : a)
                    .orElseThrow();
            for (int replicate = 0; replicate < trials.count(); replicate++) {
                for (int trial = trials.start(replicate);
                        replicate != without && trial < trials.start(replicate + 1);
                        trial++) {
                    fit(terms, coefficients, trial, fitted);
                    double highest = Double.NEGATIVE_INFINITY;
                    for (int option = 0; option < options; option++) {
                        highest = Math.max(highest, fitted[option]);
                        sums[option] += pass == 0 ? fitted[option] : 0;
                    }
                    count += pass == 0 ? 1 : 0;
                    double more = pass == 1 ? highest - fitted[leading] : 0;
                    best += more;
                    squares += more * more;
                }
            }
        }
        double mean = best / count;
        return new Gain(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }

    private static void fit(double[][] terms, double[][] coefficients, int trial, double[] fitted) {
        Arrays.fill(fitted, 0);
        for (int term = 0; term < terms.length; term++) {
            double value = terms[term][trial];
            double[] own = coefficients[term];
            for (int option = 0; option < fitted.length; option++) {
                fitted[option] += value * own[option];
            }
        }
    }
}
