package org.worthwhile.desktop.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;

/** The choice within a budget, without a window. */
class ChoiceModelTest {

    @TempDir
    private Path folder;

    @Test
    void theSamplesAreChosenAmongUnderTheirConstraintsAndTheirBudget() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        PortfolioChoice choice = model.stateProperty().get().choice().orElseThrow();
        assertThat(model.budgetProperty().get()).isEqualTo(12_000_000);
        assertThat(choice.proven()).isTrue();
        assertThat(choice.cost()).isLessThanOrEqualTo(12_000_000);
        assertThat(model.stateProperty().get().limits()).anyMatch(limit -> limit.contains("must be chosen"));
        session.close();
    }

    /** The best set saves 8.4 million, more than a budget of -5 million asks for and less than one of -9 million. */
    @Test
    void aSmallerBudgetBuysNoMoreThanALargerOne() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        double large = model.stateProperty().get().choice().orElseThrow().value();
        model.budgetProperty().set(-5_000_000);
        assertThat(model.stateProperty().get().choice().orElseThrow().value()).isEqualTo(large);
        model.budgetProperty().set(-9_000_000);
        var smaller = model.stateProperty().get();
        assertThat(smaller.choice().map(PortfolioChoice::value).orElse(0.0)).isLessThan(large);
        session.close();
    }

    @Test
    void aBudgetThatNothingFitsIntoSaysWhichConstraintsFight() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        model.budgetProperty().set(-1e9);
        assertThat(model.stateProperty().get().choice()).isEmpty();
        assertThat(model.stateProperty().get().trouble())
                .singleElement()
                .asString()
                .contains("the budget");
        session.close();
    }

    @Test
    void constraintsThatCannotBeUsedGiveNoChoiceButTheReasonUntilTheyAreMended() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        Document limits = session.snapshot().orElseThrow().constraints().getFirst();
        session.edit("Must", List.of(limits.set("/must", JsonText.parse("[\"no-such-proposal\"]"))));
        assertThat(model.stateProperty().get().choice()).isEmpty();
        assertThat(model.task()).isEmpty();
        assertThat(model.stateProperty().get().trouble())
                .singleElement()
                .asString()
                .startsWith("No choice is shown, because the constraints of the file cannot be used: ")
                .contains("there is no proposal 'no-such-proposal' to choose");
        session.undo();
        assertThat(model.stateProperty().get().choice()).isPresent();
        session.close();
    }

    @Test
    void aChoiceThatWasBeingMadeIsNotShownOverWhyThereIsNone() {
        Session session = OpenSession.withSamples(folder);
        List<Runnable> waiting = new ArrayList<>();
        ChoiceModel model = new ChoiceModel(session, new TaskRunner(waiting::add, Runnable::run));
        Document limits = session.snapshot().orElseThrow().constraints().getFirst();
        session.edit("Bad", List.of(limits.set("/budget", JsonText.string("much"))));
        waiting.forEach(Runnable::run);
        assertThat(model.stateProperty().get().choice()).isEmpty();
        assertThat(model.stateProperty().get().trouble())
                .singleElement()
                .asString()
                .contains("cannot be used");
        session.close();
    }

    @Test
    void importedConstraintsReplaceThoseOfTheFile() throws IOException {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        Path other = Files.writeString(
                folder.resolve("other.constraints.json"),
                "{\"format\": \"worthwhile-constraints/1\", \"budget\": 1000}");
        session.importFiles(List.of(other), false);
        assertThat(session.snapshot().orElseThrow().constraints()).hasSize(1);
        assertThat(model.budgetProperty().get()).isEqualTo(1000);
        Path second = Files.copy(other, folder.resolve("second.constraints.json"));
        session.importFiles(List.of(other, second), false);
        assertThat(session.problems()).singleElement().asString().contains("a choice keeps to one set of them");
        session.close();
    }

    @Test
    void aProposalThatCannotBeAppraisedIsSaidToBeLeftOutUntilItIsMended() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        assertThat(ChoiceSummary.of(model.stateProperty().get())).doesNotContain("cannot be appraised");
        Document limits = session.snapshot().orElseThrow().constraints().getFirst();
        session.edit(
                "Free",
                List.of(limits.set(
                        "", JsonText.parse("{\"format\": \"worthwhile-constraints/1\", \"budget\": 12000000}"))));
        Outcome broken = broken(session, "falls-prevention");
        assertThat(ChoiceSummary.of(model.stateProperty().get()))
                .contains("proven to be the best")
                .endsWith("\nNot chosen among, as it cannot be appraised: " + broken.title()
                        + ". Mend it under Edit proposal.");
        Outcome second = broken(session, "rural-bus");
        assertThat(ChoiceSummary.of(model.stateProperty().get()))
                .endsWith("\nNot chosen among, as they cannot be appraised: " + broken.title() + "; " + second.title()
                        + ". Mend them under Edit proposal.");
        session.edit("Removed", List.of(Change.removed(second.document())));
        assertThat(model.stateProperty().get().leftOut()).containsExactly(broken.title());
        session.undo();
        session.undo();
        session.undo();
        assertThat(ChoiceSummary.of(model.stateProperty().get())).doesNotContain("cannot be appraised");
        session.close();
    }

    private static Outcome broken(Session session, String proposal) {
        Document document =
                session.snapshot().orElseThrow().outcome(proposal).orElseThrow().document();
        session.edit("Broken", List.of(document.set("/options/1/impacts/0/quantity/population", JsonText.number(-5))));
        Outcome outcome = session.snapshot().orElseThrow().outcome(proposal).orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Wrong.class);
        return outcome;
    }

    @Test
    void aBudgetIsTypedAsPeopleWriteMoney() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        Map<String, Double> written = Map.of(
                "£2m", 2e6, "2 million", 2e6, "2,000,000", 2e6, "1.5m", 1.5e6, "500k", 5e5, "-£3M", -3e6, "1bn", 1e9);
        written.forEach((text, amount) -> {
            model.typeBudget(text);
            assertThat(model.budgetProperty().get()).as(text).isEqualTo(amount);
            assertThat(model.budgetProblemProperty().get()).as(text).isEmpty();
        });
        session.close();
    }

    @Test
    void anEmptiedBudgetIsNoBudgetAndStaysNoneInTheFileUntilItIsUndone() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        model.typeBudget(" ");
        assertThat(model.budgetProperty().get()).isNaN();
        assertThat(model.budgetProblemProperty().get()).isEmpty();
        assertThat(model.stateProperty()
                        .get()
                        .choice()
                        .orElseThrow()
                        .constraints()
                        .budget())
                .as("within the limits on spending alone")
                .isEmpty();
        assertThat(ChoiceSummary.of(model.stateProperty().get()))
                .contains("chosen")
                .doesNotContain("larger budget");
        assertThat(session.snapshot()
                        .orElseThrow()
                        .constraints()
                        .getFirst()
                        .tree()
                        .has("budget"))
                .isFalse();
        long entry = session.snapshot().orElseThrow().entry();
        model.typeBudget("");
        assertThat(session.snapshot().orElseThrow().entry())
                .as("none again is no edit")
                .isEqualTo(entry);
        session.close();
        session.open(folder.resolve("samples.worthwhile"));
        assertThat(new ChoiceModel(session, TaskRunner.none()).budgetProperty().get())
                .isNaN();
        session.undo();
        assertThat(model.budgetProperty().get()).isEqualTo(12_000_000);
        session.close();
    }

    @Test
    void withoutABudgetAndLimitsThereIsNothingToChooseWithin() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        for (String field : List.of("/budget", "/budgetByYear", "/limits")) {
            Document limits = session.snapshot().orElseThrow().constraints().getFirst();
            session.edit("Removed", List.of(limits.remove(field)));
        }
        assertThat(ChoiceSummary.of(model.stateProperty().get())).startsWith("No budget is set");
        session.close();
    }

    @Test
    void whatIsNoAmountChangesNothingAndIsSaidToBeNone() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        for (String text : List.of("two million", "2x", "m", "5%", "1,5m")) {
            model.typeBudget(text);
            assertThat(model.budgetProperty().get()).as(text).isEqualTo(12_000_000);
            assertThat(model.budgetProblemProperty().get()).contains(text).contains("£2m");
        }
        model.typeBudget("2m");
        assertThat(model.budgetProblemProperty().get()).isEmpty();
        session.close();
    }

    @Test
    void theBudgetIsInTheFileWhenItIsOpenedAgainAndUndoBringsTheLastOneBack() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        model.typeBudget("2m");
        session.close();
        session.open(folder.resolve("samples.worthwhile"));
        ChoiceModel again = new ChoiceModel(session, TaskRunner.none());
        assertThat(again.budgetProperty().get()).isEqualTo(2_000_000);
        assertThat(again.stateProperty().get().limits()).anyMatch(limit -> limit.contains("must be chosen"));
        session.undo();
        assertThat(again.budgetProperty().get()).isEqualTo(12_000_000);
        session.close();
    }

    @Test
    void aFileWithoutConstraintsKeepsItsBudgetToo() {
        Session session = OpenSession.with(folder, "rural-bus");
        new ChoiceModel(session, TaskRunner.none()).typeBudget("3m");
        session.close();
        session.open(folder.resolve("case.worthwhile"));
        assertThat(new ChoiceModel(session, TaskRunner.none()).budgetProperty().get())
                .isEqualTo(3_000_000);
        session.close();
    }

    @Test
    void whileTheChoiceIsBeingMadeItIsSaidToBeAndNotThatThereIsNothing() {
        Session session = OpenSession.withSamples(folder);
        List<Runnable> waiting = new ArrayList<>();
        ChoiceModel model = new ChoiceModel(session, new TaskRunner(waiting::add, Runnable::run));
        assertThat(ChoiceSummary.of(model.stateProperty().get())).startsWith("Working");
        waiting.forEach(Runnable::run);
        assertThat(ChoiceSummary.of(model.stateProperty().get())).contains("chosen");
        session.close();
        Session empty = OpenSession.empty(folder);
        ChoiceModel none = new ChoiceModel(empty, TaskRunner.none());
        assertThat(ChoiceSummary.of(none.stateProperty().get())).isEqualTo("There are no proposals to choose among.");
        empty.close();
    }

    @Test
    void whereAnotherLimitHoldsTheChoiceDownItIsNamed() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        model.typeBudget("100m");
        assertThat(ChoiceSummary.of(model.stateProperty().get()))
                .contains("A larger budget alone would buy nothing more.", "the capital budget")
                .doesNotContain("A larger budget would buy nothing more.");
        session.close();
    }

    @Test
    void whatALargerBudgetBuysIsSaidWhereTheNextTenthBuysNothing() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        for (double budget = -12e6; budget <= 30e6; budget += 1e6) {
            model.budgetProperty().set(budget);
            State state = model.stateProperty().get();
            state.choice().ifPresent(choice -> {
                boolean isHeldDown = choice.binding().stream()
                        .anyMatch(one -> one.words().equals("the budget") && one.loss() >= 0.005);
                assertThat(ChoiceSummary.of(state).contains("A larger budget alone would buy nothing more."))
                        .as("%s: %s", choice.constraints().budget(), ChoiceSummary.of(state))
                        .isEqualTo(!isHeldDown);
            });
        }
        session.close();
    }

    @Test
    void eachBudgetThatIsConfirmedIsAnEditOfItsOwn() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        model.typeBudget("2m");
        model.typeBudget("3m");
        session.undo();
        assertThat(model.budgetProperty().get()).isEqualTo(2_000_000);
        session.undo();
        assertThat(model.budgetProperty().get()).isEqualTo(12_000_000);
        session.close();
    }

    @Test
    void anotherFileHasNoBudgetUntilOneIsSet() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        assertThat(model.budgetProperty().get()).isEqualTo(12_000_000);
        session.create(folder.resolve("new.worthwhile"), false);
        assertThat(model.budgetProperty().get()).isNaN();
        assertThat(ChoiceSummary.of(model.stateProperty().get())).isEqualTo("There are no proposals to choose among.");
        session.importFiles(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")), false);
        assertThat(model.budgetProperty().get()).isNaN();
        assertThat(model.task()).isEmpty();
        assertThat(ChoiceSummary.of(model.stateProperty().get())).startsWith("No budget is set");
        model.typeBudget("£9m");
        assertThat(model.budgetProperty().get()).isEqualTo(9_000_000);
        assertThat(model.stateProperty().get().choice()).isPresent();
        session.undo();
        assertThat(model.budgetProperty().get()).isNaN();
        session.close();
    }
}
