package org.worthwhile.proposal;

/** The uplift on a cost for the tendency to underestimate it. */
public sealed interface OptimismBias {

    /** The upper bound that the framework gives for a type of project, less the share that has been mitigated. */
    record Mitigated(String type, Figure mitigation) implements OptimismBias {}

    /** An uplift given outright, as a fraction. */
    record Explicit(Figure uplift) implements OptimismBias {}
}
