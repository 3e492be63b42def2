package org.worthwhile.desktop.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Design;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.StoredResult;

/** Studies without a window: data, roles, advice, a finding, and the way of the finding into a proposal. */
class AttributionModelTest {

    private static final int LONGEST_SECONDS = 20;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @TempDir
    private Path folder;

    private static void choose(AttributionModel model, String study) {
        model.selectedProperty().set(study);
        assertThat(model.loadedProperty().get().trouble()).isEmpty();
    }

    @Test
    void theDataOfASampleStudyAreInTheFileAndSummarised() {
        Session session = OpenSession.withSamples(folder);
        AttributionModel model = model(session, TaskRunner.none());
        choose(model, "falls-programme");
        var summary = model.loadedProperty().get().summary().orElseThrow();
        assertThat(summary.rows()).isEqualTo(60 * 18);
        assertThat(model.loadedProperty().get().advice().orElseThrow().recommended())
                .contains(Design.DIFFERENCE_IN_DIFFERENCES);
        session.close();
    }

    @Test
    void aFindingSentToAProposalChangesItsAppraisalAndUndoBringsItBack() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        AttributionModel model = model(session, TaskRunner.none());
        choose(model, "falls-programme");
        model.run();
        Attribution found = Objects.requireNonNull(model.foundProperty().get());
        EffectTarget target = EffectTarget.all(session.snapshot().orElseThrow()).stream()
                .filter(each -> each.optionTitle().startsWith("Community")
                        && each.impactTitle().contains("call-outs"))
                .findFirst()
                .orElseThrow();
        double before = OpenSession.appraisal(session).options().get(2).npsv();
        model.send(target, -0.001, TODAY);
        assertThat(OpenSession.problems(session)).isEmpty();
        double after = OpenSession.appraisal(session).options().get(2).npsv();
        assertThat(after).isNotEqualTo(before);
        assertThat(OpenSession.appraisal(session)
                        .basis()
                        .evidence("falls-programme")
                        .estimate())
                .isEqualTo(found.estimate());
        session.undo();
        assertThat(OpenSession.appraisal(session).options().get(2).npsv()).isEqualTo(before);
        session.close();
    }

    @Test
    void anAnswerIsKeptWithTheFingerprintOfWhatItCameFrom() {
        Session session = OpenSession.withSamples(folder);
        AttributionModel model = model(session, TaskRunner.none());
        choose(model, "reminder-letters");
        model.run();
        session.look(
                workspace -> workspace.resultStore().results(),
                results -> assertThat(results).singleElement().satisfies((StoredResult result) -> {
                    assertThat(result.name()).isEqualTo("reminder-letters");
                    assertThat(result.inputsSha256()).hasSize(64);
                    assertThat(result.text()).contains("\"estimate\"");
                }));
        session.close();
    }

    @Test
    void aStudyBegunFromDataGetsItsRolesAndDesignByChoice() {
        Session session = OpenSession.empty(folder);
        AttributionModel model = model(session, TaskRunner.none());
        model.begin(Samples.FOLDER.resolve("reminder-letters.csv"), true);
        assertThat(session.problems()).isEmpty();
        assertThat(model.selectedProperty().get()).isEqualTo("reminder-letters");
        List<String> columns = model.loadedProperty().get().summary().orElseThrow().columns().stream()
                .map(column -> column.name())
                .toList();
        assertThat(columns).contains("paid", "letter");
        model.setRole(RoleField.OUTCOME, List.of("paid"));
        model.addRole(RoleField.TREATMENT, "letter");
        model.chooseDesign(Design.RANDOMISED_TRIAL);
        model.run();
        assertThat(session.problems()).isEmpty();
        assertThat(Objects.requireNonNull(model.foundProperty().get())
                        .basis()
                        .study()
                        .design())
                .isEqualTo(Design.RANDOMISED_TRIAL);
        model.setRole(RoleField.TREATMENT, List.of());
        assertThat(model.foundProperty().get()).as("the study changed").isNull();
        session.close();
    }

    /** As in a window, where the screen is told of an edit after it was asked for. */
    @Test
    void aStudyThatIsBegunAmongOthersIsTheOneThatIsShown() {
        Deque<Runnable> later = new ArrayDeque<>();
        TaskRunner queued = new TaskRunner(later::add, Runnable::run);
        Session session = new Session(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER), queued, TestClient.CLOCK);
        session.create(folder.resolve("samples.worthwhile"), true);
        AttributionModel model = model(session, queued);
        finish(later);
        List<String> before = names(session);
        assertThat(model.selectedProperty().get()).isEqualTo(before.getFirst());

        model.begin(Samples.FOLDER.resolve("reminder-letters.csv"), true);
        finish(later);

        assertThat(names(session)).hasSize(before.size() + 1);
        assertThat(names(session)).contains(model.selectedProperty().get());
        assertThat(before).doesNotContain(model.selectedProperty().get());
        session.close();
        finish(later);
    }

    private static List<String> names(Session session) {
        return session.snapshot().orElseThrow().studies().stream()
                .map(study -> study.name())
                .toList();
    }

    private static void finish(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
    }

    @Test
    void aStudyThatWasStoppedLeavesNoAnswer() {
        Session session = OpenSession.withSamples(folder);
        Deque<Runnable> later = new ArrayDeque<>();
        AttributionModel model = model(session, new TaskRunner(later::add, Runnable::run));
        later.removeFirst().run();
        model.run();
        assertThat(model.runningProperty().get()).isTrue();
        model.stop();
        later.removeFirst().run();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.foundProperty().get()).isNull();
        session.close();
    }

    /** Answering takes minutes: each of its 100,000 placebo draws is a synthetic control. */
    @Test
    void aStudyThatIsStoppedMidwayEndsThere() throws Exception {
        Session session = OpenSession.withSamples(folder);
        var study = session.snapshot().orElseThrow().studies().stream()
                .filter(each -> each.name().equals("speed-limit"))
                .findFirst()
                .orElseThrow();
        session.edit("More draws", List.of(study.set("/options/draws", JsonText.number(100_000))));
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            Deque<Runnable> screen = new ConcurrentLinkedDeque<>();
            AttributionModel model = model(session, new TaskRunner(worker, screen::add));
            model.selectedProperty().set("speed-limit");
            worker.submit(() -> {}).get();
            model.run();
            Thread.sleep(300);
            model.stop();
            worker.submit(() -> {}).get(LONGEST_SECONDS, TimeUnit.SECONDS);
            screen.forEach(Runnable::run);
            assertThat(model.runningProperty().get()).isFalse();
            assertThat(model.foundProperty().get()).isNull();
            assertThat(session.problems()).isEmpty();
        }
        session.close();
    }

    @Test
    void dataThatAreNotThereAnyMoreAreTold() {
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(Samples.FOLDER.resolve("reminder-letters.study.json")), false);
        AttributionModel model = model(session, TaskRunner.none());
        assertThat(model.loadedProperty().get().trouble()).isEmpty();
        var study = session.snapshot().orElseThrow().studies().getFirst();
        session.edit("Moved", List.of(study.set("/data/path", JsonText.string("gone.csv"))));
        assertThat(model.loadedProperty().get().trouble())
                .containsExactly("gone.csv: there is no such file; check the name and the folder.");
        session.close();
    }

    private static List<String> trouble(AttributionModel model) {
        return model.loadedProperty().get().trouble();
    }

    @Test
    void dataThatWereCorrectedAreTakenInOnceTheAnalystSaysSoAndTheAuditTrailHasIt() throws IOException {
        Path file = Files.writeString(folder.resolve("pupils.csv"), csv("abc"));
        Session session = OpenSession.empty(folder);
        AttributionModel model = model(session, TaskRunner.none());
        model.begin(file, false);
        model.setRole(RoleField.OUTCOME, List.of("score"));
        model.setRole(RoleField.TREATMENT, List.of("tutored"));
        assertThat(trouble(model))
                .singleElement()
                .asString()
                .contains("row 4 of the data has 'abc' in the column 'score'");

        Files.writeString(file, csv("7"));
        model.readAgain();
        assertThat(trouble(model))
                .singleElement()
                .asString()
                .contains("pupils.csv have changed since the study was made", "Take the changed data");
        Path changed = model.loadedProperty().get().changed().orElseThrow();
        model.takeData(changed);

        assertThat(session.problems()).isEmpty();
        assertThat(trouble(model)).isEmpty();
        assertThat(model.loadedProperty().get().changed()).isEmpty();
        assertThat(model.loadedProperty().get().advice()).isPresent();
        session.look(
                workspace -> workspace.trail(1),
                trail -> assertThat(trail)
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.what())
                                .isEqualTo("Took the data of pupils.csv as they now are into “Study of pupils.csv”")));
        session.undo();
        assertThat(model.loadedProperty().get().changed()).as("undone").isPresent();
        session.close();
    }

    private static String csv(String strange) {
        StringBuilder rows = new StringBuilder("pupil,score,tutored\n");
        for (int row = 1; row <= 40; row++) {
            rows.append(row)
                    .append(',')
                    .append(row == 4 ? strange : row * 1.5)
                    .append(',')
                    .append(row % 2)
                    .append('\n');
        }
        return rows.toString();
    }

    @Test
    void rolesOfNumbersThatAreGivenToTextsDoNotFit() throws IOException {
        Path file = Files.writeString(
                folder.resolve("towns.csv"), "town,score,zone\nYork,5,1\nHull,7,0\nLeeds,6,1\nBath,4,0\n");
        Session session = OpenSession.empty(folder);
        AttributionModel model = model(session, TaskRunner.none());
        model.begin(file, false);
        model.setRole(RoleField.TREATMENT, List.of("zone"));
        model.setRole(RoleField.OUTCOME, List.of("town"));
        assertThat(trouble(model))
                .singleElement()
                .asString()
                .contains("the column 'town' holds texts such as 'York' (row 1 of the data) where numbers are needed");
        assertThat(model.loadedProperty().get().advice()).isEmpty();
        model.setRole(RoleField.OUTCOME, List.of("score"));
        assertThat(trouble(model)).isEmpty();
        session.close();
    }

    @Test
    void studiesAreRemovedAndRenamedByEditsAndThoseOfOneTitleAreToldApart() {
        Session session = OpenSession.empty(folder);
        AttributionModel model = model(session, TaskRunner.none());
        Path file = Samples.FOLDER.resolve("reminder-letters.csv");
        model.begin(file, false);
        model.begin(file, false);
        var both = session.snapshot().orElseThrow().studies();
        assertThat(both.stream().map(study -> StudyDraft.distinctTitle(study, both)))
                .containsExactly(
                        "Study of reminder-letters.csv (reminder-letters)",
                        "Study of reminder-letters.csv (reminder-letters-2)");
        model.rename("Second wave");
        var renamed = session.snapshot().orElseThrow().studies();
        assertThat(renamed.stream().map(study -> StudyDraft.distinctTitle(study, renamed)))
                .containsExactly("Study of reminder-letters.csv", "Second wave");
        model.remove();
        assertThat(names(session)).containsExactly("reminder-letters");
        assertThat(model.selectedProperty().get()).isEqualTo("reminder-letters");
        session.look(
                workspace -> workspace.trail(1),
                trail -> assertThat(trail.getFirst().what()).isEqualTo("Removed the study “Second wave”"));
        session.undo();
        assertThat(names(session)).containsExactly("reminder-letters", "reminder-letters-2");
        session.close();
    }

    private static AttributionModel model(Session session, TaskRunner longWork) {
        return new AttributionModel(session, new Studies(session, longWork), longWork);
    }
}
