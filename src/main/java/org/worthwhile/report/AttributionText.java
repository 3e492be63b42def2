package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;

/** The answer to a study in a few lines of text. */
public final class AttributionText {

    private AttributionText() {}

    public static List<String> lines(Attribution attribution) {
        var study = attribution.basis().study();
        List<String> lines = new ArrayList<>();
        lines.add(study.title());
        if (!study.question().isEmpty()) {
            lines.add("  " + study.question());
        }
        lines.add("  " + attribution.estimand() + ":");
        lines.add(String.format(
                Locale.UK,
                "  %s, %.0f%% interval %s to %s, standard error %s, p-value %s",
                Wording.BRITISH.significant(attribution.estimate()),
                attribution.interval().level() * 100,
                Wording.BRITISH.significant(attribution.interval().low()),
                Wording.BRITISH.significant(attribution.interval().high()),
                Wording.BRITISH.significant(attribution.standardError()),
                Wording.BRITISH.probability(attribution.pValue())));
        lines.add(String.format(
                Locale.UK,
                "  %s (%s); %,d observations of %,d %s; level %d of 5 on the Maryland scale",
                study.design().title(),
                attribution.estimator(),
                attribution.observations(),
                attribution.units(),
                attribution.units() == 1 ? "unit" : "units",
                attribution.marylandLevel()));
        attribution
                .dropped()
                .forEach(dropped ->
                        lines.add(String.format(Locale.UK, "  Left out: %,d %s", dropped.count(), dropped.reason())));
        attribution.notes().forEach(note -> lines.add("  Read: " + note));
        for (Diagnostic diagnostic : attribution.diagnostics()) {
            lines.add("  [" + diagnostic.outcome().name().toLowerCase(Locale.ROOT) + "] " + diagnostic.title() + ": "
                    + diagnostic.message());
        }
        return lines;
    }
}
