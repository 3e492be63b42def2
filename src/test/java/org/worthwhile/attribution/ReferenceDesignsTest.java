package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.discontinuity.DiscontinuityDetails;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.instrument.InstrumentDetails;
import org.worthwhile.attribution.observational.ObservationalDetails;
import org.worthwhile.attribution.panel.PanelRegression;
import org.worthwhile.attribution.synthetic.SyntheticDetails;

/** The published results of every other design, at the tolerances that their figures are printed to. */
class ReferenceDesignsTest {

    private static final double MILLIONTH_IN_PER_CENT = 1e-4;

    private static final String SENATE = """
            "design": "regression-discontinuity", "columns": {"outcome": "vote", "runningVariable": "margin"}""";

    @Test
    void theSenateDiscontinuityIsThatOfRdrobust() {
        Attribution senate = ReferenceCase.attribute("senate-rd", SENATE);
        assertThat(senate.estimate()).isCloseTo(7.414131, within(5e-7));
        assertThat(senate.standardError()).isCloseTo(1.458716, within(5e-7));
        assertThat(senate.interval().low()).isCloseTo(4.093699, within(5e-6));
        assertThat(senate.interval().high()).isCloseTo(10.91931, within(5e-5));
        var details = (DiscontinuityDetails) senate.details();
        assertThat(details.bandwidth().h()).isCloseTo(17.75440, within(5e-6));
        assertThat(details.bandwidth().b()).isCloseTo(28.02809, within(5e-6));
        assertThat(details.biasCorrected().estimate()).isCloseTo(7.506502, within(5e-7));
        assertThat(details.robust().standardError()).isCloseTo(1.741258, within(5e-7));
        assertThat(details.effectiveRows()).containsEntry("left", 360).containsEntry("right", 323);
    }

    @Test
    void theSenateDiscontinuityWithAUniformKernelIsThatOfRdrobust() {
        Attribution senate = ReferenceCase.attribute("senate-rd", SENATE + ", \"options\": {\"kernel\": \"uniform\"}");
        assertThat(senate.estimate()).isCloseTo(7.202475, within(5e-7));
        assertThat(((DiscontinuityDetails) senate.details()).bandwidth().h()).isCloseTo(11.59687, within(5e-6));
    }

    /** With the bandwidth, estimate and standard error of Calonico and others 2017, Stata Journal 17; recalled, not looked up. */
    @Test
    void theSenateDiscontinuityWithCovariatesIsThatOfRdrobustAtItsBandwidth() {
        Attribution senate = ReferenceCase.attribute("senate-rd", """
                "design": "regression-discontinuity",
                "columns": {"outcome": "vote", "runningVariable": "margin",
                            "covariates": ["class", "termshouse", "termssenate"]},
                "options": {"bandwidth": 17.987}""");
        assertThat(senate.observations()).isEqualTo(1108);
        assertThat(senate.estimate()).isCloseTo(6.8514, within(5e-5));
        assertThat(senate.standardError()).isCloseTo(1.4081, within(5e-5));
    }

    /** With a uniform kernel, a side is a regression on the rows within the bandwidth; rows as clusters make it HC1. */
    @Test
    void aDiscontinuityWithClustersOfOneRowIsTwoRobustRegressions() {
        Random random = new Random(8);
        double[] x = new double[300];
        double[] y = new double[300];
        double[] row = new double[300];
        for (int i = 0; i < 300; i++) {
            x[i] = random.nextDouble() * 2 - 1;
            y[i] = (x[i] >= 0 ? 2 : 0) + x[i] + random.nextGaussian() * (1 + Math.abs(x[i]));
            row[i] = i;
        }
        Dataset data = new Dataset(
                "made",
                List.of(new Column.Numeric("x", x), new Column.Numeric("y", y), new Column.Numeric("row", row)),
                300,
                "");
        Attribution clustered = Attributor.attribute(ReferenceCase.studyCase(data, """
                "design": "regression-discontinuity",
                "columns": {"outcome": "y", "runningVariable": "x", "cluster": "row"},
                "options": {"kernel": "uniform", "bandwidth": 0.5}"""));
        double variance = 0;
        for (int side : new int[] {-1, 1}) {
            int[] rows = IntStream.range(0, 300)
                    .filter(i -> Math.abs(x[i]) <= 0.5 && (x[i] >= 0) == (side > 0))
                    .toArray();
            double[] near = IntStream.of(rows).mapToDouble(i -> x[i]).toArray();
            double[] outcome = IntStream.of(rows).mapToDouble(i -> y[i]).toArray();
            var fit = Regression.fit(
                    outcome,
                    List.of(LinearModel.intercept(rows.length), new Term("x", near)),
                    List.of(),
                    LinearModel.ones(rows.length));
            variance += Covariance.of(fit, Covariance.Kind.HC1, List.of()).matrix()[0][0];
        }
        assertThat(clustered.standardError()).isCloseTo(Math.sqrt(variance), within(1e-10));
    }

