package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** Ten periods with shocks that all units share, and a dose without effect whose part is shared too; effects of units alone. */
record ShockSource(int units) implements Source {

    @Override
    public String name() {
        return units + " units with common shocks, no effects of time";
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"treatment\": \"d\", \"fixedEffects\": [\"u\"]";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        double[] shocks = Memory.NONE.errors(random, 10);
        double[] dose = Memory.NONE.errors(random, 10);
        Rows rows = new Rows("u", "t", "d", "y");
        for (int unit = 0; unit < units; unit++) {
            double level = random.nextGaussian();
            for (int t = 0; t < 10; t++) {
                rows.add(unit, t, dose[t] + random.nextGaussian(), level + 0.7 * shocks[t] + random.nextGaussian());
            }
        }
        return rows.withTruth(0);
    }
}
