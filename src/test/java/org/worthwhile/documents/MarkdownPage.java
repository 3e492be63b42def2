package org.worthwhile.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the project's documents, with what tests check of it. */
public record MarkdownPage(Path file, String text) {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```[ ]*$");
    private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\\n\\n)(?: {4}[^\\n]*\\n)+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+?) *$");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "out", "node_modules");

    /**
     * A block of code.
     *
     * @param language as the fence names it; empty for an indented block
     * @param file the name of the file that the block is an example of; empty where the fence names none
     */
    public record Block(String language, String file, String text) {}

    /** A table: its headings, and its rows of as many cells. */
    public record Table(List<String> headings, List<List<String>> rows) {}

    public static MarkdownPage read(Path file) {
        try {
            return new MarkdownPage(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every page of the project. */
    public static List<MarkdownPage> all() {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.stream().sorted().map(MarkdownPage::read).toList();
    }

    /** The pages of a folder. */
    public static List<MarkdownPage> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(MarkdownPage::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fenced blocks of code, in order. */
    public List<Block> fences() {
        return FENCE.matcher(text)
                .results()
                .map(found -> {
                    String[] info = found.group(1).strip().split("\\s+", 2);
                    return new Block(info[0], info.length > 1 ? info[1] : "", found.group(2));
                })
                .toList();
    }

    /** The lines of all blocks of code, fenced or indented. */
    public Stream<String> codeLines() {
        Stream<String> indented =
                INDENTED.matcher(FENCE.matcher(text).replaceAll("")).results().map(MatchResult::group);
        return Stream.concat(fences().stream().map(Block::text), indented)
                .flatMap(String::lines)
                .map(String::strip);
    }

    private String prose() {
        return FENCE.matcher(text).replaceAll("").replaceAll("`[^`\\n]*`", "");
    }

    /** Where the page's links lead, as they are written. */
    public List<String> links() {
        return LINK.matcher(prose()).results().map(found -> found.group(1)).toList();
    }

    /** The names that the page's headings can be linked by, as GitHub makes them. */
    public Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(found -> found.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }

    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : (FENCE.matcher(text).replaceAll("") + "\n\n").lines().toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
            } else if (!rows.isEmpty()) {
                tables.add(new Table(
                        rows.getFirst(), List.copyOf(rows.subList(Math.min(2, rows.size()), rows.size()))));
                rows.clear();
            }
        }
        return tables;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1);
        return Stream.of(inner.substring(0, inner.lastIndexOf('|')).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    /** The table whose headings begin with the given one. */
    public Optional<Table> table(String firstHeading) {
        return tables().stream()
                .filter(table -> table.headings().getFirst().equals(firstHeading))
                .findFirst();
    }
}
