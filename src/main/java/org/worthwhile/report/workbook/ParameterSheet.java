package org.worthwhile.report.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Parameters;

/** What lines share, a row each; the inputs that rest on it are formulas of it. */
final class ParameterSheet {

    private static final int VALUE = 2;

    private final SheetWriter sheet;
    private final Styles styles;
    private final Parameters parameters;
    private final Map<String, Integer> rows = new HashMap<>();

    private ParameterSheet(SheetWriter sheet, Styles styles, Parameters parameters) {
        this.sheet = sheet;
        this.styles = styles;
        this.parameters = parameters;
    }

    /** The sheet, which a workbook without parameters does without; figures are then numbers. */
    static ParameterSheet of(Sheets sheets, SheetWriter any, Styles styles, Parameters parameters) {
        if (parameters.all().isEmpty()) {
            return new ParameterSheet(any, styles, parameters);
        }
        ParameterSheet made = new ParameterSheet(sheets.add("Parameters"), styles, parameters);
        made.fill();
        return made;
    }

    private void fill() {
        sheet.title("Inputs: parameters", "Figures that several lines share. Bordered cells are inputs.");
        int headings = sheet.headings(List.of("Id", "Title", "Value", "Measured in", "Source"));
        sheet.widths(18, 44, 14, 24, 40);
        sheet.freeze(1, headings + 1);
        sheet.inputs().others(InputRule.amount());
        // Those that rest on another come after all that have a number.
        for (boolean rests : new boolean[] {false, true}) {
            for (Parameter parameter : parameters.all()) {
                if (parameter.figure().shared().isPresent() == rests) {
                    int row = sheet.row();
                    rows.put(parameter.id(), row);
                    sheet.text(row, 0, parameter.id());
                    sheet.text(row, 1, parameter.title());
                    put(sheet, row, VALUE, parameter.figure(), styles.input(Styles.DECIMAL));
                    sheet.text(
                            row, 3, parameter.unit().map(InputKind.Unit::words).orElse(""));
                    sheet.text(row, 4, parameter.source());
                }
            }
        }
    }

    /**
     * Puts a figure into a cell of any sheet: as a number, or as the parameter's cell times a factor, which is no input, since it is
     * changed where the parameter is.
     */
    void put(SheetWriter target, int row, int column, Figure figure, XSSFCellStyle style) {
        Optional<Figure.Shared> origin = figure.shared().flatMap(parameters::origin);
        Integer known = origin.map(shared -> rows.get(shared.parameter())).orElse(null);
        if (origin.isPresent() && known != null) {
            double times = origin.get().times();
            String factor = times == 1 ? "" : "*(" + BigDecimal.valueOf(times).toPlainString() + ")";
            target.formula(row, column, sheet.at(known, VALUE) + factor, styles.number(style.getDataFormatString()));
        } else {
            target.number(row, column, figure.value(), style);
        }
    }
}
