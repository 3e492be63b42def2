package org.worthwhile.desktop.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.Background;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.samples.Samples;

class PortfolioViewModelTest {

    private final PortfolioViewModel model =
            new PortfolioViewModel(() -> new ProposalFiles(Samples.MODELS), Background.none());

    @Test
    void openingProposalsAppraisesThemAndSelectsTheFirst() {
        model.open(Samples.files(".proposal.json"));
        assertThat(model.proposals()).hasSize(6);
        assertThat(model.selectedProperty().get()).isEqualTo(model.proposals().getFirst());
        assertThat(model.statusProperty().get()).isEqualTo("6 proposals appraised.");
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void aProposalOpenedAgainTakesThePlaceOfTheEarlier() {
        model.open(Samples.files(".proposal.json"));
        model.open(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")));
        assertThat(model.proposals()).hasSize(6);
    }

    @Test
    void aBadFileChangesNothingAndIsToldInTheSentencesOfTheCommandLine(@TempDir Path folder) throws IOException {
        model.open(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")));
        Path bad = folder.resolve("bad.proposal.json");
        Files.writeString(bad, "{\"format\": \"worthwhile-proposal/1\", \"id\": \"bad\", \"titel\": \"Bad\"}");
        model.open(List.of(bad));
        assertThat(model.proposals()).hasSize(1);
        assertThat(model.problems()).contains(bad + ":1 /titel: unknown field 'titel'; did you mean 'title'?");
        assertThat(model.statusProperty().get()).endsWith("nothing was changed.");
        model.dismissProblems();
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void theSelectedProposalIsExportedAsAWorkbookUnderItsId(@TempDir Path folder) {
        model.open(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")));
        assertThat(model.workbookName()).isEqualTo("rural-bus.xlsx");
        Path file = folder.resolve(model.workbookName());
        model.exportWorkbook(file);
        assertThat(file).isNotEmptyFile();
        assertThat(model.statusProperty().get()).isEqualTo("Wrote " + file + ".");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndLeavesNothingBehind(@TempDir Path folder) throws IOException {
        model.open(List.of(Samples.FOLDER.resolve("rural-bus.proposal.json")));
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        model.exportWorkbook(inTheWay.resolve("rural-bus.xlsx"));
        assertThat(model.problems()).singleElement().asString().contains("cannot be written");
        assertThat(folder).isDirectoryContaining(path -> path.equals(inTheWay));
    }
}
