package org.worthwhile.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.worthwhile.uncertainty.InformationQuestion;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What to find out about the value of information. */
final class InformationOptions {

    private static final double MOST_DECISIONS = 1e9;
    private static final int MOST_YEARS = 300;

    @Option(
            names = "--know",
            paramLabel = "TITLE=INPUT,INPUT",
            description =
                    "With --trials: what knowing these inputs together would be worth; an option or a line stands for all of"
                            + " its inputs. May be repeated.")
    private List<String> groups = new ArrayList<>();

    @Option(
            names = "--decisions",
            paramLabel = "N",
            description =
                    "With --trials: what knowing all would be worth if as many such decisions were taken each year.")
    private Optional<Double> decisions = Optional.empty();

    @Option(names = "--decision-years", paramLabel = "N", description = "For how many years; 1 unless given.")
    private Optional<Integer> years = Optional.empty();

    /**
     * What is asked.
     *
     * @param simulated whether there are trials to answer it by
     */
    InformationQuestion question(boolean simulated, CommandLine.Model.CommandSpec spec) {
        if (!simulated && (!groups.isEmpty() || decisions.isPresent())) {
            refuse(
                    spec,
                    (groups.isEmpty() ? "--decisions" : "--know") + " is about simulated trials; give --trials too.");
        }
        if (years.isPresent() && decisions.isEmpty()) {
            refuse(spec, "--decision-years is about --decisions; give --decisions too.");
        }
        decisions
                .filter(count -> !(count > 0 && count <= MOST_DECISIONS))
                .ifPresent(_ -> refuse(spec, "--decisions takes a number above 0, at most 1,000,000,000."));
        years.filter(count -> count < 1 || count > MOST_YEARS)
                .ifPresent(_ -> refuse(spec, "--decision-years takes a whole number from 1 to 300."));
        return new InformationQuestion(
                groups.stream().map(text -> group(text, spec)).toList(),
                decisions.map(count -> new InformationQuestion.Population(count, years.orElse(1))));
    }

    private static InformationQuestion.Group group(String text, CommandLine.Model.CommandSpec spec) {
        int equals = text.indexOf('=');
        List<String> inputs = Arrays.stream(text.substring(equals + 1).split(","))
                .map(String::strip)
                .filter(input -> !input.isEmpty())
                .toList();
        if (equals < 1 || inputs.isEmpty()) {
            refuse(
                    spec,
                    "--know takes a title, '=' and inputs with commas between, as in \"visits=community/visits,bus/fares\".");
        }
        return new InformationQuestion.Group(
                text.substring(0, Math.max(0, equals)).strip(), inputs);
    }

    private static void refuse(CommandLine.Model.CommandSpec spec, String message) {
        throw new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
