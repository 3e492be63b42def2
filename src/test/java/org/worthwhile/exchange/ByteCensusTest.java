package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCensusTest {

    private static final int SEVERAL_PIECES = 1_000_003;

    @TempDir
    private Path folder;

    private ByteCensus of(byte[] bytes) throws IOException {
        return ByteCensus.of(new InputFile(Files.write(folder.resolve("file"), bytes), Long.MAX_VALUE));
    }

    @Test
    void lineFeedsAreCountedWhereverTheyStand() throws IOException {
        byte[] bytes = new byte[SEVERAL_PIECES];
        Arrays.fill(bytes, (byte) 'x');
        int feeds = 0;
        for (int place = 0; place < bytes.length; place += 1 + place % 19) {
            bytes[place] = '\n';
            feeds++;
        }
        bytes[bytes.length - 1] = 'x';

        ByteCensus census = of(bytes);

        assertThat(census.bytes()).isEqualTo(SEVERAL_PIECES);
        assertThat(census.lines()).isEqualTo(feeds + 1);
    }

    @Test
    void everyByteButALineFeedIsNone() throws IOException {
        byte[] bytes = new byte[256];
        for (int value = 0; value < bytes.length; value++) {
            bytes[value] = (byte) value;
        }

        assertThat(of(bytes).feeds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 262_143, 262_144, 999_999, 1_000_002})
    void aByteWithItsHighestBitSetIsFoundWhereverItStands(int place) throws IOException {
        byte[] bytes = new byte[SEVERAL_PIECES];

        assertThat(of(bytes).isAscii()).isTrue();
        bytes[place] = (byte) 0x80;
        assertThat(of(bytes).isAscii()).isFalse();
    }

    @Test
    void aLastLineCountsWithItsLineFeedOrWithout() throws IOException {
        assertThat(of("a\nb".getBytes(StandardCharsets.US_ASCII)).lines()).isEqualTo(2);
        assertThat(of("a\nb\n".getBytes(StandardCharsets.US_ASCII)).lines()).isEqualTo(2);
        assertThat(of(new byte[0]).lines()).isZero();
    }
}
