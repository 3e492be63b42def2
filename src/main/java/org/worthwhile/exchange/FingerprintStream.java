package org.worthwhile.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** Works out the fingerprint of what is read through it, on another thread. */
final class FingerprintStream extends InputStream {

    private static final int PIECE = 1 << 20;

    private final InputStream stream;
    private final MessageDigest digest = Fingerprint.digest();
    private byte[] piece = new byte[PIECE];
    private byte[] before = new byte[PIECE];
    private int place;
    private int length;
    private ForkJoinTask<?> digesting = ForkJoinTask.adapt(() -> {});

    FingerprintStream(InputStream stream) {
        this.stream = stream;
        digesting.invoke();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        if (place == length) {
            fill();
        }
        if (length == 0) {
            return -1;
        }
        int count = Math.min(most, length - place);
        System.arraycopy(piece, place, buffer, offset, count);
        place += count;
        return count;
    }

    /** Reads the next piece while the one before it is digested. */
    private void fill() throws IOException {
        byte[] next = before;
        int count = stream.readNBytes(next, 0, PIECE);
        before = piece;
        piece = next;
        place = 0;
        length = count;
        digesting.join();
        digesting = ForkJoinPool.commonPool().submit(() -> digest.update(next, 0, count));
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Of the whole stream, which must have been read to its end, in lower-case hexadecimal. */
    String fingerprint() {
        digesting.join();
        return HexFormat.of().formatHex(digest.digest());
    }
}
