package org.worthwhile.uncertainty;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;

/** Simulations of the sizes that the targets name, every summary included, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SimulationBenchmark {

    private static final String CHAIN = """
            {"id": "l%d", "title": "L", "category": "social", "quantity": {"population": %d, "effect": {"value": 1,
             "uncertainty": {"distribution": "triangular", "low": 0.5, "mode": 1, "high": 2}}},
             "profile": {"dropOff": 0.02}, "value": {"amount": 10}}""";

    private AppraisalCase oneOption = GeneratedProposals.resolved(GeneratedProposals.of(1));
    private AppraisalCase fourOptions = oneOption;

    @Setup
    public void prepare() {
        oneOption = resolve(option("a", 20), "");
        String correlations = IntStream.range(0, 14)
                .mapToObj(i -> "{\"between\": [\"a/l%d/effect\", \"a/l%d/effect\"], \"rank\": 0.3}".formatted(i, i + 1))
                .collect(Collectors.joining(",", ", \"correlations\": [", "]"));
        fourOptions = resolve(option("a", 15) + "," + option("b", 15) + "," + option("c", 15) + "," + option("d", 15), correlations);
    }

    @Benchmark
    public UncertaintyResult millionTrialsOfTwentyLines() {
        return Uncertainty.analyse(oneOption, 1_000_000, 1, Sampling.PLAIN, 2, _ -> true);
    }

    @Benchmark
    public UncertaintyResult hundredThousandTrialsOfFourOptionsSixtyInputs() {
        return Uncertainty.analyse(fourOptions, 100_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true);
    }

    private static String option(String id, int lines) {
        return IntStream.range(0, lines)
                .mapToObj(line -> CHAIN.formatted(line, 100 + line))
                .collect(Collectors.joining(
                        ",", "{\"id\": \"" + id + "\", \"title\": \"O\", \"role\": \"alternative\", \"impacts\": [", "]}"));
    }

    private static AppraisalCase resolve(String options, String more) {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("benchmark.json", """
                {"format": "worthwhile-proposal/1", "id": "b", "title": "B",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 30},
                 "options": [%s]%s}""".formatted(options, more));
        return References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
    }
}
