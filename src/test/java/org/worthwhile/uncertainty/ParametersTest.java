package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Proposal;

/** Figures that lines share, one by one and drawn together, against answers worked out by hand. */
class ParametersTest {

    private static final String BENEFIT = """
            {'id': '%s', 'title': 'T', 'category': 'social', 'quantity': {'population': 10, 'effect': %s}, 'value': {'amount': %s}}""";
    private static final String UPTAKE = """
            {'id': 'uptake', 'title': 'Uptake', 'value': 4, 'uncertainty': {'distribution': 'uniform', 'low': 2, 'high': 6}}""";

    @Test
    void aFigureIsTheParametersValueTimesItsFactorAlsoByWayOfAnother() {
        Appraisal appraisal = Appraiser.appraise(basis(
                UPTAKE + ", {'id': 'double', 'title': 'D', 'value': {'parameter': 'uptake', 'times': 2}}",
                "",
                BENEFIT.formatted("x", "{'parameter': 'uptake'}", "3"),
                BENEFIT.formatted(
                        "y", "{'parameter': 'double', 'times': 0.5}", "{'parameter': 'uptake', 'times': 5}")));
        // 10 x 4 x 3; 10 x (4 x 2 x 0.5) x (4 x 5).
        assertThat(appraisal.options()).extracting(option -> option.npsv()).containsExactly(120.0, 800.0);
    }

    @Test
    void whatLinesShareIsDrawnOnceATrial() {
        // The first option is worth 30 x uptake, the second 20 x uptake: the first is best whatever the uptake is.
        AppraisalCase basis = basis(
                UPTAKE,
                "",
                BENEFIT.formatted("x", "{'parameter': 'uptake'}", "3"),
                BENEFIT.formatted("y", "{'parameter': 'uptake', 'times': 2}", "1"));
        UncertaintyResult result = simulated(basis, 1000);
        assertThat(result.options().getFirst().probabilityBest().value()).isEqualTo(1);
        assertThat(result.evpi().value()).isZero();
        assertThat(UncertainInputs.of(basis)).extracting(UncertainInput::path).containsExactly("parameters/uptake");
        // 30 times uptake, of which the mean is 4 and the standard deviation 4 / sqrt(12).
        assertThat(result.options().getFirst().mean().value()).isCloseTo(120, within(0.1));
        assertThat(result.options().getFirst().sd().value()).isCloseTo(30 * 4 / Math.sqrt(12), within(0.5));
    }

