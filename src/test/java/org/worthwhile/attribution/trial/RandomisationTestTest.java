package org.worthwhile.attribution.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;

/** Trials so small that the ways of dealing out treatment can be counted. */
class RandomisationTestTest {

    /** Four standard errors of a share of 20,000 draws. */
    private static final Offset<Double> CHANCE = within(0.015);

    /** In each of two strata two of four are treated: of 6 x 6 ways, the data's and its reverse are as extreme. */
    @Test
    void treatmentIsDealtOutWithinStrata() {
        Attribution found = MadeData.of("y", 10, 9, 1, 2, 120, 119, 111, 112)
                .and("d", 1, 1, 0, 0, 1, 1, 0, 0)
                .and("s", 1, 1, 1, 1, 2, 2, 2, 2)
                .answer(study(", \"strata\": \"s\""));

        // Among all eight rows there would be 70 ways.
        assertThat(pValue(found)).isCloseTo(2 / 36.0, within(0.007));
    }

    /** Two of four villages of two rows: of six ways, the data's and its reverse. */
    @Test
    void villagesThatWereTreatedAsAWholeAreDealtOutAsAWhole() {
        Attribution found = MadeData.of("y", 9, 9.5, 8, 8.5, 1, 1.5, 2, 2.5)
                .and("d", 1, 1, 1, 1, 0, 0, 0, 0)
                .and("v", 1, 1, 2, 2, 3, 3, 4, 4)
                .answer(study(", \"cluster\": \"v\""));

        assertThat(pValue(found)).isCloseTo(2 / 6.0, CHANCE);
    }

    /** Villages in which both arms are found do not bind their rows: two of the twenty ways. */
    @Test
    void villagesWithBothArmsAreDealtOutRowByRow() {
        Attribution found = MadeData.of("y", 4, 5, 6, 3, 1, 2)
                .and("d", 1, 1, 1, 0, 0, 0)
                .and("v", 1, 2, 3, 1, 2, 3)
                .answer(study(", \"cluster\": \"v\""));

        assertThat(pValue(found)).isCloseTo(0.1, CHANCE);
    }

    /** Of the 70 ways to deal treatment to four of eight, the data's and its reverse leave the arms as far apart. */
    @Test
    void armsThatChanceSeldomLeavesSoFarApartAreToldAndOthersNot() {
        MadeData data = MadeData.of("y", 3, 1, 4, 1, 5, 9, 2, 6).and("d", 1, 1, 1, 1, 0, 0, 0, 0);

        Diagnostic apart = balance(data.and("x", 5, 6, 7, 8, 1, 2, 3, 4));
        assertThat(apart.pValue().orElseThrow()).isCloseTo(2 / 70.0, within(0.02));
        assertThat(apart.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(apart.message()).contains("most in x");

        // Means of 4.5 and 4.5, which all ways of dealing leave as far apart at least.
        Diagnostic near = balance(data.and("x", 1, 4, 6, 7, 2, 3, 5, 8));
        assertThat(near.pValue().orElseThrow()).isEqualTo(1);
        assertThat(near.outcome()).isEqualTo(Diagnostic.Outcome.PASS);
    }

    /** 4 of 10 outcomes of the treated are missing and none of the others': 0.4 / sqrt(0.2 x 0.8 x 0.2) = 2.2361. */
    @Test
    void outcomesMissingInOneArmAreToldWithTheTestOfTwoShares() {
        double[] y = new double[20];
        double[] d = new double[20];
        Arrays.setAll(y, row -> row < 4 ? Double.NaN : row * row % 7);
        Arrays.setAll(d, row -> row < 10 ? 1 : 0);

        Diagnostic told = attrition(MadeData.of("y", y).and("d", d).answer(study("")));

        assertThat(told.outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(told.statistic().orElseThrow()).isCloseTo(0.4, within(1e-12));
        assertThat(told.pValue().orElseThrow()).isCloseTo(0.025347, within(1e-6));
    }

    @Test
    void outcomesMissingInBothArmsAlikeAreNoWarning() {
        double[] y = new double[20];
        double[] d = new double[20];
        Arrays.setAll(y, row -> row % 10 == 0 ? Double.NaN : row * row % 7);
        Arrays.setAll(d, row -> row < 10 ? 1 : 0);

        Diagnostic told = attrition(MadeData.of("y", y).and("d", d).answer(study("")));

        assertThat(told.outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(told.statistic()).hasValue(0);
        assertThat(told.message()).startsWith("Outcomes are missing about as often");
    }

    private static double pValue(Attribution found) {
        return ((TrialDetails) found.details()).randomisationPValue();
    }

    private static Diagnostic balance(MadeData data) {
        return told(data.answer(study(", \"covariates\": [\"x\"]")), "assignment-balance");
    }

    private static Diagnostic attrition(Attribution found) {
        return told(found, "attrition");
    }

    private static Diagnostic told(Attribution found, String check) {
        return found.diagnostics().stream()
                .filter(told -> told.id().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static String study(String roles) {
        return """
                "design": "randomised-trial", "options": {"draws": 20000},
                "columns": {"outcome": "y", "treatment": "d"%s}""".formatted(roles);
    }
}
