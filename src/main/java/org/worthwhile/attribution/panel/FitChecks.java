package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.period.Periods;

/** What the fit says of itself: whether one unit carries the effect, other terms blur it, or its residuals have a pattern. */
final class FitChecks {

    private static final double BLURRED = 10;
    private static final double SIGNIFICANT = 0.05;

    /** The share of their squared mean square up to which squared residuals that are all the same vary by rounding. */
    private static final double ROUNDING = 1e-20;

    private static final Set<Covariance.Kind> VARIANCES_WITH_MEMORY =
            EnumSet.of(Covariance.Kind.DRISCOLL_KRAAY, Covariance.Kind.NEWEY_WEST);

    private final StudyCase studyCase;
    private final RegressionStudy fit;
    private final Regression regression;
    private final Coefficient effect;
    private final Optional<Covariance.Kind> variance;
    private final double square;

    FitChecks(StudyCase studyCase, RegressionStudy fit, Coefficient effect) {
        this.studyCase = studyCase;
        this.fit = fit;
        this.regression = fit.regression();
        this.effect = effect;
        this.variance = studyCase.options(PanelOptions.class).variance();
        int term = regression.terms().indexOf(effect.term());
        this.square = 1 / regression.bread()[term][term];
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(influence());
        diagnostics.add(multicollinearity());
        diagnostics.add(spread());
        memory().ifPresent(diagnostics::add);
        return diagnostics;
    }

    /** How the effect moves when each unit, or without units each row, is left out. */
    private Diagnostic influence() {
        Optional<String> unit = studyCase.study().roles().unit();
        Optional<Grouping> units = unit.map(fit.sample()::grouping);
        int term = regression.terms().indexOf(effect.term());
        double[] changes = units.map(groups -> new Deletion(regression, term, groups).changes())
                .orElseGet(() -> Deletion.ofEachRow(regression, term));
        int most = largest(changes);
        double largest = changes[most];
        boolean little = Math.abs(largest) <= effect.standardError();
        String name = units.map(groups -> "'" + groups.labels().get(most) + "'")
                .orElse("row " + (most + 1) + " of those used");
        return new Diagnostic(
                "influence",
                "No single " + (unit.isPresent() ? "unit" : "row") + " carries the effect",
                little ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(largest / effect.standardError()),
                OptionalDouble.empty(),
                Double.isInfinite(largest)
                        ? "Without " + name + " there would be no effect to estimate."
                        : String.format(
                                Locale.UK,
                                "The one that moves it most is %s: without it the effect would be about %s%s",
                                name,
                                Rounded.plain(effect.estimate() + largest),
                                little ? ", within its standard error." : ", a different finding: look at it."));
    }

    /** The place of the one that is largest in size. Loops over all rows stand by themselves, so that Java soon has them compiled. */
    private static int largest(double[] changes) {
        int most = 0;
        for (int group = 1; group < changes.length; group++) {
            most = Math.abs(changes[group]) > Math.abs(changes[most]) ? group : most;
        }
        return most;
    }

    /** The variance inflation factor: the treatment's square over that of what the others leave of it. */
    private Diagnostic multicollinearity() {
        double[] treatment = regression.regressors()[regression.terms().indexOf(effect.term())];
        double mean = regression.fixedEffects().isEmpty()
                ? Arrays.stream(treatment).average().orElseThrow()
                : 0;
        double factor = Math.max(1, squaredDistance(treatment, mean) / square);
        return new Diagnostic(
                "multicollinearity",
                "The cause apart from other terms",
                factor < BLURRED ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(factor),
                OptionalDouble.empty(),
                String.format(
                        Locale.UK,
                        factor < BLURRED
                                ? "Other terms explain %.0f%% of %s, which leaves enough to tell its effect apart."
                                : "Other terms explain %.0f%% of %s, so that its effect can hardly be told from theirs.",
                        100 * (1 - 1 / factor),
                        effect.term()));
    }

    private static double squaredDistance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Koenker's chi-squared of one degree of freedom (1981, Journal of Econometrics 17). */
    private static double koenker(double[] residuals, double meanSquare, double[] treatment) {
        double mean = Arrays.stream(treatment).average().orElseThrow();
        double product = 0;
        double own = 0;
        double other = 0;
        for (int row = 0; row < residuals.length; row++) {
            double first = residuals[row] * residuals[row] - meanSquare;
            double second = treatment[row] - mean;
            product += first * second;
            own += first * first;
            other += second * second;
        }
        return own <= ROUNDING * residuals.length * meanSquare * meanSquare || other == 0
                ? 0
                : residuals.length * product * product / (own * other);
    }

    /** The studentised test of the errors' spread, on the treatment alone. */
    private Diagnostic spread() {
        double[] residuals = regression.residuals();
        double statistic = koenker(
                residuals,
                regression.residualSumOfSquares() / residuals.length,
                regression.regressors()[regression.terms().indexOf(effect.term())]);
        double pValue = Inference.chiSquaredPValue(statistic, 1);
        boolean assumed = variance.filter(Covariance.Kind.IID::equals).isPresent();
        boolean even = pValue >= SIGNIFICANT;
        return new Diagnostic(
                        "residual-spread",
                        "Errors of the same size throughout",
                        even ? Outcome.PASS : assumed ? Outcome.FAIL : Outcome.INFO,
                        OptionalDouble.of(statistic),
                        OptionalDouble.of(pValue),
                        even
                                ? "The model errs by as much whatever the treatment."
                                : "The size of the model's errors changes with the treatment; "
                                        + (assumed
                                                ? "the standard errors assume that it does not, so choose another variance."
                                                : "the standard errors allow for that."))
                .withDegreesOfFreedom(1);
    }

    /** The correlation of residuals with those of the same unit at its time before; empty without units and times. */
    private Optional<Diagnostic> memory() {
        Optional<String> unit = studyCase.study().roles().unit();
        Optional<Periods> periods = Periods.ifNamed(studyCase, fit.sample());
        if (unit.isEmpty() || periods.isEmpty()) {
            return Optional.empty();
        }
        Grouping units = fit.sample().grouping(unit.get());
        FirstDifferences neighbours = FirstDifferences.of(units, periods.get());
        double product = 0;
        double before = 0;
        double after = 0;
        int pairs = neighbours.rows().length;
        for (int i = 0; i < pairs; i++) {
            double first = regression.residuals()[neighbours.before()[i]];
            double second = regression.residuals()[neighbours.rows()[i]];
            product += first * second;
            before += first * first;
            after += second * second;
        }
        if (pairs < 3 || before == 0 || after == 0) {
            return Optional.empty();
        }
        double correlation = product / Math.sqrt(before * after);
        double pValue = Inference.normal(0.95).pValue(correlation, 1 / Math.sqrt(pairs));
        boolean held = studyCase.study().roles().clusters().stream()
                        .anyMatch(cluster -> units.isNestedIn(fit.sample().grouping(cluster)))
                || variance.filter(VARIANCES_WITH_MEMORY::contains).isPresent();
        boolean none = pValue >= SIGNIFICANT;
        return Optional.of(new Diagnostic(
                "residual-memory",
                "Errors without memory",
                none || held ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(correlation),
                OptionalDouble.of(pValue),
                none
                        ? "How the model errs for a unit at one time says nothing of the next."
                        : "How the model errs for a unit at one time goes on at the next; "
                                + (held
                                        ? "the standard errors allow for that."
                                        : "the standard errors do not allow for that, so cluster them by unit.")));
    }
}
