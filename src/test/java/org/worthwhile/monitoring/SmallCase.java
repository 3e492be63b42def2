package org.worthwhile.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Option;
import org.worthwhile.samples.Samples;

/** A small case of one option with a cost of its own for each year, people by year and an effect that lasts a year. */
final class SmallCase {

    static final FinancialYear FIRST = FinancialYear.of("2026/27");

    private SmallCase() {}

    /**
     * The case over four years.
     *
     * @param annual the amount of the cost line, as JSON
     * @param effect on each person, as JSON
     */
    static AppraisalCase of(Path folder, String annual, String effect) {
        return read(folder, """
                {"format": "worthwhile-proposal/1", "id": "small", "title": "Small",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 4},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [
                   {"id": "none", "title": "Business as usual", "role": "business-as-usual",
                    "costs": [{"id": "old", "title": "Old", "bearer": "county", "kind": "revenue", "amount": {"annual": 10}}]},
                   {"id": "new", "title": "New", "role": "preferred",
                    "costs": [{"id": "staff", "title": "Staff", "bearer": "county", "kind": "revenue", "amount": %s}],
                    "impacts": [{"id": "work", "title": "In work", "unit": "person-year", "category": "economic",
                                 "quantity": {"intake": {"annual": 100}, "engagement": 0.5, "effect": %s},
                                 "profile": {"duration": 1}, "value": {"amount": 20}}]}]}
                """.formatted(annual, effect));
    }

    static AppraisalCase read(Path folder, String json) {
        try {
            Path file = Files.writeString(folder.resolve("small.proposal.json"), json);
            return new ProposalFiles(Samples.MODELS)
                    .load(List.of(file), List.of(), Optional.empty())
                    .getFirst();
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    static Option option(AppraisalCase basis, String id) {
        return basis.proposal().options().stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static MonitoringCase approved(AppraisalCase basis, String option, int trials) {
        return Approver.approve(basis, option(basis, option), "Board", LocalDate.of(2026, 3, 31), "1", trials, 1, 2);
    }

    static Actual actual(String line, Step step, int t, double value) {
        return new Actual(new MeasureId(line, step), FIRST.plus(t), value, OptionalDouble.empty());
    }

    static Actual actual(String line, Step step, int t, double value, double error) {
        return new Actual(new MeasureId(line, step), FIRST.plus(t), value, OptionalDouble.of(error));
    }
}
