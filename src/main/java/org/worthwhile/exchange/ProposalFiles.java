package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
        List<AppraisalCase> cases = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Proposal> read = new ArrayList<>();
        Map<List<Path>, EvidenceRecords> records = new HashMap<>();
        for (Path file : files) {
            try {
                ProposalReading own = proposals.reading(file);
                ProposalReading proposal = framework.map(own::withFramework).orElse(own);
                proposal.sound().ifPresent(located -> read.add(located.value()));
                cases.add(records.computeIfAbsent(folders(file, evidenceFolders), evidence::readAll)
                        .resolve(proposal, library));
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
        }
        records.values().stream()
                .flatMap(each -> each.besides(read).stream())
                .distinct()
                .forEach(warned);
        requireNone(problems);
        requireDistinctIds(cases, files);
        return cases;
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
