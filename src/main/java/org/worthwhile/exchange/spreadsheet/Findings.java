package org.worthwhile.exchange.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Acceptance;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** What is wrong with a workbook under a mapping, without what the mapping accepts. */
final class Findings {

    private final SourceWorkbook workbook;
    private final List<Acceptance> known;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> accepted = new ArrayList<>();

    Findings(SourceWorkbook workbook, List<Acceptance> known) {
        this.workbook = workbook;
        this.known = List.copyOf(known);
    }

    /** Something that cannot stand. */
    void wrong(Place place, Fault fault) {
        problems.add(fault.at(place));
    }

    void wrong(SourceWorkbook.At at, Fault fault) {
        wrong(SourceWorkbook.place(at), fault);
    }

    /** Something that cannot stand unless the mapping accepts it at this cell. */
    void doubtful(SourceWorkbook.At at, Fault fault) {
        found(at, 0, fault);
    }

    /** A total that differs from what was read by an amount, likewise. */
    void differs(SourceWorkbook.At at, double difference, Fault fault) {
        found(at, Math.abs(difference), fault);
    }

    private void found(SourceWorkbook.At at, double size, Fault fault) {
        Optional<Acceptance> acceptance = known.stream()
                .filter(each -> workbook.sheet(each.cells().sheet())
                        .filter(sheet -> sheet.name().equals(at.sheet().name()))
                        .isPresent())
                .filter(each -> each.cells().holds(at.cell()))
                .filter(each -> each.within().isEmpty() || size <= each.within().getAsDouble())
                .findFirst();
        if (acceptance.isPresent()) {
            accepted.add(SourceWorkbook.place(at).position() + ": " + fault.what() + "; accepted: "
                    + acceptance.get().why());
        } else {
            wrong(at, fault);
        }
    }

    /** What the mapping accepts of what was found. */
    List<String> accepted() {
        return accepted.stream().distinct().toList();
    }

    /** How much is wrong so far. */
    int count() {
        return problems.size();
    }

    /**
     * Requires that nothing is wrong.
     *
     * @throws InvalidInput with everything that is
     */
    void requireNone() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems.stream().distinct().toList());
        }
    }
}
