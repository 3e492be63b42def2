package org.worthwhile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.briefing.Briefing;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main job on the samples: studies become evidence, proposals use it and are appraised, results are written. */
@Command(
        name = "demo",
        description = "Runs the main job on the sample data and writes the results to target/demo.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    private static final int DRAWS = 200;
    private static final int TRIALS = 10_000;

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        try (Progress progress = progressOption.start()) {
            run(progress);
        }
    }

    private void run(Progress progress) {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Home.demo();
        List<Path> written = new ArrayList<>();
        List<Attribution> studies = new ArrayList<>();
        for (Path study : samples(".study.json")) {
            Attribution attribution = AppraiseCommand.attribute(study, progress);
            studies.add(attribution);
            progress.print(out, AttributionText.lines(attribution));
            out.println();
            written.addAll(AttributeCommand.write(attribution, folder, List.of(AttributeCommand.Format.JSON)));
            if (attribution.basis().study().informs().isPresent()) {
                written.add(AttributeCommand.writeEvidence(
                        attribution, attribution.basis().study().id(), folder));
            }
        }
        List<Appraisal> appraisals =
                Home.proposalFiles().load(samples(".proposal.json"), List.of(folder), Optional.empty()).stream()
                        .map(Appraiser::appraise)
                        .toList();
        List<Briefing.Appraised> appraised = appraisals.stream()
                .map(appraisal -> new Briefing.Appraised(
                        appraisal, Optional.of(BriefingCommand.uncertainty(appraisal, TRIALS, 1, progress))))
                .toList();
        for (Briefing.Appraised each : appraised) {
            progress.doing("Writing the results of "
                    + each.appraisal().basis().proposal().title());
            written.addAll(AppraiseCommand.write(
                    each.appraisal(),
                    each.uncertainty(),
                    ReportFiles.informing(each.appraisal(), studies),
                    folder,
                    List.of(ReportFiles.Format.JSON, ReportFiles.Format.XLSX, ReportFiles.Format.CSV)));
        }
        progress.print(out, AppraisalTable.lines(appraisals));
        out.println();
        progress.doing("Choosing the portfolio");
        PortfolioCommand.Chosen chosen = PortfolioCommand.choose(
                appraisals, Optional.of(Home.samples().resolve("budget.constraints.json")), Optional.empty());
        RobustChoice robust = PortfolioCommand.robust(chosen, DRAWS, 1);
        progress.doing("Writing the briefing");
        written.addAll(BriefingCommand.write(
                appraised, studies, Optional.of(new Briefing.Portfolio(chosen.choice(), Optional.of(robust))), folder));
        progress.close();
        PortfolioCommand.print(chosen, Optional.of(robust), Optional.of(folder), spec.commandLine());
        written.forEach(file -> out.println("Wrote " + file));
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
