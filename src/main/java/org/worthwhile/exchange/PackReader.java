package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.framework.UnusablePack;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/**
 * Reads the model packs of a folder: {@code frameworks}, {@code prices} and {@code unit-values}. Packs of an analyst's own
 * folder stand beside them, and take the place of one of ours only by bearing its id.
 */
public final class PackReader {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([A-Za-z0-9._-]+)\"");

    private final Path schemas;
    private final Path models;
    private final Map<String, Framework> frameworks = new HashMap<>();
    private final Map<String, PriceIndex> priceIndices = new HashMap<>();
    private final Map<String, UnitValue> unitValues = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<UnusablePack> unusable = new ArrayList<>();

    private PackReader(Path schemas, Path models) {
        this.schemas = schemas;
        this.models = models;
    }

    /** Reads every pack that comes with the program. */
    public static ModelLibrary read(Path models) {
        return read(models, Optional.empty());
    }

    /**
     * Reads every pack. One of the analyst's own that cannot be used is no matter of what does not rest on it.
     *
     * @param own the analyst's own folder, which need not exist
     * @throws InvalidInput with every problem in any of those that come with the program
     */
    public static ModelLibrary read(Path models, Optional<Path> own) {
        return read(models, models, own);
    }

    /**
     * Reads every pack of folders without schemas.
     *
     * @param schemas the folder of model packs that come with the program, which holds the schemas
     * @param models the folder of packs, in the place of those that come with the program
     * @param own the analyst's own folder, which need not exist
     * @throws InvalidInput with every problem in any of those of {@code models}
     */
    public static ModelLibrary read(Path schemas, Path models, Optional<Path> own) {
        PackReader reader = new PackReader(schemas, models);
        List<Path> folders = new ArrayList<>();
        folders.add(models);
        own.filter(Files::isDirectory).ifPresent(folders::add);
        folders.forEach(folder -> reader.readEach(folder, "prices", "price-index.schema.json", reader::priceIndex));
        reader.leaveOutUnusable();
        folders.forEach(folder -> reader.readEach(folder, "frameworks", "framework.schema.json", reader::framework));
        folders.forEach(
                folder -> reader.readEach(folder, "unit-values", "unit-values.schema.json", reader::unitValues));
        reader.leaveOutUnusable();
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems);
        }
        return new ModelLibrary(reader.frameworks, reader.priceIndices, reader.unitValues, reader.unusable);
    }

    /**
     * Holds a pack that is to be written into the analyst's own folder against all that a pack must be.
     *
     * @param kind the folder of such packs, {@code prices} or {@code unit-values}
     * @throws InvalidInput with every problem in it
     */
    public static void requireUsable(Path models, String kind, Path file, JsonNode pack) {
        PackReader reader = new PackReader(models, models);
        boolean prices = kind.equals("prices");
        SourceText text = FittingPacks.require(
                SourceText.of(file.toString(), pack),
                new SchemaCheck(models, (prices ? "price-index" : kind) + ".schema.json"));
        if (prices) {
            reader.priceIndex(text, new HashSet<>());
        } else {
            reader.unitValues(text, new HashSet<>());
        }
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems);
        }
    }

    private void readEach(Path folder, String kind, String schemaName, BiConsumer<SourceText, Set<String>> pack) {
        SchemaCheck schema = new SchemaCheck(schemas, schemaName);
        Set<String> idsHere = new HashSet<>();
        for (Path file : filesIn(folder.resolve(kind))) {
            int before = problems.size();
            try {
                pack.accept(
                        folder.equals(models)
                                ? FittingPacks.read(file, schema)
                                : FittingPacks.require(SourceText.read(file), schema),
                        idsHere);
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
            // One of ours can be unusable only for resting on an own one that is.
            if (problems.size() > before && (!folder.equals(models) || !unusable.isEmpty())) {
                List<Problem> found = problems.subList(before, problems.size());
                unusable.add(new UnusablePack(idsIn(file), found));
                found.clear();
            }
        }
    }

    /** Whatever a file gives an id, even where it cannot be parsed; its own name where it cannot be read at all. */
    public static Set<String> idsIn(Path file) {
        Set<String> ids = new HashSet<>();
        try {
            Matcher found = ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (found.find()) {
                ids.add(found.group(1));
            }
        } catch (IOException unreadable) {
            ids.add(FileNames.last(file).replaceFirst("\\..*", ""));
        }
        return ids;
    }

    /** A pack of ours does not stand in for an own one that bears its id and cannot be used. */
    private void leaveOutUnusable() {
        for (UnusablePack pack : unusable) {
            frameworks.keySet().removeIf(pack::has);
            priceIndices.keySet().removeIf(pack::has);
            unitValues.keySet().removeIf(pack::has);
        }
    }

    private List<Path> filesIn(Path folder) {
        if (!folder.startsWith(models) && !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(folder.toString()),
                    "the folder of model packs cannot be read",
                    "reinstall or name the right folder"));
        }
    }

    private void priceIndex(SourceText text, Set<String> idsHere) {
        JsonNode node = text.tree();
        FinancialYear firstYear = Fields.year(node, "firstYear").orElseThrow();
        Map<FinancialYear, Double> growth = new TreeMap<>();
        node.get("growth")
                .propertyStream()
                .forEach(entry -> growth.put(
                        FinancialYear.of(entry.getKey()), entry.getValue().asDouble()));
        FinancialYear expected = firstYear.plus(1);
        for (FinancialYear year : growth.keySet()) {
            if (!year.equals(expected)) {
                report(text, "/growth", "has no growth into " + expected, "give every year from the first to the last");
                return;
            }
            expected = expected.plus(1);
        }
        PriceIndex index = new PriceIndex(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                firstYear,
                List.copyOf(growth.values()),
                new HashSet<>(Fields.list(node, "missing", year -> FinancialYear.of(year.asString()))),
                Fields.flag(node, "provisional"),
                Fields.year(node, "provisionalFrom"),
                Fields.source(node.get("source")));
        add(priceIndices, index.id(), index, text, idsHere);
    }

    private void framework(SourceText text, Set<String> idsHere) {
        Framework framework = FrameworkReader.read(text, priceIndices.keySet());
        add(frameworks, framework.id(), framework, text, idsHere);
    }

    private void unitValues(SourceText text, Set<String> idsHere) {
        for (UnitValue value : UnitValueReader.read(text)) {
            add(unitValues, value.id(), value, text, idsHere);
        }
    }

    private <T> void add(Map<String, T> packs, String id, T pack, SourceText text, Set<String> idsHere) {
        if (!idsHere.add(id)) {
            report(text, "/id", "the id '" + id + "' is used twice", "give each its own");
        }
        packs.put(id, pack);
    }

    private void report(SourceText text, String pointer, String what, String remedy) {
        problems.add(new Problem(text.place(pointer), what, remedy));
    }
}
