package org.worthwhile.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.BestSet;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the choice among proposals holds up when values and costs are uncertain, as fields of JSON and in lines of text. */
public final class RobustReport {

    private RobustReport() {}

    static void fields(RobustChoice robust, ResultFields to) {
        to.number("draws", robust.draws())
                .number("impossible", robust.impossible())
                .number("tail", robust.criteria().tail())
                .number("keepingProbability", robust.criteria().keeping())
                .number("setsCompared", robust.compared())
                .list(
                        "belongs",
                        robust.belongs(),
                        (each, of) -> of.text("candidate", each.candidate())
                                .number("probability", each.probability().value())
                                .number("standardError", each.probability().standardError()))
                .object("chosen", of -> outcome(robust.chosen(), of))
                .list(
                        "choices",
                        robust.choices(),
                        (best, of) -> of.text("criterion", JsonText.nameOf(best.criterion()))
                                .flag("proven", best.proven())
                                .number("bound", best.bound())
                                .object("set", set -> outcome(best.set(), set)));
    }

    private static void outcome(SetOutcome outcome, ResultFields to) {
        to.texts("candidates", outcome.candidates())
                .object("value", of -> ResultSpreadsJson.spread(outcome.value(), of))
                .object("cost", of -> ResultSpreadsJson.spread(outcome.cost(), of))
                .object(
                        "conditionalValueAtRisk",
                        of -> ResultSpreadsJson.estimate(outcome.conditionalValueAtRisk(), of))
                .object("expectedRegret", of -> ResultSpreadsJson.estimate(outcome.expectedRegret(), of))
                .number("greatestRegret", outcome.greatestRegret())
                .list("limits", outcome.limits(), RobustReport::limit);
    }

    private static void limit(LimitRisk limit, ResultFields to) {
        to.text("limit", limit.words())
                .object("broken", of -> ResultSpreadsJson.estimate(limit.broken(), of))
                .number("most", limit.limit())
                .object("use", limit.use(), ResultSpreadsJson::spread);
    }

    static List<String> lines(RobustChoice robust, String currency) {
        List<String> lines = new ArrayList<>();
        lines.add("  Chosen anew for each of " + robust.draws() + " simulated sets of values and costs:");
        if (robust.impossible() > 0) {
            lines.add("    in " + robust.impossible() + " of them no choice keeps to the constraints");
        }
        robust.belongs().stream()
                .filter(belonging -> belonging.probability().value() > 0)
                .forEach(belonging -> lines.add(String.format(
                        Locale.UK,
                        "    %s belongs in %.0f%%",
                        belonging.candidate(),
                        belonging.probability().value() * 100)));
        SetOutcome chosen = robust.chosen();
        lines.add("  The choice over them:");
        lines.add("    value " + spread(chosen.value(), currency));
        lines.add("    net public cost " + spread(chosen.cost(), currency));
        lines.add(String.format(
                Locale.UK,
                "    worth %s on average in the worst %s of them (conditional value at risk)",
                money(chosen.conditionalValueAtRisk(), currency),
                percent(robust.criteria().tail())));
        chosen.limits().forEach(limit -> lines.add("    " + broken(limit, robust)));
        lines.add("    on average worth " + money(chosen.expectedRegret(), currency)
                + " less than the best of the sets that may be chosen, and in the worst of these " + robust.draws()
                + " trials " + Wording.BRITISH.money(chosen.greatestRegret(), currency)
                + " less; what was not simulated may be worse");
        lines.addAll(choices(robust, currency));
        return lines;
    }

