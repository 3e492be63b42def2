package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.DistributionParameter;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;

/** The numbers of an option, with the distribution of each and its parameters. */
record UncertainNumbers(Document document, int option, List<UncertainNumber> numbers) implements SheetState {

    static final List<Field> FIELDS = List.of(
            Field.of("edit.line", "/line", Input.FIXED, 180),
            Field.of("edit.input", "/input", Input.FIXED, 120),
            Field.of("edit.value", "/value", Input.FIXED, 90),
            Field.choice("edit.distribution", "/distribution", 190, _ -> Distributions.CHOICES),
            Field.of("edit.relative", "/relative", Input.FLAG, 90),
            Field.of("edit.first", "", Input.NUMBERS, 76),
            Field.of("edit.second", "", Input.NUMBERS, 76),
            Field.of("edit.third", "", Input.NUMBERS, 76),
            Field.of("edit.fourth", "", Input.NUMBERS, 76));

    static final int DISTRIBUTION = 3;
    private static final int RELATIVE = 4;
    private static final int FIRST = 5;

    UncertainNumbers {
        numbers = List.copyOf(numbers);
    }

    static UncertainNumbers of(Document document, int option) {
        List<UncertainNumber> numbers = new ArrayList<>();
        String at = "/options/" + option;
        for (int i = 0; i < document.tree().at(at + "/costs").size(); i++) {
            String line = at + "/costs/" + i;
            UnsureFigure.ofCost(document.tree().at(line))
                    .forEach(figure -> numbers.add(UncertainNumber.of(document, line, figure)));
        }
        for (int i = 0; i < document.tree().at(at + "/impacts").size(); i++) {
            String line = at + "/impacts/" + i;
            UnsureFigure.ofImpact(document.tree().at(line)).stream()
                    .map(figure -> UncertainNumber.of(document, line, figure))
                    .filter(number -> number.value().isNumber() && !number.hasStandardError())
                    .forEach(numbers::add);
        }
        return new UncertainNumbers(document, option, numbers);
    }

    @Override
    public String title() {
        return Section.UNCERTAINTY.title();
    }

    @Override
    public int rowCount() {
        return numbers.size();
    }

    @Override
    public int columnCount() {
        return FIELDS.size();
    }

    @Override
    public boolean addsRows() {
        return false;
    }

    @Override
    public Change added() {
        throw new IllegalStateException("No rows are added to " + title());
    }

    @Override
    public UncertainNumbers with(Change change) {
        return of(document.with(change), option);
    }

    @Override
    public boolean isEditable(int row, int column) {
        String kind = numbers.get(row).kind();
        return switch (column) {
            case 0, 1, 2 -> false;
            case DISTRIBUTION -> true;
            case RELATIVE ->
                DistributionKind.named(kind)
                        .filter(DistributionKind::canBeAbsolute)
                        .isPresent();
            default -> parameter(row, column).isPresent();
        };
    }

    private Optional<DistributionParameter> parameter(int row, int column) {
        return Distributions.parameter(numbers.get(row).kind(), column - FIRST);
    }

    @Override
    public String text(int row, int column) {
        UncertainNumber number = numbers.get(row);
        return switch (column) {
            case 0 -> number.line();
            case 1 -> number.name();
            case 2 -> number.valueText();
            case DISTRIBUTION -> Distributions.title(number.kind());
            case RELATIVE ->
                isEditable(row, column) ? Entry.text(number.uncertainty().path("relative"), Input.FLAG) : "";
            default ->
                parameter(row, column)
                        .map(parameter ->
                                Entry.text(number.uncertainty().path(parameter.name()), number.input(parameter)))
                        .orElse("");
        };
    }

    /** How an entry into a cell will be written there. */
    String written(int row, int column, String text) {
        return switch (column) {
            case DISTRIBUTION -> Distributions.title(Distributions.named(text));
            case RELATIVE -> Entry.written(text, Input.FLAG, "");
            default ->
                parameter(row, column)
                        .map(parameter -> Entry.written(text, numbers.get(row).input(parameter), currency()))
                        .orElse("");
        };
    }

    private String currency() {
        return document.tree().at("/appraisal/currency").asString("");
    }

    @Override
    public Optional<Draft.Typed> entry(int row, int column, String text) {
        UncertainNumber number = numbers.get(row);
        String what = EditText.of(
                number.line(),
                Words.of("edit.uncertaintyOf", number.name(), FIELDS.get(column).title()),
                EditText.told(FIELDS.get(column).kind(), text));
        return change(row, column, text).flatMap(FieldChange::changed).map(change -> new Draft.Typed(what, change));
    }

    private Optional<Change> change(int row, int column, String text) {
        UncertainNumber number = numbers.get(row);
        return switch (column) {
            case DISTRIBUTION -> number.withDistribution(Distributions.named(text));
            case RELATIVE -> number.withFactors(Entry.value(text, Input.FLAG, ""));
            default ->
                parameter(row, column)
                        .flatMap(parameter -> Entry.value(text, number.input(parameter), currency())
                                .map(value -> number.withParameter(parameter.name(), value)));
        };
    }
}
