package org.worthwhile.portfolio;

import java.util.Arrays;

/**
 * The basis of a relaxation, kept small: the keys, one column of each open proposal, and beside them as many entered columns
 * as rules are tight. Shares of the entered columns and prices of the tight rules follow from it.
 */
final class WorkingBasis {

    /** The columns, and the tight rules with the limit that each is at, to begin again from. */
    record Basis(int[] keys, int[] entered, int[] enteredAt, int[] tight, boolean[] atHighest) {
        static final Basis NONE = new Basis(new int[0], new int[0], new int[0], new int[0], new boolean[0]);
    }

    private final IntegerProgramme programme;
    private final int rules;
    private final double[] values;
    private final double[] coefficients;
    private final boolean[] basic;
    private double[] base = new double[0];
    private int[] keys = new int[0];
    private int size;
    private final int[] entered;
    private final int[] enteredAt;
    private final int[] tight;
    private final boolean[] atHighest;
    private final double[] shares;
    private final double[] prices;
    private double[][] inverse = new double[0][];

    WorkingBasis(IntegerProgramme programme) {
        this.programme = programme;
        this.rules = programme.rules();
        this.values = programme.values();
        this.coefficients = programme.coefficients();
        this.basic = new boolean[values.length];
        this.entered = new int[rules];
        this.enteredAt = new int[rules];
        this.tight = new int[rules];
        this.atHighest = new boolean[rules];
        this.shares = new double[rules];
        this.prices = new double[rules];
    }

    /**
     * Begins from a basis, or anew from the columns worth most. A key that may not be chosen is exchanged for the column that
     * is worth most of those that may, where it is basic alone.
     */
    void begin(int[][] open, boolean[] allowed, double[] sums, Basis from) {
        base = sums;
        boolean anew = from.keys.length != open.length;
        size = anew ? 0 : from.entered.length;
        System.arraycopy(from.entered, 0, entered, 0, size);
        System.arraycopy(from.enteredAt, 0, enteredAt, 0, size);
        System.arraycopy(from.tight, 0, tight, 0, size);
        System.arraycopy(from.atHighest, 0, atHighest, 0, size);
        keys = anew ? new int[open.length] : from.keys.clone();
        Arrays.fill(prices, 0);
        if (!anew) {
            factor();
        }
        boolean[] shared = shared();
        for (int p = 0; p < open.length; p++) {
            if (!shared[p] && (anew || !allowed[keys[p]])) {
                keys[p] = worthMost(open[p]);
            }
            basic[keys[p]] = true;
        }
        for (int e = 0; e < size; e++) {
            basic[entered[e]] = true;
        }
    }

    /** Forgets which columns are basic, so that another can begin. */
    void end() {
        for (int key : keys) {
            basic[key] = false;
        }
        for (int e = 0; e < size; e++) {
            basic[entered[e]] = false;
        }
    }

    private int worthMost(int[] columns) {
        int best = columns[0];
        for (int j : columns) {
            if (reduced(j) > reduced(best)) {
                best = j;
            }
        }
        return best;
    }

