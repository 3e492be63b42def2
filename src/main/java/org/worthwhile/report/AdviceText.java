package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Advice;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.attribution.Role;

/** Advice on designs as lines of text. */
public final class AdviceText {

    private AdviceText() {}

    public static List<String> lines(Advice advice) {
        List<String> lines = new ArrayList<>();
        lines.add(advice.recommended()
                .map(design -> "Of the designs that these data allow, the most credible is: " + design.title()
                        + ". Which one to use is yours to decide.")
                .orElse("These data allow no design; what each lacks is below."));
        for (Possibility option : advice.options()) {
            lines.add("");
            lines.add((option.isPossible() ? "[possible] " : "[not possible] ")
                    + option.design().title() + ", level "
                    + option.marylandLevel() + " of 5"
                    + (advice.recommended().equals(Optional.of(option.design())) ? " (recommended)" : ""));
            option.lacking().forEach(what -> lines.add("  Lacks " + what + "."));
            if (option.isPossible()) {
                lines.add("  Assumes: " + option.assumes());
                lines.add("  To raise it: " + option.raise());
                option.cautions().forEach(caution -> lines.add("  Take care: " + caution));
                if (!option.leaveOut().isEmpty()) {
                    lines.add("  Leave out of the study what it does not use: " + roles(option) + ".");
                }
            }
        }
        return lines;
    }

    private static String roles(Possibility option) {
        return option.leaveOut().stream().sorted().map(Role::id).collect(Collectors.joining(", "));
    }
}
