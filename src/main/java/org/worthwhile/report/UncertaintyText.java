package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.uncertainty.UncertaintyResult;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;
import org.worthwhile.uncertainty.UncertaintyResult.VarianceIndex;

/** How sure an appraisal is, in lines of text. */
public final class UncertaintyText {

    private static final int MOST_INPUTS = 5;
    private static final double LEAST_SHARE = 0.005;

    private UncertaintyText() {}

    public static List<String> lines(Appraisal appraisal, UncertaintyAnalysis analysis) {
        UncertaintyResult result = analysis.simulated();
        String currency = appraisal.basis().proposal().appraisal().currency();
        List<String> lines = new ArrayList<>();
        if (!result.isKnown()) {
            lines.add(appraisal.basis().proposal().title() + ": " + result.whyNotKnown() + ".");
            analysis.results()
                    .options()
                    .forEach(option -> ResultSpreadsText.lines(option, currency)
                            .forEach(line -> lines.add("  " + option.id() + ": " + line)));
            return lines;
        }
        lines.add(String.format(
                Locale.UK,
                "%s: %,d trials, seed %d",
                appraisal.basis().proposal().title(),
                result.trials(),
                result.seed()));
        for (int i = 0; i < result.options().size(); i++) {
            OptionUncertainty option = result.options().get(i);
            List<String> others =
                    ResultSpreadsText.lines(analysis.results().options().get(i), currency);
            if (!option.isKnown()) {
                lines.add("  " + option.id() + ": NPSV "
                        + Wording.BRITISH.money(option.mean().value(), currency)
                        + "; no uncertainty that moves it was entered");
                others.forEach(line -> lines.add("    " + line));
                continue;
            }
            lines.add(String.format(
                    Locale.UK,
                    "  %s: NPSV %s (Monte Carlo standard error %s), 90%% between %s and %s; above 0 in %s, best in %s",
                    option.id(),
                    Wording.BRITISH.money(option.mean().value(), currency),
                    Wording.BRITISH.money(option.mean().standardError(), currency),
                    Wording.BRITISH.money(option.p5().value(), currency),
                    Wording.BRITISH.money(option.p95().value(), currency),
                    Wording.BRITISH.chance(option.probabilityPositive().value()),
                    Wording.BRITISH.chance(option.probabilityBest().value())));
            others.forEach(line -> lines.add("    " + line));
            variance(option).ifPresent(line -> lines.add("    " + line));
        }
        result.whyNoShares().ifPresent(reason -> lines.add("  No shares of variance: " + reason + "."));
        lines.add("  Knowing every input would be worth "
                + Wording.BRITISH.money(result.evpi().value(), currency));
        result.evppi().stream()
                .limit(MOST_INPUTS)
                .filter(value -> value.value().value() > 0)
                .forEach(value -> lines.add("    knowing " + value.input() + " alone "
                        + Wording.BRITISH.money(value.value().value(), currency)));
        result.groups()
                .forEach(group -> lines.add("    knowing '" + group.title() + "' ("
                        + (group.inputs().size() == 1
                                ? "1 input"
                                : group.inputs().size() + " inputs") + ") "
                        + Wording.BRITISH.money(group.value().value(), currency) + " (Monte Carlo standard error "
                        + Wording.BRITISH.money(group.value().standardError(), currency) + ")"));
        result.population()
                .ifPresent(population -> lines.add("  For " + Wording.BRITISH.significant(population.decisionsPerYear())
                        + " such decisions a year over " + population.years()
                        + (population.years() == 1 ? " year" : " years")
                        + " (" + Wording.BRITISH.significant(population.discounted())
                        + " discounted) knowing every input "
                        + Wording.BRITISH.money(population.value().value(), currency)));
        analysis.sensitivity().tornado().stream()
                .limit(MOST_INPUTS)
                .forEach(
                        bar -> lines.add("  " + bar.input() + " from " + Wording.BRITISH.significant(bar.low()) + " to "
                                + Wording.BRITISH.significant(bar.high()) + " moves NPSV of " + bar.option() + " from "
                                + Wording.BRITISH.money(bar.npsvAtLow(), currency) + " to "
                                + Wording.BRITISH.money(bar.npsvAtHigh(), currency)));
        result.truncated().forEach(truncation -> lines.add("  Note: " + truncation.sentence() + "."));
        result.warning().ifPresent(warning -> lines.add("  Note: " + warning + "."));
        return lines;
    }

    /** What the variance comes from: of each input the share by itself and, where it is more, with others. */
    private static Optional<String> variance(OptionUncertainty option) {
        List<String> shares = option.drivers().stream()
                .flatMap(driver -> driver.index().stream()
                        .filter(index -> index.total().value() >= LEAST_SHARE)
                        .map(index -> driver.input() + " " + share(index)))
                .limit(MOST_INPUTS)
                .toList();
        return shares.isEmpty() ? Optional.empty() : Optional.of("variance of NPSV from " + String.join("; ", shares));
    }

    private static String share(VarianceIndex index) {
        boolean isMore = index.total().value() - index.firstOrder().value()
                > 2
                        * StrictMath.hypot(
                                index.total().standardError(),
                                index.firstOrder().standardError());
        return percent(index.firstOrder()) + (isMore ? ", with others " + percent(index.total()) : "");
    }

    private static String percent(Estimate share) {
        return String.format(Locale.UK, "%.0f%%", share.value() * 100);
    }
}
