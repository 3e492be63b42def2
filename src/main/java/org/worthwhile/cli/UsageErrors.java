package org.worthwhile.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.worthwhile.problem.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line, in one sentence. */
final class UsageErrors {

    private UsageErrors() {}

    /** Prints the sentence and returns the exit status. */
    static int print(CommandLine.ParameterException wrong, PrintWriter err) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String sentence = sentence(wrong);
        err.println(command + ": " + sentence + (sentence.endsWith("?") ? " See " : "; see ") + command + " --help.");
        return Main.WRONG_USAGE;
    }

    private static String sentence(CommandLine.ParameterException wrong) {
        return switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case CommandLine.MissingParameterException missing ->
                missing.getMissing().stream().map(UsageErrors::missing).collect(Collectors.joining(" and "));
            case CommandLine.OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
            case CommandLine.ParameterException other
            when other.getArgSpec() != null && other.getValue() != null ->
                name(other.getArgSpec()) + " takes " + kind(other.getArgSpec()) + ", which '" + other.getValue()
                        + "' is not";
            default -> withoutStop(String.valueOf(wrong.getMessage()));
        };
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException wrong) {
        String first = wrong.getUnmatched().getFirst();
        if (!first.startsWith("-")) {
            return "'" + first + "' is more than it takes";
        }
        List<String> options = wrong.getCommandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        return "there is no option '" + first + "'"
                + Nearest.to(first, options)
                        .map(option -> "; did you mean '" + option + "'?")
                        .orElse("");
    }

    private static String missing(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.required()
                ? name(option) + " needs " + option.paramLabel()
                : name(argument) + " is missing";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String kind(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return type == double.class || type == Double.class ? "a number" : argument.paramLabel();
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
