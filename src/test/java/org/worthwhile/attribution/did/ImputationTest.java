package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

class ImputationTest {

    private static final String PLAIN = "";
    private static final String COVARIATE = ", \"covariates\": [\"x\"]";

    /** Outcomes without noise: a unit's level, a course of time, twice the covariate and an effect of 3. */
    @Test
    void coefficientsOfCovariatesComeFromUntreatedRowsAndTheEffectIsExact() {
        Rows rows = new Rows(1);
        for (int unit = 0; unit < 12; unit++) {
            for (int t = 0; t < 8; t++) {
                double start = unit < 6 ? 0 : unit < 9 ? 4 : 5;
                double x = rows.random.nextGaussian() + t * unit * 0.1;
                rows.add(unit, t, start, x, unit + t * t + 2 * x + (start > 0 && t >= start ? 3 : 0));
            }
        }
        Attribution found = rows.attribute(COVARIATE);
        assertThat(found.estimate()).isCloseTo(3, within(1e-9));
        assertThat(rows.attribute(PLAIN).estimate()).isNotCloseTo(3, within(0.01));
    }

    /**
     * With one covariate and effects for units and periods, the estimate is linear in outcomes; with no noise but in one
     * untreated row its weight is the estimate's move, and the error is that weight times what the row departs from its fit.
     */
    @Test
    void theInfluenceOfAnUntreatedRowIsWhatItsOutcomeMoves() {
        Rows rows = new Rows(2);
        for (int unit = 0; unit < 6; unit++) {
            for (int t = 0; t < 5; t++) {
                double x = rows.random.nextGaussian();
                rows.add(unit, t, unit < 3 ? 0 : 3, x, unit + t + x);
            }
        }
        PanelRows panel = PanelRows.withStarts(rows.study(COVARIATE));
        boolean[] untreated = new boolean[30];
        double[] weights = new double[30];
        for (int row = 0; row < 30; row++) {
            untreated[row] = row < 15 || row % 5 < 3;
            weights[row] = untreated[row] ? 0 : 1.0 / 6;
        }
        List<Term> terms = List.of(new Term("x", rows.column(3)));
        double[] outcome = rows.column(4);
        double[] ofRows = new java.util.Random(11).doubles(30, 0.5, 2).toArray();
        double[] influence = UntreatedModel.fit(
                        panel.units(), panel.periods().grouping(), untreated, terms, outcome, ofRows)
                .influence(weights);
        outcome[7] += 1;
        double[] moved = UntreatedModel.fit(
                        panel.units(), panel.periods().grouping(), untreated, terms, outcome, ofRows)
                .departures();
        double estimate = 0;
        for (int row = 0; row < 30; row++) {
            estimate += weights[row] * moved[row];
        }
        assertThat(influence[7]).isCloseTo(estimate, within(1e-9)).isNotCloseTo(0, within(1e-3));
    }

    /** A weight of two is a unit that stands twice, but for the error, which counts units. */
    @Test
    void aWeightOfTwoEstimatesAsAUnitThatStandsTwice() {
        Rows weighted = new Rows(8);
        Rows twice = new Rows(8);
        for (int unit = 0; unit < 12; unit++) {
            for (int t = 0; t < 6; t++) {
                double start = unit < 6 ? 0 : 3 + unit % 2;
                double weight = unit % 3 == 0 ? 2 : 1;
                double y = unit + t * t + (start > 0 && t >= start ? unit : 0) + weighted.random.nextGaussian();
                weighted.add(unit, t, start, weight, y);
                for (int copy = 0; copy < weight; copy++) {
                    twice.add(unit + 100 * copy, t, start, 1, y);
                }
            }
        }
        Attribution found = weighted.attribute(", \"weight\": \"x\"");
        assertThat(found.estimate())
                .isCloseTo(twice.attribute(PLAIN).estimate(), within(1e-9))
                .isNotCloseTo(weighted.attribute(PLAIN).estimate(), within(0.01));
        assertThat(found.standardError()).isGreaterThan(twice.attribute(PLAIN).standardError());
    }

