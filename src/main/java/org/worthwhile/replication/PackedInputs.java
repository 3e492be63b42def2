package org.worthwhile.replication;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.worthwhile.exchange.DataPath;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.FormatFile;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;

/** The files that results rest on, each with a path within a package that keeps where it is from the others. */
final class PackedInputs {

    private final Path schemas;
    private final Set<Path> files = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private PackedInputs(Path schemas) {
        this.schemas = schemas;
    }

    /**
     * The files, and what is called by which path.
     *
     * @param files by their paths within a package
     * @param root beneath which all of them are
     */
    record Found(Map<String, Path> files, Path root) {

        /** The path within a package of a file or a folder beneath the root. */
        String path(Path file) {
            String relative = root.relativize(absolute(file))
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/");
            return relative.isEmpty() ? PackagePath.INPUTS : PackagePath.INPUTS + "/" + relative;
        }
    }

    /**
     * Finds the files.
     *
     * @param schemas the folder of model packs that come with the program, which holds the schemas
     * @throws InvalidInput with every file that cannot be packed where the others are
     */
    static Found of(Path schemas, PackageRequest request) {
        PackedInputs inputs = new PackedInputs(schemas);
        List<Path> folders = new ArrayList<>(request.evidence());
        for (Path proposal : request.proposals()) {
            inputs.files.add(absolute(proposal));
            folders.add(Optional.ofNullable(absolute(proposal).getParent()).orElseThrow());
            inputs.addNamed(proposal, "proposal.schema.json", "/draws/path");
        }
        EvidenceFile.files(folders).forEach(file -> inputs.files.add(absolute(file)));
        for (Path study : request.studies()) {
            inputs.files.add(absolute(study));
            inputs.addNamed(study, "study.schema.json", "/data/path");
        }
        request.constraints().ifPresent(file -> inputs.files.add(absolute(file)));
        return inputs.found(request.evidence());
    }

    private Found found(List<Path> evidence) {
        Path root = root(evidence);
        Map<String, Path> found = new TreeMap<>();
        Found result = new Found(found, root);
        for (Path file : files) {
            String path = result.path(file);
            if (PackagePath.isSafe(path)) {
                found.put(path, file);
            } else {
                problems.add(new Problem(
                        Place.of(file.toString()),
                        "has a name that not every system can have",
                        "rename it, and what names it"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return result;
    }

    /** A file that another names: by a path from that file's folder, as an absolute one leads nowhere on another computer. */
    private void addNamed(Path file, String schema, String pointer) {
        if (isWorkbook(file)) {
            return;
        }
        var tree = FormatFile.read(schemas, schema, file);
        JsonNode named = tree.value().at(pointer);
        if (!named.isString()) {
            return;
        }
        Place place = tree.places().apply(pointer);
        Path found = DataPath.resolve(named.asString(), file, place);
        if (Path.of(named.asString()).isAbsolute()) {
            problems.add(new Problem(
                    place,
                    "'" + named.asString() + "' is a path that another computer does not have",
                    "write it from the folder of the file that names it"));
        } else {
            files.add(absolute(found));
        }
    }

    private static boolean isWorkbook(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** The deepest folder that all are in. */
    private Path root(List<Path> evidence) {
        Set<Path> folders = new LinkedHashSet<>();
        files.forEach(file -> folders.add(Optional.ofNullable(file.getParent()).orElse(file)));
        evidence.forEach(folder -> folders.add(absolute(folder)));
        Path root = folders.iterator().next();
        for (Path folder : folders) {
            while (!folder.startsWith(root)) {
                Path above = root.getParent();
                if (above == null) {
                    throw new InvalidInput(new Problem(
                            Place.of(folder.toString()),
                            "is on another drive than the other files",
                            "copy all of them to one drive"));
                }
                root = above;
            }
        }
        return root;
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
