package org.worthwhile.desktop.choice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.NumberParser;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.report.Wording;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;

/** The best affordable choice among the proposals of the file, for a budget that is moved. */
public final class ChoiceModel {

    private static final double NO_BUDGET = Double.NaN;
    private static final String NEW_CONSTRAINTS = "budget";

    private final Session session;
    private final TaskRunner longWork;
    private final DoubleProperty budget = new SimpleDoubleProperty(NO_BUDGET);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private List<Candidate> candidates = List.of();
    private Constraints constraints = Constraints.NONE;
    private List<Appraisal> appraisals = List.of();
    private List<Document> documents = List.of();
    private List<String> leftOut = List.of();
    private final ReadOnlyStringWrapper budgetProblem = new ReadOnlyStringWrapper("");
    private Optional<Task> latest = Optional.empty();
    private boolean refreshed;
    private @Nullable Path file;
    private volatile int asked;

    public ChoiceModel(Session session, TaskRunner longWork) {
        this.session = session;
        this.longWork = longWork;
        session.whenChanged(this::refresh);
        budget.addListener((_, _, _) -> choose());
    }

    private void refresh() {
        session.snapshot().ifPresent(snapshot -> {
            List<Appraisal> found = snapshot.appraisals();
            if (refreshed
                    && found.equals(appraisals)
                    && snapshot.constraints().equals(documents)
                    && snapshot.notAppraised().equals(leftOut)) {
                return;
            }
            if (!snapshot.file().equals(file)) {
                // The budget of another file is none of this one's.
                candidates = List.of();
                budget.set(NO_BUDGET);
            }
            file = snapshot.file();
            refreshed = true;
            appraisals = found;
            documents = snapshot.constraints();
            latest = latest.filter(_ -> snapshot.notAppraised().equals(leftOut));
            leftOut = snapshot.notAppraised();
            List<String> monies =
                    found.stream().map(ChoiceModel::money).distinct().toList();
            if (monies.size() > 1) {
                showNone(List.of(Words.of("choice.differentMoney", String.join("; ", monies))));
                return;
            }
            if (Candidate.of(found).isEmpty()) {
                showNone(List.of());
                return;
            }
            try {
                constraints = constraints(snapshot);
                candidates = Candidate.of(found, constraints);
            } catch (InvalidInput unusable) {
                // A choice that kept to none of the constraints would be another than the analyst asked for.
                showNone(List.of(Words.of("choice.unusable", String.join(" ", unusable.sentences()))));
                return;
            }
            budget.set(constraints.budget().orElse(snapshot.isWritable() ? NO_BUDGET : budget.get()));
            choose();
        });
    }

    private Constraints constraints(Snapshot snapshot) {
        return snapshot.constraints().stream()
                .findFirst()
                .map(document -> new ConstraintsReader(session.folders().models())
                        .read(
                                document.name(),
                                document.tree(),
                                appraisals.stream()
                                        .map(appraisal -> appraisal.basis().proposal())
                                        .toList()))
                .orElse(Constraints.NONE);
    }

    /** Shows no choice, nor one that is being made. */
    private void showNone(List<String> trouble) {
        candidates = List.of();
        latest = Optional.empty();
        asked++;
        state.set(State.without(trouble, leftOut));
    }

    private void showWithoutBudget() {
        latest = Optional.empty();
        asked++;
        String currency = appraisals.getFirst().basis().proposal().appraisal().currency();
        state.set(new State(
                candidates,
                Optional.empty(),
                constraints.leastCost(candidates),
                constraints.greatestCost(candidates),
                currency,
                LimitWords.of(candidates, constraints, currency),
                List.of(Words.of("choice.noBudget")),
                leftOut,
                false));
    }

    private static String money(Appraisal appraisal) {
        var settings = appraisal.basis().proposal().appraisal();
        return Words.of(
                "choice.money",
                settings.currency(),
                settings.priceYear().label(),
                settings.baseYear().label());
    }

    /**
     * What is to be chosen from, and within which limits.
     *
     * @param among at least one
     */
    public record Task(List<Candidate> among, Constraints limits) {

        /**
         * The best choice. May take long.
         *
         * @throws InvalidInput if nothing fits the limits
         */
        public PortfolioChoice choose() {
            return PortfolioChooser.choose(among, limits);
        }

