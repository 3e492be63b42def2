package org.worthwhile.attribution.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the answers to the data sets of a setting, or of several, come to. */
record Tally(int sets, List<Answer.Found> found) {

    /**
     * A share of data sets.
     *
     * @param of how many there were
     */
    record Share(int count, int of) {

        double value() {
            return count / (double) of;
        }

        /** The Monte Carlo standard error, with two successes and two failures added so that none is 0 (Agresti and Coull 1998). */
        double error() {
            double share = (count + 2.0) / (of + 4.0);
            return Math.sqrt(share * (1 - share) / (of + 4.0));
        }

        boolean isBelow(double bound) {
            return value() + 2 * error() < bound;
        }

        boolean isAbove(double bound) {
            return value() - 2 * error() > bound;
        }
    }

    static Tally of(List<Answer> answers) {
        return new Tally(
                answers.size(),
                answers.stream()
                        .filter(Answer.Found.class::isInstance)
                        .map(Answer.Found.class::cast)
                        .toList());
    }

    int refused() {
        return sets - found.size();
    }

    private Share share(Predicate<Answer.Found> what) {
        return new Share((int) found.stream().filter(what).count(), found.size());
    }

    Share coverage() {
        return share(Answer.Found::covers);
    }

    Share wrongAndClean() {
        return share(answer -> !answer.covers() && answer.isClean());
    }

    /** In how many some check warns or fails. */
    Share warned() {
        return share(answer -> !answer.isClean());
    }

    /** Effects found where there is none; empty where there is one. */
    Optional<Share> falsePositives() {
        return found.stream().allMatch(answer -> answer.truth() == 0)
                ? Optional.of(share(answer -> answer.pValue() < 0.05))
                : Optional.empty();
    }

    /** In how many a check speaks against the data, of those in which it comes to a judgement. */
    Share rejections(NullCheck check) {
        List<Answer.Check> judged = found.stream()
                .flatMap(answer -> Optional.ofNullable(answer.checks().get(check.id())).stream())
                .filter(check::isMade)
                .toList();
        return new Share((int) judged.stream().filter(check::rejects).count(), judged.size());
    }

    /** The median reported standard error over the standard deviation of estimates. */
    double errorOverSpread() {
        double[] errors =
                found.stream().mapToDouble(Answer.Found::standardError).sorted().toArray();
        int half = errors.length / 2;
        double median = errors.length % 2 == 1 ? errors[half] : (errors[half - 1] + errors[half]) / 2;
        return median / spread();
    }

    /** The mean of estimates less the truth, in standard deviations of estimates. */
    double bias() {
        return Arrays.stream(misses()).average().orElseThrow() / spread();
    }

    private double spread() {
        double[] misses = misses();
        double mean = Arrays.stream(misses).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(misses).map(miss -> (miss - mean) * (miss - mean)).sum() / (misses.length - 1));
    }

    private double[] misses() {
        return found.stream()
                .mapToDouble(answer -> answer.estimate() - answer.truth())
                .toArray();
    }
}
