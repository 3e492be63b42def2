package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.Samples;

class FlowsCsvTest {

    /** The sum over the rows of an option's impacts is the present value of its benefits before business as usual is taken off. */
    @Test
    void theRowsAddUpToTheResults() {
        for (Appraisal appraisal : Samples.appraisals()) {
            List<NamedCsvRecord> rows = rows(appraisal);
            appraisal.options().forEach(option -> {
                double told = rows.stream()
                        .filter(row ->
                                row.getField("option").equals(option.option().id()))
                        .filter(row -> !row.getField("kind").equals("cost"))
                        .mapToDouble(row -> Double.parseDouble(row.getField("present_value")))
                        .sum();
                double meant = option.impacts().stream()
                        .mapToDouble(impact -> impact.flows()
                                .presentValue(appraisal.factors(impact.line().health())))
                        .sum();
                assertThat(told).isCloseTo(meant, within(1e-6 * Math.max(1, Math.abs(meant))));
            });
        }
    }

    @Test
    void theDictionaryNamesEveryColumn() {
        List<String> columns = rows(Samples.appraisals().getFirst()).getFirst().getHeader();
        List<String> named = CsvReader.builder().ofNamedCsvRecord(FlowsCsv.dictionary()).stream()
                .map(row -> row.getField("column"))
                .toList();
        assertThat(named).isEqualTo(columns);
    }

    @Test
    void textsThatLookLikeFormulasAreMadePassive() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("hostile.json", """
                {"format": "worthwhile-proposal/1", "id": "h", "title": "H",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 2},
                 "organisations": [{"id": "county", "title": "C", "sector": "public"}],
                 "options": [{"id": "a", "title": "A", "role": "preferred", "costs": [
                   {"id": "c", "title": "=cmd|' /C calc'!A0", "bearer": "county", "kind": "revenue", "amount": {"annual": 1}}]}]}""");
        Appraisal appraisal = Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
        assertThat(rows(appraisal)).allMatch(row -> row.getField("title").startsWith("'="));
    }

    private static List<NamedCsvRecord> rows(Appraisal appraisal) {
        return CsvReader.builder().ofNamedCsvRecord(FlowsCsv.text(appraisal)).stream()
                .toList();
    }
}
