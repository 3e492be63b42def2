package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightDigitsTest {

    private final Random random = new Random(3);

    @Test
    void digitsEndAtAnythingElse() {
        for (int other = 0; other < 256; other++) {
            boolean digit = other >= '0' && other <= '9';
            for (int place = 0; place < 8; place++) {
                byte[] bytes = new byte[8];
                random.nextBytes(bytes);
                for (int i = 0; i <= place; i++) {
                    bytes[i] = (byte) (i == place ? other : '0' + random.nextInt(10));
                }
                int count = EightDigits.count(EightDigits.at(bytes, 0));

                assertThat(digit ? count > place : count == place)
                        .as("%d at %d", other, place)
                        .isTrue();
            }
        }
    }

    @Test
    void digitsAfterOthersMakeTheNumberThatIsWritten() {
        for (int made = 0; made < 10_000; made++) {
            int before = random.nextInt(8);
            int count = random.nextInt(9);
            StringBuilder text = new StringBuilder("7");
            for (int i = 0; i < before + count; i++) {
                text.append(random.nextInt(10));
            }
            String written = text.toString();
            long digits = Long.parseLong(written, 0, 1 + before, 10);
            byte[] bytes = (written + ".9-9x99,").getBytes(StandardCharsets.US_ASCII);

            long word = EightDigits.at(bytes, 1 + before);

            assertThat(EightDigits.count(word)).isEqualTo(count);
            assertThat(EightDigits.append(digits, word, count)).isEqualTo(Long.parseLong(written));
        }
    }
}
