package org.worthwhile.documents;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which packages below one use which others.
 *
 * @param uses the packages that each uses directly, by the part of their names after the common one
 */
record PackageGraph(SortedMap<String, SortedSet<String>> uses) {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** The packages directly below {@code parent}; classes of the parent itself are left aside. */
    static PackageGraph below(String parent, JavaClasses classes) {
        SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
        for (JavaClass each : classes) {
            String from = part(parent, each);
            if (from.isEmpty()) {
                continue;
            }
            SortedSet<String> used = uses.computeIfAbsent(from, _ -> new TreeSet<>());
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                String to = part(parent, dependency.getTargetClass());
                if (!to.isEmpty() && !to.equals(from)) {
                    used.add(to);
                }
            }
        }
        return new PackageGraph(uses);
    }

    private static String part(String parent, JavaClass each) {
        String name = each.getPackageName();
        return name.startsWith(parent + ".") && isOfTheProgram(each)
                ? name.substring(parent.length() + 1).replaceFirst("\\..*", "")
                : "";
    }

    /** Tests may share a folder of classes with the program. */
    private static boolean isOfTheProgram(JavaClass each) {
        String folder = each.getPackageName().replace('.', '/');
        return each.getSource()
                .flatMap(Source::getFileName)
                .filter(name -> Files.exists(SOURCES.resolve(folder).resolve(name)))
                .isPresent();
    }

    /** All that a package uses, directly or through others. */
    SortedSet<String> reach(String from) {
        SortedSet<String> reached = new TreeSet<>();
        follow(from, reached);
        return reached;
    }

    private void follow(String from, SortedSet<String> reached) {
        for (String to : uses.getOrDefault(from, new TreeSet<>())) {
            if (reached.add(to)) {
                follow(to, reached);
            }
        }
    }

    /** Whether no package uses itself through others. */
    boolean isAcyclic() {
        return uses.keySet().stream().noneMatch(each -> reach(each).contains(each));
    }

    /** A drawing in Mermaid, without the arrows that follow from others. */
    String mermaid() {
        StringBuilder drawing = new StringBuilder("```mermaid\nflowchart TD\n");
        uses.forEach((from, all) -> {
            SortedSet<String> shown = new TreeSet<>(all);
            all.forEach(to -> shown.removeAll(reach(to)));
            if (shown.isEmpty()) {
                drawing.append("    ").append(from).append('\n');
            } else {
                drawing.append("    ")
                        .append(from)
                        .append(" --> ")
                        .append(shown.stream().collect(Collectors.joining(" & ")))
                        .append('\n');
            }
        });
        return drawing.append("```\n").toString();
    }
}
