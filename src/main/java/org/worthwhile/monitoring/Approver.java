package org.worthwhile.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Valuation;

/** Freezes the forecast of an option that was approved, and makes the register of what is to be measured. */
public final class Approver {

    /** The standard deviation of recorded spend and of recorded people, as a share of the central forecast. */
    public static final double ERROR_OF_COUNTS = 0.05;

    /** The same of outcomes, which are harder to measure. */
    public static final double ERROR_OF_OUTCOMES = 0.1;

    /** Actuals are expected of so many years, or of as many as are appraised. */
    public static final int YEARS = 10;

    private final AppraisalCase basis;
    private final Option option;
    private final Forecast forecast;
    private final FinancialYear until;

    /** @param until if it is later than where an approval ends, paths go on so far */
    Approver(AppraisalCase basis, Option option, Forecast forecast, FinancialYear until) {
        this.basis = basis;
        this.option = option;
        this.forecast = forecast;
        this.until = until.compareTo(until(forecast)) > 0 ? until : until(forecast);
    }

    /** The last year of which an approval expects actuals. */
    static FinancialYear until(Forecast forecast) {
        return forecast.year(Math.min(YEARS, forecast.years()) - 1);
    }

    /**
     * Approves an option.
     *
     * @param option one of the proposal's, not business as usual
     * @param version of the proposal, in words
     * @param trials from 100 to {@link org.worthwhile.uncertainty.InputTrials#MOST}
     * @param threads how many work at once; of no consequence for the result
     */
    public static MonitoringCase approve(
            AppraisalCase basis,
            Option option,
            String by,
            LocalDate on,
            String version,
            int trials,
            long seed,
            int threads) {
        Forecast forecast = new Forecast(basis, option.id(), trials, seed, threads);
        Approver approver = new Approver(basis, option, forecast, until(forecast));
        Proposal proposal = basis.proposal();
        Approval approval = new Approval(option.id(), by, on, version, trials, seed, approver.npsv());
        return new MonitoringCase(
                new Monitoring(
                        proposal.id(),
                        proposal.title(),
                        approval,
                        approver.until,
                        approver.register(),
                        approver.objectives(),
                        Monitoring.FALSE_ALARMS,
                        new Basis(false, proposal.appraisal().priceYear()),
                        List.of()),
                basis);
    }

    Approval.Expected npsv() {
        return expected(forecast.centralNpsv(), forecast.npsv());
    }

    private static Approval.Expected expected(double central, double[] values) {
        Weights alike = Weights.equal(values.length);
        double[] ends = alike.quantiles(values, 0.1, 0.9);
        return new Approval.Expected(central, alike.mean(values), ends[0], ends[1]);
    }

    List<Registered> register() {
        List<Registered> register = new ArrayList<>();
        for (CostLine cost : option.costs()) {
            if (cost.isSpent() && cost.kind() != CostKind.AVOIDED_COST) {
                register.add(registered(
                        new MeasureId(cost.id(), Step.SPEND),
                        cost.title(),
                        basis.proposal().appraisal().currency(),
                        owner(cost),
                        "",
                        cost.source(),
                        ERROR_OF_COUNTS,
                        register.size()));
            }
        }
        for (Impact impact : option.impacts()) {
            for (Step step : steps(impact)) {
                register.add(registered(
                        new MeasureId(impact.id(), step),
                        impact.title(),
                        unit(impact, step, basis.proposal().appraisal().currency()),
                        basis.proposal().sponsor(),
                        impact.counterfactual(),
                        impact.source(),
                        step == Step.OUTCOME ? ERROR_OF_OUTCOMES : ERROR_OF_COUNTS,
                        register.size()));
            }
        }
        return register;
    }

    private String owner(CostLine cost) {
        return basis.proposal().organisations().stream()
                .filter(organisation -> organisation.id().equals(cost.bearer()))
                .map(Organisation::title)
                .findFirst()
                .orElse(cost.bearer());
    }