    @Test
    void aParameterIsMovedAsOneInputAndNothingThatRestsOnItByItself() {
        AppraisalCase basis = basis(
                UPTAKE,
                "",
                BENEFIT.formatted("x", "{'parameter': 'uptake'}", "3"),
                BENEFIT.formatted("y", "{'parameter': 'uptake', 'times': -2}", "1"));
        SensitivityResult result = Sensitivity.analyse(basis);
        // From 2.2 to 5.8: 30 and -20 times that.
        assertThat(result.tornado()).hasSize(2).allMatch(bar -> bar.input().equals("parameters/uptake"));
        var bar = result.tornado().getFirst();
        assertThat(List.of(bar.low(), bar.high(), bar.npsvAtLow(), bar.npsvAtHigh()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
                .containsExactly(2.2, 5.8, 66.0, 174.0);
        assertThat(result.switching())
                .extracting(value -> value.input())
                .contains("parameters/uptake", "a/x/population")
                .doesNotContain("a/x/effect", "b/y/effect");
        Proposal changed = InputChange.apply(basis.proposal(), Map.of("parameters/uptake", 5.0));
        assertThat(Appraiser.appraise(basis.withProposal(changed)).options())
                .extracting(option -> option.npsv())
                .containsExactly(150.0, -100.0);
    }

    @Test
    void aPercentageOfACostThatIsSharedScalesItInEveryTrial() {
        String cost = """
                'costs': [{'id': 'c', 'title': 'C', 'bearer': 'county', 'kind': 'revenue',
                 'amount': {'annual': {'parameter': 'uptake', 'times': 7}}}],""";
        UncertaintyResult result =
                simulated(basis(UPTAKE, cost, BENEFIT.formatted("x", "{'parameter': 'uptake'}", "0.7"), ""), 1000);
        // 7 x uptake either way: nothing is left, whatever was drawn.
        assertThat(result.options().getFirst().mean().value()).isCloseTo(0, within(1e-12));
        assertThat(result.options().getFirst().sd().value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void jointDrawsGiveTheValueOfInformationOfTheirRows() {
        // Rows of (x, y): (10, 0), (0, 10), (8, 8), (4, 2). Means 5.5 and 5; the better of each row 10, 10, 8, 4, whose
        // mean is 8. Knowing the row is worth 8 - 5.5; drawn apart it would be 7.5 - 5.5 or another value.
        for (int trials : new int[] {4, 400}) {
            UncertaintyResult result = simulated(joint("rows", "[10, 0, 8, 4]", "[0, 10, 8, 2]"), trials);
            assertThat(result.evpi().value()).isCloseTo(2.5, within(1e-12));
            assertThat(result.options().get(0).mean().value()).isCloseTo(5.5, within(1e-12));
            assertThat(result.options().get(0).probabilityBest().value()
                            + result.options().get(1).probabilityBest().value())
                    .isGreaterThanOrEqualTo(1);
        }
        UncertaintyResult random = simulated(joint("random", "[10, 0, 8, 4]", "[0, 10, 8, 2]"), 40_000);
        assertThat(random.evpi().value())
                .isCloseTo(2.5, within(4 * random.evpi().standardError() + 1e-3));
    }

    @Test
    void toKnowOneOfTwoParametersDrawnTogetherIsWorthWhatItTellsOfTheOther() {
        // y is 10 - x in every row, so that to know one is to know both.
        UncertaintyResult result = simulated(joint("rows", "[1, 2, 8, 9]", "[9, 8, 2, 1]"), 4000);
        assertThat(result.evpi().value()).isCloseTo(3.5, within(1e-9));
        assertThat(result.evppi())
                .hasSize(2)
                .allSatisfy(value -> assertThat(value.value().value()).isCloseTo(3.5, within(0.05)));
    }

    /** NPSV of a is x, of which the five rows have the standard deviation sqrt(2.5). */
    @Test
    void moreTrialsThanRowsOfJointDrawsDoNotLessenTheErrorOfTheRows() {
        for (String order : List.of("rows", "random")) {
            AppraisalCase basis = joint(order, "[1, 2, 3, 4, 5]", "[5, 1, 4, 2, 3]");
            UncertaintyResult many = simulated(basis, 50_000);
            var option = many.options().getFirst();
            double unit = option.mean().value() / 3;
            assertThat(option.mean().standardError()).isCloseTo(unit * Math.sqrt(2.5 / 5), within(0.01 * unit));
            double share = option.probabilityBest().value();
            assertThat(option.probabilityBest().standardError())
                    .isGreaterThanOrEqualTo(Math.sqrt(share * (1 - share) / 5));
            assertThat(option.p50().standardError()).isGreaterThanOrEqualTo(0.5 * unit);
            assertThat(many.evpi().standardError())
                    .isGreaterThan(0.1 * many.evpi().value());
            assertThat(many.evppi())
                    .allSatisfy(each -> assertThat(each.value().standardError())
                            .isGreaterThan(0.1 * each.value().value()));
            assertThat(many.warning().orElseThrow())
                    .startsWith("50,000 trials take the 5 rows of the joint draws more than once");
            assertThat(simulated(basis, 5).warning().orElse("")).doesNotContain("joint draws");
        }
    }

    /** The parameter 'idle' is uncertain and no line names it, by itself or by way of 'double'. */
    @Test
    void anUncertainParameterThatNoLineUsesIsToldAndNotTakenForNoUncertainty() {
        String idle =
                "{'id': 'idle', 'title': 'I', 'value': 2, 'uncertainty': {'distribution': 'uniform', 'low': 1, 'high': 3}},"
                        + " {'id': 'double', 'title': 'D', 'value': {'parameter': 'idle', 'times': 2}}";
        AppraisalCase basis = basis(idle, "", BENEFIT.formatted("x", "1", "3"), BENEFIT.formatted("y", "1", "2"));
        assertThat(Appraiser.appraise(basis).option("a").checks())
                .filteredOn(check -> check.id().equals("parameter-unused"))
                .extracting(check -> check.message())
                .containsExactly(
                        "The parameter 'I' is used by no line, so that neither its value nor how unsure it is counts",
                        "The parameter 'D' is used by no line, so that neither its value nor how unsure it is counts");
        assertThat(simulated(basis, 100).whyNotKnown())
                .isEqualTo(
                        "what was entered as uncertain moves no present value ('parameters/idle'), so nothing is known of"
                                + " how sure net present social value is");
        AppraisalCase used = basis(
                idle, "", BENEFIT.formatted("x", "{'parameter': 'double'}", "3"), BENEFIT.formatted("y", "1", "2"));
        assertThat(Appraiser.appraise(used).option("a").checks())
                .noneMatch(check -> check.id().equals("parameter-unused"));
        assertThat(simulated(used, 100).isKnown()).isTrue();
    }

    @Test
    void aCorrelationOfAnInputThatMovesNothingIsRefusedForWhatItIs() {
        String more = ", 'correlations': [{'between': ['parameters/uptake', 'parameters/idle'], 'rank': 0.5},"
                + " {'between': ['parameters/uptake', 'a/x/effect'], 'rank': 0.5}]";
        AppraisalCase basis = basis(
                UPTAKE + ", " + UPTAKE.replace("'uptake'", "'idle'"),
                "",
                BENEFIT.formatted("x", "1", "{'parameter': 'uptake'}"),
                BENEFIT.formatted("y", "1", "2"),
                more);
        assertThat(SimulationRules.problems(basis))
                .extracting(problem -> problem.sentence())
                .containsExactly(
                        "case /correlations/0: 'parameters/idle' is used by no line, so that its correlation has no effect;"
                                + " name it where it should count, or remove the correlation.",
                        "case /correlations/1: 'a/x/effect' is certain, so that it has no correlation; give it a distribution or"
                                + " remove the correlation.");
    }

    private static AppraisalCase joint(String order, String x, String y) {
        String draws = ", 'draws': {'order': '%s', 'values': {'x': %s, 'y': %s}}".formatted(order, x, y);
        return basis(
                "{'id': 'x', 'title': 'X', 'value': 5}, {'id': 'y', 'title': 'Y', 'value': 5}",
                "",
                BENEFIT.formatted("x", "{'parameter': 'x', 'times': 0.1}", "1"),
                BENEFIT.formatted("y", "{'parameter': 'y', 'times': 0.1}", "1"),
                draws);
    }

    private static UncertaintyResult simulated(AppraisalCase basis, int trials) {
        return Uncertainty.analyse(basis, trials, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true);
    }

    private static AppraisalCase basis(String parameters, String costs, String first, String second) {
        return basis(parameters, costs, first, second, "");
    }

    private static AppraisalCase basis(String parameters, String costs, String first, String second, String more) {
        String text = """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 1},
                 'organisations': [{'id': 'county', 'title': 'County', 'sector': 'public'}],
                 'parameters': [%s]%s,
                 'options': [{'id': 'a', 'title': 'A', 'role': 'preferred', %s 'impacts': [%s]},
                  {'id': 'b', 'title': 'B', 'role': 'alternative', 'impacts': [%s]}]}""".formatted(parameters, more, costs, first, second);
        Located<Proposal> proposal = new ProposalReader(SmallCases.MODELS).parse("case.json", text.replace('\'', '"'));
        return References.resolve(proposal.value(), proposal.places(), SmallCases.LIBRARY, Map.of());
    }
}
