package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.Review;

/** The review of an approved option as files. */
public final class MonitoringFiles {

    private static final String TEXT = ".review.txt";
    private static final String JSON = ".review.json";
    private static final String PATHS = ".paths.svg";
    private static final String CHANGE = ".change.svg";

    private MonitoringFiles() {}

    /** What a review can be written as. */
    public enum Format {
        TEXT,
        JSON,

        /** The paths of all measures, and what changed net present social value where there are actuals. */
        SVG
    }

    /** The names of the files of a review. */
    public static List<String> names(Monitoring monitoring, List<Format> formats) {
        String stem = FileNames.portable(monitoring.id());
        List<String> names = new ArrayList<>();
        if (formats.contains(Format.TEXT)) {
            names.add(stem + TEXT);
        }
        if (formats.contains(Format.JSON)) {
            names.add(stem + JSON);
        }
        if (formats.contains(Format.SVG)) {
            names.add(stem + PATHS);
            if (!monitoring.actuals().isEmpty()) {
                names.add(stem + CHANGE);
            }
        }
        return names;
    }

    /** The files. */
    public static List<OutputFile> of(Review review, List<Format> formats) {
        return names(review.basis().monitoring(), formats).stream()
                .map(name -> OutputFile.of(name, text(name, review)))
                .toList();
    }

    private static String text(String name, Review review) {
        if (name.endsWith(TEXT)) {
            return String.join("\n", MonitoringText.review(review)) + "\n";
        }
        if (name.endsWith(PATHS)) {
            return PathPlot.svg(review);
        }
        return name.endsWith(CHANGE)
                ? ChangePlot.svg(review, review.reappraisal().orElseThrow())
                : MonitoringJson.text(review);
    }
}
