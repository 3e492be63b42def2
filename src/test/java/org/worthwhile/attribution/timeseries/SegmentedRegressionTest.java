package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.RecordedValues;

/** Against glm, glm.nb, lm and sandwich in R, recorded by {@code src/test/resources/r/interrupted-series.R}. */
class SegmentedRegressionTest {

    private static final double[] COUNT = {
        22, 28, 18, 27, 20, 18, 17, 21, 26, 34, 25, 38, 25, 16, 34, 22, 14, 26, 18, 14, 25, 18, 14, 20, 22, 27, 19, 21,
        14, 12, 20, 7, 19, 11, 16, 35
    };
    private static final double[] PEOPLE = {
        1000, 1017, 1034, 1051, 1068, 1050, 1067, 1084, 1101, 1118, 1100, 1117, 1134, 1151, 1168, 1150, 1167, 1184,
        1201, 1218, 1200, 1217, 1234, 1251, 1268, 1250, 1267, 1284, 1301, 1318, 1300, 1317, 1334, 1351, 1368, 1350
    };
    private static final double[] OWN = {
        62.1, 61.8, 63.7, 60.3, 60.9, 59.6, 60.4, 61.3, 65.1, 64.9, 66.9, 66.9, 71.9, 70.5, 69.5, 69.6, 67.3, 66.5,
        66.8, 68.9, 65.9, 65.8, 71.2, 70.1, 72, 72, 71.2, 69.6, 68, 68, 68.6, 67.6, 70, 71.5, 73.2, 77.1
    };
    private static final double[] FIRST = {
        51.7, 52.2, 52.5, 51.8, 50.8, 49.4, 51.7, 49.6, 52.7, 53.3, 56.2, 56.9, 57.4, 57.7, 57.1, 54.3, 56.5, 55, 53.1,
        53.3, 56.9, 59.1, 61.2, 62.1, 62.5, 63, 61.1, 60.2, 61.4, 58.3, 58.9, 58.8, 63.2, 62.9, 66.1, 67.6
    };
    private static final double[] SECOND = {
        42.1, 43.2, 41.5, 38.5, 40.8, 39.6, 37.8, 37.5, 40.3, 43.7, 45.1, 45.8, 44.9, 47.7, 46.7, 45.2, 42.5, 43.1,
        41.7, 42.7, 43.3, 46.7, 47.6, 50.4, 51.1, 49.3, 50.8, 49.5, 46.4, 46.7, 45.1, 46, 46, 51, 52, 53.6
    };
    private static final double[] TIME = IntStream.range(0, 36).asDoubleStream().toArray();

    private static String study(String columns, String options) {
        return """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"%s},
                "options": {"period": 12, "harmonics": 1, "lag": 3%s}""".formatted(columns, options);
    }

    private static Attribution counts(String family) {
        return MadeData.of("t", TIME)
                .and("y", COUNT)
                .and("people", PEOPLE)
                .answer(study("", ", \"start\": 20, \"exposure\": \"people\", \"family\": \"" + family + "\""));
    }

    private static Attribution beside(String treatment) {
        return beside(study(", \"unit\": \"u\"" + treatment, ""), _ -> 0);
    }

    /** The study of the three series, all moved by the same at each time. */
    private static Attribution beside(String study, IntToDoubleFunction common) {
        double[] treated = new double[108];
        double[] outcome = new double[108];
        List<String> units = new ArrayList<>();
        for (int row = 0; row < 108; row++) {
            int t = row % 36;
            treated[row] = row >= 72 && t >= 20 ? 1 : 0;
            outcome[row] = List.of(FIRST, SECOND, OWN).get(row / 36)[t] + common.applyAsDouble(t);
            units.add(List.of("first", "second", "own").get(row / 36));
        }
        return MadeData.of(
                        "t",
                        IntStream.range(0, 108).mapToDouble(row -> row % 36).toArray())
                .and("u", units)
                .and("d", treated)
                .and("y", outcome)
                .answer(study);
    }

    private static SegmentedDetails details(Attribution found) {
        return (SegmentedDetails) found.details();
    }

