package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The proposals that a command is about, and the evidence on which they rest. */
final class ProposalOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Proposals, JSON, YAML or Excel, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposals' own; may be repeated.")
    private List<Path> evidence = new ArrayList<>();

    /** The files, those in folders too. */
    List<Path> files() {
        return paths.stream().flatMap(ProposalOptions::files).toList();
    }

    /** The folders of evidence. */
    List<Path> evidence() {
        return List.copyOf(evidence);
    }

    /** Reads the files for appraisal. */
    List<AppraisalCase> cases(Progress progress) {
        return cases(Optional.empty(), progress);
    }

    /** Reads the files for appraisal under a framework instead of their own, if one is given. */
    List<AppraisalCase> cases(Optional<String> framework, Progress progress) {
        List<Path> files = files();
        progress.doing("Reading " + (files.size() == 1 ? files.getFirst() : files.size() + " proposals"));
        return Home.cases(files, evidence, framework);
    }

    /** A file itself, or the proposals of a folder by name. */
    static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> proposals = files.filter(
                            file -> file.getFileName().toString().matches(".*\\.proposal\\.(json|ya?ml)|.*\\.xlsx"))
                    .sorted()
                    .toList();
            if (proposals.isEmpty()) {
                throw new InvalidInput(new Problem(
                        Place.of(path.toString()),
                        "the folder holds no proposals",
                        "name one with files that end in .proposal.json, .proposal.yaml or .xlsx"));
            }
            return proposals.stream();
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    new Problem(Place.of(path.toString()), "the folder cannot be read", "name one that you may read"));
        }
    }
}
