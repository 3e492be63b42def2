package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.appraisal.PresentValues;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.uncertainty.LineInputs.Drawn;
import org.worthwhile.uncertainty.ResultTerm.Entry;

/** The sums that the results of options rest on, as functions of the uncertain inputs; the option's own, not against business as usual. */
final class ResultModel {

    private final AppraisalCase basis;
    private final LineValues values;
    private final ResultSums sums;
    private final Set<String> publicBodies;
    private final List<List<ResultTerm>> options = new ArrayList<>();

    ResultModel(AppraisalCase basis, List<UncertainInput> inputs) {
        this.basis = basis;
        this.values = new LineValues(basis);
        this.sums = ResultSums.of(basis.proposal());
        this.publicBodies = basis.proposal().publicBodies();
        DrawnInputs drawn = DrawnInputs.of(inputs);
        for (Option option : basis.proposal().options()) {
            List<ResultTerm> terms = new ArrayList<>();
            option.costs().stream()
                    .filter(cost -> !cost.sunk())
                    .forEach(cost -> terms.add(term(cost, drawn.of(option, cost.id()))));
            option.impacts().forEach(impact -> addTerms(terms, impact, drawn.of(option, impact.id())));
            options.add(terms);
        }
    }

    ResultSums sums() {
        return sums;
    }

    /**
     * Works out trials of an option.
     *
     * @param draws by input and trial
     * @param results by sum and trial, filled for the first {@code count} trials
     */
    void evaluate(int option, double[][] draws, int count, double[][] results) {
        for (double[] result : results) {
            Arrays.fill(result, 0, count, 0);
        }
        double[] products = new double[count];
        for (ResultTerm term : options.get(option)) {
            term.addTo(draws, count, products, results);
        }
    }

    private ResultTerm term(CostLine cost, Map<String, Drawn> own) {
        List<Entry> entries = new ArrayList<>();
        boolean isPublic = publicBodies.contains(cost.bearer());
        if (cost.isCounted()) {
            entries.addAll(present(PresentValues.ofCost(cost, 1, publicBodies), false));
        }
        if (isPublic) {
            entries.add(present(ResultSums.SPENT, 1, false));
        }
        if (cost.isSpent()) {
            int body = sums.bodies().indexOf(cost.bearer());
            for (int t = 0; t < sums.years(); t++) {
                entries.add(new Entry(sums.need(body, t), t, new double[] {1}));
                if (isPublic) {
                    entries.add(new Entry(sums.paid(t), t, new double[] {1}));
                }
            }
        }
        return ResultTerm.of(
                LineInputs.of(cost, own, basis),
                changes -> values.flowsOf(InputChange.apply(cost, changes)),
                entries,
                0);
    }

    private void addTerms(List<ResultTerm> terms, Impact impact, Map<String, Drawn> own) {
        double correction = basis.confidenceCorrection(impact.confidence());
        Impact raw = correction == 0 ? impact : impact.withoutConfidence();
        ResultTerm value = ResultTerm.of(
                LineInputs.of(own),
                changes -> values.resultOf(InputChange.apply(raw, changes)).flows(),
                present(PresentValues.ofImpact(impact, 1, publicBodies), impact.health()),
                correction);
        terms.add(value);
        for (Saving saving : impact.savings()) {
            String name = InputKind.SAVINGS.word() + "/" + saving.organisation() + "/";
            Part share = Part.of(own.get(name + "share"), saving.share());
            Part cashable = Part.of(own.get(name + "cashable"), saving.cashable());
            if (publicBodies.contains(saving.organisation())) {
                List<Entry> saved = new ArrayList<>(List.of(present(ResultSums.SAVED, share.certain, impact.health())));
                if (impact.category() == Category.FISCAL) {
                    saved.add(present(ResultSums.PUBLIC_SAVINGS, share.certain, impact.health()));
                }
                terms.add(ResultTerm.of(share.of(value.inputs()), value.flows(), saved, correction));
            }
            terms.add(ResultTerm.of(
                    cashable.of(share.of(value.inputs())),
                    value.flows(),
                    cashable(saving, -share.certain * cashable.certain),
                    correction));
        }
        if (impact.valuation() instanceof Valuation.Chain) {
            terms.add(units(impact, own));
        }
    }

    private ResultTerm units(Impact impact, Map<String, Drawn> own) {
        Map<String, Drawn> ofQuantity = new HashMap<>(own);
        ofQuantity.remove("value");
        ofQuantity.remove("realGrowth");
        double[] all = new double[sums.years()];
        Arrays.fill(all, 1);
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(sums.units(sums.outcomes().indexOf(ResultSums.outcome(impact))), 0, all));
        for (int i = 0; i < sums.objectives().size(); i++) {
            Objective objective = sums.objectives().get(i);
            if (objective.outcome().equals(Optional.of(OutcomeResult.outcomeOf(impact)))) {
                entries.add(new Entry(
                        sums.objective(i), 0, objective.years(basis.proposal().appraisal())));
            }
        }
        return ResultTerm.of(
                LineInputs.of(ofQuantity),
                changes -> values.resultOf(InputChange.apply(impact, changes)).quantity(),
                entries,
                0);
    }

    /**
     * A share of a line.
     *
     * @param drawn empty where it is certain
     * @param certain the share where it is, and otherwise 1
     */
    private record Part(Optional<Drawn> drawn, double certain) {

        static Part of(@Nullable Drawn drawn, Figure figure) {
            return drawn == null ? new Part(Optional.empty(), figure.value()) : new Part(Optional.of(drawn), 1);
        }

        LineInputs of(LineInputs whole) {
            return drawn.map(share -> whole.times(share.factor(0, 1))).orElse(whole);
        }
    }

    private List<Entry> cashable(Saving saving, double times) {
        int body = sums.bodies().indexOf(saving.organisation());
        FinancialYear baseYear = basis.proposal().appraisal().baseYear();
        int from = saving.cashableFrom().map(year -> year.since(baseYear)).orElse(0);
        List<Entry> entries = new ArrayList<>();
        for (int t = Math.max(0, from); t < sums.years(); t++) {
            entries.add(new Entry(sums.need(body, t), t, new double[] {times}));
        }
        return entries;
    }

    /** What a pound adds to present values, but for public savings. */
    private List<Entry> present(PresentValues ofOne, boolean health) {
        List<Entry> entries = new ArrayList<>();
        entries.add(present(ResultSums.PUBLIC_COST, ofOne.publicCost(), health));
        entries.add(present(ResultSums.OTHER_COST, ofOne.otherCost(), health));
        entries.add(present(ResultSums.BENEFIT, ofOne.benefit(), health));
        entries.add(present(ResultSums.FISCAL, ofOne.fiscal(), health));
        return entries;
    }

    private Entry present(int sum, double times, boolean health) {
        return new Entry(sum, 0, values.factors(health).times(times).toArray());
    }
}