    /** Units move by 3 from the period before their treatment, which is told neither from the model nor as an effect. */
    @Test
    void periodsInWhichTreatmentMayBeAnticipatedTellNothingOfItsAbsence() {
        Rows rows = new Rows(10);
        for (int unit = 0; unit < 9; unit++) {
            for (int t = 0; t < 8; t++) {
                int start = unit < 4 ? 0 : unit < 7 ? 4 : 6;
                rows.add(unit, t, start, 0, 2 * unit + t * t + (start > 0 && t >= start - 1 ? 3 : 0));
            }
        }
        Attribution found = rows.attribute(PLAIN, ", \"anticipation\": 1");
        assertThat(found.estimate()).isCloseTo(3, within(1e-9));
        assertThat(((Imputation.ImputationDetails) found.details()).untreatedRows())
                .isEqualTo(4 * 8 + 3 * 3 + 2 * 5);
        assertThat(rows.attribute(PLAIN).estimate()).isNotCloseTo(3, within(0.1));
    }

    /**
     * Three cohorts of one unit, and no noise but in their effects: 1 and 2, 3 and 6, and 5, of which the means are 3 in the first
     * period of treatment and 4 in the second. The units depart from these by -2 - 2, 0 + 2 and 2, of five rows.
     */
    @Test
    void effectsOfSingleUnitsAreHeldAgainstTheMeanAtTheirTimeSinceTreatment() {
        double[][] effects = {{1, 2}, {3, 6}, {5}};
        Rows rows = new Rows(11);
        for (int unit = 0; unit < 7; unit++) {
            int start = unit < 4 ? 0 : unit - 1;
            for (int t = 0; t < 6; t++) {
                int since = t - start;
                if (start == 0 || since < 0) {
                    rows.add(unit, t, start, 0, unit + t);
                } else if (since < effects[unit - 4].length) {
                    rows.add(unit, t, start, 0, unit + t + effects[unit - 4][since]);
                }
            }
        }
        Attribution found = rows.attribute(PLAIN, ", \"inference\": \"large-sample\"");
        assertThat(found.estimate()).isCloseTo(17.0 / 5, within(1e-9));
        assertThat(found.standardError()).isCloseTo(Math.sqrt(16 + 4 + 4) / 5, within(1e-9));
        assertThat(found.conventions().getFirst()).contains("at a time since treatment, as some cohorts are one unit");
        assertThat(told(found, "few-treated").message()).contains("of 3 treated units in all");
    }

    /** Controls are first seen in the period in which treatment starts, when everybody moves by 50. */
    @Test
    void anEffectThatCannotBeToldFromAChangeCommonToAllIsRefused() {
        Rows rows = new Rows(3);
        for (int unit = 0; unit < 8; unit++) {
            for (int t = unit < 4 ? 4 : 0; t < 8; t++) {
                rows.add(unit, t, unit < 4 ? 0 : 4, 0, unit + (t >= 4 ? 50 : 0) + rows.random.nextGaussian());
            }
        }
        assertThatThrownBy(() -> rows.attribute(PLAIN)).hasMessageContaining("the effect is not identified");
    }

    @Test
    void treatedRowsThatAreNotIdentifiedAreLeftOutAndCounted() {
        Rows rows = new Rows(4);
        for (int unit = 0; unit < 8; unit++) {
            for (int t = 0; t < (unit < 4 ? 7 : 8); t++) {
                rows.add(unit, t, unit < 4 ? 0 : 4, 0, unit + t + rows.random.nextGaussian());
            }
        }
        assertThat(rows.attribute(PLAIN).dropped())
                .singleElement()
                .isEqualTo(new Dropped(
                        "treated rows whose effect is not identified, as no untreated rows tie their unit to their period",
                        4));
    }

