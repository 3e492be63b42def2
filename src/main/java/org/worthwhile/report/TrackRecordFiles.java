package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.ParametersFromTrackRecord;
import org.worthwhile.trackrecord.TrackRecord;
import org.worthwhile.trackrecord.TrackRecordResult;

/** What a track record comes to as files, under the names that other programs know them by. */
public final class TrackRecordFiles {

    private static final String JSON = ".track-record-result.json";
    private static final String CSV = ".ratios.csv";
    private static final String TEXT = ".track-record.txt";
    private static final String RATIOS = ".ratios.svg";
    private static final String RELIABILITY = ".reliability.svg";
    private static final String PARAMETERS = ".parameters.json";

    private TrackRecordFiles() {}

    /** What a track record can be written as. */
    public enum Format {
        JSON,
        TEXT,

        /** Each project's ratio. */
        CSV,

        /** Ratios by kind, and the reliability curve where there are probabilities. */
        SVG,

        /** What proposals can use of it, as parameters to paste. */
        PARAMETERS
    }

    /** The names of the files of a track record. */
    public static List<String> names(TrackRecord record, List<Format> formats) {
        String stem = FileNames.portable(record.id());
        List<String> names = new ArrayList<>();
        formats.stream().distinct().forEach(format -> {
            switch (format) {
                case JSON -> names.add(stem + JSON);
                case TEXT -> names.add(stem + TEXT);
                case CSV -> names.add(stem + CSV);
                case SVG -> {
                    if (!record.projects().isEmpty()) {
                        names.add(stem + RATIOS);
                    }
                    if (!record.probabilities().isEmpty()) {
                        names.add(stem + RELIABILITY);
                    }
                }
                case PARAMETERS -> names.add(stem + PARAMETERS);
            }
        });
        return names;
    }

    /** The files. */
    public static List<OutputFile> of(TrackRecordResult result, List<Format> formats) {
        return names(result.record(), formats).stream()
                .map(name -> OutputFile.of(name, text(name, result)))
                .toList();
    }

    private static String text(String name, TrackRecordResult result) {
        if (name.endsWith(RATIOS)) {
            return RatioPlot.svg(result);
        }
        if (name.endsWith(RELIABILITY)) {
            return ReliabilityDiagram.svg(result, result.calibration().orElseThrow());
        }
        if (name.endsWith(CSV)) {
            return TrackRecordCsv.text(result);
        }
        if (name.endsWith(TEXT)) {
            return String.join("\n", TrackRecordText.lines(result)) + "\n";
        }
        return name.endsWith(PARAMETERS) ? ParametersFromTrackRecord.text(result) : TrackRecordJson.text(result);
    }
}
