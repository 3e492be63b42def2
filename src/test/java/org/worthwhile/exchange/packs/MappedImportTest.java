package org.worthwhile.exchange.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.Category;
import org.worthwhile.samples.Samples;

/** Tables of unit values that have no layout of their own, by a mapping of their columns. */
class MappedImportTest {

    private static final Path MODELS = Samples.MODELS;

    private static final String TABLE = """
            Our unit costs of 2025,,,,,,
            Service,Cost per case,Lowest,Counted in,Prices of,NHS share,Council share
            Home visit,41.50,30,visit,2024/25,25,75
            Falls clinic,"1,200",,patient,2023/24,,
            ,10,,visit,2024/25,,
            Old figure,n/a,,visit,2024/25,,
            No year,12,,visit,lately,,
            """;

    private static final String MAPPING = """
            format: worthwhile-unit-value-mapping/1
            pack: {id: county-costs, title: The county's unit costs}
            columns: {title: Service, value: cost per case, low: Lowest, unit: Counted in, priceYear: Prices of}
            fixed: {category: fiscal}
            agencies: {nhs: NHS share, local-authority: Council share}
            source: {document: Unit costs of the county, publisher: County Council, date: "2025-11-01", where: Finance team, licence: own, verified: false}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private MappedImport imported(String table, String mapping) throws IOException {
        return MappedImport.read(MODELS, file("costs.csv", table), file("costs.mapping.yaml", mapping));
    }

    @Test
    void rowsBecomeUnitValuesWithTheirOwnYearsRangesAndShares() throws IOException {
        Path own = folder.resolve("own");
        MappedImport imported = imported(TABLE, MAPPING);
        PackImport.write(imported.packs(), MODELS, own, Overwrite.UNCHANGED_EXPORTS);
        Map<String, UnitValue> values =
                PackReader.read(MODELS, Optional.of(own)).unitValues();
        UnitValue visit = Objects.requireNonNull(values.get("county-costs/home-visit"));
        assertThat(visit.value()).isEqualTo(41.5);
        assertThat(visit.low()).hasValue(30);
        assertThat(visit.priceYear()).hasToString("2024/25");
        assertThat(visit.category()).isEqualTo(Category.FISCAL);
        assertThat(visit.agencies()).isEqualTo(Map.of("nhs", 0.25, "local-authority", 0.75));
        assertThat(Objects.requireNonNull(values.get("county-costs/falls-clinic"))
                        .value())
                .isEqualTo(1200);
        assertThat(values.keySet())
                .filteredOn(id -> id.startsWith("county-costs/"))
                .hasSize(2);
    }

    @Test
    void whatNothingIsMadeOfIsListedWithItsCell() throws IOException {
        assertThat(imported(TABLE, MAPPING).packs().getFirst().unread())
                .extracting(UnreadCell::sentence)
                .satisfiesExactly(
                        row -> assertThat(row).contains("costs.csv:5 column A").contains("the value has no name"),
                        row -> assertThat(row).contains("costs.csv:6 column B").contains("n/a"),
                        row -> assertThat(row).contains("costs.csv:7 column E").contains("'lately' is no year"));
    }

    @Test
    void aMappingThatWasUsedServesTablesWithTheSameHeadingsAndNoOthers() throws IOException {
        Path own = folder.resolve("own");
        Path costs = folder.resolve("costs.csv");
        MappedImport imported = imported(TABLE, MAPPING);
        assertThat(MappedImport.readAsRemembered(MODELS, own, costs)).isEmpty();
        KeptMapping kept = imported.remember(MODELS, own);
        assertThat(kept.replaced()).isFalse();
        assertThat(imported.remember(MODELS, own)).as("kept once").isEqualTo(kept);

        Path next = file("next.csv", TABLE.replace("41.50", "43"));
        assertThat(MappedImport.readAsRemembered(MODELS, own, next)
                        .orElseThrow()
                        .packs()
                        .getFirst()
                        .tree()
                        .at("/values/0/value")
                        .asDouble())
                .isEqualTo(43);
        assertThat(MappedImport.readAsRemembered(
                        MODELS, own, file("other.csv", TABLE.replace("Cost per case", "Cost per head"))))
                .isEmpty();
    }

    @Test
    void sharesMayBeFractionsOrPerCentsAndOneThatCannotBeReadIsTold() throws IOException {
        for (String shares : List.of("25,75", "0.25,0.75", "25%,75 %")) {
            assertThat(imported(TABLE.replace("25,75", shares), MAPPING)
                            .packs()
                            .getFirst()
                            .tree()
                            .at("/values/0/agencies/nhs")
                            .asDouble())
                    .as(shares)
                    .isEqualTo(0.25);
        }
        ImportedPack half = imported(TABLE.replace("25,75", "a quarter,75"), MAPPING)
                .packs()
                .getFirst();
        assertThat(half.tree().at("/values/0").has("agencies")).isFalse();
        assertThat(half.unread().getFirst().sentence()).contains("column F").contains("'a quarter' is no number");
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheNearest() {
        assertThatThrownBy(() -> imported(TABLE, MAPPING.replace("Counted in", "Counted by")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no column 'Counted by'")
                .hasMessageContaining("Counted in");
    }

    @Test
    void aMappingSaysWhereEveryFieldThatAValueNeedsIsFrom() {
        assertThatThrownBy(() -> imported(TABLE, MAPPING.replace("fixed: {category: fiscal}\n", "")))
                .hasMessageContaining("names no column for 'category'")
                .hasMessageContaining("'fixed'");
    }

    @Test
    void oneHeadingOverTwoColumnsIsRefused() {
        assertThatThrownBy(
                        () -> imported(TABLE.replace("Lowest", "cost per case"), MAPPING.replace("low: Lowest, ", "")))
                .hasMessageContaining("two columns");
    }

    @Test
    void valuesThatAPackCannotHaveAreToldAtTheirCells() throws IOException {
        List<ImportedPack> packs = imported(TABLE.replace("41.50,30,visit", "41.50,30," + "visit ".repeat(60)), MAPPING)
                .packs();
        assertThatThrownBy(() -> PackImport.write(packs, MODELS, folder.resolve("own"), Overwrite.UNCHANGED_EXPORTS))
                .hasMessageContaining("costs.csv")
                .hasMessageContaining("costs.csv:3 column D: makes the pack's 'values 0 unit', which is too long");
    }

    @Test
    void anotherMappingForTheSameHeadingsReplacesTheKeptOneAndBothAreNamed() throws IOException {
        Path own = folder.resolve("own");
        KeptMapping first = imported(TABLE, MAPPING).remember(MODELS, own);
        KeptMapping second = imported(TABLE, MAPPING.replace("value: cost per case, low", "value"))
                .remember(MODELS, own);
        assertThat(second).isEqualTo(new KeptMapping(first.file(), true));
        MappedImport again = MappedImport.readAsRemembered(MODELS, own, folder.resolve("costs.csv"))
                .orElseThrow();
        assertThat(again.keptIn()).hasValue(first.file());
        assertThat(again.packs().getFirst().tree().at("/values/0/value").asDouble())
                .isEqualTo(30);
        assertThat(imported(TABLE, MAPPING).keptIn()).isEmpty();
    }

    @Test
    void aColumnThatIsHeadedAsAnotherCurrencyIsRefused() {
        assertThatThrownBy(() -> imported(
                        TABLE.replace("Cost per case", "Cost in €"), MAPPING.replace("cost per case", "cost in €")))
                .hasMessageContaining("the amounts under 'cost in €' are in another currency");
    }

    @Test
    void aColumnOfPoundsMayBeHeadedWithWhatTheyWereTurnedFrom() throws IOException {
        assertThat(imported(
                                TABLE.replace("Cost per case", "Cost (£; was €)"),
                                MAPPING.replace("cost per case", "cost (£; was €)"))
                        .packs()
                        .getFirst()
                        .tree()
                        .at("/values/0/value")
                        .asDouble())
                .isEqualTo(41.5);
    }
}
