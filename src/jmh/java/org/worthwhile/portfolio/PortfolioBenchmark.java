package org.worthwhile.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.worthwhile.proposal.FinancialYear;

/** Choices among many proposals with four options each, the frontier and the shadow price included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PortfolioBenchmark {

    private final List<Candidate> twoHundred = candidates(200);
    private final List<Candidate> twoThousand = candidates(2000);

    @Benchmark
    public PortfolioChoice twoHundredProposals() {
        return PortfolioChooser.choose(twoHundred, Constraints.NONE.withBudget(150e6));
    }

    @Benchmark
    public PortfolioChoice twoThousandProposals() {
        return PortfolioChooser.choose(twoThousand, Constraints.NONE.withBudget(1500e6));
    }

    /** Dearer options of a proposal are worth more, with ratios that differ between proposals. */
    private static List<Candidate> candidates(int proposals) {
        Random random = new Random(1);
        FinancialYear year = FinancialYear.of("2026/27");
        return IntStream.range(0, 4 * proposals)
                .mapToObj(i -> {
                    double cost = (1 + i % 4) * 1e6 * (0.3 + random.nextDouble());
                    double npsv = cost * (random.nextDouble() * 4 - 0.5);
                    return new Candidate(
                            "p" + i / 4,
                            "P",
                            "o" + i % 4,
                            "O",
                            "",
                            List.of(),
                            Map.of(Objective.NPSV, npsv),
                            cost,
                            List.of(new Spending("county", false, year, cost)));
                })
                .toList();
    }
}
