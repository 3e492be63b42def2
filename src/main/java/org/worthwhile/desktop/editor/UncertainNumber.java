package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import java.util.Optional;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.DistributionParameter;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number that may have a distribution.
 *
 * @param line the title of the line that it belongs to
 * @param name what it is called
 * @param figure its pointer
 * @param holder the pointer of what holds the uncertainty: the figure, or the cost line for its amount
 */
record UncertainNumber(Document document, String line, String name, String figure, String holder) {

    static UncertainNumber of(Document document, String line, UnsureFigure figure) {
        return new UncertainNumber(
                document,
                document.tree().at(line).path("title").asString(""),
                figure.title(),
                line + figure.pointer(),
                line + figure.holder());
    }

    /** The number; of a cost that is given by year, the sum. */
    String valueText() {
        String amount = figure.substring(0, figure.lastIndexOf('/'));
        return document.tree().at(amount).has("schedule") && figure.endsWith("/annual")
                ? Entry.text(document.tree().at(amount), Input.AMOUNT)
                : Entry.text(value(), Input.NUMBER);
    }

    boolean hasStandardError() {
        return document.tree().at(figure).has("standardError");
    }

    JsonNode value() {
        return Entry.figure(document.tree().at(figure));
    }

    JsonNode uncertainty() {
        return document.tree().at(holder).path("uncertainty");
    }

    /** The distribution, as the format names it. */
    String kind() {
        return uncertainty().path("distribution").asString("none");
    }

    /** How a parameter is entered: no percentages where the parameters are amounts of money. */
    Input input(DistributionParameter parameter) {
        Input usual = Distributions.input(parameter);
        boolean isMoney = UnsureFigure.isMoney(figure)
                && !uncertainty().path("relative").asBoolean(false)
                && !parameter.isUnitless();
        return !isMoney ? usual : usual == Input.NUMBERS ? Input.AMOUNTS : Input.MONEY;
    }

    /** Another distribution, begun about the value; none takes away the one that is there. */
    Optional<Change> withDistribution(String kind) {
        if (kind.equals(kind())) {
            return Optional.empty();
        }
        return Optional.of(kind.equals("none") || kind.isBlank() ? certain() : unsure(kind));
    }

    private Change certain() {
        return holder.equals(figure) ? document.set(figure, value()) : document.remove(holder + "/uncertainty");
    }

    private Change unsure(String kind) {
        ObjectNode uncertainty = Distributions.begun(kind, centre());
        if (!holder.equals(figure)) {
            return document.set(holder + "/uncertainty", uncertainty);
        }
        ObjectNode unsure = JsonText.object();
        unsure.set("value", value());
        unsure.set("uncertainty", uncertainty);
        return document.set(figure, unsure);
    }

    /** What is given by year can only be multiplied as a whole. */
    private Distributions.Centre centre() {
        Distributions.Centre about = new Distributions.Centre(
                BigDecimal.valueOf(value().asDouble(1)), false, UnsureFigure.isShare(figure), isCost());
        return value().isNumber() ? about : about.factors();
    }

    /** Whether it is what a cost line comes to. */
    private boolean isCost() {
        return figure.contains("/costs/") && UnsureFigure.isMoney(figure);
    }

    /** Whether the parameters are factors on the value; they are not unless it is said. */
    Optional<Change> withFactors(Optional<JsonNode> flag) {
        JsonNode now = flag.orElse(JsonText.flag(false));
        boolean isSame = now.equals(JsonText.flag(false)) && !uncertainty().has("relative");
        return isSame ? Optional.empty() : Optional.of(document.set(holder + "/uncertainty/relative", now));
    }

    Change withParameter(String name, JsonNode value) {
        return document.set(holder + "/uncertainty/" + name, value);
    }
}
