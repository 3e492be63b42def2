package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;

/** The rows of a dataset that a study uses: those its filter admits, without a missing value in any of its columns. */
public final class Sample {

    private final StudyCase studyCase;
    private final int[] rows;
    private final List<Dropped> dropped;

    /** Those that were asked for. */
    private final Map<String, Grouping> groupings = new ConcurrentHashMap<>();

    /** Whether they are all rows of the dataset, in its order. */
    private final boolean whole;

    private Sample(StudyCase studyCase, int[] rows, List<Dropped> dropped) {
        this.studyCase = studyCase;
        this.rows = rows;
        this.whole = rows.length == studyCase.dataset().rows() && areInOrder(rows);
        this.dropped = List.copyOf(dropped);
    }

    private static boolean areInOrder(int[] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != i) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes the rows.
     *
     * @param columns names by the JSON pointer of the role that names them; a role may be missing in a row only if it is
     *     in {@code mayBeMissing}
     * @throws InvalidInput with every column that is not there, or when no row is left
     */
    public static Sample of(StudyCase studyCase, Map<String, String> columns, Set<String> mayBeMissing) {
        Dataset dataset = studyCase.dataset();
        List<Problem> problems = new ArrayList<>();
        columns.forEach((pointer, name) -> requireColumn(studyCase, pointer, name, problems));
        studyCase
                .study()
                .where()
                .keySet()
                .forEach(name -> requireColumn(studyCase, "/data/where/" + name, name, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Collection<String> required = new LinkedHashSet<>(columns.values());
        required.removeAll(mayBeMissing);
        SampleRows taken = SampleRows.of(
                studyCase,
                required.stream()
                        .map(name -> dataset.column(name).orElseThrow())
                        .toList());
        return new Sample(studyCase, taken.rows(), taken.dropped());
    }

    private static void requireColumn(StudyCase studyCase, String pointer, String name, List<Problem> problems) {
        if (studyCase.dataset().column(name).isEmpty()) {
            problems.add(new Problem(
                    studyCase.places().apply(pointer),
                    "there is no column '" + name + "' in "
                            + studyCase.dataset().name(),
                    Nearest.remedy(name, studyCase.dataset().columnNames())));
        }
    }

    /** Some of the rows, by their positions among these. */
    public Sample at(int[] positions) {
        return new Sample(
                studyCase,
                IntStream.of(positions).map(position -> rows[position]).toArray(),
                dropped);
    }

    /**
     * Without rows that are alone in a group of a fixed effect, which fits them exactly, until none is left (Correia 2015,
     * "Singletons, cluster-robust standard errors and fixed effects"); counted among what was dropped.
     *
     * @throws InvalidInput if every row is alone in a group
     */
    public Sample withoutSingletons(List<String> fixedEffects) {
        Sample left = this;
        int before;
        do {
            before = left.size();
            fixedEffects.parallelStream().forEach(left::grouping);
            for (String effect : fixedEffects) {
                Grouping groups = left.grouping(effect);
                int[] counts = new int[groups.size()];
                for (int code : groups.codes()) {
                    counts[code]++;
                }
                if (IntStream.of(counts).anyMatch(count -> count == 1)) {
                    left = left.at(IntStream.range(0, left.size())
                            .filter(row -> counts[groups.codes()[row]] > 1)
                            .toArray());
                }
            }
        } while (left.size() < before);
        if (left.size() == size()) {
            return this;
        }
        if (left.size() == 0) {
            throw studyCase.unusable(
                    "/columns/fixedEffects",
                    "every row is alone in a group of a fixed effect, so that nothing is left to compare",
                    "leave out the fixed effect that is different in every row");
        }
        List<Dropped> all = new ArrayList<>(dropped);
        all.add(new Dropped("rows alone in a group of a fixed effect (singletons)", size() - left.size()));
        return new Sample(studyCase, left.rows, all);
    }

    /** How many rows are used. */
    public int size() {
        return rows.length;
    }

    /** Those among its rows that repeat another in every column of the dataset. */
    RepeatedRows repeatedRows() {
        return RepeatedRows.of(studyCase.dataset(), rows);
    }

    /** How many different rows the values of the dataset's columns could make. */
    double combinations() {
        return studyCase.dataset().columnNames().stream()
                .mapToDouble(name -> grouping(name).size())
                .reduce(1, (all, one) -> all * one);
    }

    /** How many rows are not used, by reason. */
    public List<Dropped> dropped() {
        return dropped;
    }

    /**
     * Whether a column of the dataset holds numbers.
     *
     * @param name its heading
     */
    public boolean isNumeric(String name) {
        return column(name) instanceof Column.Numeric;
    }

    /**
     * The numbers of a column.
     *
     * @param pointer of the role that names it
     * @throws InvalidInput if the column holds texts
     */
    public double[] numbers(String pointer, String name) {
        return switch (column(name)) {
            case Column.Numeric numeric -> whole ? numeric.values().clone() : at(rows, numeric.values());
            case Column.Categorical categorical -> {
                TruthWords words = categorical.truthWords().orElseThrow(() -> notNumbers(pointer, categorical));
                yield IntStream.of(rows)
                        .mapToDouble(
                                row -> categorical.isMissing(row) ? Double.NaN : words.value(categorical.text(row)))
                        .toArray();
            }
        };
    }

    /**
     * The numbers of a column as weights.
     *
     * @throws InvalidInput if some are not above 0, with how many and the row of the first, or if the column holds texts
     */
    double[] weights(String name) {
        double[] weights = numbers("/columns/weight", name);
        int[] wrong = IntStream.range(0, weights.length)
                .filter(i -> !(weights[i] > 0))
                .toArray();
        if (wrong.length > 0) {
            throw studyCase.unusable(
                    "/columns/weight",
                    String.format(
                            Locale.UK,
                            wrong.length == 1
                                    ? "one weight in the column '%2$s' is not above 0: %3$s in row %4$,d of the data"
                                    : "%1$,d weights in the column '%2$s' are not above 0, the first of them %3$s in row %4$,d"
                                            + " of the data",
                            wrong.length,
                            name,
                            Column.Numeric.text(weights[wrong[0]]),
                            rows[wrong[0]] + 1),
                    "leave such rows out with a filter, or mend the weights");
        }
        return weights;
    }

    /** Numbers of a column that cannot be, each with its row of the data; see {@link WrongNumbers}. */
    public Optional<String> rowsOf(String name, double[] values, DoublePredicate wrong) {
        return WrongNumbers.told(rows, values, wrong, value -> text(name, value));
    }

    private static double[] at(int[] rows, double[] values) {
        double[] own = new double[rows.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = values[rows[i]];
        }
        return own;
    }

    private InvalidInput notNumbers(String pointer, Column.Categorical column) {
        return column.strays().count() > 0
                ? StrayCells.of(studyCase, pointer, column.name(), column.strays())
                : new InvalidInput(StrayCells.notNumbers(studyCase, pointer, column));
    }

    /**
     * That a column does not hold numbers among which texts have strayed.
     *
     * @param pointer of the role that names it
     * @throws InvalidInput naming the texts and their rows
     */
    public void requireNoStrayText(String pointer, String name) {
        Column.Strays strays = column(name).strays();
        if (strays.isOfNumbers()) {
            throw StrayCells.of(studyCase, pointer, name, strays);
        }
    }

    /**
     * That covariates vary, for estimators that cannot leave out one that does not.
     *
     * @throws InvalidInput naming each that has one value throughout
     */
    public void requireVariation(List<String> covariates) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < covariates.size(); i++) {
            if (grouping(covariates.get(i)).size() < 2) {
                problems.add(new Problem(
                        studyCase.places().apply("/columns/covariates/" + i),
                        "'" + covariates.get(i)
                                + "' has the same value in every row, so that nothing can be adjusted for it",
                        "leave it out"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Whether {@link #numbers} has numbers for the column: its own, or words such as yes and no. */
    public boolean hasNumbers(String name) {
        return switch (column(name)) {
            case Column.Numeric _ -> true;
            case Column.Categorical categorical -> categorical.truthWords().isPresent();
        };
    }

    /** What the numbers of a column of numbers stand for. */
    public Column.Scale scale(String name) {
        return column(name) instanceof Column.Numeric numeric ? numeric.scale() : Column.Scale.NUMBER;
    }

    /** A value of a column of numbers as its file might have written it. */
    public String text(String name, double value) {
        return column(name) instanceof Column.Numeric numeric
                ? numeric.scale().text(value)
                : Column.Numeric.text(value);
    }

    /** Rows with the same value of a column, told apart by groups numbered in order of first appearance. */
    public Grouping grouping(String name) {
        return groupings.computeIfAbsent(name, _ -> column(name).grouping(rows));
    }

    private Column column(String name) {
        return studyCase.dataset().column(name).orElseThrow();
    }
}
