package org.worthwhile.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.PackReader;

/** What is said of the model packs that come with the program. */
class LibraryCheckTest {

    private static final ModelLibrary LIBRARY = PackReader.read(Path.of("models"));

    @Test
    void guidanceThatWasWithdrawnIsToldWithWhatIsInItsPlace() {
        assertThat(what("us-omb-a94-2023", "Discount rates"))
                .contains("withdrawn")
                .anyMatch(words -> words.startsWith("in its place: Circular A-94 of 1992"));
    }

    @Test
    void aFigurePublishedMoreThanFiveYearsAgoIsOld() {
        assertThat(what("uk-services/ae-attendance", "")).contains("published 11 years ago");
        assertThat(LibraryCheck.of(LIBRARY, 2020))
                .filteredOn(finding -> finding.id().equals("uk-services/ae-attendance"))
                .allSatisfy(finding -> assertThat(finding.what()).noneMatch(words -> words.startsWith("published")));
    }

    @Test
    void everyFigureThatIsNotVerifiedIsTold() {
        List<String> told = LibraryCheck.of(LIBRARY, 2026).stream()
                .map(LibraryCheck.Finding::id)
                .toList();

        assertThat(LIBRARY.unitValues().values())
                .filteredOn(value -> !value.standing().isVerified())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(told).contains(value.id()));
        assertThat(LIBRARY.frameworks().values())
                .filteredOn(framework -> !framework.standing().isVerified())
                .isNotEmpty()
                .allSatisfy(framework -> assertThat(told).contains(framework.id()));
    }

    private static List<String> what(String id, String figure) {
        return LibraryCheck.of(LIBRARY, 2026).stream()
                .filter(finding -> finding.id().equals(id) && finding.figure().equals(figure))
                .findFirst()
                .orElseThrow()
                .what();
    }
}
