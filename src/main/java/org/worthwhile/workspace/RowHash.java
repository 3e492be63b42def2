package org.worthwhile.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.worthwhile.exchange.Fingerprint;

/** The SHA-256 of a row's values, each with its length before it; SQL knows it as {@code row_sha256}. */
final class RowHash extends Function {

    static final String NAME = "row_sha256";

    private static final int ABSENT = -1;

    private RowHash() {}

    static void register(Connection connection) throws SQLException {
        Function.create(connection, NAME, new RowHash());
    }

    /** The hash of texts and of what is absent; a whole number is hashed as its decimal text. */
    static String of(@Nullable Object... values) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (Object value : values) {
            put(row, value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8));
        }
        return Fingerprint.of(row.toByteArray());
    }

    @Override
    protected void xFunc() throws SQLException {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        for (int i = 0; i < args(); i++) {
            put(row, isAbsent(i) ? null : bytes(i));
        }
        result(Fingerprint.of(row.toByteArray()));
    }

    private boolean isAbsent(int argument) throws SQLException {
        return value_type(argument) == org.sqlite.core.Codes.SQLITE_NULL;
    }

    /** The bytes themselves, not what is made of them where they are no text. An empty value has none. */
    private byte[] bytes(int argument) throws SQLException {
        byte @Nullable [] bytes = value_blob(argument);
        return bytes == null ? new byte[0] : bytes;
    }

    private static void put(ByteArrayOutputStream row, byte @Nullable [] value) {
        row.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? ABSENT : value.length)
                .array());
        if (value != null) {
            row.writeBytes(value);
        }
    }
}
