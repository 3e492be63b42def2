package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Charts of the spreadsheet program's own, which follow the cells that they are drawn from. Each has a text in its place. They
 * are drawn at the end, when the cells have their values, which a chart carries until the program draws it anew.
 */
final class NativeCharts {

    private static final String[] INKS = {"1F3A5F", "D98E04", "3B8EA5", "8A2D3B", "6B7A8F"};
    private static final MarkerStyle[] MARKS = {
        MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE, MarkerStyle.DIAMOND, MarkerStyle.X
    };
    private static final int OVERLAP = 100;
    private static final int GAP = 40;

    private final List<Runnable> wanted = new ArrayList<>();

    /** Where a chart stands, in columns and rows from 0. */
    record Place(XSSFSheet sheet, int column, int row, int lastColumn, int lastRow) {}

    /** Draws all that were asked for. */
    void draw() {
        Locale before = LocaleUtil.getUserLocale();
        LocaleUtil.setUserLocale(
                Locale.UK); // the language of the charts' texts, which the library takes from the computer
        try {
            wanted.forEach(Runnable::run);
        } finally {
            LocaleUtil.setUserLocale(before);
        }
    }

    /**
     * A series of cells.
     *
     * @param shown whether it is drawn; one that is not lifts those stacked on it
     */
    record Cells(String name, XSSFSheet from, CellRangeAddress range, boolean shown, int ink) {}

    /** Stacked columns. */
    void columns(
            Place place, String title, String alternative, XSSFSheet from, CellRangeAddress names, List<Cells> series) {
        wanted.add(() -> bars(place, title, alternative, from, names, series, BarDirection.COL));
    }

    /** Bars from one line to both sides, the first name at the top. */
    void sideways(
            Place place, String title, String alternative, XSSFSheet from, CellRangeAddress names, List<Cells> series) {
        wanted.add(() -> bars(place, title, alternative, from, names, series, BarDirection.BAR));
    }

    private void bars(
            Place place,
            String title,
            String alternative,
            XSSFSheet from,
            CellRangeAddress names,
            List<Cells> series,
            BarDirection direction) {
        boolean legend = series.size() > 1 && series.stream().allMatch(Cells::shown);
        XSSFChart chart = chart(place, title, alternative, legend);
        boolean sideways = direction == BarDirection.BAR;
        XDDFCategoryAxis across = chart.createCategoryAxis(sideways ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        across.setTickLabelPosition(AxisTickLabelPosition.LOW);
        XDDFValueAxis up = chart.createValueAxis(sideways ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        up.setCrosses(AxisCrosses.AUTO_ZERO);
        up.setNumberFormat("#,##0");
        if (sideways) {
            across.setOrientation(AxisOrientation.MAX_MIN);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, across, up);
        data.setBarDirection(direction);
        data.setBarGrouping(BarGrouping.STACKED);
        data.setOverlap((byte) OVERLAP);
        data.setGapWidth(GAP);
        var categories = texts(from, names);
        for (Cells cells : series) {
            var each = data.addSeries(categories, numbers(cells));
            each.setTitle(cells.name(), null);
            XDDFShapeProperties look = new XDDFShapeProperties();
            look.setFillProperties(cells.shown() ? ink(cells.ink()) : new XDDFNoFillProperties());
            each.setShapeProperties(look);
        }
        plot(data);
    }

    /** Lines of probabilities: the x of each point in a column of its own and the probability in one that all share. */
    void curves(Place place, String title, String alternative, List<Cells> xs, Cells ys, String across, String up) {
        wanted.add(() -> scatter(place, title, alternative, xs, ys, across, up, true));
    }

    /** One line of points, the x of each in one column and the y in another. */
    void line(Place place, String title, String alternative, Cells xs, Cells ys, String across, String up) {
        wanted.add(() -> scatter(place, title, alternative, List.of(xs), ys, across, up, false));
    }

    private void scatter(
            Place place,
            String title,
            String alternative,
            List<Cells> xs,
            Cells ys,
            String across,
            String up,
            boolean probabilities) {
        XSSFChart chart = chart(place, title, alternative, xs.size() > 1);
        XDDFValueAxis x = chart.createValueAxis(AxisPosition.BOTTOM);
        x.setTitle(across);
        x.setNumberFormat("#,##0");
        x.setTickLabelPosition(AxisTickLabelPosition.LOW);
        XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
        y.setTitle(up);
        y.setCrosses(AxisCrosses.MIN);
        y.setNumberFormat(probabilities ? "0%" : "#,##0");
        if (probabilities) {
            y.setMinimum(0);
            y.setMaximum(1);
        }
        XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, x, y);
        data.setStyle(ScatterStyle.LINE_MARKER);
        int i = 0;
        for (Cells cells : xs) {
            XDDFScatterChartData.Series each =
                    (XDDFScatterChartData.Series) data.addSeries(numbers(cells), numbers(ys));
            each.setTitle(cells.name(), null);
            each.setSmooth(false);
            each.setMarkerStyle(MARKS[i % MARKS.length]);
            XDDFShapeProperties look = new XDDFShapeProperties();
            look.setLineProperties(new XDDFLineProperties(ink(i)));
            each.setShapeProperties(look);
            i++;
        }
        plot(data);
    }

    /** Each series by itself: to plot a chart as a whole, the library would first make a workbook of its own for its data. */
    private static void plot(XDDFChartData data) {
        for (int i = 0; i < data.getSeriesCount(); i++) {
            data.getSeries(i).plot();
        }
    }

    private XSSFChart chart(Place place, String title, String alternative, boolean legend) {
        XSSFDrawing drawing = place.sheet().createDrawingPatriarch();
        XSSFChart chart = drawing.createChart(
                drawing.createAnchor(0, 0, 0, 0, place.column(), place.row(), place.lastColumn(), place.lastRow()));
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        if (legend) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        var anchors = drawing.getCTDrawing().getTwoCellAnchorArray();
        var named = anchors[anchors.length - 1]
                .getGraphicFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        named.setName(title);
        named.setDescr(alternative);
        return chart;
    }

    private static XDDFNumericalDataSource<Double> numbers(Cells cells) {
        List<Double> values = new ArrayList<>();
        cells.range()
                .forEach(address -> values.add(cell(cells.from(), address.getRow(), address.getColumn())
                        .getNumericCellValue()));
        return XDDFDataSourcesFactory.fromArray(
                values.toArray(Double[]::new),
                cells.range().formatAsString(cells.from().getSheetName(), true));
    }

    private static XDDFCategoryDataSource texts(XSSFSheet from, CellRangeAddress range) {
        List<String> values = new ArrayList<>();
        range.forEach(address ->
                values.add(cell(from, address.getRow(), address.getColumn()).getStringCellValue()));
        return XDDFDataSourcesFactory.fromArray(
                values.toArray(String[]::new), range.formatAsString(from.getSheetName(), true));
    }

    private static XSSFCell cell(XSSFSheet from, int row, int column) {
        return from.getRow(row).getCell(column);
    }

    private static XDDFSolidFillProperties ink(int number) {
        return new XDDFSolidFillProperties(XDDFColor.from(bytes(INKS[number % INKS.length])));
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
