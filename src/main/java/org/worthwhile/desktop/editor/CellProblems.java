package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.Fault;

/** What is wrong with values of the selected proposal, or may be, by where they stand. */
final class CellProblems {

    private final Session session;
    private @Nullable Found known;

    CellProblems(Session session) {
        this.session = session;
    }

    /** What was found for an outcome, kept since a table asks for it cell by cell. */
    private record Found(Outcome outcome, Map<String, Fault> doubts) {

        static Found of(Outcome outcome) {
            return new Found(
                    outcome,
                    outcome instanceof Outcome.Appraised(var document, var appraisal)
                            ? Doubts.of(document.tree(), appraisal.basis().proposal())
                                    .faults()
                            : Map.of());
        }
    }

    @SuppressWarnings("ReferenceEquality") // an outcome is worked out once for each state of its document
    private Optional<Found> found() {
        return session.selected().map(outcome -> {
            Found found = known;
            if (found == null || found.outcome() != outcome) {
                found = Found.of(outcome);
                known = found;
            }
            return found;
        });
    }

    /** What is wrong with what stands at a pointer or within it. */
    Optional<String> at(String pointer) {
        return at("", Field.of("", pointer, Field.Input.TEXT, 0), List.of());
    }

    /**
     * What is wrong with a field of a row.
     *
     * @param fields of the row, which may be about parts of what the field is about
     */
    Optional<String> at(String row, Field field, List<Field> fields) {
        return found().flatMap(found -> switch (found.outcome()) {
            case Outcome.Wrong wrong -> {
                ProblemText text = new ProblemText(new Choices(wrong.document().tree(), library()));
                yield wrong.problems().stream()
                        .filter(problem -> isAbout(ProblemText.pointer(problem), row, field, fields))
                        .map(text::what)
                        .findFirst();
            }
            case Outcome.Appraised _ ->
                found.doubts().entrySet().stream()
                        .filter(doubt -> isAbout(doubt.getKey(), row, field, fields))
                        .map(doubt -> ProblemText.sentence(doubt.getValue()))
                        .findFirst();
        });
    }

    private ModelLibrary library() {
        return session.snapshot().orElseThrow().library();
    }

    private static boolean isAbout(String problem, String row, Field field, List<Field> fields) {
        String pointer = row + field.pointer();
        boolean isWithin = holds(pointer, problem)
                || (field.input() == Field.Input.AMOUNT && holds(row + "/uncertainty", problem));
        return isWithin
                && fields.stream()
                        .filter(other ->
                                other.pointer().length() > field.pointer().length())
                        .noneMatch(other -> holds(row + other.pointer(), problem));
    }

    private static boolean holds(String pointer, String problem) {
        return problem.equals(pointer) || problem.startsWith(pointer + "/");
    }
}
