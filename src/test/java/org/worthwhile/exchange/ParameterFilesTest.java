package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.JointDraws;
import org.worthwhile.proposal.Proposal;

/** Parameters and their draws in files, with everything that can be wrong with them. */
@SuppressWarnings("NullAway.Init") // set before each test
class ParameterFilesTest {

    private static final ProposalReader READER = new ProposalReader(Path.of("models"));

    @TempDir
    private Path folder;

    @Test
    void drawsInAFileBesideTheProposalAreReadWithItAndKeptInIt() throws IOException {
        Files.writeString(folder.resolve("posterior.csv"), "row,b0,b1\n1,0.1,2e3\n2,-0.2,1500\n3,0.3,1750.5\n");
        Proposal proposal = read(
                "{'id': 'a', 'title': 'A', 'value': 0.1}, {'id': 'b', 'title': 'B', 'value': 1700}",
                ", 'draws': {'path': 'posterior.csv', 'columns': {'a': 'b0', 'b': 'b1'}, 'order': 'random'}",
                "{'parameter': 'a'}");
        JointDraws draws = proposal.parameters().draws().orElseThrow();
        assertThat(draws.order()).isEqualTo(JointDraws.Order.RANDOM);
        assertThat(draws.values())
                .containsEntry("a", List.of(0.1, -0.2, 0.3))
                .containsEntry("b", List.of(2000.0, 1500.0, 1750.5));
        assertThat(READER.read("kept", ProposalWriter.tree(proposal)).value()).isEqualTo(proposal);
    }

    @Test
    void everyFaultOfParametersIsToldAtOnce() {
        assertThat(problems(
                        """
                        {'id': 'a', 'title': 'A', 'value': 2, 'unit': 'share'},
                         {'id': 'a', 'title': 'A again', 'value': 3},
                         {'id': 'p', 'title': 'P', 'value': {'parameter': 'q'}},
                         {'id': 'q', 'title': 'Q', 'value': {'parameter': 'p', 'times': 2}},
                         {'id': 'r', 'title': 'R', 'value': {'parameter': 'nobody'}}""",
                        "",
                        "{'parameter': 'uptaek'}",
                        "'population': {'parameter': 'a'}, 'eligible': {'parameter': 'a', 'times': 3},"))
                .containsExactlyInAnyOrder(
                        "/parameters/1: the parameter 'a' is there more than once",
                        "/parameters/2/value: the parameter 'p' rests on itself by way of 'q'",
                        "/parameters/3/value: the parameter 'q' rests on itself by way of 'p'",
                        "/parameters/4/value: no parameter 'nobody' is defined in this proposal",
                        "/options/0/impacts/0/quantity/effect: no parameter 'uptaek' is defined in this proposal",
                        "/options/0/impacts/0/quantity/population: the parameter 'a' is measured in shares, and here people"
                                + " stand",
                        "/options/0/impacts/0/quantity/eligible: the parameter makes it 6, which it cannot be");
    }

    @Test
    void whatDoesNotGoWithAParameterIsTold() {
        assertThat(problems(
                        "{'id': 'a', 'title': 'A', 'value': 0.4}, {'id': 'b', 'title': 'B', 'value': 'many'}",
                        "",
                        "{'parameter': 'a', 'value': 3}",
                        "'eligible': {'value': 0.3, 'times': 2}, 'completion': {'parameter': 'b'},"))
                .containsExactlyInAnyOrder(
                        "/options/0/impacts/0/quantity/effect/value: 'value' does not go with the fields beside it",
                        "/options/0/impacts/0/quantity/eligible/times: 'times' does not go with the fields beside it",
                        "/parameters/1/value: is the text 'many'");
    }

    @Test
    void aLagIsAWholeNumberOfYearsWhateverParameterMakesIt() {
        assertThat(problems("{'id': 'a', 'title': 'A', 'value': 2.5}", "", "1", "", "'lag': {'parameter': 'a'}"))
                .containsExactly("/options/0/impacts/0/profile/lag: the parameter makes it 2.5 years");
    }

    /** 3e10 times 1e5 is 3e15; the largest figure that may be written is 1e15. */
    @Test
    void aParameterMakesNoFigureThatIsTooLargeToBeWritten() {
        String large = "{'id': 'a', 'title': 'A', 'value': 3e10}";
        assertThat(problems(large, "", "{'parameter': 'a', 'times': 1e5}"))
                .singleElement()
                .asString()
                .startsWith("/options/0/impacts/0/quantity/effect: the parameter makes it")
                .endsWith("which it cannot be");
        assertThat(problems(large, "", "{'parameter': 'a', 'times': 1e4}")).isEmpty();
    }

