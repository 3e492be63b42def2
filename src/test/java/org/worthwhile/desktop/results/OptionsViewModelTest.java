package org.worthwhile.desktop.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.FigureStanding;
import org.worthwhile.appraisal.FigureStandings;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.chart.Bars;
import org.worthwhile.desktop.portfolio.PortfolioRows;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.JsonNode;

class OptionsViewModelTest {

    private final Appraisal housing = Samples.appraisals().stream()
            .filter(appraisal -> appraisal.basis().proposal().id().equals("supported-housing"))
            .findFirst()
            .orElseThrow();
    private final OptionsViewModel model = OptionsViewModel.of(housing);

    @Test
    void everyOptionHasItsRowAndThePreferredOneIsShownFirst() {
        assertThat(model.rows())
                .extracting(OptionsViewModel.Row::title)
                .containsExactly("Business as usual", "More hostel beds", "Housing First, 40 places");
        assertThat(model.preferred()).isEqualTo(2);
    }

    @Test
    void whatIsNotVerifiedIsCountedInASentenceAndNamedBeside() {
        List<FigureStanding> figures = FigureStandings.of(housing);
        long material = figures.stream().filter(FigureStanding::isMaterial).count();

        assertThat(material).isBetween(2L, figures.size() - 1L);
        assertThat(model.standing())
                .contains(figures.size()
                        + " of the published figures that this rests on are not verified or not in force; "
                        + material
                        + " of them move the net present social value of an option by more than a tenth.");
        assertThat(String.join(" ", model.figures()))
                .contains(figures.stream().map(this::named).toList());
    }

    /** Unit values are named by their titles. */
    private String named(FigureStanding figure) {
        String unitValue = "Unit value ";
        return figure.figure().startsWith(unitValue)
                ? unitValue + "'"
                        + housing.basis()
                                .unitValue(figure.figure().substring(unitValue.length()))
                                .title() + "'"
                : figure.figure();
    }

    @Test
    void aRatioThatIsNotMeaningfulIsADashWithItsReason() {
        assertThat(model.rows().getFirst().bcr()).isEqualTo("–");
        assertThat(model.rows().getFirst().bcrReason()).contains("no cost");
    }

    @Test
    void barsShowCostsAgainstBusinessAsUsualDownwardsAndLeaveOutSunkCostsAndTransfers() {
        Bars costs = model.rows().get(2).bars().getFirst();
        // Year 0: outreach 120,000 against 210,000 as usual, and half the flats at 2,600,000 x (1 + 0.24 x 0.4); the
        // sunk study is not in it.
        assertThat(costs.amounts()[0]).isCloseTo(-(120_000 - 210_000 + 2_600_000 * 1.096) / 1000, within(1e-9));
        assertThat(model.rows().get(2).bars()).hasSize(3);
    }

    @Test
    void theStepsOfTheWaterfallAddUpToTheNetPresentSocialValue() {
        for (int i = 0; i < model.rows().size(); i++) {
            var steps = model.rows().get(i).steps();
            double sum = steps.subList(0, steps.size() - 1).stream()
                    .mapToDouble(step -> step.amount())
                    .sum();
            double npsv = housing.options().get(i).npsv();
            assertThat(sum).isCloseTo(npsv, within(1e-6 * Math.max(1, Math.abs(npsv))));
            assertThat(steps.getLast().amount()).isEqualTo(npsv);
        }
    }

    @Test
    void whoPaysIsToldForEveryOrganisationOfTheProposal() {
        assertThat(model.rows().get(2).payers())
                .extracting(OptionsViewModel.Payer::organisation)
                .containsExactlyElementsOf(housing.options().get(2).budget().stream()
                        .map(impact -> impact.organisation().title())
                        .toList());
    }

    private static Path part(Path folder, String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static List<String> unvalued(Path folder, String pointer, JsonNode value) {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        session.edit(
                "Changed", List.of(session.selected().orElseThrow().document().set(pointer, value)));
        List<String> unvalued = OptionsViewModel.of(OpenSession.appraisal(session))
                .rows()
                .get(1)
                .unvalued();
        session.close();
        return unvalued;
    }

    @Test
    void whatHasNoValueYetIsListedBesideWhatCannotBeValued(@TempDir Path folder) throws IOException {
        assertThat(unvalued(part(folder, "title"), "/title", JsonText.string("Falls")))
                .as("all impacts have a value")
                .isEmpty();
        assertThat(unvalued(
                        part(folder, "value"),
                        "/options/1/impacts/0/value",
                        JsonText.object().put("amount", 0)))
                .containsExactly(
                        "Emergency admissions for falls avoided: comes to nothing, because its value of one is 0;"
                                + " fill it in under Impacts.");
        assertThat(unvalued(part(folder, "effect"), "/options/1/impacts/0/quantity/effect", JsonText.number(0)))
                .containsExactly(
                        "Emergency admissions for falls avoided: comes to nothing, because its effect is 0; fill it"
                                + " in under Impacts.");
        assertThat(model.rows().getFirst().unvalued())
                .as("an option without impacts")
                .isEqualTo(
                        housing.options().getFirst().impacts().isEmpty()
                                ? List.of("This option has no impacts, so that there is nothing to value.")
                                : List.of());
    }

    @Test
    void theChecksThatThePortfolioCountsAreThoseOfTheOptionThatItShows(@TempDir Path folder) {
        Session session = OpenSession.withSamples(folder);
        var rows = PortfolioRows.of(session.snapshot().orElseThrow()).rows();
        for (Appraisal appraisal : session.snapshot().orElseThrow().appraisals()) {
            OptionsViewModel results = OptionsViewModel.of(appraisal);
            int checks = results.rows().get(results.preferred()).checks().size();
            assertThat(rows.stream()
                            .filter(row -> row.name()
                                    .equals(appraisal.basis().proposal().id()))
                            .map(PortfolioRows.Row::state))
                    .containsExactly(checks == 0 ? "" : checks == 1 ? "1 check" : checks + " checks");
        }
        session.close();
    }
}
