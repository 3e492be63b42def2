package org.worthwhile.replication;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.ChoiceInputs;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChooser;
import org.worthwhile.portfolio.Scenarios;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.SimulationRules;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Computes the results of a package from the folder that its files are in, in the same way whether it is made or verified. */
final class Computation {

    private final Path schemas;
    private final Path folder;
    private final Recipe recipe;
    private final Consumer<String> doing;

    private Computation(Path schemas, Path folder, Recipe recipe, Consumer<String> doing) {
        this.schemas = schemas;
        this.folder = folder;
        this.recipe = recipe;
        this.doing = doing;
    }

    /**
     * The results as files.
     *
     * @param schemas the folder of model packs that come with the program, which holds the schemas
     * @param folder that holds the files of the recipe by their paths, and the model packs
     * @param doing told what is being done
     * @throws InvalidInput with every problem of the files
     */
    static List<OutputFile> of(Path schemas, Path folder, Recipe recipe, Consumer<String> doing) {
        List<OutputFile> results = new Computation(schemas, folder, recipe, doing).results();
        Set<String> names = new HashSet<>();
        for (OutputFile result : results) {
            if (!names.add(PackagePath.folded(result.name()))) {
                throw new InvalidInput(new Problem(
                        Place.of(result.name()),
                        "two results would have this name",
                        "give what they are of different ids, in more than capital letters"));
            }
        }
        return results;
    }

    private List<OutputFile> results() {
        List<Attribution> studies = recipe.studies().stream().map(this::answer).toList();
        List<Appraisal> appraisals = appraisals();
        List<Briefing.Appraised> appraised =
                appraisals.stream().map(this::simulated).toList();
        List<OutputFile> results = new ArrayList<>();
        studies.forEach(study -> results.addAll(ReportFiles.withEvidence(study, recipe.date())));
        results.addAll(ReportFiles.of(appraised, studies, recipe.date()));
        Optional<Briefing.Portfolio> portfolio =
                recipe.hasChoice() ? Optional.of(choice(appraisals, results)) : Optional.empty();
        doing.accept("Writing the briefing");
        results.addAll(ReportFiles.of(new Briefing(appraised, studies, portfolio, recipe.date())));
        return results;
    }

    private Attribution answer(String study) {
        doing.accept("Answering " + study);
        return Attributor.attribute(new StudyReader(schemas).read(folder.resolve(study)));
    }

    private List<Appraisal> appraisals() {
        doing.accept("Appraising " + recipe.proposals().size() + " proposals");
        ModelLibrary library = PackReader.read(
                schemas, folder.resolve(PackagePath.MODELS), Optional.of(folder.resolve(PackagePath.OWN_MODELS)));
        List<AppraisalCase> cases = new ProposalFiles(schemas, library)
                .load(files(recipe.proposals()), files(recipe.evidence()), Optional.empty());
        List<Problem> problems = cases.stream()
                .flatMap(basis -> SimulationRules.problems(basis).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return cases.stream().map(Appraiser::appraise).toList();
    }

    private Briefing.Appraised simulated(Appraisal appraisal) {
        doing.accept("Simulating " + appraisal.basis().proposal().title());
        return new Briefing.Appraised(
                appraisal,
                Optional.of(UncertaintyAnalysis.of(
                        appraisal.basis(),
                        recipe.trials(),
                        recipe.seed(),
                        Sampling.LATIN_HYPERCUBE,
                        threads(),
                        _ -> true)));
    }

    private Briefing.Portfolio choice(List<Appraisal> appraisals, List<OutputFile> results) {
        doing.accept("Choosing the portfolio");
        List<AppraisalCase> cases = appraisals.stream().map(Appraisal::basis).toList();
        List<Proposal> proposals = cases.stream().map(AppraisalCase::proposal).toList();
        Constraints constraints = ChoiceInputs.constraints(
                schemas, recipe.constraints().map(folder::resolve), recipe.budget(), proposals);
        List<Candidate> candidates = Candidate.of(appraisals, constraints);
        PortfolioChoice choice = PortfolioChooser.choose(candidates, constraints);
        Optional<RobustChoice> robust = recipe.choiceTrials() == 0
                ? Optional.empty()
                : Optional.of(RobustChooser.choose(
                        candidates,
                        choice,
                        Scenarios.simulate(
                                cases, choice.constraints(), recipe.choiceTrials(), recipe.seed(), threads()),
                        RobustChoice.Criteria.USUAL));
        results.addAll(ReportFiles.of(candidates, choice, robust));
        return new Briefing.Portfolio(choice, robust);
    }

    private List<Path> files(List<String> paths) {
        return paths.stream().map(folder::resolve).toList();
    }

    /** However many there are, results are the same. */
    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
