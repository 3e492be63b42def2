package org.worthwhile.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.worthwhile.exchange.FormatFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Acceptance;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Choice;
import org.worthwhile.exchange.spreadsheet.SpreadsheetMapping.Sums;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads mappings of workbooks from JSON or YAML. */
final class MappingReader {

    static final String FORMAT = "worthwhile-spreadsheet-mapping/1";

    private static final int MOST_CELLS = 100_000;

    private static final String SCHEMA = "spreadsheet-mapping.schema.json";

    private final Located<JsonNode> text;
    private final JsonNode tree;
    private final List<Problem> problems = new ArrayList<>();

    private MappingReader(Located<JsonNode> text) {
        this.text = text;
        this.tree = text.value();
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput with every problem in it
     */
    static Located<SpreadsheetMapping> read(Path models, Path file) {
        Located<JsonNode> text = FormatFile.read(models, SCHEMA, file);
        MappingReader reader = new MappingReader(text);
        SpreadsheetMapping mapping = reader.mapping(file.toString());
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems.stream().distinct().toList());
        }
        return new Located<>(mapping, text.places());
    }

    private SpreadsheetMapping mapping(String file) {
        requireUndiscounted(tree, "");
        List<Choice> options = new ArrayList<>();
        for (int i = 0; i < tree.get("options").size(); i++) {
            options.add(option("/options/" + i, tree.get("options").get(i)));
        }
        return new SpreadsheetMapping(
                file,
                (ObjectNode) tree.get("proposal").deepCopy(),
                new YearStyle(
                        year(tree, "yearZero"),
                        tree.has("singleYear")
                                ? Optional.of(
                                        choice(tree, "singleYear", YearStyle.Single.class, YearStyle.Single.BEGINS))
                                : Optional.empty()),
                options,
                list(
                        tree.path("accept"),
                        node -> new Acceptance(
                                range(node, "cells", "").orElseThrow(),
                                node.has("within")
                                        ? OptionalDouble.of(node.get("within").asDouble())
                                        : OptionalDouble.empty(),
                                node.get("why").asString())));
    }

    private Choice option(String at, JsonNode node) {
        String sheet = node.path("sheet").asString("");
        boolean own = node.has("blocks");
        JsonNode listed = own ? node.get("blocks") : tree.path("blocks");
        String list = (own ? at : "") + "/blocks/";
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            blocks.add(block(list + i, listed.get(i), sheet));
        }
        boolean empty = node.get("role").asString().equals("business-as-usual");
        if (listed.isEmpty() && !empty) {
            report(at, "has no blocks of costs or benefits", "give it 'blocks', or blocks to the whole mapping");
        }
        JsonNode sums = node.path("totals");
        return new Choice(
                at,
                node.get("id").asString(),
                node.get("title").asString(),
                node.get("role").asString(),
                blocks,
                new Sums(
                        cell(at + "/totals", sums, "costs", sheet),
                        cell(at + "/totals", sums, "benefits", sheet),
                        cell(at + "/totals", sums, "net", sheet),
                        cell(at + "/totals", sums, "npv", sheet)));
    }

    private Block block(String at, JsonNode node, String optionSheet) {
        String sheet = node.path("sheet").asString(optionSheet);
        SheetRange years = range(node, "years", sheet).orElseThrow();
        SheetRange labels = range(node, "labels", sheet).orElseThrow();
        requireUndiscounted(node, at);
        if (!years.isOneRow() && !years.isOneColumn()) {
            report(at + "/years", years.address() + " is neither one row nor one column", "point at the years alone");
        }
        if (!years.sheet().equalsIgnoreCase(labels.sheet())) {
            report(at + "/labels", "is on another sheet than the years", "point at labels on the sheet of the years");
        }
        JsonNode totals = node.path("totals");
        Optional<SheetRange> byYear = range(totals, "byYear", sheet);
        Optional<SheetRange> byLine = range(totals, "byLine", sheet);
        Stream.of(Optional.of(years), Optional.of(labels), byYear, byLine)
                .flatMap(Optional::stream)
                .filter(range -> range.size() > MOST_CELLS)
                .forEach(range -> report(
                        at,
                        range.address() + " has more than " + MOST_CELLS + " cells",
                        "point at the cells that hold years, labels or totals alone"));
        JsonNode prices = node.has("prices") ? node.get("prices") : tree.path("prices");
        if (prices.isMissingNode()) {
            report(
                    at,
                    "it is not stated whether amounts are real or nominal",
                    "give 'prices' such as {\"real\": true, \"priceYear\": \"2026/27\"}");
        }
        return new Block(
                at,
                choice(node, "holds", Block.Holds.class, Block.Holds.COSTS),
                years,
                labels,
                list(node.path("except"), range -> parsed(range, sheet).orElseThrow()),
                node.path("sign").asString("positive").equals("negative") ? -1 : 1,
                choice(node.has("scale") ? node : tree, "scale", Block.Scale.class, Block.Scale.ONES),
                new Block.Prices(prices.path("real").asBoolean(false) ? year(prices, "priceYear") : Optional.empty()),
                new Block.Totals(byYear, byLine, cell(at + "/totals", totals, "all", sheet)),
                line(at, node));
    }

    /** The fields of each line, with the bearer of costs where there is only one who may be. */
    private ObjectNode line(String at, JsonNode node) {
        ObjectNode line = node.has("line") ? (ObjectNode) node.get("line").deepCopy() : JsonText.object();
        JsonNode organisations = tree.at("/proposal/organisations");
        if (node.path("holds").asString().equals("costs")) {
            if (!line.has("bearer") && organisations.size() > 1) {
                report(at + "/line", "it is not stated who bears the costs", "name an organisation as 'bearer'");
            } else if (!line.has("bearer")) {
                line.put("bearer", organisations.get(0).get("id").asString());
            }
            if (!line.has("kind")) {
                line.put("kind", "revenue");
            }
        }
        return line;
    }

    private void requireUndiscounted(JsonNode node, String at) {
        if (node.path("discounted").asBoolean(false)) {
            report(
                    at + "/discounted",
                    "amounts that are discounted already would be discounted twice",
                    "point at the amounts before they are discounted");
        }
    }

    private Optional<SheetRange> cell(String at, JsonNode node, String name, String sheet) {
        Optional<SheetRange> range = range(node, name, sheet);
        if (range.filter(cells -> cells.size() > 1).isPresent()) {
            report(at + "/" + name, range.get().address() + " is more than one cell", "point at the cell of the total");
        }
        return range;
    }

    private static Optional<SheetRange> range(JsonNode node, String name, String sheet) {
        return node.has(name) ? parsed(node.get(name), sheet) : Optional.empty();
    }

    private static Optional<SheetRange> parsed(JsonNode node, String sheet) {
        return SheetRange.of(node.asString()).map(range -> range.on(sheet));
    }

    private static Optional<FinancialYear> year(JsonNode node, String name) {
        return node.has(name) ? Optional.of(FinancialYear.of(node.get(name).asString())) : Optional.empty();
    }

    private static <E extends Enum<E>> E choice(JsonNode node, String name, Class<E> type, E otherwise) {
        return node.has(name) ? Enum.valueOf(type, node.get(name).asString().toUpperCase(Locale.ROOT)) : otherwise;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> element) {
        return node.valueStream().map(element).toList();
    }

    private void report(String at, String what, String remedy) {
        problems.add(new Problem(text.places().apply(at), what, remedy));
    }
}
