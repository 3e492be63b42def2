package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.Increment;
import org.worthwhile.appraisal.Increment.Step;
import org.worthwhile.report.IncrementText;
import org.worthwhile.report.Wording;

/**
 * The options compared step by step. What an option adds is a formula; which options are dominated, and so with which one it
 * is compared, is the program's.
 */
final class IncrementSheet {

    /** Characters that fit into the column of where an option stands. */
    private static final int STANDING_WIDTH = 56;

    private final SheetWriter sheet;
    private final Styles styles;

    IncrementSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void fill(Appraisal appraisal, ResultSheet results) {
        IncrementText text = IncrementText.of(appraisal, Wording.BRITISH);
        sheet.title(
                "Options compared step by step",
                IncrementText.COMPARED,
                IncrementText.LEFT_OUT,
                "Where options stand, and what one more of an outcome costs, was found when the workbook was written: write it anew"
                        + " after changing inputs.");
        sheet.section("In money");
        sheet.headings(List.of("Option", "Where it stands", "Compared with", "More cost", "More benefit", "Ratio"), 3);
        for (Increment increment : appraisal.increments()) {
            int row = standing(increment, appraisal, text);
            increment.step().map(Step::against).ifPresent(against -> {
                sheet.formula(row, 3, difference(results.pvc(increment.option()), results.pvc(against)), money());
                sheet.formula(row, 4, difference(results.pvb(increment.option()), results.pvb(against)), money());
                increment
                        .step()
                        .flatMap(IncrementSheet::ratio)
                        .ifPresentOrElse(
                                _ -> sheet.formula(
                                        row,
                                        5,
                                        "IF(" + SheetWriter.here(row, 3) + ">0," + SheetWriter.here(row, 4) + "/"
                                                + SheetWriter.here(row, 3) + ",\"not meaningful\")",
                                        styles.number(Styles.RATIO)),
                                () -> sheet.text(row, 5, "not meaningful"));
            });
        }
        appraisal.costEffectiveness().forEach(compared -> units(compared, appraisal, text));
        sheet.widths(44, 60, 44, 18, 18, 18);
    }

    private void units(CostEffectiveness compared, Appraisal appraisal, IncrementText text) {
        String unit = IncrementText.unit(appraisal, compared);
        sheet.skip(1);
        sheet.section("Public cost for one more " + unit + ", both as present values");
        sheet.headings(
                List.of("Option", "Where it stands", "Compared with", "More cost", "More " + unit, "Cost for one more"),
                3);
        for (Increment increment : compared.rows()) {
            int row = standing(increment, appraisal, text);
            increment.step().ifPresent(step -> {
                sheet.number(row, 3, step.cost(), money());
                sheet.number(row, 4, step.benefit(), styles.number(Styles.PLAIN));
                if (step.icer().value().isPresent()) {
                    sheet.number(row, 5, step.icer().value().getAsDouble(), styles.number("#,##0.00"));
                } else {
                    sheet.text(row, 5, "not meaningful");
                }
            });
        }
    }

    private int standing(Increment increment, Appraisal appraisal, IncrementText text) {
        int row = sheet.row();
        sheet.text(row, 0, appraisal.option(increment.option()).option().title());
        sheet.wrapped(row, 1, text.standing(increment), STANDING_WIDTH);
        sheet.text(
                row,
                2,
                increment
                        .step()
                        .map(step -> appraisal.option(step.against()).option().title())
                        .orElse("–"));
        return row;
    }

    private static Optional<Double> ratio(Step step) {
        return Optional.ofNullable(step.ratio().orNull());
    }

    private XSSFCellStyle money() {
        return styles.number(Styles.MONEY);
    }

    private static String difference(String own, String other) {
        return own + "-" + other;
    }
}
