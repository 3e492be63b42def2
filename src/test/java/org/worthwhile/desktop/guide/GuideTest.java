package org.worthwhile.desktop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.worthwhile.desktop.shell.Screen;

/** The pages that the client shows are those of docs/guide. */
class GuideTest {

    private static final Guide GUIDE = Guide.read();

    @Test
    void everyPageIsAmongItsContents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs", "guide"))) {
            assertThat(GUIDE.pages())
                    .extracting(page -> page.name() + ".md")
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".md"))
                                    .toList());
        }
    }

    @Test
    void everyScreenHasAPage() {
        for (Screen screen : Screen.values()) {
            assertThat(GUIDE.find(screen.guidePage()))
                    .as(screen.name())
                    .hasValueSatisfying(page -> assertThat(page.sections())
                            .anySatisfy(section -> assertThat(section.text()).contains(screen.title())));
        }
    }

    @Test
    void aPageIsDividedAtItsHeadings() {
        GuidePage page = GuideReader.read(
                "taxes", "# Taxes\n\nOne **word**,\nsee [duties](duties.md).\n\n## Who pays\n\n- a\n- b\n");
        assertThat(page.title()).isEqualTo("Taxes");
        assertThat(page.sections()).extracting(GuidePage.Section::title).containsExactly("Taxes", "Who pays");
        assertThat(page.sections().getFirst().text()).isEqualTo("Taxes\nOne word, see duties.");
        assertThat(page.sections().getLast().text()).isEqualTo("Who pays\na\n\nb");
    }

    @Test
    void aSearchFindsThePartsWithAllItsWordsAndTitlesFirst() {
        List<GuidePage.Section> found = GUIDE.search("version");
        assertThat(found.getFirst().title()).containsIgnoringCase("version");
        assertThat(GUIDE.search("optim bias mitig"))
                .extracting(GuidePage.Section::title)
                .containsExactly("Costs");
        assertThat(GUIDE.search("zebra")).isEmpty();
    }

    @Test
    void withoutWordsASearchListsThePages() {
        assertThat(GUIDE.search(" "))
                .extracting(GuidePage.Section::title)
                .isEqualTo(GUIDE.pages().stream().map(GuidePage::title).toList());
    }
}
