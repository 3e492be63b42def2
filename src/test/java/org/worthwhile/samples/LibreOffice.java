package org.worthwhile.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice as another reader of what the program writes, where it is installed. */
public final class LibreOffice {

    /** For each file, on a busy machine, beside what it takes to start. */
    private static final int LONGEST_SECONDS = 60;

    private LibreOffice() {}

    public static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(java.io.File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    /**
     * Opens files and saves them in a format.
     *
     * @param folder for what it works with
     * @return where the files are saved, under their names with the format's ending
     */
    public static Path convert(List<Path> files, String format, Path folder) throws IOException, InterruptedException {
        Path converted = Files.createDirectories(folder.resolve("out"));
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                converted.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor((files.size() + 3L) * LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice did not finish: " + Files.readString(log));
        }
        return converted;
    }
}
