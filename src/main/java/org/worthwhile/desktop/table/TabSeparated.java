package org.worthwhile.desktop.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as spreadsheets put them on the clipboard: tabs between cells, quotation marks around a cell with line breaks. */
final class TabSeparated {

    private TabSeparated() {}

    static String write(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TabSeparated::quoted).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String cell) {
        boolean isPlain = cell.indexOf('\t') < 0 && cell.indexOf('\n') < 0 && !cell.startsWith("\"");
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quoted && letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (letter == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && letter == '\t') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && letter == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (quoted || letter != '\r') {
                cell.append(letter);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
