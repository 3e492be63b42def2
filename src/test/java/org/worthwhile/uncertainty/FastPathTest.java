package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.Denominator;
import org.worthwhile.framework.Denominator.Holder;
import org.worthwhile.generated.Denominators;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Proposal;

/** A trial by multiplication gives the benefits and costs that appraising the changed proposal gives. */
class FastPathTest {

    /** Relative to the money involved. */
    private static final double TOLERANCE = 1e-12;

    @Property(tries = 200, seed = "7")
    void bothPathsAgreeOnGeneratedProposals(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        assertBothPathsAgree(GeneratedProposals.resolved(GeneratedProposals.of(seed)), seed);
    }

    @Property(tries = 100, seed = "8")
    void bothPathsAgreeWhereSavingsAreTakenOffCosts(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        AppraisalCase basis = GeneratedProposals.resolved(GeneratedProposals.of(seed));
        assertBothPathsAgree(
                Denominators.with(
                        new Denominator(seed % 2 == 0 ? Holder.PUBLIC_COST : Holder.SOCIAL_COST, true), basis),
                seed);
    }

    /** 40% to 80% of 1,000 saved a year comes to the council: it is drawn, and moves the costs by 200 either way. */
    @Test
    void anUncertainShareOfASavingIsDrawnWhereSavingsAreTakenOffCosts() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "council", "title": "Council", "sector": "public"}, {"id": "firm", "title": "Firm", "sector": "private"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "c", "title": "C", "bearer": "council", "kind": "revenue", "amount": {"annual": 1500}}],
                   "impacts": [{"id": "s", "title": "S", "category": "fiscal", "schedule": {"2026/27": 1000}, "savings": [
                     {"organisation": "council", "share": {"value": 0.6, "uncertainty": {"distribution": "uniform", "low": 0.4, "high": 0.8}}},
                     {"organisation": "firm", "share": {"value": 0.4, "uncertainty": {"distribution": "uniform", "low": 0.2, "high": 0.6}}}]}]}]}""");
        AppraisalCase among =
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
        assertThat(UncertainInputs.of(among)).isEmpty();

        AppraisalCase off = Denominators.with(new Denominator(Holder.PUBLIC_COST, true), among);
        List<UncertainInput> inputs = UncertainInputs.of(off);
        assertThat(inputs).extracting(UncertainInput::path).containsExactly("do/s/savings/council/share");
        double[][] pvb = new double[1][2];
        double[][] pvc = new double[1][2];
        CompiledCase.ofMoney(off, inputs).evaluate(new double[][] {{0.4, 0.8}}, 2, pvb, pvc);
        assertThat(pvc[0]).containsExactly(new double[] {1100, 700}, within(1e-9));
        assertThat(pvb[0]).containsExactly(new double[] {600, 200}, within(1e-9));
    }

    private static void assertBothPathsAgree(AppraisalCase basis, long seed) {
        List<UncertainInput> inputs = UncertainInputs.of(basis);
        CompiledCase compiled = CompiledCase.ofMoney(basis, inputs);
        List<Quantile> quantiles = inputs.stream().map(Quantile::of).toList();
        for (int trial = 0; trial < 5; trial++) {
            double[] values = new double[inputs.size()];
            Map<String, Double> changes = new HashMap<>();
            for (int i = 0; i < values.length; i++) {
                values[i] = quantiles.get(i).at(CounterRandom.uniform(CounterRandom.stream(seed, i), trial));
                changes.put(inputs.get(i).path(), values[i]);
            }
            Appraisal general = Appraiser.appraise(basis.withProposal(InputChange.apply(basis.proposal(), changes)));
            double[][] draws = new double[values.length][];
            Arrays.setAll(draws, i -> new double[] {values[i]});
            double[][] pvb = new double[compiled.options()][1];
            double[][] pvc = new double[compiled.options()][1];
            compiled.evaluate(draws, 1, pvb, pvc);
            for (int option = 0; option < pvb.length; option++) {
                OptionResult result = general.options().get(option);
                assertThat(pvb[option][0]).isCloseTo(result.pvb(), within(TOLERANCE * Turnover.of(general)));
                assertThat(pvc[option][0]).isCloseTo(result.pvc(), within(TOLERANCE * Turnover.of(general)));
            }
        }
    }
}
