package org.worthwhile.report.briefing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.UnmonetisedResult;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.FindingText;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Sentences built from results by rules, right in number, sign and certainty. */
final class Sentences {

    /** Money nearer to nothing than this is nothing. */
    private static final double NOTHING = 0.5;

    private final Proposal proposal;
    private final String currency;

    Sentences(Proposal proposal) {
        this.proposal = proposal;
        this.currency = proposal.appraisal().currency();
    }

    private String money(double amount) {
        return Wording.BRITISH.shortMoney(amount, currency);
    }

    /** Whether society gains. */
    String worth(OptionResult option) {
        int years = proposal.appraisal().years();
        String over = "On central values, over " + years + (years == 1 ? " year " : " years ");
        if (Math.abs(option.npsv()) < NOTHING) {
            return over + "it would bring society as much as it costs.";
        }
        return option.npsv() > 0
                ? over + "it would be worth " + money(option.npsv()) + " more to society than it costs."
                : over + "it would cost society " + money(-option.npsv()) + " more than it is worth.";
    }

    /** Benefits for costs. */
    String ratio(OptionResult option) {
        if (option.bcr().value().isEmpty()) {
            return "It has no benefit-cost ratio: " + option.bcr().reason() + ".";
        }
        double ratio = option.bcr().value().getAsDouble();
        String category = option.valueForMoney()
                .map(word -> " (value for money: " + word.toLowerCase(Locale.ROOT) + ")")
                .orElse("");
        if (ratio < 0) {
            return "Its benefits are negative: on top of costs of " + money(option.pvc()) + " it does harm worth "
                    + money(-option.pvb()) + category + ".";
        }
        return "Benefits of " + money(option.pvb()) + " for costs of " + money(option.pvc()) + " are a ratio of "
                + Wording.BRITISH.toOne(ratio) + category + ".";
    }

    /** That amounts of cash are none of the present values beside them. */
    String budgetsLead() {
        return "Cash over the whole period, at "
                + proposal.appraisal().priceYear().label() + " prices and not discounted:";
    }

    /**
     * What cash public bodies need and others bear, undiscounted, and which savings release none, an organisation each; empty when
     * no budget moves.
     */
    List<String> budgets(OptionResult option) {
        return option.budget().stream()
                .filter(budget -> Math.abs(budget.fundingNeed().total()) >= NOTHING
                        || Math.abs(budget.notCashable().total()) >= NOTHING)
                .map(this::budget)
                .toList();
    }

    private String budget(BudgetImpact budget) {
        double need = budget.fundingNeed().total();
        double cashable = budget.cashable().total();
        double notCashable = budget.notCashable().total();
        boolean none = Math.abs(need) < NOTHING;
        String amount = money(Math.abs(need));
        return budget.organisation().title()
                + (budget.organisation().isPublic()
                        ? " would need " + (none ? "no more" : amount + (need > 0 ? " more" : " less")) + " funding"
                        : " would bear " + (none ? "no more cost" : amount + (need > 0 ? " of cost" : " less of cost")))
                + (cashable >= NOTHING
                        ? ", after " + money(cashable) + " of savings "
                                + (budget.organisation().isPublic()
                                        ? "that could be taken out of its budget"
                                        : "in cash")
                        : "")
                + (Math.abs(notCashable) >= NOTHING
                        ? "; savings of " + money(notCashable) + " would release no cash"
                        : "")
                + ".";
    }

    /** How sure it is that benefits exceed costs. */
    String sure(OptionUncertainty option, double central) {
        if (!option.isKnown()) {
            return "No uncertainty was entered that moves it, so nothing is known of how sure this is.";
        }
        double probability = option.probabilityPositive().value();
        return "It is " + chance(probability)
                + " that it is worth more than it costs. In nine of ten trials its net worth lies between "
                + money(option.p5().value()) + " and " + money(option.p95().value()) + "." + leaning(option, central);
    }

    /** Where chance and central values point different ways, that they do. */
    private String leaning(OptionUncertainty option, double central) {
        double mean = option.mean().value();
        if (Math.signum(mean) == Math.signum(central) || Math.abs(central) < NOTHING) {
            return "";
        }
        return " Its uncertainties lean to " + (mean < central ? "the worse" : "the better")
                + " side: over the trials it is worth " + money(Math.abs(mean)) + (mean < 0 ? " less" : " more")
                + " than it costs on average, although on central values it is worth "
                + (central > 0 ? "more." : "less.");
    }

    /** Words for probabilities, near to those of the Intergovernmental Panel on Climate Change (2010). */
    static String likelihood(double probability) {
        return probability >= 0.99
                ? "virtually certain"
                : probability >= 0.9
                        ? "very likely"
                        : probability >= 0.66
                                ? "likely"
                                : probability >= 0.33
                                        ? "about as likely as not"
                                        : probability >= 0.1
                                                ? "unlikely"
                                                : probability >= 0.01 ? "very unlikely" : "exceptionally unlikely";
    }

    /** A probability in words and in a hundred. */
    static String chance(double probability) {
        return likelihood(probability) + " (" + inHundred(probability) + ")";
    }

    private static String inHundred(double probability) {
        return probability > 0.995
                ? "more than 99 in 100"
                : probability < 0.005 ? "fewer than 1 in 100" : Math.round(probability * 100) + " in 100";
    }

    /** What the conditions would do. */
    String conditionsLead(OptionResult option, boolean any) {
        if (!any) {
            return "No single figure, within the range tried, would change whether it is worth its cost.";
        }
        return option.npsv() > 0
                ? "It would stop being worth its cost if any one of these came true, all else as expected:"
                : "It would become worth its cost if any one of these came true, all else as expected:";
    }

    /** What could not be valued, and what it would have to be worth to matter. */
    List<String> unvalued(OptionResult option) {
        return option.unmonetised().stream().map(this::unvalued).toList();
    }

    private String unvalued(UnmonetisedResult result) {
        String matters = result.toBreakEven().value().isPresent()
                ? "; it would have to be worth "
                        + money(result.toBreakEven().value().getAsDouble())
                        + (result.impact().score() > 0
                                ? " for the option to be worth its cost"
                                : " for the option not to be worth its cost")
                : "";
        return result.impact().title()
                + (result.impact().who().isEmpty() ? "" : " (" + result.impact().who() + ")")
                + (result.impact().score() > 0 ? ", a gain" : result.impact().score() < 0 ? ", a loss" : "")
                + matters;
    }

    /** What a study found, without jargon. */
    /** What is estimated, such as: The study estimates the average effect of treatment on admissions. */
    static String estimand(Attribution attribution) {
        String what = attribution.estimand();
        boolean isWord = what.length() > 1 && Character.isLowerCase(what.charAt(1));
        return "The study estimates "
                + (isWord ? what.substring(0, 1).toLowerCase(Locale.ROOT) + what.substring(1) : what) + ".";
    }

    static String finding(Attribution attribution) {
        return "The effect found is " + FindingText.estimate(attribution) + ". " + FindingText.inWords(attribution);
    }

    /** The preferred option or, where none is marked, the one that is worth most; empty when there is only business as usual. */
    static Optional<OptionResult> leading(Appraisal appraisal) {
        List<OptionResult> others = appraisal.ranking().stream()
                .filter(result -> result.option().role() != Role.BUSINESS_AS_USUAL)
                .toList();
        return others.stream()
                .filter(result -> result.option().role() == Role.PREFERRED)
                .findFirst()
                .or(() -> others.stream().findFirst());
    }
}
