package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.report.SensitivityText;

/** What options come to at other discount rates and without what their results may lean on; values, and the sheet says so. */
final class SensitivitySheet {

    private SensitivitySheet() {}

    static void fill(SheetWriter sheet, Styles styles, Appraisal appraisal) {
        sheet.title(
                "Other rates",
                "Values, not formulas: they do not follow changes of inputs. One thing is taken otherwise at a time.");
        sheet.headings(List.of("Option", "Where", "PVB", "PVC", "NPSV", "BCR"), 2);
        for (OptionResult result : appraisal.options()) {
            for (SensitivityText.Row taken : SensitivityText.rows(result)) {
                int row = sheet.row();
                sheet.text(row, 0, result.option().title());
                sheet.text(row, 1, taken.what());
                sheet.number(row, 2, taken.indicators().pvb(), styles.number(Styles.MONEY));
                sheet.number(row, 3, taken.indicators().pvc(), styles.number(Styles.MONEY));
                sheet.number(row, 4, taken.indicators().npsv(), styles.number(Styles.MONEY));
                if (taken.indicators().bcr().value().isPresent()) {
                    sheet.number(row, 5, taken.indicators().bcr().value().getAsDouble(), styles.number(Styles.RATIO));
                } else {
                    sheet.text(row, 5, "not meaningful");
                }
            }
            int rate = sheet.row();
            sheet.text(rate, 0, result.option().title());
            sheet.text(rate, 1, SensitivityText.SWITCHING_RATE + ": " + SensitivityText.switchingRate(result));
            int annual = sheet.row();
            sheet.text(annual, 0, result.option().title());
            sheet.text(annual, 1, SensitivityText.ANNUAL_VALUE);
            sheet.number(annual, 4, result.equivalentAnnualValue(), styles.number(Styles.MONEY));
        }
        sheet.widths(44, 70, 18, 18, 18, 16);
    }
}
