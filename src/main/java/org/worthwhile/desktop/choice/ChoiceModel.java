package org.worthwhile.desktop.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.report.Wording;
import org.worthwhile.workspace.Document;

/** The best affordable choice among the proposals of the file, for a budget that is moved. */
public final class ChoiceModel {

    private static final double USUAL_SHARE = 0.5;

    private final Session session;
    private final TaskRunner longWork;
    private final DoubleProperty budget = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private List<Candidate> candidates = List.of();
    private Constraints constraints = Constraints.NONE;
    private List<Appraisal> appraisals = List.of();
    private List<Document> documents = List.of();
    private volatile int asked;

    /**
     * What the screen shows.
     *
     * @param cheapest the least that any choice can cost
     * @param dearest the budget that everything fits into
     * @param trouble why there is no choice; empty when there is
     * @param limits the constraints besides the budget, in words
     */
    public record State(
            List<Candidate> candidates,
            Optional<PortfolioChoice> choice,
            double cheapest,
            double dearest,
            String currency,
            List<String> limits,
            List<String> trouble) {
        static final State NOTHING = new State(List.of(), Optional.empty(), 0, 1, "GBP", List.of(), List.of());
    }

    public ChoiceModel(Session session, TaskRunner longWork) {
        this.session = session;
        this.longWork = longWork;
        session.whenChanged(this::refresh);
        budget.addListener((_, _, _) -> choose());
    }

    private void refresh() {
        session.snapshot().ifPresent(snapshot -> {
            List<Appraisal> found = snapshot.appraisals();
            if (found.equals(appraisals) && snapshot.constraints().equals(documents)) {
                return;
            }
            appraisals = found;
            documents = snapshot.constraints();
            List<String> monies =
                    found.stream().map(ChoiceModel::money).distinct().toList();
            if (monies.size() > 1) {
                candidates = List.of();
                state.set(new State(
                        List.of(),
                        Optional.empty(),
                        0,
                        1,
                        "GBP",
                        List.of(),
                        List.of(Words.of("choice.differentMoney", String.join("; ", monies)))));
                return;
            }
            candidates = Candidate.of(found);
            constraints = constraints(snapshot);
            if (budget.get() == 0) {
                budget.set(constraints.budget().orElse(Math.rint(Candidate.greatestCost(candidates) * USUAL_SHARE)));
            }
            choose();
        });
    }

    private Constraints constraints(Snapshot snapshot) {
        return snapshot.constraints().stream()
                .findFirst()
                .map(document -> {
                    try {
                        return new ConstraintsReader(session.folders().models())
                                .read(
                                        document.name(),
                                        document.tree(),
                                        appraisals.stream()
                                                .map(appraisal ->
                                                        appraisal.basis().proposal())
                                                .toList());
                    } catch (InvalidInput invalid) {
                        session.failed(invalid);
                        return Constraints.NONE;
                    }
                })
                .orElse(Constraints.NONE);
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

        private State state(String currency) {
            Optional<PortfolioChoice> choice = Optional.empty();
            List<String> trouble = List.of();
            try {
                choice = Optional.of(choose());
            } catch (InvalidInput infeasible) {
                trouble = infeasible.problems().stream().map(Problem::sentence).toList();
            }
            return new State(
                    among,
                    choice,
                    Candidate.leastCost(among),
                    Candidate.greatestCost(among),
                    currency,
                    words(limits, currency),
                    trouble);
        }
    }

    /** What there is to choose from now, within the budget that is set; nothing without proposals in one money. */
    public Optional<Task> task() {
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Task(candidates, constraints.withBudget(budget.get())));
    }

    private void choose() {
        task().ifPresent(task -> {
            int number = ++asked;
            String currency =
                    appraisals.getFirst().basis().proposal().appraisal().currency();
            longWork.run(
                    () -> number == asked ? task.state(currency) : state.get(),
                    chosen -> {
                        if (number == asked) {
                            state.set(chosen);
                        }
                    },
                    session::failed);
        });
    }

    private static List<String> words(Constraints limits, String currency) {
        List<String> words = new ArrayList<>();
        limits.limits()
                .forEach(limit -> words.add(
                        Words.of("choice.limit", limit.words(), Wording.here().shortMoney(limit.amount(), currency))));
        limits.minimumShares().forEach(share -> words.add(share.words()));
        limits.must().forEach(id -> words.add(Words.of("choice.must", id)));
        limits.mustNot().forEach(id -> words.add(Words.of("choice.mustNot", id)));
        limits.exclusive().forEach(ids -> words.add(Words.of("choice.exclusive", String.join(", ", ids))));
        limits.requires().forEach(pair -> words.add(Words.of("choice.requires", pair.get(0), pair.get(1))));
        return words;
    }

    /** The most net public cost, in the proposals' money. */
    public DoubleProperty budgetProperty() {
        return budget;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
