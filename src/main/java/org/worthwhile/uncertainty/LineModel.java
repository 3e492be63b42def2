package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.appraisal.LineValues.Parts;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.OptimismBias;

/**
 * The present value of a line as a function of its uncertain inputs. Inputs that multiply are taken out, so that the line
 * is worked out once with each of them at 1 and a trial costs one multiplication an input; a line with an input that bends
 * its profile over the years is worked out anew in each trial.
 *
 * @param factors of the inputs that multiply
 * @param bending the inputs that do not, by position among all uncertain inputs
 * @param neutral the present value with multiplying inputs at 1, by the values of the bending ones
 * @param correction for confidence, which shrinks gains and enlarges losses, as the product of inputs turns one into the
 *     other
 */
record LineModel(
        List<Factor> factors,
        List<Bending> bending,
        Function<Map<String, Double>, Parts> neutral,
        Parts constant,
        double correction) {

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
     * The present value of the line in each trial.
     *
     * @param draws the values of all uncertain inputs, by input and trial
     * @param values filled for the first {@code count} trials
     */
    void fill(double[][] draws, int count, double[] values) {
        Arrays.fill(values, 0, count, 1);
        for (Factor factor : factors) {
            double[] input = draws[factor.input()];
            double intercept = factor.intercept();
            double slope = factor.slope();
            for (int trial = 0; trial < count; trial++) {
                values[trial] *= intercept + slope * input[trial];
            }
        }
        if (bending.isEmpty()) {
            double asGiven = worth(constant, correction);
            double turnedRound = worth(constant, -correction);
            for (int trial = 0; trial < count; trial++) {
                values[trial] *= values[trial] < 0 ? turnedRound : asGiven;
            }
        } else {
            for (int trial = 0; trial < count; trial++) {
                Parts parts = neutral.apply(changes(draws, trial));
                values[trial] *= worth(parts, values[trial] < 0 ? -correction : correction);
            }
        }
    }

    /** Whether the line is a constant, or a constant and a multiple of one input. */
    boolean isLinear() {
        return bending.isEmpty() && correction == 0 && factors.size() <= 1;
    }

    /** Adds a multiple of the line to a form, none of it where the weight is 0; the line is linear. */
    void addTo(LinearForm form, double weight) {
        double scale = weight * worth(constant, 0);
        if (factors.isEmpty()) {
            form.addConstant(scale);
        } else if (weight != 0) {
            Factor factor = factors.getFirst();
            form.addConstant(scale * factor.intercept());
            form.addSlope(factor.input(), scale * factor.slope());
        }
    }

    private static double worth(Parts parts, double correction) {
        return parts.gains() * (1 - correction) + parts.losses() * (1 + correction);
    }

    private Map<String, Double> changes(double[][] draws, int trial) {
        Map<String, Double> changes = new HashMap<>();
        for (Bending input : bending) {
            changes.put(
                    input.name(),
                    draws[input.drawn().input()][trial] * input.drawn().times());
        }
        return changes;
    }

    static LineModel of(CostLine cost, Map<String, Drawn> inputs, AppraisalCase basis, LineValues values) {
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
        Function<Map<String, Double>, Parts> worth = changes -> {
            Map<String, Double> all = new HashMap<>(neutral);
            all.putAll(changes);
            return new Parts(values.of(InputChange.apply(cost, all)), 0);
        };
        return new LineModel(factors, bending, worth, worth.apply(Map.of()), 0);
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

    static LineModel of(Impact impact, Map<String, Drawn> inputs, AppraisalCase basis, LineValues values) {
        double correction = basis.proposal().appraisal().confidenceCorrections()
                        && impact.confidence().isPresent()
                ? basis.framework().confidenceCorrection(impact.confidence().getAsInt())
                : 0;
        Impact raw = correction == 0 ? impact : impact.withoutConfidence();
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
                default -> bending.add(new Bending(drawn, name));
            }
        });
        Function<Map<String, Double>, Parts> worth = changes -> {
            Map<String, Double> all = new HashMap<>(neutral);
            all.putAll(changes);
            return values.of(InputChange.apply(raw, all));
        };
        return new LineModel(factors, bending, worth, worth.apply(Map.of()), correction);
    }
}
