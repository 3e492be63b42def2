package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.PortfolioSolver.Solution;
import org.worthwhile.portfolio.RobustChoice.Belonging;
import org.worthwhile.portfolio.RobustChoice.Regret;

/** Chooses anew for each draw of the candidates' values; what they cost is as appraised in every one. */
public final class RobustChooser {

    private RobustChooser() {}

    /**
     * How the choice holds up.
     *
     * @param draws net present social values by candidate, in their order, and draw
     * @throws org.worthwhile.problem.InvalidInput if no choice keeps to the constraints
     */
    public static RobustChoice choose(List<Candidate> candidates, double[][] draws, Constraints constraints) {
        int count = draws[0].length;
        double[] central = candidates.stream()
                .mapToDouble(candidate -> candidate.value(Objective.NPSV))
                .toArray();
        List<Integer> first =
                PortfolioChooser.best(candidates, central, constraints).chosen();
        List<Solution> best = IntStream.range(0, count)
                .parallel()
                .mapToObj(draw -> PortfolioChooser.best(candidates, column(draws, draw), constraints))
                .toList();
        Set<List<Integer>> sets = new LinkedHashSet<>(List.of(first));
        best.forEach(solution -> sets.add(solution.chosen()));
        List<Regret> regrets = new ArrayList<>();
        for (List<Integer> set : sets) {
            regrets.add(regret(candidates, set, draws, best));
        }
        int[] times = new int[candidates.size()];
        best.forEach(solution -> solution.chosen().forEach(i -> times[i]++));
        return new RobustChoice(
                count,
                IntStream.range(0, times.length)
                        .mapToObj(i -> belonging(candidates.get(i), (double) times[i] / count, count))
                        .toList(),
                regrets.getFirst().expected(),
                regrets.getFirst().greatest(),
                regrets.stream()
                        .min(Comparator.comparingDouble(Regret::expected))
                        .orElseThrow(),
                regrets.stream()
                        .min(Comparator.comparingDouble(Regret::greatest))
                        .orElseThrow());
    }

    private static Belonging belonging(Candidate candidate, double share, int count) {
        return new Belonging(candidate.path(), share, Math.sqrt(share * (1 - share) / count));
    }

    private static Regret regret(List<Candidate> candidates, List<Integer> set, double[][] draws, List<Solution> best) {
        double[] regrets = IntStream.range(0, best.size())
                .mapToDouble(draw -> Math.max(
                        0,
                        best.get(draw).value()
                                - set.stream().mapToDouble(i -> draws[i][draw]).sum()))
                .toArray();
        return new Regret(
                set.stream().map(i -> candidates.get(i).path()).toList(),
                Arrays.stream(regrets).average().orElse(0),
                Arrays.stream(regrets).max().orElse(0));
    }

    private static double[] column(double[][] draws, int draw) {
        return Arrays.stream(draws).mapToDouble(row -> row[draw]).toArray();
    }
}
