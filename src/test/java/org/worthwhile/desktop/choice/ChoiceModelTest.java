package org.worthwhile.desktop.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.portfolio.PortfolioChoice;

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

    @Test
    void aSmallerBudgetBuysNoMoreThanALargerOne() {
        Session session = OpenSession.withSamples(folder);
        ChoiceModel model = new ChoiceModel(session, TaskRunner.none());
        double large = model.stateProperty().get().choice().orElseThrow().value();
        model.budgetProperty().set(-5_000_000);
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
}
