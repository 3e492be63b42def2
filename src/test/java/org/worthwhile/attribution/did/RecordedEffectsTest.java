package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.RecordedValues;
import org.worthwhile.attribution.did.GroupTimeDetails.Average;

/** Differences in differences of the R packages DRDID and sandwich in a panel made for them. */
class RecordedEffectsTest {

    /** Both are exact but for rounding and where the propensity's iterations end. */
    private static final Percentage SAME = withinPercentage(1e-6);

    private final RecordedValues recorded = RecordedValues.of("did");

    @ParameterizedTest
    @CsvSource({"plain, ''", "covariate, base"})
    void effectsByGroupAndYearAreThoseOfDrdid(String name, String covariate) {
        GroupTimeDetails details = groupTime(covariate, "simple");

        assertThat(details.groupTime()).hasSize(14).allSatisfy(cell -> {
            String key = name + "." + cell.group().label() + "." + cell.time().label();
            assertThat(cell.estimate()).isCloseTo(recorded.of(key, "estimate"), SAME);
            assertThat(cell.standardError()).isCloseTo(recorded.of(key, "error"), SAME);
        });
    }

    @ParameterizedTest
    @CsvSource({"plain, ''", "covariate, base"})
    void averagesTakeInThatSharesOfGroupsAreEstimated(String name, String covariate) {
        GroupTimeDetails details = groupTime(covariate, "simple");

        assertSame(details.simple(), name + ".simple");
        assertSame(details.groupOverall(), name + ".group");
        assertSame(details.eventOverall(), name + ".event");
        assertSame(details.calendarOverall(), name + ".calendar");
        for (GroupTimeDetails.Group group : details.group()) {
            assertSame(
                    new Average(group.estimate(), group.standardError()),
                    name + ".group" + group.group().label());
        }
        assertThat(details.eventTime())
                .filteredOn(event -> event.time() >= 0)
                .hasSize(4)
                .allSatisfy(event -> assertSame(
                        new Average(event.estimate(), event.standardError()), name + ".event" + event.time()));
        assertThat(details.calendar())
                .filteredOn(time -> time.time().label().equals("2016"))
                .singleElement()
                .satisfies(
                        time -> assertSame(new Average(time.estimate(), time.standardError()), name + ".calendar2016"));
    }

    @ParameterizedTest
    @CsvSource({"simple", "group", "event", "calendar"})
    void theHeadlineIsTheAverageThatWasAskedFor(String aggregate) {
        Attribution found = answer("\"aggregate\": \"" + aggregate + "\"", "");

        assertThat(found.estimate()).isCloseTo(recorded.of("plain." + aggregate, "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("plain." + aggregate, "error"), SAME);
    }

    @ParameterizedTest
    @CsvSource({
        "notyet, '\"control\": \"not-yet-treated\"'",
        "universal, '\"basePeriod\": \"universal\"'",
        "anticipating, '\"anticipation\": 1'"
    })
    void otherControlsBasePeriodsAndAnticipationAreThoseOfDrdid(String name, String options) {
        Attribution found = answer(options, "");

        assertThat(((GroupTimeDetails) found.details()).groupTime())
                .filteredOn(cell -> !cell.reference())
                .hasSize(14)
                .allSatisfy(cell -> assertSame(
                        new Average(cell.estimate(), cell.standardError()),
                        name + "." + cell.group().label() + "." + cell.time().label()));
        assertThat(found.estimate()).isCloseTo(recorded.of(name + ".simple", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of(name + ".simple", "error"), SAME);
    }

    /** Without one of two groups the average is that over the periods of the other. */
    @Test
    void checksBesideTheAverageAreThoseOfTheirDefinitions() {
        Attribution found = answer("\"aggregate\": \"simple\"", "");

        assertThat(((GroupTimeDetails) found.details()).withoutGroup())
                .hasSize(2)
                .allSatisfy(left -> assertSame(
                        new Average(left.estimate(), left.standardError()),
                        left.group().label().equals("2014") ? "plain.group2016" : "plain.group2014"));
        // The recorded test is of the corrected variances, which are the usual ones.
        Diagnostic before = told(answer("\"inference\": \"by-clusters\"", ""), "pre-trends");
        assertThat(before.statistic().orElseThrow()).isCloseTo(recorded.of("before", "t"), SAME);
        assertThat(before.degreesOfFreedom())
                .singleElement()
                .satisfies(freedom -> assertThat(freedom).isCloseTo(recorded.of("before", "df"), SAME));
        assertThat(before.pValue()).hasValue(recorded.of("before", "p"));
        assertThat(told(found, "placebo-date").statistic().orElseThrow())
                .isCloseTo(recorded.of("placebo", "estimate"), SAME);
    }

    private static Diagnostic told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void imputedEffectsAndTheirErrorsAreThoseOfTheirDefinition() {
        Attribution found = answer("\"estimator\": \"imputation\"", "");

        assertThat(found.estimate()).isCloseTo(recorded.of("imputation", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("imputation", "error"), SAME);
    }

    @Test
    void theTwoWayEffectIsThatOfARegressionOnIndicators() {
        Attribution found = RecordedValues.answer("panel", """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "unit", "time": "year", "treatment": "treated"},
                "options": {"estimator": "twoway-fixed-effects", "variance": "cluster"}""");

        assertThat(found.estimate()).isCloseTo(recorded.of("twoWay", "estimate"), SAME);
        assertThat(found.standardError()).isCloseTo(recorded.of("twoWay", "cluster"), SAME);
    }

    private void assertSame(Average found, String name) {
        assertThat(found.estimate()).as(name).isCloseTo(recorded.of(name, "estimate"), SAME);
        assertThat(found.standardError()).as(name).isCloseTo(recorded.of(name, "error"), SAME);
    }

    private static GroupTimeDetails groupTime(String covariate, String aggregate) {
        return (GroupTimeDetails)
                answer("\"aggregate\": \"" + aggregate + "\"", covariate).details();
    }

    private static Attribution answer(String options, String covariate) {
        return RecordedValues.answer("panel", """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "unit", "time": "year", "treatmentStart": "start"%s},
                "options": {%s}""".formatted(
                        covariate.isEmpty() ? "" : ", \"covariates\": [\"" + covariate + "\"]",
                        options.contains("inference") ? options : "\"inference\": \"large-sample\", " + options));
    }
}
