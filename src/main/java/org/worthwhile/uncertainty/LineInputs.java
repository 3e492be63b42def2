package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.OptimismBias;

/**
 * The uncertain inputs of a line: those that multiply what it comes to, and those that bend its profile over the years.
 *
 * @param factors of the inputs that multiply
 * @param bending the inputs that do not
 * @param neutral the values at which multiplying inputs change nothing, by name
 */
record LineInputs(List<Factor> factors, List<Bending> bending, Map<String, Double> neutral) {

    LineInputs {
        factors = List.copyOf(factors);
        bending = List.copyOf(bending);
        neutral = Collections.unmodifiableMap(new HashMap<>(neutral));
    }

    /**
     * What is drawn for an input of the line.
     *
     * @param input its position among all uncertain inputs
     * @param times what that is multiplied by
     */
    record Drawn(int input, double times) {

        Factor factor(double intercept, double slope) {
            return new Factor(input, intercept, slope * times);
        }
    }

    /** What an input multiplies by: {@code intercept + slope x input}. */
    record Factor(int input, double intercept, double slope) {}

    /** An input that bends the line. */
    record Bending(Drawn drawn, String name) {}

    /**
     * The product of the factors in each trial.
     *
     * @param draws the values of all uncertain inputs, by input and trial
     * @param products filled for the first {@code count} trials
     */
    void multiply(double[][] draws, int count, double[] products) {
        Arrays.fill(products, 0, count, 1);
        for (Factor factor : factors) {
            double[] input = draws[factor.input()];
            double intercept = factor.intercept();
            double slope = factor.slope();
            for (int trial = 0; trial < count; trial++) {
                products[trial] *= intercept + slope * input[trial];
            }
        }
    }

    /** The inputs of the line in a trial by name, the multiplying ones at the values at which they change nothing. */
    Map<String, Double> at(double[][] draws, int trial) {
        Map<String, Double> changes = new HashMap<>(neutral);
        for (Bending input : bending) {
            changes.put(
                    input.name(),
                    draws[input.drawn().input()][trial] * input.drawn().times());
        }
        return changes;
    }

    static LineInputs of(CostLine cost, Map<String, Drawn> inputs, AppraisalCase basis) {
        boolean corrected = basis.proposal().appraisal().confidenceCorrections()
                && cost.confidence().isPresent()
                && !basis.framework().confidenceCorrections().isEmpty();
        List<Factor> factors = new ArrayList<>();
        List<Bending> bending = new ArrayList<>();
        Map<String, Double> neutral = new HashMap<>();
        inputs.forEach((name, drawn) -> {
            switch (InputKind.of(name)) {
                case AMOUNT, ANNUAL -> {
                    double base = total(cost.amount());
                    if (base == 0 && cost.amount() instanceof Amount.Annual) {
                        bending.add(new Bending(drawn, name));
                    } else {
                        factors.add(drawn.factor(base == 0 ? 1 : 0, base == 0 ? 0 : 1 / base));
                    }
                }
                case UPLIFT -> {
                    neutral.put(name, 0.0);
                    factors.add(corrected ? drawn.factor(1, 0) : drawn.factor(1, 1));
                }
                case MITIGATION -> {
                    double upper = cost.optimismBias().orElseThrow() instanceof OptimismBias.Mitigated mitigated
                            ? basis.optimismBiasType(mitigated).upper()
                            : 0;
                    neutral.put(name, 1.0);
                    factors.add(corrected ? drawn.factor(1, 0) : drawn.factor(1 + upper, -upper));
                }
                default -> bending.add(new Bending(drawn, name));
            }
        });
        return new LineInputs(factors, bending, neutral);
    }

    private static double total(Amount amount) {
        return switch (amount) {
            case Amount.Annual annual -> annual.annual().value();
            case Amount.Schedule schedule ->
                schedule.amounts().values().stream()
                        .mapToDouble(figure -> figure.value())
                        .sum();
        };
    }

    /** The same times another input. */
    LineInputs times(Factor factor) {
        List<Factor> more = new ArrayList<>(factors);
        more.add(factor);
        return new LineInputs(more, bending, neutral);
    }

    /** The same of an impact. */
    static LineInputs of(Map<String, Drawn> inputs) {
        List<Factor> factors = new ArrayList<>();
        List<Bending> bending = new ArrayList<>();
        Map<String, Double> neutral = new HashMap<>();
        inputs.forEach((name, drawn) -> {
            switch (InputKind.of(name)) {
                case POPULATION, ELIGIBLE, ENGAGEMENT, COMPLETION, EFFECT, VALUE, ATTRIBUTION, MULTIPLIER -> {
                    neutral.put(name, 1.0);
                    factors.add(drawn.factor(0, 1));
                }
                case DEADWEIGHT, DISPLACEMENT, LEAKAGE, SUBSTITUTION -> {
                    neutral.put(name, 0.0);
                    factors.add(drawn.factor(1, -1));
                }
                case INTAKE -> {
                    if (name.equals(InputKind.INTAKE.word())) {
                        neutral.put(name, 1.0);
                        factors.add(drawn.factor(0, 1));
                    } else {
                        bending.add(new Bending(drawn, name));
                    }
                }
                case SAVINGS, BENEFICIARIES -> {
                    // They divide what the line comes to.
                }
                default -> bending.add(new Bending(drawn, name));
            }
        });
        return new LineInputs(factors, bending, neutral);
    }
}
