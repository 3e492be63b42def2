package org.worthwhile.replication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** A temporary folder with the files of a package, which is gone when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder create() {
        try {
            return new WorkFolder(
                    Files.createTempDirectory("worthwhile-package").toRealPath());
        } catch (IOException full) {
            throw new InvalidInput(new Problem(
                    Place.of(System.getProperty("java.io.tmpdir")),
                    "no temporary folder can be made there",
                    "make room on the disk, or name another by setting JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=FOLDER"));
        }
    }

    /** Where a file of a package is, its folder being there. */
    Path file(String packagePath) throws IOException {
        Path file = path.resolve(packagePath);
        Files.createDirectories(file.getParent());
        return file;
    }

    /** Does work whose problems call files here by other names. */
    <T> T naming(Function<String, String> names, Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidInput invalid) {
            List<Problem> problems = invalid.problems().stream()
                    .map(problem -> new Problem(
                            new Place(
                                    renamed(problem.place().file(), names),
                                    problem.place().position(),
                                    problem.place().line()),
                            renamed(problem.what(), names),
                            renamed(problem.remedy(), names)))
                    .toList();
            throw new InvalidInput(problems);
        }
    }

    private String renamed(String text, Function<String, String> names) {
        String separator = path.getFileSystem().getSeparator();
        String begin = path + separator;
        int at = text.indexOf(begin);
        if (at < 0) {
            return text;
        }
        String rest = text.substring(at + begin.length());
        String name = rest.replaceFirst("[:;,()].*", "");
        return text.substring(0, at)
                + names.apply(name.replace(separator, "/"))
                + renamed(rest.substring(name.length()), names);
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
