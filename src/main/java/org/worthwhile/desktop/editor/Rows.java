package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of each page's table, and what a new one begins with. */
final class Rows {

    private Rows() {}

    /** Where the list of a page stands; empty where its rows are in several lists. */
    static String list(Section section, int option) {
        return switch (section) {
            case OBJECTIVES -> "/objectives";
            case ORGANISATIONS -> "/organisations";
            case GROUPS -> "/groups";
            case OPTIONS -> "/options";
            case COSTS -> "/options/" + option + "/costs";
            case IMPACTS, ADDITIONALITY -> "/options/" + option + "/impacts";
            case UNMONETISED -> "/options/" + option + "/unmonetised";
            case CORRELATIONS -> "/correlations";
            case SCENARIOS -> "/scenarios";
            case CASE, BY_YEAR, SAVINGS, BENEFICIARIES, UNCERTAINTY, EVIDENCE -> "";
        };
    }

    static List<RowPlace> of(Section section, Document proposal, int option) {
        return switch (section) {
            case SAVINGS -> within(proposal, option, "savings");
            case BENEFICIARIES -> within(proposal, option, "beneficiaries");
            case BY_YEAR ->
                Stream.of(
                                schedules(proposal, list(Section.COSTS, option), "/amount/schedule"),
                                schedules(proposal, list(Section.IMPACTS, option), "/schedule"),
                                schedules(proposal, list(Section.IMPACTS, option), "/quantity/intake"))
                        .flatMap(rows -> rows)
                        .toList();
            default -> entries(proposal, list(section, option), "");
        };
    }

    private static List<RowPlace> entries(Document document, String list, String line) {
        List<RowPlace> rows = new ArrayList<>();
        int count = document.tree().at(list).size();
        for (int i = 0; i < count; i++) {
            rows.add(new RowPlace(document, list + "/" + i, line));
        }
        return rows;
    }

    private static Stream<RowPlace> schedules(Document document, String list, String schedule) {
        return entries(document, list, "").stream()
                .map(line -> new RowPlace(
                        document,
                        line.pointer() + schedule,
                        document.tree().at(line.pointer()).path("title").asString("")))
                .filter(row -> row.tree().isObject() && !row.tree().has("annual"));
    }

    private static List<RowPlace> within(Document document, int option, String part) {
        List<RowPlace> rows = new ArrayList<>();
        for (RowPlace impact : entries(document, "/options/" + option + "/impacts", "")) {
            String title = document.tree().at(impact.pointer()).path("title").asString("");
            rows.addAll(entries(document, impact.pointer() + "/" + part, title));
        }
        return rows;
    }

    /** Whether rows are added to a page, rather than to a line of another page. */
    static boolean areAddedTo(Section section) {
        return switch (section) {
            case OBJECTIVES, ORGANISATIONS, GROUPS, OPTIONS, COSTS, IMPACTS, UNMONETISED, CORRELATIONS -> true;
            case CASE, BY_YEAR, ADDITIONALITY, SAVINGS, BENEFICIARIES, UNCERTAINTY, SCENARIOS, EVIDENCE -> false;
        };
    }

    /** The change that adds a row at the end of a page's list. */
    static Change added(Section section, Document document, int option) {
        String list = list(section, option);
        return document.insert(list, document.tree().at(list).size(), begun(section, document));
    }

    private static JsonNode begun(Section section, Document document) {
        JsonNode proposal = document.tree();
        ObjectNode row = JsonText.object();
        String base = proposal.path("appraisal").path("baseYear").asString("");
        String organisation = proposal.path("organisations").path(0).path("id").asString("");
        switch (section) {
            case OBJECTIVES -> row.put("title", Words.of("edit.newObjective"));
            case ORGANISATIONS ->
                row.put("id", freeId(proposal, "organisation"))
                        .put("title", Words.of("edit.newOrganisation"))
                        .put("sector", "public");
            case GROUPS -> row.put("id", freeId(proposal, "group")).put("title", Words.of("edit.newGroup"));
            case OPTIONS ->
                row.put("id", freeId(proposal, "option"))
                        .put("title", Words.of("edit.newOption"))
                        .put("role", "alternative");
            case COSTS -> {
                row.put("id", freeId(proposal, "cost"))
                        .put("title", Words.of("edit.newCost"))
                        .put("bearer", organisation)
                        .put("kind", "revenue");
                row.putObject("amount").put("annual", 0).put("from", base);
            }
            case IMPACTS -> {
                row.put("id", freeId(proposal, "impact"))
                        .put("title", Words.of("edit.newImpact"))
                        .put("category", "social");
                row.putObject("quantity").put("population", 0).put("effect", 0);
                row.putObject("profile").put("start", base);
                row.putObject("value").put("amount", 0);
            }
            case UNMONETISED ->
                row.put("title", Words.of("edit.newUnmonetised")).put("score", 1);
            case CORRELATIONS -> {
                ArrayNode between = row.putArray("between");
                Choices.unsureInputs(proposal).stream().limit(2).forEach(input -> between.add(input.value()));
                row.put("rank", 0);
            }
            case CASE, BY_YEAR, ADDITIONALITY, SAVINGS, BENEFICIARIES, UNCERTAINTY, SCENARIOS, EVIDENCE ->
                throw new IllegalArgumentException("No rows are added to " + section);
        }
        return row;
    }

    /** The change that gives an impact one more saving organisation or gaining group. */
    static Change addedWithin(Section section, Document document, String impact) {
        boolean isSaving = section == Section.SAVINGS;
        String list = impact + (isSaving ? "/savings" : "/beneficiaries");
        String first = document.tree()
                .path(isSaving ? "organisations" : "groups")
                .path(0)
                .path("id")
                .asString("");
        ObjectNode row = JsonText.object().put(isSaving ? "organisation" : "group", first);
        row.put("share", 1);
        return document.insert(list, document.tree().at(list).size(), row);
    }

    /** Where in the page's table the next row of an impact would come: after its other rows. */
    static int placeOfNext(Section section, Document document, int option, String impact) {
        int impacts = Integer.parseInt(impact.substring(impact.lastIndexOf('/') + 1)) + 1;
        return (int) of(section, document, option).stream()
                .filter(row -> IntStream.range(0, impacts)
                        .anyMatch(index -> row.pointer().startsWith(list(Section.IMPACTS, option) + "/" + index + "/")))
                .count();
    }

    private static String freeId(JsonNode proposal, String stem) {
        return Identifiers.numbered(stem, proposal.findValuesAsString("id"));
    }
}
