package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.desktop.Words;
import tools.jackson.databind.JsonNode;

/**
 * A number of a cost line or an impact that may be unsure.
 *
 * @param pointer of the number within its line
 * @param holder the pointer within the line of what has the uncertainty beside it: the number's own or, for the amount of a
 *     cost, the line's
 * @param path its name within the line's inputs, such as {@code effect} or {@code rampUp/0}
 */
record UnsureFigure(String pointer, String holder, String path) {

    private static final List<String> COST =
            List.of("/amount/realGrowth", "/optimismBias/uplift", "/optimismBias/mitigation");

    private static final List<String> IMPACT = List.of(
            "/quantity/population",
            "/quantity/users/before",
            "/quantity/users/after",
            "/quantity/costPerTrip/before",
            "/quantity/costPerTrip/after",
            "/quantity/intake/annual",
            "/quantity/intake/realGrowth",
            "/quantity/eligible",
            "/quantity/engagement",
            "/quantity/completion",
            "/quantity/effect",
            "/value/amount",
            "/value/realGrowth",
            "/profile/lag",
            "/profile/dropOff",
            "/profile/duration",
            "/additionality/deadweight",
            "/additionality/displacement",
            "/additionality/leakage",
            "/additionality/substitution",
            "/additionality/attribution",
            "/additionality/multiplier");

    private static final List<String> SHARES = List.of(
            "/mitigation",
            "/eligible",
            "/engagement",
            "/completion",
            "/dropOff",
            "/deadweight",
            "/displacement",
            "/leakage",
            "/substitution",
            "/attribution");

    /** Of a cost line: its amount, as a whole where it is given by year, and what changes it. */
    static List<UnsureFigure> ofCost(JsonNode cost) {
        List<UnsureFigure> figures = new ArrayList<>();
        figures.add(new UnsureFigure("/amount/annual", "", "amount"));
        COST.stream().map(UnsureFigure::of).filter(figure -> figure.isIn(cost)).forEach(figures::add);
        return figures;
    }

    /** Of an impact: every number that it has, year by year where it is given so. */
    static List<UnsureFigure> ofImpact(JsonNode impact) {
        List<UnsureFigure> figures = new ArrayList<>();
        IMPACT.stream().map(UnsureFigure::of).forEach(figures::add);
        for (int i = 0; i < impact.at("/profile/rampUp").size(); i++) {
            figures.add(new UnsureFigure("/profile/rampUp/" + i, "/profile/rampUp/" + i, "rampUp/" + i));
        }
        figures.addAll(byYear(impact.path("schedule"), "/schedule", "schedule"));
        if (!impact.at("/quantity/intake").has("annual")) {
            figures.addAll(byYear(impact.at("/quantity/intake"), "/quantity/intake", "intake"));
        }
        return figures.stream().filter(figure -> figure.isIn(impact)).toList();
    }

    /** The numbers of a cost that is given by year. */
    static List<UnsureFigure> ofCostByYear(JsonNode cost) {
        return byYear(cost.at("/amount/schedule"), "/amount/schedule", "schedule");
    }

    private static List<UnsureFigure> byYear(JsonNode years, String at, String name) {
        return years.propertyNames().stream()
                .map(year -> {
                    String pointer = at + "/" + Years.escaped(year);
                    return new UnsureFigure(pointer, pointer, name + "/" + year);
                })
                .toList();
    }

    /** Whether a number is a share of something, of which there is no more than all. */
    static boolean isShare(String pointer) {
        return SHARES.stream().anyMatch(pointer::endsWith) || pointer.contains("/rampUp/");
    }

    /** Whether a number is an amount of money. */
    static boolean isMoney(String pointer) {
        return pointer.endsWith("/amount/annual")
                || pointer.endsWith("/value/amount")
                || pointer.contains("/schedule/");
    }

    private static UnsureFigure of(String pointer) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return new UnsureFigure(
                pointer,
                pointer,
                switch (pointer) {
                    case "/value/amount" -> "value";
                    case "/quantity/users/before",
                            "/quantity/users/after",
                            "/quantity/costPerTrip/before",
                            "/quantity/costPerTrip/after" -> pointer.substring("/quantity/".length());
                    case "/quantity/intake/annual" -> "intake";
                    case "/quantity/intake/realGrowth" -> "intakeGrowth";
                    default -> name;
                });
    }

    private boolean isIn(JsonNode line) {
        return !line.at(pointer).isMissingNode();
    }

    /** What it is called on the screen. */
    String title() {
        if (holder.isEmpty()) {
            return Words.of("edit.amount");
        }
        String[] parts = path.split("/", 2);
        return switch (parts[0]) {
            case "schedule" -> parts[1];
            case "intake" -> parts.length == 2 ? Words.of("input.intakeIn", parts[1]) : Words.of("input.intake");
            case "users", "costPerTrip" -> Words.of("input." + path.replace('/', '.'));
            case "rampUp" -> Words.of("input.rampUp", Integer.parseInt(parts[1]) + 1);
            default -> Words.of("input." + parts[0]);
        };
    }
}
