package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters of both themes stand out from what they stand on, as WCAG 2.2 level AA asks: 4.5 to 1, and 3 to 1 for shapes. */
class ContrastTest {

    private static final Pattern VARIABLE = Pattern.compile("(-color-[a-z0-9-]+)\\s*:\\s*([^;]+);");

    /** Letters on what they stand on, by the names of the theme's colours. */
    private static final String[][] LETTERS = {
        {"-color-fg-default", "-color-bg-default"},
        {"-color-fg-default", "-color-bg-subtle"},
        {"-color-fg-default", "-color-accent-subtle"},
        {"-color-fg-default", "-color-warning-subtle"},
        {"-color-fg-muted", "-color-bg-default"},
        {"-color-fg-muted", "-color-bg-subtle"},
        {"-color-danger-fg", "-color-bg-default"},
        {"-color-danger-fg", "-color-danger-subtle"},
        {"-color-success-fg", "-color-success-subtle"},
        {"-color-accent-fg", "-color-bg-default"},
    };

    private static final String[] SHAPES = {
        "-color-danger-emphasis",
        "-color-accent-emphasis",
        "-color-warning-emphasis",
        "-color-success-emphasis",
        "-color-fg-muted"
    };

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lettersAndShapesStandOut(boolean dark) throws IOException {
        Map<String, String> colours = colours(dark ? new PrimerDark() : new PrimerLight());
        for (String[] pair : LETTERS) {
            assertThat(contrast(colours, pair[0], pair[1]))
                    .as("%s on %s", pair[0], pair[1])
                    .isGreaterThanOrEqualTo(4.5);
        }
        for (String shape : SHAPES) {
            assertThat(contrast(colours, shape, "-color-bg-default")).as(shape).isGreaterThanOrEqualTo(3);
        }
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        Map<String, String> colours = new TreeMap<>();
        try (InputStream stream = ContrastTest.class.getResourceAsStream(
                theme.getUserAgentStylesheet().replace(".bss", ".css"))) {
            assertThat(stream).isNotNull();
            Matcher variables = VARIABLE.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (variables.find()) {
                colours.putIfAbsent(
                        variables.group(1), variables.group(2).strip().toLowerCase(Locale.ROOT));
            }
        }
        return colours;
    }

    private static double contrast(Map<String, String> colours, String letters, String ground) {
        Color page = colour(colours, "-color-bg-default");
        Color below = over(colour(colours, ground), page);
        double a = luminance(over(colour(colours, letters), below));
        double b = luminance(below);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static Color colour(Map<String, String> colours, String name) {
        String value = colours.get(name);
        assertThat(value).as(name).isNotNull();
        return value.startsWith("-color-") ? colour(colours, value) : Color.web(value);
    }

    private static Color over(Color colour, Color ground) {
        double share = colour.getOpacity();
        return Color.color(
                colour.getRed() * share + ground.getRed() * (1 - share),
                colour.getGreen() * share + ground.getGreen() * (1 - share),
                colour.getBlue() * share + ground.getBlue() * (1 - share));
    }

    /** Relative luminance, as WCAG 2.2 defines it. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
