package org.worthwhile.report.workbook;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.OptimismBias;

/** The inputs of every cost line, a row each. */
final class CostInputs {

    private static final List<String> HEADINGS = List.of(
            "Option",
            "Line",
            "Title",
            "Bearer",
            "Kind",
            "Sunk",
            "Transfer",
            "Prices",
            "Price year",
            "From",
            "To",
            "Amount a year",
            "Real growth a year",
            "Uplift before mitigation",
            "Share mitigated",
            "Uplift for optimism",
            "Sign",
            "From year",
            "To year",
            "Factor to the price year",
            "Source");
    private static final int BEARER = 3;
    private static final int KIND = 4;
    private static final int SUNK = 5;
    private static final int TRANSFER = 6;
    private static final int PRICES = 7;
    private static final int PRICE_YEAR = 8;
    private static final int FROM = 9;
    private static final int TO = 10;
    private static final int ANNUAL = 11;
    private static final int GROWTH = 12;
    private static final int UPPER = 13;
    private static final int MITIGATION = 14;
    private static final int UPLIFT = 15;
    private static final int SIGN = 16;
    private static final int FIRST = 17;
    private static final int LAST = 18;
    private static final int DEFLATOR = 19;
    private static final int SOURCE = 20;

    private final SheetWriter sheet;
    private final Styles styles;
    private final LineInputs byYear;
    private final ParameterSheet parameters;
    private final AppraisalSettings settings;
    private final SettingsSheet settingsSheet;
    private final PriceSheet prices;
    private final Map<String, Integer> rows = new HashMap<>();

    CostInputs(
            SheetWriter sheet,
            Styles styles,
            LineInputs byYear,
            ParameterSheet parameters,
            AppraisalSettings settings,
            SettingsSheet settingsSheet,
            PriceSheet prices,
            List<String> bearers) {
        this.sheet = sheet;
        this.styles = styles;
        this.byYear = byYear;
        this.parameters = parameters;
        this.settings = settings;
        this.settingsSheet = settingsSheet;
        this.prices = prices;
        sheet.title("Inputs: costs", "A row for each cost line. Bordered cells are inputs.");
        int headings = sheet.headings(HEADINGS);
        sheet.widths(18, 18, 40, 16, 16, 9, 9, 9, 11, 11, 11, 15, 12, 16, 12, 12, 7, 9, 9, 14, 40);
        sheet.freeze(3, headings + 1);
        rules(sheet.inputs(), bearers);
    }

    private static void rules(GuardedInputs inputs, List<String> bearers) {
        inputs.rule(BEARER, new InputRule.OneOf(bearers));
        inputs.rule(
                KIND,
                new InputRule.OneOf(
                        Stream.of(CostKind.values()).map(JsonText::nameOf).toList()));
        inputs.rule(SUNK, InputRule.yesOrNo());
        inputs.rule(TRANSFER, InputRule.yesOrNo());
        inputs.rule(PRICES, new InputRule.OneOf(List.of("real", "nominal")));
        List.of(PRICE_YEAR, FROM, TO).forEach(column -> inputs.rule(column, new InputRule.Year()));
        inputs.rule(ANNUAL, InputRule.amount());
        inputs.rule(GROWTH, InputRule.of(InputKind.REAL_GROWTH));
        inputs.rule(UPPER, InputRule.of(InputKind.UPLIFT));
        inputs.rule(MITIGATION, InputRule.of(InputKind.MITIGATION));
        inputs.rule(UPLIFT, InputRule.of(InputKind.UPLIFT));
    }

