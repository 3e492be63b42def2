package org.worthwhile.desktop.chart;

import java.util.function.Function;
import javafx.scene.text.Text;

/** A text that has to do with less room than it would take. */
final class Shortened {

    private Shortened() {}

    static Text to(double width, String words, Function<String, Text> text) {
        Text whole = text.apply(words);
        String rest = words;
        while (Plot.width(whole) > width && rest.length() > 1) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
            whole = text.apply(rest + "…");
        }
        return whole;
    }
}
