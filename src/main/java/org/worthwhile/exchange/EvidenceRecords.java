package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Valuation;

/**
 * The evidence records at hand. One that cannot be used is a problem of the proposals that name it and of no other.
 *
 * @param usable by id
 * @param unusable what is wrong with the others, by id
 */
public record EvidenceRecords(Map<String, Evidence> usable, Map<String, List<Problem>> unusable) {
    public EvidenceRecords {
        usable = Collections.unmodifiableMap(new TreeMap<>(usable));
        unusable = Collections.unmodifiableMap(new TreeMap<>(unusable));
    }

    /** Takes records one after another; of those with the same id the last counts. */
    static final class Collector {

        private final Map<String, Evidence> usable = new HashMap<>();
        private final Map<String, List<Problem>> unusable = new HashMap<>();

        /** @param id that a record which cannot be read is taken to have */
        void add(String id, Supplier<Evidence> read) {
            try {
                Evidence record = read.get();
                usable.put(record.id(), record);
                unusable.remove(record.id());
            } catch (InvalidInput invalid) {
                unusable.put(id, invalid.problems());
                usable.remove(id);
            }
        }

        EvidenceRecords records() {
            return new EvidenceRecords(usable, unusable);
        }
    }

    /**
     * Finds everything that a proposal refers to.
     *
     * @throws InvalidInput with every reference that leads nowhere or to a record that cannot be used
     */
    public AppraisalCase resolve(Located<Proposal> proposal, ModelLibrary library) {
        List<Problem> problems = restingOnUnusable(proposal);
        try {
            AppraisalCase found = References.resolve(proposal.value(), proposal.places(), library, usable);
            if (problems.isEmpty()) {
                return found;
            }
        } catch (InvalidInput invalid) {
            addWhereNothingIsTold(problems, invalid.problems());
        }
        throw new InvalidInput(problems);
    }

    private static void addWhereNothingIsTold(List<Problem> problems, List<Problem> others) {
        Set<String> told = new HashSet<>();
        problems.forEach(problem -> told.add(problem.place().position()));
        others.stream()
                .filter(problem -> !told.contains(problem.place().position()))
                .forEach(problems::add);
    }

    /**
     * Finds everything that a proposal refers to.
     *
     * @throws InvalidInput with every problem in the proposal, and every reference that leads nowhere or to a record that
     *     cannot be used
     */
    public AppraisalCase resolve(ProposalReading proposal, ModelLibrary library) {
        List<Problem> problems = new ArrayList<>(proposal.problems());
        if (proposal.sound().isPresent()) {
            try {
                AppraisalCase found = resolve(proposal.sound().get(), library);
                if (problems.isEmpty()) {
                    return found;
                }
            } catch (InvalidInput invalid) {
                addWhereNothingIsTold(problems, invalid.problems());
            }
        }
        throw new InvalidInput(problems);
    }

    /** Problems with records that none of the proposals name, which none of them suffers from. */
    List<Problem> besides(Collection<Proposal> proposals) {
        Set<String> named = new HashSet<>();
        for (Proposal proposal : proposals) {
            named(proposal).forEach(reference -> named.add(reference.record()));
        }
        return unusable.entrySet().stream()
                .filter(record -> !named.contains(record.getKey()))
                .flatMap(record -> record.getValue().stream())
                .toList();
    }

    private List<Problem> restingOnUnusable(Located<Proposal> proposal) {
        List<Problem> problems = new ArrayList<>();
        named(proposal.value())
                .forEach(reference -> unusable.getOrDefault(reference.record(), List.of())
                        .forEach(problem -> problems.add(new Problem(
                                proposal.places().apply(reference.pointer()),
                                "rests on the evidence record '" + reference.record() + "', which cannot be used ("
                                        + problem.place() + ": " + problem.what() + ")",
                                "in the record, " + problem.remedy()))));
        return problems;
    }

    /** @param pointer where a proposal names the record */
    private record Reference(String pointer, String record) {}

    private static Stream<Reference> named(Proposal proposal) {
        Stream.Builder<Reference> references = Stream.builder();
        for (int i = 0; i < proposal.options().size(); i++) {
            var impacts = proposal.options().get(i).impacts();
            for (int j = 0; j < impacts.size(); j++) {
                if (impacts.get(j).valuation() instanceof Valuation.Chain chain
                        && chain.quantity().effect() instanceof Effect.FromEvidence effect) {
                    references.add(new Reference(
                            "/options/" + i + "/impacts/" + j + "/quantity/effect/evidence", effect.evidence()));
                }
            }
        }
        return references.build();
    }
}
