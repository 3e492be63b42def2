package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/**
 * Rows about a cutoff at 0 with a running variable from -1 to 1, without a jump.
 *
 * @param whole the running variable in whole numbers from minus to plus this; 0 for a continuous one
 * @param uneven whether errors are twice as large above and grow with the distance
 */
record CutoffSource(int rows, Curve curve, int whole, boolean uneven) implements Source {

    CutoffSource(int rows, Curve curve) {
        this(rows, curve, 0, false);
    }

    @Override
    public String name() {
        return "n " + rows + ", " + curve.title()
                + (whole > 0 ? ", whole numbers to " + whole : "")
                + (uneven ? ", heteroskedastic" : "");
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"runningVariable\": \"x\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        Rows made = new Rows("x", "y");
        for (int row = 0; row < rows; row++) {
            double x = whole > 0 ? random.nextInt(-whole, whole + 1) / (double) whole : curve.place(random);
            double spread = curve.noise() * (uneven ? (x >= 0 ? 2 : 1) * (0.5 + Math.abs(x)) : 1);
            made.add(whole > 0 ? Math.rint(x * whole) : x, curve.at(x) + spread * random.nextGaussian());
        }
        return made.withTruth(0);
    }
}
