package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.TableFile;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.InvalidInput;

/** A pack made of a table of unit values by a mapping of its columns, which can be kept for tables with the same header. */
public final class MappedImport {

    private final List<ImportedPack> packs;
    private final UnitValueMapping mapping;
    private final HeaderRow table;
    private final Optional<Path> keptIn;

    private MappedImport(List<ImportedPack> packs, UnitValueMapping mapping, HeaderRow table, Optional<Path> keptIn) {
        this.keptIn = keptIn;
        this.packs = packs;
        this.mapping = mapping;
        this.table = table;
    }

    /**
     * Makes a pack without writing anything.
     *
     * @param models the folder of model packs, which holds the schemas
     * @throws InvalidInput with every problem of the mapping, or where the table has not its columns or no row that can be read
     */
    public static MappedImport read(Path models, Path file, Path map) {
        UnitValueMapping mapping = UnitValueMapping.read(models, map);
        List<TableSheet> sheets = TableFile.read(file);
        return of(mapping, sheets, file, Optional.empty());
    }

    /**
     * Makes a pack by a mapping that was kept; empty where none is kept for the headings of the file.
     *
     * @throws InvalidInput if the file cannot be read, or has the headings and no row that can be read
     */
    public static Optional<MappedImport> readAsRemembered(Path models, Path ownFolder, Path file) {
        RememberedMappings kept = new RememberedMappings(models, ownFolder);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        List<TableSheet> sheets = TableFile.read(file);
        return kept.of(PackImport.shown(sheets))
                .map(match -> of(match.mapping(), sheets, file, Optional.of(match.file())));
    }

    private static MappedImport of(
            UnitValueMapping mapping, List<TableSheet> sheets, Path file, Optional<Path> keptIn) {
        TableHeaders tables = HeaderRow.findAll(mapping, PackImport.shown(sheets), file.toString());
        ImportedPack pack = UnitValueTable.read(mapping, tables);
        return new MappedImport(
                PackImport.withHidden(List.of(pack), sheets),
                mapping,
                tables.rows().getFirst(),
                keptIn);
    }

    public List<ImportedPack> packs() {
        return packs;
    }

    /** The file of the mapping that was used, where that is a kept one. */
    public Optional<Path> keptIn() {
        return keptIn;
    }

    /** Keeps the mapping beside the analyst's own packs for tables with the same header, in place of one that was kept for these. */
    public KeptMapping remember(Path models, Path ownFolder) {
        return new RememberedMappings(models, ownFolder)
                .keep(
                        mapping,
                        table.headings(),
                        FileNames.last(Path.of(table.sheet().file())).replaceFirst("\\.[^.]*$", ""));
    }
}