    /** Effects of single units differ by chance with standard deviation 2, of which 2 / sqrt(5) stays in their mean. */
    @Test
    void cohortsOfOneUnitAreHeldAgainstOneAnotherAndTold() {
        Rows rows = new Rows(5);
        double[] effects = {-2, 1, 3, 0, 3};
        for (int unit = 0; unit < 25; unit++) {
            for (int t = 0; t < 10; t++) {
                int start = unit < 20 ? 0 : unit - 17;
                double effect = start > 0 && t >= start ? effects[unit - 20] : 0;
                rows.add(unit, t, start, 0, unit + effect + 0.05 * rows.random.nextGaussian());
            }
        }
        Attribution found = rows.attribute(PLAIN);
        assertThat(found.standardError()).isBetween(0.5, 1.5);
        assertThat(told(found, "few-treated").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
    }

    @Test
    void theTreatedWhoDriftedAwayBeforeTreatmentFailTheTestOfTrends() {
        assertThat(told(drifting(0), "pre-trends").outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(told(drifting(1), "pre-trends").outcome()).isEqualTo(Diagnostic.Outcome.FAIL);
    }

    /**
     * Years before treatment are compared with those more than five before it, by a regression of untreated rows alone on indicators
     * of the last five years before treatment, units and years.
     */
    @Test
    void effectsBeforeTreatmentAreARegressionOfUntreatedRows() {
        Rows rows = new Rows(9);
        for (int unit = 0; unit < 12; unit++) {
            for (int t = 0; t < 10; t++) {
                int start = unit < 5 ? 0 : unit < 9 ? 7 : 8;
                rows.add(unit, t, start, 0, unit + Math.cos(t) + rows.random.nextGaussian());
            }
        }
        double[] unit = rows.column(0);
        double[] year = rows.column(1);
        double[] start = rows.column(2);
        int[] kept = IntStream.range(0, unit.length)
                .filter(row -> start[row] == 0 || year[row] < start[row])
                .toArray();
        List<Term> leads = new ArrayList<>();
        for (int event = -1; event >= -5; event--) {
            int own = event;
            leads.add(new Term(
                    "lead " + event,
                    IntStream.of(kept)
                            .mapToDouble(row -> start[row] > 0 && year[row] - start[row] == own ? 1 : 0)
                            .toArray()));
        }
        double[] outcome = rows.column(4);
        double[] expected = Regression.fit(
                        IntStream.of(kept).mapToDouble(row -> outcome[row]).toArray(),
                        leads,
                        List.of(
                                Grouping.of(kept.length, i -> "u" + unit[kept[i]]),
                                Grouping.of(kept.length, i -> "t" + year[kept[i]])),
                        LinearModel.ones(kept.length))
                .coefficients();

        List<Imputation.EventTime> found =
                ((Imputation.ImputationDetails) rows.attribute(PLAIN).details()).eventTime();

        assertThat(found).extracting(Imputation.EventTime::time).containsExactly(-5, -4, -3, -2, -1, 0, 1, 2);
        for (int i = 0; i < 5; i++) {
            assertThat(found.get(i).estimate()).isCloseTo(expected[4 - i], within(1e-9));
            assertThat(found.get(i).standardError()).isPositive();
        }
    }

    private static Attribution drifting(double drift) {
        Rows rows = new Rows(6);
        for (int unit = 0; unit < 40; unit++) {
            for (int t = 0; t < 9; t++) {
                double trend = unit < 20 ? 0 : drift * t;
                rows.add(unit, t, unit < 20 ? 0 : 6, 0, unit + trend + rows.random.nextGaussian());
            }
        }
        return rows.attribute(PLAIN);
    }

    private static Diagnostic told(Attribution attribution, String id) {
        return attribution.diagnostics().stream()
                .filter(told -> told.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Rows of unit, time, start, covariate and outcome as they are made. */
    private static final class Rows {

        final Random random;
        private final List<double[]> rows = new ArrayList<>();

        Rows(long seed) {
            this.random = new Random(seed);
        }

        void add(double unit, double time, double start, double covariate, double outcome) {
            rows.add(new double[] {unit, time + 2000, start > 0 ? start + 2000 : 0, covariate, outcome});
        }

        double[] column(int column) {
            return rows.stream().mapToDouble(row -> row[column]).toArray();
        }

        StudyCase study(String roles) {
            return study(roles, "");
        }

        StudyCase study(String roles, String options) {
            return StudyCases.of(
                    """
                    "design": "difference-in-differences", "options": {"estimator": "imputation"%s},
                    "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"%s}""".formatted(options, roles),
                    new Column.Numeric("u", column(0)),
                    new Column.Numeric("t", column(1)),
                    new Column.Numeric("g", column(2)),
                    new Column.Numeric("x", column(3)),
                    new Column.Numeric("y", column(4)));
        }

        Attribution attribute(String roles) {
            return attribute(roles, "");
        }

        Attribution attribute(String roles, String options) {
            return Attributor.attribute(study(roles, options));
        }
    }
}
