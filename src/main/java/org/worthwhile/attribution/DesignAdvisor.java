package org.worthwhile.attribution;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.attribution.AttributionDesign.Credibility;
import org.worthwhile.problem.InvalidInput;

/**
 * Says which designs a study's columns and data allow, what each assumes, and which of them is the most credible. A design is
 * possible only if the study has been run with it, so that what is recommended is never refused; for the run whatever is drawn at
 * random is drawn a few times only.
 */
public final class DesignAdvisor {

    private static final int FEW_DRAWS = 20;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final StudyShape shape;

    private DesignAdvisor(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.shape = StudyShape.of(studyCase);
    }

    /**
     * Advises.
     *
     * @param studyCase whose design counts only in that a randomised trial says that treatment was dealt out by chance
     * @throws org.worthwhile.problem.InvalidInput if a column that it names is not there, or holds texts where numbers are needed
     */
    public static Advice advise(StudyCase studyCase) {
        // A single text would make a treatment of two values one of three, of which no design is possible.
        StrayCells.require(studyCase);
        DesignAdvisor advisor = new DesignAdvisor(studyCase);
        List<Possibility> options = Arrays.stream(Design.values())
                .map(advisor::possibility)
                .sorted(Comparator.comparing((Possibility option) -> !option.isPossible())
                        .thenComparing(option -> -option.marylandLevel())
                        .thenComparing(
                                option -> advisor.credibility(option.design()).secondChoice()))
                .toList();
        return new Advice(
                options,
                options.stream()
                        .filter(Possibility::isPossible)
                        .map(Possibility::design)
                        .findFirst());
    }

    /** A design that lacks something, or one of which a run of the study with it has shown whether it can be used. */
    private Possibility possibility(Design design) {
        int usual = credibility(design).marylandLevel();
        StudyCase candidate = studyCase.by(design);
        Set<Role> unused = EnumSet.copyOf(roles.named());
        unused.removeAll(candidate.study().roles().named());
        List<String> lacking = design.method().lacking(studyCase, shape);
        if (!lacking.isEmpty()) {
            return possibility(design, lacking, usual, unused, List.of());
        }
        try {
            Attribution tried = Attributor.attribute(candidate.withDraws(FEW_DRAWS));
            return possibility(design, List.of(), tried.marylandLevel(), unused, shape.cautions(design, tried));
        } catch (InvalidInput refused) {
            List<String> reasons = refused.problems().stream()
                    .map(problem -> "what a run of it needs: " + problem.what() + "; " + problem.remedy())
                    .toList();
            return possibility(design, reasons, usual, unused, List.of());
        }
    }

    private Possibility possibility(
            Design design, List<String> lacking, int level, Set<Role> leaveOut, List<String> cautions) {
        Credibility credibility = credibility(design);
        return new Possibility(design, lacking, credibility.assumes(), level, credibility.raise(), leaveOut, cautions);
    }

    private Credibility credibility(Design design) {
        return design.method().credibility(shape);
    }
}
