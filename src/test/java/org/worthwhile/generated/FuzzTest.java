package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.AppraisalJson;

/** Files that went wrong are told as problems, or appraised to finite results; nothing else ever happens. */
class FuzzTest {

    private static final List<String> TOKENS = List.of(
            "null",
            "true",
            "\"\"",
            "[]",
            "{}",
            "1e308",
            "-1e308",
            "1e15",
            "-1",
            "0",
            "0.5",
            "\"2026/27\"",
            "\"9999/00\"",
            "\"1000/01\"",
            "300",
            "1e-300",
            "\"bau\"",
            "\"=1+1\"",
            "NaN",
            ",",
            "}",
            "\"\\u0000\"");

    private final ProposalReader reader = new ProposalReader(GeneratedProposals.MODELS);
    private final List<String> texts = LongStream.range(0, 40)
            .mapToObj(seed -> ProposalWriter.text(GeneratedProposals.ofSize(seed, 2, 3, 12)))
            .toList();

    @Test
    void aThousandMutationsEndWellOrAsProblems() {
        mutate(1, 1_000);
    }

    @Test
    @Tag("proof")
    void aHundredThousandMutationsEndWellOrAsProblems() {
        mutate(2, 100_000);
    }

    private void mutate(long seed, int count) {
        Random random = new Random(seed);
        int appraised = 0;
        for (int i = 0; i < count; i++) {
            String mutant = mutant(texts.get(random.nextInt(texts.size())), random);
            try {
                Located<Proposal> proposal = reader.parse("fuzz.json", mutant);
                Appraisal appraisal = Appraiser.appraise(
                        References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
                assertFinite(appraisal, mutant);
                appraised++;
            } catch (InvalidInput invalid) {
                assertThat(invalid.problems()).allSatisfy(problem -> {
                    assertThat(problem.what()).isNotBlank();
                    assertThat(problem.remedy()).isNotBlank();
                });
            } catch (RuntimeException | StackOverflowError failure) {
                throw new AssertionError("Mutant " + i + " of seed " + seed + ":\n" + mutant, failure);
            }
        }
        assertThat(appraised).isPositive();
    }

    private static void assertFinite(Appraisal appraisal, String mutant) {
        for (OptionResult option : appraisal.options()) {
            assertThat(option.npsv()).as(mutant).isFinite();
            assertThat(option.incidence().weightedNpsv()).as(mutant).isFinite();
            assertThat(option.equivalentAnnualValue()).as(mutant).isFinite();
        }
        assertThat(AppraisalJson.text(appraisal)).doesNotContain("NaN").doesNotContain("Infinity");
    }

    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0 && !mutant.isEmpty(); changes--) {
            int at = random.nextInt(mutant.length());
            switch (random.nextInt(7)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, (char) random.nextInt(0x3000));
                case 2 -> mutant.setCharAt(at, "0123456789.-e\"{}[],:/".charAt(random.nextInt(21)));
                case 3 -> replaceValue(mutant, at, TOKENS.get(random.nextInt(TOKENS.size())));
                case 4 -> mutant.delete(at, Math.min(mutant.length(), at + 1 + random.nextInt(30)));
                case 5 -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + random.nextInt(60))));
                default ->
                    replaceValue(mutant, at, Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(20))));
            }
        }
        return mutant.toString();
    }

    /** Puts a token in place of the value after the next colon. */
    private static void replaceValue(StringBuilder text, int from, String token) {
        int colon = text.indexOf(":", from);
        if (colon >= 0) {
            int end = colon + 1;
            while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            text.replace(colon + 1, end, " " + token);
        }
    }
}
