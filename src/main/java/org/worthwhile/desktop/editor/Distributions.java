package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.DistributionParameter;
import tools.jackson.databind.node.ObjectNode;

/** The distributions that can be chosen for a number, with their parameters in the order of the columns. */
final class Distributions {

    static final String NONE = "none";

    static final List<Sheet.Choice> CHOICES = Stream.concat(
                    Stream.of(NONE), DistributionKind.ALL.stream().map(DistributionKind::word))
            .map(kind -> new Sheet.Choice(kind, title(kind)))
            .toList();

    private Distributions() {}

    /** The distribution's name and those of its parameters. */
    static String title(String kind) {
        return Words.find("distribution." + kind)
                .or(() -> DistributionKind.named(kind).map(Distributions::listed))
                .orElse(kind);
    }

    private static String listed(DistributionKind kind) {
        return kind.word()
                + kind.parameters().stream()
                        .map(DistributionParameter::name)
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    static Optional<DistributionParameter> parameter(String kind, int place) {
        return DistributionKind.named(kind)
                .map(DistributionKind::parameters)
                .filter(parameters -> place < parameters.size())
                .map(parameters -> parameters.get(place));
    }

    /** How a parameter is entered. */
    static Input input(DistributionParameter parameter) {
        return parameter.isList() ? Input.NUMBERS : Input.NUMBER;
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
     * @param isCost whether it is money that is spent, which is exceeded more often than not
     */
    record Centre(BigDecimal value, boolean asFactors, boolean isShare, boolean isCost) {

        /** As factors on the value. */
        Centre factors() {
            return new Centre(BigDecimal.ONE, true, false, isCost);
        }

        private BigDecimal low() {
            return moved("-0.1");
        }

        private BigDecimal high() {
            return moved(isCost ? "0.2" : "0.1");
        }

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
     * One to begin with, on the scale of the value: from a tenth below to a tenth above, of costs to a fifth above. Where there
     * can be none about the value, as of positive numbers about one that is not, it is begun as factors.
     */
    static ObjectNode begun(String word, Centre about) {
        DistributionKind kind = DistributionKind.named(word).orElseThrow();
        boolean canBe = !about.asFactors()
                && kind.canBeAbsolute()
                && kind.make(
                                false,
                                parameter -> begun(kind, parameter, about).stream()
                                        .map(BigDecimal::doubleValue)
                                        .toList())
                        .fault()
                        .isEmpty();
        Centre centre = canBe || !kind.canBeAbsolute() ? about : about.factors();
        ObjectNode uncertainty = JsonText.object().put("distribution", word);
        for (DistributionParameter parameter : kind.parameters()) {
            List<BigDecimal> numbers = begun(kind, parameter, centre);
            if (parameter.isList()) {
                numbers.forEach(uncertainty.putArray(parameter.name())::add);
            } else {
                uncertainty.put(parameter.name(), numbers.getFirst());
            }
        }
        if (!canBe && kind.canBeAbsolute()) {
            uncertainty.put("relative", true);
        }
        return uncertainty;
    }

    /** What a parameter begins with, by what parameters of its name mean; the centre where it is the only one of its name. */
    private static List<BigDecimal> begun(DistributionKind kind, DistributionParameter parameter, Centre centre) {
        BigDecimal low = centre.low();
        BigDecimal high = centre.high();
        boolean hasShape =
                kind.parameters().stream().anyMatch(other -> other.name().equals("shape"));
        return switch (parameter.name()) {
            case "low" -> List.of(low);
            case "high" -> List.of(high);
            case "sd" -> List.of(centre.tenth());
            case "scale" -> List.of(hasShape ? centre.value().movePointLeft(2) : centre.tenth());
            case "shape" -> List.of(BigDecimal.valueOf(100));
            case "degreesOfFreedom" -> List.of(BigDecimal.TEN);
            case "alpha" -> List.of(BigDecimal.TWO);
            case "beta" -> List.of(BigDecimal.valueOf(4));
            case "probability" -> List.of(BigDecimal.ONE);
            case "probabilities" -> List.of(new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.25"));
            default -> parameter.isList() ? List.of(low, centre.value(), high) : List.of(centre.value());
        };
    }
}
