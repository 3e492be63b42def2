package org.worthwhile.uncertainty;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;

class UncertainInputsTest {

    private static final String WELLBY = "uk-wellbeing/wellby";

    /** A wellbeing year of 13,000, in an impact on nobody so far. */
    private static AppraisalCase basis(double low, double high, Map<FinancialYear, Double> byYear) {
        UnitValue own = requireNonNull(SmallCases.LIBRARY.unitValues().get(WELLBY));
        SortedMap<FinancialYear, Double> years = new TreeMap<>(byYear);
        UnitValue value = new UnitValue(
                own.id(),
                own.title(),
                own.unit(),
                13_000,
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                years,
                own.priceYear(),
                own.realGrowth(),
                own.category(),
                own.gainer(),
                own.agencies(),
                own.healthRate(),
                own.standing(),
                own.note(),
                own.source());
        Map<String, UnitValue> values = new HashMap<>(SmallCases.LIBRARY.unitValues());
        values.put(WELLBY, value);
        Located<Proposal> proposal = new ProposalReader(SmallCases.MODELS).parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "options": [{"id": "do", "title": "Do", "role": "preferred", "impacts": [
                  {"id": "i", "title": "T", "category": "social", "quantity": {"population": 0, "effect": 1},
                   "value": {"unitValue": "uk-wellbeing/wellby"}}]}]}""");
        ModelLibrary library = new ModelLibrary(
                SmallCases.LIBRARY.frameworks(),
                SmallCases.LIBRARY.priceIndices(),
                values,
                SmallCases.LIBRARY.unusable());
        return References.resolve(proposal.value(), proposal.places(), library, Map.of());
    }

    /** A value that is the lowest or the highest of its own range is as uncertain as another. */
    @Test
    void aUnitValueAtAnEndOfItsRangeIsTriangularFromThere() {
        assertThat(UncertainInputs.of(basis(13_000, 26_000, Map.of())))
                .extracting(UncertainInput::distribution)
                .isEqualTo(List.of(new Distribution.Triangular(1, 1, 2, true)));
        assertThat(UncertainInputs.of(basis(6_500, 13_000, Map.of())))
                .extracting(UncertainInput::distribution)
                .isEqualTo(List.of(new Distribution.Triangular(0.5, 1, 1, true)));
    }

    /** The range is of one year's value, and says nothing of those of the others. */
    @Test
    void aUnitValueWithAFigureForEachYearHasNoRange() {
        assertThat(UncertainInputs.of(basis(6_500, 26_000, Map.of(FinancialYear.of("2026/27"), 13_000.0))))
                .isEmpty();
    }

    @Test
    void whatIsZeroSoFarMayBecomeMorePeopleAndNotFewer() {
        assertThat(UncertainInputs.all(basis(6_500, 26_000, Map.of())))
                .filteredOn(input -> input.path().equals("do/i/population"))
                .extracting(UncertainInput::distribution)
                .isEqualTo(List.of(new Distribution.Uniform(0, 10, false)));
    }
}
