package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Scenario;
import org.worthwhile.uncertainty.SensitivityResult.Bar;
import org.worthwhile.uncertainty.SensitivityResult.Grid;
import org.worthwhile.uncertainty.SensitivityResult.ScenarioResult;
import org.worthwhile.uncertainty.SensitivityResult.Switching;

/** Moves inputs one at a time, two at a time, and in named sets. */
public final class Sensitivity {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;
    private static final double[] GRID = {LOW, 0.25, 0.5, 0.75, HIGH};

    private final AppraisalCase basis;
    private final CompiledCase compiled;
    private final double[] base;

    private Sensitivity(AppraisalCase basis) {
        this.basis = basis;
        this.compiled = CompiledCase.ofMoney(basis, UncertainInputs.of(basis));
        this.base = compiled.inputs().stream().mapToDouble(UncertainInput::base).toArray();
    }

    /** Everything that moving inputs tells of a case. */
    public static SensitivityResult analyse(AppraisalCase basis) {
        Sensitivity sensitivity = new Sensitivity(basis);
        List<Bar> tornado = sensitivity.tornado();
        return new SensitivityResult(
                tornado, sensitivity.grids(tornado), sensitivity.switching(), sensitivity.scenarios());
    }

    /** A bar for each option and truth that moves it, by the name that it has in the option where it has one there. */
    private List<Bar> tornado() {
        List<Bar> bars = new ArrayList<>();
        for (int input = 0; input < base.length; input++) {
            Quantile quantile = Quantile.of(compiled.inputs().get(input));
            double[] atLow = compiled.npsv(moved(base, input, LOW));
            double[] atHigh = compiled.npsv(moved(base, input, HIGH));
            for (int option = 0; option < atLow.length; option++) {
                if (atLow[option] != atHigh[option]
                        && isNamedBy(input, options().get(option))) {
                    bars.add(new Bar(
                            compiled.inputs().get(input).path(),
                            options().get(option).id(),
                            quantile.at(LOW),
                            quantile.at(HIGH),
                            atLow[option],
                            atHigh[option]));
                }
            }
        }
        bars.sort(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.npsvAtHigh() - bar.npsvAtLow())));
        return bars;
    }

    /** For each option the two inputs with the widest bars that do not stand for the same truth. */
    private List<Grid> grids(List<Bar> tornado) {
        List<String> paths =
                compiled.inputs().stream().map(UncertainInput::path).toList();
        List<Grid> grids = new ArrayList<>();
        for (int option = 0; option < options().size(); option++) {
            String id = options().get(option).id();
            List<Integer> widest = tornado.stream()
                    .filter(bar -> bar.option().equals(id))
                    .map(bar -> paths.indexOf(bar.input()))
                    .toList();
            List<Integer> others = widest.stream()
                    .filter(input -> !isSameTruth(widest.getFirst(), input))
                    .toList();
            if (!others.isEmpty()) {
                grids.add(grid(option, widest.getFirst(), others.getFirst()));
            }
        }
        return grids;
    }

    private Grid grid(int option, int first, int second) {
        Quantile firstQuantile = Quantile.of(compiled.inputs().get(first));
        Quantile secondQuantile = Quantile.of(compiled.inputs().get(second));
        List<List<Double>> npsv = new ArrayList<>();
        for (double share : GRID) {
            double[] row = moved(base, first, share);
            npsv.add(DoubleStream.of(GRID)
                    .map(other -> compiled.npsv(moved(row, second, other))[option])
                    .boxed()
                    .toList());
        }
        return new Grid(
                options().get(option).id(),
                compiled.inputs().get(first).path(),
                DoubleStream.of(GRID).map(firstQuantile::at).boxed().toList(),
                compiled.inputs().get(second).path(),
                DoubleStream.of(GRID).map(secondQuantile::at).boxed().toList(),
                npsv);
    }

    private List<Switching> switching() {
        List<UncertainInput> all = UncertainInputs.all(basis);
        return all.stream()
                .parallel()
                .flatMap(input -> new SwitchingValues(
                                basis,
                                input,
                                all.stream()
                                        .filter(other -> other != input && other.isSameTruthAs(input))
                                        .toList())
                        .values().stream())
                .toList();
    }

    /** Every scenario of the proposal, by re-appraising the changed proposal. */
    private List<ScenarioResult> scenarios() {
        List<ScenarioResult> results = new ArrayList<>();
        for (Scenario scenario : basis.proposal().scenarios()) {
            Appraisal appraisal =
                    Appraiser.appraise(basis.withProposal(InputChange.apply(basis.proposal(), scenario.set())));
            results.add(new ScenarioResult(
                    scenario.id(),
                    scenario.title(),
                    appraisal.options().stream().map(OptionResult::npsv).toList()));
        }
        return results;
    }

    private List<Option> options() {
        return basis.proposal().options();
    }

    /** Whether, of all inputs that stand for the same truth, this is the option's first, or the first of all where it has none. */
    private boolean isNamedBy(int input, Option option) {
        int[] same = IntStream.range(0, base.length)
                .filter(other -> isSameTruth(input, other))
                .toArray();
        return IntStream.of(same)
                        .filter(other -> compiled.inputs().get(other).path().startsWith(option.id() + "/"))
                        .findFirst()
                        .orElse(same[0])
                == input;
    }

    private boolean isSameTruth(int first, int second) {
        return first == second
                || compiled.inputs().get(first).isSameTruthAs(compiled.inputs().get(second));
    }

    /** The values with an input, and all that stand for the same truth, at a percentile. */
    private double[] moved(double[] values, int input, double probability) {
        UncertainInput leader = compiled.inputs().get(input);
        double[] moved = values.clone();
        for (int other = 0; other < moved.length; other++) {
            if (isSameTruth(input, other)) {
                UncertainInput follower = compiled.inputs().get(other);
                moved[other] = Quantile.of(follower).at(follower.together(leader, probability));
            }
        }
        return moved;
    }
}