    @Test
    void aParameterThatRestsOnAnotherIsOfItsUnit() {
        String share = "{'id': 'a', 'title': 'A', 'value': 0.2, 'unit': 'share'}, {'id': 'b', 'title': 'B', 'value':"
                + " {'parameter': 'a', 'times': 500}%s}";
        assertThat(problems(share.formatted(", 'unit': 'people'"), "", "1", "'population': {'parameter': 'b'},"))
                .containsExactly("/parameters/1/value: the parameter 'a' is measured in shares, and here people stand");
        assertThat(problems(share.formatted(""), "", "1", "'population': {'parameter': 'b'},"))
                .isEmpty();
    }

    @Test
    void whatIsAnotherParameterTimesAFactorHasNoDrawsOfItsOwn() {
        assertThat(problems(
                        "{'id': 'a', 'title': 'A', 'value': 1}, {'id': 'b', 'title': 'B', 'value': {'parameter': 'a',"
                                + " 'times': 2}}",
                        ", 'draws': {'values': {'a': [0.5, 1.5], 'b': [1, 3]}}",
                        "{'parameter': 'b'}"))
                .containsExactly("/draws/values/b: the parameter 'b' is another one's value times a factor");
    }

    @Test
    void aColumnOfDrawsMustBeTheOnlyOneOfItsHeading() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "x,y,x\n1,2,3\n4,5,6\n");
        assertThat(problems(
                        "{'id': 'a', 'title': 'A', 'value': 1}, {'id': 'b', 'title': 'B', 'value': 2}",
                        ", 'draws': {'path': 'bad.csv', 'columns': {'a': 'x', 'b': 'y'}}",
                        "{'parameter': 'a'}"))
                .containsExactly("/draws/columns/a: the file of draws has more than one column 'x'");
    }

    @Test
    void drawsThatCannotBeUsedAreToldColumnByColumn() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "x,y,z\n1,2,3\nmany,2,\n5,6,7\n");
        String parameters = "{'id': 'a', 'title': 'A', 'value': 1}, {'id': 'b', 'title': 'B', 'value': 2}";
        assertThat(problems(
                        parameters,
                        ", 'draws': {'path': 'bad.csv', 'columns': {'a': 'x', 'b': 'z', 'c': 'w'}}",
                        "{'parameter': 'a'}"))
                .containsExactlyInAnyOrder(
                        "/draws/columns/a: column 'x' of the file of draws has a cell that is no number: 'many' in line 3",
                        "/draws/columns/b: column 'z' of the file of draws has a cell that is no number: no value in line"
                                + " 3",
                        "/draws/columns/c: the file of draws has no column 'w'");
        assertThat(problems(parameters, ", 'draws': {'values': {'a': [1, 2, 3], 'b': [1, 2]}}", "{'parameter': 'a'}"))
                .containsExactly("/draws/values/a: has 3 draws and another parameter 2");
        assertThat(problems(
                        "{'id': 'a', 'title': 'A', 'value': 1, 'uncertainty': {'distribution': 'uniform', 'low': 0, 'high': 2}}",
                        ", 'draws': {'values': {'a': [0, 2], 'c': [1, 2]}}",
                        "{'parameter': 'a'}"))
                .containsExactlyInAnyOrder(
                        "/draws/values/a: the parameter 'a' has an uncertainty of its own beside its draws",
                        "/draws/values/c: no parameter 'c' is defined in this proposal");
    }

    @Test
    void allBadCellsOfAColumnOfDrawsAreCountedAndTheFirstAreTold() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "x\n1\nNaN\n1e400\n3\nInfinity\nmany\n");
        assertThat(problems(
                        "{'id': 'a', 'title': 'A', 'value': 1}",
                        ", 'draws': {'path': 'bad.csv', 'columns': {'a': 'x'}}",
                        "{'parameter': 'a'}"))
                .containsExactly(
                        "/draws/columns/a: column 'x' of the file of draws has 4 cells that are no number: 'NaN' in"
                                + " line 3, '1e400' in line 4, 'Infinity' in line 6 and so on");
    }

    /** Where the parameter stands threefold, it is no more than a third. */
    @Test
    void drawsThatAnInputCannotHaveAreToldWithTheFirstOfThemInItsFile() throws IOException {
        String share = "{'id': 'a', 'title': 'A', 'value': 0.2, 'unit': 'share'}";
        String threefold = "'eligible': {'parameter': 'a', 'times': 3},";
        Files.writeString(folder.resolve("draws.csv"), "row,x\n1,0.1\n\n2,0.34\n3,0.33\n4,-0.5\n");
        assertThat(found(
                        folder,
                        text(
                                share,
                                ", 'draws': {'path': 'draws.csv', 'columns': {'a': 'x'}}",
                                "1",
                                threefold,
                                "'lag': 0")))
                .extracting(Problem::sentence)
                .containsExactly(folder.resolve("draws.csv") + ":4 column 'x': the draw of 'a' is 0.34, above"
                        + " 0.333333, which it cannot be; it is the first of 2 such draws of 4; mend the draws, or"
                        + " what the parameter is multiplied by where it is used.");
        assertThat(problems(
                        share,
                        ", 'draws': {'values': {'a': [0.1, 0.2, -0.3]}}",
                        "1",
                        "'eligible': {'parameter': 'a'},"))
                .containsExactly("/draws/values/a/2: the draw of 'a' is -0.3, below 0, which it cannot be");
        assertThat(problems(share, ", 'draws': {'values': {'a': [0.1, 0.2, 0.3]}}", "1", threefold))
                .isEmpty();
    }

    @Test
    void drawsFarFromTheValueAreToldWhereTheyAre() throws IOException {
        Files.writeString(folder.resolve("far.csv"), "x\n100\n120\n");
        String own = "{'id': 'a', 'title': 'A', 'value': 3}";
        String told = ": the central value 3 lies outside its distribution, which runs from 100 to 120";
        assertThat(problems(own, ", 'draws': {'values': {'a': [100, 120]}}", "{'parameter': 'a'}"))
                .containsExactly("/draws/values/a" + told);
        assertThat(problems(own, ", 'draws': {'path': 'far.csv', 'columns': {'a': 'x'}}", "{'parameter': 'a'}"))
                .containsExactly("/draws/columns/a" + told);
    }

    @Test
    void aFileOfDrawsIsInTheProposalsFolderOrItIsNotRead() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("draws.csv"), "x\n1\n2\n");
        Path own = Files.createDirectories(folder.resolve("own"));
        String parameters = "{'id': 'a', 'title': 'A', 'value': 1}";
        Files.createSymbolicLink(own.resolve("link.csv"), outside.resolve("draws.csv"));
        for (String path : List.of(
                "../outside/draws.csv", outside.resolve("draws.csv").toString(), "link.csv", "//server/draws.csv")) {
            String more = ", 'draws': {'path': '%s', 'columns': {'a': 'x'}}".formatted(path);
            assertThat(problems(own, parameters, more, "{'parameter': 'a'}", "", "'lag': 0"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .startsWith("/draws/path: '" + path + "' is");
        }
        String missing = ", 'draws': {'path': 'gone.csv', 'columns': {'a': 'x'}}";
        assertThat(problems(own, parameters, missing, "{'parameter': 'a'}", "", "'lag': 0"))
                .singleElement()
                .asString()
                .contains("gone.csv");
        assertThat(catchThrowableOfType(
                                InvalidInput.class,
                                () -> READER.parse(
                                        "typed", text(parameters, missing, "{'parameter': 'a'}", "", "'lag': 0")))
                        .problems())
                .singleElement()
                .asString()
                .contains("names a file, which is read only with a proposal in a file of its own");
    }

    private Proposal read(String parameters, String more, String effect) throws IOException {
        Path file = folder.resolve("case.proposal.json");
        Files.writeString(file, text(parameters, more, effect, "", "'lag': 0"));
        return READER.read(file).value();
    }

    private List<String> problems(String parameters, String more, String effect) {
        return problems(parameters, more, effect, "");
    }

    private List<String> problems(String parameters, String more, String effect, String quantity) {
        return problems(parameters, more, effect, quantity, "'lag': 0");
    }

    private List<String> problems(String parameters, String more, String effect, String quantity, String profile) {
        return problems(folder, parameters, more, effect, quantity, profile);
    }

    private static List<String> problems(
            Path folder, String parameters, String more, String effect, String quantity, String profile) {
        return found(folder, text(parameters, more, effect, quantity, profile)).stream()
                .map(problem -> (problem.place().position().isEmpty()
                                ? problem.place().file()
                                : problem.place().position())
                        + ": " + problem.what())
                .toList();
    }

    private static List<Problem> found(Path folder, String text) {
        Path file = folder.resolve("case.proposal.json");
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return READER.reading(file).problems();
    }

    private static String text(String parameters, String more, String effect, String quantity, String profile) {
        return """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 5},
                 'parameters': [%s]%s,
                 'options': [{'id': 'a', 'title': 'A', 'role': 'preferred', 'impacts': [
                  {'id': 'x', 'title': 'T', 'category': 'social', 'quantity': {%s 'effect': %s}, 'profile': {%s},
                   'value': {'amount': 1}}]}]}""".formatted(parameters, more, quantity, effect, profile).replace('\'', '"');
    }
}
