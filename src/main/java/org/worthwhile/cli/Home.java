package org.worthwhile.cli;

import java.nio.file.Path;

/** Where the program's own files are: beside the launcher, which says so; otherwise the working folder. */
final class Home {

    private static final Path FOLDER = Path.of(System.getProperty("worthwhile.home", ""));

    private Home() {}

    static Path models() {
        return FOLDER.resolve("models");
    }

    static Path samples() {
        return FOLDER.resolve("sample-data");
    }

    static Path demo() {
        return FOLDER.resolve("target").resolve("demo");
    }
}
