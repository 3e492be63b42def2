package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.Denominator;
import org.worthwhile.generated.Denominators;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.LibreOffice;

/** The workbooks of generated proposals, recalculated, give the engine's results. */
class GeneratedWorkbooksTest {

    @Test
    void poiRecalculatesGeneratedProposalsToTheEnginesResults() {
        appraisals(0, 15)
                .forEach(appraisal -> WorkbookEqualsEngineTest.assertResults(
                        appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal))));
    }

    /** None of these has groups that share more than an impact, which is told of whoever wrote it. */
    @Test
    void theLightOfWorkbooksThatNobodyTouchedIsGreen() {
        appraisals(1, 6)
                .forEach(appraisal -> assertThat(
                                Recalculation.textByPoi(Recalculation.withoutValues(appraisal), "Summary", 3, 1))
                        .isEqualTo("The workbook agrees with itself"));
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
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        for (int batch = 0; batch < 10; batch++) {
            List<Appraisal> appraisals = appraisals(1000 + batch * 20L, 20);
            List<Map<String, Double>> results = Recalculation.byLibreOffice(
                    appraisals.stream().map(Recalculation::withoutValues).toList(), folder.resolve("batch" + batch));
            for (int i = 0; i < appraisals.size(); i++) {
                WorkbookEqualsEngineTest.assertResults(appraisals.get(i), results.get(i));
            }
        }
    }

    @Test
    void theWorkbookDrawsTheFrameworksLineBetweenCostsAndBenefits() {
        assertResultsUnderEveryDenominator(50, 2);
    }

    @Test
    @Tag("proof")
    void theWorkbookDrawsTheFrameworksLineForManyProposals() {
        assertResultsUnderEveryDenominator(52, 8);
    }

    private static void assertResultsUnderEveryDenominator(long firstSeed, int count) {
        for (Denominator.Holder holder : Denominator.Holder.values()) {
            for (boolean savingsNetted : new boolean[] {false, true}) {
                for (long seed = firstSeed; seed < firstSeed + count; seed++) {
                    Appraisal appraisal = Appraiser.appraise(Denominators.with(
                            new Denominator(holder, savingsNetted),
                            GeneratedProposals.resolved(GeneratedProposals.of(seed))));
                    WorkbookEqualsEngineTest.assertResults(
                            appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal)));
                }
            }
        }
    }

    @Test
    void theWorkbookOfAFrameworkWithoutAPriceIndexGivesTheEnginesResults() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "nz-treasury-non-commercial", "baseYear": "2026/27", "years": 40},
                 "organisations": [{"id": "city", "title": "City", "sector": "public"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "city", "kind": "revenue", "amount": {"annual": 100}}],
                   "impacts": [{"id": "b", "title": "B", "category": "social", "quantity": {"effect": 2}, "value": {"amount": 70}}]}]}""");
        Appraisal appraisal = Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
        WorkbookEqualsEngineTest.assertResults(appraisal, Recalculation.byPoi(Recalculation.withoutValues(appraisal)));
    }

    private static List<Appraisal> appraisals(long firstSeed, int count) {
        return LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed))))
                .toList();
    }
}
