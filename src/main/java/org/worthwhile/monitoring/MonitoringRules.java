package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;

/** What is wrong with a register and with actuals, all of it at once. */
public final class MonitoringRules {

    private MonitoringRules() {}

    /**
     * What is wrong.
     *
     * @param places of the actuals, in their order
     */
    public static List<Problem> problems(Monitoring monitoring, AppraisalCase basis, List<Place> places) {
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < monitoring.actuals().size(); i++) {
            Actual actual = monitoring.actuals().get(i);
            Place place = places.get(i);
            Optional<Fault> fault = fault(actual, monitoring, basis);
            if (fault.isEmpty() && !told.add(actual.measure() + " " + actual.year())) {
                fault = Optional.of(new Fault(
                        actual.measure() + " of " + actual.year() + " is given twice", "keep the one that is right"));
            }
            fault.ifPresent(wrong -> problems.add(new Problem(place, wrong.what(), wrong.remedy())));
        }
        problems.addAll(PeopleRules.problems(monitoring, basis, places));
        return problems;
    }

    /**
     * What is wrong with the register.
     *
     * @param option that was approved
     * @param currency of the appraisal
     * @param places of its measures, in their order
     */
    public static List<Problem> registered(Monitoring monitoring, Option option, String currency, List<Place> places) {
        List<String> known = new ArrayList<>();
        option.costs().stream()
                .filter(CostLine::isSpent)
                .forEach(cost -> known.add(new MeasureId(cost.id(), Step.SPEND).toString()));
        for (Impact impact : option.impacts()) {
            Arrays.stream(Step.values())
                    .filter(step -> step == Step.OUTCOME || step.isOfPeople() && Chain.isOfPeople(impact))
                    .forEach(step -> known.add(new MeasureId(impact.id(), step).toString()));
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < monitoring.register().size(); i++) {
            Place place = places.get(i);
            String measure = monitoring.register().get(i).measure().toString();
            if (!known.contains(measure)) {
                problems.add(new Problem(
                        place,
                        "the approved option has nothing that is measured as '" + measure + "'",
                        known.isEmpty()
                                ? "name the option that was approved, since '" + option.id() + "' has no lines"
                                : Nearest.remedy(measure, known)));
            } else if (!told.add(measure)) {
                problems.add(new Problem(place, "'" + measure + "' is in the register twice", "keep one of them"));
            } else {
                otherUnit(monitoring.register().get(i), option, currency)
                        .ifPresent(wrong -> problems.add(new Problem(place, wrong.what(), wrong.remedy())));
            }
        }
        return problems;
    }

    private static Optional<Fault> otherUnit(Registered one, Option option, String currency) {
        String unit = option.impacts().stream()
                .filter(impact -> impact.id().equals(one.measure().line()))
                .map(impact -> Approver.unit(impact, one.measure().step(), currency))
                .findFirst()
                .orElse(currency);
        return one.unit().isEmpty() || one.unit().equals(unit)
                ? Optional.empty()
                : Optional.of(new Fault(
                        one.measure() + " is counted in " + (unit.isEmpty() ? "no named unit" : "'" + unit + "'")
                                + ", not in '" + one.unit() + "'",
                        unit.isEmpty()
                                ? "take the unit out, and give actuals as the proposal counts"
                                : "write the unit '" + unit + "', and actuals in it"));
    }

    private static Optional<Fault> fault(Actual actual, Monitoring monitoring, AppraisalCase basis) {
        Optional<Registered> registered = monitoring.find(actual.measure());
        if (registered.isEmpty()) {
            return Optional.of(new Fault(
                    "the register has no measure '" + actual.measure() + "'",
                    Nearest.remedy(
                            actual.measure().toString(),
                            monitoring.register().stream()
                                    .map(one -> one.measure().toString())
                                    .toList())));
        }
        if (actual.year().since(basis.proposal().appraisal().baseYear()) < 0
                || actual.year().compareTo(monitoring.until()) > 0) {
            return Optional.of(new Fault(
                    actual.year() + " is not among the years from "
                            + basis.proposal().appraisal().baseYear() + " to " + monitoring.until()
                            + " that are monitored",
                    "give the year in which it was recorded, or change until"));
        }
        if (actual.measure().step().isOfPeople() && !registered.get().expected().containsKey(actual.year())) {
            return Optional.of(new Fault(
                    "the approved forecast takes nobody in in " + actual.year(),
                    "count those reached in the year for which they were forecast"));
        }
        if (actual.measure().step() != Step.OUTCOME && actual.value() < 0) {
            return Optional.of(new Fault(
                    "there is less than nothing of " + actual.measure(), "write what was spent or counted, 0 or more"));
        }
        return actual.measure().step() == Step.SPEND ? unpriced(actual, monitoring.basis(), basis) : Optional.empty();
    }

    private static Optional<Fault> unpriced(Actual actual, Basis prices, AppraisalCase basis) {
        var written = prices.real() ? prices.priceYear() : actual.year();
        var asked = basis.proposal().appraisal().priceYear();
        boolean converts = written.equals(asked)
                || basis.priceIndex().covers(written) && basis.priceIndex().covers(asked);
        return converts
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the framework's price index has no figure to turn money of " + written + " into that of "
                                + asked,
                        "give spend at the prices of " + asked + ", with real true in basis"));
    }
}
