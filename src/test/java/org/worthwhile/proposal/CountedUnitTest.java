package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;

class CountedUnitTest {

    private static final ModelLibrary LIBRARY = PackReader.read(Path.of("models"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QALY|WELLBY",
                "people|QALY",
                "crimes|tonne CO2e",
                "kg CO2e|tonne CO2e",
                "thousand tonnes CO2e|tonne CO2e",
                "kg|tonnes of CO2",
                "person|week",
                "client|client-week",
                "person-months|person-year",
                "hours|day",
                "session|hour",
                "household|person",
                "1,000 people|person",
                "kWh|MWh",
                "miles|km",
                "percentage points|person",
                "pounds|pence",
                "million visits|visit",
                "DALY|QALY"
            })
    void theyPlainlyDiffer(String one, String other) {
        assertThat(differ(one, other)).isTrue();
        assertThat(differ(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "admission,Admissions",
        "per admission,admissions a year",
        "kg,kilograms",
        "QALYs,quality-adjusted life year"
    })
    void theyAreTheSame(String one, String other) {
        assertThat(CountedUnit.areSame(one, other)).isTrue();
        assertThat(CountedUnit.areSame(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"admission,call-out", "fall,fire", "pupil,resident", "household,person", "kg,tonne", "score,point"})
    void thingsOfOtherNamesAreNotTheSame(String one, String other) {
        assertThat(CountedUnit.areSame(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people|person",
                "Person|participant",
                "people a year|person-year",
                "child|child-year",
                "client-week|week",
                "person-year|year",
                "admission|episode",
                "victim|crime",
                "tonnes|tonne CO2e",
                "t CO2e|tonnes of CO2e",
                "1,000 kWh|MWh",
                "quality-adjusted life years|QALY",
                "per visit|visits",
                "families|household"
            })
    void theyAgree(String one, String other) {
        assertThat(CountedUnit.of(one)).isPresent();
        assertThat(CountedUnit.of(other)).isPresent();
        assertThat(differ(one, other)).isFalse();
        assertThat(differ(other, one)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "points",
        "smiles",
        "bed day",
        "job-year",
        "per 1,000 people at risk",
        "pounds a month per client",
        "''",
        "s"
    })
    void whatIsNotKnownIsNotCompared(String words) {
        assertThat(CountedUnit.of(words)).isEmpty();
    }

    @Test
    void everyUnitOfTheLibraryAgreesWithItself() {
        assertThat(LIBRARY.unitValues().values())
                .noneMatch(value -> differ(value.unit(), value.unit()))
                .filteredOn(value -> CountedUnit.of(value.unit()).isPresent())
                .hasSizeGreaterThan(150);
    }

    private static boolean differ(String one, String other) {
        return CountedUnit.of(one)
                .flatMap(first -> CountedUnit.of(other).map(first::differsFrom))
                .orElse(false);
    }
}
