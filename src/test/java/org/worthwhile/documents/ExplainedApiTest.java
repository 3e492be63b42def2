package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls what computes can read what it means. */
class ExplainedApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proposal",
                "framework",
                "appraisal",
                "uncertainty",
                "portfolio",
                "attribution",
                "synthesis",
                "monitoring",
                "trackrecord"
            })
    void everyPublicTypeAndMethodThatComputesIsExplained(String room) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/worthwhile", room))) {
            assertThat(UnexplainedApi.of(files.filter(file -> file.toString().endsWith(".java"))
                            .toList()))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotExplainedIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Rates.java"), """
                /** Rates. */
                public interface Rates {
                    double first();

                    /** The last. */
                    double last();

                    record Fixed(double first) implements Rates {
                        public Fixed {}

                        public double first() {
                            return first;
                        }

                        @Override
                        public double last() {
                            return first;
                        }

                        public double twice() {
                            return 2 * first;
                        }

                        /** @return nothing else */
                        public double thrice() {
                            return 3 * first;
                        }

                        double four() {
                            return 4 * first;
                        }
                    }
                }
                """);
        assertThat(UnexplainedApi.of(List.of(file)))
                .extracting(found -> found.replaceAll(".*:", ""))
                .containsExactly("3 Rates.first", "8 Fixed", "20 Fixed.twice", "25 Fixed.thrice");
    }
}
