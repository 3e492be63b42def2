package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.InteractionEffect;
import org.worthwhile.portfolio.PortfolioChoice;

/** What pairs come to together besides, as fields of JSON and in words. */
public final class InteractionsReport {

    private InteractionsReport() {}

    static void fields(PortfolioChoice choice, ResultFields to) {
        if (!choice.interactions().isEmpty()) {
            to.list(
                    "interactions",
                    choice.interactions(),
                    (effect, of) -> of.texts(
                                    "between",
                                    List.of(
                                            effect.interaction().one().path(),
                                            effect.interaction().other().path()))
                            .text("chosen", JsonText.nameOf(effect.outcome()))
                            .number("value", effect.value())
                            .number("npsv", effect.interaction().npsv())
                            .number("cost", effect.interaction().cost())
                            .text("reason", effect.interaction().reason()));
        }
    }

    /** Those that take effect, then those that are kept apart because they would be worth less together. */
    public static List<String> sentences(PortfolioChoice choice, DoubleFunction<String> money) {
        List<String> sentences = new ArrayList<>();
        choice.interactions().stream()
                .filter(InteractionEffect::takesEffect)
                .forEach(effect -> sentences.add("Chosen together: " + words(effect, money)));
        choice.interactions().stream()
                .filter(InteractionEffect::isAvoided)
                .forEach(effect -> sentences.add("Not chosen together: " + words(effect, money)));
        return sentences;
    }

    /** Such as {@code 'A hub' and 'A bus', £10 more value, £10 less public cost (in one building)}. */
    private static String words(InteractionEffect effect, DoubleFunction<String> money) {
        List<String> parts = new ArrayList<>(List.of(String.join(" and ", effect.names())));
        addIfAny(effect.value(), "value", money, parts);
        addIfAny(effect.interaction().cost(), "public cost", money, parts);
        return String.join(", ", parts) + " (" + effect.interaction().reason() + ")";
    }

    private static void addIfAny(double amount, String of, DoubleFunction<String> money, List<String> parts) {
        if (amount != 0) {
            parts.add(money.apply(Math.abs(amount)) + (amount > 0 ? " more " : " less ") + of);
        }
    }
}
