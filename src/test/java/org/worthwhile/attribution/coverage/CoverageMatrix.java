package org.worthwhile.attribution.coverage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.worthwhile.attribution.coverage.CoverageTable.Cell;

/**
 * Works out the matrix and writes its table: {@code mvn verify -Pcoverage}, with {@code -Dcoverage.sets=} for each setting,
 * {@code -Dcoverage.cells=} for those whose id has a match of the pattern, {@code -Dcoverage.folder=} for where answers are kept, and
 * {@code -Dcoverage.seconds=} after which a setting is left for the next, whatever it shows. Settings that have as many sets already are
 * not worked out again; 0 sets write the table of what is there. Rows of settings without kept answers stay as the table has them.
 */
final class CoverageMatrix {

    static final Path TABLE = Path.of("docs", "method", "coverage.md");

    /** Answers that are kept at once. */
    private static final int PART = 20;

    private final int sets = Integer.getInteger("coverage.sets", 1000);
    private final long nanoseconds = Long.getLong("coverage.seconds", 1_000_000) * 1_000_000_000;
    private final ResultFolder results =
            new ResultFolder(Path.of(System.getProperty("coverage.folder", "target/coverage")));
    private final String commit;

    private CoverageMatrix(String commit) {
        this.commit = commit;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new CoverageMatrix(commit()).workOut(Pattern.compile(System.getProperty("coverage.cells", "")));
    }

    private void workOut(Pattern chosen) throws IOException {
        EarlierTable earlier = new EarlierTable(Files.exists(TABLE) ? Files.readAllLines(TABLE) : List.of());
        List<Cell> cells = new ArrayList<>();
        for (Setting setting : Settings.all()) {
            if (chosen.matcher(setting.id()).find()) {
                extend(setting, results.read(setting).size());
            }
            cells.add(new Cell(setting, results.read(setting)));
        }
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, CoverageTable.of(cells, earlier, LocalDate.now(), commit));
    }

    private void extend(Setting setting, int done) throws IOException {
        long start = System.nanoTime();
        int from = done;
        while (from < sets && System.nanoTime() - start < nanoseconds) {
            int to = Math.min(sets, from + PART);
            results.append(setting, commit, setting.answers(from, to));
            from = to;
        }
        if (from > done) {
            System.out.println(
                    setting.id() + ": sets " + (from - done) + ", ms " + (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** The commit, with a plus where the program was changed since. */
    private static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            return "unknown";
        }
        boolean changed = new ProcessBuilder("git", "diff", "--quiet", "HEAD", "--", "src/main")
                        .start()
                        .waitFor()
                != 0;
        return commit + (changed ? "+" : "");
    }
}
