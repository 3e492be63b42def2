package org.worthwhile.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.platform.UserFolders;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.uncertainty.SimulationRules;

/** Where the program's own files are: beside the launcher, which says so; otherwise the working folder. */
final class Home {

    private static final Path FOLDER = Path.of(System.getProperty("worthwhile.home", ""));

    private Home() {}

    static Path models() {
        return FOLDER.resolve("models");
    }

    /** The analyst's own packs: the folder that WORTHWHILE_MODELS names, or .worthwhile/models in the home folder. */
    static Path ownModels() {
        String named = System.getProperty("worthwhile.models", System.getenv("WORTHWHILE_MODELS"));
        return named == null ? UserFolders.here().home().resolve(".worthwhile").resolve("models") : Path.of(named);
    }

    static ModelLibrary library() {
        ModelLibrary library = PackReader.read(models(), Optional.of(ownModels()));
        library.unusable().forEach(pack -> pack.problems().forEach(Home::warn));
        return library;
    }

    static ProposalFiles proposalFiles() {
        return new ProposalFiles(models(), library(), Home::warn);
    }

    /**
     * Loads proposals that are to be appraised.
     *
     * @throws InvalidInput with every problem of them, also of what could not be simulated, whether it is asked for or not
     */
    static List<AppraisalCase> cases(List<Path> files, List<Path> evidence, Optional<String> framework) {
        List<AppraisalCase> cases = proposalFiles().load(files, evidence, framework);
        List<Problem> problems = cases.parallelStream()
                .flatMap(basis -> SimulationRules.problems(basis).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return cases;
    }

    /** Tells of what is wrong with a file that nothing which was asked for may rest on. */
    private static void warn(Problem problem) {
        System.err.println("worthwhile: warning: " + problem.sentence());
    }

    static Path samples() {
        return FOLDER.resolve("sample-data");
    }

    /** In the tree of the sources, target/demo; for an installed program, worthwhile-demo in the working folder. */
    static Path demo() {
        return Files.exists(FOLDER.resolve("pom.xml"))
                ? FOLDER.resolve("target").resolve("demo")
                : Path.of("worthwhile-demo");
    }
}
