package org.worthwhile.desktop.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.FileKind;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.NewDataset;
import org.worthwhile.workspace.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings files into the analyst's file: all of them, or none when something is wrong with one. */
final class FileImporter {

    private static final long LARGEST_KEPT = 64L << 20;

    /** What a document is known by outside the file. */
    private record Identity(DocumentKind kind, String id) {}

    private final Workspace workspace;
    private final Folders folders;
    private final boolean keepData;
    private final IfPresent ifPresent;
    private final List<Document> replaced = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<NewDataset> datasets = new ArrayList<>();
    private final Map<Identity, Path> imported = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private FileImporter(Workspace workspace, Folders folders, boolean keepData, IfPresent ifPresent) {
        this.workspace = workspace;
        this.folders = folders;
        this.keepData = keepData;
        this.ifPresent = ifPresent;
    }

    /**
     * The documents that importing would replace by others, by their ids.
     *
     * @throws InvalidInput with every problem in any of the files
     */
    static List<Document> replaced(Workspace workspace, List<Path> files, boolean keepData, Folders folders) {
        return List.copyOf(read(workspace, files, keepData, folders, IfPresent.REPLACE).replaced);
    }

    /**
     * Imports files as one edit.
     *
     * @param keepData whether datasets of studies come into the file too, or only their fingerprints
     * @param ifPresent what is done with a document that is in the file already, by its id, and says something else
     * @throws InvalidInput with every problem in any of them; then nothing is imported
     */
    static void into(
            Workspace workspace,
            List<Path> files,
            boolean keepData,
            IfPresent ifPresent,
            Folders folders,
            String what) {
        FileImporter importer = read(workspace, files, keepData, folders, ifPresent);
        if (!importer.changes.isEmpty()) {
            workspace.apply(what, importer.changes, importer.datasets);
        }
    }

    /** Begins a new file with what is imported, which is no edit to be undone. */
    static void beginning(Workspace created, List<Path> files, Folders folders, String what) {
        FileImporter importer = read(created, files, true, folders, IfPresent.REPLACE);
        created.begin(what, importer.changes, importer.datasets);
    }

    private static FileImporter read(
            Workspace workspace, List<Path> files, boolean keepData, Folders folders, IfPresent ifPresent) {
        FileImporter importer = new FileImporter(workspace, folders, keepData, ifPresent);
        for (Path file : files) {
            try {
                importer.add(file);
            } catch (InvalidInput invalid) {
                importer.problems.addAll(invalid.problems());
            }
        }
        if (!importer.problems.isEmpty()) {
            throw new InvalidInput(importer.problems);
        }
        return importer;
    }

    private void add(Path file) {
        switch (FileKind.of(file)) {
            case EVIDENCE -> {
                var evidence = new EvidenceFile(folders.models()).read(file);
                add(file, DocumentKind.EVIDENCE, evidence.id(), EvidenceFile.tree(evidence));
            }
            case CONSTRAINTS -> addConstraints(file);
            case STUDY -> addStudy(file);
            case META_ANALYSIS ->
                throw new InvalidInput(new Problem(
                        Place.of(file.toString()),
                        "is a meta-analysis, which is combined by the command line",
                        "run worthwhile synthesise with --evidence, and import the evidence that it writes"));
            case MONITORING ->
                throw new InvalidInput(new Problem(
                        Place.of(file.toString()),
                        "is the monitoring of an approved option, which is reviewed by the command line",
                        "run worthwhile monitor"));
            case TRACK_RECORD ->
                throw new InvalidInput(
                        new Problem(
                                Place.of(file.toString()),
                                "is a track record, which is analysed by the command line",
                                "run worthwhile track-record with --format parameters, and add what it writes to the proposal"));
            case PROPOSAL -> {
                var proposal = new ProposalReader(folders.models()).read(file).value();
                add(file, DocumentKind.PROPOSAL, proposal.id(), ProposalWriter.tree(proposal));
            }
        }
    }

