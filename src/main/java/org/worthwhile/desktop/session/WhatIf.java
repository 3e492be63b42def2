package org.worthwhile.desktop.session;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;

/** What proposals would come to if changes were made that are not made yet. */
public final class WhatIf {

    private final Session session;

    public WhatIf(Session session) {
        this.session = session;
    }

    /** A proposal as it would be with changes to itself and to evidence, as the file stands in a state. */
    public Outcome of(Snapshot state, Document proposal, List<Change> changes) {
        Document changed = proposal;
        List<Document> evidence = new ArrayList<>(state.evidence());
        for (Change change : changes) {
            if (change.kind() == DocumentKind.EVIDENCE) {
                put(evidence, change);
            } else if (change.kind() == proposal.kind() && change.name().equals(proposal.name())) {
                changed = changed.with(change);
            }
        }
        return new AppraisalCache(session.folders(), state.library(), _ -> {})
                .outcomes(List.of(changed), evidence)
                .getFirst();
    }

    private static void put(List<Document> documents, Change change) {
        for (int i = 0; i < documents.size(); i++) {
            if (documents.get(i).name().equals(change.name())) {
                documents.set(i, documents.get(i).with(change));
                return;
            }
        }
        documents.add(new Document(change.kind(), change.name(), change.after().orElseThrow()));
    }
}
