package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.document.Block;
import org.worthwhile.report.document.PdfPaper;
import org.worthwhile.samples.Samples;

/** The page of impacts and the page of cash of each option: what is on them adds up, to what the engine finds. */
class OptionPagesTest {

    private static Stream<Appraisal> appraisals() {
        return Stream.concat(
                Samples.appraisals().stream(),
                LongStream.range(300, 400)
                        .mapToObj(
                                seed -> Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed)))));
    }

    private static Stream<OptionResult> options(Appraisal appraisal) {
        return appraisal.options().stream().filter(option -> option.option().role() != Role.BUSINESS_AS_USUAL);
    }

    private static List<Block> summary(Appraisal appraisal, OptionResult option) {
        return new AppraisalSummary(appraisal, option, Optional.empty()).blocks();
    }

    private static List<Block> cash(Appraisal appraisal, OptionResult option) {
        return new CashPage(appraisal, option).blocks(Optional.empty(), Optional.empty());
    }

    private static Optional<Block.Table> table(List<Block> blocks, String caption) {
        return blocks.stream()
                .filter(block ->
                        block instanceof Block.Table table && table.caption().startsWith(caption))
                .map(Block.Table.class::cast)
                .findFirst();
    }

    private static long amount(String shown) {
        return Long.parseLong(shown.replaceAll("[^0-9-]", ""));
    }

    private static long[] column(List<List<String>> rows, int column) {
        return rows.stream().mapToLong(row -> amount(row.get(column))).toArray();
    }

    @Test
    void benefitsLessCostsAreTheNetValueOnThePageAndAsTheEngineHasThem() {
        appraisals()
                .forEach(appraisal -> options(appraisal).forEach(option -> {
                    List<List<String>> rows = table(summary(appraisal, option), "Valued in money")
                            .orElseThrow()
                            .rows();
                    int benefits = IntStream.range(0, rows.size())
                            .filter(row -> rows.get(row).getFirst().equals("Benefits"))
                            .findFirst()
                            .orElseThrow();
                    int costs = rows.size() - 2;
                    assertThat(rows.get(costs).getFirst()).isEqualTo("Costs");
                    long[] amounts = column(rows, 3);
                    assertThat(LongStream.of(amounts).limit(benefits).sum()).isEqualTo(amounts[benefits]);
                    assertThat(LongStream.of(amounts)
                                    .limit(costs)
                                    .skip(benefits + 1L)
                                    .sum())
                            .isEqualTo(amounts[costs]);
                    assertThat(amounts[benefits] - amounts[costs]).isEqualTo(amounts[costs + 1]);
                    assertThat((double) amounts[benefits]).isCloseTo(option.pvb(), within(1.0));
                    assertThat((double) amounts[costs]).isCloseTo(option.pvc(), within(1.0));
                    assertThat((double) amounts[costs + 1]).isCloseTo(option.npsv(), within(1.0));
                }));
    }

    @Test
    void cashAddsUpByYearByOrganisationAndByKindAndIsWhatTheEngineFinds() {
        appraisals()
                .forEach(appraisal -> options(appraisal).forEach(option -> {
                    List<Block> page = cash(appraisal, option);
                    Optional<Block.Table> byYear = table(page, "By year");
                    List<BudgetImpact> publicBodies = option.budget().stream()
                            .filter(budget -> budget.organisation().isPublic())
                            .toList();
                    double need = publicBodies.stream()
                            .mapToDouble(budget -> budget.fundingNeed().total())
                            .sum();
                    if (byYear.isEmpty()) {
                        assertThat(need).isCloseTo(0, within(1.0));
                        return;
                    }
                    List<List<String>> years = byYear.get().rows();
                    for (int column = 1; column <= 4; column++) {
                        long[] amounts = column(years, column);
                        assertThat(LongStream.of(amounts)
                                        .limit(amounts.length - 1L)
                                        .sum())
                                .isEqualTo(amounts[amounts.length - 1]);
                    }
                    for (List<String> row : years) {
                        assertThat(amount(row.get(1)) + amount(row.get(2)) - amount(row.get(3)))
                                .isEqualTo(amount(row.get(4)));
                    }
                    double units = 2.0 * appraisal.years().size() * publicBodies.size();
                    assertThat((double) amount(years.getLast().get(4))).isCloseTo(need, within(units));

                    for (List<String> row : years) {
                        if (row.size() > 5) {
                            assertThat(row.subList(5, row.size()).stream()
                                            .mapToLong(OptionPagesTest::amount)
                                            .sum())
                                    .isEqualTo(amount(row.get(4)));
                        }
                    }
                }));
    }

    /** Of 25 years: the first ten, and three spans of five. */
    @Test
    void manyYearsArePutTogetherInSpans() {
        Appraisal lamps = sample("led-street-lights");
        CashAmounts cash = CashAmounts.of(lamps, options(lamps).findFirst().orElseThrow());
        assertThat(lamps.years()).hasSize(25);
        assertThat(cash.periods())
                .hasSize(13)
                .endsWith("2036/37 to 2040/41", "2041/42 to 2045/46", "2046/47 to 2050/51");
    }

    @Test
    void whatAnOptionTakesFromEachBudgetIsSetAgainstIt() {
        Appraisal lamps = sample("led-street-lights");
        OptionResult option = Sentences.leading(lamps).orElseThrow();
        Constraints constraints = Constraints.NONE.withBudget(1_000_000);
        var choice = PortfolioChooser.choose(Candidate.of(List.of(lamps)), constraints);
        Block.Table table = table(
                        new CashPage(lamps, option)
                                .blocks(
                                        Optional.empty(),
                                        Optional.of(new Briefing.Portfolio(choice, Optional.empty()))),
                        "Against the budgets")
                .orElseThrow();
        List<String> row = table.rows().getFirst();
        assertThat(row.get(1)).isEqualTo("£1,000,000");
        assertThat((double) amount(row.get(2))).isCloseTo(option.pvPublicCost(), within(1.0));
        assertThat(amount(row.get(1)) - amount(row.get(2))).isEqualTo(amount(row.get(3)));
    }

    @Test
    void everyOptionHasAPageOfImpactsAndAPageOfCash() throws IOException {
        List<Appraisal> samples = Samples.appraisals();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfPaper.write(
                BriefingPack.of(new Briefing(
                        samples.stream()
                                .map(appraisal -> new Briefing.Appraised(appraisal, Optional.empty()))
                                .toList(),
                        List.of(),
                        Optional.empty(),
                        LocalDate.of(2026, 11, 24))),
                out);
        List<String> starts = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            PDFTextStripper page = new PDFTextStripper();
            for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
                page.setStartPage(number);
                page.setEndPage(number);
                starts.add(page.getText(pdf).replaceAll("\\s+", " ").replaceFirst("^.*? Page \\d+ of \\d+ ", ""));
            }
        }
        for (Appraisal appraisal : samples) {
            options(appraisal).forEach(option -> {
                int at = IntStream.range(0, starts.size())
                        .filter(page -> starts.get(page)
                                .startsWith(
                                        "Appraisal summary: " + option.option().title()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(option.option().title() + " in " + starts));
                assertThat(starts.get(at + 1))
                        .startsWith("Cash: " + option.option().title());
                assertThat(starts.get(at + 2)).matches("(Appraisal summary:|Sources).*");
            });
        }
    }

    private static Appraisal sample(String id) {
        return Samples.appraisals().stream()
                .filter(appraisal -> appraisal.basis().proposal().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
