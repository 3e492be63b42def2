package org.worthwhile.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.FinancialYear;

class ReappraisalTest {

    private static final String UNSURE = """
            {"annual": {"value": 1000, "uncertainty": {"distribution": "normal", "mean": 1000, "sd": 100}}}""";
    private static final double NORMAL_90 = 1.2815515655446004;

    @TempDir
    private Path folder;

    private static Review review(MonitoringCase approved, Actual... actuals) {
        return Review.of(approved.with(approved.monitoring().with(List.of(actuals))), 2, Place.of("small"));
    }

    private static Reappraisal reappraisal(MonitoringCase approved, Actual... actuals) {
        return review(approved, actuals).reappraisal().orElseThrow();
    }

    private static Review.Path path(Review review, String measure) {
        return review.paths().stream()
                .filter(one -> one.registered().measure().toString().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private MonitoringCase inRealMoney(MonitoringCase approved) {
        Monitoring monitoring = approved.monitoring();
        return approved.with(new Monitoring(
                monitoring.id(),
                monitoring.title(),
                monitoring.approval(),
                monitoring.until(),
                monitoring.register(),
                monitoring.objectives(),
                monitoring.falseAlarms(),
                new Basis(true, SmallCase.FIRST),
                List.of()));
    }

    /**
     * A level of 1,000 with a standard deviation of 100, of which a year of 1,200 is seen to within 50: precisions 1/10,000 and 1/2,500
     * give a mean of (0.1 + 0.48) / 0.0005 = 1,160 and a variance of 2,000.
     */
    @Test
    void aYearsSpendTellsOfLaterYearsAsTheConjugateNormalHasIt() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 40_000);
        Review review = review(approved, SmallCase.actual("staff", Step.SPEND, 0, 1200, 50));
        Reappraisal again = review.reappraisal().orElseThrow();
        Approval.Expected last = path(review, "staff/spend").ahead().lastEntry().getValue();
        double half = NORMAL_90 * Math.sqrt(2000);
        assertThat(again.updated()).isTrue();
        assertThat(last.mean()).isCloseTo(1160, within(1.0));
        assertThat(last.low()).isCloseTo(1160 - half, within(2.0));
        assertThat(last.high()).isCloseTo(1160 + half, within(2.0));
        double factors = 1 / 1.035 + 1 / (1.035 * 1.035) + 1 / (1.035 * 1.035 * 1.035);
        assertThat(again.npsv().mean()).isCloseTo((1 + factors) * (10 + 500) - 1200 - 1160 * factors, within(3.0));
        assertThat(again.npsv().deviation()).isCloseTo(Math.sqrt(2000) * factors, within(2.0));
    }

