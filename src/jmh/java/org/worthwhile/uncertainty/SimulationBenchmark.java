package org.worthwhile.uncertainty;

import java.util.List;
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

    private static final String COST = """
            {"id": "c%d", "title": "C", "bearer": "%s", "kind": "%s", "amount": {"annual": %d, "from": "2026/27", "to": "2055/56"},
             "uncertainty": {"distribution": "triangular", "low": 0.8, "mode": 1, "high": 1.5, "relative": true}}""";

    private static final String SAVING = """
            {"id": "s%d", "title": "S", "category": "fiscal", "quantity": {"population": %d, "effect": {"value": 1,
             "uncertainty": {"distribution": "triangular", "low": 0.5, "mode": 1, "high": 2}}},
             "profile": {"dropOff": 0.02}, "value": {"amount": 10}, "savings": [{"organisation": "nhs", "share": 1, "cashable": 0.5}]}""";

    private AppraisalCase oneOption = GeneratedProposals.resolved(GeneratedProposals.of(1));
    private AppraisalCase fourOptions = oneOption;
    private AppraisalCase fourWithCosts = oneOption;

    @Setup
    public void prepare() {
        oneOption = resolve(option("a", 20), "");
        String correlations = IntStream.range(0, 14)
                .mapToObj(i -> "{\"between\": [\"a/l%d/effect\", \"a/l%d/effect\"], \"rank\": 0.3}".formatted(i, i + 1))
                .collect(Collectors.joining(",", ", \"correlations\": [", "]"));
        fourOptions = resolve(
                option("a", 15) + "," + option("b", 15) + "," + option("c", 15) + "," + option("d", 15), correlations);
        String ofEffects = IntStream.range(0, 5)
                .mapToObj(i -> "{\"between\": [\"a/l%d/effect\", \"a/l%d/effect\"], \"rank\": 0.3}".formatted(i, i + 1))
                .collect(Collectors.joining(",", ", \"correlations\": [", "]"));
        fourWithCosts =
                resolve(withCosts("a") + "," + withCosts("b") + "," + withCosts("c") + "," + withCosts("d"), ofEffects);
    }

    /** Five costs of two bodies, four savings and six gains of an option. */
    private static String withCosts(String id) {
        String costs = IntStream.range(0, 5)
                .mapToObj(line -> COST.formatted(
                        line, line < 4 ? "county" : "nhs", line == 0 ? "capital" : "revenue", 500 + line))
                .collect(Collectors.joining(","));
        String impacts = IntStream.range(0, 10)
                .mapToObj(line -> (line < 6 ? CHAIN : SAVING).formatted(line, 100 + line))
                .collect(Collectors.joining(","));
        return "{\"id\": \"%s\", \"title\": \"O\", \"role\": \"alternative\", \"costs\": [%s], \"impacts\": [%s]}"
                .formatted(id, costs, impacts);
    }

    /** The distributions of all results besides, with the draws and net values that they rest on. */
    @Benchmark
    public List<Object> hundredThousandTrialsOfFourOptionsSixtyInputsEveryResult() {
        Uncertainty uncertainty =
                Uncertainty.simulate(fourWithCosts, 100_000, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true);
        return List.of(uncertainty.result(1, Sampling.LATIN_HYPERCUBE), uncertainty.spreads(Sampling.LATIN_HYPERCUBE));
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
                        ",",
                        "{\"id\": \"" + id + "\", \"title\": \"O\", \"role\": \"alternative\", \"impacts\": [",
                        "]}"));
    }

    private static AppraisalCase resolve(String options, String more) {
        Located<Proposal> proposal =
                new ProposalReader(GeneratedProposals.MODELS).parse("benchmark.json", """
                {"format": "worthwhile-proposal/1", "id": "b", "title": "B",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 30},
                 "organisations": [{"id": "county", "title": "C", "sector": "public"}, {"id": "nhs", "title": "N", "sector": "public"}],
                 "options": [%s]%s}""".formatted(options, more));
        return References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
    }
}
