package org.worthwhile.attribution.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.worthwhile.attribution.coverage.Setting.Standard;

/**
 * The first data sets of every setting of the matrix. Bounds are the standard's with three Monte Carlo errors of so many sets, for each
 * setting and for all of a method together; what {@code docs/method/coverage.md} tells is of more sets.
 */
@Tag("proof")
class CoverageProofTest {

    /** Settings in which the table tells that the standard is broken, which are no reason to refuse a change. */
    private static final Set<String> BROKEN = Set.of("aipw-n-1000-5-treated", "ipw-n-1000-5-treated");

    @ParameterizedTest
    @EnumSource
    void intervalsHoldTheTruthAndChecksWarnAsOftenAsTheySay(Method method) {
        List<String> wrong = new ArrayList<>();
        List<Answer> held = new ArrayList<>();
        Map<NullCheck, List<Tally.Share>> alarms = new HashMap<>();
        for (Setting setting : Settings.all()) {
            if (setting.method() == method && !BROKEN.contains(setting.id())) {
                List<Answer> answers = setting.answers(0, method.everydaySets());
                Tally tally = Tally.of(answers);
                if (setting.standard() == Standard.HELD) {
                    held.addAll(answers);
                    within(setting.id() + ": coverage", tally.coverage(), 0.93, 1)
                            .ifPresent(wrong::add);
                }
                within(setting.id() + ": wrong and clean", tally.wrongAndClean(), 0, 0.05)
                        .ifPresent(wrong::add);
                for (NullCheck check : setting.nulls()) {
                    alarms.computeIfAbsent(check, _ -> new ArrayList<>()).add(tally.rejections(check));
                }
            }
        }
        within("all: coverage", Tally.of(held).coverage(), 0.94, 1).ifPresent(wrong::add);
        alarms.forEach((check, shares) ->
                within("all: " + check.id(), sum(shares), 0, 0.08).ifPresent(wrong::add));
        assertThat(wrong).isEmpty();
    }

    /** What is wrong with a share that is beyond its bounds by more than three standard errors that it has at the bound. */
    private static Optional<String> within(String what, Tally.Share share, double least, double most) {
        boolean low = share.of() > 0 && share.value() < least - 3 * error(least, share);
        boolean high = share.of() > 0 && share.value() > most + 3 * error(most, share);
        return low || high ? Optional.of(what + " " + share.count() + " of " + share.of()) : Optional.empty();
    }

    private static double error(double bound, Tally.Share share) {
        return Math.sqrt(bound * (1 - bound) / share.of());
    }

    private static Tally.Share sum(List<Tally.Share> shares) {
        return new Tally.Share(
                shares.stream().mapToInt(Tally.Share::count).sum(),
                shares.stream().mapToInt(Tally.Share::of).sum());
    }
}
