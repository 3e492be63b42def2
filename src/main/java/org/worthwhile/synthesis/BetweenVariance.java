package org.worthwhile.synthesis;

/** An estimate of tau2, the variance of true effects between studies. */
sealed interface BetweenVariance {

    /** An estimate; 0 where studies differ no more than by chance. */
    record Converged(double tau2) implements BetweenVariance {}

    /** The iteration did not reach its solution. */
    record NotConverged(int steps) implements BetweenVariance {}

    int MOST_STEPS = 500;

    /** Changes below this share of the variance of an estimate are none. */
    double NEGLIGIBLE = 1e-12;

    /** The estimate by a method. */
    static BetweenVariance of(EffectModel model, Method method) {
        return switch (method) {
            case FIXED_EFFECT -> new Converged(0);
            case DERSIMONIAN_LAIRD -> new Converged(byMoments(model));
            case PAULE_MANDEL -> new Converged(Heterogeneity.tau2At(model, model.degrees()));
            case REML -> restricted(model);
        };
    }

    /** What is told of how far effects differ: the estimate, or that by moments where a fixed effect takes it for 0. */
    static double told(EffectModel model, Method method, double tau2) {
        return method == Method.FIXED_EFFECT ? byMoments(model) : tau2;
    }

    /** DerSimonian and Laird (1986), with moderators as in Raudenbush (2009). */
    private static double byMoments(EffectModel model) {
        WeightedFit fit = model.at(0);
        return Math.max(0, (fit.weightedSquares() - model.degrees()) / fit.trace());
    }

    /** The estimator of Hedges and Olkin (1985), where the iteration begins. */
    private static double unweighted(EffectModel model) {
        WeightedFit fit = model.unweighted();
        double[] leverages = fit.orthogonal().leverages();
        double within = 0;
        for (int i = 0; i < leverages.length; i++) {
            within += model.variances()[i] * (1 - leverages[i]);
        }
        return Math.max(0, (fit.weightedSquares() - within) / model.degrees());
    }

    /**
     * Restricted maximum likelihood by Fisher scoring, tau2 + (y'PPy - tr P) / tr PP (Viechtbauer 2005). A step that leaves the bounds within
     * which the score changes its sign, or that is not half as long as the last, goes to their middle: without that it may go to and fro
     * about the solution for ever.
     */
    private static BetweenVariance restricted(EffectModel model) {
        double tau2 = unweighted(model);
        double typical = model.typicalVariance();
        double low = -1;
        double high = Double.POSITIVE_INFINITY;
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            WeightedFit fit = model.at(tau2);
            double change = (fit.squaresOfWeighted() - fit.trace()) / fit.traceOfSquare();
            if (change > 0) {
                low = tau2;
            } else {
                high = tau2;
            }
            double next = Math.max(0, tau2 + change);
            boolean isBounded = low >= 0 && high < Double.POSITIVE_INFINITY;
            if (isBounded && (next <= low || next >= high || Math.abs(next - tau2) > last / 2)) {
                next = low + (high - low) / 2;
            }
            last = Math.abs(next - tau2);
            if (last <= NEGLIGIBLE * (tau2 + typical)) {
                return new Converged(next);
            }
            tau2 = next;
        }
        return new NotConverged(MOST_STEPS);
    }
}
