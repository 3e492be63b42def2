package org.worthwhile.attribution.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Interval;

/**
 * Against figures that the R package HonestDiD publishes in its readme, and its Stata sibling in the log of its tests. The package
 * reads the ends of relative magnitudes off a grid of 1,000 points over 40 standard errors, or of 100 from -1 to 1, so that its
 * ends lie inside the exact ones by up to a step; its first critical value is by 1,000 draws.
 */
class PublishedTrendsTest {

    /** Benzarti and Carloni (2019): value added tax and restaurants' profits, 2004 to 2012 without 2008. */
    private static final double[] PROFITS = {
        0.00669635180383921,
        0.0293450336903334,
        -0.00647297222167253,
        0.0730149894952774,
        0.195961117744446,
        0.312063902616501,
        0.239541545510292,
        0.126042500138283
    };

    private static final double[][] OF_PROFITS = {
        {
            0.000842835812363774,
            0.00047686867765151,
            0.000261805107584223,
            0.000235422034165822,
            0.000167637146660127,
            0.000112870766315609,
            1.99281621462433e-05,
            -0.000136826536618173
        },
        {
            0.00047686867765151,
            0.000642542028799653,
            0.000398742500692606,
            0.00024355151981581,
            0.000220196030568331,
            0.00018045911565423,
            3.84376508009154e-05,
            -2.96042198897339e-05
        },
        {
            0.000261805107584223,
            0.000398742500692606,
            0.000522994960192591,
            0.000211768609005958,
            0.000184072225238197,
            0.000145852784044109,
            7.00519740348682e-05,
            5.95299497945234e-05
        },
        {
            0.000235422034165822,
            0.00024355151981581,
            0.000211768609005958,
            0.000308959541143849,
            0.000119786607683636,
            0.000133408131659962,
            0.000101633500889875,
            0.000107905172626488
        },
        {
            0.000167637146660127,
            0.000220196030568331,
            0.000184072225238197,
            0.000119786607683636,
            0.000359970435965806,
            0.000247881864197552,
            0.000174957924173214,
            0.000165425692102872
        },
        {
            0.000112870766315609,
            0.00018045911565423,
            0.000145852784044109,
            0.000133408131659962,
            0.000247881864197552,
            0.000426394981332123,
            0.000217143780901097,
            0.000289274787064642
        },
        {
            1.99281621462433e-05,
            3.84376508009154e-05,
            7.00519740348682e-05,
            0.000101633500889875,
            0.000174957924173214,
            0.000217143780901097,
            0.000488669786136597,
            0.000380532204871997
        },
        {
            -0.000136826536618173,
            -2.96042198897339e-05,
            5.95299497945234e-05,
            0.000107905172626488,
            0.000165425692102872,
            0.000289274787064642,
            0.000380532204871997,
            0.000761739443987608
        }
    };

    /** Medicaid's expansion and insurance, 2008 to 2015 without 2013, the regression with a control. */
    private static final double[] INSURANCE = {
        -0.00550345940206875,
        -0.011227788203632,
        -0.00246761262044779,
        -0.00166616164647801,
        -0.000239216716072322,
        0.0465731911263209,
        0.0692965211391316
    };

    private static final double[][] OF_INSURANCE = {
        {
            7.96191162584381e-05,
            6.41278024612905e-05,
            4.65190830618128e-05,
            3.61717647138864e-05,
            4.68581549115742e-05,
            5.02614600105623e-05,
            2.60504510334684e-05
        },
        {
            6.41278024612905e-05,
            7.51579835206059e-05,
            3.95286496278768e-05,
            3.04217585614585e-05,
            4.84544313262602e-05,
            4.60916383005711e-05,
            2.84412377667667e-05
        },
        {
            4.65190830618128e-05,
            3.95286496278768e-05,
            5.12805619744099e-05,
            2.83705988278614e-05,
            2.95729135025594e-05,
            3.32667564704673e-05,
            1.16174012052137e-05
        },
        {
            3.61717647138864e-05,
            3.04217585614585e-05,
            2.83705988278614e-05,
            4.13817388769679e-05,
            2.59093656678588e-05,
            2.57110663549356e-05,
            4.59973836371368e-06
        },
        {
            4.68581549115742e-05,
            4.84544313262602e-05,
            2.95729135025594e-05,
            2.59093656678588e-05,
            5.78826697462853e-05,
            3.98160151499349e-05,
            1.17125810584508e-05
        },
        {
            5.02614600105623e-05,
            4.60916383005711e-05,
            3.32667564704673e-05,
            2.57110663549356e-05,
            3.98160151499349e-05,
            8.4278488176577e-05,
            6.24777842076134e-05
        },
        {
            2.60504510334684e-05,
            2.84412377667667e-05,
            1.16174012052137e-05,
            4.59973836371368e-06,
            1.17125810584508e-05,
            6.24777842076134e-05,
            0.000106077638426776
        }
    };

