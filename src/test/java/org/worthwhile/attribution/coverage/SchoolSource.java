package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A cutoff with a covariate, and 120 clusters of ten rows that share a part of their errors. */
record SchoolSource() implements Source {

    @Override
    public String name() {
        return "n 1200 in 120 clusters, a covariate";
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"runningVariable\": \"x\", \"covariates\": [\"z\"], \"cluster\": \"c\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("c", "x", "z", "y");
        for (int cluster = 0; cluster < 120; cluster++) {
            double shared = 0.3 * random.nextGaussian();
            for (int i = 0; i < 10; i++) {
                double x = 2 * random.nextDouble() - 1;
                double z = random.nextGaussian();
                rows.add(cluster, x, z, x + z + shared + 0.4 * random.nextGaussian());
            }
        }
        return rows.withTruth(0);
    }
}
