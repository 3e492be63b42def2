package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.Sensitivity;
import org.worthwhile.uncertainty.SensitivityResult;

/** Changes of what users pay in money and time, against worked examples (DfT, Transport Analysis Guidance, unit A1.3). */
class RuleOfHalfTest {

    private static final Path MODELS = Path.of("models");
    private static final ModelLibrary LIBRARY = PackReader.read(MODELS);

    private static final String JUNCTION =
            "'users': {'before': 200000, 'after': 240000}, 'costPerTrip': {'before': 40, 'after': 32}";

    @Test
    void thoseWhoGoOnGainTheWholeChangeAndThoseWhoComeHalfOfIt() {
        // 8 minutes at 20p: 200,000 x 8 x 0.20 = 320,000 and half of 40,000 x 8 x 0.20 = 32,000.
        assertThat(valueInBaseYear(JUNCTION)).isCloseTo(352_000, within(1e-6));
    }

    @Test
    void whereTheCostRisesThoseWhoGoAwayLoseHalfOfIt() {
        // 150,000 x 4 x 0.20 = 120,000 and half of 50,000 x 4 x 0.20 = 20,000 are lost.
        assertThat(valueInBaseYear(
                        "'users': {'before': 200000, 'after': 150000}, 'costPerTrip': {'before': 40, 'after': 44}"))
                .isCloseTo(-140_000, within(1e-6));
    }

    @Test
    void withAsManyUsersAsBeforeItIsAPopulationTimesAnEffect() {
        assertThat(valueInBaseYear(
                        "'users': {'before': 200000, 'after': 200000}, 'costPerTrip': {'before': 40, 'after': 32}"))
                .isCloseTo(valueInBaseYear("'population': 200000, 'effect': 8"), within(1e-6));
    }

    @Test
    void generalisedCostInMoneyIsTheSumOfItsPartsInMoneyAndTime() {
        // 2.50 and 40 minutes at 20p are 10.50; 2.10 and 32 minutes are 8.50.
        double together =
                value("'users': {'before': 200000, 'after': 240000}, 'costPerTrip': {'before': 10.5, 'after': 8.5}", 1);
        double money =
                value("'users': {'before': 200000, 'after': 240000}, 'costPerTrip': {'before': 2.5, 'after': 2.1}", 1);
        assertThat(together).isCloseTo(440_000, within(1e-6));
        assertThat(money + valueInBaseYear(JUNCTION)).isCloseTo(together, within(1e-6));
    }

    @Test
    void usersAndCostsAreInputsOfScenariosAndSwitchingValues() {
        Proposal proposal = proposal(JUNCTION, 0.2);
        Appraisal changed = Appraiser.appraise(resolved(InputChange.apply(
                proposal, Map.of("scheme/time/users/after", 200_000.0, "scheme/time/costPerTrip/after", 35.0))));
        assertThat(changed.option("scheme").impacts().getFirst().flows().at(0)).isCloseTo(200_000, within(1e-6));
        // The scheme costs 250,000 a year: 220,000 x (40 - c) x 0.20 = 250,000 where c = 40 - 5.6818...
        SensitivityResult sensitivity = Sensitivity.analyse(resolved(proposal));
        assertThat(sensitivity.switching())
                .filteredOn(switching -> switching.input().equals("scheme/time/costPerTrip/after"))
                .first()
                .satisfies(switching -> assertThat(switching.breakEven().orElseThrow())
                        .isCloseTo(40 - 250_000 / 44_000.0, within(1e-6)));
    }

    /** The scheme costs 250,000 a year, and at no cost of a trip at all gains 220,000 x 40 x 0.02 = 176,000. */
    @Test
    void aTripCostsNoLessThanNothing() {
        SensitivityResult sensitivity = Sensitivity.analyse(resolved(proposal(JUNCTION, 0.02)));
        assertThat(sensitivity.switching())
                .filteredOn(switching -> switching.input().equals("scheme/time/costPerTrip/after"))
                .first()
                .satisfies(switching -> {
                    assertThat(switching.from()).isGreaterThanOrEqualTo(0);
                    assertThat(switching.breakEven()).isEmpty();
                });
        assertThatThrownBy(() -> proposal(JUNCTION.replace("32", "-2"), 0.2))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("costPerTrip/after");
    }

    @Test
    void usersStandInPlaceOfAPopulationAndCostsInPlaceOfAnEffect() {
        assertThatThrownBy(() -> proposal("'population': 5, " + JUNCTION, 0.2))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems().toString()).contains("population"));
        assertThatThrownBy(() -> proposal("'effect': 5, " + JUNCTION, 0.2))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems().toString()).contains("effect"));
        assertThatThrownBy(() -> proposal("'users': {'before': 200000, 'after': 240000}", 0.2))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems().toString()).contains("effect"));
    }

    private static double valueInBaseYear(String quantity) {
        return value(quantity, 0.2);
    }

    private static double value(String quantity, double worth) {
        return Appraiser.appraise(resolved(proposal(quantity, worth)))
                .option("scheme")
                .impacts()
                .getFirst()
                .flows()
                .at(0);
    }

    private static Proposal proposal(String quantity, double worth) {
        return parsed(quantity, worth).value();
    }

    private static AppraisalCase resolved(Proposal proposal) {
        return References.resolve(proposal, parsed(JUNCTION, 0.2).places(), LIBRARY, Map.of());
    }

    private static Located<Proposal> parsed(String quantity, double worth) {
        return new ProposalReader(MODELS)
                .parse("road.json", """
                {'format': 'worthwhile-proposal/1', 'id': 'road', 'title': 'A junction',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'priceYear': '2026/27', 'years': 3},
                 'organisations': [{'id': 'county', 'title': 'County', 'sector': 'public'}],
                 'options': [{'id': 'bau', 'title': 'As now', 'role': 'business-as-usual'},
                   {'id': 'scheme', 'title': 'Scheme', 'role': 'preferred',
                    'costs': [{'id': 'works', 'title': 'Works', 'bearer': 'county', 'kind': 'revenue',
                               'amount': {'annual': 250000, 'from': '2026/27', 'to': '2028/29'}}],
                    'impacts': [{'id': 'time', 'title': 'Shorter journeys', 'unit': 'minute', 'category': 'economic',
                                 'quantity': {%s}, 'value': {'amount': %s}}]}]}
                """.formatted(quantity, worth).replace('\'', '"'));
    }
}
