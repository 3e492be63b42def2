package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.ModelLibrary;
import tools.jackson.databind.JsonNode;

/** What can be chosen in a proposal: its own organisations and groups, what its framework has, and the formats' words. */
record Choices(JsonNode proposal, ModelLibrary library) {

    /** The currency of the proposal, by its code; blank while it has none. */
    String currency() {
        return proposal.at("/appraisal/currency").asString("");
    }

    List<Sheet.Choice> organisations() {
        return entries("organisations");
    }

    List<Sheet.Choice> groups() {
        return entries("groups");
    }

    private List<Sheet.Choice> entries(String list) {
        return proposal.path(list)
                .valueStream()
                .map(entry -> {
                    String id = entry.path("id").asString("");
                    return new Sheet.Choice(id, entry.path("title").asString(id));
                })
                .toList();
    }

    /** Numbers that are not sure, which alone can go up and down together. */
    static List<Sheet.Choice> unsureInputs(JsonNode proposal) {
        List<Sheet.Choice> inputs = new ArrayList<>();
        for (JsonNode parameter : proposal.path("parameters")) {
            if (parameter.has("uncertainty")) {
                inputs.add(new Sheet.Choice(
                        "parameters/" + parameter.path("id").asString(""),
                        parameter.path("title").asString("")));
            }
        }
        for (JsonNode option : proposal.path("options")) {
            for (JsonNode cost : option.path("costs")) {
                addUnsure(inputs, option, cost, UnsureFigure.ofCost(cost));
            }
            for (JsonNode impact : option.path("impacts")) {
                addUnsure(inputs, option, impact, UnsureFigure.ofImpact(impact));
            }
        }
        return inputs;
    }

    private static void addUnsure(
            List<Sheet.Choice> inputs, JsonNode option, JsonNode line, List<UnsureFigure> figures) {
        for (UnsureFigure figure : figures) {
            JsonNode holder = line.at(figure.holder());
            if (holder.has("uncertainty") || holder.has("standardError") || holder.has("evidence")) {
                inputs.add(input(option, line, figure.path(), figure.title()));
            }
        }
    }

    private static Sheet.Choice input(JsonNode option, JsonNode line, String input, String name) {
        return new Sheet.Choice(
                option.path("id").asString("") + "/" + line.path("id").asString("") + "/" + input,
                Words.of(
                        "edit.inputOf",
                        option.path("title").asString(""),
                        line.path("title").asString(""),
                        name));
    }

    List<Sheet.Choice> frameworks() {
        return library.frameworks().values().stream()
                .map(framework -> new Sheet.Choice(framework.id(), framework.title() + ", " + framework.edition()))
                .toList();
    }

    List<Sheet.Choice> optimismBias() {
        List<Sheet.Choice> choices = new ArrayList<>();
        choices.add(new Sheet.Choice("", Words.of("edit.none")));
        Framework framework = library.frameworks()
                .get(proposal.path("appraisal").path("framework").asString(""));
        if (framework != null) {
            framework.optimismBias().forEach(type -> choices.add(new Sheet.Choice(type.id(), type.title())));
        }
        return choices;
    }

    /** Words of the format, each titled by the bundle's wording for it. */
    static List<Sheet.Choice> words(String prefix, String... values) {
        return Stream.of(values)
                .map(value -> new Sheet.Choice(value, Words.of(prefix + "." + value)))
                .toList();
    }

    List<Sheet.Choice> grades() {
        List<Sheet.Choice> grades = new ArrayList<>();
        grades.add(new Sheet.Choice("", Words.of("edit.none")));
        for (int grade = 1; grade <= 6; grade++) {
            grades.add(new Sheet.Choice(Integer.toString(grade), Words.of("grade." + grade)));
        }
        return grades;
    }
}
