package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Column;
import org.xml.sax.SAXException;

/** Sheets of an {@code .xlsx} workbook, read cell by cell so that they need not fit into memory. */
final class SheetStream {

    private final SheetSink rows;
    private final ReadOnlySharedStringsTable strings;
    private final boolean[] dates;
    private final boolean[] percents;
    private final String[] currencies;
    private final boolean from1904;
    private int row;
    private int column;

    private SheetStream(
            SheetSink rows,
            ReadOnlySharedStringsTable strings,
            boolean[] dates,
            boolean[] percents,
            String[] currencies,
            boolean from1904) {
        this.rows = rows;
        this.strings = strings;
        this.dates = dates;
        this.percents = percents;
        this.currencies = currencies;
        this.from1904 = from1904;
    }

    /** Reads the first sheet. */
    static void read(Path file, SheetSink rows) throws IOException {
        read(file, 1, (_, _) -> rows);
    }

    /** Reads every sheet. */
    static void readAll(Path file, Sinks sinks) throws IOException {
        read(file, Integer.MAX_VALUE, sinks);
    }

    /** What the rows of a sheet are told to, by its name and by whether it is hidden. */
    @FunctionalInterface
    interface Sinks {
        SheetSink of(String sheet, boolean hidden);
    }

    private static void read(Path file, int most, Sinks sinks) throws IOException {
        try (OPCPackage workbook = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(workbook);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(workbook, false);
            boolean[] dates =
                    styles(reader, style -> DateUtil.isADateFormat(style.getDataFormat(), style.getDataFormatString()));
            boolean[] percents = styles(reader, SheetStream::isPercent);
            String[] currencies = currencies(reader);
            boolean from1904 = isFrom1904(reader);
            Set<String> hidden = hidden(reader);
            if (!(reader.getSheetsData() instanceof XSSFReader.SheetIterator sheets) || !sheets.hasNext()) {
                throw new IOException("There is no sheet.");
            }
            for (int i = 0; i < most && sheets.hasNext(); i++) {
                try (InputStream sheet = sheets.next()) {
                    String name = sheets.getSheetName();
                    new SheetStream(
                                    sinks.of(name, hidden.contains(name)),
                                    strings,
                                    dates,
                                    percents,
                                    currencies,
                                    from1904)
                            .read(xml(sheet));
                }
            }
        } catch (OpenXML4JException | SAXException | XMLStreamException | NoClassDefFoundError damaged) {
            // The library of packages names compressions that no office program writes and that others would have to
            // undo.
            throw new IOException(damaged);
        }
    }

    private static XMLStreamReader xml(InputStream part) throws XMLStreamException {
        return XMLHelper.newXMLInputFactory().createXMLStreamReader(part);
    }

    /** Which styles of cells are of a kind. */
    private static boolean[] styles(XSSFReader reader, Predicate<CellStyle> kind)
            throws IOException, OpenXML4JException {
        @Nullable StylesTable styles = reader.getStylesTable();
        boolean[] found = new boolean[styles == null ? 0 : styles.getNumCellStyles()];
        for (int i = 0; styles != null && i < found.length; i++) {
            found[i] = kind.test(styles.getStyleAt(i));
        }
        return found;
    }

    private static String[] currencies(XSSFReader reader) throws IOException, OpenXML4JException {
        @Nullable StylesTable styles = reader.getStylesTable();
        String[] currencies = new String[styles == null ? 0 : styles.getNumCellStyles()];
        for (int i = 0; styles != null && i < currencies.length; i++) {
            currencies[i] = ShownCurrency.of(styles.getStyleAt(i));
        }
        return currencies;
    }

    /** Whether a style shows its number in per cent. */
    static boolean isPercent(CellStyle style) {
        @Nullable String format = style.getDataFormatString();
        return format != null && format.contains("%");
    }

