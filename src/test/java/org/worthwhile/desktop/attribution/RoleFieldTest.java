package org.worthwhile.desktop.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Role;

class RoleFieldTest {

    @Test
    void whatADesignLacksIsToldByTheLabelsOfTheScreen() {
        assertThat(RoleField.inWords(
                        "a column runningVariable of numbers; the first time at which the column treatment is 1"))
                .isEqualTo(
                        "a column for “Running variable” of numbers; the first time at which the column for “Treatment”"
                                + " is 1");
        assertThat(RoleField.inWords("a column treatmentStart of when treatment begins"))
                .as("one name is not taken for the beginning of another")
                .isEqualTo("a column for “Treatment begins” of when treatment begins");
    }

    @Test
    void everyRoleOfTheStudyFormatHasATitle() {
        assertThat(Arrays.stream(Role.values()).map(Role::id))
                .allSatisfy(id -> assertThat(RoleField.titleOf(id)).isNotEqualTo(id));
    }
}
