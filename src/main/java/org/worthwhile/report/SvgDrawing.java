package org.worthwhile.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Rounded;

/** A drawing as the text of an SVG file, the same bytes on every machine. */
final class SvgDrawing {

    private final StringBuilder parts = new StringBuilder();
    private final int width;
    private final int height;

    SvgDrawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        add("<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\"/>", x1, y1, x2, y2, colour);
    }

    void square(double x, double y, double side) {
        add(
                "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"#1F3A5F\"/>",
                x - side / 2, y - side / 2, side, side);
    }

    void dot(double x, double y) {
        add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3.5\" fill=\"#1F3A5F\"/>", x, y);
    }

    void diamond(double low, double middle, double high, double y) {
        add(
                "<path d=\"M%.2f %.2f L%.2f %.2f L%.2f %.2f L%.2f %.2f Z\" fill=\"#D98E04\"/>",
                low, y, middle, y - 7, high, y, middle, y + 7);
    }

    void curve(List<Double> x, List<Double> y, String colour, String dashes) {
        if (x.size() < 2) {
            return;
        }
        String points = IntStream.range(0, x.size())
                .mapToObj(i -> String.format(Locale.ROOT, "%.2f,%.2f", x.get(i), y.get(i)))
                .collect(Collectors.joining(" "));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                points, colour, dashes);
    }

    /** The area between two curves over the same places; none over a single one. */
    void area(List<Double> x, List<Double> low, List<Double> high, String colour) {
        if (x.size() < 2) {
            return;
        }
        String points = IntStream.range(0, 2 * x.size())
                .mapToObj(i -> i < x.size()
                        ? String.format(Locale.ROOT, "%.2f,%.2f", x.get(i), low.get(i))
                        : String.format(
                                Locale.ROOT, "%.2f,%.2f", x.get(2 * x.size() - 1 - i), high.get(2 * x.size() - 1 - i)))
                .collect(Collectors.joining(" "));
        add("<polygon points=\"%s\" fill=\"%s\"/>", points, colour);
    }

    void bar(double x, double y, double width, double height, String colour) {
        add("<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>", x, y, width, height, colour);
    }

    void ring(double x, double y, String colour) {
        add("<circle cx=\"%.2f\" cy=\"%.2f\" r=\"7\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", x, y, colour);
    }

    /** @param anchor start, middle or end */
    void text(double x, double y, String anchor, String text) {
        add(
                "<text x=\"%.2f\" y=\"%.2f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                PlainText.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** An axis across, with its marks and what it is of. */
    void axis(SvgScale scale, double y, String title) {
        line(scale.from(), y, scale.to(), y, "#000000");
        for (double mark : scale.marks()) {
            line(scale.at(mark), y, scale.at(mark), y + 5, "#000000");
            text(scale.at(mark), y + 18, "middle", Rounded.plain(mark));
        }
        text((scale.from() + scale.to()) / 2, y + 34, "middle", title);
    }

    private void add(String format, Object... values) {
        parts.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    String svg() {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                                + " font-family=\"sans-serif\" font-size=\"12\">\n",
                        width,
                        height,
                        width,
                        height)
                + "  <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + parts + "</svg>\n";
    }
}
