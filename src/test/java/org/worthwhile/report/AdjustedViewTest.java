package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.samples.Samples;

class AdjustedViewTest {

    @Test
    void theCategoryIsToldWithWhatUnvaluedImpactsWouldHaveToBeWorthToChangeIt() {
        Appraisal housing = Samples.appraisals().stream()
                .filter(appraisal -> appraisal.basis().proposal().id().equals("supported-housing"))
                .findFirst()
                .orElseThrow();
        OptionResult option = housing.option("housing-first");
        // BCR 2.35: the band "high" reaches from 2 to 4.
        String up = Wording.BRITISH.money(4 * option.pvc() - option.pvb(), "GBP");
        String down = Wording.BRITISH.money(option.pvb() - 2 * option.pvc(), "GBP");
        assertThat(AdjustedView.of(option, housing))
                .hasValue("On what could be valued, value for money is high. Of the impacts that could not be valued, 1"
                        + " would raise it and 1 would lower it. To make it very high, those that raise it would have to"
                        + " be worth " + up
                        + " on balance. To make it medium, those that lower it would have to cost more"
                        + " than " + down + " on balance.");
        assertThat(AdjustedView.of(housing.option("bau"), housing)).isEmpty();
    }
}
