package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Series;
import org.worthwhile.report.AttributionTables;
import org.worthwhile.report.FindingText;
import org.worthwhile.report.chart.Charts;
import org.worthwhile.report.document.Block;

/** What studies of outcomes found, picture first. */
public final class EvidencePages {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 440;
    private static final int EFFECT_HEIGHT = 200;
    private static final Set<String> COURSES = Set.of("event-study", "series", "paths", "discontinuity", "waterfall");
    private static final Series NO_COURSE = new Series("", "", List.of());
    private static final int MOST_POINTS = 2_000;

    private EvidencePages() {}

    static List<Block> blocks(List<Attribution> studies) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "What studies of outcomes found"));
        for (int i = 0; i < studies.size(); i++) {
            if (i > 0) {
                blocks.add(new Block.NewPage());
            }
            blocks.addAll(blocks(studies.get(i)));
        }
        return blocks;
    }

    /** A study: its picture, its finding in words, its checks and what it rests on. */
    public static List<Block> blocks(Attribution attribution) {
        var study = attribution.basis().study();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, study.title()));
        if (!study.question().isEmpty()) {
            blocks.add(new Block.Paragraph(study.question()));
        }
        blocks.add(picture(attribution));
        blocks.add(new Block.Paragraph(Sentences.estimand(attribution) + " " + Sentences.finding(attribution)));
        blocks.add(new Block.Paragraph("Figures: " + FindingText.standardError(attribution) + "; "
                + FindingText.test(attribution) + ". " + FindingText.basis(attribution) + "."));
        if (!attribution.dropped().isEmpty()) {
            blocks.add(new Block.Paragraph("Left out: "
                    + attribution.dropped().stream()
                            .map(dropped ->
                                    String.format(Locale.UK, "%,d %s", dropped.count(), dropped.reasonOfCount()))
                            .collect(Collectors.joining("; "))
                    + "."));
        }
        blocks.add(new Block.Table(
                "Checks of what the finding rests on",
                List.of("Check", "Outcome", "What it means", "Figures"),
                attribution.diagnostics().stream().map(EvidencePages::row).toList(),
                4));
        AttributionTables.of(attribution)
                .forEach(table -> blocks.add(new Block.Table(table.title(), table.headings(), table.rows(), 1)));
        blocks.add(new Block.Paragraph("It rests on this, which no data can prove:"));
        blocks.add(new Block.Bullets(attribution.assumptions()));
        return blocks;
    }

    private static List<String> row(Diagnostic diagnostic) {
        return List.of(
                diagnostic.title(),
                switch (diagnostic.outcome()) {
                    case PASS -> "Passed";
                    case WARN -> "Take care";
                    case FAIL -> "Failed";
                    case INFO -> "For information";
                },
                diagnostic.message(),
                FindingText.figures(diagnostic));
    }

    /** The series where it shows the outcome's course; otherwise the effect with its interval. */
    private static Block picture(Attribution attribution) {
        Series series = attribution.series().stream()
                .filter(each -> COURSES.contains(each.id()) && each.points().size() <= MOST_POINTS)
                .findFirst()
                .orElse(NO_COURSE);
        return switch (series.id()) {
            case "" -> effect(attribution);
            case "waterfall" -> contributions(series, effectAxis(attribution));
            default -> {
                boolean effects = series.id().equals("event-study");
                String up = (effects ? "Effect on " : "") + effectAxis(attribution);
                yield new Block.Picture(
                        series.title() + intervals(series, attribution),
                        alternative(series) + " Upwards: " + up + "."
                                + (across(series, attribution).isEmpty()
                                        ? ""
                                        : " Across: " + across(series, attribution) + "."),
                        Charts.points(series, across(series, attribution), up, effects, WIDTH, HEIGHT),
                        WIDTH,
                        HEIGHT);
            }
        };
    }

    /** What stands along a course: time, or what decides treatment. */
    private static String across(Series series, Attribution attribution) {
        var roles = attribution.basis().study().roles();
        return switch (series.id()) {
            case "event-study" -> "Periods since treatment began";
            case "discontinuity" -> roles.runningVariable().map(roles::title).orElse("");
            default -> roles.time().map(roles::title).orElse("");
        };
    }

    /** At which level the intervals of points are, where there are any. */
    private static String intervals(Series series, Attribution attribution) {
        boolean any = series.points().stream()
                .anyMatch(point ->
                        Double.isFinite(point.low()) && Double.isFinite(point.high()) && point.low() < point.high());
        return any ? ", with " + level(attribution) + " intervals" : "";
    }

    private static String level(Attribution attribution) {
        return Rounded.plain(100 * attribution.interval().level()) + "%";
    }

    /** Each cause's bar begins where the one before it ends, from the level before to the level after. */
    private static Block contributions(Series series, String unit) {
        Map<String, double[]> steps = new LinkedHashMap<>();
        double before = series.points().getFirst().y();
        double reached = 0;
        for (Series.Point point : series.points()) {
            boolean last = point.equals(series.points().getLast());
            double from = last ? 0 : reached;
            reached = from + point.y();
            steps.put(point.label(), new double[] {from, reached});
        }
        return new Block.Picture(
                series.title(), alternative(series), Charts.ranges(steps, before, unit, WIDTH, HEIGHT), WIDTH, HEIGHT);
    }

    private static Block effect(Attribution attribution) {
        double low = attribution.interval().low();
        double high = attribution.interval().high();
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new Block.Paragraph("The interval has no bounds on both sides, so that it cannot be drawn.");
        }
        return new Block.Picture(
                "The effect found, with its " + level(attribution) + " interval",
                String.format(
                        Locale.UK,
                        "A bar from %s to %s with a line at the estimate, %s.",
                        Rounded.plain(low),
                        Rounded.plain(high),
                        Rounded.plain(attribution.estimate())),
                Charts.ranges(
                        Map.of("Effect", new double[] {low, high}),
                        attribution.estimate(),
                        "Effect on " + effectAxis(attribution),
                        WIDTH,
                        EFFECT_HEIGHT),
                WIDTH,
                EFFECT_HEIGHT);
    }

    /** What the outcome is called and counted in. */
    private static String effectAxis(Attribution attribution) {
        var roles = attribution.basis().study().roles();
        return roles.outcomeTitle() + (roles.outcomeUnit().isEmpty() ? "" : " (" + roles.outcomeUnit() + ")");
    }

    private static String alternative(Series series) {
        double least = series.points().stream()
                .mapToDouble(Series.Point::y)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double most = series.points().stream()
                .mapToDouble(Series.Point::y)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return String.format(
                Locale.UK,
                "%s: %d points between %s and %s.",
                series.title(),
                series.points().size(),
                Rounded.plain(least),
                Rounded.plain(most));
    }
}
