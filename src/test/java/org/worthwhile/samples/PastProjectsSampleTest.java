package org.worthwhile.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.trackrecord.Expectation;
import org.worthwhile.trackrecord.KindRecord;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.Range;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import org.worthwhile.trackrecord.TrackRecordResult;

class PastProjectsSampleTest {

    private static TrackRecordResult result() {
        return TrackRecordAnalyser.analyse(new TrackRecordReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                .read(Samples.FOLDER.resolve("county.track-record.json")));
    }

    private static void requireCovered(double truth, Range found) {
        assertThat(truth).isBetween(found.low(), found.high());
    }

    @Test
    void theTablesAreThoseOfTheSeed() throws IOException {
        assertThat(Files.readString(Samples.FOLDER.resolve("county-projects.csv")))
                .isEqualTo(PastProjectsSample.projects());
        assertThat(Files.readString(Samples.FOLDER.resolve("county-probabilities.csv")))
                .isEqualTo(PastProjectsSample.probabilities());
    }

    @Test
    void theRecordCoversItsTruth() {
        TrackRecordResult result = result();
        MeasureRecord cost = result.measures().getFirst();
        for (int i = 0; i < cost.kinds().size(); i++) {
            KindRecord kind = cost.kinds().get(i);
            assertThat(kind.expectation())
                    .isInstanceOfSatisfying(
                            Expectation.Known.class,
                            known -> requireCovered(
                                    PastProjectsSample.TRUTHS.stream()
                                            .filter(truth -> truth.kind()
                                                    .equals(kind.kind().id()))
                                            .findFirst()
                                            .orElseThrow()
                                            .cost(),
                                    known.next().typical()));
        }
        requireCovered(PastProjectsSample.COST_SPREAD, cost.within().orElseThrow());
        requireCovered(
                PastProjectsSample.TAKE_UP_SPREAD,
                result.measures().get(2).within().orElseThrow());
    }

    @Test
    void probabilitiesThatWereTooSureAreNotCalibrated() {
        assertThat(result().calibration().orElseThrow().ofTheCurve()).isLessThan(0.05);
    }
}
