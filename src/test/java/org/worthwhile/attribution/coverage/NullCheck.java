package org.worthwhile.attribution.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * A check whose hypothesis is true in the data of a setting, so that what it says against them is a false alarm.
 *
 * @param id of the check
 */
record NullCheck(String id, Judges judges) {

    /** By what a check speaks against the data. */
    enum Judges {
        /** By a p-value below 0.05; without one it says that it could not be made, or how little it could have seen. */
        BY_TEST,

        /** By a limit of its own: whether it warns or fails. */
        BY_LIMIT
    }

    static List<NullCheck> tests(String... ids) {
        return Stream.of(ids).map(id -> new NullCheck(id, Judges.BY_TEST)).toList();
    }

    static List<NullCheck> limits(String... ids) {
        return Stream.of(ids).map(id -> new NullCheck(id, Judges.BY_LIMIT)).toList();
    }

    /** Whether it came to a judgement. */
    boolean isMade(Answer.Check check) {
        return judges == Judges.BY_LIMIT || !Double.isNaN(check.pValue());
    }

    boolean rejects(Answer.Check check) {
        return switch (judges) {
            case BY_TEST -> check.pValue() < 0.05;
            case BY_LIMIT -> !check.isQuiet();
        };
    }
}
