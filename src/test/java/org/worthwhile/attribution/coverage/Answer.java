package org.worthwhile.attribution.coverage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;

/** What a study of one data set was answered. */
sealed interface Answer {

    String REFUSED = "refused";

    /** The data do not support the design or cannot tell the effect, and that was said. */
    record Refused() implements Answer {}

    /**
     * An estimate.
     *
     * @param checks by id
     */
    record Found(
            double truth,
            double estimate,
            double standardError,
            double low,
            double high,
            double pValue,
            Map<String, Check> checks)
            implements Answer {
        public Found {
            checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        }

        boolean covers() {
            return low <= truth && truth <= high;
        }

        boolean isClean() {
            return checks.values().stream().allMatch(Check::isQuiet);
        }
    }

    /**
     * How a check came out.
     *
     * @param pValue NaN where it has none
     */
    record Check(Outcome outcome, double pValue) {

        boolean isQuiet() {
            return outcome == Outcome.PASS || outcome == Outcome.INFO;
        }
    }

    /** A finding that says it cannot tell is no answer, as one that is refused. */
    static Answer of(Attribution answer, Finding finding, double truth) {
        if (finding.cannotTell().isPresent()) {
            return new Refused();
        }
        Map<String, Check> checks = new TreeMap<>();
        for (Diagnostic told : answer.diagnostics()) {
            checks.merge(
                    told.id(),
                    new Check(told.outcome(), told.pValue().orElse(Double.NaN)),
                    (one, other) -> one.isQuiet() ? other : one);
        }
        return new Found(
                truth,
                finding.estimate(),
                finding.standardError(),
                finding.interval().low(),
                finding.interval().high(),
                finding.pValue(),
                checks);
    }

    /** As a line of a file has it, between tabulators. */
    default String text() {
        return switch (this) {
            case Refused _ -> REFUSED;
            case Found found ->
                List.of(found.truth, found.estimate, found.standardError, found.low, found.high, found.pValue).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining("\t"))
                        + "\t"
                        + found.checks.entrySet().stream()
                                .map(check -> check.getKey() + ":"
                                        + check.getValue().outcome() + ":"
                                        + check.getValue().pValue())
                                .collect(Collectors.joining(" "));
        };
    }

    static Answer read(String text) {
        if (text.equals(REFUSED)) {
            return new Refused();
        }
        String[] parts = text.split("\t", -1);
        double[] numbers =
                Arrays.stream(parts, 0, 6).mapToDouble(Double::parseDouble).toArray();
        Map<String, Check> checks = new TreeMap<>();
        for (String check : parts[6].split(" ")) {
            if (!check.isEmpty()) {
                String[] fields = check.split(":", -1);
                checks.put(fields[0], new Check(Outcome.valueOf(fields[1]), Double.parseDouble(fields[2])));
            }
        }
        return new Found(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], checks);
    }
}
