package org.worthwhile.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.Place;

/** The error of a record can be changed after the approval, and the band of what is recorded goes with it. */
class ChangedErrorTest {

    private static final String UNSURE = """
            {"annual": {"value": 1000, "uncertainty": {"distribution": "normal", "mean": 1000, "sd": 100}}}""";
    private static final MeasureId SPEND = new MeasureId("staff", Step.SPEND);
    private static final double NORMAL_90 = 1.2815515655446004;

    @TempDir
    private Path folder;

    private static MonitoringCase withError(MonitoringCase approved, double error) {
        Monitoring monitoring = approved.monitoring();
        List<Registered> register = monitoring.register().stream()
                .map(one -> one.measure().equals(SPEND)
                        ? new Registered(
                                one.measure(),
                                one.title(),
                                one.unit(),
                                one.owner(),
                                one.baseline(),
                                one.source(),
                                one.due(),
                                error,
                                one.expected())
                        : one)
                .toList();
        return approved.with(new Monitoring(
                monitoring.id(),
                monitoring.title(),
                monitoring.approval(),
                monitoring.until(),
                register,
                monitoring.objectives(),
                monitoring.falseAlarms(),
                monitoring.basis(),
                monitoring.actuals()));
    }

    private static Registered spend(MonitoringCase monitored) {
        return Review.of(monitored, 2, Place.of("small")).paths().stream()
                .map(Review.Path::registered)
                .filter(one -> one.measure().equals(SPEND))
                .findFirst()
                .orElseThrow();
    }

    /** 100 by the level and the error times 1,000 by the record are the sides of a right-angled triangle. */
    @Test
    void theBandIsThatOfTheErrorThatARecordHasNow() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 40_000);
        for (double error : new double[] {0, 0.2, 1}) {
            Approval.Expected first =
                    spend(withError(approved, error)).expected().firstEntry().getValue();
            double half = NORMAL_90 * Math.hypot(100, 1000 * error);
            assertThat(first.low()).as("%s", error).isCloseTo(1000 - half, within(0.02 * half + 2));
            assertThat(first.high()).as("%s", error).isCloseTo(1000 + half, within(0.02 * half + 2));
        }
    }

    @Test
    void theBandOfAnErrorThatWasNotChangedIsTheOneThatWasFrozen() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 1000);
        assertThat(spend(approved).expected())
                .isEqualTo(approved.monitoring().find(SPEND).orElseThrow().expected());
    }

    @Test
    void aYearWithAnErrorOfItsOwnHasItsOwnBandAndOtherYearsDoNot() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 40_000);
        MonitoringCase seen =
                approved.with(approved.monitoring().with(List.of(SmallCase.actual("staff", Step.SPEND, 0, 1100, 500))));
        Registered spend = spend(seen);
        assertThat(spend.expected().firstEntry().getValue().high())
                .isCloseTo(1000 + NORMAL_90 * Math.hypot(100, 500), within(15.0));
        assertThat(spend.expected().lastEntry().getValue())
                .isEqualTo(approved.monitoring()
                        .find(SPEND)
                        .orElseThrow()
                        .expected()
                        .lastEntry()
                        .getValue());
    }

    @Test
    void ofACertainForecastWithAnExactRecordTrialsAreNotSaidToBeTooFew() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 1000}", "0.5"), "new", 1000);
        LineWatch staff = Review.of(withError(approved, 0), 2, Place.of("small")).lines().stream()
                .filter(line -> line.line().equals("staff"))
                .findFirst()
                .orElseThrow();
        assertThat(staff.isCertain()).isTrue();
        assertThat(staff.departures()).isEmpty();
    }
}
