package org.worthwhile.desktop.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.samples.Samples;

/** What is told of a unit value. */
class UnitValueRowsTest {

    private static List<String> details(SortedMap<FinancialYear, Double> byYear, double low, double high) {
        return UnitValueRows.details(new UnitValue(
                "uk-values/b",
                "B",
                "tonne",
                280,
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                byYear,
                FinancialYear.of("2020/21"),
                0,
                Category.ENVIRONMENTAL,
                "",
                new TreeMap<>(),
                false,
                Standing.RECALLED,
                "",
                new Source("D", "P", "", "", "", "", Standing.RECALLED, "", "")));
    }

    @Test
    void theRangeOfOneValueIsInMoney() {
        assertThat(details(new TreeMap<>(), 140, 420))
                .anyMatch(line -> line.contains("140.00") && line.contains("420.00"));
    }

    @Test
    void theRangeOfAValueThatChangesByYearIsAShareOfEachYears() {
        TreeMap<FinancialYear, Double> byYear =
                new TreeMap<>(Map.of(FinancialYear.of("2030/31"), 280.0, FinancialYear.of("2035/36"), 303.0));
        assertThat(details(byYear, 0.5, 1.5)).contains("From 50% to 150% of each year's value.");
    }

    @Test
    void aValueThatChangesByYearIsListedWithItsYearsAndConvertedAsThatOfTheYearAskedFor() {
        var library = PackReader.read(Samples.MODELS, Optional.empty());
        PriceIndex index = library.priceIndices().values().stream()
                .filter(each -> each.covers(FinancialYear.of("2020/21")) && each.covers(FinancialYear.of("2030/31")))
                .findFirst()
                .orElseThrow();
        UnitValueRows.Row row = UnitValueRows.matching(
                        library, "uk-carbon/co2e-central", index, FinancialYear.of("2030/31"))
                .getFirst();
        UnitValue carbon = row.value();
        FinancialYear first = carbon.byYear().firstKey();
        FinancialYear last = carbon.byYear().lastKey();
        assertThat(row.written())
                .isEqualTo("£%.2f in %s to £%.2f in %s"
                        .formatted(carbon.in(first), first.label(), carbon.in(last), last.label()));
        double at2030 =
                carbon.in(FinancialYear.of("2030/31")) * index.factor(carbon.priceYear(), FinancialYear.of("2030/31"));
        assertThat(at2030).isNotEqualTo(carbon.value());
        assertThat(row.converted()).isEqualTo("£%.2f in 2030/31".formatted(at2030));
    }
}
