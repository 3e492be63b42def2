package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.trackrecord.Calibration;
import org.worthwhile.trackrecord.Departure;
import org.worthwhile.trackrecord.Expectation;
import org.worthwhile.trackrecord.KindRecord;
import org.worthwhile.trackrecord.Measure;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.NextProject;
import org.worthwhile.trackrecord.Range;
import org.worthwhile.trackrecord.TrackRecord;
import org.worthwhile.trackrecord.TrackRecordResult;

/** What a track record comes to in lines of text: a table for each measure, and how well past probabilities were calibrated. */
public final class TrackRecordText {

    private TrackRecordText() {}

    public static List<String> lines(TrackRecordResult result) {
        TrackRecord record = result.record();
        List<String> lines = new ArrayList<>();
        lines.add(record.title() + (record.organisation().isEmpty() ? "" : ", " + record.organisation()));
        result.measures().forEach(measure -> measure(record, measure, lines));
        result.calibration().ifPresent(found -> calibration(record, found, lines));
        return lines;
    }

    private static void measure(TrackRecord record, MeasureRecord found, List<String> lines) {
        Measure measure = found.measure();
        String departure = Departure.title(measure);
        lines.add("");
        lines.add(String.format(
                Locale.UK,
                "  %s of %,d %s: outcomes came to %s of their forecasts on average, in the middle to %s",
                capital(measure.title()),
                found.ratios().size(),
                found.ratios().size() == 1 ? "project" : "projects",
                percent(found.meanRatio()),
                percent(found.medianRatio())));
        List<List<String>> rows = new ArrayList<>();
        found.kinds().forEach(kind -> rows.add(row(measure, kind)));
        rows.add(row("a kind not in the record", "0", "", measure, found.newKind(), ""));
        TextTable.lines(
                        List.of(
                                "next project of",
                                "projects",
                                "mean of own",
                                "mean " + departure,
                                "P50",
                                "P80",
                                "P90",
                                percent(record.options().level()) + " of next ratios",
                                "guidance"),
                        rows,
                        1)
                .forEach(line -> lines.add("  " + line));
        found.kinds().stream()
                .map(KindRecord::expectation)
                .filter(Expectation.NotKnown.class::isInstance)
                .findFirst()
                .ifPresentOrElse(
                        silent -> lines.add("  The next project: not known, as " + reason(silent)),
                        () -> spread(found, record, lines));
        found.notes().forEach(note -> lines.add("  Note: " + note));
    }

    private static void spread(MeasureRecord found, TrackRecord record, List<String> lines) {
        String level = percent(record.options().level());
        found.within()
                .ifPresent(within -> lines.add("  Standard deviation of "
                        + (switch (found.scale()) {
                            case LOG_RATIO -> "log ratios";
                            case RATIO -> "ratios";
                        })
                        + " between projects of a kind " + range(within, level)
                        + found.between()
                                .map(between -> ", between kinds " + range(between, level))
                                .orElse("")));
        if (found.newKind() instanceof Expectation.NotKnown(String reason)) {
            lines.add("  The next project of a kind not in the record: not known, as " + reason);
        }
    }

    private static String reason(Expectation expectation) {
        return switch (expectation) {
            case Expectation.NotKnown(String reason) -> reason;
            case Expectation.Known _ -> "";
        };
    }

    private static List<String> row(Measure measure, KindRecord kind) {
        return row(
                kind.kind().title(),
                Integer.toString(kind.projects()),
                percent(Departure.of(measure, kind.meanRatio())),
                measure,
                kind.expectation(),
                kind.guidance()
                        .map(type -> percent(type.lower()) + " to " + percent(type.upper()))
                        .orElse(""));
    }

    private static List<String> row(
            String title, String projects, String own, Measure measure, Expectation expectation, String guidance) {
        return switch (expectation) {
            case Expectation.NotKnown _ -> List.of(title, projects, own, "not known", "", "", "", "", guidance);
            case Expectation.Known(NextProject next) -> {
                Departure departure = Departure.of(measure, next);
                double low = Departure.of(measure, next.mean().low());
                double high = Departure.of(measure, next.mean().high());
                yield List.of(
                        title,
                        projects,
                        own,
                        percent(departure.mean()) + " (" + percent(Math.min(low, high)) + " to "
                                + percent(Math.max(low, high)) + ")",
                        percent(departure.p50()),
                        percent(departure.p80()),
                        percent(departure.p90()),
                        Rounded.plain(next.low()) + " to " + Rounded.plain(next.high()),
                        guidance);
            }
        };
    }

    private static void calibration(TrackRecord record, Calibration found, List<String> lines) {
        lines.add("");
        lines.add(String.format(
                Locale.UK,
                "  Probabilities of %,d events: %,d happened, where %s were to be expected; Brier score %s",
                found.forecasts(),
                found.happened(),
                Rounded.plain(found.expected()),
                Rounded.plain(found.brier())));
        lines.add("  = miscalibration " + Rounded.plain(found.corp().miscalibration()) + " - discrimination "
                + Rounded.plain(found.corp().discrimination()) + " + uncertainty "
                + Rounded.plain(found.corp().uncertainty()) + ", by isotonic recalibration");
        lines.add("  = reliability " + Rounded.plain(found.murphy().reliability()) + " - resolution "
                + Rounded.plain(found.murphy().resolution()) + " + uncertainty "
                + Rounded.plain(found.murphy().uncertainty()) + ", by the probabilities as given");
        lines.add("  If they were right, as many events would happen or fewer or more with p-value "
                + Rounded.plain(found.inTheLarge()) + ", and the curve would lie as far off with p-value "
                + Rounded.plain(found.ofTheCurve()));
        TextTable.lines(
                        List.of(
                                "probability",
                                "forecasts",
                                "happened",
                                "recalibrated",
                                percent(record.options().level()) + " if right"),
                        found.points().stream()
                                .map(point -> List.of(
                                        percent(point.probability()),
                                        Integer.toString(point.forecasts()),
                                        Integer.toString(point.happened()),
                                        percent(point.recalibrated()),
                                        percent(point.low()) + " to " + percent(point.high())))
                                .toList(),
                        0)
                .forEach(line -> lines.add("  " + line));
    }

    private static String range(Range range, String level) {
        return Rounded.plain(range.middle()) + " (" + level + " interval " + Rounded.plain(range.low()) + " to "
                + Rounded.plain(range.high()) + ")";
    }

    private static String percent(double share) {
        return Rounded.plain(Math.rint(1000 * share) / 10) + "%";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
