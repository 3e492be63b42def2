package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.packs.PackImport;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.FinancialYear;

/** An analyst's own packs, and the official deflator among them. */
class OwnModelsTest {

    private static final Path MODELS = Path.of("models");

    /** The layout that HM Treasury publishes, shortened: notes, blank columns, both kinds of year side by side. */
    private static final String PUBLISHED = """
            "GDP deflators at market prices, and money GDP March 2026 (Quarterly National Accounts)",,,,,,,
            "Updated: 31 March 2026",,,,,,,
            ,,,,,,,
            ,"GDP deflator at market prices","per cent change",,"Money GDP",,"GDP deflator at market prices",
            "Financial year","2025-26 = 100","on previous year",,"£ million","Calendar year","2025 = 100",
            ,,,,,,,
            2023-24,93.1000,6.05,,"2,720,000",2023,92.5000,
            2024-25,96.8240,4.00,,"2,850,000",2024,96.1000,
            2025-26,100.0000,3.28,,"2,980,000",2025,100.0000,
            2026-27 [f],102.1000,2.10,,"3,080,000",2026,102.0000,
            ,,,,,,,
            "[f] Forecast",,,,,,,
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void thePublishedDeflatorTakesThePlaceOfTheProvisionalSeries() throws IOException {
        Path csv = Files.writeString(folder.resolve("deflator.csv"), PUBLISHED);
        importInto(csv);
        ModelLibrary library = PackReader.read(MODELS, Optional.of(folder.resolve("own")));
        PriceIndex index = Objects.requireNonNull(library.priceIndices().get("uk-gdp-deflator"));
        assertThat(index.provisional()).isFalse();
        assertThat(index.firstYear()).isEqualTo(FinancialYear.of("2023/24"));
        assertThat(index.factor(FinancialYear.of("2024/25"), FinancialYear.of("2026/27")))
                .isCloseTo(102.1 / 96.824, within(1e-12));
        assertThat(index.source().date()).isEqualTo("31 March 2026");
        assertThat(library.frameworks()).containsKey("uk-green-book-2026");
    }

    @Test
    void aFileWithoutSuchASeriesIsRefusedAndNothingIsWritten() throws IOException {
        Path csv = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> importInto(csv))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds none of the tables that are known");
        assertThat(folder.resolve("own")).doesNotExist();
    }

    @Test
    void aYearWithoutAFigureIsNotCoveredAndMoneyIsTurnedAcrossIt() throws IOException {
        importInto(Files.writeString(folder.resolve("gap.csv"), PUBLISHED.replace("2024-25,", "note,")));
        PriceIndex index = Objects.requireNonNull(PackReader.read(MODELS, Optional.of(folder.resolve("own")))
                .priceIndices()
                .get("uk-gdp-deflator"));
        assertThat(index.covers(FinancialYear.of("2024/25"))).isFalse();
        assertThat(index.factor(FinancialYear.of("2023/24"), FinancialYear.of("2025/26")))
                .isCloseTo(100 / 93.1, within(1e-12));
        assertThatThrownBy(() -> index.at(FinancialYear.of("2024/25"))).hasMessageContaining("no figure for 2024/25");
    }

    private void importInto(Path file) {
        PackImport.write(PackImport.read(file), MODELS, folder.resolve("own"), Overwrite.UNCHANGED_EXPORTS);
    }

    @Test
    void anOwnUnitValueWinsOnlyByItsId() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own").resolve("unit-values"));
        Files.writeString(own.resolve("mine.json"), """
                {"format": "worthwhile-unit-values/1", "id": "uk-crime", "title": "Ours",
                 "sources": {"s": {"document": "Local study", "publisher": "Us", "date": "2026", "licence": "Ours", "verified": true}},
                 "values": [{"id": "robbery", "title": "Robbery here", "unit": "crime", "value": 9000, "priceYear": "2025/26", "category": "social", "source": "s"}]}""");
        ModelLibrary library = PackReader.read(MODELS, Optional.of(folder.resolve("own")));
        assertThat(Objects.requireNonNull(library.unitValues().get("uk-crime/robbery"))
                        .value())
                .isEqualTo(9000);
        assertThat(Objects.requireNonNull(library.unitValues().get("uk-crime/rape"))
                        .value())
                .isEqualTo(39360);
    }

    private ModelLibrary withOwn(String kind, String name, String text) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own").resolve(kind));
        Files.writeString(own.resolve(name), text);
        return PackReader.read(MODELS, Optional.of(folder.resolve("own")));
    }

    @Test
    void aBadOwnPackHarmsOnlyWhatItWouldStandInPlaceOf() throws IOException {
        ModelLibrary library = withOwn(
                "unit-values", "mine.json", "{\"id\": \"uk-crime\", \"values\": [{\"id\": \"robbery\", \"value\": ]}");
        assertThat(library.unitValues())
                .as("ours does not stand in for the analyst's")
                .doesNotContainKey("uk-crime/robbery")
                .containsKey("uk-crime/rape");
        assertThat(library.frameworks()).isNotEmpty();
        assertThat(library.unusable())
                .singleElement()
                .satisfies(pack -> assertThat(pack.problems().getFirst().sentence())
                        .contains("mine.json")
                        .contains("is not well-formed JSON"));
    }

    @Test
    void aProposalThatRestsOnABadOwnPackIsToldSo() throws IOException {
        ModelLibrary library = withOwn("frameworks", "mine.json", "{\"id\": \"uk-green-book-2026\"}");
        var proposal =
                new ProposalReader(MODELS).read(MODELS.resolve("templates").resolve("worked-example.proposal.json"));
        assertThat(proposal.value().appraisal().framework()).isEqualTo("uk-green-book-2026");
        assertThatThrownBy(() -> new EvidenceRecords(Map.of(), Map.of()).resolve(proposal, library))
                .hasMessageContaining("the appraisal framework 'uk-green-book-2026' cannot be used (")
                .hasMessageContaining("mine.json");
    }

    @Test
    void frameworksThatRestOnABadOwnPriceIndexCannotBeUsedAndOthersCan() throws IOException {
        String index = Objects.requireNonNull(
                        PackReader.read(MODELS).frameworks().get("uk-green-book-2026"))
                .priceIndex()
                .orElseThrow();
        ModelLibrary library = withOwn("prices", "mine.json", "{\"id\": \"" + index + "\"}");
        assertThat(library.frameworks()).doesNotContainKey("uk-green-book-2026").isNotEmpty();
    }

    @Test
    void linesFromCsvJoinTheirOptionAndBadOnesAreToldByLine() throws IOException {
        Path example = MODELS.resolve("templates").resolve("worked-example.proposal.json");
        var proposal = new ProposalReader(MODELS).read(example).value();
        Path costs = Files.writeString(
                folder.resolve("costs.csv"),
                "Option,Id,Title,Bearer,Kind,Amount a year,From\nservice,van,A van,county,capital,25000,2027/28\n");
        var more = new LinesCsv(MODELS)
                .add(proposal, Optional.of(costs), Optional.empty())
                .value();
        assertThat(more.options().get(1).costs()).hasSize(3);
        assertThat(more.options().get(1).costs().getLast().title()).isEqualTo("A van");
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "Option,Id,Titel,Bearer,Kind\nservise,van,A van,county,capital\n");
        assertThatThrownBy(() -> new LinesCsv(MODELS).add(proposal, Optional.of(bad), Optional.empty()))
                .hasMessageContaining("bad.csv:1: there is no column 'Titel'; did you mean 'Title'?")
                .hasMessageContaining("bad.csv:2 Option: there is no option 'servise'; did you mean 'service'?");
        Path shifted = Files.writeString(
                folder.resolve("shifted.csv"),
                "Option,Id,Title,Bearer,Kind,Amount a year\nservice,van,A van,county,capital,25,000\n");
        assertThatThrownBy(() -> new LinesCsv(MODELS).add(proposal, Optional.of(shifted), Optional.empty()))
                .hasMessageContaining("shifted.csv:2: has 7 values and there are 6 headings; put a value that holds the"
                        + " separator between quotation marks.");
        Path twice = Files.writeString(
                folder.resolve("twice.csv"),
                "Option,Id,Title,Bearer,Kind,Amount a year,Amount a year\nservice,van,A van,county,capital,25000,30000\n");
        assertThatThrownBy(() -> new LinesCsv(MODELS).add(proposal, Optional.of(twice), Optional.empty()))
                .hasMessageContaining(
                        "twice.csv:1 Amount a year: there is more than one column of this heading; keep the one"
                                + " that is meant.");
    }

    @Test
    void problemsInTheTemplateNameTheSheetAndTheCell() throws IOException {
        Path file = folder.resolve("template.xlsx");
        var proposal = new ProposalReader(MODELS)
                .read(MODELS.resolve("templates").resolve("worked-example.proposal.json"))
                .value();
        AtomicFile.write(file, out -> TemplateWriter.write(proposal, out));
        try (var workbook = new org.apache.poi.xssf.usermodel.XSSFWorkbook(Files.newInputStream(file));
                var out = Files.newOutputStream(folder.resolve("bad.xlsx"))) {
            workbook.getSheet("Costs").getRow(2).getCell(4).setCellValue("revenu");
            workbook.getSheet("Impacts").getRow(2).getCell(6).setCellValue("many");
            workbook.write(out);
        }
        assertThatThrownBy(() -> new ProposalReader(MODELS).read(folder.resolve("bad.xlsx")))
                .hasMessageContaining("Costs!E3: 'revenu' is not known here; did you mean 'revenue'?")
                .hasMessageContaining("Impacts!G3: is the text 'many'");
    }
}