    void add(String option, CostResult result) {
        CostLine cost = result.line();
        int row = sheet.row();
        rows.put(option + "/" + cost.id(), row);
        sheet.text(row, 0, option);
        sheet.text(row, 1, cost.id());
        sheet.text(row, 2, cost.title());
        input(row, BEARER, cost.bearer());
        input(row, KIND, JsonText.nameOf(cost.kind()));
        input(row, SUNK, cost.sunk() ? "yes" : "no");
        input(row, TRANSFER, cost.transfer() ? "yes" : "no");
        input(row, PRICES, cost.basis().real() ? "real" : "nominal");
        year(row, PRICE_YEAR, cost.basis().priceYear());
        switch (cost.amount()) {
            case Amount.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) -> {
                year(row, FROM, from);
                year(row, TO, to);
                parameters.put(sheet, row, ANNUAL, annual, styles.input(Styles.MONEY));
                parameters.put(sheet, row, GROWTH, growth, styles.input(Styles.PERCENT));
                begins(row, FIRST, FROM);
                begins(row, LAST, TO);
            }
            case Amount.Schedule schedule -> {
                sheet.text(row, ANNUAL, "by year");
                byYear.addSchedule(option, cost.id(), cost.title(), schedule.amounts());
            }
        }
        addUplift(row, result);
        String kind = SheetWriter.here(row, KIND);
        sheet.formula(
                row,
                SIGN,
                "IF(OR(" + kind + "=\"receipt\"," + kind + "=\"residual-value\"," + kind + "=\"avoided-cost\"),-1,1)",
                styles.number("0"));
        sheet.formula(
                row,
                DEFLATOR,
                prices.factor(SettingsSheet.startOf(SheetWriter.here(row, PRICE_YEAR)), settingsSheet.priceYear()),
                styles.number(Styles.DECIMAL));
        sheet.text(row, SOURCE, cost.source());
    }

    private void begins(int row, int column, int label) {
        sheet.formula(row, column, SettingsSheet.startOf(SheetWriter.here(row, label)), styles.number("0"));
    }

    private void addUplift(int row, CostResult result) {
        boolean byGrade =
                settings.confidenceCorrections() && result.line().confidence().isPresent();
        if (!byGrade && result.line().optimismBias().orElse(null) instanceof OptimismBias.Mitigated mitigated) {
            double mitigation = mitigated.mitigation().value();
            double upper = mitigation == 1 ? 0 : result.uplift() / (1 - mitigation);
            sheet.number(row, UPPER, upper, styles.input(Styles.PERCENT));
            parameters.put(sheet, row, MITIGATION, mitigated.mitigation(), styles.input(Styles.PERCENT));
            sheet.formula(
                    row,
                    UPLIFT,
                    SheetWriter.here(row, UPPER) + "*(1-" + SheetWriter.here(row, MITIGATION) + ")",
                    styles.number(Styles.PERCENT));
        } else if (!byGrade && result.line().optimismBias().orElse(null) instanceof OptimismBias.Explicit explicit) {
            parameters.put(sheet, row, UPLIFT, explicit.uplift(), styles.input(Styles.PERCENT));
        } else {
            sheet.number(row, UPLIFT, result.uplift(), styles.input(Styles.PERCENT));
        }
    }

    private void year(int row, int column, FinancialYear year) {
        sheet.text(row, column, year.label(), styles.input(Styles.TEXT));
    }

    private void input(int row, int column, String text) {
        sheet.text(row, column, text, styles.input(Styles.ANY));
    }

    /** That no line ends before it begins. */
    List<WorkbookCheck> checks() {
        return rows.isEmpty()
                ? List.of()
                : List.of(WorkbookCheck.count(
                        "Years of costs",
                        CellCounts.of(column(LAST) + "<" + column(FIRST)),
                        0,
                        "No cost line ends before it begins."));
    }

    /** The cells of a column and its heading, so that there are several. */
    private String column(int column) {
        return sheet.block(Collections.min(rows.values()) - 1, column, Collections.max(rows.values()), column);
    }

    String bearer(String option, CostLine cost) {
        return cell(option, cost, BEARER);
    }

    /** Under which heading the line counts: sunk, transfer, public or other. */
    String standing(String option, CostLine cost) {
        return "IF(" + cell(option, cost, SUNK) + "=\"yes\",\"sunk\",IF(" + cell(option, cost, TRANSFER)
                + "=\"yes\",\"transfer\",IF(" + settingsSheet.sectorOf(bearer(option, cost))
                + "=\"public\",\"public\",\"other\")))";
    }

    String uplift(String option, CostLine cost) {
        return cell(option, cost, UPLIFT);
    }

    /** Money out, real and before uplift, in the year of a column. */
    String beforeUplift(String option, CostLine cost, int column, FactorSheet factors) {
        String year = factors.start(column);
        String first = cell(option, cost, FIRST);
        String amount = switch (cost.amount()) {
            case Amount.Annual _ ->
                "IF(AND(" + year + ">=" + first + "," + year + "<=" + cell(option, cost, LAST) + "),"
                        + cell(option, cost, ANNUAL) + "*(1+" + cell(option, cost, GROWTH) + ")^(" + year + "-" + first
                        + "),0)";
            case Amount.Schedule _ -> byYear.amount(option, cost.id(), column);
        };
        return cell(option, cost, SIGN) + "*" + amount + "*IF(" + cell(option, cost, PRICES) + "=\"real\","
                + cell(option, cost, DEFLATOR) + "," + factors.deflator(column) + ")";
    }

    /** The same of all years together, by one formula of whole rows. */
    String totalBeforeUplift(String option, CostLine cost, FactorSheet factors) {
        String years = factors.starts();
        String first = cell(option, cost, FIRST);
        String begun = "(" + years + ">=" + first + ")";
        String amounts = switch (cost.amount()) {
            case Amount.Annual _ ->
                begun + "*(" + years + "<=" + cell(option, cost, LAST) + ")*" + cell(option, cost, ANNUAL) + "*(1+"
                        + cell(option, cost, GROWTH) + ")^((" + years + "-" + first + ")*" + begun + ")";
            case Amount.Schedule _ -> byYear.amounts(option, cost.id());
        };
        return cell(option, cost, SIGN) + "*"
                + CellCounts.sum(
                        amounts + "*" + factors.prices(cell(option, cost, PRICES), cell(option, cost, DEFLATOR)));
    }

    private String cell(String option, CostLine cost, int column) {
        Integer row = rows.get(option + "/" + cost.id());
        if (row == null) {
            throw new IllegalStateException("No row for " + option + "/" + cost.id());
        }
        return sheet.at(row, column);
    }
}
