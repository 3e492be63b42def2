package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A trial of clusters with an intra-cluster correlation of 0.2, of 20 rows each or of 5 to 100; without effect. */
record ClusterTrialSource(int clusters, int treated, boolean equal) implements Source {

    @Override
    public String name() {
        return clusters + " clusters of " + (equal ? "equal" : "unequal") + " size, " + treated + " treated";
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"treatment\": \"d\", \"cluster\": \"c\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows rows = new Rows("c", "d", "y");
        for (int cluster = 0; cluster < clusters; cluster++) {
            long size = equal ? 20 : Math.round(5 * StrictMath.pow(20, random.nextDouble()));
            double shared = random.nextGaussian();
            for (int i = 0; i < size; i++) {
                rows.add(cluster, cluster < treated ? 1 : 0, shared + 2 * random.nextGaussian());
            }
        }
        return rows.withTruth(0);
    }
}