    private static final String COLLEGE = """
            "design": "instrumental-variable",
            "columns": {"outcome": "lwage", "treatment": "educ", "instruments": ["nearc4"],
                        "covariates": ["exper", "expersq", "black", "south", "smsa", "reg661", "reg662", "reg663", "reg664",
                                       "reg665", "reg666", "reg667", "reg668", "smsa66"]}""";

    @Test
    void theReturnToCollegeIsThatOfCard() {
        Attribution college = ReferenceCase.attribute("college-proximity-iv", COLLEGE);
        assertThat(college.observations()).isEqualTo(3010);
        assertThat(college.estimate()).isCloseTo(0.1315038, within(5e-8));
        assertThat(college.standardError()).isCloseTo(0.05414362, within(5e-8));
        Attribution equal =
                ReferenceCase.attribute("college-proximity-iv", COLLEGE + ", \"options\": {\"variance\": \"iid\"}");
        assertThat(equal.standardError()).isCloseTo(0.05496367, within(5e-9));
        var details = (InstrumentDetails) college.details();
        assertThat(details.firstStageF()).isCloseTo(13.255785, withinPercentage(MILLIONTH_IN_PER_CENT));
        assertThat(details.wuHausman()).isCloseTo(1.167645, within(5e-7));
        Attribution liml =
                ReferenceCase.attribute("college-proximity-iv", COLLEGE + ", \"options\": {\"estimator\": \"liml\"}");
        // With one instrument the two estimators are the same.
        assertThat(liml.estimate()).isCloseTo(college.estimate(), within(1e-9));
    }

    private static final String GRUNFELD = """
            "design": "panel-regression",
            "columns": {"outcome": "inv", "unit": "firm", "time": "year", "treatment": "value", "covariates": ["capital"]},
            "options": {"variance": "iid", "estimator": "%s"}""";

