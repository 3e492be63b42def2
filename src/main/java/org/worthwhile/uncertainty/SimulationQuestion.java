package org.worthwhile.uncertainty;

import java.util.List;

/**
 * What is asked of a simulation besides how results are spread.
 *
 * @param information the value of information
 * @param limits of which to tell how likely options are to break them
 */
public record SimulationQuestion(InformationQuestion information, List<SpendingLimit> limits) {

    /** Nothing more. */
    public static final SimulationQuestion NONE = new SimulationQuestion(InformationQuestion.NONE, List.of());

    public SimulationQuestion {
        limits = List.copyOf(limits);
    }
}
