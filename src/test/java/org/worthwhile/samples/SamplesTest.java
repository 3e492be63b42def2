package org.worthwhile.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.proposal.Evidence;

class SamplesTest {

    /** A true effect lies within 2.6 standard errors of a sound estimate ninety-nine times in a hundred. */
    private static final double STANDARD_ERRORS = 2.6;

    @Test
    void theDatasetsAreWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.readString(Samples.FOLDER.resolve("falls-programme.csv")))
                .isEqualTo(SampleDatasets.falls());
        assertThat(Files.readString(Samples.FOLDER.resolve("school-absence.csv")))
                .isEqualTo(SampleDatasets.absence());
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
