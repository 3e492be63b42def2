package org.worthwhile.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.category.DefaultIntervalCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.worthwhile.attribution.Series;

/** Draws pictures as PNG, twice as many pixels as points, in letters that are the same on every machine. */
public final class Charts {

    /** Told apart by lightness and by shape, and by everyone. */
    static final Color[] INKS = {
        new Color(0x1F3A5F), new Color(0xD98E04), new Color(0x3B8EA5), new Color(0x8A2D3B), new Color(0x6B7A8F)
    };

    static final Color GRID = new Color(0xD5DBE3);
    private static final Font LETTERS = letters();
    private static final int MARGIN = 14;
    private static final int RIGHT_MARGIN = 60;
    private static final int MOST_UPRIGHT = 6;
    /** How long a letter of a label is, and what of a picture's height stands beside its upright axis. */
    private static final int LETTER = 9;

    private static final int BESIDE_AXIS = 130;

    private Charts() {}

    private static Font letters() {
        try (InputStream file = Charts.class.getResourceAsStream("/liberation/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file))
                    .deriveFont(20f);
        } catch (IOException | FontFormatException ownFont) {
            throw new IllegalStateException(ownFont);
        }
    }

    /**
     * Amounts by year, those above 0 upwards and those below downwards from one line.
     *
     * @param amounts by name, one for each year
     * @param unit of the amounts, for the axis
     */
    public static byte[] byYear(List<String> years, Map<String, double[]> amounts, String unit, int width, int height) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        amounts.forEach((name, values) -> {
            for (int t = 0; t < values.length; t++) {
                data.addValue(values[t], name, years.get(t));
            }
        });
        StackedBarRenderer bars = new StackedBarRenderer();
        CategoryAxis across = new CategoryAxis();
        if (years.size() > MOST_UPRIGHT) {
            across.setCategoryLabelPositions(CategoryLabelPositions.UP_90);
        }
        CategoryPlot plot = new CategoryPlot(data, across, axis(unit), bars);
        look(bars);
        return png(plot, amounts.size() > 1, width, height);
    }

