package org.worthwhile.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.xmlbeans.SchemaTypeLoader;
import org.apache.xmlbeans.XmlBeans;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.workbook.AppraisalWorkbook;
import org.worthwhile.report.workbook.PortfolioWorkbook;
import org.worthwhile.samples.Samples;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** What is written for Word and Excel keeps to the schemas of ECMA-376, transitional, that are within poi-ooxml-full. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeSchemaTest {

    private static final SchemaTypeLoader SCHEMAS =
            XmlBeans.typeLoaderUnion(DocumentDocument.type.getTypeSystem(), XmlBeans.getBuiltinTypeSystem());
    private static final List<Appraisal> APPRAISALS = Samples.appraisals();
    private final List<Briefing.Appraised> appraised =
            APPRAISALS.stream().map(OfficeSchemaTest::appraised).toList();
    private static final PortfolioChoice CHOICE =
            PortfolioChooser.choose(Candidate.of(APPRAISALS), Constraints.NONE.withBudget(12_000_000));

    @Test
    void theBriefingKeepsToTheSchemasOfWord() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxPaper.write(
                BriefingPack.of(new Briefing(
                        appraised,
                        List.of(),
                        Optional.of(new Briefing.Portfolio(CHOICE, Optional.empty())),
                        LocalDate.of(2026, 11, 24))),
                out);
        assertThat(faults(out.toByteArray())).isEmpty();
    }

    @Test
    void workbooksKeepToTheSchemasOfExcel() throws IOException {
        for (Briefing.Appraised each : appraised) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            AppraisalWorkbook.write(each.appraisal(), each.uncertainty(), List.of(), out);
            assertThat(faults(out.toByteArray()))
                    .as(each.appraisal().basis().proposal().id())
                    .isEmpty();
        }
    }

    @Test
    void theWorkbookOfAChoiceKeepsToTheSchemasOfExcel() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PortfolioWorkbook.write(Candidate.of(APPRAISALS), CHOICE, Optional.empty(), out);
        assertThat(faults(out.toByteArray())).isEmpty();
    }

    private static Briefing.Appraised appraised(Appraisal appraisal) {
        return new Briefing.Appraised(
                appraisal,
                Optional.of(UncertaintyAnalysis.of(appraisal.basis(), 40, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)));
    }

    /** What is wrong with the parts that are XML, each with its part and the place in it. */
    private static List<String> faults(byte[] file) throws IOException {
        List<String> faults = new ArrayList<>();
        int known = 0;
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart part : parts.getParts()) {
                if (!part.getContentType().endsWith("xml")
                        || part.isRelationshipPart()
                        || part.getPartName().getName().equals("/docProps/core.xml")) {
                    continue;
                }
                try (InputStream in = part.getInputStream()) {
                    XmlObject content = SCHEMAS.parse(in, null, new XmlOptions().setLoadLineNumbers());
                    if (!content.schemaType().isDocumentType()) {
                        faults.add(part.getPartName() + ": no schema is known of it");
                        continue;
                    }
                    known++;
                    List<XmlError> errors = new ArrayList<>();
                    content.validate(new XmlOptions().setErrorListener(errors));
                    errors.stream()
                            .map(error -> part.getPartName() + ": " + error)
                            .distinct()
                            .limit(20)
                            .forEach(faults::add);
                }
            }
        } catch (InvalidFormatException | XmlException notOne) {
            faults.add(notOne.getMessage());
        }
        assertThat(known).isGreaterThan(4);
        return faults;
    }
}
