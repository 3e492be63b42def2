package org.worthwhile.desktop.attribution;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Advice;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.DesignAdvisor;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.exchange.AttachedData;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.workspace.Document;

/**
 * A study with what its data hold and allow.
 *
 * @param summary absent where the data cannot be read
 * @param advice absent while no outcome is chosen or something is wrong with the roles
 * @param trouble what is wrong with the study or its data; empty when nothing is
 * @param changed the file of the data, where it is no longer what the study was made with and can be taken as it is now
 */
public record Loaded(
        Optional<Document> study,
        Optional<DataSummary> summary,
        Optional<Advice> advice,
        List<String> trouble,
        Optional<Path> changed) {

    static final Loaded NOTHING =
            new Loaded(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    static Loaded of(Document study, AttachedData data, Studies studies) {
        Dataset dataset;
        try {
            dataset = data.present();
        } catch (InvalidInput invalid) {
            return troubled(study, Optional.empty(), invalid.sentences(), Optional.empty());
        }
        Optional<DataSummary> summary = Optional.of(DataSummary.of(dataset));
        if (data.isOther(dataset)) {
            String changed = Words.of("attribution.dataChanged", data.path());
            return troubled(study, summary, List.of(changed), Optional.of(data.file()));
        }
        try {
            Advice advice = DesignAdvisor.advise(studies.studyCase(study, dataset));
            return new Loaded(Optional.of(study), summary, Optional.of(advice), List.of(), Optional.empty());
        } catch (InvalidInput invalid) {
            return troubled(study, summary, invalid.sentences(), Optional.empty());
        }
    }

    private static Loaded troubled(
            Document study, Optional<DataSummary> summary, List<String> trouble, Optional<Path> changed) {
        return new Loaded(Optional.of(study), summary, Optional.empty(), trouble, changed);
    }
}
