package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;

/** Of a year's intake no more reach a step than the one before it. */
final class PeopleRules {

    /** Counts that are larger by no more than this share are so by rounding. */
    private static final double ROUNDING = 1e-9;

    private PeopleRules() {}

    /**
     * Counts that are more than those of the last step before that was counted, or than the intake that is forecast where none was.
     *
     * @param places of the actuals, in their order
     */
    static List<Problem> problems(Monitoring monitoring, AppraisalCase basis, List<Place> places) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < monitoring.actuals().size(); i++) {
            Actual actual = monitoring.actuals().get(i);
            Step step = actual.measure().step();
            boolean isForecast = monitoring
                    .find(actual.measure())
                    .filter(one -> one.expected().containsKey(actual.year()))
                    .isPresent();
            if (!isForecast || !step.isOfPeople() || step == Step.INTAKE) {
                continue;
            }
            Optional<Actual> before = before(actual, monitoring.actuals());
            OptionalDouble most = before.isPresent()
                    ? OptionalDouble.of(before.get().value())
                    : intake(actual, monitoring.approval().option(), basis);
            if (most.isPresent() && actual.value() > most.getAsDouble() * (1 + ROUNDING)) {
                problems.add(new Problem(
                        places.get(i),
                        Digits.of(actual.value()) + " of " + actual.measure() + " in " + actual.year()
                                + " are more than the " + Digits.of(most.getAsDouble())
                                + before.map(one -> " of " + one.measure()).orElse(" whose intake is forecast"),
                        before.isPresent()
                                ? "count at each step some or all of those at the step before"
                                : "mend the count, or give the intake of that year too"));
            }
        }
        return problems;
    }

    private static Optional<Actual> before(Actual actual, List<Actual> all) {
        return all.stream()
                .filter(one -> one.measure().line().equals(actual.measure().line())
                        && one.year().equals(actual.year())
                        && one.measure().step().isOfPeople()
                        && one.measure().step().compareTo(actual.measure().step()) < 0)
                .max((one, other) ->
                        one.measure().step().compareTo(other.measure().step()));
    }

    private static OptionalDouble intake(Actual actual, String approved, AppraisalCase basis) {
        FinancialYear year = actual.year();
        return basis.proposal().options().stream()
                .filter(option -> option.id().equals(approved))
                .flatMap(option -> option.impacts().stream())
                .filter(impact -> impact.id().equals(actual.measure().line()))
                .flatMapToDouble(impact -> Chain.people(impact, Step.INTAKE, year).stream())
                .findFirst();
    }
}
