package org.worthwhile.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TotalLabelTest {

    private static Set<TotalLabel> of(String text) {
        Set<TotalLabel> found = EnumSet.noneOf(TotalLabel.class);
        for (TotalLabel label : TotalLabel.values()) {
            if (label.matches(text)) {
                found.add(label);
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void aTotalIsOneWhateverItAddsUpAndHoweverItIsWritten(TotalLabel label) {
        assertThat(List.of("Total", "TOTALS", " Grand total ", "overall total", "Subtotal", "sub-totals", "Sum", "All"))
                .allMatch(label::matches);
    }

    @Test
    void aLabelOfOneKindIsNoneOfAnother() {
        assertThat(of("All areas")).containsExactly(TotalLabel.ROW);
        assertThat(of("Pooled estimate")).containsExactly(TotalLabel.ESTIMATE);
        assertThat(of("Net cash flow")).containsExactly(TotalLabel.AMOUNT);
        assertThat(of("Total capital costs")).containsExactly(TotalLabel.AMOUNT);
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatHoldThoseOfATotalAreNone(TotalLabel label) {
        assertThat(List.of("Totalled", "Allerton", "Somerset", "Summer school", "Network", "Nettle beds", ""))
                .noneMatch(label::matches);
    }
}
