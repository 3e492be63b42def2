package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.window.ClientWindow;
import org.worthwhile.workspace.DocumentKind;

/** The form of the case and the sheet of distributions filled in with real keys, in a real window. */
@Tag("window")
@SuppressWarnings("NullAway.Init") // set before each test
class FormWindowTest {

    private static final String PROPOSAL = "falls-prevention";
    private static final int OPTION = 2;
    private static final Duration QUICKLY = Duration.ofMillis(15);

    @TempDir
    private Path home;

    private ClientWindow window;

    @BeforeEach
    void open() {
        window = ClientWindow.open(home);
        window.click("go-proposal");
        window.choose("proposal-choice", 1);
    }

    @AfterEach
    void close() {
        // There is none where it did not open.
        if (window != null) {
            window.close();
        }
    }

    private void awaitSaved(String pointer, String json) {
        window.await(pointer, json, () -> window.file().text(DocumentKind.PROPOSAL, PROPOSAL, pointer));
    }

    @Test
    void tabGoesOnFromATextOfManyLinesAndControlTabIsTyped() {
        window.click("field-summary");
        window.press("ctrl+End", "ctrl+Tab");
        window.type("Twice", QUICKLY);
        window.press("Tab");
        window.await("the next field has the focus", "field-sponsor", window::focus);
        window.press("shift+Tab");
        window.await("the text has it again", "field-summary", window::focus);
        window.await(
                "the tab is in the text",
                () -> window.file()
                        .at(DocumentKind.PROPOSAL, PROPOSAL, "/summary")
                        .asString()
                        .endsWith("\tTwice"));
    }

    @Test
    void fieldAfterFieldArrivesWholeAsOneEntryEach() {
        window.click("field-title");
        window.press("ctrl+a");
        window.type("Steady feet", QUICKLY);
        window.press("Tab");
        window.type("Classes and checks", QUICKLY);
        window.press("Tab");
        window.type("Public Health", QUICKLY);
        window.press("Tab");
        window.type("Wisbech", QUICKLY);
        window.press("Tab");
        window.type("ageing; falls", QUICKLY);
        window.press("Tab");
        awaitSaved("/title", "\"Steady feet\"");
        awaitSaved("/sponsor", "\"Public Health\"");
        awaitSaved("/place", "\"Wisbech\"");
        awaitSaved("/themes", "[\"ageing\",\"falls\"]");
        window.await(
                "the last entry is in the audit trail",
                () -> window.file().edits().getFirst().endsWith("Themes: ageing; falls"));
        assertThat(window.file().edits())
                .contains("Falls prevention in Fenland, Title: Steady feet", "Steady feet, Place: Wisbech");
        window.press("ctrl+z");
        window.await(
                "one undo takes one entry back",
                () -> window.file()
                        .text(DocumentKind.PROPOSAL, PROPOSAL, "/themes")
                        .contains("prevention"));
        awaitSaved("/place", "\"Wisbech\"");
    }

    @Test
    void aDistributionIsTypedOnTheScaleOfItsValueAndAMisfitIsSaidInItsCell() {
        window.choose("section", Section.UNCERTAINTY.ordinal());
        window.choose("option", OPTION);
        int fees = rowOf("Fees paid by participants");
        window.clickCell("sheet-uncertainty", fees, 0);
        window.press("Right", 3);
        window.type("triangular", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/2/uncertainty/low", "27000");
        window.await("as factors", "", () -> window.cell("sheet-uncertainty", fees, 4));
        window.press("Up", "Right", "Right");
        window.type("20,000", QUICKLY);
        window.press("Tab");
        window.type("30k", QUICKLY);
        window.press("Tab");
        window.type("45000", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/2/uncertainty/low", "20000");
        awaitSaved("/options/2/costs/2/uncertainty/mode", "30000");
        awaitSaved("/options/2/costs/2/uncertainty/high", "45000");
        window.clickCell("sheet-uncertainty", fees, 4);
        window.press("space");
        window.await(
                "the misfit is said",
                () -> window.problem("sheet-uncertainty", fees, 5).contains("As factors"));
    }

    private int rowOf(String line) {
        window.await(
                "the first row is shown",
                () -> !window.cell("sheet-uncertainty", 0, 0).isEmpty());
        return IntStream.range(0, window.rows("sheet-uncertainty"))
                .filter(row -> window.cell("sheet-uncertainty", row, 0).startsWith(line))
                .findFirst()
                .orElseThrow();
    }
}
