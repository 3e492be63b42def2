package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
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

    /** Reads a proposal from a tree whose values come from elsewhere. */
    public Located<Proposal> read(String name, JsonNode tree, Function<String, Place> places) {
        return read(new SourceText(name, tree, places));
    }

    Located<Proposal> read(SourceText text) {
        return reading(text, Optional.empty()).require();
    }

    /** Reads as much as there is of a proposal file. */
    ProposalReading reading(Path file) {
        boolean isWorkbook = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
        return reading(isWorkbook ? TemplateReader.read(file) : SourceText.read(file), Optional.of(file));
    }

    /** Reads as much as there is of a proposal in a tree that goes by {@code name}. */
    public ProposalReading reading(String name, JsonNode tree) {
        return reading(SourceText.of(name, tree), Optional.empty());
    }

    /** @param file the proposal's own, beside which its draws may be */
    private ProposalReading reading(SourceText written, Optional<Path> file) {
        List<Misfit> misfits = misfits(written);
        List<Problem> problems = new ArrayList<>(Misfit.problems(misfits));
        SourceText text = JointDrawsFile.isNamed(written.tree()) ? withDraws(written, file, problems) : written;
        if (misfits.isEmpty()) {
            Located<Proposal> proposal = proposal(text);
            problems.addAll(ProposalRules.problems(proposal.value(), proposal.places()));
            return new ProposalReading(Optional.of(proposal), problems);
        }
        SourceText rest =
                SoundParts.of(text, misfits.stream().map(Misfit::pointer).toList());
        if (!misfits(rest).isEmpty()) {
            return new ProposalReading(Optional.empty(), problems);
        }
        Located<Proposal> sound = proposal(rest);
        problems.addAll(ProposalRules.problems(sound.value(), sound.places()));
        return new ProposalReading(Optional.of(sound), problems);
    }

    private static SourceText withDraws(SourceText text, Optional<Path> file, List<Problem> problems) {
        if (file.isEmpty()) {
            problems.add(new Problem(
                    text.place("/draws/path"),
                    "names a file, which is read only with a proposal in a file of its own",
                    "give the draws as values, or import the proposal's file"));
        }
        return file.map(own -> JointDrawsFile.read(text, own, problems)).orElse(text);
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
