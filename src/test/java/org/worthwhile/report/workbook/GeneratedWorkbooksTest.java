package org.worthwhile.report.workbook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.generated.GeneratedProposals;

/** The workbooks of generated proposals, recalculated, give the engine's results. */
class GeneratedWorkbooksTest {

    @Test
    void poiRecalculatesGeneratedProposalsToTheEnginesResults() {
        appraisals(0, 25)
                .forEach(appraisal -> WorkbookEqualsEngineTest.assertResults(
                        appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal))));
    }

    @Test
    @Tag("proof")
    void poiRecalculatesTwoHundredGeneratedProposals() {
        appraisals(1000, 200)
                .forEach(appraisal -> WorkbookEqualsEngineTest.assertResults(
                        appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal))));
    }

    @Test
    @Tag("proof")
    void libreOfficeRecalculatesTwoHundredGeneratedProposals(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(Recalculation.libreOfficeIsInstalled(), "skipped: LibreOffice (soffice) is not installed");
        for (int batch = 0; batch < 10; batch++) {
            List<Appraisal> appraisals = appraisals(1000 + batch * 20L, 20);
            List<Map<String, Double>> results = Recalculation.byLibreOffice(
                    appraisals.stream().map(Recalculation::withoutValues).toList(), folder.resolve("batch" + batch));
            for (int i = 0; i < appraisals.size(); i++) {
                WorkbookEqualsEngineTest.assertResults(appraisals.get(i), results.get(i));
            }
        }
    }

    private static List<Appraisal> appraisals(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed))))
                .toList();
    }
}
