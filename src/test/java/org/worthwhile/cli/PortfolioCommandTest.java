package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.portfolio.PortfolioChoice;

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
                .load(PortfolioCommand.proposals(Path.of("sample-data")).toList(), List.of(), Optional.empty())
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
                PortfolioChoice choice = PortfolioCommand.choose(some, Optional.empty(), Optional.of(budget), progress)
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

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
