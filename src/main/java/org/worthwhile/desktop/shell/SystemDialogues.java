package org.worthwhile.desktop.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.FailureReport;
import org.worthwhile.workspace.WorkspaceFile;

/** The system's own dialogues. */
public final class SystemDialogues implements Dialogues {

    /** So many files are named; of more it is said how many there are. */
    private static final int MOST_NAMED = 10;

    private final Window owner;
    private final HostServices system;

    public SystemDialogues(Window owner, HostServices system) {
        this.owner = owner;
        this.system = system;
    }

    @Override
    public List<Path> filesToImport() {
        FileChooser chooser = chooser("command.import", "dialogue.importable", "*.json", "*.yaml", "*.yml", "*.xlsx");
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> fileToOpen() {
        return path(chooser("command.open", "dialogue.workspaces", "*" + WorkspaceFile.SUFFIX)
                .showOpenDialog(owner));
    }

    @Override
    public Optional<Path> folderToOpen(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner));
    }

    @Override
    public Optional<Path> fileToSave(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> dataset() {
        return path(chooser("attribution.data", "dialogue.datasets", "*.csv", "*.tsv", "*.txt", "*.xlsx", "*.xls")
                .showOpenDialog(owner));
    }

    @Override
    public Optional<String> text(String title, String prompt, String usual) {
        TextInputDialog dialogue = new TextInputDialog(usual);
        dialogue.initOwner(owner);
        dialogue.setTitle(title);
        dialogue.setHeaderText(title);
        dialogue.setContentText(prompt);
        dialogue.setGraphic(null);
        return dialogue.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean confirm(String title, String question, String action) {
        ButtonType act = new ButtonType(action, ButtonBar.ButtonData.OTHER);
        ButtonType cancel = new ButtonType(Words.of("conditions.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, act, cancel);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        return alert.showAndWait().filter(act::equals).isPresent();
    }

    @Override
    public IfPresent ifPresent(List<Path> present) {
        return ifPresent(
                Words.of("reports.present"),
                "reports.present.files",
                present.stream().map(file -> String.valueOf(file.getFileName())).toList());
    }

    @Override
    public IfPresent ifImported(List<String> present) {
        return ifPresent(Words.of("import.present"), "import.present.files", present);
    }

    private IfPresent ifPresent(String title, String question, List<String> present) {
        ButtonType keep = new ButtonType(Words.of("reports.keepBoth"), ButtonBar.ButtonData.OK_DONE);
        ButtonType replace = new ButtonType(Words.of("reports.replace"), ButtonBar.ButtonData.OTHER);
        ButtonType cancel = new ButtonType(Words.of("conditions.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION);
        alert.initOwner(owner);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.setContentText(Words.of(
                question, present.stream().limit(MOST_NAMED).collect(Collectors.joining("\n")), present.size()));
        alert.getButtonTypes().setAll(keep, replace, cancel);
        ButtonType chosen = alert.showAndWait().orElse(cancel);
        return chosen == keep ? IfPresent.KEEP_BOTH : chosen == replace ? IfPresent.REPLACE : IfPresent.CANCEL;
    }

    @Override
    public Leaving leaving(String file) {
        ButtonType save = new ButtonType(Words.of("command.copy"), ButtonBar.ButtonData.OK_DONE);
        ButtonType discard = new ButtonType(Words.of("leaving.discard"), ButtonBar.ButtonData.OTHER);
        ButtonType cancel = new ButtonType(Words.of("conditions.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.WARNING, Words.of("leaving.question", file), save, discard, cancel);
        alert.initOwner(owner);
        alert.setTitle(Words.of("leaving.title"));
        alert.setHeaderText(Words.of("leaving.title"));
        ButtonType chosen = alert.showAndWait().orElse(cancel);
        return chosen == save ? Leaving.SAVE_COPY : chosen == discard ? Leaving.DISCARD : Leaving.CANCEL;
    }

    @Override
    public void showFailure(FailureReport report) {
        FailureDialog.show(
                owner, report, file -> system.showDocument(file.toUri().toString()));
    }

    private static FileChooser chooser(String title, String kinds, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Words.of(title));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Words.of(kinds), endings));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
