package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.TotalLabel;

/** What the figures of a study must be. */
final class StudyRules {

    /**
     * Something wrong with a study.
     *
     * @param field of the study's
     */
    record StudyFault(String field, Fault fault) {}

    private final List<StudyFault> faults = new ArrayList<>();

    private StudyRules() {}

    /** Everything wrong with a study of which a measure is to be had. */
    static List<StudyFault> faults(IncludedStudy study, Measure measure) {
        StudyRules rules = new StudyRules();
        if (!EffectSizes.canConvert(study.data(), measure)) {
            rules.add(
                    "",
                    "no " + measure.scale() + " can be had of " + words(study.data()),
                    "give an estimate with its error, or choose another measure");
            return rules.faults;
        }
        rules.require(
                !TotalLabel.ESTIMATE.matches(study.name()),
                "study",
                "the name says that it adds up or combines the others, which would count them twice",
                "leave it out, or give the study another name");
        switch (study.data()) {
            case StudyData.Counts counts -> {
                rules.events("treated", counts.treatedEvents(), counts.treatedTotal());
                rules.events("compared", counts.comparedEvents(), counts.comparedTotal());
            }
            case StudyData.Means means -> {
                rules.arm("treated", means.treatedDeviation(), means.treatedTotal());
                rules.arm("compared", means.comparedDeviation(), means.comparedTotal());
            }
            case StudyData.Correlation correlation -> {
                rules.require(
                        Math.abs(correlation.correlation()) < 1,
                        "correlation",
                        NumberText.of(correlation.correlation()) + " is no correlation that can be combined",
                        "give one between -1 and 1, both excluded");
                rules.require(
                        correlation.total() >= 4,
                        "total",
                        NumberText.of(correlation.total()) + " units are too few for an error",
                        "give at least 4, or leave the study out");
            }
            case StudyData.Estimated estimated -> {
                rules.require(
                        estimated.standardError() > 0,
                        "standardError",
                        "an error of " + NumberText.of(estimated.standardError()) + " would make the estimate certain",
                        "give the standard error, which is above 0");
                rules.difference(estimated.estimate(), measure);
            }
            case StudyData.WithInterval interval -> {
                rules.interval(interval);
                rules.difference(interval.estimate().orElse((interval.low() + interval.high()) / 2), measure);
            }
        }
        if (rules.faults.isEmpty()) {
            EffectSize effect = EffectSizes.of(study, measure);
            rules.require(
                    Double.isFinite(effect.estimate())
                            && effect.variance() > 0
                            && Double.isFinite(1 / effect.variance()),
                    "",
                    "its figures give no estimate with an error above 0",
                    "check them, or leave the study out");
        }
        return rules.faults;
    }

    private static String words(StudyData data) {
        return switch (data) {
            case StudyData.Counts _ -> "counts of events";
            case StudyData.Means _ -> "means with deviations";
            case StudyData.Correlation _ -> "a correlation";
            case StudyData.Estimated _ -> "an estimate with its error";
            case StudyData.WithInterval interval -> interval.isRatio() ? "a ratio" : "an estimate with its interval";
        };
    }

    private void events(String arm, double events, double total) {
        require(
                total >= 1 && total == Math.rint(total),
                arm + "Total",
                NumberText.of(total) + " is no number of people or units",
                "give a whole number above 0");
        require(
                events >= 0 && events == Math.rint(events),
                arm + "Events",
                NumberText.of(events) + " is no number of events",
                "give a whole number, 0 or more");
        require(
                events <= total,
                arm + "Events",
                NumberText.of(events) + " events are more than the " + NumberText.of(total) + " that could have one",
                "check both figures");
    }

    private void arm(String arm, double deviation, double total) {
        require(
                deviation > 0,
                arm + "Deviation",
                "a standard deviation of " + NumberText.of(deviation) + " cannot be",
                "give it above 0");
        require(
                total >= 2 && total == Math.rint(total),
                arm + "Total",
                NumberText.of(total) + " is no number of people or units with a standard deviation",
                "give a whole number, 2 or more");
    }

    private void difference(double estimate, Measure measure) {
        require(
                measure != Measure.RISK_DIFFERENCE || Math.abs(estimate) <= 1,
                "",
                NumberText.of(estimate) + " is no difference between two risks, each of which is from 0 to 1",
                "give it as a share, such as 0.04 for four in a hundred");
    }

    private void interval(StudyData.WithInterval interval) {
        require(
                interval.low() < interval.high(),
                "low",
                "the interval from " + NumberText.of(interval.low()) + " to " + NumberText.of(interval.high())
                        + " has no width",
                "give its lower end as low and its upper end as high");
        require(
                !interval.isRatio() || interval.low() > 0,
                "low",
                "a ratio of " + NumberText.of(interval.low()) + " has no logarithm",
                "give ratios above 0");
        interval.estimate()
                .ifPresent(estimate -> require(
                        interval.low() < estimate && estimate < interval.high(),
                        interval.isRatio() ? "ratio" : "estimate",
                        NumberText.of(estimate) + " is not within its interval from " + NumberText.of(interval.low())
                                + " to " + NumberText.of(interval.high()),
                        "check the three figures"));
    }

    private void require(boolean holds, String field, String what, String remedy) {
        if (!holds) {
            add(field, what, remedy);
        }
    }

    private void add(String field, String what, String remedy) {
        faults.add(new StudyFault(field, new Fault(what, remedy)));
    }
}
