package org.worthwhile.desktop.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.portfolio.PortfolioView;
import org.worthwhile.desktop.session.NewProposal;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.start.StartView;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.workspace.WorkspaceFile;
import org.worthwhile.workspace.WorkspaceFolder;

/** What can be done from every screen, asking the analyst for files and names where need be. */
public final class Actions implements StartView.Actions, PortfolioView.Actions {

    private final Session session;
    private final Preferences preferences;
    private final Dialogues dialogues;
    private final Clock clock;
    private Consumer<Screen> show = _ -> {};

    public Actions(Session session, Preferences preferences, Dialogues dialogues, Clock clock) {
        this.session = session;
        this.preferences = preferences;
        this.dialogues = dialogues;
        this.clock = clock;
        session.snapshotProperty().subscribe(state -> {
            if (state != null) {
                preferences.opened(state.file());
            }
        });
    }

    void onShow(Consumer<Screen> how) {
        show = how;
    }

    /** Opens the file that was open last, or the samples in a new file when there was none. */
    public void start() {
        Optional<Path> last = preferences.settings().recent().stream()
                .filter(Files::isRegularFile)
                .findFirst();
        last.ifPresentOrElse(session::open, this::openSamples);
    }

    /**
     * Whether the file that is open may be left: where it is nowhere but here, as the analyst decides. One who saves a copy
     * goes on with that.
     */
    public boolean mayLeave() {
        if (!session.place().isLost()) {
            return true;
        }
        session.place().look();
        return switch (dialogues.leaving(session.snapshot().map(Snapshot::title).orElse(""))) {
            case DISCARD -> true;
            case CANCEL -> false;
            case SAVE_COPY -> {
                saveCopy();
                yield false;
            }
        };
    }

    /** Opens what is dropped on the window or named when it starts: a file of the analyst, or files to import. */
    public void open(List<Path> files) {
        List<Path> imports = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(WorkspaceFile.SUFFIX)) {
                openRecent(file);
            } else {
                imports.add(file);
            }
        }
        if (!imports.isEmpty()) {
            session.importFiles(imports, false, dialogues::ifImported);
        }
    }

    @Override
    public void newFile() {
        dialogues
                .fileToSave(Words.of("command.newFile"), Words.of("start.newName") + WorkspaceFile.SUFFIX)
                .map(Actions::withSuffix)
                .filter(_ -> mayLeave())
                .ifPresent(file -> session.create(file, false));
    }

    @Override
    public void openSamples() {
        if (!mayLeave()) {
            return;
        }
        Path folder = preferences.settings().folder();
        Path file = folder.resolve(Words.of("start.sampleName") + WorkspaceFile.SUFFIX);
        if (Files.exists(file)) {
            session.open(file);
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException notWritable) {
            // Creating the file says so.
        }
        session.create(file, true);
    }

    @Override
    public void openFile() {
        dialogues.fileToOpen().ifPresent(this::openRecent);
    }

    @Override
    public void openRecent(Path file) {
        if (mayLeave()) {
            session.open(file);
        }
    }

    @Override
    public void openFolder() {
        dialogues
                .folderToOpen(Words.of("command.openFolder"))
                .ifPresent(folder -> dialogues
                        .fileToSave(Words.of("command.newFile"), folder.getFileName() + WorkspaceFile.SUFFIX)
                        .map(Actions::withSuffix)
                        .filter(_ -> mayLeave())
                        .ifPresent(file -> session.openFolder(folder, file)));
    }

    @Override
    public void newProposal() {
        session.snapshot().filter(Snapshot::isWritable).ifPresent(state -> {
            NewProposal proposal = NewProposal.among(state.outcomes(), state.library(), clock);
            session.edit(Words.of("portfolio.added", proposal.title()), List.of(proposal.change()));
            session.selectedProperty().set(proposal.name());
            show.accept(Screen.PROPOSAL);
        });
    }

    @Override
    public void importFiles() {
        List<Path> files = session.readOnly().get() ? List.of() : dialogues.filesToImport();
        if (!files.isEmpty()) {
            open(files);
        }
    }

    @Override
    public void writeTemplate() {
        dialogues
                .fileToSave(Words.of("command.template"), "proposal.xlsx")
                .ifPresent(file -> session.ask(
                        Words.of("command.template"),
                        _ -> {
                            Path models = session.folders().models();
                            var example = new ProposalReader(models)
                                    .read(models.resolve("templates").resolve("worked-example.proposal.json"))
                                    .value();
                            AtomicFile.write(file, out -> TemplateWriter.write(example, out));
                            return file;
                        },
                        written -> session.say(Words.of("reports.wrote", written))));
    }

    /** Saves a copy, and goes on with that where the file itself was deleted or replaced. */
    void saveCopy() {
        dialogues
                .fileToSave(Words.of("command.copy"), Words.of("start.newName") + WorkspaceFile.SUFFIX)
                .map(Actions::withSuffix)
                .ifPresent(this::saveCopy);
    }

    private void saveCopy(Path file) {
        if (session.place().isLost()) {
            session.place().moveTo(file);
            return;
        }
        session.ask(
                Words.of("command.copy"),
                workspace -> {
                    workspace.copyTo(file);
                    return file;
                },
                written -> session.say(Words.of("reports.wrote", written)));
    }

    void exportFolder() {
        dialogues
                .folderToOpen(Words.of("command.exportFolder"))
                .ifPresent(chosen -> session.ask(
                        Words.of("command.exportFolder"),
                        workspace -> {
                            Path folder = WorkspaceFolder.placeIn(chosen, workspace.file());
                            workspace.exportTo(folder);
                            return folder;
                        },
                        written -> session.say(Words.of("reports.wrote", written))));
    }

    /** Keeps the documents as they are under a name that the analyst gives. */
    public void saveVersion() {
        if (session.readOnly().get()) {
            return;
        }
        dialogues
                .text(Words.of("command.version"), Words.of("audit.versionName"), "")
                .ifPresent(name -> session.ask(
                        Words.of("command.version"),
                        workspace -> workspace.versions().save(name),
                        version -> {
                            session.say(Words.of("audit.versionSaved", version.name()));
                            session.refresh();
                        }));
    }

    @Override
    public ObservableBooleanValue readOnly() {
        return session.readOnly();
    }

    @Override
    public void showResults() {
        show.accept(Screen.RESULTS);
    }

    @Override
    public void editProposal() {
        show.accept(Screen.PROPOSAL);
    }

    private static Path withSuffix(Path file) {
        return file.toString().endsWith(WorkspaceFile.SUFFIX)
                ? file
                : file.resolveSibling(file.getFileName() + WorkspaceFile.SUFFIX);
    }
}
