package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.monitoring.Actual;
import org.worthwhile.monitoring.MeasureId;
import org.worthwhile.monitoring.Step;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;

/** Reads actuals from a table with the columns measure, year, value and, where it is known, standardError. */
final class ActualsCsv {

    private static final long LARGEST_FILE = 32L << 20;

    /** As the schema bounds actuals of the monitoring file. */
    private static final double LARGEST = 1e15;

    private static final String ERROR = "standardError";
    private static final List<String> COLUMNS = List.of("measure", "year", "value", ERROR);

    private final String name;
    private final List<Problem> problems;
    private final Map<String, Integer> columns = new HashMap<>();

    private ActualsCsv(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /**
     * Reads a table.
     *
     * @param problems to which every problem is added
     */
    static List<Located<Actual>> read(Path file, List<Problem> problems) {
        return new ActualsCsv(file.toString(), problems).actuals(CsvTable.of(new InputFile(file, LARGEST_FILE)));
    }

    private List<Located<Actual>> actuals(CsvTable table) {
        List<Located<Actual>> actuals = new ArrayList<>();
        if (table.rows().isEmpty()) {
            problems.add(new Problem(Place.of(name), "is empty", "begin it with the headings measure, year and value"));
            return actuals;
        }
        if (!isHeaded(table.rows().getFirst())) {
            return actuals;
        }
        table.rows().stream().skip(1).forEach(row -> actual(row).ifPresent(actuals::add));
        return actuals;
    }

    private boolean isHeaded(CsvTable.Row row) {
        boolean sound = true;
        for (int i = 0; i < row.values().size(); i++) {
            String heading = row.values().get(i).strip();
            if (!COLUMNS.contains(heading) || columns.putIfAbsent(heading, i) != null) {
                problems.add(new Problem(
                        new Place(name, "column '" + heading + "'", row.line()),
                        COLUMNS.contains(heading) ? "is there twice" : "is not known here",
                        COLUMNS.contains(heading) ? "keep one" : Nearest.remedy(heading, COLUMNS)));
                sound = false;
            }
        }
        for (String needed : COLUMNS.subList(0, 3)) {
            if (!columns.containsKey(needed)) {
                problems.add(new Problem(
                        new Place(name, "", row.line()), "the column '" + needed + "' is missing", "add it"));
                sound = false;
            }
        }
        return sound;
    }

    private Optional<Located<Actual>> actual(CsvTable.Row row) {
        int before = problems.size();
        Optional<MeasureId> measure = measure(row);
        Optional<FinancialYear> year = year(row);
        OptionalDouble value = number(row, "value");
        OptionalDouble error = cell(row, ERROR).isEmpty() ? OptionalDouble.empty() : number(row, ERROR);
        if (error.isPresent() && error.getAsDouble() < 0) {
            problem(row, ERROR, "a standard error is not below 0", "write 0 or more, or leave the cell blank");
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Located<>(
                        new Actual(measure.orElseThrow(), year.orElseThrow(), value.orElseThrow(), error),
                        _ -> new Place(name, "", row.line())));
    }

    private Optional<MeasureId> measure(CsvTable.Row row) {
        String text = cell(row, "measure");
        int slash = text.lastIndexOf('/');
        Optional<Step> step = slash < 1 ? Optional.empty() : Step.named(text.substring(slash + 1));
        if (step.isEmpty()) {
            problem(
                    row,
                    "measure",
                    "'" + text + "' names no measure",
                    "write a line and what is counted of it, such as delivery/spend or admissions/outcome");
        }
        return step.map(known -> new MeasureId(text.substring(0, slash), known));
    }

    private Optional<FinancialYear> year(CsvTable.Row row) {
        String text = cell(row, "year");
        if (!FinancialYear.isLabel(text)) {
            problem(row, "year", "'" + text + "' is no financial year", "write one such as 2026/27");
            return Optional.empty();
        }
        return Optional.of(FinancialYear.of(text));
    }

    private OptionalDouble number(CsvTable.Row row, String column) {
        OptionalDouble number = DecimalText.parse(cell(row, column));
        if (number.isEmpty()) {
            problem(row, column, "'" + cell(row, column) + "' is no number", "write digits with a decimal point");
        } else if (Math.abs(number.getAsDouble()) > LARGEST) {
            problem(
                    row,
                    column,
                    "'" + cell(row, column) + "' is beyond what an actual can be",
                    "write a number of at most 1,000,000,000,000,000 either side of 0");
        }
        return number;
    }

    private String cell(CsvTable.Row row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= row.values().size()
                ? ""
                : row.values().get(place).strip();
    }

    private void problem(CsvTable.Row row, String column, String what, String remedy) {
        problems.add(new Problem(new Place(name, "column '" + column + "'", row.line()), what, remedy));
    }
}
