package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter err = new StringWriter();
    private long now;

    @Test
    void aCommandThatIsOverWithinTwoSecondsSaysNothing() {
        Progress progress = progress(false);
        progress.doing("Appraising Rural bus");
        after(1.9, progress);
        progress.close();
        after(5, progress);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLongerOneSaysWhatItIsDoingInFewPlainLines() {
        Progress progress = progress(false);
        progress.doing("Reading");
        progress.doing("Simulating Rural bus");
        after(2.1, progress);
        progress.done(0.256);
        after(1, progress);
        assertThat(progress.share().test(0.5)).isTrue();
        after(10, progress);
        after(10, progress);
        assertThat(err.toString().lines()).containsExactly("Simulating Rural bus...", "Simulating Rural bus: 50%");
    }

    @Test
    void onATerminalOneLineIsOverwrittenAndLeavesNothingBehind() {
        Progress progress = progress(true);
        progress.doing("Simulating Rural bus");
        after(2.1, progress);
        progress.doing("Writing");
        after(0.3, progress);
        StringWriter out = new StringWriter();
        progress.print(new PrintWriter(out), List.of("NPSV"));
        assertThat(err.toString())
                .isEqualTo(
                        "\rSimulating Rural bus..." + "\rWriting..." + " ".repeat(13) + "\r" + " ".repeat(10) + "\r");
        assertThat(out.toString().strip()).isEqualTo("NPSV");
    }

    @Test
    void aTitleThatWouldMoveTheCursorOrFillTheScreenStaysInItsLine() {
        Progress progress = progress(true);
        progress.doing("Simulating \u001b[2J\n" + "long".repeat(40));
        after(3, progress);
        assertThat(err.toString())
                .startsWith("\rSimulating  [2J long")
                .hasSize(79)
                .endsWith("...");
    }

    private Progress progress(boolean inPlace) {
        return new Progress(new PrintWriter(err), inPlace, () -> now);
    }

    private void after(double seconds, Progress progress) {
        now += Duration.ofMillis(Math.round(seconds * 1000)).toNanos();
        progress.tick();
    }
}
