package org.worthwhile.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the lines of what is read through it, as far as bytes of line feed and the last byte tell. */
final class LineCountingStream extends FilterInputStream {

    private long feeds;
    private long bytes;
    private byte last = '\n';

    LineCountingStream(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int count = super.read(buffer, offset, most);
        if (count > 0) {
            for (int i = offset; i < offset + count; i++) {
                feeds += buffer[i] == '\n' ? 1 : 0;
            }
            bytes += count;
            last = buffer[offset + count - 1];
        }
        return count;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("Every byte is looked at");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    long lines() {
        return last == '\n' ? feeds : feeds + 1;
    }

    long bytes() {
        return bytes;
    }
}
