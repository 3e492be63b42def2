package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.uncertainty.SmallCases.basis;
import static org.worthwhile.uncertainty.SmallCases.benefit;
import static org.worthwhile.uncertainty.SmallCases.normal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** What moves together moves together in value, whatever its distribution and however that is written. */
class DependenceTest {

    private static final int TRIALS = 40_000;

    /**
     * A distribution as it is written, and its quantiles written out anew.
     *
     * @param base the central value
     */
    private record Kind(String written, double base, DoubleUnaryOperator quantile) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(normal(100, 20), 100, p -> 100 + 20 * new NormalDistribution().inverseCumulativeProbability(p)),
            new Kind(
                    "{\"distribution\": \"event\", \"probability\": 0.7, \"relative\": true}",
                    100,
                    p -> p < 0.3 ? 0 : 100),
            new Kind(
                    "{\"distribution\": \"discrete\", \"values\": [160, 100, 60], \"probabilities\": [0.2, 0.5, 0.3]}",
                    100,
                    p -> p < 0.3 ? 60 : p < 0.8 ? 100 : 160),
            new Kind(
                    "{\"distribution\": \"empirical\", \"draws\": [130, 70, 95, 105]}",
                    100,
                    p -> new double[] {70, 95, 105, 130}[(int) (4 * p)]),
            new Kind(
                    "{\"distribution\": \"uniform\", \"low\": 0.5, \"high\": 1.5, \"relative\": true}",
                    -100,
                    p -> -150 + 100 * p));

    private record Couple(Kind first, Kind second, double rank) {}

    static List<Couple> couples() {
        List<Couple> couples = new ArrayList<>();
        for (Kind first : KINDS) {
            for (Kind second : KINDS) {
                couples.add(new Couple(first, second, 0.8));
                couples.add(new Couple(first, second, -0.8));
            }
        }
        return couples;
    }

    /** Against pairs of normal scores that are made from two independent ones by hand. */
    @ParameterizedTest
    @MethodSource("couples")
    void theSpreadOfASumIsThatOfAnIndependentCopula(Couple couple) {
        double score = 2 * Math.sin(Math.PI * couple.rank() / 6);
        NormalDistribution normal = new NormalDistribution();
        Random random = new Random(1);
        double[] sums = new double[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            double one = random.nextGaussian();
            double other = score * one + Math.sqrt(1 - score * score) * random.nextGaussian();
            sums[trial] = couple.first().quantile().applyAsDouble(normal.cumulativeProbability(one))
                    + couple.second().quantile().applyAsDouble(normal.cumulativeProbability(other));
        }
        double mean = Arrays.stream(sums).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(sums)
                .map(sum -> (sum - mean) * (sum - mean))
                .average()
                .orElseThrow());

        OptionUncertainty found = analyse(
                benefit("a", couple.first().base(), couple.first().written()) + ","
                        + benefit("b", couple.second().base(), couple.second().written()),
                couple.rank());

        // Of so many trials the standard error of a standard deviation is about 0.4% of it, of two of them 0.6%.
        assertThat(found.mean().value()).isCloseTo(mean, within(1.5));
        assertThat(found.sd().value()).isCloseTo(sd, within(0.02 * sd + 0.3));
    }

    private static OptionUncertainty analyse(String impacts, double rank) {
        return Uncertainty.analyse(
                        basis(impacts, "", correlated("do/a/effect", "do/b/effect", rank)),
                        TRIALS,
                        3,
                        Sampling.LATIN_HYPERCUBE,
                        2,
                        _ -> true)
                .options()
                .getFirst();
    }

    private static String correlated(String first, String second, double rank) {
        return ", \"correlations\": [{\"between\": [\"" + first + "\", \"" + second + "\"], \"rank\": " + rank + "}]";
    }

    @Test
    void aCostThatMayHappenDrivesNetValueDown() {
        AppraisalCase basis = basis(
                "",
                SmallCases.cost(100, "{\"distribution\": \"event\", \"probability\": 0.3, \"relative\": true}"),
                "");
        List<Driver> drivers = Uncertainty.analyse(basis, 2_000, 1, Sampling.PLAIN, 1, _ -> true)
                .options()
                .getFirst()
                .drivers();
        assertThat(drivers)
                .singleElement()
                .satisfies(
                        driver -> assertThat(driver.rankCorrelation().value()).isCloseTo(-1, within(1e-9)));
    }

    /** Independent effects of standard deviations 3 and 4: 9 and 16 of 25 parts of the variance, which ranks keep nearly. */
    @Test
    void independentInputsHaveTheirSharesOfVariance() {
        UncertaintyResult result = analysed(twoEffects(""));
        assertThat(result.whyNoShares()).isEmpty();
        List<Driver> drivers = result.options().getFirst().drivers();
        assertThat(drivers).extracting(Driver::input).containsExactly("do/b/effect", "do/a/effect");
        assertThat(drivers.get(0).varianceShare().orElseThrow()).isCloseTo(0.64, within(0.02));
        assertThat(drivers.get(1).varianceShare().orElseThrow()).isCloseTo(0.36, within(0.02));
    }

    @Test
    void inputsThatDependOnOneAnotherHaveNoSharesOfVariance() {
        UncertaintyResult result = analysed(twoEffects(correlated("do/a/effect", "do/b/effect", 0.5)));
        assertThat(result.whyNoShares()).isPresent();
        assertThat(result.options().getFirst().drivers())
                .hasSize(2)
                .allMatch(driver -> driver.varianceShare().isEmpty());
    }

    private static AppraisalCase twoEffects(String more) {
        return basis(benefit("a", 10, normal(10, 3)) + "," + benefit("b", 20, normal(20, 4)), "", more);
    }

    private static UncertaintyResult analysed(AppraisalCase basis) {
        return Uncertainty.analyse(basis, 20_000, 1, Sampling.LATIN_HYPERCUBE, 1, _ -> true);
    }

    @Test
    void aCorrelationWithWhatIsCertainIsRefused() {
        AppraisalCase basis = basis(
                benefit("a", 100, normal(100, 20)),
                "{\"id\": \"c\", \"title\": \"C\", \"bearer\": \"county\", \"kind\": \"revenue\", \"amount\":"
                        + " {\"annual\": 10}}",
                correlated("do/a/effect", "do/c/amount", 0.5));
        assertThatThrownBy(() -> Uncertainty.analyse(basis, 1_000, 1, Sampling.PLAIN, 1, _ -> true))
                .hasMessageContaining("/correlations/0: 'do/c/amount' is certain");
    }

    @Test
    void aPairThatStandsTwiceAndAnInputWithItselfAreRefused() {
        String impacts = benefit("a", 100, normal(100, 20)) + "," + benefit("b", 100, normal(100, 20));
        assertThatThrownBy(() -> basis(
                        impacts,
                        "",
                        ", \"correlations\": [{\"between\": [\"do/a/effect\", \"do/b/effect\"], \"rank\": 0.5},"
                                + "{\"between\": [\"do/b/effect\", \"do/a/effect\"], \"rank\": -0.5}]"))
                .hasMessageContaining("the same two inputs as the correlation 1 above");
        assertThatThrownBy(() -> basis(impacts, "", correlated("do/a/effect", "do/a/effect", 0.5)))
                .hasMessageContaining("with itself");
    }

    /** Two impacts valued by one figure of the library: named on either, the correlation is with that figure. */
    @Test
    void aCorrelationOfASharedFigureActsOnWhicheverItIsNamed() {
        String impact = "{\"id\": \"%s\", \"title\": \"T\", \"category\": \"social\", \"quantity\": {\"effect\": 10},"
                + " \"value\": {\"unitValue\": \"uk-wellbeing/wellby\"}}";
        String impacts = impact.formatted("a") + "," + impact.formatted("b");
        String costs = SmallCases.cost(300_000, normal(300_000, 30_000));
        double[] spread = new double[2];
        for (int named = 0; named < 2; named++) {
            AppraisalCase basis =
                    basis(impacts, costs, correlated("do/c/amount", "do/" + "ab".charAt(named) + "/value", 0.9));
            spread[named] = Uncertainty.analyse(basis, TRIALS, 1, Sampling.PLAIN, 2, _ -> true)
                    .options()
                    .getFirst()
                    .sd()
                    .value();
        }
        assertThat(spread[1]).isEqualTo(spread[0]);
        AppraisalCase apart = basis(impacts, costs, "");
        assertThat(spread[0])
                .isLessThan(0.8
                        * Uncertainty.analyse(apart, TRIALS, 1, Sampling.PLAIN, 2, _ -> true)
                                .options()
                                .getFirst()
                                .sd()
                                .value());
    }
}
