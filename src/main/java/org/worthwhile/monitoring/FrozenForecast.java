package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;

/** Holds the forecast that was frozen to the one that its proposal, trials and seed give. */
final class FrozenForecast {

    /** Figures further from those frozen than by rounding, as a share of the largest of a year, are others. */
    private static final double ROUNDING = 1e-9;

    private static final String REMEDY =
            "approve the option anew, or put back the file as it was written, with the model packs of the approval";

    private static final SortedMap<String, ToDoubleFunction<Approval.Expected>> FIGURES = new TreeMap<>(Map.of(
            "central", Approval.Expected::central,
            "mean", Approval.Expected::mean,
            "low", Approval.Expected::low,
            "high", Approval.Expected::high));

    private final Monitoring monitoring;
    private final Forecast forecast;
    private final Approver approver;
    private final List<Registered> approved;
    private final Place place;
    private final List<Problem> problems = new ArrayList<>();

    private FrozenForecast(MonitoringCase monitored, Forecast forecast, Place place) {
        this.monitoring = monitored.monitoring();
        this.forecast = forecast;
        this.approver = new Approver(monitored.basis(), monitored.option(), forecast, monitoring.until());
        this.approved = approver.register();
        this.place = place;
    }

    /**
     * What was frozen.
     *
     * @throws InvalidInput with everything that is not what is forecast, a problem for each place of the file
     */
    static FrozenForecast require(MonitoringCase monitored, Forecast forecast, Place place) {
        FrozenForecast frozen = new FrozenForecast(monitored, forecast, place);
        frozen.holdNpsv();
        frozen.holdRegister();
        frozen.holdObjectives();
        if (!frozen.problems.isEmpty()) {
            throw new InvalidInput(frozen.problems);
        }
        return frozen;
    }

    /**
     * A measure with the band of what is recorded by the errors that its record has now, which may have been changed since the
     * approval; by those of the approval the band is the one that was frozen. One that was added to the register is as it was written.
     */
    Registered withBand(Registered one, ToDoubleFunction<FinancialYear> error) {
        int place = approved.stream().map(Registered::measure).toList().indexOf(one.measure());
        return place < 0 ? one : approver.withErrors(one, place, error);
    }

    private void holdNpsv() {
        differences(monitoring.approval().npsv(), approver.npsv(), 1)
                .ifPresent(found -> tell("/approval/npsv", "net present social value", found));
    }

    private void holdRegister() {
        Map<MeasureId, Registered> forecasts = new TreeMap<>();
        approved.forEach(one -> forecasts.put(one.measure(), one));
        for (int i = 0; i < monitoring.register().size(); i++) {
            Registered one = monitoring.register().get(i);
            Registered found = forecasts.get(one.measure());
            String pointer = "/register/" + i + "/expected";
            if (found == null) {
                added(one).ifPresent(wrong -> tell(pointer, one.measure().toString(), wrong));
            } else {
                differences(one.expected(), found.expected())
                        .ifPresent(wrong -> tell(pointer, one.measure().toString(), wrong));
            }
        }
    }

    /** Of a measure that the approval did not register: no trials of its record were drawn. */
    private Optional<String> added(Registered one) {
        LineTrials.State central = forecast.line(one.measure()).central();
        return one.expected().entrySet().stream()
                .filter(year -> year.getKey().since(forecast.year(0)) >= 0
                        && year.getKey().since(forecast.year(0)) < forecast.years())
                .flatMap(year -> {
                    double frozen = year.getValue().central();
                    double found = central.measured(one.measure().step(), year.getKey());
                    return isOther(frozen, found, Math.abs(found))
                            ? Optional.of("in " + year.getKey() + " " + difference("central", frozen, found)).stream()
                            : Optional.<String>empty().stream();
                })
                .findFirst();
    }

    private void holdObjectives() {
        List<RegisteredObjective> forecasts = approver.objectives();
        for (int i = 0; i < monitoring.objectives().size(); i++) {
            RegisteredObjective one = monitoring.objectives().get(i);
            String pointer = "/objectives/" + i + "/expected";
            forecasts.stream()
                    .filter(found -> found.objective().equals(one.objective()))
                    .findFirst()
                    .flatMap(found -> differences(one.expected(), found.expected()))
                    .ifPresent(wrong -> tell(pointer, "'" + one.objective().title() + "'", wrong));
        }
    }

    private void tell(String pointer, String figure, String differences) {
        problems.add(new Problem(
                place.within(pointer),
                figure + " is not what the proposal, trials and seed of the approval give: " + differences,
                REMEDY));
    }

    /** The first year that differs, and how many more there are. */
    private Optional<String> differences(
            SortedMap<FinancialYear, Approval.Expected> frozen, SortedMap<FinancialYear, Approval.Expected> found) {
        List<String> years = new ArrayList<>();
        for (FinancialYear year : frozen.keySet()) {
            Approval.Expected other = found.get(year);
            if (other == null) {
                years.add("nothing is forecast in " + year);
            } else {
                differences(frozen.get(year), other, 0).ifPresent(one -> years.add("in " + year + " " + one));
            }
        }
        found.keySet().stream()
                .filter(year -> !frozen.containsKey(year)
                        && year.compareTo(monitoring.until()) <= 0
                        && year.compareTo(Approver.until(forecast)) <= 0)
                .forEach(year -> years.add(year + " is missing"));
        return years.isEmpty()
                ? Optional.empty()
                : Optional.of(years.getFirst()
                        + (years.size() > 1
                                ? ", and " + (years.size() - 1) + (years.size() > 2 ? " more years" : " more year")
                                : ""));
    }

    /** @param least the scale of rounding is no less than this */
    private static Optional<String> differences(Approval.Expected frozen, Approval.Expected found, double least) {
        double scale = FIGURES.values().stream()
                .mapToDouble(figure -> Math.abs(figure.applyAsDouble(found)))
                .reduce(least, Math::max);
        List<String> differences = new ArrayList<>();
        FIGURES.forEach((name, figure) -> {
            if (isOther(figure.applyAsDouble(frozen), figure.applyAsDouble(found), scale)) {
                differences.add(difference(name, figure.applyAsDouble(frozen), figure.applyAsDouble(found)));
            }
        });
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    private static boolean isOther(double frozen, double found, double scale) {
        return !(Math.abs(frozen - found) <= ROUNDING * scale);
    }

    private static String difference(String name, double frozen, double found) {
        return name + " is " + Digits.of(found) + " and not " + Digits.of(frozen);
    }
}
