package org.worthwhile.replication;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.worthwhile.exchange.Fingerprint;

/** Counts and digests what is written through it; closing it leaves the stream beneath open. */
final class HashedOutput extends FilterOutputStream {

    private final MessageDigest digest = Fingerprint.digest();
    private long bytes;

    HashedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** What was written, as the entry of a manifest. */
    Manifest.Entry entry(String path, Manifest.Role role) {
        return new Manifest.Entry(path, role, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
