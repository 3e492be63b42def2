package org.worthwhile.synthesis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the combined effect hangs on single studies, groups of them and their sizes.
 *
 * @param leaveOneOut without each study in turn
 * @param cumulative with one study more each time, where all have an order
 * @param influence of each study
 * @param subgroups where studies are of groups
 * @param smallStudies where there are enough studies of several sizes
 */
public record Robustness(
        List<LeaveOneOut> leaveOneOut,
        List<LeaveOneOut> cumulative,
        List<Influence> influence,
        Optional<Subgroups> subgroups,
        Optional<SmallStudies> smallStudies) {

    /** Nothing, as it takes estimates for independent that are not. */
    static final Robustness NOT_TOLD =
            new Robustness(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Robustness {
        leaveOneOut = List.copyOf(leaveOneOut);
        cumulative = List.copyOf(cumulative);
        influence = List.copyOf(influence);
    }

    static Robustness of(List<IncludedStudy> studies, List<EffectSize> effects, SynthesisOptions options) {
        return new Robustness(
                LeaveOneOut.each(effects, options),
                LeaveOneOut.cumulative(inOrder(studies, effects), options),
                Influence.each(effects, options),
                Subgroups.of(studies, effects, options),
                SmallStudies.of(effects, options));
    }

    /** None where a study has no order; those of one order as they are listed. */
    private static List<EffectSize> inOrder(List<IncludedStudy> studies, List<EffectSize> effects) {
        if (studies.stream().anyMatch(study -> study.order().isEmpty())) {
            return List.of();
        }
        return IntStream.range(0, studies.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> studies.get(i).order().orElseThrow()))
                .map(effects::get)
                .toList();
    }
}
