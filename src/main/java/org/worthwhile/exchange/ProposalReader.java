package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.ProposalRules;
import tools.jackson.databind.JsonNode;

/** Reads proposals from JSON, YAML or the Excel input template. What is left out gets the value that the format gives it. */
public final class ProposalReader {

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public ProposalReader(Path models) {
        this.schema = new SchemaCheck(models, "proposal.schema.json");
    }

    /**
     * Reads a proposal file.
     *
     * @throws InvalidInput with every problem in it
     */
    public Located<Proposal> read(Path file) {
        boolean isWorkbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        return read(isWorkbook ? TemplateReader.read(file) : SourceText.read(file));
    }

    /** Reads a proposal from a text that goes by {@code name}. */
    public Located<Proposal> parse(String name, String text) {
        return read(SourceText.parse(name, text));
    }

    /** Reads a proposal from a tree that goes by {@code name}. */
    public Located<Proposal> read(String name, JsonNode tree) {
        return read(SourceText.of(name, tree));
    }

    Located<Proposal> read(SourceText text) {
        JsonNode tree = schema.require(text);
        YearLabels.require(text);
        Located<Proposal> proposal = new Located<>(new ProposalBinding(tree).proposal(), text::place);
        List<Problem> problems = ProposalRules.problems(proposal.value(), proposal.places());
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return proposal;
    }
}
