package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
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

    /** More than rounding to six decimals could take a set of ranks out of what is possible by. */
    private static final double INWARD = 0.999;

    /**
     * The correlations among uncertain inputs. One that is named on any of several inputs for the same truth acts on that
     * truth, which is drawn once.
     *
     * @throws InvalidInput if one names an input that is certain or the same truth twice, if two are of the same truths, or if
     *     they cannot all hold, naming the pair furthest from what is possible
     */
    static RankCorrelation of(AppraisalCase basis, List<UncertainInput> inputs) {
        return of(List.of(CorrelatedInputs.of(basis, inputs)));
    }

    /**
     * The correlations among the inputs of several proposals, which follow one another. One that any of them names between
     * truths acts on these truths in all.
     *
     * @throws InvalidInput also if two proposals correlate the same truths by different ranks
     */
    static RankCorrelation of(List<CorrelatedInputs> proposals) {
        List<UncertainInput> inputs =
                proposals.stream().flatMap(each -> each.inputs().stream()).toList();
        List<Pair> pairs = pairs(proposals, inputs);
        List<Integer> members = pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .distinct()
                .sorted()
                .toList();
        int k = members.size();
        double[][] scores = new double[k][k];
        for (int i = 0; i < k; i++) {
            scores[i][i] = 1;
        }
        for (Pair pair : pairs) {
            int i = members.indexOf(pair.first());
            int j = members.indexOf(pair.second());
            double score = 2 * StrictMath.sin(Math.PI * pair.rank() / 6);
            scores[i][j] = score;
            scores[j][i] = score;
        }
        requirePossible(
                scores,
                members,
                inputs.stream().map(UncertainInput::path).toList(),
                pairs.stream().map(Pair::proposal).distinct().collect(Collectors.joining(", ")));
        return new RankCorrelation(members.stream().mapToInt(Integer::intValue).toArray(), root(scores));
    }

    /**
     * Two truths that move together.
     *
     * @param first the position of the first input for a truth
     */
    private record Pair(String proposal, int first, int second, double rank) {

        boolean isOfSameAs(Pair other) {
            return first == other.first && second == other.second || first == other.second && second == other.first;
        }
    }

    private static List<Pair> pairs(List<CorrelatedInputs> proposals, List<UncertainInput> inputs) {
        List<Pair> pairs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int start = 0;
        for (CorrelatedInputs named : proposals) {
            List<Correlation> correlations = named.correlations();
            for (int i = 0; i < correlations.size(); i++) {
                Correlation correlation = correlations.get(i);
                Place place = Place.of(named.proposal().id()).within("/correlations/" + i);
                OptionalInt first = position(correlation.first(), named.inputs());
                OptionalInt second = position(correlation.second(), named.inputs());
                if (named.isOfOthers(correlation)) {
                    continue;
                }
                if (first.isEmpty() || second.isEmpty()) {
                    problems.add(named.fault(first.isEmpty() ? correlation.first() : correlation.second())
                            .at(place));
                    continue;
                }
                int one = leader(start + first.getAsInt(), inputs);
                int other = leader(start + second.getAsInt(), inputs);
                boolean opposed = (inputs.get(one).falling()
                                != inputs.get(start + first.getAsInt()).falling())
                        != (inputs.get(other).falling()
                                != inputs.get(start + second.getAsInt()).falling());
                Pair pair =
                        new Pair(named.proposal().id(), one, other, opposed ? -correlation.rank() : correlation.rank());
                if (one == other) {
                    problems.add(new Problem(
                            place,
                            "'" + correlation.first() + "' and '" + correlation.second()
                                    + "' stand for the same figure, which is drawn once",
                            "remove the correlation"));
                } else {
                    pairs.stream()
                            .filter(pair::isOfSameAs)
                            .findFirst()
                            .ifPresentOrElse(
                                    before -> contradiction(before, pair, place).ifPresent(problems::add),
                                    () -> pairs.add(pair));
                }
            }
            start += named.inputs().size();
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return pairs;
    }

    /** Other proposals may say the same of the same figures. */
    private static Optional<Problem> contradiction(Pair before, Pair pair, Place place) {
        if (before.proposal.equals(pair.proposal)) {
            return Optional.of(new Problem(
                    place, "correlates the same two figures as another correlation", "keep one of the two"));
        }
        return before.rank == pair.rank
                ? Optional.empty()
                : Optional.of(new Problem(
                        place,
                        "correlates the same two figures as '" + before.proposal + "' does, by another rank",
                        "give the same rank in both"));
    }

    private static OptionalInt position(String path, List<UncertainInput> inputs) {
        return IntStream.range(0, inputs.size())
                .filter(i -> inputs.get(i).path().equals(path))
                .findFirst();
    }

    /** The position of the first input for the same truth, which the others follow. */
    private static int leader(int position, List<UncertainInput> inputs) {
        UncertainInput input = inputs.get(position);
        return IntStream.range(0, position)
                .filter(i -> input.isSameTruthAs(inputs.get(i)))
                .findFirst()
                .orElse(position);
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
                        "the rank correlations cannot all hold; furthest from possible is %s between '%s' and '%s'",
                        NumberText.of(Math.round(rank(scores[worstFirst][worstSecond]) * 1e6) / 1e6),
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
                        "%s between '%s' and '%s'",
                        NumberText.of(inward(rank(scores[i][j]))),
                        paths.get(members.get(i)),
                        paths.get(members.get(j))));
            }
        }
        return String.join(", ", pairs);
    }

    /** A little nearer to 0, as all of them may be, and with as many digits as can be typed back. */
    private static double inward(double rank) {
        return Math.signum(rank) * Math.floor(Math.abs(rank) * INWARD * 1e6) / 1e6;
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
