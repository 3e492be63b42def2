package org.worthwhile.attribution.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers that are kept, so that a run that was stopped goes on where it was: a file for each setting, a line for each data set in the
 * order of their numbers, with the commit and the date. Delete a file to work its setting out anew.
 */
record ResultFolder(Path folder) {

    /** The answer to one data set with where it is from. */
    record Line(String commit, LocalDate date, Answer answer) {}

    List<Line> read(Setting setting) throws IOException {
        Path file = file(setting);
        List<Line> lines = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            // What was being written when a run was killed has no end of line.
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            for (String line : whole.lines().toList()) {
                String[] parts = line.split("\t", 3);
                lines.add(new Line(parts[0], LocalDate.parse(parts[1]), Answer.read(parts[2])));
            }
        }
        return lines;
    }

    void append(Setting setting, String commit, List<Answer> answers) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder();
        for (Answer answer : answers) {
            text.append(commit)
                    .append('\t')
                    .append(LocalDate.now())
                    .append('\t')
                    .append(answer.text())
                    .append('\n');
        }
        Files.writeString(file(setting), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path file(Setting setting) {
        return folder.resolve(setting.id() + ".tsv");
    }
}
