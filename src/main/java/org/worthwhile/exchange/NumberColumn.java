package org.worthwhile.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Column;
import org.worthwhile.exchange.NumberText.Evidence;

/**
 * Whether the different texts of a column are numbers in some notation of people, the marks for what is missing apart.
 *
 * @param levels the different texts
 * @param counts how often each occurs
 * @param numbers what each is as a number, before its decimal separator is known; empty for marks and for texts
 * @param missing what marks a missing value
 */
record NumberColumn(List<String> levels, int[] counts, List<Optional<NumberText>> numbers, MissingMarks missing) {

    /** A column of numbers in which a few values are not is no column of texts: with more different numbers than codes have. */
    private static final int MORE_THAN_CODES = 12;

    private static final double NEARLY_ALL = 0.9;

    static NumberColumn of(List<String> levels, int[] counts, MissingMarks missing) {
        return new NumberColumn(
                levels,
                counts,
                levels.stream()
                        .map(level -> missing.isMark(level) ? Optional.<NumberText>empty() : NumberText.of(level))
                        .toList(),
                missing);
    }

    private boolean isStray(int level) {
        return numbers.get(level).isEmpty() && !missing.isMark(levels.get(level));
    }

    /** Whether every value is a number or a mark for a missing one, in one unit. */
    boolean isNumeric() {
        return numbers.stream().anyMatch(Optional::isPresent)
                && IntStream.range(0, levels.size()).noneMatch(this::isStray)
                && ofOtherUnits().isEmpty()
                && sameWhenRounded().isEmpty();
    }

    /** Two different whole numbers of so many digits that they would become one number; codes have as many. */
    Optional<List<String>> sameWhenRounded() {
        Map<Double, String> texts = new HashMap<>();
        for (String level : levels) {
            if (level.matches("[0-9]{" + CellText.FEWEST_ROUNDED_DIGITS + ",}")) {
                String other = texts.putIfAbsent(Double.parseDouble(level), level);
                if (other != null && new BigDecimal(other).compareTo(new BigDecimal(level)) != 0) {
                    return Optional.of(List.of(other, level));
                }
            }
        }
        return Optional.empty();
    }

    /** Which levels are not in the unit of most: euros beside pounds, or plain numbers beside those of per cent. */
    private List<Integer> ofOtherUnits() {
        Map<String, Integer> rows = new TreeMap<>();
        for (int level = 0; level < counts.length; level++) {
            int count = counts[level];
            numbers.get(level)
                    .filter(number -> !isZero(number))
                    .ifPresent(number -> rows.merge(unit(number), count, Integer::sum));
        }
        boolean percents = rows.containsKey("%") && rows.size() > 1;
        boolean currencies =
                rows.keySet().stream().filter(unit -> !unit.isEmpty()).count() > 1;
        if (!percents && !currencies) {
            return List.of();
        }
        String most = rows.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return IntStream.range(0, counts.length)
                .filter(level -> numbers.get(level)
                        .filter(number -> !isZero(number) && !unit(number).equals(most))
                        .isPresent())
                .boxed()
                .toList();
    }

    private static String unit(NumberText number) {
        return number.percent() ? "%" : number.currency();
    }

    private static boolean isZero(NumberText number) {
        return number.value('.').orElse(number.value(',').orElse(1)) == 0;
    }

    private Stream<NumberText> present() {
        return numbers.stream().flatMap(Optional::stream);
    }

    /** Rows whose numbers have a property. */
    private int rows(Predicate<NumberText> property) {
        return IntStream.range(0, counts.length)
                .filter(level -> numbers.get(level).filter(property).isPresent())
                .map(level -> counts[level])
                .sum();
    }

    private TreeSet<String> currencies() {
        return present()
                .map(NumberText::currency)
                .filter(sign -> !sign.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows that hold numbers. */
    int rowsOfNumbers() {
        return rows(_ -> true);
    }

    /** Rows that hold anything but marks for missing values. */
    int rowsOfValues() {
        return IntStream.range(0, counts.length)
                .filter(level -> !missing.isMark(levels.get(level)))
                .map(level -> counts[level])
                .sum();
    }

    /** Which levels are no numbers of the unit that most have. */
    List<Integer> others() {
        List<Integer> texts =
                IntStream.range(0, counts.length).filter(this::isStray).boxed().toList();
        return texts.isEmpty() ? ofOtherUnits() : texts;
    }

    /** Which levels are at odds with a column that otherwise holds numbers; none in a column of texts. */
    List<Integer> strays() {
        boolean holdsNumbers = present().count() > MORE_THAN_CODES && rowsOfNumbers() >= NEARLY_ALL * rowsOfValues();
        return holdsNumbers || rowsOfNumbers() == rowsOfValues() ? others() : List.of();
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

    /** Which numbers cannot be read with the decimal separator, and with the one of thousands where it is known. */
    List<Integer> unreadable(char decimal, Optional<String> thousands) {
        return IntStream.range(0, counts.length)
                .filter(level -> numbers.get(level)
                        .filter(number -> number.value(decimal, thousands).isEmpty())
                        .isPresent())
                .boxed()
                .toList();
    }

    /** Whether numbers have signs of per cent, which all others have too then, or are 0. */
    boolean isOfPercents() {
        return present().anyMatch(NumberText::percent);
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
                .max(Comparator.comparingInt(number -> number.digits().length()))
                .ifPresent(number -> notes.add(column + "thousands are separated: " + number.digits() + " is read as "
                        + Column.Numeric.text(Math.abs(number.value(decimal).orElseThrow())) + "."));
        if (!currencies().isEmpty()) {
            notes.add(column + String.join(", ", currencies()) + " beside "
                    + numbers(rows(number -> !number.currency().isEmpty())) + " is left out.");
        }
        if (isOfPercents()) {
            notes.add(column + numbers(rows(NumberText::percent))
                    + " in per cent: 12% is read as 12, and the signs are left out.");
        }
        if (present().anyMatch(NumberText::oddSign)) {
            notes.add(
                    column + numbers(rows(NumberText::oddSign)) + " in brackets or after a minus of print: negative.");
        }
        return notes;
    }

    private static String numbers(int count) {
        return String.format(Locale.UK, "%,d %s", count, count == 1 ? "number" : "numbers");
    }

    /** How often each mark occurs. */
    Map<String, Integer> marks() {
        Map<String, Integer> marks = new TreeMap<>();
        for (int level = 0; level < counts.length; level++) {
            if (missing.isMark(levels.get(level)) && counts[level] > 0) {
                marks.merge(levels.get(level), counts[level], Integer::sum);
            }
        }
        return marks;
    }
}
