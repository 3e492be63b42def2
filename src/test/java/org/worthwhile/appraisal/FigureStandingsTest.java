package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.framework.Standing;
import org.worthwhile.report.StandingText;

/** What a result says of the figures it rests on. */
class FigureStandingsTest {

    private static final String OPTION = """
            {"id": "do", "title": "Do", "role": "preferred",
             "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "capital",
               "amount": {"schedule": {"2026/27": 1000}} %s}],
             "impacts": [{"id": "b", "title": "B", "category": "social", %s}]}""";

    private static final String MONEY = "\"schedule\": {\"2027/28\": 2000}";

    /** 2,000 / 1.031 - 1,000 = 939.864; undiscounted 1,000, so 60.136 / 939.864 = 6.3984% more. */
    @Test
    void ratesThatWereWithdrawnAreToldHoweverLittleTheyMove() {
        Appraisal appraisal = appraise("us-omb-a94-2023", "", MONEY);

        FigureStanding rates = standing(appraisal, "Discount rates");
        assertThat(rates.standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(rates.supersededBy()).contains("1992");
        assertThat(rates.moves().value().orElseThrow()).isCloseTo(0.063984, within(0.000001));
        assertThat(rates.isMaterial()).isFalse();
        assertThat(StandingText.lines(appraisal).getFirst())
                .startsWith("Discount rates: withdrawn (Office of Management and Budget, Circular A-94")
                .contains("in its place: Circular A-94 of 1992");
    }

    /** Half of 24% of 1,000 is 120; NPSV is 2,000 / 1.035 - 1,120 = 812.37, so 14.8%. */
    @Test
    void aTableOfOptimismBiasCountsByWhatItAdds() {
        Appraisal appraisal = appraise(
                "uk-green-book-2026",
                ", \"optimismBias\": {\"type\": \"standard-buildings\", \"mitigation\": 0.5}",
                MONEY);

        FigureStanding bias = standing(appraisal, "Optimism bias");
        assertThat(bias.moves().value().orElseThrow()).isCloseTo(120 / 812.37, within(0.00001));
        assertThat(StandingText.lines(appraisal).getFirst())
                .contains("Optimism bias (seen in a transcription of the source, not verified; moves 15%)");
    }

    @Test
    void aTableThatNoLineUsesIsNotTold() {
        assertThat(FigureStandings.of(appraise("uk-green-book-2026", "", MONEY)))
                .extracting(FigureStanding::figure)
                .noneMatch(figure -> figure.startsWith("Optimism") || figure.startsWith("Distributional"));
    }

    /** Without the unit value the whole benefit is gone: (NPSV + 1,000) / NPSV. */
    @Test
    void aUnitValueCountsByWhatIsWorthAnythingByIt() {
        Appraisal appraisal = appraise(
                "uk-green-book-2026",
                "",
                "\"outcome\": \"q\", \"unit\": \"QALY\", \"quantity\": {\"effect\": 1}, \"profile\": {\"duration\": 1},"
                        + " \"value\": {\"unitValue\": \"uk-wellbeing/qaly\"}");

        double npsv = appraisal.option("do").npsv();
        assertThat(standing(appraisal, "Unit value uk-wellbeing/qaly")
                        .moves()
                        .value()
                        .orElseThrow())
                .isCloseTo((npsv + 1000) / npsv, within(1e-12));
    }

    private static Appraisal appraise(String framework, String cost, String impact) {
        return AppraisalText.appraiseUnder(framework, OPTION.formatted(cost, impact), "\"years\": 2", Map.of());
    }

    private static FigureStanding standing(Appraisal appraisal, String figure) {
        List<FigureStanding> found = FigureStandings.of(appraisal).stream()
                .filter(each -> each.figure().equals(figure))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
