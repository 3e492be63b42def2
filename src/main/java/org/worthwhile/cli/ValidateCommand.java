package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.FileKind;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.CheckText;
import org.worthwhile.synthesis.Synthesiser;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import org.worthwhile.uncertainty.SimulationRules;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says every problem of the files it is given, and what a careful reader would ask about sound proposals. */
@Command(
        name = "validate",
        description =
                "Lists every problem of proposals, studies, meta-analyses, track records, monitoring and evidence, with its place and its remedy.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Proposals, studies, meta-analyses, track records, monitoring or evidence, JSON or YAML.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposal's own.")
    private List<Path> evidence = new ArrayList<>();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        List<Path> proposals = files.stream()
                .filter(file -> FileKind.of(file) == FileKind.PROPOSAL)
                .toList();
        List<AppraisalCase> cases = new ArrayList<>();
        collect(problems, () -> cases.addAll(Home.proposalFiles().load(proposals, evidence, Optional.empty())));
        List<Proposal> read = cases.stream().map(AppraisalCase::proposal).toList();
        for (Path file : files) {
            switch (FileKind.of(file)) {
                case STUDY -> collect(problems, () -> Attributor.attribute(new StudyReader(Home.models()).read(file)));
                case EVIDENCE -> collect(problems, () -> new EvidenceFile(Home.models()).read(file));
                case CONSTRAINTS -> collect(problems, () -> new ConstraintsReader(Home.models()).read(file, read));
                case META_ANALYSIS ->
                    collect(problems, () -> Synthesiser.synthesise(new MetaAnalysisReader(Home.models()).read(file)));
                case MONITORING ->
                    collect(problems, () -> new MonitoringReader(Home.models(), Home.library()).read(file, List.of()));
                case TRACK_RECORD ->
                    collect(
                            problems,
                            () -> TrackRecordAnalyser.analyse(
                                    new TrackRecordReader(Home.models(), Home.library()).read(file)));
                case PROPOSAL -> {}
            }
        }
        List<Appraisal> appraisals = new ArrayList<>();
        cases.forEach(basis -> {
            problems.addAll(SimulationRules.problems(basis));
            collect(problems, () -> appraisals.add(Appraiser.appraise(basis)));
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Appraisal appraisal : appraisals) {
            String proposal = appraisal.basis().proposal().id();
            CheckText.lines(appraisal).forEach(check -> out.println(proposal + ": " + check));
        }
        out.println(files.size() == 1 ? "No problems." : "No problems in " + files.size() + " files.");
        return 0;
    }

    private static void collect(List<Problem> problems, Runnable reading) {
        try {
            reading.run();
        } catch (InvalidInput invalid) {
            problems.addAll(invalid.problems());
        }
    }
}
