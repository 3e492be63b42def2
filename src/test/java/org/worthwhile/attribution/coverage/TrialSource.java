package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A trial of persons, the first so many of them treated without effect. */
record TrialSource(int rows, int treated, Outcome outcome) implements Source {

    /** What is measured. */
    sealed interface Outcome {}

    /** An event of this probability. */
    record Event(double share) implements Outcome {}

    /** A cost whose logarithm has this standard deviation. */
    record Cost(double spread) implements Outcome {}

    /** A number that a covariate explains in part, and that varies twice as much among the treated. */
    record Adjusted() implements Outcome {}

    @Override
    public String name() {
        return rows + " persons, " + treated + " treated, "
                + switch (outcome) {
                    case Event(double share) -> "events of " + Math.round(100 * share) + "%";
                    case Cost(double spread) -> "log-normal costs of spread " + spread;
                    case Adjusted() -> "a covariate, noisier treated";
                };
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"treatment\": \"d\""
                + (outcome instanceof Adjusted ? ", \"covariates\": [\"x\"]" : "");
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows made = new Rows("d", "x", "y");
        for (int row = 0; row < rows; row++) {
            double d = row < treated ? 1 : 0;
            double x = random.nextGaussian();
            double y = switch (outcome) {
                case Event(double share) -> random.nextDouble() < share ? 1 : 0;
                case Cost(double spread) -> StrictMath.exp(spread * random.nextGaussian());
                case Adjusted() -> x + (1 + d) * random.nextGaussian();
            };
            made.add(d, x, y);
        }
        return made.withTruth(0);
    }
}
