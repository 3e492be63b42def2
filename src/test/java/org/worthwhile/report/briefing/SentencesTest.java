package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** No sentence contradicts its figure in size, sign or certainty, whatever the results. */
class SentencesTest {

    private static final int PROPOSALS = 150;
    private static final Pattern MONEY =
            Pattern.compile("(-?)(?:£|[A-Z]{3} )([0-9,]+(?:\\.[0-9]+)?)( million| billion)?");

    @Test
    void worthAndRatioAgreeWithTheirFigures() {
        for (int seed = 1; seed <= PROPOSALS; seed++) {
            Appraisal appraisal = Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed)));
            Sentences sentences = new Sentences(appraisal.basis().proposal());
            for (OptionResult option : appraisal.options()) {
                String worth = sentences.worth(option);
                if (option.npsv() >= 0.5) {
                    assertThat(worth).contains("would be worth").contains("more to society than it costs");
                    assertMoney(worth, option.npsv());
                } else if (option.npsv() <= -0.5) {
                    assertThat(worth).contains("would cost society").contains("more than it is worth");
                    assertMoney(worth, -option.npsv());
                } else {
                    assertThat(worth).contains("as much as it costs");
                }
                String ratio = sentences.ratio(option);
                if (option.bcr().value().isEmpty()) {
                    assertThat(ratio)
                            .contains("no benefit-cost ratio: " + option.bcr().reason());
                } else if (option.bcr().value().getAsDouble() < 0) {
                    assertThat(ratio).startsWith("Its benefits are negative").doesNotContain("to 1");
                } else {
                    Matcher found = Pattern.compile("([0-9.]+) to 1").matcher(ratio);
                    assertThat(found.find()).isTrue();
                    assertThat(Double.parseDouble(found.group(1)))
                            .isCloseTo(option.bcr().value().getAsDouble(), Offset.offset(0.0501));
                }
            }
        }
    }

    @Test
    void whoNeedsMoreFundingOrBearsMoreCostAgreesWithTheBudgets() {
        for (int seed = 1; seed <= PROPOSALS; seed++) {
            Appraisal appraisal = Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed)));
            Sentences sentences = new Sentences(appraisal.basis().proposal());
            for (OptionResult option : appraisal.options()) {
                List<BudgetImpact> moved = option.budget().stream()
                        .filter(budget -> Math.abs(budget.fundingNeed().total()) >= 0.5
                                || Math.abs(budget.notCashable().total()) >= 0.5)
                        .toList();
                List<String> told = sentences.budgets(option);
                assertThat(told).hasSameSizeAs(moved);
                for (int i = 0; i < told.size(); i++) {
                    double need = moved.get(i).fundingNeed().total();
                    String bears = moved.get(i).organisation().isPublic()
                            ? Math.abs(need) < 0.5 ? " no more funding" : need > 0 ? " more funding" : " less funding"
                            : Math.abs(need) < 0.5 ? " no more cost" : need > 0 ? " of cost" : " less of cost";
                    assertThat(told.get(i))
                            .startsWith(moved.get(i).organisation().title()
                                    + (moved.get(i).organisation().isPublic() ? " would need " : " would bear "))
                            .contains(bears);
                    if (Math.abs(need) >= 0.5) {
                        assertMoney(
                                told.get(i)
                                        .substring(moved.get(i)
                                                .organisation()
                                                .title()
                                                .length()),
                                Math.abs(need));
                    }
                }
            }
        }
    }

    @Test
    void certaintyAndConditionsAgreeWithTheSimulation() {
        for (int seed = 1; seed <= 25; seed++) {
            Appraisal appraisal = Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.of(seed)));
            UncertaintyAnalysis analysis =
                    UncertaintyAnalysis.of(appraisal.basis(), 200, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true);
            Sentences sentences = new Sentences(appraisal.basis().proposal());
            for (OptionResult option : appraisal.options()) {
                OptionUncertainty uncertain = analysis.simulated().options().stream()
                        .filter(each -> each.id().equals(option.option().id()))
                        .findFirst()
                        .orElseThrow();
                double probability = uncertain.probabilityPositive().value();
                String sure = sentences.sure(uncertain, option.npsv());
                if (!uncertain.isKnown()) {
                    assertThat(sure).startsWith("No uncertainty was entered").doesNotContain("certain (");
                    continue;
                }
                assertThat(sure).contains(Sentences.likelihood(probability));
                assertThat(sure.contains("lean to"))
                        .isEqualTo(Math.abs(option.npsv()) >= 0.5
                                && Math.signum(uncertain.mean().value()) != Math.signum(option.npsv()));
                List<String> conditions = new Conditions(appraisal.basis().proposal(), analysis.sensitivity())
                        .of(option.option().id());
                assertThat(conditions).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
                assertThat(sentences.conditionsLead(option, true))
                        .contains(option.npsv() > 0 ? "stop being worth" : "become worth");
            }
        }
    }

    @Test
    void wordsForProbabilitiesRiseWithThem() {
        assertThat(Sentences.likelihood(1)).isEqualTo("virtually certain");
        assertThat(Sentences.likelihood(0.95)).isEqualTo("very likely");
        assertThat(Sentences.likelihood(0.5)).isEqualTo("about as likely as not");
        assertThat(Sentences.likelihood(0.14)).isEqualTo("unlikely");
        assertThat(Sentences.likelihood(0)).isEqualTo("exceptionally unlikely");
    }

    /** The first amount in a sentence is the figure, rounded as it is written: to a tenth of a million or to a thousand. */
    private static void assertMoney(String sentence, double amount) {
        Matcher found = MONEY.matcher(sentence);
        assertThat(found.find()).as(sentence).isTrue();
        double unit = found.group(3) == null ? 1 : found.group(3).equals(" million") ? 1e6 : 1e9;
        double written = Double.parseDouble(found.group(2).replace(",", ""))
                * unit
                * (found.group(1).isEmpty() ? 1 : -1);
        double rounding = unit > 1 ? 0.0501 * unit : amount < 1000 ? 0.501 : 501;
        assertThat(written).as(sentence).isCloseTo(amount, Offset.offset(rounding));
    }
}
