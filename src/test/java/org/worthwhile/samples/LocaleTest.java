package org.worthwhile.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.DataText;
import org.worthwhile.report.FlowsCsv;
import org.worthwhile.report.UncertaintyText;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** What is read and what comes out are the same whatever language and digits the computer is set to. */
class LocaleTest {

    private static final Path PROPOSAL = Samples.FOLDER.resolve("rural-bus.proposal.json");
    private static final Path STUDY = Samples.FOLDER.resolve("falls-programme.study.json");

    private final Locale usual = Locale.getDefault();
    private final TimeZone usualZone = TimeZone.getDefault();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void inBritain() {
        Locale.setDefault(Locale.UK);
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(usual);
        TimeZone.setDefault(usualZone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG",
                "fa-IR",
                "mr-IN-u-nu-deva",
                "bn-BD",
                "ne-NP",
                "my-MM",
                "th-TH-u-ca-buddhist-nu-thai",
                "hi-IN-u-nu-deva",
                "tr-TR",
                "de-CH",
                "sv-SE",
                "ja-JP-u-ca-japanese"
            })
    void everythingIsReadAndWrittenAsInBritain(String tag) {
        String expected = everything(2);
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(everything(2)).isEqualTo(expected);
    }

    @Test
    @Tag("proof")
    void fortyComputersOfOtherLocalesZonesAndCoresGiveTheSameBits() throws Exception {
        String expected = everything(1);
        List<String> tags =
                List.of("ar-EG", "fa-IR", "bn-BD", "th-TH-u-nu-thai", "tr-TR", "de-DE", "hi-IN-u-nu-deva", "ne-NP");
        List<String> zones =
                List.of("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "Pacific/Pago_Pago");
        for (int computer = 0; computer < 40; computer++) {
            Locale.setDefault(Locale.forLanguageTag(tags.get(computer % tags.size())));
            TimeZone.setDefault(TimeZone.getTimeZone(zones.get(computer / tags.size())));
            int cores = 1 + computer % 7;
            // Parallel streams run in the pool that they are begun in.
            try (ForkJoinPool pool = new ForkJoinPool(cores)) {
                assertThat(pool.submit(() -> everything(cores)).get())
                        .as(
                                "%s, %s, %s cores",
                                Locale.getDefault(), TimeZone.getDefault().getID(), cores)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theLocalesOfTheTestDoHaveOtherDigits() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(String.format(Locale.getDefault(), "%d", 2026)).isNotEqualTo("2026");
    }

    private String everything(int threads) {
        AppraisalCase basis = new ProposalFiles(Samples.MODELS)
                .load(List.of(PROPOSAL), List.of(), Optional.empty())
                .getFirst();
        Appraisal appraisal = Appraiser.appraise(basis);
        UncertaintyAnalysis uncertainty =
                UncertaintyAnalysis.of(basis, 200, 1, Sampling.LATIN_HYPERCUBE, threads, _ -> true);
        List<String> lines = new ArrayList<>(AppraisalTable.lines(List.of(appraisal)));
        lines.add(AppraisalJson.text(appraisal, Optional.of(uncertainty)));
        lines.addAll(UncertaintyText.lines(appraisal, uncertainty));
        lines.add(FlowsCsv.text(appraisal));
        StudyCase study = new StudyReader(Samples.MODELS).read(STUDY);
        lines.addAll(DataText.lines(DataSummary.of(study.dataset())));
        Attribution attribution = Attributor.attribute(study);
        lines.add(AttributionJson.text(attribution));
        lines.addAll(AttributionText.lines(attribution));
        lines.add(throughTheTemplate(basis.proposal()).toString());
        return String.join("\n", lines);
    }

    private Proposal throughTheTemplate(Proposal proposal) {
        Path file = folder.resolve("template.xlsx");
        AtomicFile.write(file, out -> TemplateWriter.write(proposal, out));
        return new ProposalReader(Samples.MODELS).read(file).value();
    }
}
