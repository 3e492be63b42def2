package org.worthwhile.portfolio;

/** A sum that carries what rounding takes off (Neumaier 1974, Zeitschrift für Angewandte Mathematik und Mechanik 54). */
final class CompensatedSum {

    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
