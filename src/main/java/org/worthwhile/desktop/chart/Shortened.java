package org.worthwhile.desktop.chart;

import java.util.function.Function;
import javafx.scene.text.Text;

/** A text that has to do with less room than it would take. */
final class Shortened {

    private Shortened() {}

    /** The text on as many lines as there is height for, its end left out where there is none. */
    static Text to(double width, double height, String words, Function<String, Text> text) {
        Text whole = wrapped(width, text.apply(words));
        double line = Plot.height(text.apply("X"));
        String rest = words;
        while (Plot.height(whole) > Math.max(height, line * 1.1) && rest.length() > 1) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
            whole = wrapped(width, text.apply(rest + "…"));
        }
        return whole;
    }

    private static Text wrapped(double width, Text text) {
        if (Plot.width(text) > width) {
            text.setWrappingWidth(width);
        }
        return text;
    }
}
