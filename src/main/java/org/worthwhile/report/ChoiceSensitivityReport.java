package org.worthwhile.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut.Verdict;
import org.worthwhile.portfolio.PortfolioChoice.LimitUse;

/** What a choice makes of its limits, and what the options that it leaves out would lose it, as fields of JSON and in lines of text. */
public final class ChoiceSensitivityReport {

    /** So many left-out options are named in the text, those that come closest. */
    private static final int NAMED = 10;

    private ChoiceSensitivityReport() {}

    static void fields(PortfolioChoice choice, ResultFields to) {
        to.list(
                        "limits",
                        choice.limits(),
                        (limit, of) -> of.text("limit", limit.words())
                                .number("most", limit.limit())
                                .number("use", limit.use())
                                .number("slack", limit.slack())
                                .number("shadowPriceOfMore", limit.valueOfMore())
                                .number("shadowPriceOfLess", limit.valueOfLess()))
                .list(
                        "leftOut",
                        choice.leftOut(),
                        (left, of) -> of.text("candidate", left.candidate().path())
                                .text("verdict", JsonText.nameOf(left.verdict()))
                                .number("loss", left.loss())
                                .number("lossAtLeast", left.least())
                                .texts("displaced", paths(left.displaced())));
    }

    static List<String> lines(PortfolioChoice choice, String currency) {
        List<String> lines = new ArrayList<>();
        choice.limits().forEach(limit -> lines.add("  " + limit(limit, currency)));
        List<LeftOut> nearest = choice.leftOut().stream()
                .filter(left -> left.verdict() != Verdict.NOT_SOUGHT)
                .sorted(Comparator.comparingDouble(left -> left.loss().orElse(Double.POSITIVE_INFINITY)))
                .limit(NAMED)
                .toList();
        nearest.forEach(left -> lines.add(
                "  Left out: " + left.candidate().path() + "; " + consequence(left, Candidate::path, currency)));
        int others = choice.leftOut().size() - nearest.size();
        if (others > 0) {
            lines.add("  Left out: " + others + " more");
        }
        return lines;
    }

    private static String limit(LimitUse limit, String currency) {
        return "Of " + limit.words() + " " + Wording.BRITISH.money(limit.use(), currency) + " of "
                + Wording.BRITISH.money(limit.limit(), currency)
                + " is used; if parts of options could be chosen, "
                + more(limit.valueOfMore(), currency) + " and " + less(limit.valueOfLess(), currency);
    }

    private static String more(OptionalDouble price, String currency) {
        return price.isPresent()
                ? "one more pound would add " + Wording.BRITISH.price(price.getAsDouble(), currency)
                : "what one more pound would add is not known";
    }

    private static String less(OptionalDouble price, String currency) {
        return price.isPresent()
                ? "one less would take away " + Wording.BRITISH.price(price.getAsDouble(), currency)
                : "with one less no choice is known that keeps to the constraints";
    }

    /**
     * What would come of a choice with an option that is left out.
     *
     * @param name of what would not be chosen then
     */
    public static String consequence(LeftOut left, Function<Candidate, String> name, String currency) {
        return switch (left.verdict()) {
            case LOSES -> "with it the best choice is worth " + loss(left, name, currency);
            case LOSES_AT_MOST ->
                "with it a choice was found that is worth " + loss(left, name, currency)
                        + "; another could be worth only "
                        + Wording.BRITISH.money(left.least().orElse(0), currency) + " less";
            case IMPOSSIBLE -> "no choice with it keeps to the constraints";
            case UNKNOWN -> "no choice with it was found, and it is not known whether there is one";
            case NOT_SOUGHT -> "what it would lose was not sought, as others come closer to being chosen";
        };
    }

    private static String loss(LeftOut left, Function<Candidate, String> name, String currency) {
        return Wording.BRITISH.money(left.loss().orElse(0), currency) + " less"
                + (left.displaced().isEmpty()
                        ? ""
                        : " and is without "
                                + left.displaced().stream().map(name).collect(Collectors.joining(", ")));
    }

    private static List<String> paths(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::path).toList();
    }
}