    /** Inverts the working basis, and works out shares and prices; false where it has no inverse to rely on. */
    boolean factor() {
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int t = 0; t < size; t++) {
            for (int e = 0; e < size; e++) {
                matrix[t][e] = difference(tight[t], e);
            }
            right[t] = (atHighest[t] ? programme.highest()[tight[t]] : programme.lowest()[tight[t]]) - keySum(tight[t]);
        }
        if (!SquareMatrix.invert(matrix)) {
            return false;
        }
        inverse = matrix;
        Arrays.fill(prices, 0);
        for (int e = 0; e < size; e++) {
            double share = 0;
            for (int t = 0; t < size; t++) {
                share += inverse[e][t] * right[t];
                prices[tight[t]] += inverse[e][t] * (values[entered[e]] - values[keys[enteredAt[e]]]);
            }
            shares[e] = share;
        }
        return true;
    }

    /** What the sum of a rule gains when an entered column takes the place of its proposal's key. */
    double difference(int rule, int e) {
        return coefficients[entered[e] * rules + rule] - coefficients[keys[enteredAt[e]] * rules + rule];
    }

    private double keySum(int rule) {
        double sum = base[rule];
        for (int key : keys) {
            sum += coefficients[key * rules + rule];
        }
        return sum;
    }

    double ruleSum(int rule) {
        double sum = keySum(rule);
        for (int e = 0; e < size; e++) {
            sum += shares[e] * difference(rule, e);
        }
        return sum;
    }

    /** A column's value after what it pays at the prices of the tight rules. */
    double reduced(int j) {
        double reduced = values[j];
        for (int t = 0; t < size; t++) {
            reduced -= prices[tight[t]] * coefficients[j * rules + tight[t]];
        }
        return reduced;
    }

    boolean isTight(int rule) {
        for (int t = 0; t < size; t++) {
            if (tight[t] == rule) {
                return true;
            }
        }
        return false;
    }

    double keyShare(int proposal) {
        double share = 1;
        for (int e = 0; e < size; e++) {
            share -= enteredAt[e] == proposal ? shares[e] : 0;
        }
        return share;
    }

    double share(int proposal, int column) {
        if (column == keys[proposal]) {
            return keyShare(proposal);
        }
        for (int e = 0; e < size; e++) {
            if (entered[e] == column) {
                return shares[e];
            }
        }
        return 0;
    }

    /** By proposal, whether a column beside its key is basic. */
    boolean[] shared() {
        boolean[] shared = new boolean[keys.length];
        for (int e = 0; e < size; e++) {
            shared[enteredAt[e]] = true;
        }
        return shared;
    }

    /**
     * Makes the entered column of a proposal with the greatest share its key, and the key an entered column.
     *
     * @return the position of the latter
     */
    int swapKey(int proposal) {
        int other = -1;
        for (int e = 0; e < size; e++) {
            if (enteredAt[e] == proposal && (other < 0 || shares[e] > shares[other])) {
                other = e;
            }
        }
        int key = keys[proposal];
        keys[proposal] = entered[other];
        entered[other] = key;
        return other;
    }

    /** Another column becomes the key of a proposal whose key is basic alone. */
    void changeKey(int proposal, int column) {
        basic[keys[proposal]] = false;
        keys[proposal] = column;
        basic[column] = true;
    }

    /** A column enters, and a rule becomes tight at one of its limits. */
    void enter(int column, int proposal, int rule, boolean highest) {
        entered[size] = column;
        enteredAt[size] = proposal;
        tight[size] = rule;
        atHighest[size] = highest;
        basic[column] = true;
        size++;
    }

    /** A column enters in the place of another. */
    void enter(int column, int proposal, int e) {
        basic[entered[e]] = false;
        entered[e] = column;
        enteredAt[e] = proposal;
        basic[column] = true;
    }

    /** An entered column leaves, and a rule is no longer tight. */
    void leave(int e, int t) {
        basic[entered[e]] = false;
        size--;
        entered[e] = entered[size];
        enteredAt[e] = enteredAt[size];
        tight[t] = tight[size];
        atHighest[t] = atHighest[size];
    }

    /** A rule becomes tight in the place of another. */
    void tighten(int t, int rule, boolean highest) {
        tight[t] = rule;
        atHighest[t] = highest;
    }

    int size() {
        return size;
    }

    int key(int proposal) {
        return keys[proposal];
    }

    int entered(int e) {
        return entered[e];
    }

    int enteredAt(int e) {
        return enteredAt[e];
    }

    double share(int e) {
        return shares[e];
    }

    int tight(int t) {
        return tight[t];
    }

    boolean atHighest(int t) {
        return atHighest[t];
    }

    double inverse(int e, int t) {
        return inverse[e][t];
    }

    double price(int rule) {
        return prices[rule];
    }

    double[] prices() {
        return prices.clone();
    }

    boolean isBasic(int column) {
        return basic[column];
    }

    Basis kept() {
        return new Basis(
                keys.clone(),
                Arrays.copyOf(entered, size),
                Arrays.copyOf(enteredAt, size),
                Arrays.copyOf(tight, size),
                Arrays.copyOf(atHighest, size));
    }
}
