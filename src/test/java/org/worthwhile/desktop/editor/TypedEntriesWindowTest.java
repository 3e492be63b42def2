package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.window.ClientWindow;
import org.worthwhile.workspace.Document;

/** Two hundred entries typed with real keys in a real window: each arrives whole, in the file and in the audit trail. */
@Tag("window")
@Execution(ExecutionMode.CONCURRENT)
class TypedEntriesWindowTest {

    private static final String PROPOSAL = "falls-prevention";
    private static final int PLACE_OF_PROPOSAL = 1;
    private static final int OPTION = 2;
    private static final int ENTRIES = 50;
    private static final int ROWS = 3;
    private static final Duration AT_ONCE = Duration.ofMillis(5);
    private static final List<Section> SHEETS = List.of(
            Section.OBJECTIVES,
            Section.ORGANISATIONS,
            Section.GROUPS,
            Section.OPTIONS,
            Section.COSTS,
            Section.BY_YEAR,
            Section.IMPACTS,
            Section.ADDITIONALITY,
            Section.SAVINGS,
            Section.BENEFICIARIES,
            Section.UNMONETISED,
            Section.CORRELATIONS,
            Section.SCENARIOS,
            Section.EVIDENCE);

    /** What happened just before an entry. */
    private enum Before {
        SHEET_SHOWN,
        UNDO,
        PASTE,
        PROBLEM
    }

    /** How an entry ends. */
    private static final List<String> ENDS = List.of("Return", "Tab", "Down", "shift+Tab");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} milliseconds a key")
    @ValueSource(ints = {15, 100, 300, 500})
    void fiftyEntriesArriveWholeInTheFileAndInTheAuditTrail(int pause) {
        Path home = folder.resolve("home-" + pause);
        assertThat(home.toFile().mkdirs()).isTrue();
        List<String> wrong = new ArrayList<>();
        List<EntryToType> entries = entries(pause);
        try (ClientWindow window = ClientWindow.open(home)) {
            window.click("go-proposal");
            window.choose("proposal-choice", PLACE_OF_PROPOSAL);
            for (int i = 0; i < entries.size(); i++) {
                EntryToType entry = entries.get(i);
                Before before = Before.values()[i % Before.values().length];
                prepare(window, entry, before);
                window.type(entry.text(), Duration.ofMillis(pause));
                window.press(ENDS.get(i / Before.values().length % ENDS.size()));
                if (!arrived(window, entry)) {
                    wrong.add("After " + before + ", " + entry + " became "
                            + window.file().at(entry.kind(), entry.document(), entry.pointer()) + ", in the trail "
                            + window.file().edits().getFirst());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<EntryToType> entries(int seed) {
        Random random = new Random(seed);
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set(PROPOSAL);
        Snapshot state = session.snapshot().orElseThrow();
        Document proposal = session.selected().orElseThrow().document();
        List<Page> pages = SHEETS.stream()
                .map(section -> new Page(section, OPTION, proposal, state.evidence(), state.library()))
                .toList();
        session.close();
        List<Deque<EntryToType>> left =
                pages.stream().<Deque<EntryToType>>map(_ -> new ArrayDeque<>()).toList();
        List<EntryToType> entries = new ArrayList<>();
        for (int i = 0; entries.size() < ENTRIES; i++) {
            int sheet = i % pages.size();
            if (left.get(sheet).isEmpty()) {
                List<EntryToType> cells = EntryToType.all(pages.get(sheet), ROWS, random);
                Collections.shuffle(cells, random);
                left.get(sheet).addAll(cells);
            }
            entries.add(left.get(sheet).removeFirst());
        }
        return entries;
    }

    private static String sheet(EntryToType entry) {
        return "sheet-" + entry.section().name().toLowerCase(Locale.ROOT);
    }

    private static void prepare(ClientWindow window, EntryToType entry, Before before) {
        window.choose("section", entry.section().ordinal());
        if (entry.section().isOfAnOption()) {
            window.choose("option", OPTION);
        }
        choose(window, entry);
        String present = saved(window, entry);
        switch (before) {
            case SHEET_SHOWN -> {}
            case UNDO -> {
                window.type(entry.other(), AT_ONCE);
                window.press("Return");
                window.await(
                        "the other entry is saved", () -> !saved(window, entry).equals(present));
                window.press("ctrl+z");
                window.await("undone", present, () -> saved(window, entry));
                choose(window, entry);
            }
            case PASTE -> {
                window.copy(entry.other());
                window.press("ctrl+v");
                window.await(
                        "the pasted text is saved", () -> !saved(window, entry).equals(present));
            }
            case PROBLEM -> {
                window.type("x", AT_ONCE);
                window.press("Return");
                window.await(
                        "the wrong entry is saved", () -> !saved(window, entry).equals(present));
                choose(window, entry);
            }
        }
    }

    /** By the pointer to its row, and by keys to its column. */
    private static void choose(ClientWindow window, EntryToType entry) {
        window.clickCell(sheet(entry), entry.row(), 0);
        window.press("Right", entry.column());
        window.await("cell is chosen", entry.row() + " " + entry.column(), () -> window.chosen(sheet(entry)));
    }

    private static String saved(ClientWindow window, EntryToType entry) {
        return window.file().text(entry.kind(), entry.document(), entry.pointer());
    }

    private static boolean arrived(ClientWindow window, EntryToType entry) {
        return window.comesTrue(() -> saved(window, entry).equals(entry.kept())
                && window.file().edits().getFirst().endsWith(": " + entry.text()));
    }
}
