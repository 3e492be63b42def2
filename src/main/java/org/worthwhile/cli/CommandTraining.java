package org.worthwhile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build, so that Java remembers which classes commands load and which of their methods are worth
 * compiling (JEP 483 and 515): those on large tables with middling ones, and a choice among the samples.
 */
final class CommandTraining {

    /** Enough for Java to find out what takes the time. */
    private static final int ROWS = 50_000;

    private static final int MATCHED_ROWS = 2_000;
    private static final int REGRESSORS = 5;
    private static final int UNITS = 1_000;
    private static final int TIMES = 20;

    private CommandTraining() {}

    /** Ends with the status of the first command that fails, or 0. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("worthwhile-training-");
        int status;
        try {
            status = runCommands(folder);
        } finally {
            delete(folder);
        }
        System.exit(status);
    }

    /**
     * Runs the commands, whose words nobody reads.
     *
     * @param folder for their files
     * @return the status of the first that fails; 0 without one
     */
    static int runCommands(Path folder) throws IOException {
        writeTables(folder);
        String budget = Home.samples().resolve("budget.constraints.json").toString();
        List<List<String>> commands = List.of(
                List.of("data", folder.resolve("effects.csv").toString()),
                List.of("attribute", folder.resolve("effects.study.json").toString()),
                List.of("attribute", folder.resolve("matching.study.json").toString()),
                List.of("portfolio", Home.samples().toString(), "--constraints", budget));
        for (List<String> command : commands) {
            PrintWriter nobody = new PrintWriter(Writer.nullWriter());
            int status = Main.run(nobody, nobody, command.toArray(String[]::new));
            if (status != 0) {
                return status;
            }
        }
        return 0;
    }

    private static void writeTables(Path folder) throws IOException {
        Random random = new Random(1);
        StringBuilder effects = new StringBuilder("y" + names() + ",unit,time,place,year\n");
        for (int row = 0; row < ROWS; row++) {
            numbers(random, effects);
            int unit = random.nextInt(UNITS);
            int time = random.nextInt(TIMES);
            effects.append(String.format(
                    Locale.ROOT, ",%d,%d,place %d,%d/%02d%n", unit, time, unit % 60, 2000 + time, time + 1));
        }
        Files.writeString(folder.resolve("effects.csv"), effects);
        write(
                folder,
                "effects",
                "panel-regression",
                "x0",
                ", \"fixedEffects\": [\"unit\", \"time\"], \"cluster\": \"unit\"",
                "");
        StringBuilder matching = new StringBuilder("y" + names() + ",treated\n");
        for (int row = 0; row < MATCHED_ROWS; row++) {
            numbers(random, matching);
            matching.append(',').append(row % 5 == 0 ? 1 : 0).append('\n');
        }
        Files.writeString(folder.resolve("matching.csv"), matching);
        write(
                folder,
                "matching",
                "observational",
                "treated",
                ", \"covariates\": [\"x0\", \"x1\", \"x2\"]",
                "\"estimator\": \"matching\"");
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (int j = 0; j < REGRESSORS; j++) {
            names.append(",x").append(j);
        }
        return names.toString();
    }

    private static void numbers(Random random, StringBuilder text) {
        for (int j = 0; j <= REGRESSORS; j++) {
            text.append(j == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.6f", random.nextGaussian()));
        }
    }

    private static void write(Path folder, String name, String design, String treatment, String roles, String options)
            throws IOException {
        String study = String.format(Locale.ROOT, """
                {"format": "worthwhile-study/1", "id": "%1$s", "question": "%1$s", "design": "%2$s",
                 "data": {"path": "%1$s.csv"},
                 "columns": {"outcome": "y", "treatment": "%3$s"%4$s}, "options": {%5$s}}
                """, name, design, treatment, roles, options);
        Files.writeString(folder.resolve(name + ".study.json"), study);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
