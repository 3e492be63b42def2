package org.worthwhile.attribution.coverage;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;
import org.worthwhile.problem.InvalidInput;

/**
 * A cell of the matrix: a method, and data from a known truth.
 *
 * @param standard what is asked of it
 * @param nulls the checks whose hypothesis is true in these data
 */
record Setting(Method method, Source source, Standard standard, List<NullCheck> nulls) {

    private static final int FIRST_SEED = 7000;

    /** What is asked of a setting. */
    enum Standard {
        /** The literature has a method whose interval covers the truth as often as it says. */
        HELD,

        /** No interval can be known to cover the truth, and that must be told: it may not be missed without a warning. */
        TOLD
    }

    Setting {
        nulls = List.copyOf(nulls);
    }

    /** What the setting is called in files and where some settings are chosen. */
    String id() {
        return (method + "-" + source.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    }

    /** The answers to the data sets of these numbers; the same numbers give the same data. */
    List<Answer> answers(int from, int to) {
        String study = method.study(source.columns());
        StudyCase form = StudyCases.of(study, source.draw(random(from)).data().dataset());
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(set -> answer(form, source.draw(random(set))))
                .toList();
    }

    private Answer answer(StudyCase form, Source.Drawn drawn) {
        try {
            Attribution answer = Attributor.attribute(
                    new StudyCase(form.study(), drawn.data().dataset(), form.places()));
            return Answer.of(answer, source.finding(answer), drawn.truth());
        } catch (InvalidInput _) {
            return new Answer.Refused();
        }
    }

    private static SplittableRandom random(int set) {
        return new SplittableRandom(FIRST_SEED + set);
    }
}
