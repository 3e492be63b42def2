package org.worthwhile.desktop.attribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Datasets;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.NewDataset;
import org.worthwhile.workspace.StoredDataset;
import tools.jackson.databind.node.ObjectNode;

/** A study that begins from a dataset. */
record NewStudy(Path file, DataSummary summary, NewDataset data) {

    /**
     * Reads the dataset.
     *
     * @throws InvalidInput if it cannot be used
     */
    static NewStudy of(Path file, boolean keepData) {
        DataSummary summary = DataSummary.of(DatasetReader.read(file, file.toString()));
        return new NewStudy(file, summary, NewDataset.of(file.getFileName().toString(), bytes(file), keepData));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()), "cannot be read to its end", "check the disk, or use a copy"));
        }
    }

    /** The changes by which a study is of this dataset and no longer of the one that it was made with. */
    List<Change> into(Document study) {
        return List.of(
                study.set(Datasets.NAME, JsonText.string(path())),
                study.set(Datasets.FINGERPRINT, JsonText.string(data.dataset().sha256())));
    }

    private String path() {
        StoredDataset dataset = data.dataset();
        return dataset.kept() ? dataset.name() : file.toAbsolutePath().toString();
    }

    /** The change that adds the study, its columns guessed where the data tell. */
    Change change(List<Document> others) {
        String name = name(others);
        ObjectNode tree = JsonText.object()
                .put("format", "worthwhile-study/1")
                .put("id", name)
                .put("title", Words.of("attribution.newTitle", file.getFileName()))
                .put("question", "");
        tree.putObject("data").put("path", path()).put("sha256", data.dataset().sha256());
        tree.put("design", "observational");
        ObjectNode columns = tree.putObject("columns");
        columns.put("outcome", outcome());
        summary.panel().ifPresent(panel -> columns.put("unit", panel.unit()).put("time", panel.time()));
        return Change.added(DocumentKind.STUDY, name, tree);
    }

    /** The file's name as an id that no other study has. */
    private String name(List<Document> others) {
        String stem = file.getFileName().toString().replaceFirst("\\..*", "");
        return Identifiers.free(
                Identifiers.of(stem, "study"),
                others.stream().map(Document::name).toList());
    }

    /** The last column of numbers that is no time and no yes or no: a guess to begin with. */
    private String outcome() {
        Optional<String> time = summary.panel().map(DataSummary.PanelShape::time);
        return summary.columns().stream()
                .filter(column ->
                        column.type() == DataSummary.Type.NUMBERS || column.type() == DataSummary.Type.WHOLE_NUMBERS)
                .map(DataSummary.ColumnSummary::name)
                .filter(name -> !time.equals(Optional.of(name)))
                .reduce((_, last) -> last)
                .orElse(summary.columns().getLast().name());
    }
}
