package org.worthwhile.desktop.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.failure.FailureReport;

/** What the client asks of the analyst in a window of its own; a test answers without one. */
public interface Dialogues {

    /** Proposals, studies, evidence or constraints to import. */
    List<Path> filesToImport();

    Optional<Path> fileToOpen();

    Optional<Path> folderToOpen(String title);

    /** Where to write a file. */
    Optional<Path> fileToSave(String title, String name);

    /** A dataset, CSV or Excel. */
    Optional<Path> dataset();

    /** A short text, such as the name of a version. */
    Optional<String> text(String title, String prompt, String usual);

    /**
     * Whether something is to be done that is not done by a slip.
     *
     * @param action the button by which it is done
     */
    boolean confirm(String title, String question, String action);

    /** Whether what is open is to be left although its file was deleted or replaced. */
    Leaving leaving(String file);

    /** What to do where files that no export wrote, or that were changed since, are in the way. */
    IfPresent ifPresent(List<Path> present);

    /** What to do where what is imported would replace documents of the same ids, by their titles. */
    IfPresent ifImported(List<String> present);

    /** Tells of a failure of the program, and waits for no answer. */
    void showFailure(FailureReport report);
}
