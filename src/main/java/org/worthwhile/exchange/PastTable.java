package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.trackrecord.Measure;
import org.worthwhile.trackrecord.PastProbability;
import org.worthwhile.trackrecord.PastProject;

/** A table of a track record: of completed projects, or of past probabilities. */
final class PastTable {

    private static final List<String> YES = List.of("1", "yes", "true");
    private static final List<String> NO = List.of("0", "no", "false");

    private final String sha256;
    private final NamedColumns columns;
    private final String pointer;
    private final Pattern ofRow;

    /**
     * @param pointer where the file names the headings
     * @param rows by which the pointers of problems name the rows, such as projects
     */
    PastTable(String sha256, NamedColumns columns, String pointer, String rows) {
        this.sha256 = sha256;
        this.columns = columns;
        this.pointer = pointer;
        this.ofRow = Pattern.compile("/" + rows + "/(\\d+)(?:/(\\w+))?");
    }

    String sha256() {
        return sha256;
    }

    /**
     * The completed projects.
     *
     * @param prices of money where a row does not say
     */
    List<PastProject> projects(Optional<FinancialYear> prices) {
        columns.requireHeadings(pointer);
        columns.stopAtProblems();
        List<PastProject> projects = new ArrayList<>();
        for (int row = 0; row < columns.rows(); row++) {
            String project = text("project", row);
            String kind = text("kind", row);
            Optional<Measure> measure = measure(row);
            OptionalDouble forecast = number("forecast", row);
            OptionalDouble outcome = number("outcome", row);
            double included = columns.number("includedUplift", row).orElse(0);
            Optional<FinancialYear> forecastPrices = year("forecastPrices", row).or(() -> prices);
            Optional<FinancialYear> outcomePrices = year("outcomePrices", row).or(() -> prices);
            if (measure.isPresent() && forecast.isPresent() && outcome.isPresent()) {
                projects.add(new PastProject(
                        project,
                        kind,
                        measure.get(),
                        forecast.getAsDouble(),
                        outcome.getAsDouble(),
                        included,
                        forecastPrices,
                        outcomePrices));
            }
        }
        columns.stopAtProblems();
        return projects;
    }

    /** The past probabilities. */
    List<PastProbability> probabilities() {
        columns.requireHeadings(pointer);
        columns.stopAtProblems();
        List<PastProbability> probabilities = new ArrayList<>();
        for (int row = 0; row < columns.rows(); row++) {
            String event = text("event", row);
            OptionalDouble probability = number("probability", row);
            Optional<Boolean> happened = happened(row);
            if (probability.isPresent() && happened.isPresent()) {
                probabilities.add(new PastProbability(event, probability.getAsDouble(), happened.get()));
            }
        }
        columns.stopAtProblems();
        return probabilities;
    }

    private String text(String field, int row) {
        Optional<String> text = columns.text(field, row);
        if (text.isEmpty()) {
            blank(field, row);
        }
        return text.orElse("");
    }

    private OptionalDouble number(String field, int row) {
        int before = columns.problems();
        OptionalDouble number = columns.number(field, row);
        if (number.isEmpty() && columns.problems() == before) {
            blank(field, row);
        }
        return number;
    }

    private void blank(String field, int row) {
        columns.add(new Problem(
                columns.cell(row, field), "the cell is blank, or marked as missing", "fill it in, or remove the row"));
    }

    private Optional<Measure> measure(int row) {
        String text = text("measure", row);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.toLowerCase(Locale.ROOT).replace(' ', '-');
        List<String> names = TrackRecordReader.measures();
        if (!names.contains(name)) {
            columns.add(new Problem(
                    columns.cell(row, "measure"), "'" + text + "' is no measure", Nearest.remedy(text, names)));
            return Optional.empty();
        }
        return Optional.of(Measure.values()[names.indexOf(name)]);
    }

    private Optional<FinancialYear> year(String field, int row) {
        Optional<String> text = columns.text(field, row);
        if (text.isPresent() && !FinancialYear.isLabel(text.get())) {
            columns.add(new Problem(
                    columns.cell(row, field),
                    "'" + text.get() + "' is no year whose prices money is at",
                    "write a financial year, such as 2018/19"));
            return Optional.empty();
        }
        return text.map(FinancialYear::of);
    }

    private Optional<Boolean> happened(int row) {
        String text = text("happened", row);
        String word = text.toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && !YES.contains(word) && !NO.contains(word)) {
            columns.add(new Problem(
                    columns.cell(row, "happened"), "'" + text + "' says neither yes nor no", "write yes or no"));
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(YES.contains(word));
    }

    /** Where a part of a row stands; empty for what is not of a row. */
    Optional<Place> place(String part) {
        Matcher found = ofRow.matcher(part);
        if (!found.matches()) {
            return Optional.empty();
        }
        int row = Integer.parseInt(found.group(1));
        return Optional.of(found.group(2) == null ? columns.row(row) : columns.cell(row, found.group(2)));
    }
}
