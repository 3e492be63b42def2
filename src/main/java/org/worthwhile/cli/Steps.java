package org.worthwhile.cli;

import java.nio.file.Path;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.SimulationQuestion;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** What several commands do that takes long, each said while it is done. */
final class Steps {

    private Steps() {}

    /** Simulates how sure an appraisal is. */
    static UncertaintyAnalysis simulate(
            Appraisal appraisal,
            int trials,
            long seed,
            Sampling sampling,
            SimulationQuestion question,
            Progress progress) {
        progress.doing("Simulating " + appraisal.basis().proposal().title());
        return UncertaintyAnalysis.of(
                appraisal.basis(),
                trials,
                seed,
                sampling,
                Runtime.getRuntime().availableProcessors(),
                progress.share(),
                question);
    }

    /** Answers the study of a file. */
    static Attribution attribute(Path file, Progress progress) {
        progress.doing("Reading " + file);
        StudyCase study = new StudyReader(Home.models()).read(file);
        progress.doing("Estimating " + study.study().title());
        return Attributor.attribute(study);
    }
}
