package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.node.ObjectNode;

/** The distributions that can be chosen for a number, with their parameters in the order of the columns. */
final class Distributions {

    static final List<Sheet.Choice> CHOICES = Stream.of(
                    "none",
                    "triangular",
                    "pert",
                    "uniform",
                    "normal",
                    "log-normal",
                    "student-t",
                    "beta",
                    "gamma",
                    "event",
                    "discrete",
                    "empirical")
            .map(kind -> new Sheet.Choice(kind, title(kind)))
            .toList();

    private Distributions() {}

    /** The distribution's name and those of its parameters. */
    static String title(String kind) {
        return Words.find("distribution." + kind).orElse(kind);
    }

    private static List<String> parameters(String kind) {
        return switch (kind) {
            case "triangular", "pert" -> List.of("low", "mode", "high");
            case "uniform" -> List.of("low", "high");
            case "normal", "log-normal" -> List.of("mean", "sd");
            case "student-t" -> List.of("location", "scale", "degreesOfFreedom");
            case "beta" -> List.of("low", "high", "alpha", "beta");
            case "gamma" -> List.of("shape", "scale");
            case "event" -> List.of("probability");
            case "discrete" -> List.of("values", "probabilities");
            case "empirical" -> List.of("draws");
            default -> List.of();
        };
    }

    static Optional<String> parameter(String kind, int place) {
        List<String> names = parameters(kind);
        return place < names.size() ? Optional.of(names.get(place)) : Optional.empty();
    }

    /** How a parameter is entered. */
    static Input input(String parameter) {
        return switch (parameter) {
            case "values", "probabilities", "draws" -> Input.NUMBERS;
            default -> Input.NUMBER;
        };
    }

    /** Whether a parameter is in the units of what is uncertain, and not a probability or a shape. */
    static boolean isOnTheScaleOfTheValue(String parameter) {
        return switch (parameter) {
            case "probability", "probabilities", "degreesOfFreedom", "alpha", "beta", "shape" -> false;
            default -> true;
        };
    }

    /** The distribution that a text names, as the format does or as the screen does; the text where it names none. */
    static String named(String text) {
        return CHOICES.stream()
                .filter(choice -> isNamed(choice, text.strip()))
                .map(Sheet.Choice::value)
                .findFirst()
                .orElse(text);
    }

    /** Also without the names of the parameters. */
    private static boolean isNamed(Sheet.Choice choice, String text) {
        return text.equalsIgnoreCase(choice.value())
                || text.equalsIgnoreCase(choice.title())
                || choice.title().toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT) + ":");
    }

    /**
     * What a distribution is about when it is begun.
     *
     * @param value the central value; 1 for factors on it
     * @param asFactors whether the parameters multiply the value
     * @param isShare whether more than 1 makes no sense
     */
    record Centre(BigDecimal value, boolean asFactors, boolean isShare) {

        static final Centre FACTORS = new Centre(BigDecimal.ONE, true, false);

        private BigDecimal moved(String share) {
            BigDecimal size = value.signum() == 0 ? BigDecimal.ONE : value.abs();
            BigDecimal moved = value.add(size.multiply(new BigDecimal(share)));
            return isShare ? moved.max(BigDecimal.ZERO).min(BigDecimal.ONE) : moved;
        }

        private BigDecimal tenth() {
            return moved("0.1").subtract(value).abs().max(value.subtract(moved("-0.1")));
        }
    }

    /**
     * One to begin with: a tenth below to a fifth above or about the value, on its own scale. Distributions of positive
     * numbers about one that is not positive are begun as factors.
     */
    static ObjectNode begun(String kind, Centre about) {
        boolean isPositive = kind.equals("log-normal") || kind.equals("gamma");
        Centre centre = isPositive && about.value().signum() <= 0 ? Centre.FACTORS : about;
        BigDecimal value = centre.value();
        BigDecimal low = centre.moved("-0.1");
        BigDecimal high = centre.moved("0.2");
        ObjectNode uncertainty = JsonText.object().put("distribution", kind);
        switch (kind) {
            case "event" -> uncertainty.put("probability", 1);
            case "normal", "log-normal" -> uncertainty.put("mean", value).put("sd", centre.tenth());
            case "student-t" ->
                uncertainty.put("location", value).put("scale", centre.tenth()).put("degreesOfFreedom", 10);
            case "uniform" -> uncertainty.put("low", low).put("high", high);
            case "beta" ->
                uncertainty.put("low", low).put("high", high).put("alpha", 2).put("beta", 4);
            case "gamma" -> uncertainty.put("shape", 100).put("scale", value.movePointLeft(2));
            case "discrete" -> {
                uncertainty.putArray("values").add(low).add(value).add(high);
                uncertainty.putArray("probabilities").add(0.25).add(0.5).add(0.25);
            }
            case "empirical" ->
                uncertainty.putArray("draws").add(low).add(value).add(high);
            default -> uncertainty.put("low", low).put("mode", value).put("high", high);
        }
        if (centre.asFactors() && !kind.equals("event")) {
            uncertainty.put("relative", true);
        }
        return uncertainty;
    }
}
