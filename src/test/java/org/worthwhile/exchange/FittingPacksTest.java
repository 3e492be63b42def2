package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;

class FittingPacksTest {

    private static final String INDEX = "prices/uk-gdp-deflator.json";

    /** What was read before is of no account once the file is another: its values are followed, and what is wrong in it is told. */
    @Test
    void aPackThatChangedIsReadAnew(@TempDir Path folder) throws IOException {
        copy(Path.of("models"), folder);
        Path index = folder.resolve(INDEX);
        String original = Files.readString(index);
        String title = title(folder);

        Files.writeString(index, original.replace(title, "Another title"));
        assertThat(title(folder)).isEqualTo("Another title");

        Files.writeString(index, original.replaceFirst("\"title\"", "\"tilte\""));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> PackReader.read(folder))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("tilte");
        }

        Files.writeString(index, original);
        assertThat(title(folder)).isEqualTo(title);
    }

    @Test
    void aYearOfAPackThatDoesNotFollowItsFirstHalfIsTold(@TempDir Path folder) throws IOException {
        copy(Path.of("models"), folder);
        Path index = folder.resolve(INDEX);
        Files.writeString(
                index,
                Files.readString(index)
                        .replaceFirst("\"firstYear\": ?\"(\\d{2})(\\d{2})/\\d{2}\"", "\"firstYear\": \"$1$2/$2\""));

        assertThatThrownBy(() -> PackReader.read(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not run over two consecutive years");
    }

    @Test
    void aPackThatIsTheSameIsCheckedOnce() {
        SchemaCheck schema = new SchemaCheck(Path.of("models"), "price-index.schema.json");
        Path index = Path.of("models").resolve(INDEX);

        assertThat(FittingPacks.read(index, schema)).isSameAs(FittingPacks.read(index, schema));
    }

    private static String title(Path models) {
        return Objects.requireNonNull(PackReader.read(models).priceIndices().get("uk-gdp-deflator"))
                .title();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
