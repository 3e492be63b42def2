package org.worthwhile.portfolio;

/**
 * What no choice exceeds, at prices of the rules: the value of the limits at those prices, and of each proposal the column
 * worth most after it has paid for what it takes (Everett 1963, Operations Research 11; Geoffrion 1974, Mathematical
 * Programming Study 2). Any prices give a bound, if they are at least 0 where a sum is held down and at most 0 where it is held up.
 *
 * @param value that no choice exceeds, in the values' money, what rounding may take off added
 * @param reduced the values of the open proposals' columns after what they pay, by proposal and place among its open columns
 * @param best the greatest of each proposal
 */
record LagrangianBound(double value, double[][] reduced, double[] best) {

    /** What sums that carry their own rounding may be off by, as a share of what is summed. */
    private static final double ROUNDING = 1e-14;

    /**
     * @param open columns by proposal
     * @param prices by rule, of which those with the wrong sign are not used
     * @param fixedValue of the proposals that are not open
     * @param fixedSums of the rules over the same
     */
    static LagrangianBound of(
            IntegerProgramme programme, int[][] open, double[] prices, double fixedValue, double[] fixedSums) {
        int rules = programme.rules();
        CompensatedSum sum = new CompensatedSum();
        double size = Math.abs(fixedValue);
        sum.add(fixedValue);
        double[] used = prices.clone();
        for (int rule = 0; rule < rules; rule++) {
            double limit =
                    used[rule] > 0 ? programme.highest()[rule] : programme.lowest()[rule];
            if (used[rule] == 0 || Double.isInfinite(limit)) {
                used[rule] = 0;
            } else {
                sum.add(used[rule] * limit);
                sum.add(-used[rule] * fixedSums[rule]);
                size += Math.abs(used[rule]) * (Math.abs(limit) + programme.sizes()[rule]);
            }
        }
        double[][] reduced = new double[open.length][];
        double[] best = new double[open.length];
        for (int p = 0; p < open.length; p++) {
            double[] own = new double[open[p].length];
            double most = Double.NEGATIVE_INFINITY;
            double largest = 0;
            for (int place = 0; place < own.length; place++) {
                int j = open[p][place];
                double left = programme.values()[j];
                largest = Math.max(largest, Math.abs(left));
                for (int rule = 0; rule < rules; rule++) {
                    left -= used[rule] * programme.coefficient(rule, j);
                }
                own[place] = left;
                most = Math.max(most, left);
            }
            reduced[p] = own;
            best[p] = most;
            sum.add(most);
            size += largest;
        }
        return new LagrangianBound(sum.value() + ROUNDING * size, reduced, best);
    }

    /**
     * Whether weights of the rules show that they contradict each other: no choice brings the weighted sum of all rules as
     * far as their limits together demand (Farkas 1902). The weights are taken with either sign.
     */
    static boolean contradicts(IntegerProgramme programme, int[][] open, double[] weights, double[] fixedSums) {
        return falls(programme, open, weights, fixedSums, 1) || falls(programme, open, weights, fixedSums, -1);
    }

    private static boolean falls(
            IntegerProgramme programme, int[][] open, double[] weights, double[] fixedSums, int sign) {
        CompensatedSum missing = new CompensatedSum();
        double size = 0;
        double[] used = new double[weights.length];
        for (int rule = 0; rule < used.length; rule++) {
            double weight = sign * weights[rule];
            double limit = weight > 0 ? programme.lowest()[rule] : programme.highest()[rule];
            if (weight != 0 && Double.isFinite(limit)) {
                used[rule] = weight;
                missing.add(weight * limit);
                missing.add(-weight * fixedSums[rule]);
                size += Math.abs(weight) * (Math.abs(limit) + programme.sizes()[rule]);
            }
        }
        for (int[] columns : open) {
            double most = Double.NEGATIVE_INFINITY;
            for (int j : columns) {
                double taken = 0;
                for (int rule = 0; rule < used.length; rule++) {
                    taken += used[rule] * programme.coefficient(rule, j);
                }
                most = Math.max(most, taken);
            }
            missing.add(-most);
        }
        return missing.value() > ROUNDING * size;
    }
}
