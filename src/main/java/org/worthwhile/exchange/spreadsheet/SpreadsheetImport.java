package org.worthwhile.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Choice;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;

/** Makes a proposal of somebody's own cost-benefit workbook. */
public final class SpreadsheetImport {

    private final Path models;
    private final ModelLibrary library;

    /** @param models the folder that holds the schemas */
    public SpreadsheetImport(Path models, ModelLibrary library) {
        this.models = models;
        this.library = library;
    }

    /**
     * Reads a workbook by a mapping, holds its totals against what was read, and appraises the proposal that it becomes. Nothing
     * is written.
     *
     * @throws InvalidInput with everything that is wrong with the mapping, or with the workbook under it
     */
    public ImportedProposal read(Path file, Path mappingFile) {
        Located<SpreadsheetMapping> located = MappingReader.read(models, mappingFile);
        SpreadsheetMapping mapping = located.value();
        SourceWorkbook workbook = SourceWorkbook.read(file);
        requireSheets(workbook, located);
        Findings findings = new Findings(workbook, mapping.accepted());
        List<String> notes = new ArrayList<>();
        BlockReader reader = new BlockReader(
                workbook,
                mapping.years(),
                mapping.proposal().path("appraisal").path("currency").asString("GBP"),
                findings,
                notes);
        TotalsCheck totals = new TotalsCheck(workbook, findings);
        List<List<ReadBlock>> blocks = new ArrayList<>();
        for (Choice choice : mapping.options()) {
            blocks.add(read(choice, workbook, reader, totals, findings));
        }
        ProposalDraft draft = ProposalDraft.of(workbook, mapping, located.places(), blocks, findings, notes);
        findings.requireNone();
        Appraisal appraisal = appraise(file, draft);
        tellRestated(blocks, appraisal.basis().proposal().appraisal().priceYear(), notes);
        for (int i = 0; i < mapping.options().size(); i++) {
            List<ReadBlock> read = blocks.get(i);
            Choice choice = mapping.options().get(i);
            choice.sums().npv().ifPresent(range -> totals.checkPresentValue(range, read, npv(appraisal, choice.id())));
        }
        findings.requireNone();
        return new ImportedProposal(
                appraisal,
                draft.tree(),
                lines(blocks),
                totals.agreeing(),
                notes.stream().distinct().toList(),
                findings.accepted(),
                UnreadNumbers.of(workbook));
    }

    private static void tellRestated(List<List<ReadBlock>> blocks, FinancialYear prices, List<String> notes) {
        blocks.stream()
                .flatMap(List::stream)
                .forEach(read -> read.block()
                        .prices()
                        .year()
                        .filter(year -> !year.equals(prices))
                        .ifPresent(year -> notes.add(SourceWorkbook.place(
                                                read.sheet(),
                                                read.block().labels().words())
                                        .position()
                                + ": amounts at " + year + " prices are restated at those of " + prices
                                + ", the price year of the appraisal")));
    }

    /** The blocks of an option; the totals of those alone that could be read are held against what was read. */
    private static List<ReadBlock> read(
            Choice choice, SourceWorkbook workbook, BlockReader reader, TotalsCheck totals, Findings findings) {
        List<ReadBlock> blocks = new ArrayList<>();
        List<ReadBlock> sound = new ArrayList<>();
        for (Block block : choice.blocks()) {
            int before = findings.count();
            ReadBlock read =
                    reader.read(block, workbook.sheet(block.years().sheet()).orElseThrow());
            blocks.add(read);
            if (findings.count() == before) {
                sound.add(read);
            }
        }
        requireOnce(blocks, findings);
        requireOtherLines(blocks, findings);
        sound.forEach(totals::check);
        if (sound.size() == blocks.size()) {
            totals.check(choice.sums(), blocks);
        }
        return blocks;
    }

    private Appraisal appraise(Path file, ProposalDraft draft) {
        try {
            Located<Proposal> proposal = new ProposalReader(models).read(file.toString(), draft.tree(), draft::place);
            return Appraiser.appraise(References.resolve(proposal.value(), proposal.places(), library, Map.of()));
        } catch (InvalidInput invalid) {
            throw new InvalidInput(invalid.problems().stream().distinct().toList());
        }
    }

