package org.worthwhile.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A first mapping of a workbook by what its headings and labels say, for the analyst to correct. What they do not say is left
 * out, so that nothing is taken for granted.
 *
 * @param tree as its file has it
 * @param questions what the analyst is to write or to look at, a sentence each
 */
public record MappingDraft(ObjectNode tree, List<String> questions) {

    private static final Pattern PRICE_YEAR = Pattern.compile(
            "(?<year>(?:19|20)\\d{2}[/-]\\d{2})\\b(?=.*\\bprices\\b)|\\bprices?\\b.*?(?<after>(?:19|20)\\d{2}[/-]\\d{2})\\b");
    private static final Pattern BASE_CASE =
            Pattern.compile("(?i).*\\b(?:business as usual|BAU|do nothing|base ?line|base case|counterfactual)\\b.*");
    private static final Pattern DO_MINIMUM = Pattern.compile("(?i).*\\bdo[ -]min(?:imum)?\\b.*");

    public MappingDraft {
        questions = List.copyOf(questions);
    }

    /**
     * Looks at a workbook.
     *
     * @throws InvalidInput if it cannot be read, or has no row of years with labelled amounts below
     */
    public static MappingDraft of(Path file) {
        SourceWorkbook workbook = SourceWorkbook.read(file);
        List<String> questions = new ArrayList<>();
        List<SheetDraft> sheets = workbook.sheets().stream()
                .filter(sheet -> !sheet.hidden())
                .map(sheet -> SheetDraft.of(sheet, questions))
                .filter(draft -> !draft.blocks().isEmpty())
                .toList();
        if (sheets.isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of(file.toString()),
                    workbook.sheets().stream()
                            .flatMap(sheet -> YearRow.elsewhere(sheet).stream())
                            .findFirst()
                            .orElse("has no row of at least three years with labels and amounts below it"),
                    "write the mapping by hand, as docs/formats describes"));
        }
        String title = FileNames.last(file).replaceFirst("\\.[^.]*$", "");
        ObjectNode tree = JsonText.object().put("format", MappingReader.FORMAT);
        ObjectNode proposal = tree.putObject("proposal")
                .put("id", Identifiers.of(title, "proposal"))
                .put("title", title);
        proposal.putObject("appraisal").put("framework", "uk-green-book-2026");
        proposal.putArray("organisations")
                .addObject()
                .put("id", "organisation")
                .put("title", "Organisation")
                .put("sector", "public");
        questions.add("Title of the proposal, framework and the organisation that bears the costs: check 'proposal'");
        tree.put("discounted", false);
        prices(workbook, tree, questions);
        years(sheets, questions);
        options(sheets, title, tree.putArray("options"), questions);
        return new MappingDraft(tree, questions);
    }

    private static void prices(SourceWorkbook workbook, ObjectNode tree, List<String> questions) {
        List<String> texts =
                workbook.sheets().stream().flatMap(TableSheet::texts).toList();
        boolean real = texts.stream().anyMatch(SheetHeadings::isReal);
        boolean nominal = texts.stream().anyMatch(SheetHeadings::isNominal);
        List<String> years = texts.stream()
                .flatMap(text -> PRICE_YEAR.matcher(text).results())
                .map(MappingDraft::priceYear)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (nominal && !real) {
            tree.putObject("prices").put("real", false);
        } else if (real && !nominal && years.size() == 1) {
            tree.putObject("prices").put("real", true).put("priceYear", years.getFirst());
            tree.withObject("/proposal/appraisal").put("priceYear", years.getFirst());
        } else {
            questions.add("Are amounts real, and of which year's prices, or nominal? Write 'prices'");
        }
    }

    private static Optional<String> priceYear(MatchResult found) {
        return Optional.ofNullable(found.group("year"))
                .or(() -> Optional.ofNullable(found.group("after")))
                .flatMap(YearText::of)
                .map(year -> year.year().label());
    }

    private static void years(List<SheetDraft> sheets, List<String> questions) {
        List<YearRow> rows = sheets.stream()
                .flatMap(sheet -> sheet.blocks().stream())
                .map(DraftBlock::years)
                .toList();
        if (rows.stream().anyMatch(YearRow::numbered)) {
            questions.add("Years are numbered: write the financial year of year 0 as 'yearZero'");
        }
        if (rows.stream().anyMatch(YearRow::doubtful)) {
            questions.add("Does a year such as FY26 begin or end its financial year? Write 'singleYear'");
        }
    }

    /** An option a sheet where several sheets have costs and benefits of their own, otherwise one of all sheets. */
    private static void options(List<SheetDraft> sheets, String title, ArrayNode options, List<String> questions) {
        List<SheetDraft> whole = sheets.stream()
                .filter(draft -> List.of(Block.Holds.values()).stream()
                        .allMatch(side -> draft.blocks().stream()
                                .anyMatch(block -> block.holds().equals(Optional.of(side)))))
                .toList();
        if (whole.size() > 1) {
            List<String> ids = new ArrayList<>();
            for (SheetDraft sheet : whole) {
                String id = Identifiers.free(Identifiers.of(sheet.sheet().name(), "option"), ids);
                ids.add(id);
                boolean first = options.valueStream()
                        .noneMatch(each -> each.path("role").asString("").equals("preferred"));
                option(options.addObject().put("id", id), sheet.sheet().name(), List.of(sheet), first, questions);
            }
            questions.add("Which option is preferred, and is one of them business as usual? Check each 'role'");
        } else {
            option(options.addObject().put("id", "option"), title, sheets, true, questions);
        }
    }

    private static void option(
            ObjectNode option, String title, List<SheetDraft> sheets, boolean first, List<String> questions) {
        String headed = sheets.size() == 1 ? title + " " + sheets.getFirst().title() : title;
        String role = BASE_CASE.matcher(headed).matches()
                ? "business-as-usual"
                : DO_MINIMUM.matcher(headed).matches() ? "do-minimum" : first ? "preferred" : "alternative";
        option.put("title", title).put("role", role);
        boolean one = sheets.size() == 1;
        String only = sheets.getFirst().sheet().name();
        if (one && !only.isEmpty()) {
            option.put("sheet", only);
        }
        ArrayNode blocks = option.putArray("blocks");
        for (SheetDraft sheet : sheets) {
            for (DraftBlock block : sheet.blocks()) {
                ObjectNode node = block.tree(questions);
                if (!one) {
                    node.put("sheet", sheet.sheet().name());
                }
                blocks.add(node);
            }
        }
        ObjectNode totals = JsonText.object();
        for (SheetDraft sheet : sheets) {
            String name = one ? "" : sheet.sheet().name();
            SpreadsheetMapping.Sums sums = sheet.sums();
            sums.costs().ifPresent(cell -> totals.put("costs", cell.on(name).reference()));
            sums.benefits()
                    .ifPresent(cell -> totals.put("benefits", cell.on(name).reference()));
            sums.net().ifPresent(cell -> totals.put("net", cell.on(name).reference()));
            sums.npv().ifPresent(cell -> totals.put("npv", cell.on(name).reference()));
        }
        if (!totals.isEmpty()) {
            option.set("totals", totals);
        }
    }
}
