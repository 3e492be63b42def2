package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** Districts of 3 to 17 units over ten periods, half of the districts treated from the sixth on; errors last within both. */
record DistrictSource(int districts) implements Source {

    @Override
    public String name() {
        return districts + " districts of unequal size, half treated";
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"unit\": \"u\", \"time\": \"t\", \"treatmentStart\": \"g\", \"cluster\": \"c\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("c", "u", "t", "g", "y");
        int next = 0;
        for (int district = 0; district < districts; district++) {
            double[] shared = Memory.MOST.errors(random, 10);
            int units = random.nextInt(3, 18);
            for (int i = 0; i < units; i++) {
                double level = random.nextGaussian();
                double[] own = Memory.SOME.errors(random, 10);
                for (int t = 0; t < 10; t++) {
                    rows.add(district, next, t, 2 * district < districts ? 5 : 0, level + 0.5 * shared[t] + own[t]);
                }
                next++;
            }
        }
        return rows.withTruth(0);
    }
}