    private static double npv(Appraisal appraisal, String option) {
        return appraisal.options().stream()
                .filter(result -> result.option().id().equals(option))
                .findFirst()
                .orElseThrow()
                .npsv();
    }

    private static List<String> lines(List<List<ReadBlock>> blocks) {
        return blocks.stream()
                .flatMap(List::stream)
                .map(SpreadsheetImport::sentence)
                .toList();
    }

    private static String sentence(ReadBlock read) {
        String what = read.block().holds() == Block.Holds.COSTS ? "cost" : "benefit";
        int lines = read.lines().size();
        int years = read.years().size();
        return SourceWorkbook.place(read.sheet(), read.block().labels().words()).position() + ": " + lines + " " + what
                + (lines == 1 ? "" : "s") + " in " + years + (years == 1 ? " year" : " years");
    }

    /** Every sheet that the mapping names is there. */
    private static void requireSheets(SourceWorkbook workbook, Located<SpreadsheetMapping> located) {
        List<Problem> problems = new ArrayList<>();
        SpreadsheetMapping mapping = located.value();
        for (Choice choice : mapping.options()) {
            for (Block block : choice.blocks()) {
                List<SheetRange> ranges = new ArrayList<>(List.of(block.years(), block.labels()));
                ranges.addAll(block.except());
                ranges.addAll(block.totals().ranges());
                requireSheets(workbook, located, block.at(), ranges, problems);
            }
            requireSheets(
                    workbook, located, choice.at() + "/totals", choice.sums().ranges(), problems);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems.stream().distinct().toList());
        }
    }

    private static void requireSheets(
            SourceWorkbook workbook,
            Located<SpreadsheetMapping> located,
            String at,
            List<SheetRange> ranges,
            List<Problem> problems) {
        for (SheetRange range : ranges) {
            if (workbook.sheet(range.sheet()).isEmpty()) {
                problems.add(
                        range.sheet().isEmpty()
                                ? new Problem(
                                        located.places().apply(at),
                                        "names no sheet for " + range.address() + ", and " + workbook.name() + " has "
                                                + workbook.sheets().size(),
                                        "name one as 'sheet'")
                                : new Problem(
                                        located.places().apply(at),
                                        workbook.name() + " has no sheet '" + range.sheet() + "'",
                                        Nearest.remedy(range.sheet(), workbook.sheetNames())));
            }
        }
    }

    /** No amount is read twice within an option. */
    private static void requireOnce(List<ReadBlock> blocks, Findings findings) {
        Set<SourceCell> seen = new HashSet<>();
        for (ReadBlock read : blocks) {
            for (ReadBlock.Line line : read.lines()) {
                for (ReadBlock.YearCell year : read.years()) {
                    SheetRange.Cell cell = read.block().amount(line.position(), year.cell());
                    if (!seen.add(new SourceCell(read.sheet().name(), cell))
                            && line.amounts().containsKey(year.year())) {
                        findings.wrong(
                                read.at(cell),
                                new Fault("is an amount of two lines", "point at each amount once within an option"));
                    }
                }
            }
        }
    }

    /** A block whose lines all stand in another one of the same kind, in the same years, seems to show the same amounts otherwise. */
    private static void requireOtherLines(List<ReadBlock> blocks, Findings findings) {
        for (int i = 0; i < blocks.size(); i++) {
            ReadBlock read = blocks.get(i);
            for (ReadBlock earlier : blocks.subList(0, i)) {
                if (read.repeats(earlier)) {
                    findings.doubtful(
                            read.at(read.lines().getFirst().label()),
                            new Fault(
                                    "these lines stand in "
                                            + SourceWorkbook.place(
                                                            earlier.sheet(),
                                                            earlier.block()
                                                                    .labels()
                                                                    .words())
                                                    .position()
                                            + " too, for the same years, and would count twice",
                                    "leave one of the two blocks out, or accept it in the mapping if they are others"));
                }
            }
        }
    }

    private record SourceCell(String sheet, SheetRange.Cell cell) {}
}
