package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.problem.NumberText;
import org.worthwhile.report.ReportFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Chooses among proposals within a budget. */
@Command(
        name = "portfolio",
        description = "Chooses at most one option of each proposal within a budget.",
        mixinStandardHelpOptions = true)
final class PortfolioCommand extends LongCommand {

    static final int LEAST_TRIALS = 10;
    static final int MOST_TRIALS = 10_000;

    @CommandLine.Mixin
    private ProposalOptions proposals = new ProposalOptions();

    @CommandLine.Mixin
    private ChoiceOptions limits = new ChoiceOptions();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "Choose anew for each of N simulated sets of values and costs, to see how the choice holds up.")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--tail",
            paramLabel = "SHARE",
            description =
                    "With --trials: the share of trials, the worst for a set, over which its conditional value at risk is"
                            + " the mean; 0.1 unless given.")
    private Optional<Double> tail = Optional.empty();

    @Option(
            names = "--keep-limits",
            paramLabel = "P",
            description =
                    "With --trials: the least probability with which a set must keep to the budget and to each limit.")
    private Optional<Double> keeping = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation; 1 unless given.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write portfolio.json and portfolio.xlsx.")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    /** Without trials there is nothing that a share could be of. */
    private void requireShare(String option, Optional<Double> share, double least) {
        share.ifPresent(given -> {
            if (!(given >= least && given <= 1)) {
                throw unusable(option + " takes a share from " + NumberText.of(least) + " to 1.");
            }
            if (trials.isEmpty()) {
                throw unusable(option + " is about simulated trials; give --trials too.");
            }
        });
    }

    private Criteria criteria() {
        return new Criteria(
                tail.orElse(Criteria.USUAL.tail()),
                keeping.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    @Override
    int call(Progress progress) {
        out.ifPresent(folder -> overwrite.require(folder, ReportFiles.portfolioNames()));
        trials.ifPresent(count -> require("--trials", count, LEAST_TRIALS, MOST_TRIALS));
        requireShare("--tail", tail, 0.001);
        requireShare("--keep-limits", keeping, 0);
        List<AppraisalCase> cases = proposals.cases(progress);
        Constraints constraints = limits.of(cases);
        Chosen chosen = Chosen.of(cases, candidates(cases, constraints, progress), constraints, progress);
        Optional<RobustChoice> robust = trials.map(count -> progress.doing(
                "Choosing for each of " + count + " simulated sets", () -> chosen.robust(count, seed, criteria())));
        progress.doing("Writing the results");
        List<Path> written = out.map(folder -> overwrite.write(folder, chosen.results(robust)))
                .orElse(List.of());
        progress.close();
        chosen.print(robust, out());
        written.forEach(file -> out().println("Wrote " + file));
        return 0;
    }

    /** The candidates of cases, of whose appraisals nothing else is kept. */
    private static List<Candidate> candidates(List<AppraisalCase> cases, Constraints constraints, Progress progress) {
        progress.doing("Appraising " + cases.size() + " proposals");
        AtomicInteger done = new AtomicInteger();
        return cases.parallelStream()
                .flatMap(each -> {
                    List<Candidate> candidates = Candidate.of(List.of(Appraiser.appraise(each)), constraints);
                    progress.done((double) done.incrementAndGet() / cases.size());
                    return candidates.stream();
                })
                .toList();
    }
}
