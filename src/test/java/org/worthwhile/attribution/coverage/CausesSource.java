package org.worthwhile.attribution.coverage;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.causes.CausesDetails;

/** Units over six periods with two causes that grow and go together; asked is what the first contributes to the change. */
record CausesSource(int units, Target target) implements Source {

    private static final double EFFECT = 1.5;
    private static final double GROWTH = 0.3;

    /** What the truth is of. */
    enum Target {
        /** The effect times the change that is expected of such units. */
        POPULATION,

        /** The effect times the change of just these units. */
        THESE_UNITS
    }

    @Override
    public String name() {
        return units + " units, the first of two causes, "
                + (target == Target.POPULATION ? "in the population of such units" : "in these units alone");
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"causes\": [\"a\", \"b\"]";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("u", "t", "a", "b", "y");
        double change = 0;
        for (int unit = 0; unit < units; unit++) {
            double level = random.nextGaussian();
            for (int t = 0; t < 6; t++) {
                double a = GROWTH * t + random.nextGaussian();
                double b = 0.5 * a + 0.2 * t + random.nextGaussian();
                change += t == 5 ? a / units : t == 0 ? -a / units : 0;
                rows.add(unit, t, a, b, level + EFFECT * a - 0.8 * b + 0.5 * random.nextGaussian());
            }
        }
        return rows.withTruth(EFFECT * (target == Target.POPULATION ? 5 * GROWTH : change));
    }

    /** Contributions have no p-value of their own in the headline. */
    @Override
    public Finding finding(Attribution answer) {
        Contribution first = ((CausesDetails) answer.details()).contributions().getFirst();
        return new Finding(
                first.contribution(),
                first.standardError(),
                new Interval(first.low(), first.high(), answer.interval().level()),
                answer.coefficients().getFirst().pValue(),
                OptionalDouble.empty(),
                List.of());
    }
}
