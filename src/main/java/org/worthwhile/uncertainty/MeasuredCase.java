package org.worthwhile.uncertainty;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.uncertainty.Measure.Present;
import org.worthwhile.uncertainty.Measure.PublicSpending;

/** A case reduced to several measures of its options. */
final class MeasuredCase {

    private final List<Measure> measures;
    private final int options;
    private final Map<Present, CompiledCase> present = new EnumMap<>(Present.class);
    private final SpendingModel spending;

    MeasuredCase(AppraisalCase basis, List<UncertainInput> inputs, List<Measure> measures) {
        this.measures = List.copyOf(measures);
        this.options = basis.proposal().options().size();
        EnumSet<Present> values = EnumSet.noneOf(Present.class);
        measures.forEach(measure -> {
            if (measure instanceof Present value) {
                values.add(value);
            }
        });
        values.forEach(value -> present.put(value, compiled(value, basis, inputs)));
        this.spending = new SpendingModel(basis, inputs, spendingOf(measures));
    }

    private static CompiledCase compiled(Present value, AppraisalCase basis, List<UncertainInput> inputs) {
        return switch (value) {
            case NPSV, PVB -> CompiledCase.ofMoney(basis, inputs);
            case WEIGHTED_NPSV -> CompiledCase.ofWeightedMoney(basis, inputs);
            case PUBLIC_COST -> CompiledCase.ofPublicCost(basis, inputs);
        };
    }

    private static List<PublicSpending> spendingOf(List<Measure> measures) {
        return measures.stream()
                .filter(PublicSpending.class::isInstance)
                .map(PublicSpending.class::cast)
                .toList();
    }

    /** Where results are to be filled in: by measure, option and trial. */
    double[][][] results(int trials) {
        return new double[measures.size()][options][trials];
    }

    /**
     * Works out a block of trials.
     *
     * @param draws by input and trial of the block
     * @param results by measure, option and trial, filled for {@code count} trials from {@code first} on
     */
    void evaluate(double[][] draws, int count, double[][][] results, int first) {
        double[][][] spent = new double[spendingOf(measures).size()][options][count];
        spending.evaluate(draws, count, spent);
        double[][] pvb = new double[options][count];
        double[][] pvc = new double[options][count];
        int next = 0;
        for (int measure = 0; measure < results.length; measure++) {
            double[][] found = switch (measures.get(measure)) {
                case PublicSpending _ -> spent[next++];
                case Present value -> {
                    Objects.requireNonNull(present.get(value)).evaluate(draws, count, pvb, pvc);
                    yield present(value, pvb, pvc, count);
                }
            };
            for (int option = 0; option < options; option++) {
                System.arraycopy(found[option], 0, results[measure][option], first, count);
            }
        }
    }

    private static double[][] present(Present value, double[][] pvb, double[][] pvc, int count) {
        return switch (value) {
            case NPSV, WEIGHTED_NPSV -> {
                double[][] net = new double[pvb.length][count];
                Simulation.subtract(pvb, pvc, count, net, 0);
                yield net;
            }
            case PVB -> pvb;
            case PUBLIC_COST -> pvc;
        };
    }
}