    /** In which a step of an impact is counted. */
    static String unit(Impact impact, Step step, String currency) {
        if (step != Step.OUTCOME) {
            return "people";
        }
        return impact.valuation() instanceof Valuation.Chain ? impact.unit() : currency;
    }

    /** The steps at which an impact is measured: those with a share that is surely 1 are those before them. */
    private static List<Step> steps(Impact impact) {
        List<Step> steps = new ArrayList<>();
        if (Chain.isOfPeople(impact) && impact.valuation() instanceof Valuation.Chain chain) {
            steps.add(Step.INTAKE);
            for (Step step : List.of(Step.ELIGIBLE, Step.ENGAGED, Step.COMPLETED)) {
                if (!Chain.figure(chain.quantity(), step).equals(Figure.ONE)) {
                    steps.add(step);
                }
            }
        }
        steps.add(Step.OUTCOME);
        return steps;
    }

    private Registered registered(
            MeasureId measure,
            String title,
            String unit,
            String owner,
            String baseline,
            String source,
            double error,
            int place) {
        SortedMap<FinancialYear, Approval.Expected> expected = paths(
                measure,
                place,
                year -> error * Math.abs(forecast.line(measure).central().measured(measure.step(), year)));
        return new Registered(
                measure,
                title,
                unit,
                owner,
                baseline,
                source,
                expected.isEmpty() ? until : expected.firstKey(),
                error,
                expected);
    }

    /** @param error the standard deviation of the record of a year */
    private SortedMap<FinancialYear, Approval.Expected> paths(
            MeasureId measure, int place, ToDoubleFunction<FinancialYear> error) {
        LineTrials.State central = forecast.line(measure).central();
        SortedMap<FinancialYear, Approval.Expected> expected = new TreeMap<>();
        double[][] paths = new Recorded(forecast, until).paths(measure, place, error);
        for (int t = 0; t < paths.length; t++) {
            FinancialYear year = forecast.year(t);
            Approval.Expected one = expected(central.measured(measure.step(), year), paths[t]);
            if (one.central() != 0 || one.low() != 0 || one.high() != 0) {
                expected.put(year, one);
            }
        }
        return expected;
    }

    /** A measure with the band that comes of other errors of its record in the years that it has. */
    Registered withErrors(Registered one, int place, ToDoubleFunction<FinancialYear> error) {
        SortedMap<FinancialYear, Approval.Expected> expected = paths(one.measure(), place, error);
        expected.keySet().retainAll(one.expected().keySet());
        return new Registered(
                one.measure(),
                one.title(),
                one.unit(),
                one.owner(),
                one.baseline(),
                one.source(),
                one.due(),
                one.error(),
                expected);
    }

    List<RegisteredObjective> objectives() {
        return basis.proposal().objectives().stream()
                .map(objective -> new RegisteredObjective(
                        objective, basis.proposal().sponsor(), objective.measure(), expected(objective)))
                .toList();
    }

    private SortedMap<FinancialYear, Approval.Expected> expected(Objective objective) {
        SortedMap<FinancialYear, Approval.Expected> expected = new TreeMap<>();
        List<MeasureId> counted = option.impacts().stream()
                .filter(impact -> impact.valuation() instanceof Valuation.Chain
                        && objective
                                .outcome()
                                .filter(OutcomeResult.outcomeOf(impact)::equals)
                                .isPresent())
                .map(impact -> new MeasureId(impact.id(), Step.OUTCOME))
                .toList();
        if (counted.isEmpty()) {
            return expected;
        }
        int years = until.since(forecast.year(0)) + 1;
        List<double[][]> paths =
                counted.stream().map(measure -> forecast.paths(measure, years)).toList();
        for (int t = 0; t < years; t++) {
            FinancialYear year = forecast.year(t);
            double[] sums = new double[forecast.draws.trials()];
            double central = 0;
            for (int i = 0; i < counted.size(); i++) {
                Forecast.add(sums, paths.get(i)[t], 1);
                central += forecast.line(counted.get(i)).central().measured(Step.OUTCOME, year);
            }
            expected.put(year, expected(central, sums));
        }
        return expected;
    }
}
