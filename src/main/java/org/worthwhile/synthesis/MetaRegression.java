package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The effect as a line of what studies differ in, with what is left between them (Berkey, Hoaglin, Mosteller and Colditz 1995).
 *
 * @param coefficients the intercept, then one for each moderator by its name
 * @param residual heterogeneity that moderators do not account for
 * @param r2 the share of tau2 that they account for; empty where there is none without them
 * @param test that all moderators' coefficients are zero; empty of several moderators where errors are robust to clusters
 */
public record MetaRegression(
        List<Named> coefficients, Heterogeneity residual, OptionalDouble r2, Optional<ModeratorTest> test) {
    public MetaRegression {
        coefficients = List.copyOf(coefficients);
    }

    /** A coefficient and what it is of. */
    public record Named(String term, PooledEffect effect) {}

    /**
     * A joint test: F with both degrees of freedom, or chi-squared where the second is empty.
     *
     * @param numerator how many coefficients
     */
    public record ModeratorTest(double statistic, int numerator, OptionalDouble denominator, double pValue) {}

    /** Empty where the iteration for tau2 does not converge. */
    static Optional<MetaRegression> of(
            MetaAnalysis question, List<EffectSize> effects, Dependence dependence, double tau2WithoutModerators) {
        SynthesisOptions options = question.options();
        EffectModel model = EffectModel.of(effects, values(question));
        return RandomEffectsFit.of(model, options.method(), options.inference(), options.level())
                .map(fit -> of(options, fit, dependence, tau2WithoutModerators));
    }

    private static MetaRegression of(
            SynthesisOptions options, RandomEffectsFit fit, Dependence dependence, double without) {
        List<PooledEffect> coefficients = dependence.coefficients(fit, options.level());
        List<String> terms = new ArrayList<>(List.of("intercept"));
        terms.addAll(options.moderators());
        return new MetaRegression(
                IntStream.range(0, terms.size())
                        .mapToObj(j -> new Named(terms.get(j), coefficients.get(j)))
                        .toList(),
                Heterogeneity.of(fit.model(), fit.tau2(), options.level()),
                without > 0 ? OptionalDouble.of(Math.max(0, (without - fit.tau2()) / without)) : OptionalDouble.empty(),
                dependence.isAny() ? testOfOne(coefficients) : Optional.of(test(fit)));
    }

    /** The square of its t where there is one moderator. */
    private static Optional<ModeratorTest> testOfOne(List<PooledEffect> coefficients) {
        PooledEffect last = coefficients.getLast();
        return coefficients.size() == 2
                ? Optional.of(new ModeratorTest(
                        last.statistic() * last.statistic(), 1, last.degreesOfFreedom(), last.pValue()))
                : Optional.empty();
    }

    /** What moderators take off the squares: each coordinate along an orthogonal column beside the intercept counts by itself. */
    private static ModeratorTest test(RandomEffectsFit fit) {
        int m = fit.coefficients().size() - 1;
        double square = 0;
        for (int j = 1; j <= m; j++) {
            double along = fit.fit().along(j);
            square += along * along / fit.factor();
        }
        OptionalDouble denominator = fit.pooled().degreesOfFreedom();
        return denominator.isPresent()
                ? new ModeratorTest(
                        square / m,
                        m,
                        denominator,
                        FDistribution.of(m, denominator.getAsDouble()).survivalProbability(square / m))
                : new ModeratorTest(
                        square, m, denominator, ChiSquaredDistribution.of(m).survivalProbability(square));
    }

    private static List<double[]> values(MetaAnalysis question) {
        return question.options().moderators().stream()
                .map(name -> question.studies().stream()
                        .mapToDouble(study -> study.moderators().get(name))
                        .toArray())
                .toList();
    }

    /** The columns of the regression, the intercept first. */
    static OrthogonalColumns columns(MetaAnalysis question) {
        List<double[]> columns = new ArrayList<>(values(question));
        double[] ones = new double[question.studies().size()];
        Arrays.fill(ones, 1);
        columns.addFirst(ones);
        return OrthogonalColumns.of(columns.toArray(double[][]::new));
    }
}
