package org.worthwhile.desktop.choice;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChoice.Binding;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.report.InteractionsReport;
import org.worthwhile.report.Wording;

/** What the choice comes to, in sentences. */
final class ChoiceSummary {

    private static final double LEAST_SHOWN = 0.005;

    private ChoiceSummary() {}

    static String of(State state) {
        return Stream.of(result(state), leftOut(state.leftOut()))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String leftOut(List<String> titles) {
        return titles.isEmpty() ? "" : Words.of("choice.leftOut", titles.size(), String.join("; ", titles));
    }

    private static String result(State state) {
        return state.choice().map(choice -> sentences(choice, state.currency())).orElseGet(() -> {
            if (!state.trouble().isEmpty()) {
                return String.join("\n", state.trouble());
            }
            return Words.of(state.working() ? "choice.working" : "choice.nothing");
        });
    }

    private static String sentences(PortfolioChoice choice, String currency) {
        return Words.of(
                "choice.summary",
                choice.chosen().size(),
                Wording.here().shortMoney(choice.value(), currency),
                Wording.here().shortMoney(choice.cost(), currency),
                Words.of(
                        choice.proven() ? "choice.proven" : "choice.gap",
                        Wording.here().shortMoney(choice.gap(), currency)),
                more(choice, currency),
                choice.lossByRatio().isPresent()
                        ? Words.of(
                                "choice.lossByRatio",
                                Wording.here().shortMoney(choice.lossByRatio().getAsDouble(), currency))
                        : Words.of("choice.ratioBreaks"));
    }

    /** What a larger budget would buy, and what else holds the choice down where the next pounds buy nothing. */
    private static String more(PortfolioChoice choice, String currency) {
        if (choice.nextPound().orElse(0) >= LEAST_SHOWN) {
            return Words.of("choice.nextPound", choice.nextPound().getAsDouble());
        }
        String larger = choice.constraints().budget().isEmpty() ? "" : larger(choice, currency);
        List<String> binding = choice.binding().stream()
                .filter(one -> one.loss() >= LEAST_SHOWN)
                .map(Binding::words)
                .toList();
        return (binding.isEmpty()
                        ? larger
                        : larger + " " + Words.of("choice.limits.binding", String.join("; ", binding)))
                .strip();
    }

    private static String larger(PortfolioChoice choice, String currency) {
        return choice.largerBudget().isEmpty()
                ? Words.of("choice.largerUnknown")
                : choice.largerBudget().getAsDouble() < LEAST_SHOWN
                        ? Words.of("choice.nothingMore")
                        : Words.of(
                                choice.nextPound().isPresent() ? "choice.largerAfterTenth" : "choice.larger",
                                Wording.here().shortMoney(choice.largerBudget().getAsDouble(), currency));
    }

    /** What is used and left of each limit and a pound more or less of it would change, and what left-out options would lose. */
    static List<String> consequences(PortfolioChoice choice, String currency) {
        Stream<String> together =
                InteractionsReport.sentences(choice, amount -> Wording.here().shortMoney(amount, currency)).stream();
        Stream<String> others = Stream.concat(
                choice.limits().stream()
                        .map(limit -> Words.of(
                                "choice.use",
                                limit.words(),
                                Wording.here().shortMoney(limit.use(), currency),
                                Wording.here().shortMoney(limit.limit(), currency),
                                Wording.here().shortMoney(limit.slack(), currency),
                                price("choice.oneMore", limit.valueOfMore(), currency),
                                price("choice.oneLess", limit.valueOfLess(), currency))),
                choice.leftOut().stream()
                        .filter(left -> left.verdict() != LeftOut.Verdict.NOT_SOUGHT)
                        .map(left -> Words.of(
                                "choice.leftOutOption",
                                left.candidate().title(),
                                left.candidate().optionTitle(),
                                loss(left, currency))));
        return Stream.concat(together, others).toList();
    }

    private static String price(String words, OptionalDouble price, String currency) {
        return price.isPresent()
                ? Words.of(words, Wording.here().price(price.getAsDouble(), currency))
                : Words.of(words + "Unknown");
    }

    /** What choosing an option that is left out would lose. */
    private static String loss(LeftOut left, String currency) {
        String loss = Wording.here().shortMoney(left.loss().orElse(0), currency);
        return switch (left.verdict()) {
            case LOSES -> loss;
            case LOSES_AT_MOST -> Words.of("choice.lossAtMost", loss);
            case IMPOSSIBLE -> Words.of("choice.lossImpossible");
            case UNKNOWN, NOT_SOUGHT -> Words.of("choice.lossUnknown");
        };
    }
}
