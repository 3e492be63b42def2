package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.SamplingDistribution;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.samples.Samples;

/** A finding has the figures that a referee asks for, in words that name the outcome and its unit. */
class FindingTextTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTestHasItsStatisticDegreesOfFreedomAndPValue() {
        Attribution instrument = sample("library-visits");

        assertThat(FindingText.estimate(sample("falls-programme")))
                .isEqualTo("-30.85 per 1,000 people at risk (95% interval -36.31 to -25.38)");
        assertThat(FindingText.test(instrument))
                .isEqualTo("t = 4.810 with 1497 degrees of freedom, p-value below 0.001");
        assertThat(instrument.finding().statistic().orElseThrow())
                .isEqualTo(instrument.estimate() / instrument.standardError());
        assertThat(FindingText.test(sample("speed-limit"))).isEqualTo("p-value 0.005 by the design's own test");
    }

    @Test
    void whereTheIntervalIsOfAnotherEstimateThatOneIsNamedWithItsOwnError() {
        Attribution discontinuity = sample("free-school-meals");
        SamplingDistribution ofInterval = SamplingDistribution.of(discontinuity).orElseThrow();

        assertThat(FindingText.standardError(sample("falls-programme"))).isEqualTo("standard error 2.752");
        assertThat(FindingText.standardError(discontinuity))
                .isEqualTo("standard error "
                        + Wording.BRITISH.significant(discontinuity.standardError())
                        + "; interval and test are those of the bias-corrected estimate "
                        + Wording.BRITISH.significant(ofInterval.estimate()) + " with its robust standard error "
                        + Wording.BRITISH.significant(ofInterval.standardError()));
        assertThat(discontinuity.finding().statistic().orElseThrow())
                .isEqualTo(ofInterval.estimate() / ofInterval.standardError());
    }

    @Test
    void unitsAndPeriodsAreCounted() {
        assertThat(FindingText.basis(sample("falls-programme")))
                .isEqualTo("Difference-in-differences (group-time); 1,080 observations of 120 units, 60 treated and 60"
                        + " compared, in 9 periods from 2017 to 2025; level 3 of 5 on the Maryland scale");
        assertThat(FindingText.basis(sample("job-support"))).contains("1,600 units, 658 treated and 942 compared;");
        assertThat(FindingText.basis(sample("helpline")))
                .contains("96 observations of 1 unit, in 96 periods from 1 to 96;");
        assertThat(FindingText.basis(sample("library-visits")))
                .as("visits are no treatment of yes or no")
                .doesNotContain("treated");
    }

    @Test
    void everyCheckHasItsStatisticByName() {
        assertThat(sample("falls-programme").diagnostics())
                .filteredOn(diagnostic -> diagnostic.id().equals("pre-trends"))
                .singleElement()
                .satisfies(diagnostic -> assertThat(FindingText.figures(diagnostic))
                        .isEqualTo("joint test of all effects before treatment 0.5439 on 8 and 50.23 degrees of"
                                + " freedom, p-value 0.818, passed unless the p-value is below 0.05"));
    }

    @Test
    void theOutcomeHasATitleAndAUnitInPlaceOfItsColumn() throws Exception {
        Attribution labelled = trial("\"labels\": {\"y\": {\"title\": \"Arrears paid\", \"unit\": \"pounds\"}},");

        assertThat(labelled.estimand()).contains("Arrears paid").doesNotContain(" y ");
        assertThat(FindingText.estimate(labelled)).startsWith("8.000 pounds (95% interval ");
        assertThat(AttributionText.lines(labelled)).noneMatch(line -> line.contains(" y "));
        assertThatThrownBy(() -> trial("\"labels\": {\"z\": {\"title\": \"Z\"}},"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/labels/z: there is no column 'z'");
    }

    @Test
    void aTableHasTheEffectsByPeriodAndTheCoefficients() {
        assertThat(AttributionTables.of(sample("falls-programme")))
                .extracting(AttributionTables.Table::title)
                .containsExactly(
                        "Effect by periods since treatment began",
                        "If drifts after treatment are up to a multiple of the largest before it",
                        "If trends are lines whose slopes change from one period to the next",
                        "Coefficients");
        assertThat(AttributionTables.of(sample("care-leavers")))
                .extracting(AttributionTables.Table::title)
                .first()
                .isEqualTo("What each cause contributes");
    }

    @Test
    void evidenceIsNotVerifiedByTheProgramAndCarriesTheChecksThatFailed() throws Exception {
        Files.writeString(folder.resolve("p.csv"), panel());
        Attribution failing = Attributor.attribute(
                new StudyReader(Samples.MODELS).read(Files.writeString(folder.resolve("p.study.json"), """
                        {"format": "worthwhile-study/1", "id": "p", "data": {"path": "p.csv"}, "design":
                         "difference-in-differences", "columns": {"outcome": "y", "unit": "u", "time": "t",
                         "treatmentStart": "g"}}""")));

        Evidence evidence = EvidenceFromStudy.of(failing, "p", LocalDate.of(2026, 11, 26), "test");
        Path written = Files.writeString(
                folder.resolve("p.evidence.json"), EvidenceFile.tree(evidence).toString());

        assertThat(evidence.verified()).isFalse();
        assertThat(evidence.diagnosticsFailed()).contains("pre-trends");
        assertThat(new EvidenceFile(Samples.MODELS).read(written)).isEqualTo(evidence);
        assertThat(FindingText.inWords(failing)).contains("checks failed that it rests on");
    }

    @Test
    void aForecastThatRestsOnTheStudyIsNoComparison() {
        ForecastComparison circular =
                new ForecastComparison("o/i/effect", 3, 1, sample("job-support").finding(), Optional.of("jobs"));
        ForecastComparison own = new ForecastComparison(
                "o/i/effect", 80, 1, sample("job-support").finding(), Optional.empty());

        assertThat(circular.line()).contains("the comparison is circular").contains("the evidence record jobs");
        assertThat(own.line()).contains("lies within that interval").doesNotContain("circular");
    }

    private static Attribution sample(String name) {
        return Attributor.attribute(new StudyReader(Samples.MODELS).read(Samples.FOLDER.resolve(name + ".study.json")));
    }

    private Attribution trial(String labels) throws Exception {
        Files.writeString(folder.resolve("d.csv"), "y,d\n" + "9,1\n11,1\n10,1\n1,0\n3,0\n2,0\n");
        return Attributor.attribute(new StudyReader(Samples.MODELS)
                .read(Files.writeString(folder.resolve("s.study.json"), """
                        {"format": "worthwhile-study/1", "id": "s", "data": {"path": "d.csv"}, %s
                         "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"},
                         "options": {"draws": 50}}""".formatted(labels))));
    }

    /** Six controls that swing by up to 1 with one another, and a treated unit that swings by 3 with them. */
    @Test
    void whatCannotBeToldHasNoPValueAndIsSaidToBeSo() throws Exception {
        StringBuilder rows = new StringBuilder("u,t,d,y\n");
        for (int unit = 0; unit < 7; unit++) {
            for (int year = 2010; year < 2020; year++) {
                double y = (unit == 0 ? 3 : unit / 6.0) * ((year * 7) % 5) + ((unit * 5 + year * 3) % 7) * 0.05;
                rows.append("u" + unit + "," + year + "," + (unit == 0 && year > 2016 ? 1 : 0) + "," + y + "\n");
            }
        }
        Files.writeString(folder.resolve("d.csv"), rows);
        Attribution found = Attributor.attribute(
                new StudyReader(Samples.MODELS).read(Files.writeString(folder.resolve("s.study.json"), """
                        {"format": "worthwhile-study/1", "id": "s", "data": {"path": "d.csv"}, "design": "synthetic-control",
                         "columns": {"outcome": "y", "unit": "u", "time": "t", "treatment": "d"}}""")));

        assertThat(FindingText.inWords(found))
                .isEqualTo(
                        "These data cannot tell the effect: before treatment the treated moved as no mixture of the controls"
                                + " did, so that placebos among them say nothing of it.");
        assertThat(FindingText.estimate(found)).endsWith("(95% interval without limits)");
        assertThat(AttributionText.lines(found)).noneMatch(line -> line.contains("NaN"));
        assertThat(AttributionJson.text(found))
                .contains("\"pValue\" : null", "\"pValueReason\" : \"the data cannot tell the effect: before treatment")
                .doesNotContain("NaN");
        assertThatThrownBy(() -> EvidenceFromStudy.of(found, "s", LocalDate.of(2026, 11, 27), "here"))
                .hasMessageContaining("sets no bounds to the effect");
    }

    /** 30 units in eight years, of which the half treated from 2014 on had been moving apart ever since 2010. */
    private static String panel() {
        StringBuilder rows = new StringBuilder("u,t,g,y\n");
        for (int unit = 0; unit < 30; unit++) {
            for (int year = 2010; year < 2018; year++) {
                boolean treated = unit % 2 == 0;
                double noise = ((unit * 13 + year * 7) % 11) * 0.05;
                double y = unit + (treated ? 0.5 * (year - 2010) * (year - 2010) : 0) + noise;
                rows.append(String.join(
                        ",", List.of("u" + unit, "" + year, treated ? "2014" : "never", Double.toString(y) + "\n")));
            }
        }
        return rows.toString();
    }
}
