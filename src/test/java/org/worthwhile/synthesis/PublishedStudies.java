package org.worthwhile.synthesis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.RecordedValues;
import org.worthwhile.problem.Place;

/** The published meta-analyses whose figures stand in src/test/resources/r/synthesis.csv. */
final class PublishedStudies {

    private static final Dataset DATA = RecordedValues.data("synthesis");

    private PublishedStudies() {}

    static MetaAnalysis question(String set, Measure measure, SynthesisOptions options) {
        return question(studies(set), measure, options);
    }

    static MetaAnalysis question(List<IncludedStudy> studies, Measure measure, SynthesisOptions options) {
        return new MetaAnalysis(
                "set",
                "Set",
                "",
                "outcome",
                "",
                measure,
                studies,
                options,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static SynthesisCase basis(MetaAnalysis question) {
        return new SynthesisCase(question, pointer -> new Place("set.json", pointer, 0));
    }

    static Synthesis synthesis(String set, Measure measure, SynthesisOptions options) {
        return Synthesiser.synthesise(basis(question(set, measure, options)));
    }

    static List<IncludedStudy> studies(String set) {
        return IntStream.range(0, DATA.rows())
                .filter(row -> text("set", row).equals(set))
                .mapToObj(PublishedStudies::study)
                .toList();
    }

    /** The studies of a set with their groups as clusters. */
    static List<IncludedStudy> clustered(String set) {
        return studies(set).stream()
                .map(study -> new IncludedStudy(
                        study.name(),
                        study.data(),
                        study.order(),
                        Optional.empty(),
                        study.group(),
                        study.design(),
                        study.moderators()))
                .toList();
    }

    static IncludedStudy estimated(String name, double estimate, double error) {
        return study(name, new StudyData.Estimated(estimate, error));
    }

    static IncludedStudy study(String name, StudyData data) {
        return new IncludedStudy(
                name, data, OptionalDouble.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    private static IncludedStudy study(int row) {
        Map<String, Double> moderators = new TreeMap<>();
        for (String name : List.of("moderator", "second")) {
            if (has(name, row)) {
                moderators.put(name, number(name, row));
            }
        }
        return new IncludedStudy(
                text("study", row),
                figures(row),
                has("second", row) ? OptionalDouble.of(number("second", row)) : OptionalDouble.empty(),
                has("cluster", row) ? Optional.of(text("cluster", row)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                moderators);
    }

    private static StudyData figures(int row) {
        if (has("treatedEvents", row)) {
            return new StudyData.Counts(
                    number("treatedEvents", row),
                    number("treatedTotal", row),
                    number("comparedEvents", row),
                    number("comparedTotal", row));
        }
        if (has("treatedMean", row)) {
            return new StudyData.Means(
                    number("treatedMean", row),
                    number("treatedDeviation", row),
                    number("treatedTotal", row),
                    number("comparedMean", row),
                    number("comparedDeviation", row),
                    number("comparedTotal", row));
        }
        return has("correlation", row)
                ? new StudyData.Correlation(number("correlation", row), number("total", row))
                : new StudyData.Estimated(number("estimate", row), number("standardError", row));
    }

    private static boolean has(String column, int row) {
        return !DATA.column(column).orElseThrow().isMissing(row);
    }

    private static String text(String column, int row) {
        return DATA.column(column).orElseThrow().text(row);
    }

    private static double number(String column, int row) {
        return ((Column.Numeric) DATA.column(column).orElseThrow()).values()[row];
    }
}
