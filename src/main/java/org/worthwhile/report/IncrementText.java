package org.worthwhile.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.Increment;
import org.worthwhile.appraisal.Increment.Status;
import org.worthwhile.appraisal.Increment.Step;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.proposal.Impact;

/** The options compared step by step, in words. */
public final class IncrementText {

    /** What the comparison rests on, for whoever reads it for the first time. */
    public static final String COMPARED =
            "From the cheapest option up, each is compared with the next cheaper one that is neither dominated nor rejected.";

    /** Which options are left out of it, and why. */
    public static final String LEFT_OUT =
            "A dominated option brings no more than another for no less; an extendedly dominated one"
                    + " lies below the line between a cheaper and a dearer option; a rejected one adds less benefit than cost.";

    private final Wording wording;
    private final String currency;
    private final Function<String, String> titles;

    /** @param titles what an option is called, by its id */
    public IncrementText(Wording wording, String currency, Function<String, String> titles) {
        this.wording = wording;
        this.currency = currency;
        this.titles = titles;
    }

    /** With options called by their titles. */
    public static IncrementText of(Appraisal appraisal, Wording wording) {
        return new IncrementText(
                wording,
                appraisal.basis().proposal().appraisal().currency(),
                id -> "'" + appraisal.option(id).option().title() + "'");
    }

    /** Where an option stands: on the frontier, dominated by whom, or between whom. */
    public String standing(Increment increment) {
        return switch (increment.status()) {
            case FRONTIER ->
                increment.step().isEmpty()
                        ? "the cheapest"
                        : increment.step().get().rejected()
                                ? "rejected: it adds less benefit than cost"
                                : "worth considering";
            case DOMINATED -> "dominated by " + names(increment.by());
            case EXTENDEDLY_DOMINATED -> "extendedly dominated by " + names(increment.by());
        };
    }

    /** What an option adds in money, and where it stands. */
    public String inMoney(Increment increment) {
        return added(
                increment,
                step -> "benefit " + wording.money(step.benefit(), currency) + ", ratio "
                        + value(step.ratio(), wording.ratio(step.ratio())));
    }

    /**
     * What an option adds in units of an outcome and what one more costs, and where it stands.
     *
     * @param unit as {@link #unit} has it
     */
    public String inUnits(Increment increment, String unit) {
        return added(
                increment,
                step -> wording.significant(step.benefit()) + " more (" + unit + "), "
                        + value(step.icer(), wording.price(step.icer().value().orElse(0), currency))
                        + (step.icer().value().isPresent() ? " for one more" : ""));
    }

    /** What is counted of an outcome. */
    public static String unit(Appraisal appraisal, CostEffectiveness compared) {
        return unit(appraisal, compared.outcome(), compared.unit());
    }

    /** What is counted of an outcome: its title where no unit is given, and beside a unit that other outcomes have too. */
    static String unit(Appraisal appraisal, String outcome, String unit) {
        long alike = appraisal.options().stream()
                .flatMap(option -> option.outcomes().stream())
                .filter(each -> each.unit().equals(unit))
                .map(OutcomeResult::outcome)
                .distinct()
                .count();
        if (!unit.isEmpty() && alike < 2) {
            return unit;
        }
        String title = "'" + title(appraisal, outcome, unit) + "'";
        return unit.isEmpty() ? title : unit + " of " + title;
    }

    /** That of the first impact on the outcome. */
    private static String title(Appraisal appraisal, String outcome, String unit) {
        return appraisal.options().stream()
                .flatMap(option -> option.impacts().stream())
                .map(ImpactResult::line)
                .filter(impact -> OutcomeResult.outcomeOf(impact).equals(outcome)
                        && impact.unit().equals(unit))
                .map(Impact::title)
                .findFirst()
                .orElse(outcome);
    }

    private String added(Increment increment, Function<Step, String> benefit) {
        Optional<Step> step = increment.step();
        String standing = standing(increment);
        if (step.isEmpty() || increment.status() == Status.DOMINATED) {
            return standing;
        }
        String against = "against " + titles.apply(step.get().against()) + ": cost "
                + wording.money(step.get().cost(), currency) + ", " + benefit.apply(step.get());
        return standing.equals("worth considering") ? against : against + "; " + standing;
    }

    private static String value(Indicator indicator, String value) {
        return indicator.value().isPresent() ? value : "not meaningful, as " + indicator.reason();
    }

    private String names(List<String> options) {
        return String.join(" and ", options.stream().map(titles).toList());
    }
}
