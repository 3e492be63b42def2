package org.worthwhile.attribution.synthetic;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.StudyReader;

/** Synthetic difference-in-differences on Proposition 99, the estimate alone; the data are read from beside the project. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SyntheticEstimateBenchmark {

    private static final Path TOBACCO =
            Path.of("..", "shared", "reference-data", "attribution", "prop99-synthetic-control", "data.csv");

    private StudyCase studyCase = studyCase();
    private PanelMatrix block = PanelMatrix.of(studyCase, Sample.of(studyCase, studyCase.study().roles().columns(), Set.of()));

    private static StudyCase studyCase() {
        Dataset dataset = DatasetReader.read(TOBACCO, "prop99");
        Located<Study> located = new StudyReader(Path.of("models")).parse("study.json", """
                {"format": "worthwhile-study/1", "id": "s", "data": {"path": "d.csv"}, "design": "synthetic-control",
                 "columns": {"outcome": "PacksPerCapita", "unit": "State", "time": "Year", "treatment": "treated"}}""");
        return new StudyCase(located.value(), dataset, located.places());
    }

    @Benchmark
    public double estimateOfProposition99() {
        return SyntheticEstimate.of(
                block, SyntheticEstimate.Settings.of(block, SyntheticEstimate.Estimator.SYNTHETIC_DID))
                .effect();
    }
}
