package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/** Texts where a study needs numbers, which need to be mended: in all of its columns at once, so that they can be mended at once. */
final class StrayCells {

    private static final Set<Role> OF_NUMBERS =
            Set.of(Role.OUTCOME, Role.TREATMENT, Role.WEIGHT, Role.RUNNING_VARIABLE, Role.CAUSES);

    private static final Set<Role> OF_NUMBERS_OR_CODES = Set.of(Role.COVARIATES, Role.INSTRUMENTS);

    private StrayCells() {}

    /**
     * Checks every column of which a study needs the numbers.
     *
     * @throws InvalidInput naming the cells, the first of them where they are many
     */
    static void require(StudyCase studyCase) {
        List<Problem> problems = new ArrayList<>();
        int left = Column.Strays.MOST;
        int more = 0;
        for (Map.Entry<String, String> role :
                studyCase.study().roles().columns().entrySet()) {
            Column.Strays strays = strays(studyCase, role.getKey(), role.getValue());
            List<Column.Stray> told =
                    strays.first().subList(0, Math.min(left, strays.first().size()));
            told.forEach(stray -> problems.add(problem(studyCase, role.getKey(), role.getValue(), stray)));
            left -= told.size();
            more += strays.count() - told.size();
            texts(studyCase, role.getKey(), role.getValue())
                    .ifPresent(column -> problems.add(notNumbers(studyCase, role.getKey(), column)));
        }
        if (more > 0) {
            problems.add(rest(studyCase, "/data", more));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Those that the role of a column does not allow. */
    private static Column.Strays strays(StudyCase studyCase, String pointer, String name) {
        Column.Strays strays =
                studyCase.dataset().column(name).map(Column::strays).orElse(Column.Strays.NONE);
        boolean refused = isOf(pointer, OF_NUMBERS) || (isOf(pointer, OF_NUMBERS_OR_CODES) && strays.isOfNumbers());
        return refused ? strays : Column.Strays.NONE;
    }

    /** A column that holds nothing but texts although its role asks for numbers. */
    private static Optional<Column.Categorical> texts(StudyCase studyCase, String pointer, String name) {
        return studyCase
                .dataset()
                .column(name)
                .filter(_ -> isOf(pointer, OF_NUMBERS))
                .filter(Column.Categorical.class::isInstance)
                .map(Column.Categorical.class::cast)
                .filter(column -> column.strays().count() == 0)
                .filter(column ->
                        column.truthWords().isEmpty() && !column.levels().isEmpty());
    }

    private static boolean isOf(String pointer, Set<Role> roles) {
        return roles.stream().anyMatch(role -> (pointer + "/").startsWith(role.pointer() + "/"));
    }

    /**
     * What is wrong with a column that holds stray texts, and must not.
     *
     * @param pointer of what names it
     */
    static InvalidInput of(StudyCase studyCase, String pointer, String name, Column.Strays strays) {
        List<Problem> problems = new ArrayList<>();
        strays.first().forEach(stray -> problems.add(problem(studyCase, pointer, name, stray)));
        if (strays.more() > 0) {
            problems.add(rest(studyCase, pointer, strays.more()));
        }
        return new InvalidInput(problems);
    }

    /**
     * What is wrong with a column of texts that must be one of numbers; names a text that is no number, and never a sound one.
     *
     * @param pointer of what names it
     */
    static Problem notNumbers(StudyCase studyCase, String pointer, Column.Categorical column) {
        int row = IntStream.range(0, column.rows())
                .filter(candidate -> !column.isMissing(candidate))
                .filter(candidate -> !column.text(candidate).matches("[+-]?[0-9]*[.]?[0-9]+"))
                .findFirst()
                .orElse(0);
        return new Problem(
                studyCase.places().apply(pointer),
                "the column '" + column.name() + "' holds texts such as '" + column.text(row) + "' (row " + (row + 1)
                        + " of the data) where numbers are needed",
                "name a column of numbers or mend the data");
    }

    private static Problem problem(StudyCase studyCase, String pointer, String name, Column.Stray stray) {
        return new Problem(
                studyCase.places().apply(pointer),
                "row " + (stray.row() + 1) + " of the data has '" + stray.text() + "' in the column '" + name
                        + "', which "
                        + (stray.isAmbiguous() ? "can be read as a number in two ways" : "otherwise holds numbers"),
                stray.isAmbiguous()
                        ? "state in the study's format what separates decimals"
                        : "write a number there, or leave the cell blank if it is not known");
    }

    private static Problem rest(StudyCase studyCase, String pointer, int more) {
        return new Problem(
                studyCase.places().apply(pointer),
                String.format(
                        Locale.UK,
                        more == 1
                                ? "%,d more cell of a column of numbers holds a text"
                                : "%,d more cells of columns of numbers hold texts",
                        more),
                "mend them too; a text that stands for missing values can be named in the study's format");
    }
}
