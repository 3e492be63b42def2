package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.LineValues;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Role;
import org.worthwhile.proposal.Saving;
import org.worthwhile.uncertainty.LineInputs.Drawn;

/** A case reduced to what a trial needs: for each line its present value as a function of the uncertain inputs. */
final class CompiledCase {

    private final List<UncertainInput> inputs;
    private final List<Lines> options = new ArrayList<>();
    private final int businessAsUsual;

    /** A line with what its present value adds to benefits above the line and to costs below it. */
    private record Weighted(LineModel model, double benefit, double cost) {}

    /** The lines of an option: what those that are linear add to benefits and to costs, and the others. */
    private record Lines(LinearForm benefits, LinearForm costs, List<Weighted> others) {

        static Lines of(List<Weighted> lines) {
            LinearForm benefits = new LinearForm();
            LinearForm costs = new LinearForm();
            lines.stream().filter(line -> line.model.isLinear()).forEach(line -> {
                line.model.addTo(benefits, line.benefit);
                line.model.addTo(costs, line.cost);
            });
            return new Lines(
                    benefits,
                    costs,
                    lines.stream().filter(line -> !line.model.isLinear()).toList());
        }
    }

    private CompiledCase(AppraisalCase basis, List<UncertainInput> inputs, Weights weights) {
        this.inputs = List.copyOf(inputs);
        DrawnInputs drawn = DrawnInputs.of(inputs);
        int usual = -1;
        for (Option option : basis.proposal().options()) {
            usual = option.role() == Role.BUSINESS_AS_USUAL ? options.size() : usual;
            List<Weighted> lines = new ArrayList<>();
            for (CostLine cost : option.costs()) {
                if (cost.isCounted()) {
                    lines.addAll(weights.of(cost, drawn.of(option, cost.id())));
                }
            }
            for (Impact impact : option.impacts()) {
                lines.addAll(weights.of(impact, drawn.of(option, impact.id())));
            }
            options.add(Lines.of(lines));
        }
        this.businessAsUsual = usual;
    }

    /** What lines add to what is above and below the line. */
    private interface Weights {

        List<Weighted> of(CostLine cost, Map<String, Drawn> inputs);

        List<Weighted> of(Impact impact, Map<String, Drawn> inputs);
    }

    /** Benefits and costs in money, as the framework divides them. */
    static CompiledCase ofMoney(AppraisalCase basis, List<UncertainInput> inputs) {
        return new CompiledCase(basis, inputs, new InMoney(basis, new LineValues(basis)));
    }

    private record InMoney(AppraisalCase basis, LineValues values) implements Weights {

        @Override
        public List<Weighted> of(CostLine cost, Map<String, Drawn> own) {
            LineValues.Counted counted = values.counted(cost);
            return List.of(new Weighted(LineModel.of(cost, own, basis, values), counted.benefit(), counted.cost()));
        }

        @Override
        public List<Weighted> of(Impact impact, Map<String, Drawn> own) {
            LineValues.Counted counted = values.counted(impact);
            LineModel model = LineModel.of(impact, own, basis, values);
            List<Weighted> lines = new ArrayList<>();
            double netted = 0;
            for (Saving saving : impact.savings()) {
                Drawn share = own.get(UncertainInputs.savingShare(saving.organisation()));
                if (share != null && isNetted(saving)) {
                    netted += saving.share().value();
                    lines.add(new Weighted(model.times(share), -1, -1));
                }
            }
            lines.add(new Weighted(model, counted.benefit() + netted, counted.cost() + netted));
            return lines;
        }

        /** Whether what is saved is taken off costs, and off benefits with them. */
        private boolean isNetted(Saving saving) {
            return basis.framework().denominator().savingsNetted()
                    && basis.proposal().publicBodies().contains(saving.organisation());
        }
    }

    /** The same, with what comes to a group times its distributional weight among the benefits. */
    static CompiledCase ofWeightedMoney(AppraisalCase basis, List<UncertainInput> inputs) {
        LineValues values = new LineValues(basis);
        InMoney once = new InMoney(basis, values);
        return new CompiledCase(basis, inputs, new Weights() {
            @Override
            public List<Weighted> of(CostLine cost, Map<String, Drawn> own) {
                return once.of(cost, own);
            }

            @Override
            public List<Weighted> of(Impact impact, Map<String, Drawn> own) {
                LineModel model = LineModel.of(impact, own, basis, values);
                List<Weighted> lines = new ArrayList<>(once.of(impact, own));
                for (Beneficiary beneficiary : impact.beneficiaries()) {
                    double extra = values.extraWeight(beneficiary);
                    Drawn share = own.get(InputKind.BENEFICIARIES.word() + "/" + beneficiary.group() + "/share");
                    lines.add(
                            share == null
                                    ? new Weighted(
                                            model, extra * beneficiary.share().value(), 0)
                                    : new Weighted(model.times(share), extra, 0));
                }
                return lines;
            }
        });
    }

