package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;

/** From how many clusters on their errors are relied on, and what is said where they are not. */
class ClusterCountTest {

    private static ClusterCount count(int clusters, int treated, double inEffect) {
        return new ClusterCount(
                "g",
                clusters,
                treated < 0 ? Optional.empty() : Optional.of(treated),
                inEffect == 0 ? OptionalDouble.empty() : OptionalDouble.of(inEffect));
    }

    /** Usual errors want thirty clusters, six treated ones where treatment is yes or no, and what would be worth fifteen equal ones. */
    @ParameterizedTest
    @CsvSource({
        "30, -1, 0, PASS, 'There are 30 clusters (''g''), enough for standard errors clustered by them.'",
        "29, -1, 0, WARN, '; with fewer than 30 the standard error may be too small'",
        "29, 3, 2, WARN, ', 3 of them treated; with fewer than 30 the standard error may be too small'",
        "40, 6, 0, PASS, ', 6 of them treated, enough'",
        "40, 5, 0, WARN, ', 5 of them treated, but what decides the effect lies in few of them, so that'",
        "40, -1, 15, PASS, ', enough'",
        "40, -1, 14.4, WARN, 'lies in few of them: they are worth about 14, so that'",
        "40, -1, NaN, WARN, 'lies in few of them'",
        "40, 40, 0, PASS, ', all of them treated at some time, enough'"
    })
    void usualErrorsWantManyClusters(int clusters, int treated, double inEffect, Outcome outcome, String words) {
        Diagnostic told = count(clusters, treated, inEffect).diagnostic(Covariance.Kind.CLUSTER);

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.statistic()).hasValue(clusters);
        assertThat(told.message()).contains(words);
    }

    /** Errors that allow for the number of clusters rest on too few where these, or the treated ones, are fewer than six. */
    @ParameterizedTest
    @CsvSource({
        "6, -1, 0, PASS, '; the standard error and its degrees of freedom allow for their number.'",
        "5, -1, 0, WARN, 'allow for their number, but with so few the finding rests on what one or two of them did.'",
        "40, 6, 20.26, PASS, '; the standard error and its 19.3 degrees of freedom allow for their number.'",
        "40, 5, 9, WARN, '; the standard error and its 8 degrees of freedom allow for their number, but with so few'",
        "40, -1, 3, PASS, 'its 2 degrees of freedom'",
        "40, 1, 2, WARN, ', 1 of them treated: how far its outcome is chance cannot be seen in it'"
    })
    void errorsThatAllowForTheirNumberWantSix(
            int clusters, int treated, double inEffect, Outcome outcome, String words) {
        Diagnostic told = count(clusters, treated, inEffect).diagnostic(Covariance.Kind.CR2);

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.message()).contains(words);
    }

    @Test
    void oneTreatedIsOneAmongOthers() {
        assertThat(count(2, 1, 0).hasOneTreated()).isTrue();
        assertThat(count(1, 1, 0).hasOneTreated()).isFalse();
        assertThat(count(9, 2, 0).hasOneTreated()).isFalse();
        assertThat(count(9, -1, 0).hasOneTreated()).isFalse();
    }
}
