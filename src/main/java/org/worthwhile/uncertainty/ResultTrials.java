package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Funding;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.Indicators;
import org.worthwhile.appraisal.PresentValues;
import org.worthwhile.framework.Denominator;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Role;

/**
 * The results of an option in each trial, against business as usual.
 *
 * @param pvc costs and
 * @param pvb benefits, as the framework divides them
 * @param bcr not a number where it has no meaning; so are the next two
 * @param mvpf likewise; infinite where people gain and government is left to pay nothing
 * @param payback t, or {@link Funding#NEVER} or {@link Funding#NOTHING_PAID}
 * @param units by outcome of the model and trial
 * @param objectives the units that count for each objective, likewise
 * @param need of the first of the trials, real: by body, year and trial
 */
record ResultTrials(
        double[] publicCost,
        double[] pvc,
        double[] pvb,
        double[] bcr,
        double[] froi,
        double[] mvpf,
        int[] payback,
        double[][] units,
        double[][] objectives,
        double[][][] need) {

    /** Trials are worked out in blocks of this many or fewer. */
    private static final int BLOCK = 512;

    /**
     * Of an option.
     *
     * @param draws by input and trial
     * @param trials of the draws
     * @param funding the first trials of each replicate, of which the funding need is kept
     */
    static ResultTrials of(
            AppraisalCase basis,
            ResultModel model,
            int option,
            double[][] draws,
            Replicates trials,
            Replicates funding) {
        ResultSums sums = model.sums();
        int count = trials.trials();
        ResultTrials results = new ResultTrials(
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new int[count],
                new double[sums.outcomes().size()][count],
                new double[sums.objectives().size()][count],
                new double[sums.bodies().size()][sums.years()][funding.trials()]);
        List<Option> options = basis.proposal().options();
        int usual = IntStream.range(0, options.size())
                .filter(i -> options.get(i).role() == Role.BUSINESS_AS_USUAL)
                .findFirst()
                .orElse(-1);
        trials.blocks(BLOCK).parallelStream().forEach(block -> {
            double[][] own = new double[draws.length][];
            Arrays.setAll(own, i -> Arrays.copyOfRange(draws[i], block.first(), block.first() + block.count()));
            double[][] found = new double[sums.count()][block.count()];
            model.evaluate(option, own, block.count(), found);
            if (usual >= 0) {
                double[][] before = new double[sums.count()][block.count()];
                model.evaluate(usual, own, block.count(), before);
                subtract(before, found);
            }
            results.take(found, sums, basis, block, funding);
        });
        return results;
    }

    private static void subtract(double[][] before, double[][] found) {
        for (int sum = 0; sum < found.length; sum++) {
            double[] own = found[sum];
            double[] usual = before[sum];
            for (int trial = 0; trial < own.length; trial++) {
                own[trial] -= usual[trial];
            }
        }
    }

    private void take(
            double[][] found, ResultSums sums, AppraisalCase basis, Replicates.Block block, Replicates funding) {
        int[] publicBodies = IntStream.range(0, sums.bodies().size())
                .filter(body ->
                        basis.proposal().publicBodies().contains(sums.bodies().get(body)))
                .toArray();
        double[] paid = new double[sums.years()];
        double[] need = new double[sums.years()];
        Denominator denominator = basis.framework().denominator();
        int first = block.first();
        for (int trial = 0; trial < block.count(); trial++) {
            PresentValues values = new PresentValues(
                    found[ResultSums.PUBLIC_COST][trial],
                    found[ResultSums.OTHER_COST][trial],
                    found[ResultSums.BENEFIT][trial],
                    found[ResultSums.FISCAL][trial],
                    found[ResultSums.PUBLIC_SAVINGS][trial]);
            publicCost[first + trial] = values.publicCost();
            Indicators indicators = values.indicators(denominator);
            pvc[first + trial] = indicators.pvc();
            pvb[first + trial] = indicators.pvb();
            bcr[first + trial] = orNaN(indicators.bcr());
            mvpf[first + trial] = values.isMvpfInfinite() ? Double.POSITIVE_INFINITY : orNaN(values.mvpf());
            froi[first + trial] = orNaN(Funding.froi(found[ResultSums.SAVED][trial], found[ResultSums.SPENT][trial]));
            for (int t = 0; t < need.length; t++) {
                paid[t] = found[sums.paid(t)][trial];
                need[t] = 0;
                for (int body : publicBodies) {
                    need[t] += found[sums.need(body, t)][trial];
                }
            }
            payback[first + trial] = Funding.paybackYear(paid, need);
        }
        for (int i = 0; i < objectives.length; i++) {
            System.arraycopy(found[sums.objective(i)], 0, objectives[i], first, block.count());
        }
        for (int i = 0; i < units.length; i++) {
            System.arraycopy(found[sums.units(i)], 0, units[i], first, block.count());
        }
        int keeping = Math.clamp(funding.size(block.replicate()) - block.place(), 0, block.count());
        int place = funding.start(block.replicate()) + block.place();
        for (int body = 0; keeping > 0 && body < this.need.length; body++) {
            for (int t = 0; t < need.length; t++) {
                System.arraycopy(found[sums.need(body, t)], 0, this.need[body][t], place, keeping);
            }
        }
    }

    private static double orNaN(Indicator indicator) {
        return indicator.value().orElse(Double.NaN);
    }
}
