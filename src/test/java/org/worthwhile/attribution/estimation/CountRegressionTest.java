package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountRegressionTest {

    /** Of half of them the likelihood rises with theta without end, and of some it is all but flat far out. */
    @Test
    void aNegativeBinomialOfPoissonsCountsIsFittedWhateverTheyAre() {
        double[] time = IntStream.range(0, 24).asDoubleStream().toArray();
        List<Term> terms = List.of(LinearModel.intercept(24), new Term("time", time));
        for (int set = 0; set < 400; set++) {
            Random random = new Random(set);
            double[] counts = IntStream.range(0, 24)
                    .mapToDouble(_ -> IntStream.range(0, 500)
                            .filter(_ -> random.nextDouble() < 0.01)
                            .count())
                    .toArray();
            assertThat(CountRegression.negativeBinomial(counts, terms, LinearModel.ones(24)))
                    .as("set " + set)
                    .isPresent();
        }
    }

    /** Counts that vary a little more than Poisson's, whose theta the likelihood hardly tells. */
    @Test
    void aThetaThatIsHardlyToldSettlesAllTheSame() {
        double[] counts = {19, 17, 19, 20, 26, 32, 24, 31, 31, 32, 27, 24, 21, 8, 17, 31, 15, 15, 17, 16, 21, 20, 16, 22
        };
        double[] time = IntStream.range(0, 24).asDoubleStream().toArray();
        double[] after =
                IntStream.range(0, 24).mapToDouble(t -> t >= 12 ? 1 : 0).toArray();
        double[] since =
                IntStream.range(0, 24).mapToDouble(t -> Math.max(0, t - 12)).toArray();
        List<Term> terms = List.of(
                LinearModel.intercept(24), new Term("time", time), new Term("after", after), new Term("since", since));
        CountRegression fit = CountRegression.negativeBinomial(counts, terms, LinearModel.ones(24))
                .orElseThrow();
        // glm.nb of the R package MASS, which ends at its limit of alternations.
        assertThat(fit.theta()).isCloseTo(2459.28, within(0.01));
    }

    /** Against a count of 0 all but throughout, where working regressions lead nowhere. */
    @Test
    void errorsOfRareCountsAreAnAutoregressionToo() {
        double[] time = IntStream.range(0, 30).asDoubleStream().toArray();
        double[] counts =
                IntStream.range(0, 30).mapToDouble(t -> t % 7 == 3 ? 1 : 0).toArray();
        List<Term> terms = List.of(LinearModel.intercept(30), new Term("time", time));
        CountRegression apart =
                CountRegression.poisson(counts, terms, LinearModel.ones(30)).orElseThrow();

        CountRegression.Serial serial = apart.autoregressive(
                counts,
                terms,
                LinearModel.ones(30),
                Grouping.of(30, _ -> ""),
                IntStream.range(0, 30).toArray());

        assertThat(serial.counts().means()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(serial.errors().covariance().standardError(1)).isPositive().isFinite();
    }
}
