package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to a study.
 *
 * @param estimator the name of the option that chose it
 * @param estimand what is estimated, in words
 * @param finding the effect of treatment, or the design's headline aggregate
 * @param observations rows used
 * @param units different units among them
 * @param conventions how variance, degrees of freedom and intervals were computed, a sentence each
 * @param assumptions what identification rests on, a sentence each
 * @param marylandLevel on the Maryland scientific methods scale, 1 to 5
 * @param size how many units and periods it rests on; unknown until they are counted
 */
public record Attribution(
        StudyCase basis,
        String estimator,
        String estimand,
        Finding finding,
        long observations,
        long units,
        List<Dropped> dropped,
        List<Coefficient> coefficients,
        Details details,
        List<Diagnostic> diagnostics,
        List<Series> series,
        List<String> conventions,
        List<String> assumptions,
        int marylandLevel,
        StudySize size) {

    public Attribution {
        dropped = List.copyOf(dropped);
        coefficients = List.copyOf(coefficients);
        diagnostics = List.copyOf(diagnostics);
        series = List.copyOf(series);
        conventions = List.copyOf(conventions);
        assumptions = List.copyOf(assumptions);
    }

    /** What was taken for what in the columns that the study uses, a sentence each. */
    public List<String> notes() {
        Set<String> used = new HashSet<>(basis.study().roles().columns().values());
        used.addAll(basis.study().where().keySet());
        basis.study().options().column().ifPresent(used::add);
        return basis.dataset().notes().stream()
                .filter(note -> note.column().isEmpty() || used.contains(note.column()))
                .map(Dataset.Note::text)
                .toList();
    }

    /** The same with one more diagnostic. */
    Attribution with(Diagnostic diagnostic) {
        List<Diagnostic> more = new ArrayList<>(diagnostics);
        more.add(diagnostic);
        return with(more, size);
    }

    /** The same with what it rests on. */
    Attribution with(StudySize counted) {
        return with(diagnostics, counted);
    }

    private Attribution with(List<Diagnostic> checks, StudySize counted) {
        return new Attribution(
                basis,
                estimator,
                estimand,
                finding,
                observations,
                units,
                dropped,
                coefficients,
                details,
                checks,
                series,
                conventions,
                assumptions,
                marylandLevel,
                counted);
    }

    /** The checks that it did not pass. */
    public List<Diagnostic> failed() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.outcome() == Diagnostic.Outcome.FAIL)
                .toList();
    }

    /** The effect, in units of the outcome unless the design says otherwise; as {@link Finding#estimate} has it. */
    public double estimate() {
        return finding.estimate();
    }

    /** Of the estimate, in the same units; as {@link Finding#standardError} has it. */
    public double standardError() {
        return finding.standardError();
    }

    /** Of the estimate, at the study's level; as {@link Finding#interval} has it. */
    public Interval interval() {
        return finding.interval();
    }

    /** Of the hypothesis that there is no effect; as {@link Finding#pValue} has it. */
    public double pValue() {
        return finding.pValue();
    }
}