    private static EventStudy profits(double... weights) {
        return study(new int[] {2004, 2005, 2006, 2007, 2009, 2010, 2011, 2012}, 2008, PROFITS, OF_PROFITS, weights);
    }

    private static EventStudy study(
            int[] times, int reference, double[] estimates, double[][] covariance, double... weights) {
        double[] all = new double[times.length];
        System.arraycopy(weights, 0, all, times.length - weights.length, weights.length);
        return EventStudy.of(times, reference, estimates, covariance, all, Double.POSITIVE_INFINITY, 0.95)
                .orElseThrow();
    }

    private static final double STEP = 40 * Math.sqrt(OF_PROFITS[4][4]) / 999;

    @ParameterizedTest
    @CsvSource({
        "0, 0.159, 0.233",
        "0.2222222222, 0.143, 0.248",
        "0.4444444444, 0.123, 0.266",
        "0.6666666667, 0.102, 0.287",
        "0.8888888889, 0.0786, 0.308",
        "1.1111111111, 0.0551, 0.329",
        "1.3333333333, 0.0315, 0.352",
        "1.5555555556, 0.00722, 0.376"
    })
    void theFirstEffectOnProfitsUnderDriftsOfAMultipleOfTheLargestBefore(double multiple, double low, double high) {
        Interval found = new RelativeMagnitudes(profits(1, 0, 0, 0)).interval(multiple);
        assertThat(found.low()).isCloseTo(low, within(STEP + 0.0005));
        assertThat(found.high()).isCloseTo(high, within(STEP + 0.0005));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.192, 0.253", "0.5, 0.0707, 0.354", "1, -0.0505, 0.495", "1.5, -0.192, 0.636", "2, -0.333, 0.778"})
    void theAverageEffectOnProfitsLeavesLessThanAStepOfItsCoarseGrid(double multiple, double low, double high) {
        Interval found = new RelativeMagnitudes(profits(0.25, 0.25, 0.25, 0.25)).interval(multiple);
        assertThat(found.low()).isBetween(low - 2.0 / 99, low + 0.0005);
        assertThat(found.high()).isBetween(high - 0.0005, high + 2.0 / 99);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.131, 0.216", "0.1, 0.119, 0.419", "0.2, 0.0194, 0.519", "0.3, -0.0806, 0.619"})
    void theFirstEffectOnProfitsWhereSlopesChange(double bend, double low, double high) {
        Interval found = new Smoothness(profits(1, 0, 0, 0)).interval(bend);
        assertThat(found.low()).isCloseTo(low, within(0.0006));
        assertThat(found.high()).isCloseTo(high, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.133, 0.230", "0.1, -0.186, 0.988", "0.2, -0.686, 1.49", "0.3, -1.19, 1.99"})
    void theAverageEffectOnProfitsWhereSlopesChange(double bend, double low, double high) {
        Interval found = new Smoothness(profits(0.25, 0.25, 0.25, 0.25)).interval(bend);
        assertThat(found.low()).isCloseTo(low, within(0.0055));
        assertThat(found.high()).isCloseTo(high, within(0.0055));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0264, 0.0607",
        "0.01, 0.0128, 0.0788",
        "0.02, 0.00186, 0.0908",
        "0.03, -0.00814, 0.101",
        "0.04, -0.0181, 0.111",
        "0.05, -0.0281, 0.121"
    })
    void theFirstEffectOnInsuranceWhereSlopesChange(double bend, double low, double high) {
        Interval found = new Smoothness(study(
                        new int[] {2008, 2009, 2010, 2011, 2012, 2014, 2015}, 2013, INSURANCE, OF_INSURANCE, 1, 0))
                .interval(bend);
        assertThat(found.low()).isCloseTo(low, within(0.0002));
        assertThat(found.high()).isCloseTo(high, within(0.0006));
    }
}
