package org.worthwhile.exchange.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

class PriceSeriesTest {

    private static final Place PLACE = Place.of("prices.csv");

    /** 100, then growth of 10% to 110, then a level of 132: 20% more. */
    @Test
    void growthIntoALevelIsFromWhatGrowthBeforeItLedTo() {
        PriceSeries series = new PriceSeries();
        series.level(FinancialYear.of("2024/25"), 100, PLACE);
        series.growth(FinancialYear.of("2025/26"), 0.1, PLACE);
        series.level(FinancialYear.of("2026/27"), 132, PLACE);
        ObjectNode pack = JsonText.object();
        series.putInto(pack);

        assertThat(pack.get("growth").get("2025/26").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(pack.get("growth").get("2026/27").asDouble()).isCloseTo(0.2, within(1e-12));
    }
}
