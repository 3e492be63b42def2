package org.worthwhile.attribution.coverage;

import java.util.random.RandomGenerator;

/** Rows whose treatment, without effect, is chosen by what the outcome goes with too. */
record ConfoundedSource(int rows, Choice choice) implements Source {

    /** Who is treated. */
    enum Choice {
        HALF("half treated", 0, 1),
        QUARTER("a quarter treated", -1.2, 1),
        RARE("5% treated", -3.15, 1),
        LITTLE_OVERLAP("half treated, little overlap", 0, 4),

        /** Kang and Schafer 2007, Statistical Science 22: the covariates are seen through functions that no model has. */
        KANG_SCHAFER("Kang and Schafer's misspecification", 0, 1);

        private final String title;
        private final double intercept;
        private final double strength;

        Choice(String title, double intercept, double strength) {
            this.title = title;
            this.intercept = intercept;
            this.strength = strength;
        }
    }

    @Override
    public String name() {
        return "n " + rows + ", " + choice.title;
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"treatment\": \"d\", \"covariates\": "
                + (choice == Choice.KANG_SCHAFER ? "[\"a\", \"b\", \"c\", \"e\"]" : "[\"x\", \"w\"]");
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        return choice == Choice.KANG_SCHAFER ? kangSchafer(random) : rightModel(random);
    }

    private Drawn rightModel(RandomGenerator random) {
        Rows made = new Rows("x", "w", "d", "y");
        for (int row = 0; row < rows; row++) {
            double x = random.nextGaussian();
            double w = random.nextGaussian();
            double d = chosen(random, choice.intercept + choice.strength * (0.5 * x - 0.3 * w));
            made.add(x, w, d, x - w + random.nextGaussian());
        }
        return made.withTruth(0);
    }

    private Drawn kangSchafer(RandomGenerator random) {
        Rows made = new Rows("a", "b", "c", "e", "d", "y");
        for (int row = 0; row < rows; row++) {
            double[] z = Memory.NONE.errors(random, 4);
            made.add(
                    StrictMath.exp(z[0] / 2),
                    z[1] / (1 + StrictMath.exp(z[0])) + 10,
                    StrictMath.pow(z[0] * z[2] / 25 + 0.6, 3),
                    (z[1] + z[3] + 20) * (z[1] + z[3] + 20),
                    chosen(random, -z[0] + 0.5 * z[1] - 0.25 * z[2] - 0.1 * z[3]),
                    210 + 27.4 * z[0] + 13.7 * (z[1] + z[2] + z[3]) + random.nextGaussian());
        }
        return made.withTruth(0);
    }

    private static double chosen(RandomGenerator random, double logit) {
        return random.nextDouble() < 1 / (1 + StrictMath.exp(-logit)) ? 1 : 0;
    }
}
