package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.worthwhile.documents.MarkdownPage;
import picocli.CommandLine;

/** The commands that the pages show are those that there are. */
class DocumentedCommandsTest {

    private static final Pattern OURS = Pattern.compile("^[./]*worthwhile ([a-z][a-z-]*)\\b(.*)$");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");
    private static final Pattern MAVEN = Pattern.compile("(?:\\./mvnw|mvn) [^`\\n]*");
    private static final Pattern PROFILES = Pattern.compile("(?<= )-P([\\w,]+)");

    @Test
    void everyCommandOfTheProgramExistsWithTheOptionsShown() {
        CommandLine program = Main.commandLine();
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            page.codeLines().map(OURS::matcher).filter(found -> found.matches()).forEach(found -> {
                CommandLine command = program.getSubcommands().get(found.group(1));
                seen.add(found.group(1));
                if (command == null) {
                    wrong.add(page.file() + ": " + found.group(1));
                    return;
                }
                OPTION.matcher(found.group(2))
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> command.getCommandSpec().findOption(option) == null
                                && command.getSubcommands().values().stream()
                                        .noneMatch(sub -> sub.getCommandSpec().findOption(option) != null))
                        .forEach(option -> wrong.add(page.file() + ": " + found.group(1) + " " + option));
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(seen)
                .as("every command is shown somewhere")
                .containsAll(program.getSubcommands().keySet());
    }

    @Test
    void aCommandThatIsAskedForIsWhatItIsAmongAll() {
        CommandLine program = Main.commandLine("--help");
        assertThat(program.getSubcommands()).hasSizeGreaterThan(10);
        program.getSubcommands().forEach((name, command) -> {
            CommandLine asked = Main.commandLine(name, "--help");
            assertThat(asked.getSubcommands()).containsOnlyKeys(name);
            assertThat(asked.getSubcommands().values())
                    .extracting(CommandLine::getUsageMessage)
                    .containsExactly(command.getUsageMessage());
        });
    }

    @Test
    void wordsThatBeginWithNoCommandMayMeanAnyOfThem() {
        assertThat(Main.commandLine("atribute", "data").getSubcommands()).containsKeys("attribute", "data", "models");
    }

    @Test
    void everyProfileOfTheBuildThatIsShownExists() {
        String build = MarkdownPage.read(Path.of("pom.xml")).text();
        Set<String> profiles = MarkdownPage.all().stream()
                .flatMap(page -> MAVEN.matcher(page.text()).results())
                .flatMap(command -> PROFILES.matcher(command.group()).results())
                .flatMap(found -> Pattern.compile(",").splitAsStream(found.group(1)))
                .collect(Collectors.toSet());
        assertThat(profiles)
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(build).contains("<id>" + profile + "</id>"));
    }
}
