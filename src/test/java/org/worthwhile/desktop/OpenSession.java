package org.worthwhile.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.samples.Samples;

/** A session without a window, in which everything is done at once. */
public final class OpenSession {

    private OpenSession() {}

    public static Session empty(Path folder) {
        Session session = new Session(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER),
                TaskRunner.none(),
                TestClient.CLOCK);
        session.create(folder.resolve("case.worthwhile"), false);
        return session;
    }

    /** With one sample proposal, selected. */
    public static Session with(Path folder, String sample) {
        Session session = empty(folder);
        session.importFiles(List.of(Samples.FOLDER.resolve(sample + ".proposal.json")), false);
        session.selectedProperty().set(sample);
        return session;
    }

    public static Session withSamples(Path folder) {
        return withSamples(folder, TestClient.CLOCK);
    }

    public static Session withSamples(Path folder, Clock clock) {
        Session session = new Session(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER), TaskRunner.none(), clock);
        session.create(folder.resolve("samples.worthwhile"), true);
        return session;
    }

    /** The appraisal of the selected proposal. */
    public static Appraisal appraisal(Session session) {
        return ((Outcome.Appraised) session.selected().orElseThrow()).appraisal();
    }

    /** What is wrong with the selected proposal. */
    public static List<String> problems(Session session) {
        return session.selected().orElseThrow() instanceof Outcome.Wrong wrong
                ? wrong.problems().stream().map(problem -> problem.sentence()).toList()
                : List.of();
    }
}
