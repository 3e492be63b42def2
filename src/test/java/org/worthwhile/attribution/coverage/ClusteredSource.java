package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A cross-section of clusters of 20 rows, every other cluster treated without effect; half of the variance is shared. */
record ClusteredSource(int clusters) implements Source {

    @Override
    public String name() {
        return clusters + " clusters of rows, half treated";
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"treatment\": \"d\", \"cluster\": \"c\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("c", "d", "y");
        for (int cluster = 0; cluster < clusters; cluster++) {
            double shared = random.nextGaussian();
            for (int i = 0; i < 20; i++) {
                rows.add(cluster, cluster % 2, shared + random.nextGaussian());
            }
        }
        return rows.withTruth(0);
    }
}
