package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.samples.LibreOffice;
import org.worthwhile.samples.Samples;

/** The workbook is an independent second computation: its formulas, recalculated, give the engine's results. */
class WorkbookEqualsEngineTest {

    /** Relative: the two add the same few hundred numbers in different orders. */
    private static final double TOLERANCE = 1e-9;

    private static final List<Appraisal> APPRAISALS = Samples.appraisals();

    @Test
    void poiRecalculatesEverySampleToTheEnginesResults() {
        for (Appraisal appraisal : APPRAISALS) {
            assertResults(appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal)));
        }
    }

    @Test
    void libreOfficeRecalculatesEverySampleToTheEnginesResults(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        List<Map<String, Double>> results = Recalculation.byLibreOffice(
                APPRAISALS.stream().map(Recalculation::withoutValues).toList(), folder);
        for (int i = 0; i < APPRAISALS.size(); i++) {
            assertResults(APPRAISALS.get(i), results.get(i));
        }
    }

    @Test
    void aChangedInputCellMovesTheResults() {
        Appraisal falls = APPRAISALS.stream()
                .filter(appraisal -> appraisal.basis().proposal().id().equals("falls-prevention"))
                .findFirst()
                .orElseThrow();
        XSSFWorkbook workbook = Recalculation.withoutValues(falls);
        XSSFSheet costs = workbook.getSheet("Costs");
        int row = rowOf(costs, "community", "delivery");
        costs.getRow(row).getCell(11).setCellValue(340_000);
        // 100,000 pounds more in each of t = 1..5 at 3.5%.
        double more = 100_000
                * (1 / 1.035 + Math.pow(1.035, -2) + Math.pow(1.035, -3) + Math.pow(1.035, -4) + Math.pow(1.035, -5));
        assertThat(Recalculation.byPoi(workbook).get("NPSV_community"))
                .isCloseTo(falls.option("community").npsv() - more, within(1e-6));
    }

    private static int rowOf(XSSFSheet sheet, String option, String line) {
        for (int row = 4; row <= sheet.getLastRowNum(); row++) {
            if (sheet.getRow(row).getCell(0).getStringCellValue().equals(option)
                    && sheet.getRow(row).getCell(1).getStringCellValue().equals(line)) {
                return row;
            }
        }
        throw new IllegalArgumentException("No row for " + option + "/" + line);
    }

    /** Whether no other option's value is so near that rounding could change their order. */
    private static boolean isApartFromOthers(OptionResult option, Appraisal appraisal) {
        return appraisal.options().stream()
                .filter(other -> other != option)
                .allMatch(other -> Math.abs(other.npsv() - option.npsv()) > 1e-6 * (scale(option) + scale(other)));
    }

    private static final Map<String, String> CELLS = Map.of(
            "population", "Population",
            "eligible", "Eligible",
            "engagement", "Engaged",
            "completion", "Completing",
            "deadweight", "Deadweight",
            "displacement", "Displacement",
            "leakage", "Leakage",
            "substitution", "Substitution",
            "attribution", "Attribution");

    @Test
    void randomEditsOfInputCellsGiveWhatTheEditedProposalsGive() {
        edit(8, 21);
    }

    @Test
    @Tag("proof")
    void fiftyRandomEditsOfInputCellsGiveWhatTheEditedProposalsGive() {
        edit(50, 22);
    }

    /** Edits an input cell and, for itself, the same input of the proposal. */
    private static void edit(int edits, long seed) {
        Random random = new Random(seed);
        for (int done = 0; done < edits; done++) {
            Appraisal appraisal = APPRAISALS.get(random.nextInt(APPRAISALS.size()));
            var proposal = appraisal.basis().proposal();
            List<String> paths = InputPaths.of(proposal).keySet().stream()
                    .filter(path -> CELLS.containsKey(path.substring(path.lastIndexOf('/') + 1)))
                    .toList();
            String[] path = paths.get(random.nextInt(paths.size())).split("/");
            double value = path[2].equals("population") ? 1 + random.nextInt(50_000) : random.nextDouble();
            XSSFWorkbook workbook = Recalculation.withoutValues(appraisal);
            XSSFSheet impacts = workbook.getSheet("Impacts");
            impacts.getRow(rowOf(impacts, path[0], path[1]))
                    .getCell(column(impacts, CELLS.getOrDefault(path[2], "")))
                    .setCellValue(value);
            Appraisal edited = Appraiser.appraise(appraisal
                    .basis()
                    .withProposal(InputChange.apply(proposal, Map.of(String.join("/", path), value))));
            assertResults(edited, Recalculation.byPoi(workbook));
        }
    }

    private static int column(XSSFSheet sheet, String heading) {
        for (var row : sheet) {
            for (var cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(heading)) {
                    return cell.getColumnIndex();
                }
            }
        }
        throw new IllegalArgumentException("No column " + heading);
    }

    static void assertResults(Appraisal appraisal, Map<String, Double> results) {
        for (OptionResult option : appraisal.options()) {
            String id = name(option.option().id());
            double scale = scale(option);
            assertClose(results.get("NPSV_" + id), option.npsv(), scale);
            assertClose(results.get("PVB_" + id), option.pvb(), scale);
            assertClose(results.get("PVC_" + id), option.pvc(), scale);
            assertClose(results.get("WEIGHTED_NPSV_" + id), option.incidence().weightedNpsv(), 10 * scale);
            if (isApartFromOthers(option, appraisal)) {
                assertThat(results.get("RANK_" + id))
                        .isEqualTo(1.0
                                + appraisal.options().stream()
                                        .filter(other -> other.npsv() > option.npsv())
                                        .count());
            }
            Optional<Double> bcr = Optional.ofNullable(option.bcr().orNull());
            assertThat(results.containsKey("BCR_" + id)).isEqualTo(bcr.isPresent());
            bcr.ifPresent(value -> assertClose(results.get("BCR_" + id), value, Math.abs(value)));
            for (BudgetImpact budget : option.budget()) {
                String key = "BUDGET_" + name(budget.organisation().id()) + "_" + id;
                assertClose(results.get(key), budget.present(), scale);
            }
        }
    }

    private static double scale(OptionResult option) {
        return Math.max(1, Math.max(Math.abs(option.npsv()), Math.max(Math.abs(option.pvb()), Math.abs(option.pvc()))));
    }

    private static void assertClose(@Nullable Double actual, double expected, double scale) {
        assertThat(actual).isNotNull().isCloseTo(expected, within(TOLERANCE * scale));
    }

    private static String name(String id) {
        return id.replaceAll("[^A-Za-z0-9_]", "_");
    }
}
