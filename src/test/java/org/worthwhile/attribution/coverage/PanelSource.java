package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/**
 * Units with levels and a common trend over ten periods, some of them treated from the middle on without effect.
 *
 * @param memory of errors of variance 1
 * @param noise by how much the treated units' errors are larger
 * @param cohorts 1, or 3 that are treated from the fourth, sixth and eighth period on
 */
record PanelSource(int units, int treated, double memory, double noise, int cohorts) implements Source {

    private static final int PERIODS = 10;

    PanelSource(int units, int treated, double memory) {
        this(units, treated, memory, 1, 1);
    }

    @Override
    public String name() {
        return units + " units, " + treated + " treated"
                + (cohorts > 1 ? " in " + cohorts + " cohorts" : "")
                + (noise > 1 ? " and " + Math.round(noise) + " times as noisy" : "")
                + ", correlation " + memory;
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"treatmentStart\": \"g\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("u", "t", "g", "d", "y");
        for (int unit = 0; unit < units; unit++) {
            int start = unit >= treated ? PERIODS : cohorts == 1 ? 5 : 3 + 2 * (unit % cohorts);
            double level = 2 * random.nextGaussian();
            double error = random.nextGaussian();
            for (int t = 0; t < PERIODS; t++) {
                error = t == 0 ? error : memory * error + Math.sqrt(1 - memory * memory) * random.nextGaussian();
                rows.add(
                        unit,
                        2010 + t,
                        start < PERIODS ? 2010 + start : 0,
                        t >= start ? 1 : 0,
                        50 + level + 0.3 * t + error * (unit < treated ? noise : 1));
            }
        }
        return rows.withTruth(0);
    }
}
