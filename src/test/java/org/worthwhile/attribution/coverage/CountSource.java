package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.worthwhile.attribution.MadeData;

/** Counts about a mean whose logarithm moves with a standard deviation of 0.3, interrupted half-way without effect. */
record CountSource(int length, Memory memory, double mean) implements Source {

    @Override
    public String name() {
        return length + " times, counts about " + Math.round(mean) + ", " + memory.title();
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"time\": \"t\", \"treatment\": \"d\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        double[] errors = memory.errors(random, length);
        double[] counts = new double[length];
        for (int t = 0; t < length; t++) {
            counts[t] = poisson(random, mean * StrictMath.exp(0.3 * errors[t]));
        }
        return new Drawn(
                MadeData.of("t", IntStream.range(0, length).asDoubleStream().toArray())
                        .and("d", SeriesSource.after(length))
                        .and("y", counts),
                0);
    }

    /** Knuth's method. */
    private static double poisson(RandomGenerator random, double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
