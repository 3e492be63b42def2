package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return reading(file).require();
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
        return reading(text).require();
    }

    /** Reads as much as there is of a proposal file. */
    ProposalReading reading(Path file) {
        boolean isWorkbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        return reading(isWorkbook ? TemplateReader.read(file) : SourceText.read(file));
    }

    /** Reads as much as there is of a proposal in a tree that goes by {@code name}. */
    public ProposalReading reading(String name, JsonNode tree) {
        return reading(SourceText.of(name, tree));
    }

    private ProposalReading reading(SourceText text) {
        List<Misfit> misfits = misfits(text);
        if (misfits.isEmpty()) {
            Located<Proposal> proposal = proposal(text);
            return new ProposalReading(
                    Optional.of(proposal), ProposalRules.problems(proposal.value(), proposal.places()));
        }
        List<Problem> problems = new ArrayList<>(Misfit.problems(misfits));
        SourceText rest =
                SoundParts.of(text, misfits.stream().map(Misfit::pointer).toList());
        if (!misfits(rest).isEmpty()) {
            return new ProposalReading(Optional.empty(), problems);
        }
        Located<Proposal> sound = proposal(rest);
        problems.addAll(ProposalRules.problems(sound.value(), sound.places()));
        return new ProposalReading(Optional.of(sound), problems);
    }

    private List<Misfit> misfits(SourceText text) {
        List<Misfit> misfits = new ArrayList<>(schema.misfits(text));
        misfits.addAll(YearLabels.misfits(text));
        return misfits;
    }

    private static Located<Proposal> proposal(SourceText text) {
        return new Located<>(new ProposalBinding(text.tree()).proposal(), text::place);
    }
}
