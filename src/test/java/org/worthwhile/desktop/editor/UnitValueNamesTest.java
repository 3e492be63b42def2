package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.framework.ModelLibrary;

/** Unit values typed into the cell of an impact's value. */
@SuppressWarnings("NullAway.Init") // set before each test
class UnitValueNamesTest {

    private static final String VALUE = "/options/2/impacts/0/value";
    private static final String EPISODE = "uk-services/inpatient-episode";

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private ModelLibrary library() {
        return session.snapshot().orElseThrow().library();
    }

    private String title() {
        return Objects.requireNonNull(library().unitValues().get(EPISODE)).title();
    }

    private DocumentSheet impacts() {
        return new DocumentSheet(session, Section.IMPACTS, () -> 2);
    }

    private int column() {
        return impacts().columns().stream()
                .map(column -> column.title())
                .toList()
                .indexOf("Value of one");
    }

    private String value(String pointer) {
        return session.selected()
                .orElseThrow()
                .document()
                .tree()
                .at(VALUE + pointer)
                .asString("");
    }

    private void type(String text) {
        impacts().put(0, column(), List.of(List.of(text)));
    }

    @Test
    void aTitleInAnyCaseIsTakenAsTheUnitValueThatHasIt() {
        String title = title();
        type("4250");
        assertThat(value("/unitValue")).isEmpty();
        type(title.toUpperCase(Locale.ROOT));
        assertThat(value("/unitValue")).isEqualTo(EPISODE);
        assertThat(OpenSession.problems(session)).isEmpty();
        type(title + " × 0.5");
        assertThat(value("/unitValue")).isEqualTo(EPISODE);
        assertThat(session.selected()
                        .orElseThrow()
                        .document()
                        .tree()
                        .at(VALUE + "/factor")
                        .asDouble())
                .isEqualTo(0.5);
        var draft = impacts().draft(0, column()).orElseThrow();
        draft.type(title.toLowerCase(Locale.ROOT));
        draft.finish();
        assertThat(value("/unitValue")).isEqualTo(EPISODE);
        assertThat(impacts().written(0, column(), title)).isEqualTo(EPISODE);
    }

    @Test
    void whatIsNoTitleIsRefusedWithTheNearestTitles() {
        type("inpatient");
        assertThat(impacts().problem(0, column()).orElseThrow())
                .contains("“inpatient” is neither an amount of money nor the name or title of a unit value")
                .contains(title())
                .contains(EPISODE);
        type("uk-services/inpatient-episod");
        assertThat(impacts().problem(0, column()).orElseThrow()).contains(EPISODE);
        type("zzzz qqqq xxxx");
        assertThat(impacts().problem(0, column()).orElseThrow()).endsWith("from the screen “Unit values”.");
    }

    @Test
    void aTitleThatSeveralUnitValuesHaveNamesNone() {
        UnitValueNames names = new UnitValueNames(library());
        library().unitValues().values().forEach(value -> {
            long sharing = library().unitValues().values().stream()
                    .filter(other ->
                            other.title().strip().equalsIgnoreCase(value.title().strip()))
                    .count();
            assertThat(names.named(value.title())).isEqualTo(sharing == 1 ? Optional.of(value.id()) : Optional.empty());
        });
    }
}
