package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.table.CellPlace;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.workspace.Workspace;

/** How unsure each number of an option is: its distribution and that distribution's parameters. */
final class UncertaintySheet implements Sheet {

    private final Session session;
    private final IntSupplier option;
    private final CellProblems problems;
    private @Nullable UncertainNumbers known;

    UncertaintySheet(Session session, IntSupplier option) {
        this.session = session;
        this.option = option;
        this.problems = new CellProblems(session);
    }

    /** The numbers as they are shown, kept since a table asks for them cell by cell. */
    @SuppressWarnings("ReferenceEquality") // to compare the trees would take as long as to look through them
    private Optional<UncertainNumbers> numbers() {
        return session.selected().map(Outcome::document).map(document -> {
            UncertainNumbers numbers = known;
            if (numbers == null || numbers.document() != document || numbers.option() != option.getAsInt()) {
                numbers = UncertainNumbers.of(document, option.getAsInt());
                known = numbers;
            }
            return numbers;
        });
    }

    private <T> T ask(Function<UncertainNumbers, T> question, T usual) {
        return numbers().map(question).orElse(usual);
    }

    @Override
    public List<Column> columns() {
        return UncertainNumbers.FIELDS.stream().map(Field::column).toList();
    }

    @Override
    public int rows() {
        return ask(UncertainNumbers::rowCount, 0);
    }

    @Override
    public String text(int row, int column) {
        return ask(numbers -> numbers.text(row, column), "");
    }

    @Override
    public Optional<String> problem(int row, int column) {
        return column < UncertainNumbers.DISTRIBUTION
                ? Optional.empty()
                : numbers()
                        .map(numbers -> numbers.numbers().get(row))
                        .flatMap(number ->
                                problems.at(number.holder() + "/uncertainty").or(() -> problems.at(number.figure())));
    }

    @Override
    public boolean isEditable(int row, int column) {
        return session.snapshot().map(Snapshot::isWritable).orElse(false)
                && ask(numbers -> numbers.isEditable(row, column), false);
    }

    @Override
    public List<Choice> choices(int row, int column) {
        return Distributions.CHOICES;
    }

    @Override
    public Optional<Draft> draft(int row, int column) {
        return numbers()
                .filter(_ -> isEditable(row, column))
                .map(shown -> session.draft((file, text) -> in(file, shown)
                        .filter(now -> row < now.rowCount() && now.isEditable(row, column))
                        .flatMap(now -> now.entry(row, column, text))));
    }

    /** The numbers in the file as it now is. */
    private static Optional<UncertainNumbers> in(Workspace file, UncertainNumbers shown) {
        return file.document(shown.document().kind(), shown.document().name())
                .map(now -> UncertainNumbers.of(now, shown.option()));
    }

    @Override
    public String written(int row, int column, String entry) {
        return ask(numbers -> numbers.written(row, column, entry), entry);
    }

    @Override
    public boolean addsRows() {
        return false;
    }

    @Override
    public boolean isUpToDate() {
        return !session.busyProperty().get();
    }

    @Override
    public void put(int row, int column, List<List<String>> texts) {
        put(CellTexts.block(row, column, texts));
    }

    @Override
    public void empty(List<CellPlace> cells) {
        put(CellTexts.empty(cells));
    }

    private void put(CellTexts texts) {
        numbers().ifPresent(shown -> session.edit(file -> in(file, shown).flatMap(texts::into)));
    }

    @Override
    public void say(String what) {
        session.say(what);
    }
}
