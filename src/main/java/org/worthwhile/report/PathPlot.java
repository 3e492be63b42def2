package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.monitoring.Approval;
import org.worthwhile.monitoring.LineWatch;
import org.worthwhile.monitoring.Review;
import org.worthwhile.proposal.FinancialYear;

/**
 * The path of each measure as SVG, one picture below another: what was forecast with its 80% band, the limits of warnings, actuals, and
 * what lies ahead as it is now seen.
 */
final class PathPlot {

    private static final int WIDTH = 760;
    private static final int TOP = 64;
    private static final int PANEL = 190;
    private static final int LEFT = 90;
    private static final int RIGHT = 24;
    private static final int TITLE = 28;
    private static final int BELOW = 34;
    private static final String BAND = "#D6E0EC";
    private static final String FORECAST = "#1F3A5F";
    private static final String AHEAD = "#D98E04";
    private static final String LIMIT = "#888888";
    private static final String WARNED = "#B00020";

    private final Review review;
    private final SvgDrawing drawing;

    private PathPlot(Review review) {
        this.review = review;
        this.drawing = new SvgDrawing(WIDTH, TOP + PANEL * review.paths().size());
    }

    static String svg(Review review) {
        return new PathPlot(review).draw();
    }

    private String draw() {
        drawing.text(8, 18, "start", review.basis().monitoring().title());
        key();
        for (int i = 0; i < review.paths().size(); i++) {
            panel(review.paths().get(i), TOP + PANEL * i);
        }
        return drawing.svg();
    }

    private void key() {
        drawing.bar(8, 32, 22, 12, BAND);
        drawing.line(8, 38, 30, 38, FORECAST);
        drawing.text(36, 42, "start", "forecast, 80%");
        drawing.curve(List.of(150.0, 172.0), List.of(38.0, 38.0), LIMIT, "4 3");
        drawing.text(178, 42, "start", "limits of warnings");
        drawing.dot(320, 38);
        drawing.text(332, 42, "start", "actual");
        drawing.ring(400, 38, WARNED);
        drawing.text(412, 42, "start", "warning");
        drawing.curve(List.of(490.0, 512.0), List.of(38.0, 38.0), AHEAD, "none");
        drawing.text(518, 42, "start", "as it is now seen, 80%");
    }

    private void panel(Review.Path path, int top) {
        SortedMap<FinancialYear, LineWatch.Limits> limits = limits(path);
        List<Double> all = new ArrayList<>(List.of(0.0));
        path.registered().expected().values().forEach(one -> all.addAll(List.of(one.low(), one.high(), one.central())));
        limits.values().stream()
                .filter(one -> Double.isFinite(one.low()))
                .forEach(one -> all.addAll(List.of(one.low(), one.high())));
        path.ahead().values().forEach(one -> all.addAll(List.of(one.low(), one.high())));
        all.addAll(path.actuals().values());
        double low = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        SvgScale up = new SvgScale(low, high > low ? high : low + 1, top + PANEL - BELOW, top + TITLE);
        drawing.text(
                8,
                top + 14,
                "start",
                path.registered().measure() + ": " + path.registered().title() + ", "
                        + path.registered().unit());
        for (double mark : up.marks()) {
            drawing.line(LEFT, up.at(mark), WIDTH - RIGHT, up.at(mark), "#EEEEEE");
            drawing.text(LEFT - 8, up.at(mark) + 4, "end", Rounded.plain(mark));
        }
        band(path.registered().expected(), up, BAND, FORECAST);
        bounds(limits, up);
        ahead(path.ahead(), up);
        path.actuals().forEach((year, value) -> {
            drawing.dot(across(year), up.at(value));
            if (isWarned(path, year)) {
                drawing.ring(across(year), up.at(value), WARNED);
            }
        });
        for (int t = 0; t < years(); t++) {
            FinancialYear year = first().plus(t);
            drawing.text(across(year), top + PANEL - BELOW + 16, "middle", year.label());
        }
    }

    private SortedMap<FinancialYear, LineWatch.Limits> limits(Review.Path path) {
        return review.lines().stream()
                .map(line -> line.limits().get(path.registered().measure()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    private boolean isWarned(Review.Path path, FinancialYear year) {
        return review.lines().stream()
                .flatMap(line -> line.departures().stream())
                .anyMatch(one -> one.measure().equals(path.registered().measure())
                        && one.year().equals(year));
    }

    private void band(SortedMap<FinancialYear, Approval.Expected> path, SvgScale up, String area, String line) {
        List<Double> x = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        List<Double> central = new ArrayList<>();
        for (Map.Entry<FinancialYear, Approval.Expected> one : path.entrySet()) {
            x.add(across(one.getKey()));
            low.add(up.at(one.getValue().low()));
            high.add(up.at(one.getValue().high()));
            central.add(up.at(one.getValue().central()));
            drawing.line(x.getLast(), low.getLast(), x.getLast(), high.getLast(), area);
        }
        drawing.area(x, low, high, area);
        drawing.curve(x, central, line, "none");
    }

    private void bounds(SortedMap<FinancialYear, LineWatch.Limits> limits, SvgScale up) {
        List<Double> x = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        limits.forEach((year, one) -> {
            if (Double.isFinite(one.low())) {
                x.add(across(year));
                low.add(up.at(one.low()));
                high.add(up.at(one.high()));
            }
        });
        drawing.curve(x, low, LIMIT, "4 3");
        drawing.curve(x, high, LIMIT, "4 3");
    }

    private void ahead(SortedMap<FinancialYear, Approval.Expected> path, SvgScale up) {
        List<Double> x = new ArrayList<>();
        List<Double> mean = new ArrayList<>();
        path.forEach((year, one) -> {
            x.add(across(year));
            mean.add(up.at(one.mean()));
            drawing.line(across(year), up.at(one.low()), across(year), up.at(one.high()), AHEAD);
        });
        drawing.curve(x, mean, AHEAD, "none");
    }

    private FinancialYear first() {
        return review.basis().basis().proposal().appraisal().baseYear();
    }

    private int years() {
        return review.basis().monitoring().until().since(first()) + 1;
    }

    private double across(FinancialYear year) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (year.since(first()) + 0.5) / years();
    }
}
