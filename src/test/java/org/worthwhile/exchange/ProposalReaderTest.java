package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;

class ProposalReaderTest {

    private final ProposalReader reader = new ProposalReader(Path.of("models"));

    private static final String WHOLE = """
            {
              "format": "worthwhile-proposal/1", "id": "falls", "title": "Falls prevention",
              "themes": ["healthy ageing"], "objectives": [{"title": "Fewer falls", "baseline": 2100, "by": "2029/30"}],
              "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 10, "timing": "mid-year"},
              "organisations": [{"id": "county", "title": "County", "sector": "public"}],
              "groups": [{"id": "q1", "title": "Lowest fifth", "incomeIndex": 0.42}],
              "options": [{"id": "do", "title": "Do", "role": "preferred",
                "costs": [
                  {"id": "a", "title": "A", "bearer": "county", "kind": "revenue", "amount": {"annual": 10, "to": "2030/31"},
                   "uncertainty": {"distribution": "triangular", "low": 0.9, "mode": 1, "high": 1.3, "relative": true}},
                  {"id": "b", "title": "B", "bearer": "county", "kind": "capital", "amount": {"schedule": {"2026/27": 5}},
                   "optimismBias": {"type": "outsourcing", "mitigation": {"value": 0.2, "uncertainty": {"distribution": "uniform", "low": 0, "high": 0.4}}}}],
                "impacts": [
                  {"id": "c", "title": "C", "category": "fiscal", "quantity": {"population": 100, "effect": {"value": 0.03, "standardError": 0.01}},
                   "profile": {"lag": 1, "rampUp": [0.5, 1], "duration": 4}, "value": {"unitValue": "uk-services/inpatient-episode"},
                   "savings": [{"organisation": "county", "cashable": 0.3, "cashableFrom": "2028/29"}],
                   "beneficiaries": [{"group": "q1", "share": 0.4}]},
                  {"id": "d", "title": "D", "category": "social", "schedule": {"2027/28": 7}, "basis": {"real": false}}],
                "unmonetised": [{"title": "Confidence", "score": 2}]}],
              "correlations": [{"between": ["do/c/effect", "do/a/amount"], "rank": -0.2}],
              "scenarios": [{"id": "low", "title": "Low", "set": {"do/c/engagement": 0.5}}]
            }""";

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        Proposal proposal = reader.parse("whole.json", WHOLE).value();
        Proposal again =
                reader.parse("again.json", ProposalWriter.text(proposal)).value();
        assertThat(again).isEqualTo(proposal);
    }

    @Test
    void aLongTextIsQuotedShortenedWithinItsQuotationMarks() {
        assertThat(problems(WHOLE.replace("\"annual\": 10", "\"annual\": \"" + "tenpounds".repeat(9) + "\"")))
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains("'" + "tenpounds".repeat(6) + "ten...'");
    }

    @Test
    void yamlOfTheSameShapeIsReadToo() {
        Proposal proposal = reader.parse("small.yaml", """
                format: worthwhile-proposal/1
                id: small
                title: Small
                appraisal: {framework: uk-green-book-2026, baseYear: 2026/27, years: 5}
                options:
                  - {id: do, title: Do, role: preferred}
                """).value();
        assertThat(proposal.appraisal().years()).isEqualTo(5);
    }

    @Test
    void everyProblemIsReportedAtOnceWithItsLineItsPlaceAndARemedy() {
        assertThat(problems(WHOLE.replace("\"title\": \"Falls prevention\"", "\"titel\": \"Falls\"")
                        .replace("mid-year", "mid-yaer")
                        .replace("\"population\": 100", "\"population\": -1")))
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "case.json:1: 'title' is missing; add it.",
                        "case.json:2 /titel: unknown field 'titel'; did you mean 'title'?",
                        "case.json:4 /appraisal/timing: 'mid-yaer' is not known here; did you mean 'mid-year'?",
                        "case.json:14 /options/0/impacts/0/quantity/population: -1 is too small; the least allowed is 0.");
    }

    @Test
    void partsThatDoNotFitTogetherAreReported() {
        assertThat(problems(WHOLE.replace(
                                "\"bearer\": \"county\", \"kind\": \"revenue\"",
                                "\"bearer\": \"conty\", \"kind\": \"revenue\"")
                        .replace("do/a/amount", "do/a/amont")
                        .replace("\"low\": 0.9", "\"low\": 1.9")))
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "case.json:9 /options/0/costs/0/bearer: no organisation 'conty' is defined in this proposal; did you mean 'county'?",
                        "case.json:10 /options/0/costs/0/uncertainty: low 1.9, mode (the most likely) 1 and high 1.3 are not in rising order; mend the parameters.",
                        "case.json:20 /correlations/0/between/1: no input 'do/a/amont' is defined in this proposal; did you mean 'do/a/amount'?");
    }

    @Test
    void aCentralValueOutsideItsDistributionIsReported() {
        assertThat(problems(WHOLE.replace(
                                "\"population\": 100",
                                "\"population\": 100, \"engagement\": {\"value\": 0.12, \"uncertainty\": {\"distribution\":"
                                        + " \"triangular\", \"low\": 0.05, \"mode\": 0.12, \"high\": 0.2, \"relative\": true}}")
                        .replace("\"low\": 0.9, \"mode\": 1, \"high\": 1.3", "\"low\": 9, \"mode\": 10, \"high\": 13")))
                .extracting(Problem::sentence)
                .containsExactlyInAnyOrder(
                        "case.json:10 /options/0/costs/0/uncertainty: the central value 10 lies outside its distribution, whose"
                                + " factors of 9 to 13 make it 90 to 130; untick As factors (in a file, relative: false) if"
                                + " the parameters are values and not factors, or mend the value or the parameters.",
                        "case.json:14 /options/0/impacts/0/quantity/engagement/uncertainty: the central value 0.12 lies"
                                + " outside its distribution, whose factors of 0.05 to 0.2 make it 0.006 to 0.024; untick As"
                                + " factors (in a file, relative: false) if the parameters are values and not factors, or mend"
                                + " the value or the parameters.");
    }

    @Test
    void aYearThatDoesNotRunOverTwoConsecutiveYearsIsReported() {
        assertThat(problems(WHOLE.replace("\"baseYear\": \"2026/27\"", "\"baseYear\": \"2026/28\"")))
                .extracting(Problem::sentence)
                .containsExactly(
                        "case.json:4 /appraisal/baseYear: '2026/28' does not run over two consecutive years; did you mean '2026/27'?");
    }

    @Test
    void aYearInAnIntakeIsHeldToTheSameRule() {
        assertThat(problems(WHOLE.replace("\"population\": 100", "\"intake\": {\"2026/29\": 4}")))
                .extracting(Problem::sentence)
                .containsExactly(
                        "case.json:14 /options/0/impacts/0/quantity/intake/2026/29: '2026/29' does not run over two"
                                + " consecutive years; did you mean '2026/27'?");
    }

    @Test
    void aScenarioSetsAnInputOnlyToWhatCouldBeTyped() {
        assertThat(whatIsSaid("\"do/c/engagement\": 7, \"do/c/population\": -7, \"do/c/lag\": 1.5"))
                .containsExactlyInAnyOrder(
                        "is above 1, the greatest it can be",
                        "is below 0, the least it can be",
                        "is no whole number of years");
        String possible = WHOLE.replace("\"do/c/engagement\": 0.5", "\"do/c/engagement\": 0.7, \"do/a/amount\": 500");
        assertThat(reader.parse("case.json", possible)
                        .value()
                        .scenarios()
                        .getFirst()
                        .set())
                .hasSize(2);
    }

    @Test
    void aScenarioSetsAParameterOnlyToWhatEveryUseOfItCanBe() {
        String shared = WHOLE.replace(
                        "\"population\": 100", "\"population\": 100, \"engagement\": {\"parameter\": \"uptake\"}")
                .replace(
                        "\"options\": [",
                        "\"parameters\": [{\"id\": \"uptake\", \"title\": \"Take-up\", \"value\": 0.3}], \"options\": [")
                .replace("\"do/c/engagement\": 0.5", "\"parameters/uptake\": 7");

        assertThat(problems(shared))
                .extracting(Problem::sentence)
                .containsExactly(
                        "case.json:21 /scenarios/0/set/parameters/uptake: makes 'do/c/engagement' 7, which is above"
                                + " 1, the greatest it can be; give a value that could be typed in the line itself.");
    }

    private List<String> whatIsSaid(String set) {
        return problems(WHOLE.replace("\"do/c/engagement\": 0.5", set)).stream()
                .map(Problem::what)
                .toList();
    }

    @Test
    void textThatIsNoJsonIsReportedWithItsLine() {
        List<Problem> problems = problems("{\n\"format\": \"worthwhile-proposal/1\",\n oops }");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().place().line()).isEqualTo(3);
    }

    @Test
    void aFieldGivenTwiceIsReported() {
        assertThat(problems("{\"id\": \"a\", \"id\": \"b\"}").getFirst().sentence())
                .contains("Duplicate");
    }

    private List<Problem> problems(String text) {
        return catchThrowableOfType(InvalidInput.class, () -> reader.parse("case.json", text))
                .problems();
    }
}
