package org.worthwhile.replication;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.report.Software;

/** What a verification found, as lines of text. */
public final class VerificationText {

    private VerificationText() {}

    /** The finding first, then what it was computed with, each file that was altered and the differences of each result. */
    public static List<String> lines(Verification found) {
        List<String> lines = new ArrayList<>();
        lines.add(
                found.isIdentical()
                        ? "Identical: " + found.results() + " results, computed again from " + found.inputs()
                                + " inputs and model packs, are the same byte for byte."
                        : "Not identical: " + found.identical() + " of " + found.results()
                                + " results are the same byte for byte as those computed again.");
        if (!found.isSameSoftware()) {
            lines.add("The package was computed by " + found.software() + " and verified by "
                    + Software.NAME_AND_VERSION + ": what changed between them may be why.");
        }
        if (!found.ownModels().isEmpty()) {
            lines.add("Computed with model packs of the analyst's own: " + String.join(", ", found.ownModels()));
        }
        found.otherModels().forEach(path -> lines.add(path + ": is not as " + Software.NAME_AND_VERSION + " has it"));
        found.altered()
                .forEach(file -> lines.add(file.path()
                        + switch (file.kind()) {
                            case MISSING -> ": is listed in the manifest and missing";
                            case CHANGED -> ": was changed after it was packed";
                            case ADDED -> ": is not listed in the manifest and was not looked at";
                        }));
        for (DifferentResult result : found.different()) {
            result.first()
                    .forEach(difference -> lines.add(result.path()
                            + (difference.where().isEmpty() ? "" : " " + difference.where())
                            + ": " + difference.packed() + " in the package, " + difference.computed()
                            + " computed again"));
            int more = result.count() - result.first().size();
            if (more > 0) {
                lines.add(result.path() + ": " + more + " more differences");
            }
        }
        return lines;
    }
}
