package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.exchange.NumberText.Evidence;

/**
 * Whether the different texts of a column are numbers in some notation of people, the marks for what is missing apart.
 *
 * @param levels the different texts
 * @param counts how often each occurs
 * @param numbers what each is as a number, before its decimal separator is known; empty for marks and for texts
 */
record NumberColumn(List<String> levels, int[] counts, List<Optional<NumberText>> numbers) {

    /** A column of numbers in which a few values are not is no column of texts: with more different numbers than codes have. */
    private static final int MORE_THAN_CODES = 12;

    private static final double NEARLY_ALL = 0.9;

    static NumberColumn of(List<String> levels, int[] counts) {
        return new NumberColumn(
                levels,
                counts,
                levels.stream()
                        .map(level -> MissingMarks.isMark(level) ? Optional.<NumberText>empty() : NumberText.of(level))
                        .toList());
    }

    private boolean isStray(int level) {
        return numbers.get(level).isEmpty() && !MissingMarks.isMark(levels.get(level));
    }

    /** Whether every value is a number or a mark for a missing one, in one unit. */
    boolean isNumeric() {
        return numbers.stream().anyMatch(Optional::isPresent)
                && IntStream.range(0, levels.size()).noneMatch(this::isStray)
                && !hasMixedUnits();
    }

    /** Pounds beside euros, or numbers of per cent beside plain ones, which are not in one unit. */
    private boolean hasMixedUnits() {
        List<NumberText> all = present().filter(number -> !isZero(number)).toList();
        boolean percents = all.stream().anyMatch(NumberText::percent);
        return (percents && !all.stream().allMatch(NumberText::percent))
                || currencies().size() > 1;
    }

    private static boolean isZero(NumberText number) {
        return number.value('.').orElse(number.value(',').orElse(1)) == 0;
    }

    private java.util.stream.Stream<NumberText> present() {
        return numbers.stream().flatMap(Optional::stream);
    }

    private TreeSet<String> currencies() {
        return present()
                .map(NumberText::currency)
                .filter(sign -> !sign.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Which levels are at odds with a column that otherwise holds numbers; none in a column of texts. */
    List<Integer> strays() {
        long found = present().count();
        int all = 0;
        int numeric = 0;
        for (int level = 0; level < counts.length; level++) {
            boolean mark = MissingMarks.isMark(levels.get(level));
            all += mark ? 0 : counts[level];
            numeric += numbers.get(level).isPresent() ? counts[level] : 0;
        }
        return found > MORE_THAN_CODES && numeric >= NEARLY_ALL * all
                ? IntStream.range(0, counts.length)
                        .filter(this::isStray)
                        .boxed()
                        .toList()
                : List.of();
    }

    boolean saysDecimal(char decimal) {
        Evidence sought = decimal == '.' ? Evidence.POINT : Evidence.COMMA;
        return isNumeric() && present().anyMatch(number -> number.evidence() == sought);
    }

    /** The decimal separator by the column's own values; empty when they do not say, or contradict one another. */
    Optional<Character> decimal() {
        boolean point = saysDecimal('.');
        boolean comma = saysDecimal(',');
        return point == comma ? Optional.empty() : Optional.of(point ? '.' : ',');
    }

    /** Whether some value means something else with another decimal separator, and nothing in the column says which it is. */
    boolean isAmbiguous() {
        return decimal().isEmpty()
                && present()
                        .map(NumberText::evidence)
                        .anyMatch(evidence -> evidence == Evidence.EITHER_COMMA || evidence == Evidence.EITHER_POINT);
    }

    /** The numbers by row. */
    double[] values(int[] codes, char decimal) {
        double[] byLevel = new double[levels.size()];
        Arrays.setAll(
                byLevel,
                level -> numbers.get(level)
                        .map(number -> number.value(decimal).orElse(Double.NaN))
                        .orElse(Double.NaN));
        return IntStream.of(codes)
                .mapToDouble(code -> code < 0 ? Double.NaN : byLevel[code])
                .toArray();
    }

    /** Whether every number can be read with the decimal separator. */
    boolean fits(char decimal) {
        return present().allMatch(number -> number.value(decimal).isPresent());
    }

    /** What was taken for what, a sentence each. */
    List<String> notes(String name, char decimal) {
        List<String> notes = new ArrayList<>();
        String column = "'" + name + "': ";
        if (decimal == ',' && present().anyMatch(number -> number.digits().indexOf(',') >= 0)) {
            notes.add(column + "commas separate decimals.");
        }
        present()
                .filter(number -> number.hasThousands(decimal))
                .findFirst()
                .ifPresent(number -> notes.add(column + "thousands are separated: " + number.digits() + " is read as "
                        + Column.Numeric.text(Math.abs(number.value(decimal).orElseThrow())) + "."));
        if (!currencies().isEmpty()) {
            notes.add(column + String.join("", currencies()) + " beside numbers is left out.");
        }
        if (present().anyMatch(NumberText::percent)) {
            notes.add(column + "per cent signs are left out, so that 12% is read as 12.");
        }
        if (present().anyMatch(NumberText::oddSign)) {
            notes.add(column + "numbers in brackets or after a dash are negative.");
        }
        return notes;
    }

    /** How often each mark occurs. */
    Map<String, Integer> marks() {
        Map<String, Integer> marks = new TreeMap<>();
        for (int level = 0; level < counts.length; level++) {
            if (MissingMarks.isSuppressed(levels.get(level))) {
                marks.merge(levels.get(level), counts[level], Integer::sum);
            }
        }
        return marks;
    }
}
