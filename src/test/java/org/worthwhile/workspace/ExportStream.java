package org.worthwhile.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.worthwhile.exchange.JsonText;

/** A process that edits a file and exports it to a folder without end, and prints a line once each export is made. */
final class ExportStream {

    private ExportStream() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = WorkspaceFile.open(Path.of(arguments[0]), Clock.systemUTC())) {
            for (int i = 1; ; i++) {
                Document document =
                        workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
                workspace.apply("Edit " + i, List.of(document.set("/counter", JsonText.number(i))));
                workspace.exportTo(Path.of(arguments[1]));
                System.out.println(i);
            }
        }
    }
}
