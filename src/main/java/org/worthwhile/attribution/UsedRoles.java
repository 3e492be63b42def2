package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;

/** That a study names no column which its design would leave aside: a role is used or refused, and never ignored. */
final class UsedRoles {

    private UsedRoles() {}

    /**
     * Checks the study's roles.
     *
     * @throws InvalidInput with every role that the design does not use
     */
    static void require(StudyCase studyCase) {
        Study study = studyCase.study();
        Set<Role> used = study.options().roles();
        List<Problem> problems = new ArrayList<>();
        for (Role role : study.roles().named()) {
            if (!used.contains(role)) {
                problems.add(new Problem(
                        studyCase.places().apply(role.pointer()),
                        study.design().title() + " with the estimator of this study does not use the column "
                                + role.id(),
                        "leave it out, or use a design that does; this one uses " + list(used)));
            }
        }
        for (String column : study.roles().labels().keySet()) {
            if (studyCase.dataset().column(column).isEmpty()) {
                problems.add(new Problem(
                        studyCase.places().apply("/labels/" + column),
                        "there is no column '" + column + "' in "
                                + studyCase.dataset().name(),
                        Nearest.remedy(column, studyCase.dataset().columnNames())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String list(Set<Role> roles) {
        return roles.stream().map(Role::id).collect(Collectors.joining(", "));
    }
}
