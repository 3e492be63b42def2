package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Correlation;

/**
 * Draws that move together: a Gaussian copula whose normal scores have the correlation 2 sin(pi rank / 6), which gives the
 * wanted rank correlation (Pearson 1907; Iman and Conover 1982 for the use).
 *
 * @param members positions of the correlated inputs among all
 * @param root the lower triangle L with LL' the correlation of normal scores
 */
record RankCorrelation(int[] members, double[][] root) {

    private static final double ROUNDING = 1e-10;

    /**
     * The correlations among uncertain inputs; one with an input that is certain has no consequence.
     *
     * @throws InvalidInput if they cannot all hold, naming the pair furthest from what is possible
     */
    static RankCorrelation of(List<Correlation> correlations, List<UncertainInput> inputs, String proposal) {
        List<String> paths = inputs.stream().map(UncertainInput::path).toList();
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            if (correlations.stream()
                    .anyMatch(pair -> pair.first().equals(path) || pair.second().equals(path))) {
                members.add(i);
            }
        }
        int k = members.size();
        double[][] scores = new double[k][k];
        for (int i = 0; i < k; i++) {
            scores[i][i] = 1;
        }
        for (Correlation pair : correlations) {
            int i = members.indexOf(paths.indexOf(pair.first()));
            int j = members.indexOf(paths.indexOf(pair.second()));
            if (i >= 0 && j >= 0 && i != j) {
                double score = 2 * StrictMath.sin(Math.PI * pair.rank() / 6);
                scores[i][j] = score;
                scores[j][i] = score;
            }
        }
        requirePossible(scores, members, paths, proposal);
        return new RankCorrelation(members.stream().mapToInt(Integer::intValue).toArray(), root(scores));
    }

    private static void requirePossible(double[][] scores, List<Integer> members, List<String> paths, String proposal) {
        if (scores.length == 0) {
            return;
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(scores));
        double least = java.util.Arrays.stream(decomposition.getRealEigenvalues())
                .min()
                .orElse(0);
        if (least >= -ROUNDING) {
            return;
        }
        double[][] nearest = nearest(decomposition);
        int worstFirst = 0;
        int worstSecond = 1;
        for (int i = 0; i < scores.length; i++) {
            for (int j = i + 1; j < scores.length; j++) {
                if (Math.abs(scores[i][j] - nearest[i][j])
                        > Math.abs(scores[worstFirst][worstSecond] - nearest[worstFirst][worstSecond])) {
                    worstFirst = i;
                    worstSecond = j;
                }
            }
        }
        throw new InvalidInput(new Problem(
                Place.of(proposal).within("/correlations"),
                String.format(
                        Locale.ROOT,
                        "the rank correlations cannot all hold; furthest from possible is %.2f between '%s' and '%s'",
                        rank(scores[worstFirst][worstSecond]),
                        paths.get(members.get(worstFirst)),
                        paths.get(members.get(worstSecond))),
                "the nearest possible set, to take over if you agree, is " + words(nearest, members, paths)));
    }

    /** Every pair with its rank correlation. */
    private static String words(double[][] scores, List<Integer> members, List<String> paths) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            for (int j = i + 1; j < scores.length; j++) {
                pairs.add(String.format(
                        Locale.ROOT,
                        "%.2f between '%s' and '%s'",
                        rank(scores[i][j]),
                        paths.get(members.get(i)),
                        paths.get(members.get(j))));
            }
        }
        return String.join(", ", pairs);
    }

    private static double rank(double score) {
        return 6 / Math.PI * StrictMath.asin(score / 2);
    }

    /** The matrix with its negative eigenvalues set to zero, scaled back to ones on the diagonal. */
    private static double[][] nearest(EigenDecomposition decomposition) {
        double[] eigenvalues = decomposition.getRealEigenvalues();
        RealMatrix diagonal = new Array2DRowRealMatrix(eigenvalues.length, eigenvalues.length);
        for (int i = 0; i < eigenvalues.length; i++) {
            diagonal.setEntry(i, i, Math.max(0, eigenvalues[i]));
        }
        double[][] clipped = decomposition
                .getV()
                .multiply(diagonal)
                .multiply(decomposition.getVT())
                .getData();
        double[][] scaled = new double[clipped.length][clipped.length];
        for (int i = 0; i < clipped.length; i++) {
            for (int j = 0; j < clipped.length; j++) {
                scaled[i][j] = clipped[i][j] / Math.sqrt(clipped[i][i] * clipped[j][j]);
            }
        }
        return scaled;
    }

    /** Cholesky's triangle, in which a score that others settle wholly has no part of its own. */
    private static double[][] root(double[][] matrix) {
        int k = matrix.length;
        double[][] root = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= root[i][m] * root[j][m];
                }
                if (i == j) {
                    root[i][i] = Math.sqrt(Math.max(0, sum));
                } else {
                    root[i][j] = root[j][j] > ROUNDING ? sum / root[j][j] : 0;
                }
            }
        }
        return root;
    }

    /** Turns independent probabilities into correlated ones, in place. */
    void apply(double[][] probabilities, int count) {
        int k = members.length;
        double[] scores = new double[k];
        for (int trial = 0; trial < count; trial++) {
            for (int i = 0; i < k; i++) {
                scores[i] = NormalScore.at(probabilities[members[i]][trial]);
            }
            for (int i = k - 1; i >= 0; i--) {
                double score = 0;
                for (int j = 0; j <= i; j++) {
                    score += root[i][j] * scores[j];
                }
                probabilities[members[i]][trial] =
                        Math.clamp(NormalScore.probability(score), Double.MIN_NORMAL, 1 - 0x1.0p-53);
            }
        }
    }
}
