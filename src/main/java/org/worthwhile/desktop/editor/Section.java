package org.worthwhile.desktop.editor;

import java.util.Locale;
import org.worthwhile.desktop.Words;

/** The parts of a proposal, each on its own page of the editor. */
enum Section {
    CASE,
    OBJECTIVES,
    ORGANISATIONS,
    GROUPS,
    OPTIONS,
    COSTS,
    BY_YEAR,
    IMPACTS,
    ADDITIONALITY,
    SAVINGS,
    BENEFICIARIES,
    UNMONETISED,
    UNCERTAINTY,
    CORRELATIONS,
    SCENARIOS,
    EVIDENCE;

    String title() {
        return Words.of("section." + name().toLowerCase(Locale.ROOT));
    }

    String help() {
        return Words.of("section." + name().toLowerCase(Locale.ROOT) + ".help");
    }

    /** Whether its rows belong to one option. */
    boolean isOfAnOption() {
        return switch (this) {
            case COSTS, BY_YEAR, IMPACTS, ADDITIONALITY, SAVINGS, BENEFICIARIES, UNMONETISED, UNCERTAINTY -> true;
            case CASE, OBJECTIVES, ORGANISATIONS, GROUPS, OPTIONS, CORRELATIONS, SCENARIOS, EVIDENCE -> false;
        };
    }
}