    /** Nothing above the line, and net public cost before any saving below it. */
    static CompiledCase ofPublicCost(AppraisalCase basis, List<UncertainInput> inputs) {
        LineValues values = new LineValues(basis);
        return new CompiledCase(basis, inputs, new Weights() {
            @Override
            public List<Weighted> of(CostLine cost, Map<String, Drawn> own) {
                return publicCost(cost, own, basis, values);
            }

            @Override
            public List<Weighted> of(Impact impact, Map<String, Drawn> own) {
                return List.of();
            }
        });
    }

    /** Discounted units of an outcome above the line, and net public cost before any saving below it. */
    static CompiledCase ofUnits(AppraisalCase basis, List<UncertainInput> inputs, CostEffectiveness outcome) {
        LineValues values = new LineValues(basis);
        FinancialYear priceYear = basis.proposal().appraisal().priceYear();
        return new CompiledCase(basis, inputs, new Weights() {
            @Override
            public List<Weighted> of(CostLine cost, Map<String, Drawn> own) {
                return publicCost(cost, own, basis, values);
            }

            @Override
            public List<Weighted> of(Impact impact, Map<String, Drawn> own) {
                Map<String, Drawn> ofQuantity = new HashMap<>(own);
                ofQuantity.remove("value");
                ofQuantity.remove("realGrowth");
                return outcome.counted(impact).stream()
                        .map(counted -> new Weighted(
                                LineModel.of(counted.worthOneEach(priceYear), ofQuantity, basis, values), 1, 0))
                        .toList();
            }
        });
    }

    /** A cost below the line if a public body bears it. */
    private static List<Weighted> publicCost(
            CostLine cost, Map<String, Drawn> own, AppraisalCase basis, LineValues values) {
        return basis.proposal().publicBodies().contains(cost.bearer())
                ? List.of(new Weighted(LineModel.of(cost, own, basis, values), 0, 1))
                : List.of();
    }

    List<UncertainInput> inputs() {
        return inputs;
    }

    int options() {
        return options.size();
    }

    /** Whether a line is worked out year by year in each trial. */
    boolean isBent() {
        return options.stream().flatMap(lines -> lines.others.stream()).anyMatch(line -> line.model.isBent());
    }

    /**
     * Works out trials.
     *
     * @param draws by input and trial
     * @param count of trials
     * @param pvb filled by option for the first {@code count} trials
     * @param pvc likewise
     */
    void evaluate(double[][] draws, int count, double[][] pvb, double[][] pvc) {
        double[] values = new double[count];
        for (int option = 0; option < options.size(); option++) {
            Lines lines = options.get(option);
            lines.benefits.fill(draws, count, pvb[option]);
            lines.costs.fill(draws, count, pvc[option]);
            for (Weighted line : lines.others) {
                line.model.fill(draws, count, values);
                add(line.benefit, values, pvb[option]);
                add(line.cost, values, pvc[option]);
            }
        }
        for (int option = 0; businessAsUsual >= 0 && option < options.size(); option++) {
            if (option != businessAsUsual) {
                subtract(pvb[businessAsUsual], count, pvb[option]);
                subtract(pvc[businessAsUsual], count, pvc[option]);
            }
        }
        if (businessAsUsual >= 0) {
            Arrays.fill(pvb[businessAsUsual], 0, count, 0);
            Arrays.fill(pvc[businessAsUsual], 0, count, 0);
        }
    }

    private static void add(double weight, double[] values, double[] sums) {
        for (int trial = 0; weight != 0 && trial < values.length; trial++) {
            sums[trial] += weight * values[trial];
        }
    }

    private static void subtract(double[] values, int count, double[] from) {
        for (int trial = 0; trial < count; trial++) {
            from[trial] -= values[trial];
        }
    }

    /** The net present social values by option at one set of inputs. */
    double[] npsv(double[] values) {
        double[][] draws = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            draws[i] = new double[] {values[i]};
        }
        double[][] pvb = new double[options.size()][1];
        double[][] pvc = new double[options.size()][1];
        evaluate(draws, 1, pvb, pvc);
        double[] npsv = new double[options.size()];
        for (int option = 0; option < npsv.length; option++) {
            npsv[option] = pvb[option][0] - pvc[option][0];
        }
        return npsv;
    }
}