    private void addConstraints(Path file) {
        Optional<Path> earlier = imported.entrySet().stream()
                .filter(each -> each.getKey().kind() == DocumentKind.CONSTRAINTS)
                .map(Map.Entry::getValue)
                .findFirst();
        if (earlier.isPresent()) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    "holds constraints, as " + earlier.get() + " does, and a choice keeps to one set of them",
                    "import one of the two, with all that the choice is to keep to"));
        }
        add(file, DocumentKind.CONSTRAINTS, stem(file), JsonText.read(file));
    }

    private void addStudy(Path file) {
        var study = new StudyReader(folders.models()).read(file).study();
        ObjectNode tree = (ObjectNode) JsonText.read(file);
        Path data = file.toAbsolutePath().resolveSibling(study.data()).normalize();
        String dataName = data.getFileName().toString();
        try {
            byte[] bytes = Files.readAllBytes(data);
            boolean kept = keepData && bytes.length <= LARGEST_KEPT;
            NewDataset dataset = NewDataset.of(dataName, bytes, kept);
            ((ObjectNode) tree.get("data"))
                    .put("path", kept ? dataName : data.toString())
                    .put("sha256", dataset.dataset().sha256());
            datasets.add(dataset);
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(data.toString()), "cannot be read to its end", "check the disk, or use a copy"));
        }
        add(file, DocumentKind.STUDY, study.id(), tree);
    }

    private void add(Path file, DocumentKind kind, String id, JsonNode tree) {
        Path earlier = imported.putIfAbsent(new Identity(kind, id), file);
        if (earlier != null) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()).within("/id"),
                    "has the same id '" + id + "' as " + earlier,
                    "give each its own, or import one of the two"));
        }
        Optional<Document> present = present(kind, id);
        if (present.isEmpty()) {
            changes.add(Change.added(kind, newName(kind, id), tree));
        } else if (!JsonText.compact(present.get().tree()).equals(JsonText.compact(tree))) {
            replaced.add(present.get());
            changes.add(
                    ifPresent == IfPresent.KEEP_BOTH
                            ? beside(file, kind, id, tree)
                            : present.get().set("", tree));
        }
    }

    /** Under an id that is free. Of evidence there is one record to an id, as proposals name it by that. */
    private Change beside(Path file, DocumentKind kind, String id, JsonNode tree) {
        if (kind == DocumentKind.EVIDENCE || kind == DocumentKind.CONSTRAINTS) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    kind == DocumentKind.EVIDENCE
                            ? "has the id '" + id
                                    + "' of evidence that is in the file already, by which proposals name it"
                            : "holds constraints, as the file does already, and a choice keeps to one set of them",
                    "let it replace those in the file, or leave it out"));
        }
        List<String> taken = workspace.documents(kind).stream()
                .map(document -> document.tree().path("id").asString(document.name()))
                .toList();
        String free = Identifiers.free(id, taken);
        return Change.added(kind, newName(kind, free), ((ObjectNode) tree.deepCopy()).put("id", free));
    }

    /** Of constraints a file has one set, which has no id: a choice keeps to it as a whole. */
    private Optional<Document> present(DocumentKind kind, String id) {
        return workspace.documents(kind).stream()
                .filter(document -> kind == DocumentKind.CONSTRAINTS
                        || document.tree().path("id").asString(document.name()).equals(id))
                .findFirst();
    }

    /** The id, or one like it where the name of a file could not be made from it or would be that of another's. */
    private String newName(DocumentKind kind, String id) {
        List<String> taken = Stream.concat(
                        workspace.documents(kind).stream().map(Document::name),
                        changes.stream().filter(change -> change.kind() == kind).map(Change::name))
                .toList();
        return Identifiers.free(FileNames.portable(id), taken);
    }

    /** The file's name up to its first dot, of letters that every system allows in a name. */
    private static String stem(Path file) {
        return Identifiers.of(file.getFileName().toString().replaceFirst("\\..*", ""), "constraints");
    }
}
