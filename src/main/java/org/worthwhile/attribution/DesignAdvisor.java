package org.worthwhile.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.problem.InvalidInput;

/**
 * Says which designs a study's columns and data allow, what each assumes, and which of them is the most credible. A design is
 * possible only if the study has been run with it, so that what is recommended is never refused; for the run whatever is drawn at
 * random is drawn a few times only.
 */
public final class DesignAdvisor {

    /** With fewer treated units than this, one of them decides a comparison of averages. */
    private static final int FEW_TREATED = 5;

    private static final int FEW_DRAWS = 20;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final StudyShape shape;
    private final DesignNeeds needs;

    private DesignAdvisor(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.shape = StudyShape.of(studyCase);
        this.needs = new DesignNeeds(studyCase, shape);
    }

    /**
     * Advises.
     *
     * @param studyCase whose design counts only in that a randomised trial says that treatment was dealt out by chance
     * @throws org.worthwhile.problem.InvalidInput if a column that it names is not there
     */
    public static Advice advise(StudyCase studyCase) {
        DesignAdvisor advisor = new DesignAdvisor(studyCase);
        List<Possibility> options = Arrays.stream(Design.values())
                .map(advisor::possibility)
                .sorted(Comparator.comparing((Possibility option) -> !option.isPossible())
                        .thenComparing(option -> -option.marylandLevel())
                        .thenComparing(option -> advisor.isSecondChoice(option.design())))
                .toList();
        return new Advice(
                options,
                options.stream()
                        .filter(Possibility::isPossible)
                        .map(Possibility::design)
                        .findFirst());
    }

    /** Of designs at one level, the one that suits the number of treated units goes first, and one of causes last. */
    private boolean isSecondChoice(Design design) {
        boolean few = shape.treatedUnits() < FEW_TREATED;
        return switch (design) {
            case DIFFERENCE_IN_DIFFERENCES -> few;
            case SYNTHETIC_CONTROL -> !few;
            case PANEL_REGRESSION, MANY_CAUSES, INSTRUMENTAL_VARIABLE, INTERRUPTED_TIME_SERIES -> true;
            case RANDOMISED_TRIAL, REGRESSION_DISCONTINUITY, OBSERVATIONAL -> false;
        };
    }

    private Possibility possibility(Design design) {
        return switch (design) {
            case RANDOMISED_TRIAL ->
                option(
                        design,
                        5,
                        "Treatment was dealt out by chance, and those whose outcome is unknown are like the others.",
                        "Nothing ranks higher; larger arms and fewer lost outcomes make it surer.");
            case DIFFERENCE_IN_DIFFERENCES ->
                option(
                        design,
                        3,
                        "Without treatment, the treated would have changed as the others did.",
                        "More times before treatment, controls more like the treated, or treatment by lot.");
            case SYNTHETIC_CONTROL ->
                option(
                        design,
                        3,
                        "A blend of untreated units that moved as the treated did would have gone on doing so.",
                        "A longer series before treatment, or more untreated units that resemble the treated.");
            case INTERRUPTED_TIME_SERIES ->
                option(
                        design,
                        2,
                        "The trend before would have gone on, and nothing else happened at that time.",
                        "A series of a place without the change, as a control.");
            case REGRESSION_DISCONTINUITY ->
                option(
                        design,
                        4,
                        "Nobody could place themselves on one side of the cutoff, and nothing else changes there.",
                        "More units near the cutoff; the answer holds only there.");
            case INSTRUMENTAL_VARIABLE ->
                option(
                        design,
                        4,
                        "The instrument moves the outcome only by way of treatment, and is as good as dealt out by chance.",
                        "An instrument that was dealt out by lot.");
            case OBSERVATIONAL ->
                option(
                        design,
                        2,
                        "Among units with the same covariates, who was treated had nothing to do with the outcome.",
                        "Outcomes of the same units before treatment, for difference-in-differences.");
            case PANEL_REGRESSION ->
                option(
                        design,
                        shape.hasPanel() ? 3 : 2,
                        "Nothing left out of the model moves both treatment and outcome over time.",
                        "A date at which treatment begins in some units and not in others.");
            case MANY_CAUSES ->
                option(
                        design,
                        shape.hasPanel() ? 3 : 2,
                        "The causes named are all that moved the outcome together with them.",
                        "Variation in each cause that the others do not share.");
        };
    }

    /** A design that lacks something, or one of which a run of the study with it has shown whether it can be used. */
    private Possibility option(Design design, int level, String assumes, String raise) {
        StudyCase candidate = studyCase.by(design);
        Set<Role> unused = EnumSet.copyOf(roles.named());
        unused.removeAll(candidate.study().roles().named());
        List<String> lacking = needs.lacking(design);
        if (!lacking.isEmpty()) {
            return new Possibility(design, lacking, assumes, level, raise, unused, List.of());
        }
        try {
            Attribution tried = Attributor.attribute(candidate.withDraws(FEW_DRAWS));
            return new Possibility(
                    design, List.of(), assumes, tried.marylandLevel(), raise, unused, shape.cautions(design, tried));
        } catch (InvalidInput refused) {
            List<String> reasons = refused.problems().stream()
                    .map(problem -> "what a run of it needs: " + problem.what() + "; " + problem.remedy())
                    .toList();
            return new Possibility(design, reasons, assumes, level, raise, unused, List.of());
        }
    }
}
