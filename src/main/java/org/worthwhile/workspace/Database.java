package org.worthwhile.workspace;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import org.worthwhile.problem.InvalidInput;

/** A connection to the SQLite file; what goes wrong is said in words. */
final class Database implements AutoCloseable {

    /** How a file is opened. */
    enum Mode {
        CREATE("mode=rwc"),
        WRITE("mode=rw"),
        READ("mode=ro"),
        /** The file by itself, without the log beside it, and nothing put beside it. */
        READ_ALONE("mode=ro&immutable=1");

        private final String parameters;

        Mode(String parameters) {
            this.parameters = parameters;
        }
    }

    private static final int BUSY_MILLISECONDS = 2_000;
    private static final int LONGEST_SQL = 1_000_000;
    private static final int LONGEST_VALUE = 1 << 29;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1_000;
    private static final String UNRESERVED = "/-._~";

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
    static Database open(Path file, Mode mode) {
        return connect(file, "jdbc:sqlite:file:" + encoded(file) + "?" + mode.parameters, mode);
    }

    /** A database that is nowhere but in memory. */
    static Database inMemory() {
        return connect(Path.of(":memory:"), "jdbc:sqlite::memory:", Mode.CREATE);
    }

    private static Database connect(Path file, String url, Mode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setReadOnly(mode == Mode.READ || mode == Mode.READ_ALONE);
        try {
            Database database = new Database(file, config.createConnection(url));
            // What the schema of a file from elsewhere names may call nothing that could do harm.
            database.execute("PRAGMA trusted_schema = OFF");
            database.execute("PRAGMA cell_size_check = ON");
            database.query("PRAGMA mmap_size = 0", row -> row);
            SQLiteConnection limited = (SQLiteConnection) database.connection;
            limited.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL);
            limited.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
            limited.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 1);
            RowHash.register(database.connection);
            return database;
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
    }

    /** The path as SQLite's URIs have it, so that no character of a file's name is taken for an option. */
    private static String encoded(Path file) {
        String path = file.toAbsolutePath().toString().replace(File.separatorChar, '/');
        StringBuilder encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) Byte.toUnsignedInt(octet);
            boolean isPlain =
                    character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            encoded.append(
                    isPlain ? String.valueOf(character) : "%" + HexFormat.of().toHexDigits(octet));
        }
        return encoded.toString();
    }

    /** Every acknowledged edit is on the disk, and readers do not wait for the writer. */
    void writeAheadFully() {
        text("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = FULL");
    }

    /**
     * Does what may take no longer than it should in a file that is sound. It is the processor's time that counts: that other programs
     * take theirs, or a network folder its own, says nothing of a file.
     *
     * @throws InvalidInput if it takes longer
     */
    <T> T within(Duration longest, Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + longest.toNanos();
        try {
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS_AT_THE_CLOCK, new ProgressHandler() {
                @Override
                protected int progress() {
                    return threads.getCurrentThreadCpuTime() > end ? 1 : 0;
                }
            });
            try {
                return work.get();
            } finally {
                ProgressHandler.clearHandler(connection);
            }
        } catch (SQLException failure) {
            throw SqliteErrors.of(file, failure);
        }
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
