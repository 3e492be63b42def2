package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.briefing.Briefing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the committee briefing pack of proposals, studies and the choice within a budget. */
@Command(
        name = "briefing",
        description = "Writes a committee briefing pack, for Word and as PDF.",
        mixinStandardHelpOptions = true)
final class BriefingCommand extends LongCommand {

    @CommandLine.Mixin
    private ProposalOptions proposals = new ProposalOptions();

    @Option(names = "--study", paramLabel = "STUDY", description = "A study whose finding to tell of; may be repeated.")
    private List<Path> studies = new ArrayList<>();

    @CommandLine.Mixin
    private ChoiceOptions limits = new ChoiceOptions();

    @CommandLine.Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write the pack.")
    private Path out = Path.of("");

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        simulation.require(this);
        overwrite.require(out, ReportFiles.briefingNames());
        List<Appraisal> appraisals =
                proposals.cases(progress).stream().map(Appraiser::appraise).toList();
        List<Briefing.Appraised> appraised = appraisals.stream()
                .map(appraisal -> new Briefing.Appraised(appraisal, Optional.of(simulation.of(appraisal, progress))))
                .toList();
        List<Attribution> found =
                studies.stream().map(study -> Steps.attribute(study, progress)).toList();
        progress.doing("Choosing the portfolio");
        Optional<Briefing.Portfolio> portfolio = !limits.areGiven()
                ? Optional.empty()
                : Optional.of(new Briefing.Portfolio(
                        Chosen.of(
                                        appraisals,
                                        limits.of(appraisals.stream()
                                                .map(Appraisal::basis)
                                                .toList()),
                                        progress)
                                .choice(),
                        Optional.empty()));
        progress.doing("Writing the briefing");
        List<Path> written = overwrite.write(
                out, ReportFiles.of(new Briefing(appraised, found, portfolio, ResultDate.of(appraisals))));
        progress.print(out(), written.stream().map(path -> "Wrote " + path).toList());
        return 0;
    }
}
