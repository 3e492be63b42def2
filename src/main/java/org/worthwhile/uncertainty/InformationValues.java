package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.GroupValue;
import org.worthwhile.uncertainty.UncertaintyResult.InformationValue;
import org.worthwhile.uncertainty.UncertaintyResult.PopulationValue;

/**
 * What knowing inputs would be worth to the choice.
 *
 * @param perfect the value of knowing all
 */
record InformationValues(AppraisalCase basis, Simulation simulation, int independent, Estimate perfect) {

    /** Of each input, the most valuable first. To know the only truth that is uncertain is to know all; to know one of several is worth no more. */
    List<InformationValue> single() {
        boolean isOne = isOne(simulation.inputs());
        List<Integer> joint = JointSample.of(basis.proposal().parameters(), simulation.inputs())
                .map(JointSample::inputs)
                .orElse(List.of());
        PartialInformation information = new PartialInformation(simulation.kept(), simulation.keptNpsv(), independent);
        return IntStream.range(0, simulation.inputs().size())
                .parallel()
                .mapToObj(input -> {
                    Estimate value = isOne
                            ? perfect
                            : information.value(
                                    simulation.probabilities()[input],
                                    simulation.values()[input],
                                    joint.contains(input));
                    return new InformationValue(simulation.inputs().get(input).path(), atMostPerfect(value));
                })
                .sorted(Comparator.comparingDouble(
                        (InformationValue value) -> -value.value().value()))
                .toList();
    }

    private Estimate atMostPerfect(Estimate value) {
        return value.value() > perfect.value() ? perfect : value;
    }

    private static boolean isOne(List<UncertainInput> inputs) {
        return inputs.stream().allMatch(input -> input == inputs.getFirst() || input.isSameTruthAs(inputs.getFirst()));
    }

    /**
     * Of groups: no less than that of any member, and that of all where it holds every truth.
     *
     * @throws InvalidInput if a group holds no input that is uncertain
     */
    List<GroupValue> groups(List<InformationQuestion.Group> groups, List<InformationValue> single) {
        return groups.stream().map(group -> group(group, single)).toList();
    }

    private GroupValue group(InformationQuestion.Group group, List<InformationValue> single) {
        List<UncertainInput> all = simulation.inputs();
        List<UncertainInput> members = all.stream()
                .filter(input -> all.stream()
                        .anyMatch(other -> group.holds(other) && (other == input || other.isSameTruthAs(input))))
                .toList();
        List<Problem> unknown = group.inputs().stream()
                .filter(name -> all.stream().noneMatch(input -> InformationQuestion.Group.holds(name, input)))
                .map(name -> new Problem(
                        Place.of(basis.proposal().id()),
                        "the group '" + group.title() + "' names '" + name
                                + "', which is no input that is uncertain and moves a present value",
                        "name inputs as the result lists them under 'evppi', or a line or an option that has some"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        List<String> paths = members.stream().map(UncertainInput::path).toList();
        Estimate best = single.stream()
                .filter(value -> paths.contains(value.input()))
                .map(InformationValue::value)
                .max(Comparator.comparingDouble(Estimate::value))
                .orElseThrow();
        if (members.size() == all.size()) {
            return new GroupValue(group.title(), paths, perfect);
        }
        if (isOne(members)) {
            return new GroupValue(group.title(), paths, best);
        }
        List<double[]> drawn = IntStream.range(0, all.size())
                .filter(input -> paths.contains(all.get(input).path()))
                .filter(input -> IntStream.range(0, input)
                        .noneMatch(other -> all.get(other).isSameTruthAs(all.get(input))))
                .mapToObj(input -> simulation.values()[input])
                .toList();
        Estimate together = new GroupInformation(simulation.kept(), simulation.keptNpsv(), independent).value(drawn);
        return new GroupValue(group.title(), paths, together.value() < best.value() ? best : atMostPerfect(together));
    }

    /** What perfect information would be worth to all decisions, discounted as money is. */
    Optional<PopulationValue> population(Optional<InformationQuestion.Population> population) {
        return population.map(asked -> {
            double decisions = asked.decisionsPerYear()
                    * Arrays.stream(basis.framework()
                                    .standard()
                                    .factors(
                                            asked.years(),
                                            basis.proposal().appraisal().timing()))
                            .sum();
            return new PopulationValue(
                    asked.decisionsPerYear(),
                    asked.years(),
                    decisions,
                    new Estimate(perfect.value() * decisions, perfect.standardError() * decisions));
        });
    }
}
