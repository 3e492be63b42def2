package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.portfolio.WorkingBasis.Basis;

/**
 * Rules that every choice keeps to and parts of options do not: of columns of which any more exceed a limit, at most so many
 * (cover inequalities, extended by all columns that take as much: Balas 1975, Mathematical Programming 8; with one column of each
 * proposal: Wolsey 1990, Operations Research Letters 9). They are added to a programme for as long as its relaxation breaks some.
 */
final class CoverCuts {

    private static final int MOST_ROUNDS = 12;
    private static final int MOST_CUTS = 24;

    /** As a share of what lies between the bound and a choice that was found. */
    private static final double WORTH_ITS_ROWS = 0.2;

    /** By how much a cut must be broken. */
    private static final double BROKEN = 1e-3;

    private static final double WHOLE = 1 - 1e-9;
    private static final double ROUNDING = 1e-12;
    private static final int MOST_PIVOTS = 50_000;

    private final IntegerProgramme programme;
    private final WorkingBasis solved;
    private final int rule;
    private final int sign;
    private final double[] least;
    private final double[] thresholds;
    private double missing;

    /** A programme with the basis of its relaxation, and what it took to solve that, in multiplications about. */
    record Tightened(IntegerProgramme programme, Basis basis, long work) {}

    /** A threshold of a proposal raised to that of its next column, and the part of its columns that is lost by it. */
    private record Raise(int proposal, double threshold, double lost) {}

    private CoverCuts(IntegerProgramme programme, WorkingBasis solved, int rule, int sign) {
        this.programme = programme;
        this.solved = solved;
        this.rule = rule;
        this.sign = sign;
        this.least = Arrays.stream(programme.choices())
                .mapToDouble(columns -> Arrays.stream(columns)
                        .mapToDouble(j -> sign * programme.coefficient(rule, j))
                        .min()
                        .orElseThrow())
                .toArray();
        this.thresholds = new double[least.length];
        double limit = sign > 0 ? programme.highest()[rule] : -programme.lowest()[rule];
        this.missing =
                limit - Arrays.stream(least).sum() + ROUNDING * (1 + programme.sizes()[rule]);
    }

    /** The same programme with cuts, if they take enough off the bound to be worth their rows. */
    static Tightened of(IntegerProgramme programme) {
        if (programme.impossible()) {
            return new Tightened(programme, Basis.NONE, 0);
        }
        Relaxation first = Relaxation.of(programme, Basis.NONE);
        Relaxation last = first;
        double found = first.found;
        long work = first.work;
        for (int round = 0; round < MOST_ROUNDS && last.solved; round++) {
            List<double[]> cuts = last.cuts(programme);
            if (cuts.isEmpty() || last.programme.rules() - programme.rules() + cuts.size() > MOST_CUTS) {
                break;
            }
            last = Relaxation.of(last.programme.with(cuts), last.simplex.basis().kept());
            found = Math.max(found, last.found);
            work += last.work;
        }
        Relaxation better =
                last.solved && first.bound - last.bound >= WORTH_ITS_ROWS * (first.bound - found) ? last : first;
        return new Tightened(
                better.programme, better.solved ? better.simplex.basis().kept() : Basis.NONE, work);
    }

    /**
     * A solved relaxation.
     *
     * @param bound that no choice exceeds
     * @param found what a choice that was made of it is worth; below any number where none was
     * @param work in multiplications about
     */
    private record Relaxation(
            IntegerProgramme programme, DualSimplex simplex, boolean solved, double bound, double found, long work) {

        static Relaxation of(IntegerProgramme programme, Basis from) {
            DualSimplex simplex = new DualSimplex(programme);
            double[] none = new double[programme.rules()];
            int[][] open = programme.choices();
            boolean solved = simplex.solve(open, none, from, MOST_PIVOTS) == DualSimplex.End.OPTIMAL;
            LagrangianBound bound =
                    LagrangianBound.of(programme, open, simplex.basis().prices(), 0, none);
            double found = Rounding.of(programme, open, none, simplex.basis(), bound)
                    .map(columns -> Arrays.stream(columns)
                            .mapToDouble(j -> programme.values()[j])
                            .sum())
                    .orElse(Double.NEGATIVE_INFINITY);
            long work = simplex.work() + 16L * programme.values().length * (programme.rules() + 4);
            return new Relaxation(programme, simplex, solved, bound.value(), found, work);
        }

        /** Of the rules that the programme has without cuts. */
        List<double[]> cuts(IntegerProgramme without) {
            return IntStream.range(0, without.rules())
                    .filter(simplex.basis()::isTight)
                    .boxed()
                    .flatMap(rule -> Stream.of(1, -1)
                            .flatMap(sign -> new CoverCuts(without, simplex.basis(), rule, sign).cut().stream()))
                    .toList();
        }
    }

