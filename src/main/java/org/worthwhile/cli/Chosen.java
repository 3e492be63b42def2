package org.worthwhile.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.ChoiceProgress;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChooser;
import org.worthwhile.portfolio.Scenarios;
import org.worthwhile.report.PortfolioReport;
import org.worthwhile.report.ReportFiles;

/** A choice with what it was made among. */
record Chosen(List<AppraisalCase> cases, List<Candidate> candidates, PortfolioChoice choice) {

    /** Chooses among the options of appraisals. */
    static Chosen of(List<Appraisal> appraisals, Constraints constraints, Progress progress) {
        return of(
                appraisals.stream().map(Appraisal::basis).toList(),
                Candidate.of(appraisals, constraints),
                constraints,
                progress);
    }

    /** Chooses among candidates, which are options of the cases. */
    static Chosen of(
            List<AppraisalCase> cases, List<Candidate> candidates, Constraints constraints, Progress progress) {
        return new Chosen(cases, candidates, PortfolioChooser.choose(candidates, constraints, (stage, done, of) -> {
            progress.doing(words(stage, candidates.size()));
            if (of > 1) {
                progress.done((double) done / of);
            }
        }));
    }

    private static String words(ChoiceProgress.Stage stage, int options) {
        return switch (stage) {
            case BEST -> "Choosing among " + options + " options";
            case FRONTIER -> "Choosing within other budgets";
            case CONSTRAINTS -> "Choosing without each constraint";
        };
    }

    /** How the choice holds up when values and costs are drawn; what proposals share is drawn once. */
    RobustChoice robust(int trials, long seed, RobustChoice.Criteria criteria) {
        Scenarios scenarios = Scenarios.simulate(
                cases, choice.constraints(), trials, seed, Runtime.getRuntime().availableProcessors());
        return RobustChooser.choose(candidates, choice, scenarios, criteria);
    }

    /** Prints what was chosen, and how it holds up where that was simulated. */
    void print(Optional<RobustChoice> robust, PrintWriter out) {
        String currency = cases.getFirst().proposal().appraisal().currency();
        PortfolioReport.lines(choice, robust, currency).forEach(out::println);
    }

    /** What was chosen, as files. */
    List<OutputFile> results(Optional<RobustChoice> robust) {
        return ReportFiles.of(candidates, choice, robust);
    }
}
