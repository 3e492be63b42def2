package org.worthwhile.desktop.session;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.exchange.AttachedData;
import org.worthwhile.exchange.DatasetFormat;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.problem.Place;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.report.Software;
import org.worthwhile.workspace.Datasets;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.Workspace;

/** Studies of the open file with their data, and what they have found since the window was opened. */
public final class Studies {

    private final Session session;
    private final TaskRunner longWork;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What was found, and the study as it was then. */
    private record Answer(Document study, Attribution found) {}

    public Studies(Session session, TaskRunner longWork) {
        this.session = session;
        this.longWork = longWork;
    }

    /** Finds a study's data in the file or where it says, then works on them away from both the screen and the file. */
    public <T> void withData(
            Document study, Function<AttachedData, T> work, Consumer<T> done, Consumer<Throwable> failed) {
        session.look(
                workspace -> data(workspace, study),
                data -> longWork.run(() -> work.apply(data), done, failed),
                failed);
    }

    /** The data that a study names. */
    public static AttachedData data(Workspace workspace, Document study) {
        Optional<String> fingerprint = workspace.datasets().fingerprint(study);
        return new AttachedData(
                study.tree().at(Datasets.NAME).asString(""),
                workspace.file(),
                fingerprint,
                fingerprint.flatMap(workspace.datasets()::content),
                DatasetFormat.of(study.tree(), pointer -> new Place(study.name(), pointer, 0)));
    }

    /**
     * A study with its data.
     *
     * @throws org.worthwhile.problem.InvalidInput if the two do not fit
     */
    public StudyCase studyCase(Document document, Dataset dataset) {
        Located<Study> study = new StudyReader(session.folders().models()).read(document.name(), document.tree());
        return new StudyCase(study.value(), dataset, study.places());
    }

    /** What a study found, where it was answered as it is now. */
    public Optional<Attribution> answer(Document study) {
        return Optional.ofNullable(answers.get(study.name()))
                .filter(answer -> answer.study().equals(study))
                .map(Answer::found);
    }

    /**
     * Answers a study, if it was not answered before. Takes long.
     *
     * @throws org.worthwhile.problem.InvalidInput if it has no answer
     */
    public Attribution answer(Document study, AttachedData data) {
        return answer(study).orElseGet(() -> Attributor.attribute(studyCase(study, data.read())));
    }

    /** Remembers what a study found, and keeps it in the file with what it came from. */
    public void found(Document study, Attribution found) {
        boolean isNew = answer(study).isEmpty();
        answers.put(study.name(), new Answer(study, found));
        if (isNew && session.snapshot().map(Snapshot::isWritable).orElse(false)) {
            session.look(
                    workspace -> {
                        keep(workspace, study, found);
                        return true;
                    },
                    _ -> {});
        }
    }

    private static void keep(Workspace workspace, Document study, Attribution found) {
        String inputs = JsonText.of(study.tree()) + found.basis().dataset().sha256();
        workspace
                .resultStore()
                .keep(
                        DocumentKind.STUDY,
                        study.name(),
                        Fingerprint.of(inputs.getBytes(StandardCharsets.UTF_8)),
                        Software.NAME_AND_VERSION,
                        AttributionJson.text(found));
    }
}
