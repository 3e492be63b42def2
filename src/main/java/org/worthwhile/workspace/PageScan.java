package org.worthwhile.workspace;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows in the pages of a damaged file without the trees that lead to them. Every place in every page is tried as the
 * beginning of a row; what is found may be chance, an older state or deleted, and has to prove itself. The format is that of
 * https://www.sqlite.org/fileformat.html sections 1.6 and 2.1.
 */
final class PageScan {

    /** A row as it lies in a page: its number, and its values as texts, whole numbers, bytes or nothing. */
    record Found(long number, @Nullable Object[] values) {}

    private static final int USUAL_PAGE_SIZE = 4096;
    private static final int PAGE_SIZE_AT = 16;
    private static final int HEADER = 100;
    private static final int MOST_COLUMNS = 12;
    private static final int LEAST_COLUMNS = 4;
    private static final int LONGEST_ROW = 64 << 20;

    private final FileChannel file;
    private final FileChannel log;
    private final int pageSize;
    private final Map<Integer, Long> logged = new HashMap<>();

    private PageScan(FileChannel file, FileChannel log, int pageSize) {
        this.file = file;
        this.log = log;
        this.pageSize = pageSize;
    }

    /** Hands on each row that is found in a file, or in the log beside it where that has a later page. */
    static void of(Path path, Consumer<Found> found) throws IOException {
        Path beside = WriteAheadLog.isEmpty(path) ? path : WriteAheadLog.of(path);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
                FileChannel log = FileChannel.open(beside, StandardOpenOption.READ)) {
            WriteAheadLog.Contents contents = WriteAheadLog.read(beside);
            PageScan scan = new PageScan(file, log, contents.pageSize() > 0 ? contents.pageSize() : pageSize(file));
            contents.frames().forEach(frame -> scan.logged.put(frame.page(), frame.at()));
            scan.scan(found);
        }
    }

    private static int pageSize(FileChannel file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        file.read(header, 0);
        int size = Short.toUnsignedInt(header.getShort(PAGE_SIZE_AT));
        return Integer.bitCount(size) == 1 && size >= 512 ? size : USUAL_PAGE_SIZE;
    }

    private void scan(Consumer<Found> found) throws IOException {
        int pages = (int) Math.min(Integer.MAX_VALUE, file.size() / pageSize);
        for (int page : logged.keySet()) {
            pages = Math.max(pages, page);
        }
        for (int number = 1; number <= pages; number++) {
            byte[] page = page(number);
            for (int at = number == 1 ? HEADER : 0; at < page.length; at++) {
                row(page, at).ifPresent(found);
            }
        }
    }

    private byte[] page(int number) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(pageSize);
        Long at = logged.get(number);
        if (at == null) {
            file.read(page, (number - 1L) * pageSize);
        } else {
            log.read(page, at);
        }
        return page.array();
    }

    private Optional<Found> row(byte[] page, int at) throws IOException {
        Varints cell = new Varints(page, at);
        long length = cell.next();
        long number = cell.next();
        if (length < LEAST_COLUMNS || length > LONGEST_ROW || number < 0 || cell.at() >= page.length) {
            return Optional.empty();
        }
        int local = local((int) length);
        if (cell.at() + local > page.length) {
            return Optional.empty();
        }
        List<Long> types = types(page, cell.at(), (int) length, local);
        return types.isEmpty()
                ? Optional.empty()
                : payload(page, cell.at(), (int) length, local).map(bytes -> new Found(number, values(bytes, types)));
    }

    /** How many bytes of a row stand in the page itself. */
    private int local(int length) {
        int most = pageSize - 35;
        int least = (pageSize - 12) * 32 / 255 - 23;
        int rest = least + (length - least) % (pageSize - 4);
        return length <= most ? length : rest <= most ? rest : least;
    }

    /** The types of a row's values; none if this is no row, as its length is not that of its values. */
    private static List<Long> types(byte[] page, int at, int length, int local) {
        Varints header = new Varints(page, at);
        long headerLength = header.next();
        if (headerLength < LEAST_COLUMNS || headerLength > Math.min(local, HEADER)) {
            return List.of();
        }
        List<Long> types = new ArrayList<>();
        long total = headerLength;
        while (header.at() < at + headerLength && types.size() <= MOST_COLUMNS) {
            long type = header.next();
            types.add(type);
            total += size(type);
        }
        return header.at() == at + headerLength && total == length && types.size() >= LEAST_COLUMNS ? types : List.of();
    }

    private Optional<byte[]> payload(byte[] page, int at, int length, int local) throws IOException {
        byte[] bytes = Arrays.copyOf(Arrays.copyOfRange(page, at, at + local), length);
        int next = local < length && at + local + 4 <= page.length
                ? ByteBuffer.wrap(page).getInt(at + local)
                : 0;
        int filled = local;
        while (filled < length) {
            if (next <= 0) {
                return Optional.empty();
            }
            byte[] overflow = page(next);
            int part = Math.min(pageSize - 4, length - filled);
            System.arraycopy(overflow, 4, bytes, filled, part);
            filled += part;
            next = ByteBuffer.wrap(overflow).getInt(0);
        }
        return Optional.of(bytes);
    }

    private static @Nullable Object[] values(byte[] bytes, List<Long> types) {
        @Nullable Object[] values = new Object[types.size()];
        int at = (int) new Varints(bytes, 0).next();
        for (int i = 0; i < values.length; i++) {
            long type = types.get(i);
            int size = (int) size(type);
            byte[] value = Arrays.copyOfRange(bytes, at, at + size);
            values[i] = switch ((int) Math.min(type, 12)) {
                case 0 -> null;
                case 8 -> 0L;
                case 9 -> 1L;
                case 7 -> ByteBuffer.wrap(value).getDouble();
                case 12 -> type % 2 == 1 ? new String(value, StandardCharsets.UTF_8) : value;
                default -> new BigInteger(value).longValue();
            };
            at += size;
        }
        return values;
    }

    private static long size(long type) {
        return switch ((int) Math.min(type, 12)) {
            case 0, 8, 9 -> 0;
            case 1, 2, 3, 4 -> type;
            case 5 -> 6;
            case 6, 7 -> 8;
            case 12 -> (type - 12) / 2;
            // Never written.
            default -> LONGEST_ROW;
        };
    }

    /** SQLite's whole numbers of one to nine bytes. */
    private static final class Varints {

        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int at() {
            return at;
        }

        /** The next one; negative past the end. */
        long next() {
            long value = 0;
            for (int i = 0; i < 9; i++) {
                if (at >= bytes.length) {
                    return -1;
                }
                int octet = Byte.toUnsignedInt(bytes[at++]);
                if (i == 8) {
                    return value << 8 | octet;
                }
                value = value << 7 | octet & 0x7f;
                if (octet < 0x80) {
                    return value;
                }
            }
            return value;
        }
    }
}
