package org.worthwhile.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.monitoring.Review;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.problem.Place;
import org.worthwhile.report.MonitoringFiles;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.SynthesisFiles;
import org.worthwhile.report.TrackRecordFiles;
import org.worthwhile.samples.Samples;
import org.worthwhile.synthesis.Synthesiser;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** The results of the files of a worked example. */
final class WorkedExample {

    private static final int TRIALS = 10_000;

    private WorkedExample() {}

    /**
     * What the last of the files asks for, as JSON: the answer of a study, combined estimates, a track record, the review of an approved option, the choice that constraints leave among the proposals
     * before them, or the appraisal of a proposal with its simulation by seed 1.
     */
    static byte[] in(List<Path> files) throws IOException {
        Path last = files.getLast();
        String name = last.getFileName().toString();
        OutputFile result = name.endsWith(".study.json")
                ? answer(last)
                : name.endsWith(".track-record.json")
                        ? record(last)
                        : name.endsWith(".meta-analysis.json")
                                ? SynthesisFiles.json(
                                        Synthesiser.synthesise(new MetaAnalysisReader(Samples.MODELS).read(last)))
                                : name.endsWith(".monitoring.json")
                                        ? review(last)
                                        : name.endsWith(".constraints.json") ? choice(files) : appraisal(last);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        result.contents().writeTo(out);
        return out.toByteArray();
    }

    private static OutputFile record(Path record) {
        return TrackRecordFiles.of(
                        TrackRecordAnalyser.analyse(
                                new TrackRecordReader(Samples.MODELS, PackReader.read(Samples.MODELS)).read(record)),
                        List.of(TrackRecordFiles.Format.JSON))
                .getFirst();
    }

    private static OutputFile review(Path monitoring) {
        return MonitoringFiles.of(
                        Review.of(
                                new MonitoringReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                                        .read(monitoring, List.of()),
                                2,
                                Place.of(monitoring.toString())),
                        List.of(MonitoringFiles.Format.JSON))
                .getFirst();
    }

    private static OutputFile answer(Path study) {
        return ReportFiles.of(
                        Attributor.attribute(new StudyReader(Samples.MODELS).read(study)),
                        List.of(ReportFiles.AnswerFormat.JSON))
                .getFirst();
    }

    private static OutputFile choice(List<Path> files) {
        List<AppraisalCase> cases = cases(files.subList(0, files.size() - 1));
        List<Candidate> candidates =
                Candidate.of(cases.stream().map(Appraiser::appraise).toList());
        return ReportFiles.of(
                        candidates,
                        PortfolioChooser.choose(
                                candidates,
                                new ConstraintsReader(Samples.MODELS)
                                        .read(
                                                files.getLast(),
                                                cases.stream()
                                                        .map(AppraisalCase::proposal)
                                                        .toList())),
                        Optional.empty())
                .getFirst();
    }

    private static OutputFile appraisal(Path proposal) {
        AppraisalCase basis = cases(List.of(proposal)).getFirst();
        return ReportFiles.of(
                        "example",
                        Appraiser.appraise(basis),
                        Optional.of(UncertaintyAnalysis.of(basis, TRIALS, 1, Sampling.LATIN_HYPERCUBE, 1, _ -> true)),
                        List.of(),
                        LocalDate.EPOCH,
                        List.of(ReportFiles.Format.JSON))
                .getFirst();
    }

    private static List<AppraisalCase> cases(List<Path> proposals) {
        return new ProposalFiles(Samples.MODELS).load(proposals, List.of(), Optional.empty());
    }
}
