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

    /** DerSimonian and Laird (1986), with moderators as in Raudenbush (2009), equation 16.25. */
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
     * Restricted maximum likelihood by Fisher scoring, tau2 + (y'PPy - tr P) / tr PP (Viechtbauer 2005), each step halved until the
     * likelihood does not fall.
     */
    private static BetweenVariance restricted(EffectModel model) {
        double tau2 = unweighted(model);
        double typical = model.typicalVariance();
        WeightedFit fit = model.at(tau2);
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = (fit.squaresOfWeighted() - fit.trace()) / fit.traceOfSquare();
            double likelihood = fit.restrictedLogLikelihood();
            double next = Math.max(0, tau2 + change);
            WeightedFit found = model.at(next);
            while (found.restrictedLogLikelihood() < likelihood - NEGLIGIBLE * (1 + Math.abs(likelihood))
                    && Math.abs(next - tau2) > NEGLIGIBLE * (tau2 + typical)) {
                next = tau2 + (next - tau2) / 2;
                found = model.at(next);
            }
            if (Math.abs(next - tau2) <= NEGLIGIBLE * (tau2 + typical)) {
                return new Converged(next);
            }
            tau2 = next;
            fit = found;
        }
        return new NotConverged(MOST_STEPS);
    }
}
