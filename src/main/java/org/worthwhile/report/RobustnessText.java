package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.synthesis.LeaveOneOut;
import org.worthwhile.synthesis.PooledEffect;
import org.worthwhile.synthesis.Robustness;
import org.worthwhile.synthesis.SmallStudies;
import org.worthwhile.synthesis.Subgroups;

/** How combined estimates hang on single studies, in lines of text. */
final class RobustnessText {

    private static final List<String> HEADINGS = List.of("estimate", "standard error", "low", "high");

    private RobustnessText() {}

    static List<String> lines(Robustness robustness) {
        List<String> lines = new ArrayList<>();
        robustness.subgroups().ifPresent(found -> subgroups(lines, found));
        steps(lines, "Without each study", "without", robustness.leaveOneOut());
        steps(lines, "With one study more each time", "up to", robustness.cumulative());
        robustness.smallStudies().ifPresent(found -> smallStudies(lines, found));
        return lines;
    }

    private static void subgroups(List<String> lines, Subgroups found) {
        table(
                lines,
                "By group",
                List.of("group", "studies"),
                found.groups().stream()
                        .map(group -> row(List.of(group.name(), Integer.toString(group.studies())), group.effect()))
                        .toList());
        lines.add("  Between groups: Q(" + found.degreesOfFreedom() + ") " + Rounded.plain(found.q()) + ", p-value "
                + Wording.BRITISH.probability(found.pValue()));
    }

    private static void steps(List<String> lines, String title, String first, List<LeaveOneOut> steps) {
        if (!steps.isEmpty()) {
            table(
                    lines,
                    title,
                    List.of(first, "tau2"),
                    steps.stream()
                            .map(step -> row(List.of(step.study(), Rounded.plain(step.tau2())), step.effect()))
                            .toList());
        }
    }

    private static void smallStudies(List<String> lines, SmallStudies found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                List.of(
                        "slope on the error (Egger)",
                        Wording.BRITISH.probability(found.egger().pValue())),
                found.egger()));
        rows.add(row(
                List.of(
                        "effect at error 0 (PET)",
                        Wording.BRITISH.probability(found.precision().pValue())),
                found.precision()));
        rows.add(row(
                List.of(
                        "effect at variance 0 (PEESE)",
                        Wording.BRITISH.probability(found.variance().pValue())),
                found.variance()));
        found.filled()
                .ifPresent(filled -> rows.add(row(
                        List.of(
                                "trim and fill, " + filled.missing() + " filled in on the "
                                        + (filled.isLeft() ? "left" : "right"),
                                Wording.BRITISH.probability(filled.effect().pValue())),
                        filled.effect())));
        table(lines, "Small studies", List.of("", "p-value"), rows);
        lines.add("  PET-PEESE goes by " + (found.usesVariance() ? "PEESE" : "PET") + ": "
                + Rounded.plain(found.conditional().estimate()));
    }

    private static void table(List<String> lines, String title, List<String> first, List<List<String>> rows) {
        List<String> headings = new ArrayList<>(first);
        headings.addAll(HEADINGS);
        lines.add("");
        lines.add("  " + title);
        TextTable.lines(headings, rows, 1).forEach(line -> lines.add("  " + line));
    }

    private static List<String> row(List<String> first, PooledEffect effect) {
        List<String> row = new ArrayList<>(first);
        row.add(Rounded.plain(effect.estimate()));
        row.add(Rounded.plain(effect.standardError()));
        row.add(Rounded.plain(effect.low()));
        row.add(Rounded.plain(effect.high()));
        return row;
    }
}
