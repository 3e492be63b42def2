package org.worthwhile.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Thrown when an input cannot be used; carries every problem found in it, never only the first. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Nobody reads more before mending the first. */
    private static final int MOST_LISTED = 50;

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(String.join("\n", sentences(problems, Problem::sentence)));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("There is at least one problem.");
        }
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The problems as sentences: the first fifty, and how many more there are. */
    public List<String> sentences() {
        return sentences(problems, Problem::sentence);
    }

    /** Problems as sentences, however each is put: the first fifty, and how many more there are. */
    public static List<String> sentences(List<Problem> problems, Function<Problem, String> wording) {
        List<String> sentences = new ArrayList<>();
        problems.stream().limit(MOST_LISTED).map(wording).forEach(sentences::add);
        int more = problems.size() - MOST_LISTED;
        if (more > 0) {
            sentences.add(String.format(Locale.UK, "and %,d more %s", more, more == 1 ? "problem" : "problems"));
        }
        return sentences;
    }
}
