package org.worthwhile.desktop.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.FileKind;
import org.worthwhile.exchange.Fingerprint;
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
import org.worthwhile.workspace.StoredDataset;
import org.worthwhile.workspace.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings files into the analyst's file: all of them, or none when something is wrong with one. */
final class FileImporter {

    private static final long LARGEST_KEPT = 64L << 20;

    /** A dataset beside a study. */
    private record Data(StoredDataset dataset, Optional<byte[]> content) {}

    private final Folders folders;
    private final boolean keepData;
    private final List<Change> changes = new ArrayList<>();
    private final List<Data> datasets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private FileImporter(Folders folders, boolean keepData) {
        this.folders = folders;
        this.keepData = keepData;
    }

    /**
     * Imports files.
     *
     * @param keepData whether datasets of studies come into the file too, or only their fingerprints
     * @throws InvalidInput with every problem in any of them; then nothing is imported
     */
    static void into(Workspace workspace, List<Path> files, boolean keepData, Folders folders, String what) {
        FileImporter importing = new FileImporter(folders, keepData);
        for (Path file : files) {
            try {
                importing.add(workspace, file);
            } catch (InvalidInput invalid) {
                importing.problems.addAll(invalid.problems());
            }
        }
        if (!importing.problems.isEmpty()) {
            throw new InvalidInput(importing.problems);
        }
        if (!importing.changes.isEmpty()) {
            workspace.apply(what, importing.changes);
            importing.datasets.forEach(data -> workspace.resultStore().keep(data.dataset(), data.content()));
        }
    }

    private void add(Workspace workspace, Path file) {
        switch (FileKind.of(file)) {
            case EVIDENCE -> {
                var evidence = new EvidenceFile(folders.models()).read(file);
                add(workspace, DocumentKind.EVIDENCE, evidence.id(), EvidenceFile.tree(evidence));
            }
            case CONSTRAINTS -> add(workspace, DocumentKind.CONSTRAINTS, stem(file), JsonText.read(file));
            case STUDY -> addStudy(workspace, file);
            case PROPOSAL -> {
                var proposal = new ProposalReader(folders.models()).read(file).value();
                add(workspace, DocumentKind.PROPOSAL, proposal.id(), ProposalWriter.tree(proposal));
            }
        }
    }

    private void addStudy(Workspace workspace, Path file) {
        var study = new StudyReader(folders.models()).read(file).study();
        ObjectNode tree = (ObjectNode) JsonText.read(file);
        Path data = file.toAbsolutePath().resolveSibling(study.data()).normalize();
        String dataName = data.getFileName().toString();
        ((ObjectNode) tree.get("data")).put("path", keepData ? dataName : data.toString());
        try {
            byte[] bytes = Files.readAllBytes(data);
            boolean kept = keepData && bytes.length <= LARGEST_KEPT;
            datasets.add(new Data(
                    new StoredDataset(dataName, Fingerprint.of(bytes), bytes.length, kept),
                    kept ? Optional.of(bytes) : Optional.empty()));
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(data.toString()), "cannot be read to its end", "check the disk, or use a copy"));
        }
        add(workspace, DocumentKind.STUDY, study.id(), tree);
    }

    private void add(Workspace workspace, DocumentKind kind, String name, JsonNode tree) {
        Optional<Document> present = workspace.document(kind, name);
        changes.add(present.map(document -> document.set("", tree)).orElseGet(() -> Change.added(kind, name, tree)));
    }

    /** The file's name up to its first dot, of letters that every system allows in a name. */
    private static String stem(Path file) {
        String stem = file.getFileName().toString().replaceFirst("\\..*", "").replaceAll("[^A-Za-z0-9_-]+", "-");
        return stem.isEmpty() ? "constraints" : stem;
    }
}
