package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.ValueForMoney;
import org.worthwhile.framework.ValueForMoney.Band;

/**
 * In how many trials benefits are large enough for their costs. Counts can be taken from blocks of trials in any order.
 */
final class RatioCounts {

    /** Pounds of benefit that a pound of public cost must bring. */
    static final double[] THRESHOLDS = {0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5};

    private final List<Band> bands;

    /** By band and option. */
    private final long[][] reached;

    /** By threshold and option. */
    private final long[][] chosen;

    /** Options by which is chosen of those that are level: the cheaper first. */
    private final int[] order;

    /** What an option's net benefit must exceed: nothing where business as usual, which has a net benefit of 0, is an option itself. */
    private final double least;

    RatioCounts(AppraisalCase basis, List<Integer> order) {
        this(bandsOf(basis), order, basis.proposal().businessAsUsual().isPresent());
    }

    /**
     * Of no trials yet.
     *
     * @param order the positions of options, from the one that is chosen of those that are level
     * @param hasBusinessAsUsual whether one of them is business as usual, which costs and brings nothing against itself
     */
    RatioCounts(List<Band> bands, List<Integer> order, boolean hasBusinessAsUsual) {
        this.bands = bands;
        this.least = hasBusinessAsUsual ? Double.NEGATIVE_INFINITY : 0;
        this.order = order.stream().mapToInt(Integer::intValue).toArray();
        this.reached = new long[bands.size()][order.size()];
        this.chosen = new long[THRESHOLDS.length][order.size()];
    }

    private static List<Band> bandsOf(AppraisalCase basis) {
        return basis.framework().valueForMoney().map(ValueForMoney::bands).orElse(List.of()).stream()
                .filter(band -> Double.isFinite(band.from()))
                .toList();
    }

    /** The framework's bands but the lowest, which has no bound. */
    List<Band> bands() {
        return bands;
    }

    /** In how many trials the benefit-cost ratio of an option is at or above where a band begins; costs are above 0. */
    long reached(int band, int option) {
        return reached[band][option];
    }

    /**
     * In how many trials an option is the one to choose where every pound of public cost must bring so many pounds of
     * benefit: its benefits less the threshold times its costs are highest, those of business as usual being 0; of options that
     * are level, the cheapest is. Without business as usual they must be above 0 as well.
     */
    long chosen(int threshold, int option) {
        return chosen[threshold][option];
    }

    /**
     * Counts a block of trials.
     *
     * @param pvb by option and trial
     * @param pvc by option and trial
     * @param count of trials
     */
    void add(double[][] pvb, double[][] pvc, int count) {
        for (int option = 0; option < pvb.length; option++) {
            for (int band = 0; band < reached.length; band++) {
                reached[band][option] += atLeast(bands.get(band).from(), pvb[option], pvc[option], count);
            }
        }
        if (pvb.length == 1) {
            for (int threshold = 0; threshold < THRESHOLDS.length; threshold++) {
                chosen[threshold][0] += above(THRESHOLDS[threshold], pvb[0], pvc[0], count);
            }
        } else {
            choose(pvb, pvc, count);
        }
    }

    void add(RatioCounts others) {
        add(reached, others.reached);
        add(chosen, others.chosen);
    }

    private static void add(long[][] counts, long[][] others) {
        for (int i = 0; i < counts.length; i++) {
            for (int option = 0; option < counts[i].length; option++) {
                counts[i][option] += others[i][option];
            }
        }
    }

    private static int atLeast(double ratio, double[] benefits, double[] costs, int count) {
        int found = 0;
        for (int trial = 0; trial < count; trial++) {
            found += costs[trial] > 0 && benefits[trial] >= ratio * costs[trial] ? 1 : 0;
        }
        return found;
    }

    private int above(double threshold, double[] benefits, double[] costs, int count) {
        int found = 0;
        for (int trial = 0; trial < count; trial++) {
            found += benefits[trial] - threshold * costs[trial] > least ? 1 : 0;
        }
        return found;
    }

    private void choose(double[][] pvb, double[][] pvc, int count) {
        double[] highest = new double[count];
        int[] choices = new int[count];
        for (int threshold = 0; threshold < THRESHOLDS.length; threshold++) {
            Arrays.fill(highest, least);
            Arrays.fill(choices, -1);
            for (int option : order) {
                prefer(option, THRESHOLDS[threshold], pvb[option], pvc[option], highest, choices);
            }
            for (int option = 0; option < pvb.length; option++) {
                chosen[threshold][option] += count(choices, option);
            }
        }
    }

    /** Chooses the option where its net benefit is higher than what is highest so far. */
    private static void prefer(
            int option, double threshold, double[] benefits, double[] costs, double[] highest, int[] choices) {
        for (int trial = 0; trial < choices.length; trial++) {
            double net = benefits[trial] - threshold * costs[trial];
            choices[trial] = net > highest[trial] ? option : choices[trial];
            highest[trial] = Math.max(net, highest[trial]);
        }
    }

    private static int count(int[] choices, int option) {
        int count = 0;
        for (int choice : choices) {
            count += choice == option ? 1 : 0;
        }
        return count;
    }
}
