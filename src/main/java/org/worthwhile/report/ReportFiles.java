package org.worthwhile.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.WholeFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.document.DocxPaper;
import org.worthwhile.report.document.Paper;
import org.worthwhile.report.document.PdfPaper;
import org.worthwhile.report.workbook.AppraisalWorkbook;
import org.worthwhile.report.workbook.PortfolioWorkbook;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Writes results as files, under the names that other tools know them by. */
public final class ReportFiles {

    private static final String BRIEFING = "briefing";
    private static final String PORTFOLIO = "portfolio";

    private ReportFiles() {}

    /** What results can be written as. */
    public enum Format {
        JSON,
        XLSX,
        DOCX,
        PDF,
        CSV
    }

    /**
     * Writes an appraisal into a folder under the proposal's id, once in each format.
     *
     * @param studies that workbook and briefing tell of
     * @param date that the briefing bears
     * @return the files
     */
    public static List<Path> write(
            Appraisal appraisal,
            Optional<UncertaintyAnalysis> uncertainty,
            List<Attribution> studies,
            LocalDate date,
            Path folder,
            List<Format> formats) {
        List<Path> written = new ArrayList<>();
        String id = appraisal.basis().proposal().id();
        Briefing briefing =
                new Briefing(List.of(new Briefing.Appraised(appraisal, uncertainty)), studies, Optional.empty(), date);
        for (Format format : formats) {
            Path file = folder.resolve(
                    switch (format) {
                        case JSON -> id + ".appraisal.json";
                        case XLSX -> id + ".xlsx";
                        case DOCX -> id + ".docx";
                        case PDF -> id + ".pdf";
                        case CSV -> id + ".flows.csv";
                    });
            switch (format) {
                case JSON -> WholeFile.write(file, AppraisalJson.text(appraisal, uncertainty));
                case XLSX ->
                    WholeFile.write(file, out -> AppraisalWorkbook.write(appraisal, uncertainty, studies, out));
                case DOCX -> WholeFile.write(file, out -> DocxPaper.write(BriefingPack.of(briefing), out));
                case PDF -> WholeFile.write(file, out -> PdfPaper.write(BriefingPack.of(briefing), out));
                case CSV -> {
                    WholeFile.write(file, FlowsCsv.text(appraisal));
                    WholeFile.write(folder.resolve("flows.dictionary.csv"), FlowsCsv.dictionary());
                }
            }
            written.add(file);
        }
        return written;
    }

    /** Those of the studies that say they inform a proposal. */
    public static List<Attribution> informing(Appraisal appraisal, List<Attribution> studies) {
        Optional<String> id = Optional.of(appraisal.basis().proposal().id());
        return studies.stream()
                .filter(study -> study.basis()
                        .study()
                        .informs()
                        .flatMap(informs -> informs.proposal())
                        .equals(id))
                .toList();
    }

    /** Writes a choice among candidates into a folder, as JSON and as a workbook. */
    public static List<Path> write(
            List<Candidate> candidates, PortfolioChoice choice, Optional<RobustChoice> robust, Path folder) {
        Path json = folder.resolve(PORTFOLIO + ".json");
        Path workbook = folder.resolve(PORTFOLIO + ".xlsx");
        WholeFile.write(json, PortfolioReport.json(choice, robust));
        WholeFile.write(workbook, file -> PortfolioWorkbook.write(candidates, choice, robust, file));
        return List.of(json, workbook);
    }

    /** Writes a briefing pack into a folder, for Word and as PDF. */
    public static List<Path> write(Briefing briefing, Path folder) {
        Paper paper = BriefingPack.of(briefing);
        Path word = folder.resolve(BRIEFING + ".docx");
        Path pdf = folder.resolve(BRIEFING + ".pdf");
        WholeFile.write(word, file -> DocxPaper.write(paper, file));
        WholeFile.write(pdf, file -> PdfPaper.write(paper, file));
        return List.of(word, pdf);
    }
}
