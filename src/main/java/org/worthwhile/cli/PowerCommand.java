package org.worthwhile.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.power.DifferencePlan;
import org.worthwhile.attribution.power.DiscontinuityPlan;
import org.worthwhile.attribution.power.Plan;
import org.worthwhile.attribution.power.Power;
import org.worthwhile.attribution.power.TrialPlan;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.report.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a study could find before its data are collected. */
@Command(
        name = "power",
        description = "Says how small an effect a planned study would find, and how many units it needs.",
        mixinStandardHelpOptions = true)
final class PowerCommand implements Callable<Integer> {

    /** The designs that can be planned. */
    enum Planned {
        TRIAL,
        DIFFERENCE_IN_DIFFERENCES,
        DISCONTINUITY;

        @Override
        public String toString() {
            return DesignOptions.name(this);
        }
    }

    /** Reads the names as studies write them. */
    static final class Names implements CommandLine.ITypeConverter<Planned> {
        @Override
        public Planned convert(String name) {
            return Arrays.stream(Planned.values())
                    .filter(planned -> planned.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "expected one of " + Arrays.toString(Planned.values()) + " but was '" + name + "'"));
        }
    }

    @Parameters(
            arity = "1",
            paramLabel = "DESIGN",
            converter = Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Planned design = Planned.TRIAL;

    @Option(
            names = "--units",
            required = true,
            paramLabel = "N",
            description = "Units, treated or not; for a discontinuity, those within the bandwidth.")
    private int units;

    @Option(names = "--sd", required = true, paramLabel = "SD", description = "The outcome's standard deviation.")
    private double deviation;

    @Option(
            names = "--share",
            paramLabel = "P",
            description = "The share that is treated, ${DEFAULT-VALUE} unless given.")
    private double share = 0.5;

    @Option(
            names = "--explained",
            paramLabel = "R2",
            description = "Trial: the share of variance that covariates explain.")
    private double explained;

    @Option(names = "--cluster-size", paramLabel = "M", description = "Trial: units assigned together, 1 unless given.")
    private int clusterSize = 1;

    @Option(
            names = "--correlation",
            paramLabel = "RHO",
            description = "Trial: of outcomes within a cluster. Differences: of a unit's outcomes at two times.")
    private double correlation;

    @Option(names = "--before", paramLabel = "T", description = "Differences: times before treatment, 1 unless given.")
    private int before = 1;

    @Option(names = "--after", paramLabel = "T", description = "Differences: times after it, 1 unless given.")
    private int after = 1;

    @Option(names = "--effect", paramLabel = "D", description = "An effect whose power and needed units to say.")
    private Optional<Double> effect = Optional.empty();

    @Option(
            names = "--power",
            paramLabel = "P",
            description = "The probability of finding the effect, ${DEFAULT-VALUE} unless given.")
    private double power = 0.8;

    @Option(
            names = "--significance",
            paramLabel = "A",
            description = "Of the two-sided test, ${DEFAULT-VALUE} unless given.")
    private double significance = 0.05;

    @Option(names = "--simulate", paramLabel = "N", description = "Make up so many studies to check the formula by.")
    private int simulated;

    @Option(names = "--seed", paramLabel = "N", description = "Of the made-up studies, 1 unless given.")
    private long seed = 1;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        if (!(power > 0 && power < 1 && significance > 0 && significance < 1)
                || simulated < 0
                || simulated > 1_000_000) {
            throw wrong("power and significance lie between 0 and 1, and at most a million studies can be made up");
        }
        try {
            Plan plan = plan();
            double detectable = Power.minimumDetectableEffect(plan, power, significance);
            say(
                    "Smallest effect found with probability %.0f%%: %s (%.2f standard deviations)",
                    power * 100, Wording.BRITISH.significant(detectable), detectable / deviation);
            say("Standard error of the effect: %s", Wording.BRITISH.significant(plan.standardError()));
            if (effect.isPresent()) {
                say(
                        "Probability of finding an effect of %s: %.1f%%",
                        Wording.BRITISH.significant(effect.get()), 100 * Power.of(plan, effect.get(), significance));
                say(
                        "Units needed to find it with probability %.0f%%: %,d",
                        power * 100, Power.unitsNeeded(plan, effect.get(), power, significance));
            }
            if (simulated > 0) {
                double tried = effect.orElse(detectable);
                double found = Power.simulated(plan, tried, significance, simulated, seed);
                say(
                        "Of %,d made-up studies with an effect of %s, %.1f%% find it (standard error %.1f points)",
                        simulated,
                        Wording.BRITISH.significant(tried),
                        found * 100,
                        100 * Math.sqrt(found * (1 - found) / simulated));
            }
            return 0;
        } catch (IllegalArgumentException impossible) {
            throw wrong(String.valueOf(impossible.getMessage()));
        }
    }

    private Plan plan() {
        return switch (design) {
            case TRIAL -> new TrialPlan(units, share, deviation, explained, clusterSize, correlation);
            case DIFFERENCE_IN_DIFFERENCES -> new DifferencePlan(units, share, deviation, before, after, correlation);
            case DISCONTINUITY -> new DiscontinuityPlan(units, share, deviation);
        };
    }

    @SuppressWarnings("AnnotateFormatMethod") // formatted in the locale of all results
    private void say(String format, Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.UK, format, values));
    }

    private static InvalidInput wrong(String what) {
        return new InvalidInput(new Problem(Place.of("power"), what, "see worthwhile power --help"));
    }
}
