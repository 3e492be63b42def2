package org.worthwhile.report;

import java.util.List;
import org.worthwhile.monitoring.Reappraisal;
import org.worthwhile.monitoring.Reappraisal.Contribution;
import org.worthwhile.monitoring.Review;

/** What changed net present social value since approval as SVG: a waterfall from the one to the other. */
final class ChangePlot {

    private static final int ROW = 24;
    private static final int TOP = 44;
    private static final int NAMES = 300;
    private static final int PLOT = 380;
    private static final int FIGURES = 110;
    private static final String WHOLE = "#1F3A5F";
    private static final String MORE = "#2E7D32";
    private static final String LESS = "#B00020";

    private final List<Contribution> contributions;
    private final double approved;
    private final SvgScale across;
    private final SvgDrawing drawing;

    private ChangePlot(Review review, Reappraisal again) {
        this.contributions = again.contributions();
        this.approved = review.basis().monitoring().approval().npsv().mean();
        double low = Math.min(0, approved);
        double high = Math.max(0, approved);
        double reached = approved;
        for (Contribution one : contributions) {
            reached += one.amount();
            low = Math.min(low, reached);
            high = Math.max(high, reached);
        }
        this.across = new SvgScale(low, high > low ? high : low + 1, NAMES, NAMES + PLOT);
        this.drawing = new SvgDrawing(NAMES + PLOT + FIGURES, TOP + ROW * (contributions.size() + 2) + 50);
        drawing.text(8, 18, "start", review.basis().monitoring().title());
    }

    static String svg(Review review, Reappraisal again) {
        return new ChangePlot(review, again).draw();
    }

    private String draw() {
        double y = TOP;
        bar("As approved, on average", 0, approved, approved, y, WHOLE);
        double reached = approved;
        for (Contribution one : contributions) {
            y += ROW;
            bar(
                    MonitoringText.cause(one),
                    reached,
                    reached + one.amount(),
                    one.amount(),
                    y,
                    one.amount() < 0 ? LESS : MORE);
            reached += one.amount();
        }
        y += ROW;
        bar("As it is now seen", 0, reached, reached, y, WHOLE);
        drawing.line(across.at(0), TOP - 14, across.at(0), y + ROW / 2.0, "#888888");
        drawing.axis(across, y + ROW, "Net present social value");
        return drawing.svg();
    }

    private void bar(String name, double from, double to, double figure, double y, String colour) {
        drawing.text(8, y + 4, "start", name.length() > 48 ? name.substring(0, 47) + "…" : name);
        double left = Math.min(across.at(from), across.at(to));
        drawing.bar(left, y - 8, Math.abs(across.at(to) - across.at(from)), 16, colour);
        drawing.text(NAMES + PLOT + FIGURES - 8, y + 4, "end", MonitoringText.rounded(figure));
    }
}
