package org.worthwhile.exchange.packs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.TableFile;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Makes model packs of files that are published in other layouts, and puts them into the analyst's own folder, where they take the
 * place of those that bear the same id. Which layout a file has is found by what it holds.
 */
public final class PackImport {

    private PackImport() {}

    /**
     * Makes packs of a file without writing anything.
     *
     * @throws InvalidInput if the file cannot be read or has no layout that is known
     */
    public static List<ImportedPack> read(Path file) {
        List<TableSheet> sheets = TableFile.read(file);
        List<TableSheet> shown = shown(sheets);
        List<ImportedPack> packs = OnsSeriesLayout.read(shown);
        packs = packs.isEmpty() ? UnitCostLayout.read(shown) : packs;
        packs = packs.isEmpty() ? DeflatorLayout.read(shown) : packs;
        packs = packs.isEmpty() ? CarbonLayout.read(shown) : packs;
        if (packs.isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    "holds none of the tables that are known: GDP deflators of HM Treasury, a time series of the Office for"
                            + " National Statistics, carbon values by year, the unit cost database",
                    "use the file as it is published, or give the columns of a table of unit values with --map"));
        }
        return withHidden(packs, sheets);
    }

    static List<TableSheet> shown(List<TableSheet> sheets) {
        return sheets.stream().filter(sheet -> !sheet.hidden()).toList();
    }

    /** Hidden sheets are told as not read, with the first pack. */
    static List<ImportedPack> withHidden(List<ImportedPack> packs, List<TableSheet> sheets) {
        ImportedPack first = packs.getFirst();
        List<UnreadCell> unread = new ArrayList<>(first.unread());
        sheets.stream()
                .filter(TableSheet::hidden)
                .forEach(sheet -> unread.add(new UnreadCell(sheet.whole(), "the sheet is hidden")));
        List<ImportedPack> all = new ArrayList<>(packs);
        all.set(0, new ImportedPack(first.kind(), first.tree(), first.read(), unread, first.remarks(), first.places()));
        return all;
    }

    /**
     * Writes packs into the analyst's own folder, all or none of them: each fits the format and can be used, and none takes the place of
     * another one of the same id unless that is agreed.
     *
     * @param models the folder of model packs, which holds the schemas
     * @return where they are
     * @throws InvalidInput with every problem, before anything is written
     */
    public static List<Path> write(List<ImportedPack> packs, Path models, Path ownFolder, Overwrite overwrite) {
        List<Problem> problems = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (ImportedPack pack : packs) {
            Path file = ownFolder.resolve(pack.kind()).resolve(pack.id() + ".json");
            files.add(file);
            try {
                requireUsable(pack, models, file);
                requireFree(pack, file, overwrite);
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        for (int i = 0; i < packs.size(); i++) {
            AtomicFile.write(files.get(i), JsonText.of(packs.get(i).tree()));
        }
        return files;
    }

    /** What is wrong with a pack is told where it stands in the file that the pack was made of, and once of figures of one kind. */
    private static void requireUsable(ImportedPack pack, Path models, Path file) {
        try {
            PackReader.requireUsable(models, pack.kind(), file, pack.tree());
        } catch (InvalidInput invalid) {
            Map<String, List<Problem>> alike = invalid.problems().stream()
                    .collect(Collectors.groupingBy(
                            problem -> parent(problem.place().position()), LinkedHashMap::new, Collectors.toList()));
            throw new InvalidInput(alike.values().stream()
                    .map(problems -> {
                        Problem first = problems.getFirst();
                        String pointer = first.place().position();
                        return new Problem(
                                pack.places().apply(pointer),
                                "makes the pack's '"
                                        + pointer.substring(1).replace("/", " ").replace("~1", "/")
                                        + (first.what().startsWith("is ") ? "', which " : "', where ")
                                        + first.what()
                                        + (problems.size() == 1
                                                ? ""
                                                : "; it is the first of " + problems.size() + " such figures"),
                                "check that the file is the one that is published; " + first.remedy());
                    })
                    .toList());
        }
    }

    /** The pointer to what an entry of a list or an object is in; the pointer itself of anything else. */
    private static String parent(String pointer) {
        int last = pointer.lastIndexOf('/');
        return last > 0 ? pointer.substring(0, last) : pointer;
    }

    private static void requireFree(ImportedPack pack, Path file, Overwrite overwrite) {
        try {
            boolean differs = Files.exists(file)
                    && !Files.readString(file, StandardCharsets.UTF_8).equals(JsonText.of(pack.tree()));
            if (differs && overwrite != Overwrite.ANY_FILE) {
                throw new InvalidInput(new Problem(
                        Place.of(file.toString()),
                        "is there already and differs from what was imported",
                        "move it, or replace it with --overwrite"));
            }
            Path folder = file.resolveSibling("");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> others = Files.list(folder)) {
                    for (Path other : others.filter(each -> each.toString().endsWith(".json"))
                            .filter(each -> !each.getFileName().equals(file.getFileName()))
                            .sorted()
                            .toList()) {
                        requireOtherId(pack, other);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()), "cannot be read", "check that you may read it, or remove it"));
        }
    }

    private static void requireOtherId(ImportedPack pack, Path other) {
        if (PackReader.idsIn(other).contains(pack.id())) {
            throw new InvalidInput(new Problem(
                    Place.of(other.toString()),
                    "has the id '" + pack.id() + "' already, which what was imported has too",
                    "remove it, or give it another id"));
        }
    }
}
