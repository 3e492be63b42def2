package org.worthwhile.desktop.session;

import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Document;

/** What came of appraising a proposal. */
public sealed interface Outcome {

    Document document();

    record Appraised(Document document, Appraisal appraisal) implements Outcome {}

    /** It cannot be appraised until these are mended; their positions are JSON pointers into the document. */
    record Wrong(Document document, List<Problem> problems) implements Outcome {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** The proposal's title, or its name in the file while it has none. */
    default String title() {
        String title = document().tree().path("title").asString("");
        return title.isBlank() ? document().name() : title;
    }

    default String name() {
        return document().name();
    }

    /** The appraisals of those that could be appraised. */
    static List<Appraisal> appraisals(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Appraised.class::isInstance)
                .map(outcome -> ((Appraised) outcome).appraisal())
                .toList();
    }

    /** The titles of those that cannot be appraised. */
    static List<String> notAppraised(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Wrong.class::isInstance)
                .map(Outcome::title)
                .toList();
    }
}
