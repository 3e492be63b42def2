package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
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
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.Spending;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Role;
import org.worthwhile.uncertainty.Measure.Present;
import org.worthwhile.uncertainty.Measure.PublicSpending;

/** What is simulated of options is what appraising the proposal anew at the drawn inputs gives. */
class MeasuredCaseTest {

    private static final double TOLERANCE = 1e-12;
    private static final int TRIALS = 3;

    @Property(tries = 100, seed = "11")
    void valuesCostsAndSpendingAreThoseOfTheAppraisalAtTheDrawnInputs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        AppraisalCase basis = GeneratedProposals.resolved(GeneratedProposals.of(seed));
        List<UncertainInput> inputs = UncertainInputs.ofWeighted(basis);
        List<Filter> filters = filters(basis);
        List<Measure> measures = new ArrayList<>(List.of(Present.values()));
        filters.forEach(filter -> measures.add(new PublicSpending(
                (line, year) -> filter.counts(line.bearer(), line.kind().isOfCapital(), year))));
        MeasuredCase measured = new MeasuredCase(basis, inputs, measures);
        double[][] draws = draws(inputs, seed);
        double[][][] results = measured.results(TRIALS);
        measured.evaluate(draws, TRIALS, results, 0);

        for (int trial = 0; trial < TRIALS; trial++) {
            Map<String, Double> changes = new HashMap<>();
            for (int i = 0; i < inputs.size(); i++) {
                changes.put(inputs.get(i).path(), draws[i][trial]);
            }
            Appraisal appraisal = Appraiser.appraise(basis.withProposal(InputChange.apply(basis.proposal(), changes)));
            double near = TOLERANCE * Turnover.of(appraisal);
            int next = 0;
            List<Candidate> candidates = Candidate.of(List.of(appraisal));
            for (int option = 0; option < appraisal.options().size(); option++) {
                OptionResult result = appraisal.options().get(option);
                if (result.option().role() != Role.BUSINESS_AS_USUAL) {
                    Candidate candidate = candidates.get(next++);
                    assertThat(results[0][option][trial]).isCloseTo(candidate.value(Objective.NPSV), within(near));
                    assertThat(results[1][option][trial])
                            .isCloseTo(candidate.value(Objective.WEIGHTED_NPSV), within(near));
                    assertThat(results[2][option][trial]).isCloseTo(candidate.value(Objective.PVB), within(near));
                    assertThat(results[3][option][trial]).isCloseTo(candidate.cost(), within(near));
                    for (int i = 0; i < filters.size(); i++) {
                        assertThat(results[4 + i][option][trial])
                                .as(filters.get(i).toString())
                                .isCloseTo(filters.get(i).spent(candidate), within(near));
                    }
                }
            }
        }
    }

    private static double[][] draws(List<UncertainInput> inputs, long seed) {
        double[][] draws = new double[inputs.size()][TRIALS];
        for (int i = 0; i < draws.length; i++) {
            Quantile quantile = Quantile.of(inputs.get(i));
            for (int trial = 0; trial < TRIALS; trial++) {
                draws[i][trial] = quantile.at(CounterRandom.uniform(CounterRandom.stream(seed, i), trial));
            }
        }
        return draws;
    }

    /** All spending, capital alone, each of two years alone, and revenue of each organisation in the first year. */
    private static List<Filter> filters(AppraisalCase basis) {
        FinancialYear first = basis.proposal().appraisal().baseYear();
        List<Filter> filters = new ArrayList<>(List.of(
                (_, _, _) -> true,
                (_, capital, _) -> capital,
                (_, _, year) -> year.equals(first),
                (_, _, year) -> year.equals(first.plus(1))));
        for (Organisation organisation : basis.proposal().organisations()) {
            filters.add(
                    (spender, capital, year) -> spender.equals(organisation.id()) && !capital && year.equals(first));
        }
        return filters;
    }

    private interface Filter {

        boolean counts(String spender, boolean capital, FinancialYear year);

        default double spent(Candidate candidate) {
            return candidate.spending().stream()
                    .filter(spending -> counts(spending.organisation(), spending.capital(), spending.year()))
                    .mapToDouble(Spending::amount)
                    .sum();
        }
    }
}
