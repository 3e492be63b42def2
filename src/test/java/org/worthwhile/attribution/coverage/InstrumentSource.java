package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 250 rows with a dose without effect that instruments move.
 *
 * @param strength the expected F of the first stage
 * @param endogeneity the correlation of the dose's errors with the outcome's
 */
record InstrumentSource(int instruments, double strength, double endogeneity) implements Source {

    private static final int ROWS = 250;

    @Override
    public String name() {
        return (instruments == 1 ? "1 instrument" : instruments + " instruments") + " of F " + Math.round(strength)
                + ", endogeneity " + endogeneity;
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"treatment\": \"d\", \"instruments\": ["
                + IntStream.range(0, instruments)
                        .mapToObj(j -> "\"z" + j + "\"")
                        .collect(Collectors.joining(", "))
                + "]";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        double slope = Math.sqrt((strength - 1) / ROWS);
        String[] names = IntStream.range(0, instruments + 2)
                .mapToObj(j -> j == 0 ? "y" : j == 1 ? "d" : "z" + (j - 2))
                .toArray(String[]::new);
        Rows rows = new Rows(names);
        for (int row = 0; row < ROWS; row++) {
            double[] values = new double[names.length];
            double noise = random.nextGaussian();
            values[1] = noise;
            for (int j = 2; j < values.length; j++) {
                values[j] = random.nextGaussian();
                values[1] += slope * values[j];
            }
            values[0] = endogeneity * noise + Math.sqrt(1 - endogeneity * endogeneity) * random.nextGaussian();
            rows.add(values);
        }
        return rows.withTruth(0);
    }
}
