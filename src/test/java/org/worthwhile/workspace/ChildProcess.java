package org.worthwhile.workspace;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.platform.UserFolders;

/** A Java process that runs a class of these tests, and starts fast where many are started. */
final class ChildProcess {

    /** The libraries without which a workspace cannot be opened. */
    private static final List<String> LIBRARIES = List.of("jackson", "sqlite", "slf4j-api");

    private final List<String> options;
    private final Optional<Path> archive;

    private ChildProcess(List<String> options, Optional<Path> archive) {
        this.options = options;
        this.archive = archive;
    }

    static Process start(Class<?> main, String... arguments) throws IOException {
        return new ChildProcess(List.of("-cp", System.getProperty("java.class.path")), Optional.empty())
                .run(main, arguments);
    }

    /** Children that have only the classes they need, laid out in an archive once a first child has ended by itself. */
    static ChildProcess startingFast(Path folder) throws IOException {
        Path jar = folder.resolve("rooms.jar");
        List<String> path = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String folderOfClasses : path) {
                add(out, Path.of(folderOfClasses));
            }
        }
        String needed = Stream.concat(
                        Stream.of(jar.toString()),
                        path.stream().filter(entry -> LIBRARIES.stream().anyMatch(new File(entry).getName()::contains)))
                .collect(Collectors.joining(File.pathSeparator));
        return new ChildProcess(
                List.of("-Xlog:disable", "-Dorg.sqlite.tmpdir=" + folder, "-cp", needed),
                Optional.of(folder.resolve("classes.jsa")));
    }

    private static void add(JarOutputStream out, Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, (OutputStream) out);
                out.closeEntry();
            }
        }
    }

    Process run(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dworthwhile.state=" + UserFolders.here().state()));
        archive.ifPresent(file ->
                command.add((Files.exists(file) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + file));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
