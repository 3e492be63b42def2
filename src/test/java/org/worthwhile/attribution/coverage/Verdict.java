package org.worthwhile.attribution.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a setting stands to the standard: coverage of 93% to 97%, false positives of 3% to 7%, fewer than 5% wrong without any
 * warning, false alarms of checks of 3% to 8%.
 *
 * @param broken where a figure is beyond its bound by more than two Monte Carlo errors, on the side on which people are misled
 * @param cautious where it is on the other side: intervals wider than need be, checks that warn seldom
 * @param open where it is beyond by less, which chance may be
 */
record Verdict(List<String> broken, List<String> cautious, List<String> open) {

    /** What a figure may be. */
    private record Range(String name, double least, double most, boolean lowMisleads) {}

    private static final Range COVERAGE = new Range("coverage", 0.93, 0.97, true);
    private static final Range FALSE_POSITIVES = new Range("false positives", 0.03, 0.07, false);
    private static final Range WRONG_AND_CLEAN = new Range("wrong and clean", 0, 0.05, false);

    /** Of fewer answers nothing is said. */
    static final int FEWEST = 20;

    Verdict {
        broken = List.copyOf(broken);
        cautious = List.copyOf(cautious);
        open = List.copyOf(open);
    }

    static Verdict of(Setting setting, Tally tally) {
        Verdict verdict = new Verdict(List.of(), List.of(), List.of());
        if (tally.found().size() < FEWEST) {
            return verdict;
        }
        if (setting.standard() == Setting.Standard.HELD) {
            verdict = verdict.with(COVERAGE, tally.coverage());
            Optional<Tally.Share> falsePositives = tally.falsePositives();
            if (falsePositives.isPresent()) {
                verdict = verdict.with(FALSE_POSITIVES, falsePositives.orElseThrow());
            }
        }
        verdict = verdict.with(WRONG_AND_CLEAN, tally.wrongAndClean());
        for (NullCheck check : setting.nulls()) {
            verdict = verdict.with(new Range(check.id(), 0.03, 0.08, false), tally.rejections(check));
        }
        return verdict;
    }

    private Verdict with(Range range, Tally.Share share) {
        List<String> nowBroken = new ArrayList<>(broken);
        List<String> nowCautious = new ArrayList<>(cautious);
        List<String> nowOpen = new ArrayList<>(open);
        if (share.of() == 0) {
            return this;
        } else if (share.isBelow(range.least)) {
            (range.lowMisleads ? nowBroken : nowCautious).add(range.name);
        } else if (share.isAbove(range.most)) {
            (range.lowMisleads ? nowCautious : nowBroken).add(range.name);
        } else if (share.value() < range.least || share.value() > range.most) {
            nowOpen.add(range.name);
        }
        return new Verdict(nowBroken, nowCautious, nowOpen);
    }

    String text() {
        List<String> parts = new ArrayList<>();
        if (!broken.isEmpty()) {
            parts.add("**broken**: " + String.join(", ", broken));
        }
        if (!cautious.isEmpty()) {
            parts.add("cautious: " + String.join(", ", cautious));
        }
        if (!open.isEmpty()) {
            parts.add("open: " + String.join(", ", open));
        }
        return parts.isEmpty() ? "kept" : String.join("; ", parts);
    }
}
