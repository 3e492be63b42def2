package org.worthwhile.exchange;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
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

    private final Path models;
    private final Map<String, Framework> frameworks = new HashMap<>();
    private final Map<String, PriceIndex> priceIndices = new HashMap<>();
    private final Map<String, UnitValue> unitValues = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PackReader(Path models) {
        this.models = models;
    }

    /** Reads every pack that comes with the program. */
    public static ModelLibrary read(Path models) {
        return read(models, Optional.empty());
    }

    /**
     * Reads every pack.
     *
     * @param own the analyst's own folder, which need not exist
     * @throws InvalidInput with every problem in any of them
     */
    public static ModelLibrary read(Path models, Optional<Path> own) {
        PackReader reader = new PackReader(models);
        List<Path> folders = new ArrayList<>();
        folders.add(models);
        own.filter(Files::isDirectory).ifPresent(folders::add);
        folders.forEach(folder -> reader.readEach(folder, "prices", "price-index.schema.json", reader::priceIndex));
        folders.forEach(folder -> reader.readEach(folder, "frameworks", "framework.schema.json", reader::framework));
        folders.forEach(
                folder -> reader.readEach(folder, "unit-values", "unit-values.schema.json", reader::unitValues));
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems);
        }
        return new ModelLibrary(reader.frameworks, reader.priceIndices, reader.unitValues);
    }

    private void readEach(Path folder, String kind, String schemaName, BiConsumer<SourceText, Set<String>> pack) {
        SchemaCheck schema = new SchemaCheck(models, schemaName);
        Set<String> idsHere = new HashSet<>();
        for (Path file : filesIn(folder.resolve(kind))) {
            try {
                SourceText text = SourceText.read(file);
                schema.require(text);
                pack.accept(text, idsHere);
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
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
                Fields.flag(node, "provisional"),
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