    /** The columns of a cut that the relaxation breaks, as ones, and last how many of them there may be. */
    private Optional<double[]> cut() {
        if (!(missing >= 0) || Double.isInfinite(missing)) {
            return Optional.empty();
        }
        double lost = cover();
        if (missing >= 0 || lost > 1 - BROKEN) {
            return Optional.empty();
        }
        double level = level();
        double[] cut = new double[programme.values().length + 1];
        int members = 0;
        double parts = 0;
        for (int p = 0; p < thresholds.length; p++) {
            members += thresholds[p] > 0 ? 1 : 0;
            double from = thresholds[p] > 0 ? Math.min(thresholds[p], level) : level;
            for (int j : programme.choices()[p]) {
                if (taken(p, j) >= from) {
                    cut[j] = 1;
                    parts += solved.share(p, j);
                }
            }
        }
        cut[cut.length - 1] = members - 1;
        return parts > members - 1 + BROKEN ? Optional.of(cut) : Optional.empty();
    }

    /** What a column takes beyond what its proposal takes at least. */
    private double taken(int p, int column) {
        return sign * programme.coefficient(rule, column) - least[p];
    }

    /**
     * Sets thresholds that together exceed what there is: those of whole columns, and of shared ones those that lose the smallest
     * part for what they take.
     *
     * @return the part that is lost
     */
    private double cover() {
        List<Integer> parted = new ArrayList<>();
        for (int p = 0; p < thresholds.length; p++) {
            for (int j : programme.choices()[p]) {
                if (solved.share(p, j) >= WHOLE) {
                    thresholds[p] = taken(p, j);
                    missing -= thresholds[p];
                }
            }
            int at = p;
            if (Arrays.stream(programme.choices()[p]).noneMatch(j -> solved.share(at, j) >= WHOLE)) {
                parted.add(p);
            }
        }
        double lost = 0;
        while (missing >= 0) {
            Optional<Raise> next = parted.stream()
                    .flatMap(p -> raise(p).stream())
                    .min(Comparator.comparingDouble(
                            raise -> raise.lost / (raise.threshold - thresholds[raise.proposal])));
            if (next.isEmpty()) {
                return lost;
            }
            Raise raise = next.get();
            missing -= raise.threshold - thresholds[raise.proposal];
            thresholds[raise.proposal] = raise.threshold;
            lost += raise.lost;
        }
        return lost;
    }

    private Optional<Raise> raise(int p) {
        int[] parts = IntStream.of(programme.choices()[p])
                .filter(j -> solved.share(p, j) > 1 - WHOLE)
                .toArray();
        return IntStream.of(parts).mapToDouble(j -> taken(p, j)).filter(taken -> taken > thresholds[p]).min().stream()
                .mapToObj(next -> new Raise(
                        p,
                        next,
                        IntStream.of(parts)
                                .filter(j -> taken(p, j) < next && taken(p, j) >= thresholds[p])
                                .mapToDouble(j -> solved.share(p, j))
                                .sum()))
                .findFirst();
    }

    /** Above which thresholds need not be: those that are can be lowered to it and still exceed what there is. */
    private double level() {
        double[] sorted = Arrays.stream(thresholds).sorted().toArray();
        double spare = -missing;
        double level = sorted[sorted.length - 1];
        for (int above = 1; above < sorted.length; above++) {
            double next = sorted[sorted.length - 1 - above];
            if ((level - next) * above > spare * (1 - ROUNDING)) {
                return level - spare * (1 - 1e-9) / above;
            }
            spare -= (level - next) * above;
            level = next;
        }
        return level;
    }
}
