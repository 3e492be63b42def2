package org.worthwhile.workspace;

import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.Problem;

/** A file with one proposal, of which one amount is edited. */
final class FallsFile {

    private static final String DELIVERY = "/options/0/costs/0/amount/annual";

    private FallsFile() {}

    static void create(Path file, int delivery) {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            workspace.apply("Added falls", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(delivery))));
        }
    }

    static Workspace open(Path file) {
        return WorkspaceFile.open(file, CLOCK);
    }

    static void setDelivery(Workspace workspace, int amount) {
        Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
        workspace.apply("Delivery " + amount, List.of(falls.set(DELIVERY, JsonText.number(amount))));
    }

    static int delivery(Workspace workspace) {
        return workspace
                .document(DocumentKind.PROPOSAL, "falls")
                .orElseThrow()
                .at(DELIVERY)
                .orElseThrow()
                .asInt();
    }

    /** What a file says when it is opened and closed again. */
    static int delivery(Path file) {
        try (Workspace workspace = open(file)) {
            return delivery(workspace);
        }
    }

    static List<String> sentences(Workspace workspace) {
        return workspace.notices().stream().map(Problem::sentence).toList();
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The file and its log as a program that is killed now would leave them. */
    static Path asAfterACrash(Path file, Path crashed) throws IOException {
        Files.copy(file, crashed);
        Files.copy(WriteAheadLog.of(file), WriteAheadLog.of(crashed));
        return crashed;
    }

    /** Waits until all that was saved is in the file itself. */
    static void awaitCheckpoint(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!WriteAheadLog.isEmpty(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The log is still there.");
            }
            Thread.sleep(20);
        }
    }
}
