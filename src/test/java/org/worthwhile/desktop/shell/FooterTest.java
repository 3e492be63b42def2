package org.worthwhile.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The line at the foot of the window. */
class FooterTest {

    @Test
    void aTextOfSeveralLinesIsSaidOnTheOneLineThatThereIs() {
        assertThat(Footer.onOneLine("Saved: Question: first\n\n  second\r\nthird\n"))
                .isEqualTo("Saved: Question: first second third");
    }
}
