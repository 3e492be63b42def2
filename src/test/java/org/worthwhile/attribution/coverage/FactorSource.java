package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/**
 * Donors that follow one random walk by a share drawn for each, and treated units from the thirteenth of sixteen periods on; no effect.
 *
 * @param follows by how much the treated units follow the walk: within 0 and 1, or outside what donors can be mixed to
 * @param noise by how much the treated units' errors are larger
 */
record FactorSource(int donors, int treated, double follows, double noise) implements Source {

    FactorSource(int donors, double follows) {
        this(donors, 1, follows, 1);
    }

    @Override
    public String name() {
        return treated + " treated and " + donors + " donors, " + (follows > 1 ? "outside" : "inside") + " the hull"
                + (noise > 1 ? ", treated " + Math.round(noise) + " times as noisy" : "");
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"treatment\": \"d\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        double[] walk = new double[16];
        for (int t = 1; t < walk.length; t++) {
            walk[t] = walk[t - 1] + random.nextGaussian();
        }
        Rows rows = new Rows("u", "t", "d", "y");
        for (int unit = 0; unit < donors + treated; unit++) {
            boolean chosen = unit < treated;
            double level = 50 + (chosen ? 0 : random.nextGaussian());
            double share = chosen ? follows : random.nextDouble();
            for (int t = 0; t < walk.length; t++) {
                rows.add(
                        unit,
                        t,
                        chosen && t >= 12 ? 1 : 0,
                        level + share * walk[t] + 0.5 * (chosen ? noise : 1) * random.nextGaussian());
            }
        }
        return rows.withTruth(0);
    }
}
