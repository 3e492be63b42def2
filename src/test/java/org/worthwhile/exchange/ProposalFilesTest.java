package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;

/** Many proposals, which are read on several threads. */
class ProposalFilesTest {

    private static final int MANY = 60;
    private static final Path MODELS = Path.of("models");
    private static final Path SAMPLE = Path.of("sample-data", "rural-bus.proposal.json");

    @TempDir
    private Path folder;

    @Test
    void theyComeInTheOrderOfTheirFiles() throws IOException {
        List<Path> files = files("\"id\": \"proposal-%d\"");
        List<String> ids =
                IntStream.range(0, MANY).mapToObj(i -> "proposal-" + i).toList();

        for (int threads : new int[] {1, 4}) {
            List<AppraisalCase> cases = on(threads, () -> load(files));

            assertThat(cases.stream().map(each -> each.proposal().id())).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void everyProblemIsToldInTheOrderOfTheFiles() throws IOException {
        List<Path> files = files("\"identity\": \"proposal-%d\"");

        List<String> alone = on(1, () -> problems(files));

        assertThat(alone).hasSize(2 * MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(alone.subList(2 * i, 2 * i + 2)).allMatch(startsWith(files.get(i)));
        }
        assertThat(on(4, () -> problems(files))).isEqualTo(alone);
    }

    private static Predicate<String> startsWith(Path file) {
        return problem -> problem.startsWith(file.toString());
    }

    /** The sample as often, with another text for its id. */
    private List<Path> files(String id) throws IOException {
        String sample = Files.readString(SAMPLE);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String own = sample.replaceFirst("\"id\": \"rural-bus\"", String.format(Locale.ROOT, id, i));
            files.add(Files.writeString(folder.resolve("file-" + i + ".proposal.json"), own));
        }
        return files;
    }

    private static List<AppraisalCase> load(List<Path> files) {
        return new ProposalFiles(MODELS).load(files, List.of(), Optional.empty());
    }

    private static List<String> problems(List<Path> files) {
        return catchThrowableOfType(InvalidInput.class, () -> load(files)).problems().stream()
                .map(problem -> problem.sentence())
                .toList();
    }

    private static <T> T on(int threads, Callable<T> task) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(task).join();
        }
    }
}
