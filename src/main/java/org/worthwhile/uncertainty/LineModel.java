package org.worthwhile.uncertainty;

import java.util.Map;
import java.util.function.Function;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.appraisal.LineValues.Parts;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.uncertainty.LineInputs.Drawn;
import org.worthwhile.uncertainty.LineInputs.Factor;

/**
 * The present value of a line as a function of its uncertain inputs. Inputs that multiply are taken out, so that the line
 * is worked out once with each of them at 1 and a trial costs one multiplication an input; a line with an input that bends
 * its profile over the years is worked out anew in each trial.
 *
 * @param neutral the present value with multiplying inputs at 1, by the values of all
 * @param constant the same where no input bends the line
 * @param correction for confidence, which shrinks gains and enlarges losses, as the product of inputs turns one into the
 *     other
 */
record LineModel(LineInputs inputs, Function<Map<String, Double>, Parts> neutral, Parts constant, double correction) {

    static LineModel of(CostLine cost, Map<String, Drawn> inputs, AppraisalCase basis, LineValues values) {
        return of(
                LineInputs.of(cost, inputs, basis),
                changes -> new Parts(values.of(InputChange.apply(cost, changes)), 0),
                0);
    }

    static LineModel of(Impact impact, Map<String, Drawn> inputs, AppraisalCase basis, LineValues values) {
        double correction = basis.confidenceCorrection(impact.confidence());
        Impact raw = correction == 0 ? impact : impact.withoutConfidence();
        return of(LineInputs.of(inputs), changes -> values.of(InputChange.apply(raw, changes)), correction);
    }

    private static LineModel of(LineInputs inputs, Function<Map<String, Double>, Parts> neutral, double correction) {
        return new LineModel(inputs, neutral, neutral.apply(inputs.neutral()), correction);
    }

    /** The part of the line that a drawn share makes of it. */
    LineModel times(Drawn share) {
        return new LineModel(inputs.times(share.factor(0, 1)), neutral, constant, correction);
    }

    /**
     * The present value of the line in each trial.
     *
     * @param draws the values of all uncertain inputs, by input and trial
     * @param values filled for the first {@code count} trials
     */
    void fill(double[][] draws, int count, double[] values) {
        inputs.multiply(draws, count, values);
        if (inputs.bending().isEmpty()) {
            double asGiven = worth(constant, correction);
            double turnedRound = worth(constant, -correction);
            for (int trial = 0; trial < count; trial++) {
                values[trial] *= values[trial] < 0 ? turnedRound : asGiven;
            }
        } else {
            for (int trial = 0; trial < count; trial++) {
                Parts parts = neutral.apply(inputs.at(draws, trial));
                values[trial] *= worth(parts, values[trial] < 0 ? -correction : correction);
            }
        }
    }

    /** Whether an input changes more than the size of the line. */
    boolean isBent() {
        return !inputs.bending().isEmpty();
    }

    /** Whether the line is a constant, or a constant and a multiple of one input. */
    boolean isLinear() {
        return inputs.bending().isEmpty() && correction == 0 && inputs.factors().size() <= 1;
    }

    /** Adds a multiple of the line to a form, none of it where the weight is 0; the line is linear. */
    void addTo(LinearForm form, double weight) {
        double scale = weight * worth(constant, 0);
        if (inputs.factors().isEmpty()) {
            form.addConstant(scale);
        } else if (weight != 0) {
            Factor factor = inputs.factors().getFirst();
            form.addConstant(scale * factor.intercept());
            form.addSlope(factor.input(), scale * factor.slope());
        }
    }

    private static double worth(Parts parts, double correction) {
        return parts.gains() * (1 - correction) + parts.losses() * (1 + correction);
    }
}
