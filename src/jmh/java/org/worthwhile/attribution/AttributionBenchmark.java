package org.worthwhile.attribution;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.WildClusterBootstrap;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.StudyReader;

/** Attribution at the sizes that the targets name; Proposition 99 is read from the reference data beside the project. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class AttributionBenchmark {

    private static final Path TOBACCO =
            Path.of("..", "shared", "reference-data", "attribution", "prop99-synthetic-control", "data.csv");

    private static final int ROWS = 1_000_000;

    private StudyCase tobacco = studyCase(new Dataset("none", List.of(), 0, ""), "");
    private StudyCase discontinuity = tobacco;
    private double[] outcome = new double[0];
    private List<Term> terms = List.of();
    private List<Grouping> effects = List.of();

    private Grouping fifty = Grouping.of(0, Integer::toString);
    private Regression clustered = Regression.fit(
            new double[] {1, 2}, List.of(LinearModel.intercept(2)), List.of(), LinearModel.ones(2));
    private Path table = Path.of("");

    @Setup
    public void prepare() throws IOException {
        table = table();
        fifty = Grouping.of(5_000, row -> Integer.toString(row / 100));
        Random draws = new Random(3);
        double[] treated = new double[5_000];
        Arrays.setAll(treated, row -> row / 100 % 2);
        clustered = Regression.fit(
                draws.doubles(5_000).toArray(),
                List.of(LinearModel.intercept(5_000), new Term("d", treated), new Term("x", draws.doubles(5_000).toArray())),
                List.of(),
                LinearModel.ones(5_000));
        if (Files.exists(TOBACCO)) {
            tobacco = studyCase(DatasetReader.read(TOBACCO, "prop99"), """
                    "design": "synthetic-control",
                    "columns": {"outcome": "PacksPerCapita", "unit": "State", "time": "Year", "treatment": "treated"}""");
        }
        Random random = new Random(1);
        double[] x = random.doubles(100_000, -1, 1).toArray();
        double[] y = Arrays.stream(x).map(v -> v + v * v + (v >= 0 ? 1 : 0) + random.nextGaussian()).toArray();
        discontinuity = studyCase(
                new Dataset("made", List.of(new Column.Numeric("x", x), new Column.Numeric("y", y)), x.length, ""), """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "x"}""");
        outcome = random.doubles(ROWS).toArray();
        terms = new ArrayList<>();
        for (int j = 0; j < 10; j++) {
            terms.add(new Term("x" + j, random.doubles(ROWS).toArray()));
        }
        effects = List.of(grouping(random, 10_000), grouping(random, 50));
    }

    private static Grouping grouping(Random random, int groups) {
        int[] codes = random.ints(ROWS, 0, groups).toArray();
        return Grouping.of(ROWS, row -> Integer.toString(codes[row]));
    }

    private static StudyCase studyCase(Dataset dataset, String study) {
        String text = study.isEmpty() ? """
                "design": "panel-regression", "columns": {"outcome": "y"}""" : study;
        Located<Study> located = new StudyReader(Path.of("models")).parse("study.json",
                "{\"format\": \"worthwhile-study/1\", \"id\": \"s\", \"data\": {\"path\": \"d.csv\"}, " + text + "}");
        return new StudyCase(located.value(), dataset, located.places());
    }

    /** The estimate, 200 placebo replications and every diagnostic. */
    @Benchmark
    public Attribution syntheticDifferencesOfProposition99() {
        return Attributor.attribute(tobacco);
    }

    /** Selection of bandwidths, the estimate and every diagnostic, among them the estimate at six bandwidths. */
    @Benchmark
    public Attribution discontinuityOfHundredThousandRows() {
        return Attributor.attribute(discontinuity);
    }

    @Benchmark
    public Covariance twoFixedEffectsOfMillionRowsClustered() {
        Regression fit = Regression.fit(outcome, terms, effects, LinearModel.ones(ROWS));
        return Covariance.of(fit, Covariance.Kind.CLUSTER, List.of(effects.getFirst()));
    }

    /** 9,999 draws and the interval that they give, of 50 clusters with 100 rows each. */
    @Benchmark
    public Optional<Interval> wildClusterBootstrapOfFiftyClusters() {
        WildClusterBootstrap bootstrap = WildClusterBootstrap.of(clustered, 1, fifty, 9_999, 1);
        return bootstrap.interval(0.95);
    }

    /** A file of 1,000,000 rows and 20 columns: 17 of numbers, one of years, one of financial years and one of texts. */
    @Benchmark
    public Dataset readingOfMillionRows() {
        return DatasetReader.read(table, "table.csv");
    }

    private static Path table() throws IOException {
        Path file = Files.createTempFile("table", ".csv");
        file.toFile().deleteOnExit();
        Random random = new Random(2);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int j = 0; j < 17; j++) {
                writer.write("x" + j + ",");
            }
            writer.write("year,financial,place\n");
            for (int row = 0; row < ROWS; row++) {
                for (int j = 0; j < 17; j++) {
                    writer.write(Math.round(1e6 * random.nextGaussian()) / 1e6 + ",");
                }
                int year = 2000 + row % 25;
                writer.write(year + "," + year + "/" + "%02d".formatted((year + 1) % 100) + ",place " + row % 60 + "\n");
            }
        }
        return file;
    }
}
