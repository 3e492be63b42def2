package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;

/** Who saves where an impact does not say so and its unit value is split among agencies. */
class AgencySplitTest {

    private static final Path MODELS = Path.of("models");

    private static final UnitValue SPLIT = new UnitValue(
            "own/visit",
            "A visit",
            "visit",
            100,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            new TreeMap<>(),
            FinancialYear.of("2026/27"),
            0,
            Category.FISCAL,
            "",
            new TreeMap<>(Map.of("nhs", 0.5, "local-authority", 0.3, "police", 0.2)),
            false,
            Standing.VERIFIED,
            "",
            new Source("Invented", "", "", "", "", "", Standing.VERIFIED, "", ""));

    @Test
    void organisationsSaveTheSharesOfTheirAgenciesAndThoseOfOneKindShareAlike() {
        // 10 visits at 100: half to the NHS, 30% to two councils alike, and 20% to a police force that is not there.
        Appraisal appraisal = appraise("");
        assertThat(saved(appraisal, "hospital")).isCloseTo(500, within(1e-9));
        assertThat(saved(appraisal, "county")).isCloseTo(150, within(1e-9));
        assertThat(saved(appraisal, "district")).isCloseTo(150, within(1e-9));
        assertThat(saved(appraisal, "charity")).isZero();
        assertThat(checks(appraisal))
                .anyMatch(
                        message -> message.equals("The impact 'Visits' is saved as its unit value 'A visit' splits it:"
                                + " local-authority 30%, nhs 50%, police 20%; none of it is cashable"))
                .anyMatch(message -> message.contains("saving shares that do not sum to 1"));
    }

    @Test
    void whoSavesIsTakenFromTheImpactWhereItSaysSo() {
        Appraisal appraisal = appraise(", 'savings': [{'organisation': 'county', 'share': 1}]");
        assertThat(saved(appraisal, "county")).isCloseTo(1000, within(1e-9));
        assertThat(saved(appraisal, "hospital")).isZero();
        assertThat(checks(appraisal)).noneMatch(message -> message.contains("splits it"));
    }

    /** It would save nothing, without a word. */
    @Test
    void aKindOfAgencyThatNoUnitValueKnowsIsRefused() {
        assertThatThrownBy(() -> appraise("", "nhss"))
                .hasMessage("case.json:4 /organisations/0/agency: no unit value knows 'nhss' as a kind of agency;"
                        + " did you mean 'nhs'?");
    }

    private static double saved(Appraisal appraisal, String organisation) {
        return appraisal.option("do").budget().stream()
                .filter(impact -> impact.organisation().id().equals(organisation))
                .findFirst()
                .orElseThrow()
                .savings()
                .at(0);
    }

    private static List<String> checks(Appraisal appraisal) {
        return appraisal.option("do").checks().stream().map(Check::message).toList();
    }

    private static Appraisal appraise(String savings) {
        return appraise(savings, "nhs");
    }

    private static Appraisal appraise(String savings, String hospital) {
        Located<Proposal> proposal = new ProposalReader(MODELS)
                .parse("case.json", """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 1},
                 'organisations': [
                  {'id': 'hospital', 'title': 'Hospital', 'sector': 'public', 'agency': '%s'},
                  {'id': 'county', 'title': 'County', 'sector': 'public', 'agency': 'local-authority'},
                  {'id': 'district', 'title': 'District', 'sector': 'public', 'agency': 'local-authority'},
                  {'id': 'charity', 'title': 'Charity', 'sector': 'third-sector'}],
                 'options': [{'id': 'do', 'title': 'Do', 'role': 'preferred', 'impacts': [
                  {'id': 'visits', 'title': 'Visits', 'category': 'fiscal', 'quantity': {'population': 10, 'effect': 1},
                   'value': {'unitValue': 'own/visit'}%s}]}]}""".formatted(hospital, savings).replace('\'', '"'));
        ModelLibrary published = PackReader.read(MODELS);
        Map<String, UnitValue> values = new TreeMap<>(published.unitValues());
        values.put(SPLIT.id(), SPLIT);
        ModelLibrary library =
                new ModelLibrary(published.frameworks(), published.priceIndices(), values, published.unusable());
        return Appraiser.appraise(References.resolve(proposal.value(), proposal.places(), library, Map.of()));
    }
}
