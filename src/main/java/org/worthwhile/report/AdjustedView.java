package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.framework.ValueForMoney;

/** An option's value for money in words, with what could not be valued beside it. */
public final class AdjustedView {

    private AdjustedView() {}

    /** The category, what unvalued impacts say, and what they would have to be worth to change it; empty without one. */
    public static Optional<String> of(OptionResult result, Appraisal appraisal) {
        Optional<ValueForMoney> words = appraisal.basis().framework().valueForMoney();
        if (words.isEmpty() || result.bcr().value().isEmpty()) {
            return Optional.empty();
        }
        String currency = appraisal.basis().proposal().appraisal().currency();
        List<String> sentences = new ArrayList<>();
        sentences.add("On what could be valued, value for money is "
                + words.get().category(result.bcr().value().getAsDouble()) + ".");
        long up = result.unmonetised().stream()
                .filter(impact -> impact.impact().score() > 0)
                .count();
        long down = result.unmonetised().stream()
                .filter(impact -> impact.impact().score() < 0)
                .count();
        if (up + down == 0) {
            return Optional.of(sentences.getFirst());
        }
        sentences.add(
                "Of the impacts that could not be valued, " + up + " would raise it and " + down + " would lower it.");
        if (up > 0) {
            nextAbove(words.get(), result)
                    .ifPresent(band -> sentences.add("To make it " + band.title()
                            + ", those that raise it would have to be worth "
                            + Wording.BRITISH.money(band.from() * result.pvc() - result.pvb(), currency)
                            + " on balance."));
        }
        if (down > 0) {
            nextBelow(words.get(), result)
                    .ifPresent(band -> sentences.add("To make it " + band.title()
                            + ", those that lower it would have to cost more than "
                            + Wording.BRITISH.money(result.pvb() - floor(words.get(), result) * result.pvc(), currency)
                            + " on balance."));
        }
        return Optional.of(String.join(" ", sentences));
    }

    private static Optional<ValueForMoney.Band> nextAbove(ValueForMoney words, OptionResult result) {
        return words.bands().stream()
                .filter(band -> band.from() > ratio(result))
                .findFirst();
    }

    private static Optional<ValueForMoney.Band> nextBelow(ValueForMoney words, OptionResult result) {
        double floor = floor(words, result);
        return words.bands().stream().filter(band -> band.from() < floor).reduce((_, higher) -> higher);
    }

    /** Where the option's own band begins. */
    private static double floor(ValueForMoney words, OptionResult result) {
        return words.bands().stream()
                .mapToDouble(ValueForMoney.Band::from)
                .filter(from -> from <= ratio(result))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double ratio(OptionResult result) {
        return result.bcr().value().orElseThrow();
    }
}
