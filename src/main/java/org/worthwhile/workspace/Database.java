package org.worthwhile.workspace;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.worthwhile.problem.InvalidInput;

/** A connection to the SQLite file; what goes wrong is said in words. */
final class Database implements AutoCloseable {

    private static final int BUSY_MILLISECONDS = 2_000;

    private final Path file;
    private final Connection connection;

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /** Makes a row of a result into a value. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Connects.
     *
     * @throws InvalidInput if the file cannot be opened
     */
    static Database open(Path file, boolean readOnly) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setReadOnly(readOnly);
        try {
            Database database = new Database(file, config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            // Views and triggers of a file from elsewhere may call nothing that could do harm.
            database.execute("PRAGMA trusted_schema = OFF");
            RowHash.register(database.connection);
            return database;
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    /** Every acknowledged edit is on the disk, and readers do not wait for the writer. */
    void writeAheadFully() {
        text("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL");
    }

    <T> List<T> query(String sql, Row<T> row, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    int number(String sql) {
        return query(sql, row -> row.getInt(1)).getFirst();
    }

    String text(String sql) {
        return query(sql, row -> row.getString(1)).getFirst();
    }

    void update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    /** Executes a script of several statements. */
    void execute(String script) {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    /** Does it all or, when it fails, nothing of it. */
    void transaction(Runnable work) {
        execute("BEGIN IMMEDIATE");
        try {
            work.run();
            execute("COMMIT");
        } catch (RuntimeException | Error failure) {
            try {
                execute("ROLLBACK");
            } catch (InvalidInput alreadyRolledBack) {
                failure.addSuppressed(alreadyRolledBack);
            }
            throw failure;
        }
    }

    /** Reads what belongs together, whatever others write meanwhile. */
    <T> T snapshot(Supplier<T> reading) {
        execute("BEGIN");
        try {
            return reading.get();
        } finally {
            execute("COMMIT");
        }
    }

    /** What is said of a part of the file that cannot be read. */
    InvalidInput damaged(String part) {
        return SqliteErrors.of(file, part + " is damaged", "use a version or a backup; all else can be used");
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }
}
