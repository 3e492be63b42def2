package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.InputTrials;
import org.worthwhile.uncertainty.Sampling;

/** The lines of an option and of business as usual in the trials of its forecast. */
final class Forecast {

    final AppraisalCase basis;
    final InputTrials draws;
    final Map<String, LineTrials> own = new TreeMap<>();
    final List<LineTrials> usual = new ArrayList<>();

    Forecast(AppraisalCase basis, String option, int trials, long seed, int threads) {
        this.basis = basis;
        this.draws = InputTrials.of(basis, trials, seed, Sampling.LATIN_HYPERCUBE, threads);
        LineValues values = new LineValues(basis);
        for (Option each : basis.proposal().options()) {
            if (each.id().equals(option)) {
                each.costs().forEach(cost -> own.put(cost.id(), of(cost, values, option)));
                each.impacts().forEach(impact -> own.put(impact.id(), of(impact, values, option)));
            }
        }
        basis.proposal()
                .businessAsUsual()
                .filter(before -> !before.id().equals(option))
                .ifPresent(before -> {
                    before.costs().forEach(cost -> usual.add(of(cost, values, before.id())));
                    before.impacts().forEach(impact -> usual.add(of(impact, values, before.id())));
                });
    }

    private LineTrials of(CostLine cost, LineValues values, String option) {
        return LineTrials.of(cost, basis, values, draws, option);
    }

    private LineTrials of(Impact impact, LineValues values, String option) {
        return LineTrials.of(impact, basis, values, draws, option);
    }

    /** The line of a measure, which the option has. */
    LineTrials line(MeasureId measure) {
        LineTrials line = own.get(measure.line());
        if (line == null) {
            throw new IllegalArgumentException("No line " + measure.line());
        }
        return line;
    }

    int years() {
        return basis.proposal().appraisal().years();
    }

    FinancialYear year(int t) {
        return basis.proposal().appraisal().baseYear().plus(t);
    }

    /** What a measure truly comes to in the first years, by year and trial. */
    double[][] paths(MeasureId measure, int count) {
        LineTrials line = line(measure);
        return line.figures(count, trial -> {
            LineTrials.State state = line.in(trial);
            double[] path = new double[count];
            Arrays.setAll(path, t -> state.measured(measure.step(), year(t)));
            return path;
        });
    }

    /** The net present social value of the option in each trial, as forecast. */
    double[] npsv() {
        double[] npsv = new double[draws.trials()];
        own.values().forEach(line -> add(npsv, present(line), 1));
        usual.forEach(line -> add(npsv, present(line), -1));
        return npsv;
    }

    /** The same at central values. */
    double centralNpsv() {
        double npsv = 0;
        for (LineTrials line : own.values()) {
            npsv += Arrays.stream(line.central().present(Known.NOTHING)).sum();
        }
        for (LineTrials line : usual) {
            npsv -= Arrays.stream(line.central().present(Known.NOTHING)).sum();
        }
        return npsv;
    }

    private static double[] present(LineTrials line) {
        return line.figures(1, trial -> new double[] {
            Arrays.stream(line.in(trial).present(Known.NOTHING)).sum()
        })[0];
    }

    static void add(double[] sums, double[] values, double times) {
        for (int trial = 0; trial < sums.length; trial++) {
            sums[trial] += times * values[trial];
        }
    }
}
