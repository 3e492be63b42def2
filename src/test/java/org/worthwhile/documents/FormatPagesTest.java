package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.exchange.packs.ImportedPack;
import org.worthwhile.exchange.packs.MappedImport;
import org.worthwhile.exchange.spreadsheet.ImportedProposal;
import org.worthwhile.exchange.spreadsheet.SpreadsheetImport;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.samples.Samples;
import org.worthwhile.synthesis.Synthesiser;
import org.worthwhile.trackrecord.TrackRecordAnalyser;

/** The examples of docs/formats are read as they stand. */
class FormatPagesTest {

    private static final MarkdownPage PAGE = MarkdownPage.read(Path.of("docs", "formats", "README.md"));

    @Test
    void theExamplesOfWhatPeopleBringCanBeUsed(@TempDir Path folder) {
        ExampleFiles.write(PAGE, folder);
        List<AppraisalCase> proposals = new ProposalFiles(Samples.MODELS)
                .load(List.of(folder.resolve("bus.proposal.json")), List.of(), Optional.empty());
        assertThat(Appraiser.appraise(proposals.getFirst()).options()).hasSize(2);
        assertThat(Attributor.attribute(new StudyReader(Samples.MODELS).read(folder.resolve("trips.study.json")))
                        .estimate())
                .isCloseTo(3, within(1e-12));
        assertThat(Synthesiser.synthesise(new MetaAnalysisReader(Samples.MODELS)
                                .read(folder.resolve("passes.meta-analysis.json")))
                        .effects())
                .hasSize(4);
        assertThat(TrackRecordAnalyser.analyse(new TrackRecordReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                                .read(folder.resolve("depot.track-record.json")))
                        .measures()
                        .getFirst()
                        .meanRatio())
                .isCloseTo(1.236, within(1e-12));
        assertThat(new MonitoringReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                        .read(folder.resolve("club.monitoring.json"), List.of(folder.resolve("club-actuals.csv")))
                        .monitoring()
                        .actuals())
                .hasSize(5);
        assertThat(new EvidenceFile(Samples.MODELS)
                        .read(folder.resolve("bus.evidence.json"))
                        .estimate())
                .isEqualTo(0.04);
        assertThat(new ConstraintsReader(Samples.MODELS)
                        .read(
                                folder.resolve("spring.constraints.json"),
                                List.of(proposals.getFirst().proposal()))
                        .selection()
                        .must())
                .containsExactly("bus");
        assertThat(new ConstraintsReader(Samples.MODELS)
                        .read(
                                folder.resolve("later.constraints.json"),
                                List.of(proposals.getFirst().proposal()))
                        .startYears())
                .containsEntry("bus", List.of(FinancialYear.of("2026/27"), FinancialYear.of("2028/29")));
    }

    @Test
    void theExampleOfProposalsThatComeToMoreTogetherIsReadAmongTheSamples(@TempDir Path folder) {
        ExampleFiles.write(PAGE, folder);
        List<Interaction> interactions = new ConstraintsReader(Samples.MODELS)
                .read(
                        folder.resolve("together.constraints.json"),
                        Samples.appraisals().stream()
                                .map(each -> each.basis().proposal())
                                .toList())
                .interactions();
        assertThat(interactions).extracting(Interaction::npsv).containsExactly(140_000.0, -160_000.0);
        assertThat(interactions.get(1).spending()).hasSize(1);
    }

    @Test
    void theExampleOfAWorkbookBecomesAProposal(@TempDir Path folder) {
        ExampleFiles.write(PAGE, folder);
        ImportedProposal imported = new SpreadsheetImport(Samples.MODELS, PackReader.read(Samples.MODELS))
                .read(folder.resolve("bus.csv"), folder.resolve("bus.mapping.json"));
        assertThat(imported.agreeing()).isEqualTo(7);
        assertThat(imported.accepted()).singleElement().asString().contains("cell E8");
        assertThat(imported.appraisal().options().getLast().npsv())
                .isCloseTo(-290_500 + 99_000 / 1.035 + 159_000 / (1.035 * 1.035), within(1e-6));
    }

    @Test
    void theExampleOfATableBecomesUnitValues(@TempDir Path folder) {
        ExampleFiles.write(PAGE, folder);
        ImportedPack pack = MappedImport.read(
                        Samples.MODELS, folder.resolve("costs.csv"), folder.resolve("costs.mapping.json"))
                .packs()
                .getFirst();
        assertThat(pack.unread()).isEmpty();
        assertThat(pack.tree().at("/values/0/agencies").toString())
                .isEqualTo("{\"local-authority\":0.75,\"nhs\":0.25}");
    }

    @Test
    void theExamplesOfPacksAreRead(@TempDir Path folder) {
        ExampleFiles.write(PAGE, folder);
        ModelLibrary library = PackReader.read(Samples.MODELS, Optional.of(folder));
        assertThat(library.unusable()).isEmpty();
        assertThat(library.frameworks()).containsKey("example");
        assertThat(library.priceIndices()).containsKey("example-prices");
        assertThat(library.unitValues()).containsKey("example-values/trip");
    }

    @Test
    void everySchemaHasItsPlaceInTheList() throws IOException {
        try (Stream<Path> schemas = Files.list(Path.of("models", "schema"))) {
            assertThat(schemas.map(file -> "../../models/schema/" + file.getFileName()))
                    .isSubsetOf(PAGE.links());
        }
    }
}
