package org.worthwhile.workspace;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it acknowledged. */
class KilledProcessTest {

    @TempDir
    private Path folder;

    @Test
    void threeKillsLoseNoAcknowledgedEdit() throws Exception {
        KilledProcess.losesNoAcknowledgedEdit(folder.resolve("case.worthwhile"), 3, 1);
    }

    @Test
    @Tag("proof")
    void twoHundredKillsLoseNoAcknowledgedEdit() throws Exception {
        KilledProcess.losesNoAcknowledgedEdit(folder.resolve("case.worthwhile"), 200, 2);
    }
}
