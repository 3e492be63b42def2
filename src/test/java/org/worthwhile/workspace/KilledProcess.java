package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.samples.Samples;

/** Kills a process that edits a file, again and again, and looks whether anything it acknowledged is missing. */
final class KilledProcess {

    private static final int LONGEST_MILLISECONDS = 120;

    private KilledProcess() {}

    static void losesNoAcknowledgedEdit(Path file, int times, long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            workspace.apply("Added", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(1))));
        }
        for (int time = 0; time < times; time++) {
            int acknowledged = acknowledgedBeforeTheKill(file, random.nextInt(LONGEST_MILLISECONDS));
            try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
                assertThat(workspace.access()).isInstanceOf(Access.Writable.class);
                assertThat(workspace.database().text("PRAGMA integrity_check")).isEqualTo("ok");
                Document document =
                        workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
                assertThat(document.tree().path("counter").asInt(0)).isGreaterThanOrEqualTo(acknowledged);
                assertThat(workspace.nextUndo())
                        .map(Edit::what)
                        .contains("Edit " + document.tree().path("counter"));
            }
        }
        theClientOpens(file);
    }

    /** The client opens what the killed processes left, and can undo their last edit. */
    private static void theClientOpens(Path file) {
        Session session = new Session(
                new Folders(Samples.MODELS, file.resolveSibling("no-models"), Samples.FOLDER),
                TaskRunner.none(),
                CLOCK);
        session.open(file);
        assertThat(session.problems()).isEmpty();
        assertThat(session.snapshot()).hasValueSatisfying(state -> {
            assertThat(state.isWritable()).isTrue();
            assertThat(state.outcomes()).hasSize(1);
            assertThat(state.undo()).isPresent();
        });
        session.undo();
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    private static int acknowledgedBeforeTheKill(Path file, int milliseconds) throws IOException, InterruptedException {
        Process process = ChildProcess.start(EditStream.class, file.toString());
        int last = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            last = Integer.parseInt(lines.readLine());
            Thread.sleep(milliseconds);
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    last = Math.max(last, Integer.parseInt(line));
                }
            }
        }
        process.waitFor();
        return last;
    }
}
