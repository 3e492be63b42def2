package org.worthwhile.desktop.portfolio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.Background;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.WholeFile;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.Wording;
import org.worthwhile.report.workbook.AppraisalWorkbook;

/** What the portfolio screen holds and decides. */
public final class PortfolioViewModel {

    private final Supplier<ProposalFiles> files;
    private final Background background;
    private final ObservableList<Appraisal> proposals = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Appraisal> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private @Nullable ProposalFiles loaded;

    /** @param files made when first needed */
    public PortfolioViewModel(Supplier<ProposalFiles> files, Background background) {
        this.files = files;
        this.background = background;
    }

    /** Opens proposals beside those that are open; one with the same id takes the place of the earlier. */
    public void open(List<Path> paths) {
        start(Words.of("portfolio.opening", paths.size()));
        background.run(
                () -> proposalFiles().load(paths, List.of(), Optional.empty()).stream()
                        .map(Appraiser::appraise)
                        .toList(),
                this::opened,
                this::failed);
    }

    private synchronized ProposalFiles proposalFiles() {
        ProposalFiles known = loaded;
        if (known == null) {
            known = files.get();
            loaded = known;
        }
        return known;
    }

    private void opened(List<Appraisal> opened) {
        for (Appraisal appraisal : opened) {
            List<String> ids = proposals.stream().map(PortfolioViewModel::id).toList();
            int place = ids.indexOf(id(appraisal));
            if (place >= 0) {
                proposals.set(place, appraisal);
            } else {
                proposals.add(appraisal);
            }
        }
        if (!opened.isEmpty()) {
            selected.set(opened.getFirst());
        }
        finish(Words.of("portfolio.opened", opened.size()));
    }

    /** Writes the selected proposal's workbook. */
    public void exportWorkbook(Path file) {
        Appraisal appraisal = selected.get();
        if (appraisal == null) {
            return;
        }
        start(Words.of("portfolio.exporting", appraisal.basis().proposal().title()));
        background.run(
                () -> {
                    WholeFile.write(file, out -> AppraisalWorkbook.write(appraisal, out));
                    return file;
                },
                written -> finish(Words.of("portfolio.exported", written)),
                this::failed);
    }

    /** The name that an export of the selected proposal is offered under. */
    public String workbookName() {
        Appraisal appraisal = selected.get();
        return appraisal == null ? "" : id(appraisal) + ".xlsx";
    }

    public void dismissProblems() {
        problems.clear();
    }

    private void start(String what) {
        busy.set(true);
        problems.clear();
        status.set(what);
    }

    private void finish(String what) {
        busy.set(false);
        status.set(what);
    }

    /** The same sentences that the command line prints. */
    private void failed(RuntimeException failure) {
        List<String> sentences = new ArrayList<>();
        if (failure instanceof InvalidInput invalid) {
            invalid.problems().stream().map(Problem::sentence).forEach(sentences::add);
        } else {
            sentences.add(Words.of("portfolio.failure", failure));
        }
        problems.setAll(sentences);
        finish(Words.of("portfolio.problems", sentences.size()));
    }

    /** One line on what the proposal's preferred option is worth. */
    public static String summary(Appraisal appraisal) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        return appraisal.options().stream()
                .filter(result -> result.option().role() == Role.PREFERRED)
                .findFirst()
                .or(() -> appraisal.ranking().stream().findFirst())
                .map((OptionResult result) -> Words.of(
                        "portfolio.summary", Wording.shortMoney(result.npsv(), currency), Wording.ratio(result.bcr())))
                .orElse("");
    }

    private static String id(Appraisal appraisal) {
        return appraisal.basis().proposal().id();
    }

    public ObservableList<Appraisal> proposals() {
        return proposals;
    }

    public ObjectProperty<@Nullable Appraisal> selectedProperty() {
        return selected;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What was wrong with the last thing that was tried; empty when nothing was. */
    public ObservableList<String> problems() {
        return problems;
    }
}