    /** As printed in Croissant and Millo 2008, Journal of Statistical Software 27(2); recalled, to be checked. */
    @Test
    void grunfeldWithRandomEffectsIsThatOfPlm() {
        Attribution random = ReferenceCase.attribute("grunfeld-panel", GRUNFELD.formatted("random-effects"));
        assertThat(random.estimate()).isCloseTo(0.109781, within(5e-7));
        assertThat(random.standardError()).isCloseTo(0.010493, within(5e-7));
        Coefficient capital = random.coefficients().getLast();
        assertThat(capital.estimate()).isCloseTo(0.308113, within(5e-7));
        assertThat(capital.standardError()).isCloseTo(0.017180, within(5e-7));
        var fit = (PanelRegression.Fit) random.details();
        assertThat(fit.withinVariance().orElseThrow()).isCloseTo(2784.46, within(0.01));
        assertThat(fit.betweenVariance().orElseThrow()).isCloseTo(7089.80, within(0.01));
        Diagnostic hausman = random.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals("hausman"))
                .findFirst()
                .orElseThrow();
        assertThat(hausman.statistic().orElseThrow()).isCloseTo(2.3304, within(5e-5));
        assertThat(hausman.pValue().orElseThrow()).isCloseTo(0.3119, within(5e-5));
    }

    /** With two times for each unit, changes and differences from the unit's mean are the same comparison. */
    @Test
    void firstDifferencesOfTwoTimesAreFixedEffectsOfUnitAndTime() {
        Random random = new Random(3);
        double[] unit = new double[60];
        double[] time = new double[60];
        double[] treatment = new double[60];
        double[] outcome = new double[60];
        for (int row = 0; row < 60; row++) {
            unit[row] = row % 30;
            time[row] = 2024 + row / 30;
            treatment[row] = random.nextGaussian();
            outcome[row] = unit[row] + 2 * treatment[row] + random.nextGaussian();
        }
        Dataset data = new Dataset(
                "made",
                List.of(
                        new Column.Numeric("firm", unit),
                        new Column.Numeric("year", time),
                        new Column.Numeric("value", treatment),
                        new Column.Numeric("inv", outcome)),
                60,
                "");
        String study = GRUNFELD.replace(", \"covariates\": [\"capital\"]", ", \"fixedEffects\": [\"firm\", \"year\"]");
        Attribution differences =
                Attributor.attribute(ReferenceCase.studyCase(data, study.formatted("first-differences")));
        Attribution effects = Attributor.attribute(ReferenceCase.studyCase(data, study.formatted("fixed-effects")));
        assertThat(differences.observations()).isEqualTo(30);
        assertThat(differences.estimate()).isCloseTo(effects.estimate(), within(1e-9));
        assertThat(differences.standardError()).isCloseTo(effects.standardError(), within(1e-9));
    }

    private static final String TOBACCO = """
            "design": "synthetic-control",
            "columns": {"outcome": "PacksPerCapita", "unit": "State", "time": "Year", "treatment": "treated"}""";

    @Test
    void theSyntheticDifferenceInDifferencesOfProposition99IsThatOfArkhangelskyAndOthers() {
        Attribution tobacco = ReferenceCase.attribute("prop99-synthetic-control", TOBACCO);
        assertThat(tobacco.estimate()).isCloseTo(-15.603828, withinPercentage(MILLIONTH_IN_PER_CENT));
        assertThat(tobacco.standardError()).isBetween(7.5, 10.5);
        var weights = ((SyntheticDetails) tobacco.details()).weights();
        assertThat(weights.time()).hasSize(3);
        assertThat(weights.time().get("1986")).isCloseTo(0.3665, within(5e-5));
        assertThat(weights.time().get("1987")).isCloseTo(0.2065, within(5e-5));
        assertThat(weights.time().get("1988")).isCloseTo(0.4271, within(5e-5));
        assertThat(weights.unit().get("Nevada")).isCloseTo(0.1245, within(5e-5));
        assertThat(weights.unit().get("New Hampshire")).isCloseTo(0.1050, within(5e-5));
        assertThat(weights.unit().get("Connecticut")).isCloseTo(0.0783, within(5e-5));
        assertThat(weights.unit().get("Delaware")).isCloseTo(0.0704, within(5e-5));
        assertThat(weights.unit().get("Colorado")).isCloseTo(0.0575, within(5e-5));
    }

    @Test
    void theSyntheticControlOfProposition99IsThatOfArkhangelskyAndOthers() {
        Attribution tobacco = ReferenceCase.attribute(
                "prop99-synthetic-control", TOBACCO + ", \"options\": {\"estimator\": \"synthetic-control\"}");
        assertThat(tobacco.estimate()).isCloseTo(-19.619663, within(0.01));
        var units = ((SyntheticDetails) tobacco.details()).weights().unit();
        assertThat(units.get("Utah")).isCloseTo(0.3961, within(0.02));
        assertThat(units.get("Montana")).isCloseTo(0.2323, within(0.02));
        assertThat(units.get("Nevada")).isCloseTo(0.2044, within(0.02));
        assertThat(units.get("Connecticut")).isCloseTo(0.1045, within(0.02));
        Attribution did = ReferenceCase.attribute(
                "prop99-synthetic-control", TOBACCO + ", \"options\": {\"estimator\": \"did\"}");
        assertThat(did.estimate()).isCloseTo(-27.349111, withinPercentage(MILLIONTH_IN_PER_CENT));
    }

    @Test
    void theTrainingExperimentIsThatOfDehejiaAndWahba() {
        Attribution trial = ReferenceCase.attribute("lalonde-matching", "nsw-experimental.csv", """
                "design": "randomised-trial", "columns": {"outcome": "re78", "treatment": "treat"}""");
        assertThat(trial.estimate()).isCloseTo(1794.34, within(0.005));
        assertThat(trial.standardError()).isCloseTo(671.00, within(0.005));
    }

    private static final String LALONDE = """
            "design": "observational", "options": {"estimator": "matching"%s},
            "columns": {"outcome": "re78", "treatment": "treat",
                        "covariates": ["age", "educ", "race", "married", "nodegree", "re74", "re75"]}""";

    @Test
    void matchingTheTrainedToTheirNearestGivesTheEffectFoundByTryingAll() {
        Attribution matching = ReferenceCase.attribute("lalonde-matching", LALONDE.formatted(""));
        assertThat(matching.estimate()).isCloseTo(894.3675, within(5e-5));
    }

    @Test
    void matchingTheTrainedBelowFirstGivesTheEffectOfMatchIt() {
        Attribution matching =
                ReferenceCase.attribute("lalonde-matching", LALONDE.formatted(", \"rule\": \"below-first\""));
        assertThat(matching.estimate()).isCloseTo(770.3902, within(5e-5));
        var details = (ObservationalDetails) matching.details();
        assertThat(details.matched().get(0)).isCloseTo(0.5774, within(5e-5));
        assertThat(details.matched().get(1)).isCloseTo(0.3629, within(5e-5));
        var education = details.balance().rows().stream()
                .filter(row -> row.covariate().equals("educ"))
                .findFirst()
                .orElseThrow();
        assertThat(education.treatedMean()).isCloseTo(10.3459, within(5e-5));
        assertThat(education.untreatedMean()).isCloseTo(10.5838, within(5e-5));
    }
}
