package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** A cutoff at which the share of those treated jumps, where who is treated goes with the outcome; treatment has no effect. */
record FuzzySource(int rows, double jump) implements Source {

    @Override
    public String name() {
        return "n " + rows + ", take-up jumps by " + jump;
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"runningVariable\": \"x\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows made = new Rows("x", "taken", "y");
        for (int row = 0; row < rows; row++) {
            double x = 2 * random.nextDouble() - 1;
            double wish = random.nextDouble();
            double taken = wish < 0.15 + (x >= 0 ? jump : 0) ? 1 : 0;
            made.add(x, taken, x - 0.5 * wish + 0.4 * random.nextGaussian());
        }
        return made.withTruth(0);
    }
}