    /** A bar for each name, from the first to the last. */
    public static byte[] bars(Map<String, Double> amounts, String unit, int width, int height) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        amounts.forEach((name, amount) -> data.addValue(amount, "amount", name));
        CategoryAxis across = new CategoryAxis();
        across.setMaximumCategoryLabelLines(2);
        BarRenderer bars = new BarRenderer();
        look(bars);
        return png(new CategoryPlot(data, across, axis(unit), bars), false, width, height);
    }

    /** A bar from a low to a high amount for each name, the first at the top, and a line at the middle amount. */
    public static byte[] ranges(Map<String, double[]> ranges, double middle, String unit, int width, int height) {
        int count = ranges.size();
        Double[][] low = new Double[1][count];
        Double[][] high = new Double[1][count];
        String[] names = new String[count];
        int i = 0;
        for (var range : ranges.entrySet()) {
            names[i] = range.getKey();
            low[0][i] = Math.min(range.getValue()[0], range.getValue()[1]);
            high[0][i] = Math.max(range.getValue()[0], range.getValue()[1]);
            i++;
        }
        DefaultIntervalCategoryDataset data =
                new DefaultIntervalCategoryDataset(new String[] {"range"}, names, low, high);
        IntervalBarRenderer bars = new IntervalBarRenderer();
        CategoryAxis across = new CategoryAxis();
        across.setMaximumCategoryLabelLines(2);
        NumberAxis axis = axis(unit);
        CategoryPlot plot = new CategoryPlot(data, across, axis, bars);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.addRangeMarker(new ValueMarker(middle, Color.BLACK, new BasicStroke(2f)));
        look(bars);
        return png(plot, false, width, height);
    }

    /** Points by label, with their intervals where they have any. What is too long to stand beside the axis stands above it. */
    public static byte[] points(Series series, String across, String up, boolean zeroLine, int width, int height) {
        Map<String, YIntervalSeries> byLabel = new LinkedHashMap<>();
        for (Series.Point point : series.points()) {
            if (Double.isFinite(point.y())) {
                byLabel.computeIfAbsent(point.label(), YIntervalSeries::new)
                        .add(
                                point.x(),
                                point.y(),
                                Double.isFinite(point.low()) ? point.low() : point.y(),
                                Double.isFinite(point.high()) ? point.high() : point.y());
            }
        }
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        byLabel.values().forEach(data::addSeries);
        XYErrorRenderer points = new XYErrorRenderer();
        points.setDrawXError(false);
        Shape[] shapes = shapes();
        int i = 0;
        for (YIntervalSeries each : byLabel.values()) {
            points.setSeriesPaint(i, INKS[i % INKS.length]);
            points.setSeriesShape(i, shapes[i % shapes.length]);
            points.setSeriesLinesVisible(i, each.getItemCount() > 1);
            points.setSeriesStroke(i, new BasicStroke(3f));
            i++;
        }
        points.setErrorStroke(new BasicStroke(2.5f));
        NumberAxis x = axis(across);
        x.setAutoRangeIncludesZero(false);
        x.setNumberFormatOverride(new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.UK)));
        boolean fits = up.length() * LETTER <= height - BESIDE_AXIS;
        NumberAxis y = axis(fits ? up : "");
        y.setAutoRangeIncludesZero(zeroLine);
        XYPlot plot = new XYPlot(data, x, y, points);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        if (zeroLine) {
            plot.addRangeMarker(new ValueMarker(0, Color.BLACK, new BasicStroke(1.5f)));
        }
        return png(plot, fits ? "" : up, byLabel.size() > 1, width, height);
    }

    /** A line that rises at each point and is level to the next, with a line upright at a mark. */
    public static byte[] steps(
            double[] x, double[] y, OptionalDouble mark, String across, String up, int width, int height) {
        XYSeries series = new XYSeries("");
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], y[i]);
        }
        XYStepRenderer line = new XYStepRenderer();
        line.setSeriesPaint(0, INKS[0]);
        line.setSeriesStroke(0, new BasicStroke(3f));
        NumberAxis over = axis(across);
        over.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), over, axis(up), line);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.addRangeMarker(new ValueMarker(0, Color.BLACK, new BasicStroke(1.5f)));
        mark.ifPresent(at -> plot.addDomainMarker(new ValueMarker(at, INKS[1], new BasicStroke(2f))));
        return png(plot, "", false, width, height);
    }

    static Shape[] shapes() {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(0, -7);
        triangle.lineTo(7, 6);
        triangle.lineTo(-7, 6);
        triangle.closePath();
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(0, -8);
        diamond.lineTo(8, 0);
        diamond.lineTo(0, 8);
        diamond.lineTo(-8, 0);
        diamond.closePath();
        return new Shape[] {
            new Ellipse2D.Double(-6, -6, 12, 12), new Rectangle2D.Double(-6, -6, 12, 12), triangle, diamond
        };
    }

    static NumberAxis axis(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.UK)));
        axis.setLabelFont(LETTERS);
        axis.setTickLabelFont(LETTERS);
        return axis;
    }

    private static void look(BarRenderer bars) {
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setDrawBarOutline(true);
        for (int i = 0; i < INKS.length; i++) {
            bars.setSeriesPaint(i, INKS[i]);
            bars.setSeriesOutlinePaint(i, Color.WHITE);
        }
    }

    private static byte[] png(Plot plot, boolean legend, int width, int height) {
        return png(plot, "", legend, width, height);
    }

    /** @param above what stands above the plot, at its left; empty for nothing */
    static byte[] png(Plot plot, String above, boolean legend, int width, int height) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        if (plot instanceof CategoryPlot categories) {
            categories.getDomainAxis().setTickLabelFont(LETTERS.deriveFont(18f));
            categories.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.8f);
            categories.setRangeGridlinePaint(GRID);
            categories.addRangeMarker(new ValueMarker(0, Color.GRAY, new BasicStroke(1f)));
        }
        JFreeChart chart = new JFreeChart(null, LETTERS, plot, legend);
        chart.setBackgroundPaint(Color.WHITE);
        if (!above.isEmpty()) {
            TextTitle title = new TextTitle(above, LETTERS);
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addSubtitle(title);
        }
        chart.setPadding(new org.jfree.chart.ui.RectangleInsets(MARGIN, MARGIN, MARGIN, RIGHT_MARGIN));
        if (legend) {
            chart.getLegend().setItemFont(LETTERS);
            chart.getLegend().setPosition(RectangleEdge.BOTTOM);
            chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // Without transparency, so that a PDF takes in the picture as it is compressed here.
            BufferedImage picture = chart.createBufferedImage(width, height, BufferedImage.TYPE_INT_RGB, null);
            ChartUtils.writeBufferedImageAsPNG(out, picture);
            return out.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
