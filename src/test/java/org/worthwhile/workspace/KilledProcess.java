package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.samples.Samples;

/** Kills a process that edits a file, again and again, and looks whether anything it acknowledged is missing. */
final class KilledProcess {

    private static final int LONGEST_MILLISECONDS = 60;

    private final ChildProcess children;
    private final SplittableRandom random;
    private int acknowledged;

    private KilledProcess(ChildProcess children, SplittableRandom random) {
        this.children = children;
        this.random = random;
    }

    /**
     * Kills processes that edit a file, each in the middle of its edits.
     *
     * @return how many edits were acknowledged
     */
    static int losesNoAcknowledgedEdit(Path file, ChildProcess children, int times, long seed)
            throws IOException, InterruptedException {
        KilledProcess killed = new KilledProcess(children, new SplittableRandom(seed));
        FallsFile.create(file, 1);
        assertThat(children.run(EditStream.class, file.toString(), "2").waitFor())
                .isZero();
        for (int time = 0; time < times; time++) {
            killed.acknowledged = Math.max(killed.acknowledged, killed.killOnce(file));
            try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
                killed.judge(workspace);
            }
        }
        theClientOpens(file);
        return killed.acknowledged;
    }

    private void judge(Workspace workspace) {
        assertThat(workspace.access()).isInstanceOf(Access.Writable.class);
        assertThat(workspace.notices()).isEmpty();
        Document document = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
        assertThat(document.tree().path("counter").asInt(0)).isGreaterThanOrEqualTo(acknowledged);
        assertThat(workspace.nextUndo())
                .map(Edit::what)
                .contains("Edit " + document.tree().path("counter"));
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

    private int killOnce(Path file) throws IOException, InterruptedException {
        Process process = children.run(EditStream.class, file.toString(), String.valueOf(Integer.MAX_VALUE));
        int last;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            last = Integer.parseInt(lines.readLine());
            Thread.sleep(random.nextInt(LONGEST_MILLISECONDS));
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.isEmpty() ? last : Integer.parseInt(line);
            }
        }
        process.waitFor();
        return last;
    }
}
