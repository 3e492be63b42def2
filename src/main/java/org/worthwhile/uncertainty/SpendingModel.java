package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Role;
import org.worthwhile.uncertainty.Measure.PublicSpending;

/**
 * What options spend as a function of the uncertain inputs: real, of public bodies, transfers included, sunk lines and residual values left out
 * and before savings, in the years and on the lines that each of several measures counts.
 */
final class SpendingModel {

    private final List<List<Line>> options = new ArrayList<>();
    private final int businessAsUsual;

    /**
     * A cost line.
     *
     * @param flows by year with the inputs that multiply at the values at which they change nothing, by the values of all
     * @param constant sums of the flows that each measure counts, where no input bends the line
     * @param years that each measure counts
     */
    private record Line(
            LineInputs inputs, Function<Map<String, Double>, Flows> flows, double[] constant, List<int[]> years) {

        static double[] sums(Flows flows, List<int[]> years) {
            return years.stream()
                    .mapToDouble(counted ->
                            IntStream.of(counted).mapToDouble(flows::at).sum())
                    .toArray();
        }
    }

    SpendingModel(AppraisalCase basis, List<UncertainInput> inputs, List<PublicSpending> measures) {
        DrawnInputs drawn = DrawnInputs.of(inputs);
        LineValues values = new LineValues(basis);
        Set<String> publicBodies = basis.proposal().publicBodies();
        FinancialYear baseYear = basis.proposal().appraisal().baseYear();
        int period = basis.proposal().appraisal().years();
        int usual = -1;
        for (Option option : basis.proposal().options()) {
            usual = option.role() == Role.BUSINESS_AS_USUAL ? options.size() : usual;
            List<Line> lines = new ArrayList<>();
            for (CostLine cost : option.costs()) {
                List<int[]> years = measures.stream()
                        .map(measure -> IntStream.range(0, period)
                                .filter(t -> measure.counted().test(cost, baseYear.plus(t)))
                                .toArray())
                        .toList();
                if (publicBodies.contains(cost.bearer())
                        && cost.isSpent()
                        && years.stream().anyMatch(counted -> counted.length > 0)) {
                    LineInputs own = LineInputs.of(cost, drawn.of(option, cost.id()), basis);
                    Function<Map<String, Double>, Flows> flows =
                            changes -> values.flowsOf(InputChange.apply(cost, changes));
                    lines.add(new Line(own, flows, Line.sums(flows.apply(own.neutral()), years), years));
                }
            }
            options.add(lines);
        }
        this.businessAsUsual = usual;
    }

    /**
     * Works out trials, against business as usual.
     *
     * @param draws by input and trial
     * @param spending filled by measure and option for the first {@code count} trials
     */
    void evaluate(double[][] draws, int count, double[][][] spending) {
        double[] products = new double[count];
        for (int option = 0; option < options.size(); option++) {
            for (Line line : options.get(option)) {
                line.inputs.multiply(draws, count, products);
                for (int trial = 0; trial < count; trial++) {
                    double[] sums = line.inputs.bending().isEmpty()
                            ? line.constant
                            : Line.sums(line.flows.apply(line.inputs.at(draws, trial)), line.years);
                    for (int measure = 0; measure < sums.length; measure++) {
                        spending[measure][option][trial] += products[trial] * sums[measure];
                    }
                }
            }
        }
        for (double[][] byOption : spending) {
            if (businessAsUsual >= 0) {
                double[] usual = byOption[businessAsUsual].clone();
                for (double[] own : byOption) {
                    for (int trial = 0; trial < count; trial++) {
                        own[trial] -= usual[trial];
                    }
                }
            }
        }
    }
}
