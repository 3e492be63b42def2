package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void aTitleBecomesAName() {
        assertThat(FileName.slug("Falls prevention in Fenland")).isEqualTo("falls-prevention-in-fenland");
        assertThat(FileName.slug("  Parents' café & crèche: 2026/27! ")).isEqualTo("parents-cafe-creche-2026-27");
        assertThat(FileName.slug("../../etc/passwd\u0000")).isEqualTo("etc-passwd");
        assertThat(FileName.slug("学校街道")).isEqualTo("学校街道");
        assertThat(FileName.slug("–?!")).isEmpty();
        assertThat(FileName.slug("word ".repeat(40))).hasSize(59).endsWith("-word");
        assertThat(FileName.slug("x".repeat(100))).hasSize(60);
    }

    @Test
    void resultsGoByTheIdUnlessTheProgramMadeItUp() {
        assertThat(FileName.of("rural-bus", "On-demand buses")).isEqualTo("rural-bus");
        assertThat(FileName.of("proposal-1", "School Streets: timed closures"))
                .isEqualTo("school-streets-timed-closures");
        assertThat(FileName.of("proposal-1", "?")).isEqualTo("proposal-1");
        assertThat(FileName.of("proposal-2", "CON")).isEqualTo("proposal-2");
    }
}
