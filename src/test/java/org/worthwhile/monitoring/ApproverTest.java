package org.worthwhile.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.samples.Samples;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.Uncertainty;

class ApproverTest {

    private static final double NORMAL_90 = 1.2815515655446004;

    @TempDir
    private Path folder;

    /** Each of these has health, parameters, evidence, receipts, residual values or business as usual with costs. */
    @ParameterizedTest
    @CsvSource({
        "falls-prevention, community",
        "rural-bus, on-demand",
        "family-hubs, four-hubs",
        "supported-housing, housing-first",
        "digital-front-door, platform",
        "led-street-lights, dimming"
    })
    void whatIsFrozenIsTheForecastOfTheAppraisalAndOfItsSimulation(String proposal, String option) {
        Appraisal appraisal = Samples.appraisals().stream()
                .filter(one -> one.basis().proposal().id().equals(proposal))
                .findFirst()
                .orElseThrow();
        String approved = appraisal.options().stream()
                .map(one -> one.option().id())
                .filter(option::equals)
                .findFirst()
                .orElse(appraisal.options().getLast().option().id());
        Approval.Expected npsv = SmallCase.approved(appraisal.basis(), approved, 400)
                .monitoring()
                .approval()
                .npsv();
        double expected = appraisal.option(approved).npsv();
        assertThat(npsv.central()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        double mean =
                Uncertainty.analyse(appraisal.basis(), 400, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)
                        .options()
                        .stream()
                        .filter(one -> one.id().equals(approved))
                        .mapToDouble(one -> one.mean().value())
                        .findFirst()
                        .orElseThrow();
        assertThat(npsv.mean()).isCloseTo(mean, within(1e-8 * Math.abs(mean)));
    }

    /** Spend of 1,000 with a standard deviation of 100, recorded to within 5% of 1,000: together the root of 100² + 50². */
    @Test
    void theBandIsOfTheForecastAndTheErrorOfItsRecord() {
        AppraisalCase basis = SmallCase.of(folder, """
                {"annual": {"value": 1000, "uncertainty": {"distribution": "normal", "mean": 1000, "sd": 100}}}""", "0.5");
        Registered spend = SmallCase.approved(basis, "new", 20_000)
                .monitoring()
                .find(new MeasureId("staff", Step.SPEND))
                .orElseThrow();
        double half = NORMAL_90 * Math.sqrt(100 * 100 + 50 * 50);
        Approval.Expected last = spend.expected().lastEntry().getValue();
        assertThat(last.central()).isEqualTo(1000);
        assertThat(last.low()).isCloseTo(1000 - half, within(4.0));
        assertThat(last.high()).isCloseTo(1000 + half, within(4.0));
    }

    /** 100 people a year of whom half engage, each with half a year in work; a step whose share is surely 1 is not counted apart. */
    @Test
    void theRegisterHasEachCostAndEachStepOfTheChainWithItsPath() {
        MonitoringCase monitored = SmallCase.approved(SmallCase.of(folder, "{\"annual\": 300}", "0.5"), "new", 100);
        assertThat(monitored.monitoring().register())
                .extracting(one -> one.measure().toString())
                .containsExactly("staff/spend", "work/intake", "work/engaged", "work/outcome");
        assertThat(monitored.monitoring().register())
                .extracting(one -> one.expected().firstEntry().getValue().central())
                .containsExactly(300.0, 100.0, 50.0, 25.0);
        assertThat(monitored.monitoring().register())
                .extracting(one -> one.expected().size())
                .containsOnly(4);
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        AppraisalCase basis = Samples.appraisals().getFirst().basis();
        var option = basis.proposal().options().getLast();
        assertThat(Approver.approve(basis, option, "Board", LocalDate.EPOCH, "", 1000, 7, 1)
                        .monitoring())
                .isEqualTo(Approver.approve(basis, option, "Board", LocalDate.EPOCH, "", 1000, 7, 3)
                        .monitoring());
    }
}
