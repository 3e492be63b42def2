package org.worthwhile.appraisal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
import org.worthwhile.generated.GeneratedProposals;

/** A thousand proposals of 4 options, each of 40 lines, over 60 years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class AppraisalBenchmark {

    private List<AppraisalCase> cases = List.of();

    @Setup
    public void generate() {
        cases = LongStream.range(0, 1000)
                .mapToObj(seed -> GeneratedProposals.resolved(GeneratedProposals.ofSize(seed, 4, 40, 60)))
                .toList();
    }

    @Benchmark
    public double appraiseThousandProposals() {
        double total = 0;
        for (AppraisalCase basis : cases) {
            for (OptionResult option : Appraiser.appraise(basis).options()) {
                total += option.npsv();
            }
        }
        return total;
    }
}
