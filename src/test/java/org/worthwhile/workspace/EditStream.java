package org.worthwhile.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.worthwhile.exchange.JsonText;

/** A process that edits a file a number of times, and prints the number of each edit once it is acknowledged. */
final class EditStream {

    private EditStream() {}

    public static void main(String[] arguments) {
        int most = Integer.parseInt(arguments[1]);
        try (Workspace workspace = WorkspaceFile.open(Path.of(arguments[0]), Clock.systemUTC())) {
            int first = next(workspace);
            for (int i = first; i - first < most; i++) {
                Document document =
                        workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
                workspace.apply("Edit " + i, List.of(document.set("/counter", JsonText.number(i))));
                System.out.println(i);
            }
        }
    }

    private static int next(Workspace workspace) {
        return workspace
                        .document(DocumentKind.PROPOSAL, "falls")
                        .orElseThrow()
                        .tree()
                        .path("counter")
                        .asInt(0)
                + 1;
    }
}
