package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The choice within a budget from the command line. */
class PortfolioCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void everySetOfSamplesHasABestChoiceWithinEveryBudget() {
        List<Appraisal> samples = Home.proposalFiles()
                .load(ProposalOptions.files(Path.of("sample-data")).toList(), List.of(), Optional.empty())
                .stream()
                .map(Appraiser::appraise)
                .toList();
        Progress progress = new Progress(new PrintWriter(err, true), false, () -> 0);
        for (int set = 1; set < 1 << samples.size(); set++) {
            long members = set;
            List<Appraisal> some = IntStream.range(0, samples.size())
                    .filter(i -> (members >> i & 1) == 1)
                    .mapToObj(samples::get)
                    .toList();
            for (double budget : List.of(0.0, 500_000.0, 10_000_000.0, 100_000_000.0)) {
                PortfolioChoice choice = Chosen.of(some, Constraints.NONE.withBudget(budget), progress)
                        .choice();
                assertThat(choice.proven()).as("%d at %f", members, budget).isTrue();
                assertThat(choice.cost()).as("%d at %f", members, budget).isLessThanOrEqualTo(budget);
            }
        }
    }

    @Test
    void aBudgetInTheConstraintsIsEnough() throws IOException {
        Path constraints = Files.writeString(folder.resolve("limits.json"), """
                {"format": "worthwhile-constraints/1", "budget": 12000000, "must": ["falls-prevention"]}
                """);
        assertThat(run("portfolio", "sample-data", "--constraints", constraints.toString()))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("Falls prevention in Fenland").contains("proven to be the best");
    }

    /** The minibuses bring 140,000 of benefit for 33,620 to the classes, 106,380 net. */
    @Test
    void whatPairsComeToTogetherIsCountedAndNamed() throws IOException {
        Path results = folder.resolve("results");
        assertThat(run(
                        "portfolio",
                        "sample-data",
                        "--constraints",
                        "sample-data/budget.constraints.json",
                        "--out",
                        results.toString()))
                .as("%s", err)
                .isZero();
        JsonNode result = new JsonMapper().readTree(Files.readString(results.resolve("portfolio.json")));
        double chosen = 0;
        double cost = 0;
        for (JsonNode each : result.path("chosen")) {
            chosen += each.path("npsv").asDouble();
            cost += each.path("cost").asDouble();
        }

        assertThat(out.toString())
                .contains(
                        "Chosen together: 'Rural on-demand bus: Six on-demand minibuses' and 'Falls prevention in Fenland:"
                                + " Classes and home hazard checks', £106,380 more value, £33,620 more public cost (The minibuses take");
        assertThat(result.at("/interactions/0/chosen").asString()).isEqualTo("together");
        assertThat(result.at("/interactions/0/npsv").asDouble()).isEqualTo(106_380);
        assertThat(result.at("/interactions/1/chosen").asString()).isEqualTo("one");
        assertThat(result.path("value").asDouble()).isCloseTo(chosen + 106_380, within(1e-6));
        assertThat(result.path("cost").asDouble()).isCloseTo(cost + 33_620, within(1e-6));
        assertThat(result.at("/nearBest/sets/0/value").asDouble())
                .isEqualTo(result.path("value").asDouble());
    }

    /** The same choice as within a budget that everything fits into, of which nothing is told. */
    @Test
    void limitsOnSpendingAreEnoughWithoutABudget() throws IOException {
        List<String> results = new ArrayList<>();
        for (String budget : List.of("", "\"budget\": 1000000000, ")) {
            Path constraints = Files.writeString(folder.resolve("yearly.json"), """
                    {"format": "worthwhile-constraints/1", %s"budgetByYear": {"2026/27": 1500000}}
                    """.formatted(budget));
            Path to = folder.resolve("results" + results.size());
            assertThat(run(
                            "portfolio",
                            "sample-data",
                            "--constraints",
                            constraints.toString(),
                            "--trials",
                            "10",
                            "--out",
                            to.toString()))
                    .as("%s", err)
                    .isZero();
            assertThat(to.resolve("portfolio.xlsx")).isNotEmptyFile();
            results.add(Files.readString(to.resolve("portfolio.json")));
        }
        JsonNode without = new JsonMapper().readTree(results.get(0));
        JsonNode within = new JsonMapper().readTree(results.get(1));

        assertThat(out.toString()).contains("Within the limits on spending:").contains("Of the budget in 2026/27 £");
        assertThat(without.path("budget").isNull()).isTrue();
        assertThat(without.path("budgetAbsent").asString()).isEqualTo("no budget of net public cost is set");
        assertThat(without.path("shadowPrice").isNull()).isTrue();
        assertThat(without.path("chosen")).isNotEmpty().isEqualTo(within.path("chosen"));
        assertThat(without.path("value")).isEqualTo(within.path("value"));
        assertThat(without.path("limits").get(0))
                .isEqualTo(within.path("limits").get(1));
        assertThat(without.at("/steps").size()).isEqualTo(within.at("/steps").size());
        assertThat(without.at("/robust/chosen/limits")).hasSize(1);
    }

    @Test
    void withoutABudgetAndLimitsThereIsNothingToChooseWithin() throws IOException {
        Path constraints = Files.writeString(folder.resolve("rules.json"), """
                {"format": "worthwhile-constraints/1", "must": ["falls-prevention"]}
                """);
        assertThat(run("portfolio", "sample-data", "--constraints", constraints.toString()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no budget; give --budget, or a budget or limits on spending in the constraints");
    }

    /** Each of two costs 8 or 12, so that together they are over a budget of 20 in a quarter of all cases. */
    @Test
    void limitsAreKeptWithAProbabilityAndTheTailIsOfTheShareThatIsAskedFor() throws IOException {
        Path proposals = Files.createDirectory(folder.resolve("proposals"));
        for (String id : List.of("first", "second")) {
            Files.writeString(
                    proposals.resolve(id + ".proposal.json"), """
                    {"format": "worthwhile-proposal/1", "id": "%s", "title": "Case",
                     "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                     "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                     "options": [{"id": "do", "title": "Do", "role": "preferred",
                       "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 10},
                         "uncertainty": {"distribution": "discrete", "values": [8, 12], "probabilities": [0.5, 0.5]}}],
                       "impacts": [{"id": "i", "title": "T", "category": "social", "quantity": {"effect": %d},
                         "value": {"amount": 1}}]}]}""".formatted(id, id.equals("first") ? 30 : 20));
        }
        Path results = folder.resolve("results");
        assertThat(run(
                        "portfolio",
                        proposals.toString(),
                        "--budget",
                        "20",
                        "--trials",
                        "1600",
                        "--tail",
                        "0.25",
                        "--keep-limits",
                        "0.8",
                        "--out",
                        results.toString()))
                .as("%s", err)
                .isZero();
        JsonNode robust = new JsonMapper()
                .readTree(Files.readString(results.resolve("portfolio.json")))
                .path("robust");

        assertThat(robust.path("tail").asDouble()).isEqualTo(0.25);
        assertThat(robust.path("keepingProbability").asDouble()).isEqualTo(0.8);
        assertThat(robust.at("/chosen/limits/0/limit").asString()).isEqualTo("the budget");
        assertThat(robust.at("/chosen/limits/0/broken/value").asDouble()).isCloseTo(0.25, within(0.04));
        // The worst quarter of trials is where both cost 12: 30 + 20 - 24.
        assertThat(robust.at("/chosen/conditionalValueAtRisk/value").asDouble()).isCloseTo(26, within(0.5));
        assertThat(robust.path("choices")).hasSize(3).allSatisfy(best -> {
            assertThat(best.at("/set/candidates")).hasSize(1);
            assertThat(best.at("/set/candidates/0").asString()).isEqualTo("first/do");
            assertThat(best.path("proven").asBoolean()).isTrue();
        });
        assertThat(out.toString())
                .contains("keep to each limit with a probability of at least 80%")
                .contains("in the worst 25% of them (conditional value at risk)")
                .containsPattern("does not keep to the budget: in 2\\d(\\.\\d)?% of these 1600 trials")
                .contains("first/do, which comes to £20 where the choice comes to £30")
                .contains("what was not simulated may be worse");
        assertThat(run("portfolio", proposals.toString(), "--budget", "30", "--trials", "100"))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("does not keep to the budget: in none of these 100 trials");
        assertThat(run("portfolio", proposals.toString(), "--budget", "20", "--tail", "0.2"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--tail is about simulated trials; give --trials too");
        assertThat(run("portfolio", proposals.toString(), "--budget", "20", "--trials", "100", "--keep-limits", "1.5"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--keep-limits takes a share from 0 to 1");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
