package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.window.ClientWindow;
import org.worthwhile.workspace.DocumentKind;

/** Sheets filled in with real keys and a real pointer, in a real window. */
@Tag("window")
@SuppressWarnings("NullAway.Init") // set before each test
class SheetWindowTest {

    private static final String PROPOSAL = "falls-prevention";
    private static final int PLACE_OF_PROPOSAL = 1;
    private static final int OPTION = 2;
    private static final Duration QUICKLY = Duration.ofMillis(15);
    private static final Duration SLOWLY = Duration.ofMillis(300);

    @TempDir
    private Path home;

    private ClientWindow window;

    @BeforeEach
    void open() {
        window = ClientWindow.open(home);
        window.click("go-proposal");
        window.choose("proposal-choice", PLACE_OF_PROPOSAL);
    }

    @AfterEach
    void close() {
        // There is none where it did not open.
        if (window != null) {
            window.close();
        }
    }

    private void show(Section section, int option) {
        window.choose("section", section.ordinal());
        if (section.isOfAnOption()) {
            window.choose("option", option);
        }
    }

    private void awaitSaved(String pointer, String json) {
        window.await(pointer, json, () -> window.file().text(DocumentKind.PROPOSAL, PROPOSAL, pointer));
    }

    @Test
    void theFirstEntryIntoASheetArrivesWholeAtAnySpeed() {
        show(Section.COSTS, 2);
        window.clickCell("sheet-costs", 1, 3);
        window.type("36001", SLOWLY);
        window.press("Return");
        awaitSaved("/options/2/costs/1/amount/annual", "36001");
        window.await("the cell shows it", () -> window.cell("sheet-costs", 1, 3).equals("36,001"));
        window.type("45001", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/2/amount/annual", "45001");
        window.await(
                "both are in the audit trail",
                () -> window.file().edits().getFirst().endsWith("Amount a year: 45001"));
        assertThat(window.file().edits().get(1)).isEqualTo("Classes, Amount a year: 36001");
    }

    @Test
    void emptySpaceBelowTheRowsIsTheNewRowAndNoneOfTheOthers() {
        show(Section.OPTIONS, 0);
        window.clickBelow("sheet-options", 4, 0, 90);
        window.await("the new row is chosen", "4 0", () -> window.chosen("sheet-options"));
        window.type("Do minimum: signs", QUICKLY);
        window.press("Return");
        awaitSaved("/options/4/title", "\"Do minimum: signs\"");
        awaitSaved("/options/0/title", "\"Business as usual\"");
        window.press("ctrl+z");
        awaitSaved("/options/4", "");
    }

    @Test
    void aNewRowIsThereWithTheCaretInItsFirstCell() {
        show(Section.COSTS, OPTION);
        window.click("add-row");
        window.type("Signs and lines", QUICKLY);
        window.press("Tab");
        awaitSaved("/options/2/costs/4/title", "\"Signs and lines\"");
        awaitSaved("/options/2/costs/5", "");
        window.await("the next cell is chosen", "4 1", () -> window.chosen("sheet-costs"));
    }

    @Test
    void aTableIsPastedIntoAnEmptySheetAndBeyondTheLastRow() {
        show(Section.COSTS, 0);
        window.clickCell("sheet-costs", 0, 0);
        window.copy("Cameras\\tCounty_Council\\tcapital\\t(12,000)\\nSigns\\tCounty_Council\\trevenue\\t£9,500");
        window.press("ctrl+v");
        awaitSaved("/options/0/costs/0/amount/annual", "-12000");
        awaitSaved("/options/0/costs/1/amount/annual", "9500");
        window.await("the rows are shown, and the new one", "3", () -> Integer.toString(window.rows("sheet-costs")));
        window.clickCell("sheet-costs", 1, 0);
        window.press("ctrl+v");
        awaitSaved("/options/0/costs/2/title", "\"Signs\"");
        awaitSaved("/options/0/costs/1/title", "\"Cameras\"");
    }

    @Test
    void aTableIsPastedWhereAListOfChoicesWasJustClosed() {
        show(Section.BENEFICIARIES, OPTION);
        window.clickCell("sheet-beneficiaries", 0, 1);
        window.press("Return", "Escape");
        window.copy("Lowest_income_fifth\\t30%");
        window.press("ctrl+v");
        window.await("the share is pasted", "30%", () -> window.cell("sheet-beneficiaries", 0, 2));
        window.press("Return", "Down", "Down", "Return");
        window.await("the third choice is made", "Higher incomes", () -> window.cell("sheet-beneficiaries", 0, 1));
        window.press("ctrl+v");
        window.await("and pasted over", "Lowest income fifth", () -> window.cell("sheet-beneficiaries", 0, 1));
    }

    @Test
    void afterRowsAreRemovedTheChoiceStaysWhereTheyWere() {
        show(Section.COSTS, OPTION);
        window.clickCell("sheet-costs", 2, 0);
        window.click("remove-row");
        awaitSaved("/options/2/costs/3", "");
        window.await("the row that took its place is chosen", "2 0", () -> window.chosen("sheet-costs"));
        window.await("and has the keys", "sheet-costs", window::focus);
    }

    @Test
    void theFirstColumnStaysAndEverySheetBeginsAtItsFirst() {
        show(Section.COSTS, OPTION);
        int left = window.leftOf("sheet-costs", 1, 0);
        window.clickCell("sheet-costs", 1, 3);
        window.press("Right", 13);
        window.await("the last column is chosen", "1 16", () -> window.chosen("sheet-costs"));
        window.await(
                "the first column is where it was",
                Integer.toString(left),
                () -> Integer.toString(window.leftOf("sheet-costs", 1, 0)));
        show(Section.IMPACTS, OPTION);
        show(Section.COSTS, OPTION);
        window.await(
                "the second column is beside it",
                () -> window.leftOf("sheet-costs", 1, 1) > left && window.leftOf("sheet-costs", 1, 1) < left + 300);
    }

    @Test
    void enterGoesDownTabGoesRightF2EditsAndEscapeBringsBackWhatWasThere() {
        show(Section.COSTS, OPTION);
        String amount = "/options/2/costs/1/amount/annual";
        window.clickCell("sheet-costs", 1, 3);
        window.press("F2", "End", "BackSpace");
        window.type("7", QUICKLY);
        window.press("Return");
        awaitSaved(amount, "240007");
        window.await("Enter goes down", "2 3", () -> window.chosen("sheet-costs"));
        window.press("Up");
        window.type("55", QUICKLY);
        awaitSaved(amount, "55");
        window.press("Escape");
        awaitSaved(amount, "240007");
        window.type("66", QUICKLY);
        window.press("Tab");
        awaitSaved(amount, "66");
        window.await("Tab goes right", "1 4", () -> window.chosen("sheet-costs"));
        List<String> edits = window.file().edits();
        assertThat(edits.get(0)).isEqualTo("Classes, Amount a year: 66");
        assertThat(edits.get(1)).isEqualTo("Classes, Amount a year: 240,007");
    }

    @Test
    void undoTakesBackTheEntryThatIsBeingTyped() {
        show(Section.COSTS, OPTION);
        String amount = "/options/2/costs/1/amount/annual";
        window.clickCell("sheet-costs", 1, 3);
        window.type("777", QUICKLY);
        awaitSaved(amount, "777");
        window.press("ctrl+z");
        awaitSaved(amount, "240000");
        window.await("the cell shows it", "240,000", () -> window.cell("sheet-costs", 1, 3));
        window.type("888", QUICKLY);
        awaitSaved(amount, "888");
        window.click("undo");
        awaitSaved(amount, "240000");
    }

    @Test
    void anEntryIsKeptByGoingElsewhere() {
        show(Section.COSTS, OPTION);
        window.clickCell("sheet-costs", 1, 3);
        window.type("1111", QUICKLY);
        window.clickCell("sheet-costs", 2, 3);
        window.type("2222", QUICKLY);
        window.click("go-results");
        window.click("go-proposal");
        window.clickCell("sheet-costs", 3, 3);
        window.type("3333", QUICKLY);
        window.closeWindow();
        awaitSaved("/options/2/costs/1/amount/annual", "1111");
        awaitSaved("/options/2/costs/2/amount/annual", "2222");
        awaitSaved("/options/2/costs/3/amount/annual", "3333");
        assertThat(window.file().edits().subList(0, 3))
                .containsExactly(
                        "Fees paid by participants, Amount a year: 3333",
                        "Fees paid by participants, Amount a year: 2222",
                        "Classes, Amount a year: 1111");
    }

    @Test
    void aChoiceAndATickCanBeTyped() {
        show(Section.COSTS, OPTION);
        window.clickCell("sheet-costs", 1, 2);
        window.type("capital", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/1/kind", "\"capital\"");
        window.clickCell("sheet-costs", 1, 0);
        window.press("Right", 14);
        window.type("yes", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/1/sunk", "true");
        window.press("Up");
        window.type("no", QUICKLY);
        window.press("Return");
        awaitSaved("/options/2/costs/1/sunk", "false");
        window.press("Up", "space");
        awaitSaved("/options/2/costs/1/sunk", "true");
    }

    @Test
    void businessAsUsualIsNotRemovedByASlip() {
        show(Section.OPTIONS, 0);
        window.clickCell("sheet-options", 0, 0);
        window.click("remove-row");
        window.await("it is asked", () -> !window.isAlone());
        window.press("Escape");
        window.await("the question is gone", window::isAlone);
        awaitSaved("/options/0/title", "\"Business as usual\"");
        window.clickCell("sheet-options", 1, 0);
        window.click("remove-row");
        awaitSaved("/options/1/title", "\"Community strength and balance\"");
        window.await("the choice stays there", "1 0", () -> window.chosen("sheet-options"));
    }
}
