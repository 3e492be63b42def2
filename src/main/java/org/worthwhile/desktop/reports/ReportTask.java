package org.worthwhile.desktop.reports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.AttachedData;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.workspace.Document;

/**
 * Reports to be worked out and written, away from the screen.
 *
 * @param proposals at least one
 * @param notAppraised titles of proposals that the briefing cannot tell of
 * @param data of the studies that the reports tell of
 * @param choice among the proposals, which the briefing about all of them tells of; absent in reports on one of them
 * @param together whether there is to be a briefing about all of them
 */
record ReportTask(
        List<Appraisal> proposals,
        List<String> notAppraised,
        Map<Document, AttachedData> data,
        Optional<ChoiceModel.Task> choice,
        boolean together,
        LocalDate date,
        List<Format> formats) {

    private static final int TRIALS = 10_000;
    private static final long SEED = 1;

    /**
     * What was written.
     *
     * @param found by the studies on the way
     * @param untold what is wrong with studies that have no answer, which the reports leave out
     */
    record Written(List<Path> files, Map<Document, Attribution> found, List<Problem> untold) {}

    /**
     * Works everything out, then writes it.
     *
     * @param goesOn told of the share done, and asked whether to go on
     * @throws CancellationException if it was not to go on; nothing was written then
     */
    Written into(Target target, Studies studies, DoublePredicate goesOn) {
        double steps = proposals.size() + data.size() + 1;
        List<Briefing.Appraised> appraised = new ArrayList<>();
        for (Appraisal appraisal : proposals) {
            double done = appraised.size();
            appraised.add(new Briefing.Appraised(
                    appraisal, Optional.of(simulated(appraisal, share -> goesOn.test((done + share) / steps)))));
        }
        Map<Document, Attribution> found = new LinkedHashMap<>();
        List<Problem> untold = new ArrayList<>();
        double answered = proposals.size();
        for (Map.Entry<Document, AttachedData> study : data.entrySet()) {
            require(goesOn, answered / steps);
            try {
                found.put(study.getKey(), studies.answer(study.getKey(), study.getValue()));
            } catch (InvalidInput noAnswer) {
                untold.addAll(noAnswer.problems());
            }
            answered++;
        }
        require(goesOn, (steps - 1) / steps);
        Optional<PortfolioChoice> chosen = choice.map(ChoiceModel.Task::choose);
        require(goesOn, 1);
        return new Written(target.write(files(appraised, List.copyOf(found.values()), chosen)), found, untold);
    }

    /** The names that the reports may have. */
    List<String> names() {
        Stream<String> own = ReportFiles.names(stems(), formats).stream();
        Stream<String> briefing = together ? ReportFiles.briefingNames().stream() : Stream.empty();
        Stream<String> portfolio = choice.isPresent() ? ReportFiles.portfolioNames().stream() : Stream.empty();
        return Stream.concat(own, Stream.concat(briefing, portfolio).filter(this::isWanted))
                .toList();
    }

    private List<OutputFile> files(
            List<Briefing.Appraised> appraised, List<Attribution> found, Optional<PortfolioChoice> chosen) {
        List<OutputFile> files = new ArrayList<>();
        List<String> stems = stems();
        for (int i = 0; i < appraised.size(); i++) {
            Briefing.Appraised each = appraised.get(i);
            files.addAll(ReportFiles.of(
                    stems.get(i),
                    each.appraisal(),
                    each.uncertainty(),
                    together ? ReportFiles.informing(each.appraisal(), found) : found,
                    date,
                    formats));
        }
        List<OutputFile> shared = new ArrayList<>();
        if (together && ReportFiles.briefingNames().stream().anyMatch(this::isWanted)) {
            shared.addAll(ReportFiles.of(new Briefing(
                    appraised,
                    found,
                    chosen.map(choice -> new Briefing.Portfolio(choice, Optional.empty())),
                    notAppraised,
                    date)));
        }
        chosen.ifPresent(
                best -> shared.addAll(ReportFiles.of(choice.orElseThrow().among(), best, Optional.empty())));
        shared.stream().filter(file -> isWanted(file.name())).forEach(files::add);
        return files;
    }

    private boolean isWanted(String file) {
        return formats.stream().anyMatch(format -> format.isOf(file));
    }

    /** What the names of each proposal's reports begin with; of two with the same title the second gets a number. */
    private List<String> stems() {
        List<String> stems = new ArrayList<>();
        for (Appraisal appraisal : proposals) {
            Proposal proposal = appraisal.basis().proposal();
            stems.add(Identifiers.free(FileNames.ofResults(proposal.id(), proposal.title()), stems));
        }
        return stems;
    }

    private static void require(DoublePredicate goesOn, double share) {
        if (!goesOn.test(share)) {
            throw new CancellationException();
        }
    }

    private static UncertaintyAnalysis simulated(Appraisal appraisal, DoublePredicate goesOn) {
        return UncertaintyAnalysis.of(
                appraisal.basis(),
                TRIALS,
                SEED,
                Sampling.LATIN_HYPERCUBE,
                Runtime.getRuntime().availableProcessors(),
                goesOn::test);
    }
}