    private static List<String> choices(RobustChoice robust, String currency) {
        List<String> lines = new ArrayList<>();
        lines.add("  Best of the sets that " + mayBeChosen(robust) + ":");
        if (robust.choices().isEmpty()) {
            lines.add("    none was found");
        }
        for (BestSet best : robust.choices()) {
            lines.add("    by " + words(best, robust) + ": "
                    + (isChosen(best, robust)
                            ? "the choice itself"
                            : named(best.set()) + ", which comes to " + by(best, best.set(), currency)
                                    + " where the choice comes to " + by(best, robust.chosen(), currency))
                    + (best.proven() ? "" : "; " + unproven(best, robust, currency)));
            if (!isChosen(best, robust)) {
                best.set().limits().stream()
                        .filter(limit -> limit.broken().value() > 0)
                        .forEach(limit -> lines.add("      " + broken(limit, robust)));
            }
        }
        return lines;
    }

    private static String by(BestSet best, SetOutcome set, String currency) {
        return Wording.BRITISH.money(best.criterion().of(set), currency);
    }

    /** How far the best set that was found may be from the best, as a clause. */
    public static String unproven(BestSet best, RobustChoice robust, String currency) {
        return "the best of " + robust.compared() + " sets compared, not proven to be the best of all: it comes to "
                + Wording.BRITISH.money(best.criterion().of(best.set()), currency)
                + (best.criterion() == RobustChoice.Criterion.MINIMAX_REGRET
                        ? " at most, and no set to less than "
                        : ", and no set to more than ")
                + Wording.BRITISH.money(best.bound(), currency);
    }

    /** Which sets may be chosen, as a clause after "that". */
    public static String mayBeChosen(RobustChoice robust) {
        return robust.criteria().keeping().isPresent()
                ? "keep to each limit with a probability of at least "
                        + percent(robust.criteria().keeping().getAsDouble())
                : "keep to the limits as appraised";
    }

    /** A criterion with what the set comes to by it. */
    public static String words(BestSet best, RobustChoice robust) {
        return switch (best.criterion()) {
            case EXPECTED_VALUE -> "expected value";
            case CONDITIONAL_VALUE_AT_RISK ->
                "conditional value at risk (the worst "
                        + percent(robust.criteria().tail()) + ")";
            case MINIMAX_REGRET -> "least greatest regret";
        };
    }

    /** Whether a set is the choice as appraised. */
    public static boolean isChosen(BestSet best, RobustChoice robust) {
        Set<String> chosen = new TreeSet<>(robust.chosen().candidates());
        return chosen.equals(new TreeSet<>(best.set().candidates()));
    }

    /** The candidates of a set. */
    public static String named(SetOutcome set) {
        return set.candidates().isEmpty() ? "nothing" : String.join(", ", set.candidates());
    }

    private static String spread(Spread spread, String currency) {
        return money(spread.mean(), currency) + " on average, " + money(spread.p10(), currency) + " to "
                + money(spread.p90(), currency) + " in the middle 80%";
    }

    private static String money(Estimate estimate, String currency) {
        return Wording.BRITISH.money(estimate.value(), currency);
    }

    /** Such as {@code 12%} or {@code 0.5%}. */
    public static String percent(double share) {
        return Wording.BRITISH.significant(100 * share) + "%";
    }

    private static String broken(LimitRisk limit, RobustChoice robust) {
        return "does not keep to " + limit.words() + ": " + probability(limit.broken(), robust);
    }

    private static String probability(Estimate estimate, RobustChoice robust) {
        double share = estimate.value();
        return howOften(share, "these " + robust.draws() + " trials")
                + (share > 0 && share < 1 ? " (Monte Carlo error " + percent(estimate.standardError()) + ")" : "");
    }

    /** Of what happened in no trial, or in all, a per cent would claim to know more, and none is rounded to 0 or 100. */
    public static String howOften(double share, String trials) {
        if (share == 0) {
            return "in none of " + trials;
        }
        if (share == 1) {
            return "in all of " + trials;
        }
        BigDecimal rare = new BigDecimal(100 * Math.min(share, 1 - share)).round(new MathContext(3));
        BigDecimal percent = share > 0.5 ? BigDecimal.valueOf(100).subtract(rare) : rare;
        return "in " + percent.stripTrailingZeros().toPlainString() + "% of " + trials;
    }
}