    /** Whether the workbook counts days from 1904, as those of old Macintoshes do. */
    private static boolean isFrom1904(XSSFReader reader) throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream part = reader.getWorkbookData()) {
            XMLStreamReader xml = xml(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("workbookPr")) {
                    return isTrue(xml.getAttributeValue(null, "date1904"));
                }
            }
        }
        return false;
    }

    /** The names of the sheets that are not shown. */
    private static Set<String> hidden(XSSFReader reader) throws IOException, OpenXML4JException, XMLStreamException {
        Set<String> hidden = new HashSet<>();
        try (InputStream part = reader.getWorkbookData()) {
            XMLStreamReader xml = xml(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")
                        && String.valueOf(xml.getAttributeValue(null, "state")).endsWith("idden")) {
                    hidden.add(String.valueOf(xml.getAttributeValue(null, "name")));
                }
            }
        }
        return hidden;
    }

    private static boolean isTrue(@Nullable String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "row" -> {
                            String number = xml.getAttributeValue(null, "r");
                            row = number == null ? row + 1 : Integer.parseInt(number);
                            column = -1;
                            if (isTrue(xml.getAttributeValue(null, "hidden"))) {
                                rows.hiddenRow(row);
                            }
                        }
                        case "c" -> cell(xml);
                        case "col" -> columns(xml);
                        case "mergeCell" -> rows.merged(String.valueOf(xml.getAttributeValue(null, "ref")));
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if ((xml.getLocalName().equals("sheetData") && !rows.needsMerges())
                            || (xml.getLocalName().equals("row") && !rows.end(row))) {
                        return;
                    }
                }
                default -> {}
            }
        }
    }

    private void columns(XMLStreamReader xml) {
        if (isTrue(xml.getAttributeValue(null, "hidden"))) {
            rows.hiddenColumns(
                    Integer.parseInt(xml.getAttributeValue(null, "min")) - 1,
                    Integer.parseInt(xml.getAttributeValue(null, "max")) - 1);
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        String reference = xml.getAttributeValue(null, "r");
        column = reference == null ? column + 1 : column(reference);
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        boolean inValue = false;
        boolean formula = false;
        int phonetic = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String element = xml.getLocalName();
                    phonetic += element.equals("rPh") ? 1 : 0;
                    formula |= element.equals("f");
                    inValue = phonetic == 0 && (element.equals("v") || element.equals("t"));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inValue) {
                        value.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inValue = false;
                    if (xml.getLocalName().equals("c")) {
                        tell(type == null ? "n" : type, style, value.toString(), formula);
                        return;
                    }
                    phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                }
                default -> {}
            }
        }
    }

    private void tell(String type, @Nullable String style, String value, boolean formula) {
        if (formula && value.isEmpty() && type.equals("n")) {
            rows.notComputed(column);
        } else if (type.equals("e")) {
            rows.error(column, value);
        } else if (type.equals("n") && !value.isEmpty() && (style == null || !dates[Integer.parseInt(style)])) {
            if (style != null && percents[Integer.parseInt(style)]) {
                rows.percent(column, number(value, false));
            } else if (style != null && !currencies[Integer.parseInt(style)].isEmpty()) {
                rows.money(column, number(value, false), currencies[Integer.parseInt(style)]);
            } else {
                rows.number(column, number(value, false));
            }
        } else {
            rows.put(column, text(type, style, value));
        }
    }

    /** The column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) {
        int number = 0;
        for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            number = Math.addExact(Math.multiplyExact(number, 26), reference.charAt(i) - 'A' + 1);
        }
        return number - 1;
    }

    private String text(String type, @Nullable String style, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" -> strings.getItemAt(Integer.parseInt(value)).getString();
            case "b" -> isTrue(value) ? "1" : "0";
            case "d" -> value.substring(0, Math.min(value.length(), "2026-04-01".length()));
            case "n" -> number(value, style != null && dates[Integer.parseInt(style)]);
            default -> value;
        };
    }

    private String number(String value, boolean date) {
        double number = Double.parseDouble(value);
        if (!date || !DateUtil.isValidExcelDate(number)) {
            return Column.Numeric.text(number);
        }
        return DateUtil.getLocalDateTime(number, from1904).toLocalDate().toString();
    }
}
