package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.Interaction.Side;
import org.worthwhile.portfolio.Spending;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.json.JsonMapper;

/** What pairs come to together, among the sample proposals. */
class InteractionsReaderTest {

    private static final List<Proposal> AMONG = Samples.appraisals().stream()
            .map(appraisal -> appraisal.basis().proposal())
            .toList();

    private static Constraints read(String interactions, String others) {
        return new ConstraintsReader(Samples.MODELS)
                .read(
                        "limits",
                        new JsonMapper()
                                .readTree(
                                        "{\"format\": \"worthwhile-constraints/1\", \"budget\": 1, \"interactions\": ["
                                                + interactions + "]" + others + "}"),
                        AMONG);
    }

    private static String pair(String one, String other, String rest) {
        return "{\"between\": [" + one + ", " + other + "], \"reason\": \"Why\"" + rest + "}";
    }

    private static String side(String proposal) {
        return "{\"proposal\": \"" + proposal + "\"}";
    }

    private static String side(String proposal, String option) {
        return "{\"proposal\": \"" + proposal + "\", \"option\": \"" + option + "\"}";
    }

    @Test
    void benefitCostAndSpendingAreThoseOfThePair() {
        Interaction interaction = read(
                        pair(
                                side("rural-bus", "on-demand"),
                                side("family-hubs"),
                                ", \"benefit\": 50, \"cost\": -20, \"spending\": [{\"organisation\": \"county\", \"kind\":"
                                        + " \"capital\", \"year\": \"2027/28\", \"amount\": -21}]"),
                        "")
                .interactions()
                .getFirst();

        assertThat(interaction.one()).isEqualTo(new Side("rural-bus", Optional.of("on-demand")));
        assertThat(interaction.other()).isEqualTo(new Side("family-hubs", Optional.empty()));
        assertThat(interaction.npsv()).isEqualTo(70);
        assertThat(interaction.spending())
                .containsExactly(new Spending("county", true, FinancialYear.of("2027/28"), -21));
        assertThat(interaction.reason()).isEqualTo("Why");
    }

    @Test
    void whatDoesNotExistIsNamedWithWhatWasMeant() {
        assertThatThrownBy(() -> read(
                        pair(side("rural-bas"), side("family-hubs"), ", \"benefit\": 1") + ","
                                + pair(side("rural-bus", "on-demandd"), side("family-hubs", "bau"), ", \"benefit\": 1"),
                        ""))
                .hasMessageContaining("there is no proposal 'rural-bas' to choose; did you mean 'rural-bus'?")
                .hasMessageContaining("'rural-bus' has no option 'on-demandd' to choose; did you mean 'on-demand'?")
                .hasMessageContaining("'family-hubs' has no option 'bau' to choose; use one of four-hubs, nine-hubs");
    }

    @Test
    void twoOptionsOfOneProposalAreNoPair() {
        assertThatThrownBy(() -> read(
                        pair(side("family-hubs", "four-hubs"), side("family-hubs", "nine-hubs"), ", \"benefit\": 1"),
                        ""))
                .hasMessageContaining("both sides are of 'family-hubs', of which at most one option is chosen");
    }

    @Test
    void aPairIsGivenOnceEitherWayRound() {
        assertThatThrownBy(() -> read(
                        pair(side("family-hubs"), side("rural-bus"), ", \"benefit\": 1") + ","
                                + pair(side("rural-bus"), side("family-hubs"), ", \"cost\": 1"),
                        ""))
                .hasMessageContaining("the same pair is given as interaction 1 and 2; keep one of them");
    }

    @Test
    void whereSpendingIsLimitedItIsSaidWhatAPairSpends() {
        String silent = pair(side("family-hubs"), side("rural-bus"), ", \"cost\": 1");
        String limit = ", \"limits\": [{\"amount\": 5, \"kind\": \"capital\"}]";

        assertThatThrownBy(() -> read(silent, limit)).hasMessageContaining("it is not said what this pair spends when");
        assertThat(read(silent, "").interactions()).hasSize(1);
        assertThat(read(pair(side("family-hubs"), side("rural-bus"), ", \"cost\": 1, \"spending\": []"), limit)
                        .interactions())
                .hasSize(1);
    }

    @Test
    void whatIsNoPublicMoneyOrNoYearIsRefused() {
        assertThatThrownBy(() -> read(
                        pair(
                                side("family-hubs"),
                                side("rural-bus"),
                                ", \"spending\": [{\"organisation\": \"countty\", \"kind\": \"revenue\", \"year\": \"2027/29\","
                                        + " \"amount\": 1}]"),
                        ""))
                .hasMessageContaining(
                        "no proposal to choose among has the public organisation 'countty'; did you mean 'county'?")
                .hasMessageContaining("'2027/29' does not run over two consecutive years");
    }

    @Test
    void aPairThatComesToNothingOrHasNoReasonIsRefused() {
        assertThatThrownBy(() -> read(pair(side("family-hubs"), side("rural-bus"), ""), ""))
                .hasMessageContaining("benefit");
        assertThatThrownBy(() -> read(
                        "{\"between\": [" + side("family-hubs") + ", " + side("rural-bus") + "], \"benefit\": 1}", ""))
                .hasMessageContaining("reason");
    }
}
