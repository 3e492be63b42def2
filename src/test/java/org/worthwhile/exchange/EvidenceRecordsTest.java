package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.Problem;
import org.worthwhile.samples.Samples;

/** A record that cannot be used harms the proposals that name it and no other. */
class EvidenceRecordsTest {

    private static final Path FALLS = Samples.FOLDER.resolve("falls-prevention.proposal.json");
    private static final Path BUS = Samples.FOLDER.resolve("rural-bus.proposal.json");
    private static final String GOOD = "falls-programme.evidence.json";

    @TempDir
    private Path folder;

    private final List<Problem> warned = new ArrayList<>();
    private ProposalFiles files;

    @BeforeEach
    void read() {
        files = new ProposalFiles(Samples.MODELS, PackReader.read(Samples.MODELS), warned::add);
    }

    private void copy(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String good() throws IOException {
        return Files.readString(Samples.FOLDER.resolve(GOOD));
    }

    @Test
    void aBadRecordThatNoProposalNamesIsAWarning() throws IOException {
        copy("other.evidence.json", "{\"format\": \"worthwhile-evidence/1\", \"id\": \"other\"}");
        assertThat(files.load(List.of(FALLS, BUS), List.of(folder), Optional.empty()))
                .hasSize(2);
        assertThat(warned)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place().file()).endsWith("other.evidence.json"));
        assertThat(warned).doesNotHaveDuplicates();
    }

    @Test
    void aBadRecordIsAProblemOfTheProposalThatNamesItAtThePlaceWhereItDoes() throws IOException {
        copy(GOOD, good().replaceFirst("\"standardError\" *: *[0-9.]+", "\"standardError\": \"abc\""));
        assertThatThrownBy(() -> files.load(List.of(FALLS), List.of(folder), Optional.empty()))
                .hasMessageContaining("falls-prevention.proposal.json")
                .hasMessageContaining("/quantity/effect/evidence: rests on the evidence record 'falls-programme',")
                .hasMessageContaining("/effect/standardError: is the text 'abc'")
                .hasMessageNotContaining("there is no evidence record");
        assertThat(warned).isEmpty();
        assertThat(files.load(List.of(BUS), List.of(folder), Optional.empty())).hasSize(1);
    }

    @Test
    void aRecordThatIsNoJsonIsKnownByTheNameOfItsFile() throws IOException {
        copy(GOOD, "{");
        assertThatThrownBy(() -> files.load(List.of(FALLS), List.of(folder), Optional.empty()))
                .hasMessageContaining("rests on the evidence record 'falls-programme', which cannot be used")
                .hasMessageContaining("is not well-formed JSON");
    }

    @Test
    void aGoodRecordOfALaterFolderTakesThePlaceOfABadOne() throws IOException {
        Path later = Files.createDirectory(folder.resolve("later"));
        copy(GOOD, "{");
        Files.writeString(later.resolve(GOOD), good());
        assertThat(files.load(List.of(FALLS), List.of(folder, later), Optional.empty()))
                .hasSize(1);
    }
}
