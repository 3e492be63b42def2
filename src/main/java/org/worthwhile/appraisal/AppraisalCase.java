package org.worthwhile.appraisal;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Proposal;

/**
 * A proposal with everything that its appraisal rests on: every reference it makes has been found.
 *
 * @param unitValues those the proposal uses, by id and in its order
 * @param evidence the records the proposal uses, by id and in its order
 * @param evidenceByOutcome the id of a record at hand, used or not, for each outcome that has one
 */
public record AppraisalCase(
        Proposal proposal,
        Framework framework,
        PriceIndex priceIndex,
        Map<String, UnitValue> unitValues,
        Map<String, Evidence> evidence,
        Map<String, String> evidenceByOutcome) {

    public AppraisalCase {
        unitValues = Collections.unmodifiableMap(new TreeMap<>(unitValues));
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
        evidenceByOutcome = Map.copyOf(evidenceByOutcome);
    }

    /** The same case with another proposal that refers to nothing more. */
    public AppraisalCase withProposal(Proposal other) {
        return new AppraisalCase(other, framework, priceIndex, unitValues, evidence, evidenceByOutcome);
    }

    AppraisalCase withFramework(Framework other) {
        return new AppraisalCase(proposal, other, priceIndex, unitValues, evidence, evidenceByOutcome);
    }

    AppraisalCase withPriceIndex(PriceIndex other) {
        return new AppraisalCase(proposal, framework, other, unitValues, evidence, evidenceByOutcome);
    }

    /**
     * A unit value that the proposal names, by the ids of its pack and of itself.
     *
     * @throws IllegalStateException where it was not resolved
     */
    public UnitValue unitValue(String id) {
        return found(unitValues.get(id), id);
    }

    /**
     * An evidence record that the proposal names, by its id.
     *
     * @throws IllegalStateException where it was not resolved
     */
    public Evidence evidence(String id) {
        return found(evidence.get(id), id);
    }

    /**
     * The framework's type of optimism bias that a cost line names.
     *
     * @throws IllegalStateException where the framework has none of this name
     */
    public OptimismBiasType optimismBiasType(OptimismBias.Mitigated bias) {
        for (OptimismBiasType type : framework.optimismBias()) {
            if (type.id().equals(bias.type())) {
                return type;
            }
        }
        throw new IllegalStateException("Unresolved reference: " + bias.type());
    }

    /** The correction of a confidence grade, as a fraction; 0 without a grade and where the settings ask for none. */
    public double confidenceCorrection(OptionalInt grade) {
        return proposal.appraisal().confidenceCorrections() && grade.isPresent()
                ? framework.confidenceCorrection(grade.getAsInt())
                : 0;
    }

    /** The central value of an effect, wherever it comes from. */
    public double central(Effect effect) {
        return switch (effect) {
            case Effect.Stated(var figure) -> figure.value();
            case Effect.Estimated estimated -> estimated.value();
            case Effect.FromEvidence(String id, double scale) -> evidence(id).estimate() * scale;
            case Effect.CostSaved saved -> saved.value();
        };
    }

    private static <T> T found(@org.jspecify.annotations.Nullable T referenced, String id) {
        if (referenced == null) {
            throw new IllegalStateException("Unresolved reference: " + id);
        }
        return referenced;
    }
}
