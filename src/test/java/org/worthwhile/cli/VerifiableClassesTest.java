package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifiableClassesTest {

    @TempDir
    private Path folder;

    @Test
    void everyClassOfALibraryForJavaFiveGetsStackMapsAndDoesWhatItDid() throws Exception {
        Path commands = copy(CommandLine.class);
        Path functions = copy(Erf.class);
        assertThat(oldest(commands)).isLessThan(ClassFile.JAVA_6_VERSION);
        assertThat(oldest(functions)).isLessThan(ClassFile.JAVA_6_VERSION);

        assertThat(mend()).isZero();

        assertThat(oldest(commands)).isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
        assertThat(oldest(functions)).isGreaterThanOrEqualTo(ClassFile.JAVA_6_VERSION);
        assertThat(dates(commands)).containsOnly(LocalDateTime.of(1980, 1, 1, 0, 0));
        URL[] jars = {commands.toUri().toURL(), functions.toUri().toURL()};
        try (URLClassLoader mended = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Object error = mended.loadClass(Erf.class.getName())
                    .getMethod("erf", double.class)
                    .invoke(null, 0.3);
            assertThat(error).isEqualTo(Erf.erf(0.3));
            assertThat(mended.loadClass(CommandLine.class.getName()).getDeclaredMethods())
                    .hasSameSizeAs(CommandLine.class.getDeclaredMethods());
        }
    }

    @Test
    void aLibraryThatNeedsNothingIsLeftAsItIs() throws Exception {
        Path jar = copy(org.assertj.core.api.Assertions.class);
        byte[] before = Files.readAllBytes(jar);

        assertThat(mend()).isZero();

        assertThat(Files.readAllBytes(jar)).isEqualTo(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(jar);
        }
    }

    private Path copy(Class<?> ofLibrary) throws Exception {
        Path jar = Path.of(
                ofLibrary.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.copy(jar, folder.resolve(jar.getFileName()));
    }

    private int mend() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/main/build/VerifiableClasses.java",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static List<LocalDateTime> dates(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(JarEntry::getTimeLocal).toList();
        }
    }

    /** The version of the oldest class file. */
    private static int oldest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> {
                        try {
                            return ClassFile.of()
                                    .parse(file.getInputStream(entry).readAllBytes())
                                    .majorVersion();
                        } catch (IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    })
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
