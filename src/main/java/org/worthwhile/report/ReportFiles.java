package org.worthwhile.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceFromStudy;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.briefing.EvidencePages;
import org.worthwhile.report.document.DocxPaper;
import org.worthwhile.report.document.Paper;
import org.worthwhile.report.document.PdfPaper;
import org.worthwhile.report.workbook.AppraisalWorkbook;
import org.worthwhile.report.workbook.PortfolioWorkbook;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Results as files, under the names that other programs know them by. */
public final class ReportFiles {

    private static final String BRIEFING = "briefing";
    private static final String PORTFOLIO = "portfolio";

    /** What the columns of all flows mean; one file for the whole folder. */
    private static final OutputFile DICTIONARY = OutputFile.of("flows.dictionary.csv", FlowsCsv.dictionary());

    private ReportFiles() {}

    /** What results can be written as. */
    public enum Format {
        JSON,
        XLSX,
        DOCX,
        PDF,
        CSV;

        /** Whether a file of this name is of the format. */
        public boolean isOf(String file) {
            return file.endsWith("." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** What a study's answer can be written as. */
    public enum AnswerFormat {
        JSON(".attribution.json"),
        DOCX(".docx"),
        PDF(".pdf");

        private final String ending;

        AnswerFormat(String ending) {
            this.ending = ending;
        }
    }

    /**
     * The names that the results of appraisals have.
     *
     * @param stems that they begin with, one for each appraisal: the proposal's id, or what {@link FileNames#ofResults} makes of it
     */
    public static List<String> names(List<String> stems, List<Format> formats) {
        Stream<String> own =
                stems.stream().flatMap(stem -> formats.stream().distinct().map(format -> name(stem, format)));
        return Stream.concat(own, formats.contains(Format.CSV) ? Stream.of(DICTIONARY.name()) : Stream.empty())
                .toList();
    }

    private static String name(String stem, Format format) {
        return FileNames.portable(stem)
                + switch (format) {
                    case JSON -> ".appraisal.json";
                    case XLSX -> ".xlsx";
                    case DOCX -> ".docx";
                    case PDF -> ".pdf";
                    case CSV -> ".flows.csv";
                };
    }

    /**
     * An appraisal's results, once in each format.
     *
     * @param stem that their names begin with
     * @param studies that workbook and briefing tell of
     * @param date that the briefing bears
     */
    public static List<OutputFile> of(
            String stem,
            Appraisal appraisal,
            Optional<UncertaintyAnalysis> uncertainty,
            List<Attribution> studies,
            LocalDate date,
            List<Format> formats) {
        Briefing briefing =
                new Briefing(List.of(new Briefing.Appraised(appraisal, uncertainty)), studies, Optional.empty(), date);
        List<OutputFile> files = new ArrayList<>();
        for (Format format : formats.stream().distinct().toList()) {
            files.add(new OutputFile(
                    name(stem, format),
                    switch (format) {
                        case JSON -> out -> AppraisalJson.write(appraisal, uncertainty, out);
                        case XLSX -> out -> AppraisalWorkbook.write(appraisal, uncertainty, studies, out);
                        case DOCX -> out -> DocxPaper.write(BriefingPack.of(briefing), out);
                        case PDF -> out -> PdfPaper.write(BriefingPack.of(briefing), out);
                        case CSV -> out -> FlowsCsv.write(appraisal, out);
                    }));
            if (format == Format.CSV) {
                files.add(DICTIONARY);
            }
        }
        return files;
    }

    /** The results of several appraisals for programs and people: JSON, workbooks and flows, each with the studies that it rests on. */
    public static List<OutputFile> of(List<Briefing.Appraised> appraised, List<Attribution> studies, LocalDate date) {
        return appraised.stream()
                .flatMap(each -> of(
                        each.appraisal().basis().proposal().id(),
                        each.appraisal(),
                        each.uncertainty(),
                        informing(each.appraisal(), studies),
                        date,
                        List.of(Format.JSON, Format.XLSX, Format.CSV))
                        .stream())
                .distinct()
                .toList();
    }

    /** Those of the studies that a proposal rests on. */
    public static List<Attribution> informing(Appraisal appraisal, List<Attribution> studies) {
        return studies.stream()
                .filter(study -> Briefing.rests(appraisal, study))
                .toList();
    }

    /** The names of a choice's results. */
    public static List<String> portfolioNames() {
        return List.of(PORTFOLIO + ".json", PORTFOLIO + ".xlsx");
    }

    /** A choice among candidates, as JSON and as a workbook. */
    public static List<OutputFile> of(
            List<Candidate> candidates, PortfolioChoice choice, Optional<RobustChoice> robust) {
        return List.of(
                OutputFile.of(PORTFOLIO + ".json", PortfolioReport.json(choice, robust)),
                new OutputFile(PORTFOLIO + ".xlsx", file -> PortfolioWorkbook.write(candidates, choice, robust, file)));
    }

    /** The names of a briefing pack. */
    public static List<String> briefingNames() {
        return List.of(BRIEFING + ".docx", BRIEFING + ".pdf");
    }

    /** A briefing pack, for Word and as PDF. */
    public static List<OutputFile> of(Briefing briefing) {
        Paper paper = BriefingPack.of(briefing);
        return List.of(
                new OutputFile(BRIEFING + ".docx", file -> DocxPaper.write(paper, file)),
                new OutputFile(BRIEFING + ".pdf", file -> PdfPaper.write(paper, file)));
    }

    /** The names of a study's answer. */
    public static List<String> answerNames(String study, List<AnswerFormat> formats) {
        return formats.stream()
                .distinct()
                .map(format -> FileNames.portable(study) + format.ending)
                .toList();
    }

    /** A study's answer, and under the study's id the evidence that it gives where it informs a proposal. */
    public static List<OutputFile> withEvidence(Attribution attribution, LocalDate date) {
        List<OutputFile> files = new ArrayList<>(of(attribution, List.of(AnswerFormat.JSON)));
        if (attribution.basis().study().informs().isPresent()) {
            files.add(evidence(attribution, attribution.basis().study().id(), date));
        }
        return files;
    }

    /** A study's answer as the evidence record of an id. */
    public static OutputFile evidence(Attribution attribution, String id, LocalDate date) {
        return EvidenceFile.file(EvidenceFromStudy.of(attribution, id, date, Software.NAME_AND_VERSION));
    }

    /** A study's answer, once in each format. */
    public static List<OutputFile> of(Attribution attribution, List<AnswerFormat> formats) {
        Paper paper = new Paper(
                attribution.basis().study().title(),
                "What a study found",
                Software.NAME_AND_VERSION,
                EvidencePages.blocks(attribution));
        return formats.stream()
                .distinct()
                .map(format -> {
                    String name = FileNames.portable(attribution.basis().study().id()) + format.ending;
                    return switch (format) {
                        case JSON -> OutputFile.of(name, AttributionJson.text(attribution));
                        case DOCX -> new OutputFile(name, out -> DocxPaper.write(paper, out));
                        case PDF -> new OutputFile(name, out -> PdfPaper.write(paper, out));
                    };
                })
                .toList();
    }
}