        /** @param unused constraints that the choice does not keep to, in words */
        private State state(String currency, List<String> unused, List<String> leftOut) {
            Optional<PortfolioChoice> choice = Optional.empty();
            List<String> trouble = List.of();
            try {
                choice = Optional.of(choose());
            } catch (InvalidInput infeasible) {
                trouble = infeasible.sentences();
            }
            return new State(
                    among,
                    choice,
                    limits.leastCost(among),
                    limits.greatestCost(among),
                    currency,
                    Stream.concat(LimitWords.of(among, limits, currency).stream(), unused.stream())
                            .toList(),
                    trouble,
                    leftOut,
                    false);
        }
    }

    /** What there is to choose from now, within the budget and the limits that are set; nothing without proposals in one money. */
    public Optional<Task> task() {
        Constraints set =
                Double.isNaN(budget.get()) ? constraints.withoutBudget() : constraints.withBudget(budget.get());
        return candidates.isEmpty() || !set.limitMoney() ? Optional.empty() : Optional.of(new Task(candidates, set));
    }

    private void choose() {
        if (!candidates.isEmpty() && task().isEmpty()) {
            showWithoutBudget();
        }
        task().filter(task -> !latest.equals(Optional.of(task))).ifPresent(task -> {
            latest = Optional.of(task);
            int number = ++asked;
            String currency =
                    appraisals.getFirst().basis().proposal().appraisal().currency();
            List<String> unused = LimitWords.unused(documents);
            List<String> without = leftOut;
            longWork.run(
                    () -> number == asked ? task.state(currency, unused, without) : state.get(),
                    chosen -> {
                        if (number == asked) {
                            state.set(chosen);
                        }
                    },
                    failure -> {
                        if (number == asked) {
                            latest = Optional.empty();
                            state.set(State.without(List.of(Words.of("choice.failed")), leftOut));
                        }
                        session.failed(failure);
                    });
        });
    }

    /**
     * Takes a budget as it was typed and keeps it in the file. What is no amount changes nothing, and is said to be none in
     * {@link #budgetProblemProperty}; an empty text is no budget.
     */
    public void typeBudget(String text) {
        if (text.isBlank()) {
            confirmBudget(NO_BUDGET);
            return;
        }
        NumberParser.parse(text)
                .filter(number -> !number.percent())
                .map(NumberParser.Parsed::value)
                .ifPresentOrElse(this::confirmBudget, () -> budgetProblem.set(Words.of("choice.unreadable", text)));
    }

    /** Takes a budget that is confirmed, which is an edit of its own. */
    private void confirmBudget(double amount) {
        moveBudget(amount);
        endMove();
    }

    /** Ends the moving of the budget, so that the next move is another edit. */
    public void endMove() {
        if (session.snapshot().filter(Snapshot::isWritable).isPresent()) {
            session.finishTyping();
        }
    }

    /** Takes another budget and keeps it in the file's constraints; in a file that cannot be written, for now only. */
    public void moveBudget(double amount) {
        budgetProblem.set("");
        if (Double.compare(amount, budget.get()) == 0) {
            return;
        }
        budget.set(amount);
        session.snapshot().filter(Snapshot::isWritable).ifPresent(snapshot -> keep(snapshot, amount));
    }

    private void keep(Snapshot snapshot, double amount) {
        Optional<Document> present = snapshot.constraints().stream().findFirst();
        if (Double.isNaN(amount)) {
            present.ifPresent(
                    document -> session.edit(Words.of("choice.budgetRemoved"), List.of(document.remove("/budget"))));
            return;
        }
        JsonNode value = JsonText.number(amount);
        String said = Words.of(
                "choice.budgetEdit", Wording.here().money(amount, state.get().currency()));
        present.ifPresentOrElse(
                document -> session.type(said, document.set("/budget", value)),
                () -> session.edit(
                        said,
                        List.of(Change.added(
                                DocumentKind.CONSTRAINTS,
                                NEW_CONSTRAINTS,
                                JsonText.object()
                                        .put("format", "worthwhile-constraints/1")
                                        .set("budget", value)))));
    }

    /** The most net public cost, in the proposals' money; not a number where none is set. */
    public DoubleProperty budgetProperty() {
        return budget;
    }

    /** Why the budget that was typed last was not taken; empty when it was. */
    public ReadOnlyStringProperty budgetProblemProperty() {
        return budgetProblem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
