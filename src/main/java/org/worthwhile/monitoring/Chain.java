package org.worthwhile.monitoring;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.Valuation;

/** The steps of an impact from the people taken in to those who completed. */
final class Chain {

    private Chain() {}

    /** Whether people are counted by the year in which they are taken in; users of a service, and a population of one, are not. */
    static boolean isOfPeople(Impact impact) {
        return impact.valuation() instanceof Valuation.Chain chain
                && switch (chain.quantity().intake()) {
                    case Intake.Users _ -> false;
                    case Intake.Once once -> !once.population().equals(Figure.ONE);
                    case Intake.ByYear _, Intake.Annual _ -> true;
                };
    }

    /** The share of those taken in who reach a step. */
    static double share(Quantity quantity, Step step) {
        return switch (step) {
            case SPEND, OUTCOME -> throw new IllegalArgumentException("No people: " + step);
            case INTAKE -> 1;
            case ELIGIBLE -> quantity.eligible().value();
            case ENGAGED -> quantity.eligible().value() * quantity.engagement().value();
            case COMPLETED ->
                quantity.eligible().value()
                        * quantity.engagement().value()
                        * quantity.completion().value();
        };
    }

    /** How many of a year's intake reach a step; empty where the impact counts no people. */
    static OptionalDouble people(Impact impact, Step step, FinancialYear year) {
        return isOfPeople(impact) && impact.valuation() instanceof Valuation.Chain(Quantity quantity, var _, var _)
                ? OptionalDouble.of(quantity.intake().in(year) * share(quantity, step))
                : OptionalDouble.empty();
    }

    /** The figure that makes a step of the one before it. */
    static Figure figure(Quantity quantity, Step step) {
        return switch (step) {
            case SPEND, OUTCOME, INTAKE -> throw new IllegalArgumentException("No share of people: " + step);
            case ELIGIBLE -> quantity.eligible();
            case ENGAGED -> quantity.engagement();
            case COMPLETED -> quantity.completion();
        };
    }

    /** The impact with people as they were counted in the years in which they were, and as forecast in all others. */
    static Impact with(Impact impact, Map<FinancialYear, Known.Counted> counted) {
        if (counted.isEmpty() || !(impact.valuation() instanceof Valuation.Chain(Quantity quantity, var _, var _))) {
            return impact;
        }
        SortedMap<FinancialYear, Figure> people = byYear(quantity.intake());
        counted.forEach((year, found) -> {
            double share = share(quantity, found.step());
            people.put(year, Figure.of(share == 0 ? 0 : found.people() / share));
        });
        return with(impact, people);
    }

    /** The impact on those taken in in some years. */
    static Impact ofIntakes(Impact impact, Predicate<FinancialYear> years) {
        if (!(impact.valuation() instanceof Valuation.Chain(Quantity quantity, var _, var _))) {
            return impact;
        }
        SortedMap<FinancialYear, Figure> people = byYear(quantity.intake());
        people.replaceAll((year, figure) -> years.test(year) ? figure : Figure.ZERO);
        return with(impact, people);
    }

    private static SortedMap<FinancialYear, Figure> byYear(Intake intake) {
        SortedMap<FinancialYear, Figure> people = new TreeMap<>();
        for (FinancialYear year = intake.first(); year.compareTo(intake.last()) <= 0; year = year.plus(1)) {
            people.put(year, Figure.of(intake.in(year)));
        }
        return people;
    }

    private static Impact with(Impact impact, SortedMap<FinancialYear, Figure> people) {
        if (!(impact.valuation() instanceof Valuation.Chain(Quantity quantity, var profile, var worth))) {
            return impact;
        }
        return new Impact(
                impact.id(),
                impact.title(),
                impact.outcome(),
                impact.unit(),
                new Valuation.Chain(
                        new Quantity(
                                new Intake.ByYear(people),
                                quantity.eligible(),
                                quantity.engagement(),
                                quantity.completion(),
                                quantity.effect()),
                        profile,
                        worth),
                impact.additionality(),
                impact.category(),
                impact.health(),
                impact.savings(),
                impact.beneficiaries(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }
}
