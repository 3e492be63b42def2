package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.Failure;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Access;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.Edit;
import org.worthwhile.workspace.Recovery;
import org.worthwhile.workspace.TrailEntry;
import org.worthwhile.workspace.Workspace;
import org.worthwhile.workspace.WorkspaceFile;
import org.worthwhile.workspace.WorkspaceFolder;

/** The file that is open and what is worked out from it, used away from the screen and by one thing after another. */
final class OpenFile {

    private final Folders folders;
    private final Clock clock;
    private final Consumer<Failure> failed;
    /** Of which any thread asks whether it still stands at its path. */
    private volatile @Nullable Workspace workspace;

    private @Nullable ModelLibrary library;
    private @Nullable AppraisalCache appraising;

    /** @param failed told of proposals that the program fails on */
    OpenFile(Folders folders, Clock clock, Consumer<Failure> failed) {
        this.folders = folders;
        this.clock = clock;
        this.failed = failed;
    }

    /** Opens a file in place of the one that is open; the one that is open is read again. */
    void open(Path file) {
        Workspace open = workspace;
        if (open == null || !isSame(open.file(), file)) {
            replace(WorkspaceFile.open(file, clock));
        } else if (isDisplaced()) {
            openInItsPlace(file);
        } else {
            open.reload();
        }
    }

    /**
     * Opens what stands at the path of what is open, which has the lock of that path until it is closed. It is closed only
     * once the other is known to be readable.
     */
    private void openInItsPlace(Path file) {
        WorkspaceFile.open(file, clock).close();
        close();
        workspace = WorkspaceFile.open(file, clock);
    }

    /** Creates a file, with the samples in it or empty, and opens it. */
    void create(Path file, boolean withSamples) {
        Workspace created = WorkspaceFile.create(file, clock);
        try {
            if (withSamples) {
                FileImporter.beginning(
                        created, SampleFiles.in(folders.samples()), folders, Words.of("session.samplesAdded"));
            }
        } catch (RuntimeException | Error unreadable) {
            created.close();
            throw unreadable;
        }
        replace(created);
    }

    /** Reads an exported folder into a new file and opens it. */
    void openFolder(Path folder, Path file) {
        replace(WorkspaceFolder.read(folder, file, clock));
    }

    /**
     * Recovers what can be read of a damaged file into a new one and opens that.
     *
     * @return what is missing in it
     * @throws InvalidInput if nothing can be read
     */
    List<Problem> recover(Path damaged) {
        Recovery recovery = Recovery.of(damaged, clock)
                .orElseThrow(() -> new InvalidInput(new Problem(
                        Place.of(damaged.toString()),
                        Words.of("session.nothingRecovered"),
                        Words.of("session.useACopy"))));
        open(recovery.file());
        return recovery.missing();
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private void replace(Workspace opened) {
        close();
        workspace = opened;
    }

    void close() {
        Workspace open = workspace;
        workspace = null;
        if (open != null) {
            open.close();
        }
    }

    Workspace workspace() {
        Workspace open = workspace;
        if (open == null) {
            throw new IllegalStateException("No file is open.");
        }
        return open;
    }

    /** Whether what is open no longer stands at its path. */
    boolean isDisplaced() {
        Workspace open = workspace;
        return open != null && open.access() instanceof Access.Displaced;
    }

    /** Copies what is open to a new file and goes on with that. */
    void moveTo(Path file) {
        workspace().copyTo(file);
        open(file);
    }

    /** The state of the file, its proposals appraised. */
    Snapshot snapshot() {
        Workspace open = workspace();
        List<Document> evidence = open.documents(DocumentKind.EVIDENCE);
        boolean writable = open.access() instanceof Access.Writable;
        return new Snapshot(
                open.file(),
                open.trail(1).stream().mapToLong(TrailEntry::number).findFirst().orElse(0),
                open.changed(),
                open.access(),
                library(),
                appraising().outcomes(open.documents(DocumentKind.PROPOSAL), evidence),
                open.documents(DocumentKind.STUDY),
                evidence,
                open.documents(DocumentKind.CONSTRAINTS),
                open.nextUndo().filter(_ -> writable).map(Edit::what),
                open.nextRedo().filter(_ -> writable).map(Edit::what));
    }

    private ModelLibrary library() {
        ModelLibrary packs = library;
        if (packs == null) {
            packs = PackReader.read(folders.models(), Optional.of(folders.ownModels()));
            library = packs;
        }
        return packs;
    }

    private AppraisalCache appraising() {
        AppraisalCache present = appraising;
        if (present == null) {
            present = new AppraisalCache(folders, library(), failed);
            appraising = present;
        }
        return present;
    }
}