    /** With prior variance V, error variance S and surprise d, trials are worth N f(d; V + S)² 2 √(π S) / f(d; V + S/2), f the normal density. */
    @Test
    void theEffectiveSampleIsThatOfTheClosedForm() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 40_000);
        double one = density(200, 12_500);
        double expected = 40_000 * one * one * 2 * Math.sqrt(Math.PI * 2500) / density(200, 11_250);
        assertThat(reappraisal(approved, SmallCase.actual("staff", Step.SPEND, 0, 1200, 50))
                        .effective())
                .isCloseTo(expected, within(expected / 50));
    }

    private static double density(double deviation, double variance) {
        return Math.exp(-deviation * deviation / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
    }

    @Test
    void anActualOfWhichHardlyAnyTrialIsToldDoesNotUpdateWhatIsLeft() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 1000);
        Reappraisal again = reappraisal(approved, SmallCase.actual("staff", Step.SPEND, 0, 1600, 10));
        assertThat(again.effective()).isLessThan(Reappraisal.LEAST_EFFECTIVE);
        assertThat(again.updated()).isFalse();
        assertThat(again.contributions())
                .filteredOn(one -> one.cause() == Reappraisal.Cause.UPDATE)
                .isEmpty();
    }

    /** 40 engaged are 80 taken in, and 30 years of work are those of 120; the rest is as it was. */
    @Test
    void withoutUncertaintyItIsTheAppraisalOfTheProposalTypedWithTheActuals() {
        MonitoringCase approved =
                inRealMoney(SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 100));
        Reappraisal again = reappraisal(
                approved,
                SmallCase.actual("staff", Step.SPEND, 0, 350),
                SmallCase.actual("staff", Step.SPEND, 1, 280),
                SmallCase.actual("work", Step.ENGAGED, 0, 40),
                SmallCase.actual("work", Step.OUTCOME, 1, 30));
        AppraisalCase typed = SmallCase.read(folder, """
                {"format": "worthwhile-proposal/1", "id": "typed", "title": "Typed",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 4},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [
                   {"id": "none", "title": "Business as usual", "role": "business-as-usual",
                    "costs": [{"id": "old", "title": "Old", "bearer": "county", "kind": "revenue", "amount": {"annual": 10}}]},
                   {"id": "new", "title": "New", "role": "preferred",
                    "costs": [{"id": "staff", "title": "Staff", "bearer": "county", "kind": "revenue",
                               "amount": {"schedule": {"2026/27": 350, "2027/28": 280, "2028/29": 300, "2029/30": 300}}}],
                    "impacts": [{"id": "work", "title": "In work", "unit": "person-year", "category": "economic",
                                 "quantity": {"intake": {"2026/27": 80, "2027/28": 120, "2028/29": 100, "2029/30": 100},
                                              "engagement": 0.5, "effect": 0.5},
                                 "profile": {"duration": 1}, "value": {"amount": 20}}]}]}
                """);
        double npsv = Appraiser.appraise(typed).option("new").npsv();
        assertThat(again.central()).isCloseTo(npsv, within(1e-9));
        assertThat(again.npsv().mean()).isCloseTo(npsv, within(1e-9));
        assertThat(again.npsv().deviation()).isCloseTo(0, within(1e-9));
        assertThat(again.effective()).isCloseTo(100, within(1e-9));
    }

    /** Money of 2027/28 is at its own prices unless it is said to be real. */
    @Test
    void spendIsTurnedIntoThePricesOfTheAppraisal() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 100);
        double spent = path(review(approved, SmallCase.actual("staff", Step.SPEND, 1, 300)), "staff/spend")
                .actuals()
                .lastEntry()
                .getValue();
        assertThat(spent)
                .isCloseTo(
                        300 * approved.basis().priceIndex().factor(SmallCase.FIRST.plus(1), SmallCase.FIRST),
                        within(1e-9))
                .isLessThan(300);
    }

    /** From the third year on 500 a year are gained and 290 spent beyond business as usual, and no effect is of earlier years. */
    @Test
    void goingOnIsWorthWhatLiesAheadWhateverWasSpent() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 100);
        Reappraisal again = reappraisal(approved, SmallCase.actual("staff", Step.SPEND, 1, 5000));
        double ahead = 210 / (1.035 * 1.035) + 210 / (1.035 * 1.035 * 1.035);
        assertThat(again.from()).isEqualTo(SmallCase.FIRST.plus(2));
        assertThat(again.goingOn().mean()).isCloseTo(ahead, within(1e-9));
        assertThat(again.goingOn().aboveZero()).isCloseTo(1, within(1e-12));
        assertThat(again.beyondEffectsThatStay().mean()).isCloseTo(ahead, within(1e-9));
        assertThat(again.npsv().mean()).isNegative();
    }

    @Test
    void contributionsAddUpToTheChangeOfTheNetPresentSocialValue() {
        MonitoringCase approved = SmallCase.approved(
                SmallCase.of(folder, UNSURE, "{\"value\": 0.5, \"standardError\": 0.1}"), "new", 4000);
        Reappraisal again = reappraisal(
                approved,
                SmallCase.actual("staff", Step.SPEND, 0, 1100),
                SmallCase.actual("work", Step.ENGAGED, 0, 45),
                SmallCase.actual("work", Step.OUTCOME, 0, 18));
        double change =
                again.npsv().mean() - approved.monitoring().approval().npsv().mean();
        assertThat(again.contributions().stream()
                        .mapToDouble(Reappraisal.Contribution::amount)
                        .sum())
                .isCloseTo(change, within(1e-8 * Math.abs(change)));
        assertThat(again.contributions())
                .extracting(one -> one.line() + " " + one.cause())
                .contains("staff SPEND", "staff UPDATE", "work PEOPLE", "work OUTCOMES", "work UPDATE");
    }

    /** Two causes of a product of 2 and 3 in the place of 1 and 1: (1 + 3) / 2 and (2 + 4) / 2 share the 5 between them. */
    @Test
    void causesShareWhatTheyMakeTogetherByTheOrdersInWhichTheyCan() {
        assertThat(Shapley.of(2, mask -> ((mask & 1) == 1 ? 2 : 1) * ((mask & 2) == 2 ? 3 : 1)))
                .containsExactly(2, 3);
        assertThat(Shapley.of(3, mask -> Integer.bitCount(mask) == 3 ? 6 : 0))
                .containsExactly(new double[] {2, 2, 2}, within(1e-12));
    }

    @Test
    void aForecastThatIsNotTheOneApprovedIsRefused() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 100);
        MonitoringCase changed =
                new MonitoringCase(approved.monitoring(), SmallCase.of(folder, "{\"annual\": 301}", "0.5"));
        assertThatThrownBy(() -> Review.of(changed, 1, Place.of("small.monitoring.json")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "small.monitoring.json /approval/npsv: net present social value is not what the proposal, trials and seed"
                                + " of the approval give: central is ")
                .hasMessageContaining(
                        "small.monitoring.json /register/0/expected: staff/spend is not what the proposal, trials and seed of the"
                                + " approval give: in 2026/27 central is 301 and not 300, ")
                .hasMessageContaining(
                        ", and 3 more years; approve the option anew, or put back the file as it was written");
    }

    private static MonitoringCase changed(
            MonitoringCase approved, int trials, long seed, Approval.Expected npsv, List<Registered> register) {
        Monitoring monitoring = approved.monitoring();
        Approval approval = monitoring.approval();
        return approved.with(new Monitoring(
                monitoring.id(),
                monitoring.title(),
                new Approval(approval.option(), approval.by(), approval.on(), approval.version(), trials, seed, npsv),
                monitoring.until(),
                register,
                monitoring.objectives(),
                monitoring.falseAlarms(),
                monitoring.basis(),
                List.of()));
    }

    @Test
    void trialsSeedAndEachFigureThatWasFrozenAreHeldToTheForecast() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 100);
        List<Registered> register = approved.monitoring().register();
        Approval.Expected npsv = approved.monitoring().approval().npsv();
        Place place = Place.of("small.monitoring.json");
        assertThat(Review.of(changed(approved, 100, 1, npsv, register), 1, place)
                        .paths())
                .hasSize(4);
        assertThatThrownBy(() -> Review.of(changed(approved, 101, 1, npsv, register), 1, place))
                .hasMessageContaining("/approval/npsv: ")
                .hasMessageContaining("/register/0/expected: ");
        assertThatThrownBy(() -> Review.of(changed(approved, 100, 2, npsv, register), 1, place))
                .hasMessageContaining("/approval/npsv: ")
                .hasMessageContaining("/register/0/expected: ");
        for (Approval.Expected other : List.of(
                new Approval.Expected(npsv.central(), npsv.mean() + 1, npsv.low(), npsv.high()),
                new Approval.Expected(npsv.central(), npsv.mean(), npsv.low() - 1, npsv.high()),
                new Approval.Expected(npsv.central(), npsv.mean(), npsv.low(), npsv.high() + 1))) {
            assertThatThrownBy(() -> Review.of(changed(approved, 100, 1, other, register), 1, place))
                    .hasMessageStartingWith("small.monitoring.json /approval/npsv: ")
                    .hasMessageNotContaining("register");
        }
    }

    /** A year that is wrong and one that is missing are faults; a measure that was taken out is none. */
    @Test
    void aPathOfTheRegisterThatWasChangedIsRefusedAndAMeasureTakenOutIsNot() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 100);
        List<Registered> register = new ArrayList<>(approved.monitoring().register());
        Approval.Expected npsv = approved.monitoring().approval().npsv();
        Place place = Place.of("small.monitoring.json");
        register.removeFirst();
        assertThat(Review.of(changed(approved, 100, 1, npsv, register), 1, place)
                        .paths())
                .hasSize(3);
        Registered intake = register.getFirst();
        SortedMap<FinancialYear, Approval.Expected> path = new TreeMap<>(intake.expected());
        Approval.Expected first = intake.expected().firstEntry().getValue();
        path.put(SmallCase.FIRST, new Approval.Expected(first.central(), first.mean(), 1, first.high()));
        path.remove(SmallCase.FIRST.plus(2));
        register.set(
                0,
                new Registered(
                        intake.measure(),
                        intake.title(),
                        intake.unit(),
                        intake.owner(),
                        intake.baseline(),
                        intake.source(),
                        intake.due(),
                        intake.error(),
                        path));
        assertThatThrownBy(() -> Review.of(changed(approved, 100, 1, npsv, register), 1, place))
                .hasMessageMatching(
                        "small.monitoring.json /register/0/expected: work/intake is not what .* give: in 2026/27 low is [0-9.]+ and not"
                                + " 1, and 1 more year; approve the option anew, .*");
    }

    /** No trial is within 1e300 standard errors of what was recorded, so that none is worth anything. */
    @Test
    void anActualThatNoTrialCanHaveMadeLeavesTheForecastAsItWas() {
        MonitoringCase approved = SmallCase.approved(SmallCase.of(folder, UNSURE, "0.5"), "new", 200);
        Reappraisal again = reappraisal(approved, SmallCase.actual("staff", Step.SPEND, 0, 1200, 1e-300));
        assertThat(again.effective()).isZero();
        assertThat(again.updated()).isFalse();
        assertThat(again.npsv().mean()).isFinite();
    }
}
