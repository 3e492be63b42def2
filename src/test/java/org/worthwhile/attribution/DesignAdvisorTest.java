package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.exchange.JsonText;

/** What is recommended can be run, and what is odd about the data is said before it is. */
class DesignAdvisorTest {

    private static final String STARTS = """
            "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatmentStart": "start"}""";

    private static final String ROLES = """
            "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatment": "d"}""";

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(seed -> 1_000L + seed);
    }

    /** Units, times, treatments of every pattern, gaps, missing and constant values, with a random choice of roles. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsPossibleRuns(long seed) {
        Random random = new Random(seed);
        Dataset data = panel(random, Pattern.values()[random.nextInt(Pattern.values().length)], true);
        List<String> roles = new ArrayList<>(List.of("\"outcome\": \"y\""));
        for (String role : List.of(
                "\"unit\": \"unit\"",
                "\"time\": \"t\"",
                "\"treatment\": \"d\"",
                "\"treatmentStart\": \"start\"",
                "\"covariates\": [\"x\"]",
                "\"cluster\": \"region\"",
                "\"weight\": \"w\"",
                "\"runningVariable\": \"r\"",
                "\"instruments\": [\"z\"]",
                "\"fixedEffects\": [\"unit\", \"t\"]",
                "\"causes\": [\"x\", \"z\"]")) {
            if (random.nextInt(3) > 0) {
                roles.add(role);
            }
        }
        Advice advice = DesignAdvisor.advise(study("observational", roles, List.of(), data));

        for (Possibility option : advice.options()) {
            if (option.isPossible()) {
                List<String> left = option.leaveOut().stream().map(Role::id).toList();
                assertThatCode(() -> Attributor.attribute(study(JsonText.nameOf(option.design()), roles, left, data)))
                        .as(option.design() + " with " + roles)
                        .doesNotThrowAnyException();
            } else {
                assertThat(option.lacking()).allSatisfy(what -> assertThat(what).isNotBlank());
            }
        }
    }

    @Test
    void aTreatmentThatNeverVariesIsNoPanelToLearnFrom() {
        Dataset data = whole(new Random(5), Pattern.BY_UNIT);
        Advice advice = DesignAdvisor.advise(StudyCases.of("""
                "design": "panel-regression",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatment": "d", "fixedEffects": ["unit", "t"]}""", data));

        assertThat(option(advice, Design.PANEL_REGRESSION).isPossible()).isFalse();
        assertThat(advice.recommended()).isEmpty();
    }

    @Test
    void treatmentThatEndsAgainIsTold() {
        Advice advice = DesignAdvisor.advise(StudyCases.of("""
                "design": "panel-regression",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatment": "d", "fixedEffects": ["unit", "t"]}""", whole(new Random(6), Pattern.ON_AND_OFF)));

        assertThat(option(advice, Design.PANEL_REGRESSION).cautions()).anyMatch(text -> text.contains("ends again"));
    }

    @Test
    void differentStartsAndFewTreatedUnitsAreTold() {
        Advice staggered = DesignAdvisor.advise(StudyCases.of(
                "\"design\": \"difference-in-differences\", " + STARTS, whole(new Random(7), Pattern.STAGGERED)));
        Advice one = DesignAdvisor.advise(StudyCases.of(
                "\"design\": \"difference-in-differences\", " + ROLES, whole(new Random(8), Pattern.ONE_UNIT)));

        assertThat(option(staggered, Design.DIFFERENCE_IN_DIFFERENCES).lacking())
                .isEmpty();
        assertThat(option(one, Design.SYNTHETIC_CONTROL).lacking()).isEmpty();
        assertThat(option(staggered, Design.DIFFERENCE_IN_DIFFERENCES).cautions())
                .anyMatch(text -> text.contains("begins at 3 different times"));
        assertThat(option(one, Design.SYNTHETIC_CONTROL).cautions())
                .anyMatch(text -> text.contains("Only 1 unit is treated"));
        assertThat(option(one, Design.SYNTHETIC_CONTROL).cautions())
                .noneMatch(text -> text.contains("Treatment ends again") || text.contains("different times"));
        assertThat(order(one, Design.SYNTHETIC_CONTROL)).isLessThan(order(one, Design.DIFFERENCE_IN_DIFFERENCES));
        assertThat(order(staggered, Design.DIFFERENCE_IN_DIFFERENCES))
                .isLessThan(order(staggered, Design.SYNTHETIC_CONTROL));
    }

    private static int order(Advice advice, Design design) {
        return advice.options().indexOf(option(advice, design));
    }

    /** The estimators by group and period need starts, which the advice says and the run would refuse. */
    @Test
    void differenceInDifferencesNeedsStartsAndSaysWhereTheyStand() {
        Dataset data = whole(new Random(7), Pattern.STAGGERED);
        Advice advice =
                DesignAdvisor.advise(StudyCases.of("\"design\": \"difference-in-differences\", " + ROLES, data));
        Advice twoWay = DesignAdvisor.advise(StudyCases.of(
                "\"design\": \"difference-in-differences\", \"options\": {\"estimator\": \"twoway-fixed-effects\"}, "
                        + ROLES,
                data));

        assertThat(option(advice, Design.DIFFERENCE_IN_DIFFERENCES).lacking())
                .singleElement()
                .satisfies(what -> assertThat(what).contains("a column treatmentStart"));
        assertThat(option(twoWay, Design.DIFFERENCE_IN_DIFFERENCES).lacking()).isEmpty();
    }

    /** Had treatment varied, several rows of a unit at several times would have been a panel, and neither alone. */
    @Test
    void aPanelHasSeveralRowsOfAUnitAtSeveralTimes() {
        double[] y = {3, 1, 4, 1, 5, 9, 2, 6};
        double[] twice = {1, 1, 2, 2, 3, 3, 4, 4};
        double[] once = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] waves = {2001, 2002, 2001, 2002, 2001, 2002, 2001, 2002};
        double[] oneTime = {2001, 2001, 2001, 2001, 2001, 2001, 2001, 2001};

        assertThat(levelOfAPanelRegression(y, twice, waves)).isEqualTo(3);
        assertThat(levelOfAPanelRegression(y, once, waves)).isEqualTo(2);
        assertThat(levelOfAPanelRegression(y, twice, oneTime)).isEqualTo(2);
    }

    private static int levelOfAPanelRegression(double[] y, double[] unit, double[] time) {
        Dataset data = MadeData.of("y", y)
                .and("d", new double[y.length])
                .and("unit", unit)
                .and("t", time)
                .dataset();
        return option(
                        DesignAdvisor.advise(StudyCases.of("\"design\": \"panel-regression\", " + ROLES, data)),
                        Design.PANEL_REGRESSION)
                .marylandLevel();
    }

    private static Possibility option(Advice advice, Design design) {
        return advice.options().stream()
                .filter(option -> option.design() == design)
                .findFirst()
                .orElseThrow();
    }

    private static StudyCase study(String design, List<String> roles, List<String> leftOut, Dataset data) {
        String columns = roles.stream()
                .filter(role -> leftOut.stream().noneMatch(id -> role.startsWith("\"" + id + "\"")))
                .collect(Collectors.joining(", "));
        return StudyCases.of("\"design\": \"" + design + "\", \"columns\": {" + columns + "}", data);
    }

    /** Who is treated when. */
    private enum Pattern {
        NOBODY,
        EVERYBODY,
        BY_UNIT,
        AT_ONCE,
        STAGGERED,
        ON_AND_OFF,
        ONE_UNIT,
        BY_CHANCE;

        boolean isTreated(int unit, int time, int times, Random random) {
            return switch (this) {
                case NOBODY -> false;
                case EVERYBODY -> true;
                case BY_UNIT -> unit % 2 == 0;
                case AT_ONCE -> unit % 2 == 0 && time >= times / 2;
                case STAGGERED -> unit % 4 > 0 && time >= times / 2 + unit % 4 - 1;
                case ON_AND_OFF -> unit % 2 == 0 && time % 4 >= 2;
                case ONE_UNIT -> unit == 0 && time >= times - 2;
                case BY_CHANCE -> random.nextBoolean();
            };
        }
    }

    private static Dataset whole(Random random, Pattern pattern) {
        return panel(random, pattern, false);
    }

    private static Dataset panel(Random random, Pattern pattern, boolean gaps) {
        int units = pattern == Pattern.STAGGERED || pattern == Pattern.ONE_UNIT ? 16 : 1 + random.nextInt(20);
        int times = pattern == Pattern.STAGGERED || pattern == Pattern.ONE_UNIT ? 12 : 1 + random.nextInt(12);
        if (pattern == Pattern.BY_UNIT || pattern == Pattern.ON_AND_OFF) {
            units = Math.max(units, 8);
            times = Math.max(times, 8);
        }
        double absent = gaps && random.nextInt(3) == 0 ? 0.1 : 0;
        boolean constant = gaps && random.nextInt(10) == 0;
        String[] names = {"unit", "t", "d", "start", "x", "region", "w", "r", "z", "y"};
        List<double[]> rows = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            double start = 0;
            for (int time = 0; time < times; time++) {
                boolean treated = pattern.isTreated(unit, time, times, random);
                start = start == 0 && treated ? 2000 + time : start;
            }
            for (int time = 0; time < times; time++) {
                double treated = pattern.isTreated(unit, time, times, random) ? 1 : 0;
                double x = random.nextGaussian();
                double z = random.nextInt(5);
                double y = constant ? 3 : unit + 0.3 * time + treated + 0.4 * x + random.nextGaussian();
                if (random.nextDouble() >= absent) {
                    double outcome = gaps && random.nextInt(40) == 0 ? Double.NaN : y;
                    rows.add(new double[] {
                        unit,
                        2000 + time,
                        treated,
                        start,
                        x,
                        unit / 3,
                        1 + unit % 3,
                        2 * random.nextDouble() - 1,
                        z,
                        outcome
                    });
                }
            }
        }
        if (rows.isEmpty()) {
            rows.add(new double[] {0, 2000, 0, 0, 1, 0, 1, 0, 1, 1});
        }
        return new Dataset(
                "made",
                Arrays.stream(names)
                        .map(name -> (Column) new Column.Numeric(
                                name,
                                rows.stream()
                                        .mapToDouble(
                                                row -> row[Arrays.asList(names).indexOf(name)])
                                        .toArray()))
                        .toList(),
                rows.size(),
                "");
    }
}
