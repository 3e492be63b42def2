package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTrainingTest {

    @TempDir
    private Path folder;

    @Test
    void everyCommandItRunsSucceeds() throws IOException {
        assertThat(CommandTraining.runCommands(folder)).isZero();
    }

    @Test
    void bothLaunchersTrainWithIt() throws IOException {
        String name = CommandTraining.class.getName();
        for (String launcher : new String[] {"worthwhile", "worthwhile.cmd"}) {
            assertThat(Files.readString(Path.of(launcher))).as(launcher).contains(name);
        }
    }
}
