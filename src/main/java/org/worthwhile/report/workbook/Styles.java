package org.worthwhile.report.workbook;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of cells. An input has a border all round, so that it is known without its colour. */
final class Styles {

    static final String MONEY = "#,##0;-#,##0;0";
    static final String DECIMAL = "0.0000";
    static final String RATIO = "0.00";
    static final String PERCENT = "0.0%";
    static final String ANY = "General";
    /** Of what is typed and stays as it is typed, where a program would take it for a date. */
    static final String TEXT = "@";

    static final String PLAIN = "#,##0.####";

    /** Opacity, red, green and blue, as the standard has colours. */
    private static final byte[] INK = {(byte) 0xFF, (byte) 0x1F, (byte) 0x3A, (byte) 0x5F};

    private static final byte[] INPUT_FILL = {(byte) 0xFF, (byte) 0xFF, (byte) 0xF8, (byte) 0xDC};

    final XSSFCellStyle title;
    final XSSFCellStyle heading;
    final XSSFCellStyle yearHeading;
    final XSSFCellStyle label;
    final XSSFCellStyle text;
    final XSSFCellStyle wrapped;
    final XSSFCellStyle link;

    private final XSSFWorkbook workbook;
    private final java.util.Set<Short> inputs = new java.util.HashSet<>();
    private final java.util.Map<String, XSSFCellStyle> made = new java.util.HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.title = style(font(16, true));
        title.setVerticalAlignment(VerticalAlignment.BOTTOM);
        this.heading = style(font(11, true));
        heading.setBorderBottom(BorderStyle.MEDIUM);
        heading.setWrapText(true);
        heading.setVerticalAlignment(VerticalAlignment.BOTTOM);
        this.yearHeading = workbook.createCellStyle();
        yearHeading.cloneStyleFrom(heading);
        yearHeading.setAlignment(HorizontalAlignment.RIGHT);
        yearHeading.setWrapText(true);
        this.label = style(font(11, true));
        this.text = style(font(11, false));
        this.wrapped = style(font(11, false));
        wrapped.setWrapText(true);
        XSSFFont underlined = font(11, true);
        underlined.setUnderline(FontUnderline.SINGLE);
        this.link = style(underlined);
    }

    /** The look of a text that a spreadsheet program would take for a formula: it stays text when its cell is edited. */
    XSSFCellStyle quoted(XSSFCellStyle style) {
        return made.computeIfAbsent("quoted " + style.getIndex(), _ -> {
            XSSFCellStyle quoted = workbook.createCellStyle();
            quoted.cloneStyleFrom(style);
            quoted.setQuotePrefixed(true);
            return quoted;
        });
    }

    /** A calculated number. */
    XSSFCellStyle number(String format) {
        return made.computeIfAbsent("number " + format, _ -> {
            XSSFCellStyle style = style(font(11, false));
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setAlignment(HorizontalAlignment.RIGHT);
            return style;
        });
    }

    /** A calculated number that is a result. */
    XSSFCellStyle result(String format) {
        return made.computeIfAbsent("result " + format, _ -> {
            XSSFCellStyle style = style(font(11, true));
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setBorderTop(BorderStyle.THIN);
            return style;
        });
    }

    /** A cell to type in. */
    XSSFCellStyle input(String format) {
        return made.computeIfAbsent("input " + format, _ -> {
            XSSFCellStyle style = style(font(11, false));
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setFillForegroundColor(new org.apache.poi.xssf.usermodel.XSSFColor(INPUT_FILL));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            for (var side : org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide.values()) {
                style.setBorderColor(
                        side, new org.apache.poi.xssf.usermodel.XSSFColor(IndexedColors.GREY_50_PERCENT, null));
            }
            style.setLocked(false);
            inputs.add(style.getIndex());
            return style;
        });
    }

    /** Whether a cell of the style is one to type in. */
    boolean isInput(XSSFCellStyle style) {
        return inputs.contains(style.getIndex());
    }

    private XSSFCellStyle style(XSSFFont font) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFFont font(int points, boolean strong) {
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) points);
        font.setBold(strong);
        if (strong) {
            font.setColor(new org.apache.poi.xssf.usermodel.XSSFColor(INK));
        }
        return font;
    }
}
