package org.worthwhile.desktop.chart;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.report.Wording;

/** A straight scale from values to places, between round values. */
record Scale(double low, double high, double step, double from, double to) {

    /**
     * The scale that covers values.
     *
     * @param from the place of the low end
     * @param to the place of the high end; less than {@code from} where places fall as values rise
     */
    static Scale covering(double least, double most, int ticks, double from, double to) {
        double rough = Math.max(most - least, 1e-9) / Math.max(1, ticks);
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        double leading = rough / magnitude;
        double step = magnitude * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
        double low = Math.floor(least / step + 1e-9) * step;
        double high = Math.max(Math.ceil(most / step - 1e-9) * step, low + step);
        return new Scale(low, high, step, from, to);
    }

    double at(double value) {
        return from + (to - from) * (value - low) / (high - low);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            double value = low + i * step;
            ticks.add(Math.abs(value) < step / 2 ? 0 : value);
        }
        return ticks;
    }

    String text(double value) {
        int decimals = Math.clamp((int) Math.ceil(-Math.log10(step) - 1e-9), 0, 6);
        return Wording.here().fixed(value, decimals);
    }
}
