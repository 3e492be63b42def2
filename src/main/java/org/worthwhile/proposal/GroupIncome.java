package org.worthwhile.proposal;

/** What a group's households have to live on, beside the middle household of all. */
public sealed interface GroupIncome {

    /** Equivalised income over the median. */
    double index();

    /** The ratio as it was entered. */
    record Index(double index) implements GroupIncome {}

    /**
     * Incomes a year, equivalised on the same scale.
     *
     * @param income of the group
     * @param median of all
     */
    record Equivalised(double income, double median) implements GroupIncome {
        @Override
        public double index() {
            return income / median;
        }
    }

    /**
     * The income of a household that is not yet equivalised.
     *
     * @param income a year, of the household together
     * @param median equivalised, with a couple without children as 1
     * @param adults those of 14 and over, at least one
     * @param children those under 14
     */
    record Household(double income, double median, int adults, int children) implements GroupIncome {

        private static final double FIRST_ADULT = 0.67;
        private static final double FURTHER_ADULT = 0.33;
        private static final double CHILD = 0.2;

        @Override
        public double index() {
            return income / scale() / median;
        }

        /**
         * The modified OECD equivalence scale with a couple as 1, as the Office for National Statistics and Households below
         * average income have it before housing costs.
         */
        public double scale() {
            return FIRST_ADULT + FURTHER_ADULT * (adults - 1) + CHILD * children;
        }
    }
}
