package org.worthwhile.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyWarningTest {

    private static final String COST = """
            {"annual": {"value": 1000, "uncertainty": {"distribution": "triangular", "low": 0.8, "mode": 1.0, "high": 1.4, "relative": true}}}""";
    private static final String EFFECT = "{\"value\": 0.5, \"standardError\": 0.1}";

    @TempDir
    private Path folder;

    /** How many of so many programmes that go as forecast are warned of in any year, by line. */
    private Map<String, Integer> falseAlarms(int programmes, int trials) {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, COST, EFFECT), "new", trials);
        Monitoring monitoring = approved.monitoring();
        Forecast forecast = new Forecast(approved.basis(), "new", trials, 1, 2);
        Recorded truth = new Recorded(new Forecast(approved.basis(), "new", programmes, 99, 2), monitoring.until());
        List<double[][]> recorded = new ArrayList<>();
        for (int place = 0; place < monitoring.register().size(); place++) {
            Registered one = monitoring.register().get(place);
            recorded.add(truth.paths(one.measure(), place, year -> Errors.of(one, year, forecast)));
        }
        Map<String, Integer> alarms = new HashMap<>(Map.of("staff", 0, "work", 0));
        for (int programme = 0; programme < programmes; programme++) {
            List<Actual> actuals = new ArrayList<>();
            for (int place = 0; place < recorded.size(); place++) {
                MeasureId measure = monitoring.register().get(place).measure();
                for (int t = 0; t < 4; t++) {
                    double real = recorded.get(place)[t][programme];
                    double nominal = measure.step() == Step.SPEND
                            ? real / Known.toReal(SmallCase.FIRST.plus(t), approved.basis(), monitoring.basis())
                            : real;
                    actuals.add(SmallCase.actual(measure.line(), measure.step(), t, nominal));
                }
            }
            new EarlyWarning(approved.with(monitoring.with(actuals)), forecast)
                    .watch().stream()
                            .filter(line -> line.warnedIn().isPresent())
                            .forEach(line -> alarms.merge(line.line(), 1, Integer::sum));
        }
        return alarms;
    }

    /** Of 200 at 5%, from 2 to 20 but once in a thousand on either side. */
    @Test
    void aLineThatGoesAsForecastIsWarnedOfAsOftenAsIsSaid() {
        assertThat(falseAlarms(200, 2000))
                .allSatisfy((line, alarms) -> assertThat(alarms).as(line).isBetween(2, 20));
    }

    /** Of 2,000 at 5%, 100 with a standard deviation of 10, and of 12 with that of the 5,000 trials: within four of these. */
    @Test
    @Tag("proof")
    void overThousandsOfProgrammesTheRateOfFalseAlarmsIsThatWhichIsSaid() {
        assertThat(falseAlarms(2000, 5000))
                .allSatisfy((line, alarms) -> assertThat(alarms).as(line).isBetween(100 - 4 * 12, 100 + 4 * 12));
    }

    @Test
    void takeUpOfHalfWhatWasForecastIsWarnedOfInItsYearAndSpendAsForecastIsNot() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, COST, EFFECT), "new", 2000);
        MonitoringCase seen = approved.with(approved.monitoring()
                .with(List.of(
                        SmallCase.actual("staff", Step.SPEND, 0, 1030),
                        SmallCase.actual("work", Step.ENGAGED, 0, 49),
                        SmallCase.actual("work", Step.ENGAGED, 1, 25))));
        List<LineWatch> lines = new EarlyWarning(seen, new Forecast(seen.basis(), "new", 2000, 1, 2)).watch();
        assertThat(lines).extracting(LineWatch::line).containsExactly("staff", "work");
        assertThat(lines.getFirst().departures()).isEmpty();
        assertThat(lines.getLast().warnedIn()).contains(SmallCase.FIRST.plus(1));
        assertThat(lines.getLast().departures())
                .extracting(one -> one.measure() + " " + one.year() + " " + one.toDate())
                .contains("work/engaged 2027/28 false", "work/engaged 2027/28 true");
    }

    /** Ten per cent short each year is within the limits of every year, and not of the sum of four. */
    @Test
    void aShortfallTooSmallForAnyYearIsFoundByTheSum() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, COST, EFFECT), "new", 10_000);
        List<Actual> actuals = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            actuals.add(SmallCase.actual("work", Step.ENGAGED, t, 50 * 0.89));
        }
        MonitoringCase seen = approved.with(approved.monitoring().with(actuals));
        LineWatch work = new EarlyWarning(seen, new Forecast(seen.basis(), "new", 10_000, 1, 2))
                .watch()
                .getLast();
        assertThat(work.departures()).isNotEmpty().allMatch(LineWatch.Departure::toDate);
    }

    @Test
    void aForecastThatIsCertainAndExactlyRecordedHasNoLimits() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 500);
        Monitoring monitoring = approved.monitoring();
        MonitoringCase exact = approved.with(new Monitoring(
                monitoring.id(),
                monitoring.title(),
                monitoring.approval(),
                monitoring.until(),
                monitoring.register().stream()
                        .map(one -> new Registered(
                                one.measure(),
                                one.title(),
                                one.unit(),
                                one.owner(),
                                one.baseline(),
                                one.source(),
                                one.due(),
                                0,
                                one.expected()))
                        .toList(),
                monitoring.objectives(),
                monitoring.falseAlarms(),
                monitoring.basis(),
                List.of(SmallCase.actual("staff", Step.SPEND, 0, 9000))));
        assertThat(new EarlyWarning(exact, new Forecast(exact.basis(), "new", 500, 1, 1)).watch())
                .allSatisfy(line -> assertThat(line.departures()).isEmpty())
                .allSatisfy(line -> assertThat(line.limits()).isEmpty());
    }
}
