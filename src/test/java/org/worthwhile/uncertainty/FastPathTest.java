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
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.InputChange;

/** A trial by multiplication gives the benefits and costs that appraising the changed proposal gives. */
class FastPathTest {

    /** Relative to the money involved. */
    private static final double TOLERANCE = 1e-12;

    @Property(tries = 200, seed = "7")
    void bothPathsAgreeOnGeneratedProposals(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        AppraisalCase basis = GeneratedProposals.resolved(GeneratedProposals.of(seed));
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
