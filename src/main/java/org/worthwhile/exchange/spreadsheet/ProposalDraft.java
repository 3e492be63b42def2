package org.worthwhile.exchange.spreadsheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Choice;
import org.worthwhile.framework.Standing;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/** The proposal that a workbook becomes, as its file has it, with the place of each of its parts. */
final class ProposalDraft {

    private static final int LONGEST_TITLE = 300;
    private static final String NONE = "business-as-usual";

    private final SourceWorkbook workbook;
    private final SpreadsheetMapping mapping;
    private final Function<String, Place> mappingPlaces;
    private final ObjectNode tree;
    private final NavigableMap<String, Place> places = new TreeMap<>();
    private final List<String> notes;

    private ProposalDraft(
            SourceWorkbook workbook,
            SpreadsheetMapping mapping,
            Function<String, Place> mappingPlaces,
            List<String> notes) {
        this.workbook = workbook;
        this.mapping = mapping;
        this.mappingPlaces = mappingPlaces;
        this.notes = notes;
        this.tree = JsonText.object().put("format", "worthwhile-proposal/1");
        mapping.proposal().properties().forEach(field -> tree.set(field.getKey(), field.getValue()));
    }

    /**
     * Makes the proposal.
     *
     * @param blocks what was read of each option, in the order of the mapping
     */
    static ProposalDraft of(
            SourceWorkbook workbook,
            SpreadsheetMapping mapping,
            Function<String, Place> mappingPlaces,
            List<List<ReadBlock>> blocks,
            Findings findings,
            List<String> notes) {
        ProposalDraft draft = new ProposalDraft(workbook, mapping, mappingPlaces, notes);
        draft.period(blocks, findings);
        draft.options(blocks);
        return draft;
    }

    ObjectNode tree() {
        return tree;
    }

    /** The place of a part of the proposal, by JSON pointer: a cell, or where the mapping has it. */
    Place place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Place place = places.get(at);
            if (place != null) {
                return place;
            }
        }
        return mappingPlaces.apply("/proposal" + pointer);
    }

    /** The appraisal period, which is that of the years read unless the mapping states it; nothing may lie outside it. */
    private void period(List<List<ReadBlock>> blocks, Findings findings) {
        ObjectNode appraisal = (ObjectNode) tree.get("appraisal");
        List<FinancialYear> years = blocks.stream()
                .flatMap(List::stream)
                .flatMap(read -> read.years().stream())
                .map(ReadBlock.YearCell::year)
                .sorted()
                .toList();
        if (years.isEmpty()) {
            return;
        }
        if (!appraisal.has("baseYear")) {
            appraisal.put("baseYear", years.getFirst().label());
            notes.add("The base year is the first that was read, " + years.getFirst());
        }
        FinancialYear base = FinancialYear.of(appraisal.get("baseYear").asString());
        if (!appraisal.has("years")) {
            appraisal.put("years", Math.max(1, years.getLast().since(base) + 1));
            notes.add("The appraisal period ends with the last year that was read, " + years.getLast());
        }
        FinancialYear last = base.plus(appraisal.get("years").asInt() - 1);
        blocks.stream()
                .flatMap(List::stream)
                .forEach(read -> read.years().stream()
                        .filter(year ->
                                year.year().compareTo(base) < 0 || year.year().compareTo(last) > 0)
                        .filter(year -> read.sum(year.year()).signum() != 0
                                || read.lines().stream()
                                        .anyMatch(line -> line.amounts()
                                                        .getOrDefault(year.year(), BigDecimal.ZERO)
                                                        .signum()
                                                != 0))
                        .forEach(year -> findings.wrong(
                                read.at(year.cell()),
                                new Fault(
                                        "amounts of " + year.year() + " lie outside the appraisal period from " + base
                                                + " to " + last,
                                        "change 'baseYear' or 'years' in the mapping, or point at fewer years"))));
    }

    private void options(List<List<ReadBlock>> blocks) {
        var options = tree.putArray("options");
        if (mapping.options().stream().noneMatch(choice -> choice.role().equals(NONE))) {
            String id = Identifiers.free(
                    NONE, mapping.options().stream().map(Choice::id).toList());
            options.addObject().put("id", id).put("title", "Business as usual").put("role", NONE);
            notes.add(
                    "No option is business as usual: one without costs and benefits was added, beside which the others stand");
        }
        for (int i = 0; i < mapping.options().size(); i++) {
            Choice choice = mapping.options().get(i);
            String at = "/options/" + options.size();
            places.put(at, mappingPlaces.apply(choice.at()));
            ObjectNode option = options.addObject()
                    .put("id", choice.id())
                    .put("title", choice.title())
                    .put("role", choice.role());
            List<String> ids = new ArrayList<>();
            for (Block.Holds holds : Block.Holds.values()) {
                blocks.get(i).stream()
                        .filter(read -> read.block().holds() == holds)
                        .forEach(read -> read.lines().forEach(line -> line(at, option, read, line, ids)));
            }
        }
    }

    private void line(String option, ObjectNode node, ReadBlock read, ReadBlock.Line line, List<String> ids) {
        boolean cost = read.block().holds() == Block.Holds.COSTS;
        String list = cost ? "costs" : "impacts";
        int position = node.withArray(list).size();
        String at = option + "/" + list + "/" + position;
        places.put(at, SourceWorkbook.place(read.at(line.label())));
        read.block()
                .line()
                .propertyNames()
                .forEach(field -> places.put(
                        at + "/" + field, mappingPlaces.apply(read.block().at() + "/line/" + field)));
        String id = Identifiers.free(Identifiers.of(line.title(), cost ? "cost" : "benefit"), ids);
        ids.add(id);
        String title =
                line.title().substring(0, Math.min(LONGEST_TITLE, line.title().length()));
        ObjectNode entry = node.withArray(list).addObject().put("id", id).put("title", title.isEmpty() ? id : title);
        read.block()
                .line()
                .properties()
                .forEach(field -> entry.set(field.getKey(), field.getValue().deepCopy()));
        ObjectNode schedule = (cost ? entry.putObject("amount") : entry).putObject("schedule");
        line.amounts().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .forEach(amount -> schedule.set(
                        amount.getKey().label(),
                        JsonText.number(read.inMoney(amount.getValue()).doubleValue())));
        ObjectNode basis = entry.putObject("basis");
        basis.put("real", read.block().prices().year().isPresent());
        read.block().prices().year().ifPresent(year -> basis.put("priceYear", year.label()));
        entry.put(
                "source",
                "Imported from " + workbook.name()
                        + (read.sheet().name().isEmpty()
                                ? ""
                                : ", sheet '" + read.sheet().name() + "'") + ", "
                        + line.cells().address() + "; " + Standing.UNVERIFIED.words());
    }
}
