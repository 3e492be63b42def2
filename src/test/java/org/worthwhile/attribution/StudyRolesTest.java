package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which columns a study names, and which it is left with where a design does not use them all. */
class StudyRolesTest {

    private static final Study.Roles ALL = new Study.Roles(
            "y",
            Optional.of("u"),
            Optional.of("t"),
            Optional.of("d"),
            Optional.of("s"),
            List.of("x", "z"),
            List.of("g", "h"),
            Optional.of("w"),
            Optional.of("r"),
            List.of("i"),
            List.of("f"),
            Optional.of("b"),
            List.of("c"),
            Map.of());

    @Test
    void everyRoleNamesItsColumnsAtItsPlaceInTheStudy() {
        assertThat(ALL.columns())
                .isEqualTo(Map.ofEntries(
                        Map.entry("/columns/outcome", "y"),
                        Map.entry("/columns/unit", "u"),
                        Map.entry("/columns/time", "t"),
                        Map.entry("/columns/treatment", "d"),
                        Map.entry("/columns/treatmentStart", "s"),
                        Map.entry("/columns/covariates/0", "x"),
                        Map.entry("/columns/covariates/1", "z"),
                        Map.entry("/columns/cluster/0", "g"),
                        Map.entry("/columns/cluster/1", "h"),
                        Map.entry("/columns/weight", "w"),
                        Map.entry("/columns/runningVariable", "r"),
                        Map.entry("/columns/instruments/0", "i"),
                        Map.entry("/columns/fixedEffects/0", "f"),
                        Map.entry("/columns/strata", "b"),
                        Map.entry("/columns/causes/0", "c")));
        assertThat(ALL.named()).isEqualTo(EnumSet.allOf(Role.class));
    }

    @ParameterizedTest
    @EnumSource
    void aRoleThatIsKeptIsLeftBesideTheOutcomeAlone(Role role) {
        Study.Roles kept = ALL.only(Set.of(role));

        assertThat(kept.named()).isEqualTo(EnumSet.of(Role.OUTCOME, role));
        assertThat(ALL.columns()).containsAllEntriesOf(kept.columns());
    }

    @Test
    void withoutATitleTheOutcomeIsCalledByItsColumn() {
        assertThat(ALL.outcomeTitle()).isEqualTo("y");
        assertThat(ALL.outcomeUnit()).isEmpty();
    }
}
