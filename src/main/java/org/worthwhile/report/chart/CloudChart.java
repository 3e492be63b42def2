package org.worthwhile.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws trials as points. */
public final class CloudChart {

    private CloudChart() {}

    /**
     * A cloud of points with one point among them that counts more, and the line on which both amounts are the same.
     *
     * @param x of each point, at least one
     * @param y of each point
     * @param cloud what the points are called
     * @param central the x and the y of the one
     * @param one what that is called
     */
    public static byte[] png(
            double[] x,
            double[] y,
            String cloud,
            double[] central,
            String one,
            String across,
            String up,
            int width,
            int height) {
        XYSeries all = new XYSeries(cloud, false);
        for (int i = 0; i < x.length; i++) {
            all.add(x[i], y[i]);
        }
        XYSeries single = new XYSeries(one);
        single.add(central[0], central[1]);
        XYSeries level = new XYSeries("as much as it costs");
        double low = Math.min(0, Arrays.stream(x).min().orElse(0));
        double high = Math.max(central[0], Arrays.stream(x).max().orElse(0));
        level.add(low, low);
        level.add(high, high);
        XYSeriesCollection data = new XYSeriesCollection(single);
        data.addSeries(all);
        data.addSeries(level);
        XYLineAndShapeRenderer points = new XYLineAndShapeRenderer(false, true);
        points.setSeriesPaint(0, Charts.INKS[1]);
        points.setSeriesShape(0, Charts.shapes()[3]);
        points.setSeriesPaint(1, Charts.INKS[0]);
        points.setSeriesShape(1, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        points.setSeriesPaint(2, Charts.INKS[4]);
        points.setSeriesLinesVisible(2, true);
        points.setSeriesShapesVisible(2, false);
        points.setSeriesStroke(2, new BasicStroke(2f));
        XYPlot plot = new XYPlot(data, Charts.axis(across), Charts.axis(up), points);
        plot.setDomainGridlinePaint(Charts.GRID);
        plot.setRangeGridlinePaint(Charts.GRID);
        return Charts.png(plot, "", true, width, height);
    }
}
