package org.worthwhile.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.causes.CausesDetails;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.report.AttributionJson;

class SamplesTest {

    /** A true effect lies within 2.6 standard errors of a sound estimate ninety-nine times in a hundred. */
    private static final double STANDARD_ERRORS = 2.6;

    @Test
    void theDatasetsAreWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(Samples.FOLDER.resolve("falls-programme.csv")))
                .isEqualTo(SampleDatasets.falls());
        assertThat(Files.readString(Samples.FOLDER.resolve("school-absence.csv")))
                .isEqualTo(SampleDatasets.absence());
        assertThat(Files.readString(Samples.FOLDER.resolve("reminder-letters.csv")))
                .isEqualTo(SampleDatasets.letters());
        assertThat(Files.readString(Samples.FOLDER.resolve("speed-limit.csv"))).isEqualTo(SampleDatasets.speedLimit());
        assertThat(Files.readString(Samples.FOLDER.resolve("emergency-calls.csv")))
                .isEqualTo(SampleDatasets.emergencyCalls());
        assertThat(Files.readString(Samples.FOLDER.resolve("school-meals.csv")))
                .isEqualTo(SampleDatasets.schoolMeals());
        assertThat(Files.readString(Samples.FOLDER.resolve("library-visits.csv")))
                .isEqualTo(SampleDatasets.libraryVisits());
        assertThat(Files.readString(Samples.FOLDER.resolve("job-support.csv"))).isEqualTo(SampleDatasets.jobSupport());
        assertThat(Files.readString(Samples.FOLDER.resolve("care-leavers.csv")))
                .isEqualTo(SampleDatasets.careLeavers());
    }

    @Test
    void theStudiesRecoverTheTrueEffects() {
        Attribution falls = attribute("falls-programme.study.json");
        assertThat(falls.estimate())
                .isCloseTo(SampleDatasets.FALLS_EFFECT, within(STANDARD_ERRORS * falls.standardError()));
        Attribution absence = attribute("breakfast-clubs.study.json");
        assertThat(absence.estimate())
                .isCloseTo(SampleDatasets.ABSENCE_EFFECT, within(STANDARD_ERRORS * absence.standardError()));
    }

    @ParameterizedTest
    @CsvSource({
        "reminder-letters, 14",
        "speed-limit, -9",
        "helpline, -55",
        "free-school-meals, -3",
        "library-visits, 0.4",
        "job-support, 85"
    })
    void aStudyOfEachDesignRecoversItsTrueEffect(String study, double truth) {
        Attribution attribution = attribute(study + ".study.json");
        assertThat(attribution.estimate()).isCloseTo(truth, within(STANDARD_ERRORS * attribution.standardError()));
        assertThat(attribution.diagnostics()).isNotEmpty();
        assertThat(AttributionJson.text(attribution)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void theThreeProgrammesForCareLeaversGetTheirTrueContributions() {
        CausesDetails details =
                (CausesDetails) attribute("care-leavers.study.json").details();
        double sum = details.contributions().stream()
                .mapToDouble(Contribution::contribution)
                .sum();
        assertThat(sum).isCloseTo(details.after() - details.before(), within(1e-9));
        for (int cause = 0; cause < 3; cause++) {
            Contribution found = details.contributions().get(cause);
            double truth = SampleDatasets.LEAVER_EFFECTS[cause] * meanRise(2 + cause);
            assertThat(found.contribution()).isCloseTo(truth, within(STANDARD_ERRORS * found.standardError()));
        }
    }

    /** The mean of a column of the care leavers in 2024 less that in 2019. */
    private static double meanRise(int column) {
        return SampleDatasets.careLeavers()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .mapToDouble(cells -> switch (cells[1]) {
                    case "2019" -> -Double.parseDouble(cells[column]) / 60;
                    case "2024" -> Double.parseDouble(cells[column]) / 60;
                    default -> 0;
                })
                .sum();
    }

    @Test
    void theEvidenceThatFallsPreventionUsesIsWhatItsStudyFinds() {
        Evidence shipped =
                new EvidenceFile(Samples.MODELS).read(Samples.FOLDER.resolve("falls-programme.evidence.json"));
        Evidence found =
                EvidenceFromStudy.of(attribute("falls-programme.study.json"), "falls-programme", LocalDate.EPOCH, "");
        assertThat(shipped.estimate()).isEqualTo(found.estimate());
        assertThat(shipped.standardError()).isEqualTo(found.standardError());
        assertThat(shipped.datasetFingerprint()).isEqualTo(found.datasetFingerprint());
        Appraisal appraisal = Samples.appraisals().stream()
                .filter(candidate -> candidate.basis().proposal().id().equals("falls-prevention"))
                .findFirst()
                .orElseThrow();
        double reached = 18_000 * 0.25 * 0.3 * 0.7;
        assertThat(appraisal.option("community").impacts().getFirst().fullEffect())
                .isCloseTo(reached * found.estimate() * -0.001, within(1e-9));
    }

    @Test
    void thereAreSixProposalsEachWithTwoToFourOptions() {
        assertThat(Samples.appraisals())
                .hasSize(6)
                .allSatisfy(appraisal -> assertThat(appraisal.options()).hasSizeBetween(2, 4));
    }

    private static Attribution attribute(String study) {
        return Attributor.attribute(new StudyReader(Samples.MODELS).read(Samples.FOLDER.resolve(study)));
    }
}
