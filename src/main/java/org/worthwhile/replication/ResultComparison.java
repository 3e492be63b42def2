package org.worthwhile.replication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.databind.JsonNode;

/** Where two files that are not the same bytes differ: values of JSON, lines of text, parts of workbooks and documents. */
final class ResultComparison {

    /** How many differences of a file are kept. */
    private static final int MOST = 20;

    private static final int LONGEST_VALUE = 80;

    private final List<Difference> found = new ArrayList<>();

    private ResultComparison() {}

    /**
     * The differences of a file, at least one.
     *
     * @param file its path within the package
     */
    static DifferentResult of(String file, Path packed, Path computed) throws IOException {
        ResultComparison comparison = new ResultComparison();
        try {
            if (file.endsWith(".json")) {
                comparison.compare("", JsonText.read(packed), JsonText.read(computed));
            } else if (file.endsWith(".csv")) {
                comparison.compareLines(lines(packed), lines(computed));
            } else if (file.endsWith(".xlsx") || file.endsWith(".docx")) {
                comparison.compareParts(packed, computed);
            }
        } catch (InvalidInput | IOException unreadable) {
            comparison.add("", "what cannot be read", "a result");
        }
        if (comparison.found.isEmpty()) {
            comparison.add("", Files.size(packed) + " bytes", Files.size(computed) + " other bytes");
        }
        return new DifferentResult(
                file,
                comparison.found.size(),
                comparison.found.stream()
                        .sorted(Comparator.comparingLong(ResultComparison::depth))
                        .limit(MOST)
                        .toList());
    }

    /** How far within a file a value stands: a total before what it is the total of. */
    private static long depth(Difference difference) {
        return difference.where().chars().filter(character -> character == '/').count();
    }

    private void compare(String pointer, JsonNode packed, JsonNode computed) {
        if (packed.isObject() && computed.isObject()) {
            Set<String> names = new LinkedHashSet<>(packed.propertyNames());
            names.addAll(computed.propertyNames());
            names.forEach(name -> compare(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    packed.path(name),
                    computed.path(name)));
        } else if (packed.isArray() && computed.isArray()) {
            for (int i = 0; i < Math.max(packed.size(), computed.size()); i++) {
                compare(pointer + "/" + i, packed.path(i), computed.path(i));
            }
        } else if (!packed.equals(computed)) {
            add(pointer, value(packed), value(computed));
        }
    }

    private static String value(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private void compareLines(List<String> packed, List<String> computed) {
        for (int i = 0; i < Math.max(packed.size(), computed.size()); i++) {
            String old = i < packed.size() ? packed.get(i) : "nothing";
            String now = i < computed.size() ? computed.get(i) : "nothing";
            if (!old.equals(now)) {
                add("line " + (i + 1), old, now);
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8);
    }

    /** A workbook or a document is an archive of parts. */
    private void compareParts(Path packed, Path computed) throws IOException {
        Map<String, Long> old = parts(packed);
        Map<String, Long> now = parts(computed);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!old.containsKey(name) || !now.containsKey(name)) {
                add(name, old.containsKey(name) ? "a part" : "nothing", now.containsKey(name) ? "a part" : "nothing");
            } else if (!old.get(name).equals(now.get(name))) {
                add(name, "a part", "a part that differs");
            }
        }
    }

    /** The checksum of each part. */
    private static Map<String, Long> parts(Path file) throws IOException {
        Map<String, Long> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(entry -> parts.put(entry.getName(), entry.getCrc()));
        }
        return parts;
    }

    private void add(String where, String packed, String computed) {
        found.add(new Difference(where, shortened(packed), shortened(computed)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
    }
}
