package org.worthwhile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.SimulationQuestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main job on the samples: studies become evidence, proposals use it and are appraised, results are written. */
@Command(
        name = "demo",
        description =
                "Appraises the samples, answers their studies, chooses a portfolio and writes the results to target/demo;"
                        + " where Worthwhile is installed, to worthwhile-demo in the working folder.",
        mixinStandardHelpOptions = true)
final class DemoCommand extends LongCommand {

    private static final int DRAWS = 200;
    private static final int TRIALS = 10_000;

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        PrintWriter out = out();
        Path folder = Home.demo();
        List<Attribution> studies = samples(".study.json").stream()
                .map(study -> {
                    Attribution attribution = Steps.attribute(study, progress);
                    progress.print(out, AttributionText.lines(attribution));
                    out.println();
                    return attribution;
                })
                .toList();
        List<Path> written = new ArrayList<>(overwrite.write(
                folder,
                studies.stream()
                        .flatMap(study -> ReportFiles.withEvidence(study, ResultDate.ofStudies()).stream())
                        .toList()));
        List<Appraisal> appraisals =
                Home.proposalFiles().load(samples(".proposal.json"), List.of(folder), Optional.empty()).stream()
                        .map(Appraiser::appraise)
                        .toList();
        List<Briefing.Appraised> appraised = appraisals.stream()
                .map(appraisal -> new Briefing.Appraised(
                        appraisal,
                        Optional.of(Steps.simulate(
                                appraisal, TRIALS, 1, Sampling.LATIN_HYPERCUBE, SimulationQuestion.NONE, progress))))
                .toList();
        progress.print(out, AppraisalTable.lines(appraisals));
        out.println();
        progress.doing("Choosing the portfolio");
        Constraints constraints = ChoiceOptions.of(
                appraisals.stream().map(Appraisal::basis).toList(),
                Optional.of(Home.samples().resolve("budget.constraints.json")),
                OptionalDouble.empty());
        Chosen chosen = Chosen.of(appraisals, constraints, progress);
        RobustChoice robust = chosen.robust(DRAWS, 1, RobustChoice.Criteria.USUAL);
        progress.doing("Writing the results");
        LocalDate date = ResultDate.of(appraisals);
        List<OutputFile> results = new ArrayList<>(ReportFiles.of(appraised, studies, date));
        results.addAll(ReportFiles.of(new Briefing(
                appraised, studies, Optional.of(new Briefing.Portfolio(chosen.choice(), Optional.of(robust))), date)));
        results.addAll(chosen.results(Optional.of(robust)));
        written.addAll(overwrite.write(folder, results));
        progress.close();
        chosen.print(Optional.of(robust), out);
        written.forEach(file -> out.println("Wrote " + file));
        return 0;
    }

    private static List<Path> samples(String suffix) {
        try (Stream<Path> files = Files.list(Home.samples())) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The sample data are missing from " + Home.samples(), missing);
        }
    }
}
