package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.worthwhile.attribution.DesignAdvisor;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.report.AdviceText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says which designs a study's data allow. */
@Command(
        name = "advise",
        description =
                "Says which designs a study's columns and data allow, what each assumes and which is most credible.",
        mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "STUDY", description = "A study file, JSON or YAML, of any design.")
    private Path file = Path.of("");

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        StudyCase study = new StudyReader(Home.models()).read(file);
        AdviceText.lines(DesignAdvisor.advise(study)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
