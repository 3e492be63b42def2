package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;

/** Loads proposals with all that they refer to: model packs, and evidence beside them or in folders that are named. */
public final class ProposalFiles {

    private final ModelLibrary library;
    private final ProposalReader proposals;
    private final EvidenceFile evidence;
    private final Consumer<Problem> warned;

    /** @param models the folder of model packs */
    public ProposalFiles(Path models) {
        this(models, PackReader.read(models));
    }

    /**
     * Loads with packs that were read before.
     *
     * @param models the folder that holds the schemas
     */
    public ProposalFiles(Path models, ModelLibrary library) {
        this(models, library, _ -> {});
    }

    /**
     * Loads with packs that were read before.
     *
     * @param models the folder that holds the schemas
     * @param warned told of what is wrong with evidence that no proposal names
     */
    public ProposalFiles(Path models, ModelLibrary library, Consumer<Problem> warned) {
        this.library = library;
        this.warned = warned;
        this.proposals = new ProposalReader(models);
        this.evidence = new EvidenceFile(models);
    }

    /**
     * Loads proposals ready to be appraised.
     *
     * @param evidenceFolders searched after each proposal's own folder, the last one winning
     * @param framework appraises them under another framework than their own
     * @throws InvalidInput with every problem found in any of them
     */
    public List<AppraisalCase> load(List<Path> files, List<Path> evidenceFolders, Optional<String> framework) {
        Map<List<Path>, EvidenceRecords> records = new ConcurrentHashMap<>();
        // Each file for itself and told in their order, so that the number of threads is of no consequence.
        List<Loaded> loaded = files.parallelStream()
                .map(file -> load(
                        file,
                        framework,
                        () -> records.computeIfAbsent(folders(file, evidenceFolders), evidence::readAll)))
                .toList();
        List<Proposal> read =
                loaded.stream().flatMap(one -> one.proposal.stream()).toList();
        files.stream()
                .map(file -> folders(file, evidenceFolders))
                .distinct()
                .flatMap(folders -> Optional.ofNullable(records.get(folders)).stream())
                .flatMap(each -> each.besides(read).stream())
                .distinct()
                .forEach(warned);
        requireNone(loaded.stream().flatMap(one -> one.problems.stream()).toList());
        List<AppraisalCase> cases =
                loaded.stream().flatMap(one -> one.resolved.stream()).toList();
        requireDistinctIds(cases, files);
        return cases;
    }

    /**
     * What came of a file. The places of its values are not kept.
     *
     * @param proposal empty where it cannot be read
     * @param resolved empty where something that it refers to is not there
     * @param problems none where it is resolved
     */
    private record Loaded(Optional<Proposal> proposal, Optional<AppraisalCase> resolved, List<Problem> problems) {}

    private Loaded load(Path file, Optional<String> framework, Supplier<EvidenceRecords> records) {
        Optional<Proposal> proposal = Optional.empty();
        try {
            Located<Proposal> located = proposals.read(file);
            Proposal used = framework.map(located.value()::withFramework).orElse(located.value());
            proposal = Optional.of(used);
            AppraisalCase resolved = records.get().resolve(new Located<>(used, located.places()), library);
            return new Loaded(proposal, Optional.of(resolved), List.of());
        } catch (InvalidInput invalid) {
            return new Loaded(proposal, Optional.empty(), invalid.problems());
        }
    }

    /** The folders whose evidence a proposal may name. */
    private static List<Path> folders(Path file, List<Path> evidenceFolders) {
        return Stream.concat(Stream.of(file.toAbsolutePath().getParent()), evidenceFolders.stream())
                .map(Path::toAbsolutePath)
                .toList();
    }

    private static void requireDistinctIds(List<AppraisalCase> cases, List<Path> files) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> seen = new HashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String id = cases.get(i).proposal().id();
            Path earlier = seen.putIfAbsent(id, files.get(i));
            if (earlier != null) {
                problems.add(new Problem(
                        Place.of(files.get(i).toString()).within("/id"),
                        "has the same id '" + id + "' as " + earlier,
                        "give each proposal its own"));
            }
        }
        requireNone(problems);
    }

    private static void requireNone(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