    private static void assertChange(Change found, double estimate, double error) {
        assertThat(found.estimate()).isCloseTo(estimate, within(1e-8 * Math.abs(estimate)));
        assertThat(found.standardError()).isCloseTo(error, within(1e-8 * error));
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWithAnExposureAreThoseOfPoissonsRegression() {
        Attribution found = counts("poisson");
        assertChange(details(found).level(), -0.246675802236, 0.17284530046);
        assertChange(details(found).slope(), -0.00231462488822, 0.0170118293124);
        assertThat(found.estimate()).isCloseTo(-5.65912754129, within(1e-8));
        assertThat(found.standardError()).isCloseTo(3.85845032769, within(1e-8));
        SegmentedDetails.Counts counts = details(found).counts().orElseThrow();
        assertThat(counts.averageRatio().estimate()).isCloseTo(0.768155271764, within(1e-9));
        assertThat(counts.averageRatio().standardError()).isCloseTo(0.768155271764 * 0.163644253568, within(1e-9));
        assertThat(counts.levelRatio().estimate()).isCloseTo(StrictMath.exp(-0.246675802236), within(1e-9));
        assertThat(counts.dispersion()).isCloseTo(1.8578540801, within(1e-8));
        assertThat(told(found, "overdispersion").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(details(found).total().estimate()).isCloseTo(16 * found.estimate(), within(1e-9));
        assertThat(told(found, "rate-ratio").message()).contains("0.7682 times what it would have been");
    }

    @Test
    void aNegativeBinomialHasTheThetaOfGreatestLikelihood() {
        Attribution found = counts("negative-binomial");
        assertThat(details(found).counts().orElseThrow().theta().orElseThrow()).isCloseTo(38.0695418403, within(1e-6));
        assertThat(details(found).level().estimate()).isCloseTo(-0.235170601892, within(1e-9));
        assertThat(details(found).level().standardError()).isCloseTo(0.174549659883, within(1e-9));
        assertThat(found.estimate()).isCloseTo(-5.54557901682, within(1e-8));
        assertThat(found.standardError()).isCloseTo(3.80127223663, within(1e-8));
        assertThat(told(found, "overdispersion").outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(found.conventions().toString())
                .contains("with that of people as an offset; counts are negative binomial with theta 38.06");
        assertThat(counts("poisson").conventions().toString()).contains("counts are Poisson's but for their variance");
    }

    /** Against the same iteration of gls of nlme, to what R's optimizer leaves of the correlation. */
    @ParameterizedTest
    @CsvSource({
        "poisson, poisson, -1, -1, -1",
        "negative-binomial, negative-binomial, -1, -1, -1",
        "gap, poisson, 7, 8, 24"
    })
    void countsHaveErrorsOfAnAutoregressionWhereNoneAreNamed(String name, String family, int a, int b, int c) {
        RecordedValues gls = RecordedValues.of("counts-reml");
        int[] kept =
                IntStream.range(0, 36).filter(t -> t != a && t != b && t != c).toArray();
        Attribution found = MadeData.of("t", IntStream.of(kept).asDoubleStream().toArray())
                .and("y", IntStream.of(kept).mapToDouble(t -> COUNT[t]).toArray())
                .and("people", IntStream.of(kept).mapToDouble(t -> PEOPLE[t]).toArray())
                .answer("""
                        "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"},
                        "options": {"start": 20, "exposure": "people", "family": "%s"}""".formatted(family));

        SegmentedDetails details = details(found);
        assertThat(details.correlation().orElseThrow()).isCloseTo(gls.of(name, "correlation"), within(1e-5));
        assertThat(details.level().estimate()).isCloseTo(gls.of(name, "level"), within(1e-5));
        assertThat(details.slope().estimate()).isCloseTo(gls.of(name, "slope"), within(1e-6));
        assertThat(found.estimate()).isCloseTo(gls.of(name, "average"), within(1e-4));
        assertThat(details.level().standardError())
                .as("allows for what is open about the correlation")
                .isBetween(gls.of(name, "levelError"), 2 * gls.of(name, "levelError"));
        assertThat(found.finding().degreesOfFreedom()).hasValue(kept.length - 4);
    }

    /** The counts are less spread than Poisson's, so that no negative binomial fits better. */
    @Test
    void aNegativeBinomialOfCountsThatAreNotOverdispersedIsPoissons() {
        double[] steady = IntStream.range(0, 36).mapToDouble(t -> 30 + t % 2).toArray();
        String study = study("", ", \"start\": 20, \"family\": \"%s\"");
        MadeData data = MadeData.of("t", TIME).and("y", steady);
        Attribution found = data.answer(study.formatted("negative-binomial"));
        assertThat(details(found).counts().orElseThrow().theta()).isEmpty();
        assertThat(found.estimate())
                .isCloseTo(data.answer(study.formatted("poisson")).estimate(), within(1e-12));
    }

    @Test
    void comparisonSeriesTakeOffWhatChangesInAll() {
        Attribution found = beside(", \"treatment\": \"d\"");
        assertChange(details(found).level(), -4.90443498452, 0.504996458118);
        assertChange(details(found).slope(), -0.226220698806, 0.0442601180375);
        assertChange(details(found).comparison().orElseThrow().trendApart(), 0.255338345865, 0.0285272638802);
        assertThat(told(found, "comparison-before").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(found.finding().degreesOfFreedom()).hasValue(36 - 6);
        assertThat(found.units()).isEqualTo(3);
        assertThat(found.estimand()).contains("beyond the same of the series it is compared with");
    }

    /** What moves all alike is gone from the difference, and so is what would be wrong if one varied more than another. */
    @Test
    void besideOthersTheSeriesIsFittedLessTheirMean() {
        double[] difference = IntStream.range(0, 36)
                .mapToDouble(t -> OWN[t] - (FIRST[t] + SECOND[t]) / 2)
                .toArray();
        String study = """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t"%s},
                "options": {"period": 12, "harmonics": 1%s}""";
        Attribution alone = MadeData.of("t", TIME).and("y", difference).answer(study.formatted("", ", \"start\": 20"));
        Attribution found = beside(study.formatted(", \"unit\": \"u\", \"treatment\": \"d\"", ""), _ -> 0);
        Attribution shaken =
                beside(study.formatted(", \"unit\": \"u\", \"treatment\": \"d\"", ""), t -> 30 * Math.sin(t * t));

        for (Attribution each : List.of(found, shaken)) {
            assertThat(each.estimate()).isCloseTo(alone.estimate(), within(1e-8));
            assertThat(each.standardError()).isCloseTo(alone.standardError(), within(1e-8));
            assertThat(each.finding().degreesOfFreedom()).hasValue(36 - 6);
            assertThat(each.observations()).isEqualTo(108);
        }
        assertThat(details(found).comparison().orElseThrow().trendApart().estimate())
                .isCloseTo(alone.coefficients().get(1).estimate(), within(1e-8));
    }

    @Test
    void aLagIsOfNeweyAndWestsErrorsAlone() {
        assertThatThrownBy(() -> MadeData.of("t", TIME).and("y", OWN).answer(study("", """
                        , "start": 20, "errors": "autoregressive\"""")))
                .hasMessageContaining("a lag is Newey and West's, and errors are an autoregression");
    }

    @Test
    void severalSeriesNeedOneThatIsNamedAsInterrupted() {
        assertThatThrownBy(() -> beside("")).hasMessageContaining("there are 3 series, and none is named");
    }

    @Test
    void eachOfSeveralInterruptionsHasALevelAndASlopeOfItsOwn() {
        Attribution found = MadeData.of("t", TIME).and("y", OWN).answer(study("", """
                , "start": 20, "interruptions": [28]"""));
        assertChange(details(found).level(), -4.72661544715, 0.573373459499);
        assertChange(details(found).slope(), -0.215253446907, 0.134848087682);
        SegmentedDetails.Interruption other = details(found).interruptions().get(1);
        assertThat(other.start().label()).isEqualTo("28");
        assertChange(other.level(), -0.54752897013, 0.678913676388);
        assertChange(other.slope(), 0.0872160704877, 0.200202199546);
        assertThat(found.estimand()).contains("at 20,").contains("of their own at 28");
        assertThat(told(found, "interruptions").message())
                .startsWith("The finding is of the interruption at 20. Beside it, at 28 the level changes by -0.5475 (")
                .doesNotContain("at 20 the level");
    }

    /** Intercept, trend, a level and a slope at each of two interruptions, cosine and sine: eight of 36 times. */
    @Test
    void besideOthersDegreesOfFreedomAreTimesLessTheTermsOfOneSeries() {
        String study = study(", \"unit\": \"u\", \"treatment\": \"d\"", ", \"interruptions\": [28]");

        assertThat(beside(study, _ -> 0).finding().degreesOfFreedom()).hasValue(36 - 8);
    }

    @Test
    void interruptionsTooCloseToOneAnotherAreRefused() {
        assertThatThrownBy(() -> MadeData.of("t", TIME).and("y", OWN).answer(study("", """
                        , "start": 20, "interruptions": [22]""")))
                .hasMessageContaining("there are 2 times from 20 to before 22");
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertThatThrownBy(() -> MadeData.of("t", TIME).and("y", OWN).answer(study("", """
                        , "start": 20, "family": "poisson\"""")))
                .hasMessageContaining("'y' holds 62.1 in row 1, ")
                .hasMessageContaining(" more of the data where counts are needed");
        double[] none =
                IntStream.range(0, 36).mapToDouble(t -> t < 20 ? COUNT[t] : 0).toArray();
        assertThatThrownBy(() -> MadeData.of("t", TIME).and("y", none).answer(study("", """
                        , "start": 20, "family": "poisson\"""")))
                .hasMessageContaining("every count after the interruption is 0");
    }

    @Test
    void exposuresThatAreNotAboveZeroAreToldWithAllOfTheirRows() {
        double[] people = IntStream.range(0, 36)
                .mapToDouble(t -> t == 2 ? 0 : t == 8 ? -5 : 1000)
                .toArray();
        assertThatThrownBy(() -> MadeData.of("t", TIME)
                        .and("y", COUNT)
                        .and("people", people)
                        .answer(study("", """
                        , "start": 20, "family": "poisson", "exposure": "people\"""")))
                .hasMessageContaining(
                        "the exposure 'people' is not above 0: 0 in row 3, -5 in row 9 of the data; leave such rows out");
    }
}
