package org.worthwhile.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;

/** The figures of the packs that come with the program, against the publications. */
class PublishedFiguresTest {

    private static final ModelLibrary LIBRARY = PackReader.read(Path.of("models"));

    /** Unit Cost Database v1.4: original figures, each at the prices of its own year. */
    @ParameterizedTest
    @CsvSource({
        "child-taken-into-care, 51080, 2013/14",
        "ae-attendance, 109, 2011/12",
        "anti-social-behaviour, 500, 2002/03",
        "persistent-truancy, 1509, 2005/06",
        "inpatient-episode, 1807, 2013/14",
        "homelessness-application, 2501, 2010/11",
        "workless-claimant-into-work-fiscal, 9800, 2012/13"
    })
    void unitCostsAreTheOriginalOnesAtTheirOwnPrices(String id, double value, String priceYear) {
        UnitValue found = unitValue("uk-services/" + id);

        assertThat(found.value()).isEqualTo(value);
        assertThat(found.priceYear().label()).isEqualTo(priceYear);
        assertThat(found.standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(found.source().supersededBy()).contains("version 3.0");
    }

    /** DESNZ, November 2023, table 3: 277.22 for 2026 and 317.62 for 2035, half and one and a half times that, at 2022 prices. */
    @Test
    void carbonIsAt2022Prices() {
        FinancialYear year = FinancialYear.of("2035/36");

        assertThat(unitValue("uk-carbon/co2e-central").in(FinancialYear.of("2026/27")))
                .isEqualTo(277.22);
        assertThat(unitValue("uk-carbon/co2e-central").in(year)).isEqualTo(317.62);
        assertThat(unitValue("uk-carbon/co2e-low").in(year)).isCloseTo(158.81, within(0.01));
        assertThat(unitValue("uk-carbon/co2e-high").in(year)).isCloseTo(476.43, within(0.01));
        assertThat(unitValue("uk-carbon/co2e-central").priceYear().label()).isEqualTo("2022/23");
    }

    /** HM Treasury, December 2025: 42.7537 in 1990 and 54.8102 in 2000 where 2024 is 100. */
    @Test
    void pricesGoBackTo1990() {
        PriceIndex calendar = priceIndex("uk-gdp-deflator-calendar");
        FinancialYear last = FinancialYear.of("2024/25");

        assertThat(calendar.factor(FinancialYear.of("1990/91"), last)).isCloseTo(100 / 42.7537, within(1e-4));
        assertThat(calendar.factor(FinancialYear.of("2000/01"), last)).isCloseTo(100 / 54.8102, within(1e-4));
        assertThat(priceIndex("uk-gdp-deflator").covers(FinancialYear.of("1990/91")))
                .isTrue();
    }

    /** HM Treasury, March 2026: 85.10 in 2020/21 where 2024/25 is 100; recalled growth comes within two thousandths of that. */
    @Test
    void pricesOfFinancialYearsAreNearThePublishedOnes() {
        assertThat(priceIndex("uk-gdp-deflator").factor(FinancialYear.of("2020/21"), FinancialYear.of("2024/25")))
                .isCloseTo(100 / 85.10, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({
        "us-omb-a94-2023, 0.031, WITHDRAWN",
        "us-omb-a94-1992, 0.07, SEEN_IN_A_TRANSCRIPTION",
        "us-omb-a4-2023, 0.02, SEEN_IN_A_TRANSCRIPTION",
        "uk-green-book-review-2026, 0.03, PROPOSED",
        "uk-green-book-2022, 0.035, SUPERSEDED",
        "uk-green-book-2026, 0.035, VERIFIED",
        "ie-public-spending-code, 0.04, SUPERSEDED"
    })
    void discountRatesAreThoseOfTheGuidanceWithItsStanding(String id, double rate, Standing standing) {
        Framework framework = framework(id);

        assertThat(framework.standard().rate(0)).isEqualTo(rate);
        assertThat(framework.standing()).isEqualTo(standing);
    }

    /** Green Book 2022, annex A6: 3.00, 2.57, 2.14, 1.71, 1.29, 0.86. */
    @Test
    void theEditionOf2022HasTheLowerRatesToo() {
        assertThat(framework("uk-green-book-2022")
                        .longHorizon()
                        .orElseThrow()
                        .rates()
                        .bands())
                .extracting(DiscountSchedule.Band::rate)
                .containsExactly(0.03, 0.0257, 0.0214, 0.0171, 0.0129, 0.0086);
    }

    /** Three fifths of the way from 280 in 2030/31 to 303 in 2035/36 is 293.8. */
    @Test
    void yearlyUnitValuesAreOnStraightLinesBetweenTheGivenYears() {
        UnitValue value = new UnitValue(
                "a/b",
                "B",
                "tonne",
                280,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                new TreeMap<>(Map.of(FinancialYear.of("2030/31"), 280.0, FinancialYear.of("2035/36"), 303.0)),
                FinancialYear.of("2020/21"),
                0,
                Category.ENVIRONMENTAL,
                "",
                new TreeMap<>(),
                false,
                Standing.RECALLED,
                "",
                new Source("D", "P", "", "", "", "", Standing.RECALLED, "", ""));

        assertThat(value.in(FinancialYear.of("2033/34"))).isCloseTo(293.8, within(1e-12));
        assertThat(value.in(FinancialYear.of("2029/30"))).isEqualTo(280);
        assertThat(value.in(FinancialYear.of("2040/41"))).isEqualTo(303);
    }

    /** Each at the prices of its own year: HE9.0 is 698 at 2013/14, SS10.0 2,046 at 2012/13 for two agencies. */
    @Test
    void theUnitCostDatabaseIsThereWithOriginalFiguresTheirYearsAndAgencies() {
        UnitValue dayCase = unitCost("he9.0");
        assertThat(dayCase.value()).isEqualTo(698);
        assertThat(dayCase.priceYear()).isEqualTo(FinancialYear.of("2013/14"));
        assertThat(dayCase.agencies()).isEqualTo(Map.of("nhs", 1.0));
        assertThat(dayCase.verified()).isFalse();
        assertThat(unitCost("ss10.0").value()).isEqualTo(2046);
        assertThat(unitCost("ss10.0").agencies())
                .as("a split that is not known is not made up")
                .isEmpty();
        assertThat(unitCost("fi3.0").category())
                .as("lives lost are no saving of a public body")
                .isEqualTo(Category.SOCIAL);
        assertThat(LIBRARY.unitValues()).hasSizeGreaterThan(300);
    }

    private static UnitValue unitCost(String id) {
        return Optional.ofNullable(LIBRARY.unitValues().get("uk-unit-cost-database/" + id))
                .orElseThrow();
    }

    private static Framework framework(String id) {
        return Optional.ofNullable(LIBRARY.frameworks().get(id)).orElseThrow();
    }

    private static PriceIndex priceIndex(String id) {
        return Optional.ofNullable(LIBRARY.priceIndices().get(id)).orElseThrow();
    }

    private static UnitValue unitValue(String id) {
        return Optional.ofNullable(LIBRARY.unitValues().get(id)).orElseThrow();
    }
}
