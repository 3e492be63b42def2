package org.worthwhile.workspace;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** What SQLite complains of, in the words of the analyst who has to do something about it. */
final class SqliteErrors {

    private static final int PRIMARY = 0xff;

    /** Which SQLite also gives when a file beside the database cannot grow. */
    private static final Set<SQLiteErrorCode> FOR_WANT_OF_SPACE =
            EnumSet.of(SQLiteErrorCode.SQLITE_CANTOPEN, SQLiteErrorCode.SQLITE_IOERR);

    private SqliteErrors() {}

    static InvalidInput of(Path file, SQLException failure) {
        if (FOR_WANT_OF_SPACE.contains(code(failure)) && DiskSpace.isFull(file)) {
            return full(file);
        }
        return switch (code(failure)) {
            case SQLITE_FULL -> full(file);
            case SQLITE_IOERR ->
                of(
                        file,
                        "the disk did not answer, and the last change was not saved",
                        "check that the drive or network folder is still there, then open the file again");
            case SQLITE_READONLY, SQLITE_PERM ->
                of(
                        file,
                        "may not be written, and nothing was changed",
                        "save a copy in a folder that you may write to");
            case SQLITE_CANTOPEN ->
                of(file, "cannot be opened", "check that the folder is there and that you may read and write in it");
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> damaged(file);
            case SQLITE_INTERRUPT, SQLITE_TOOBIG, SQLITE_NOMEM ->
                of(
                        file,
                        "takes more time or memory to read than a file of Worthwhile of its size",
                        "use a copy from somebody you trust");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                of(file, "is in use by another program", "close it there, then try again");
            default -> of(file, "cannot be used (" + failure.getMessage() + ")", "open a copy of it");
        };
    }

    private static SQLiteErrorCode code(SQLException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
    }

    private static InvalidInput full(Path file) {
        return of(
                file, "the disk is full, and the last change was not saved", "make space, then make the change again");
    }

    static InvalidInput damaged(Path file) {
        return of(
                file,
                "is damaged or is no Worthwhile file",
                "recover what can be read from it into a new file; the original is left as it is");
    }

    static InvalidInput of(Path file, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(file.toString()), what, remedy));
    }
}
