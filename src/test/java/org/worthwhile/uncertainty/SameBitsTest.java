package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.Proposal;

/**
 * One seed, one answer: the whole analysis of a case with every distribution, written out with every digit, against digests
 * recorded once, on any machine that runs this and with 1, 2 and 16 threads. They change when the numbers are meant to.
 */
class SameBitsTest {

    private static final Path MODELS = Path.of("models");

    /** Of each option, as the recorded results had not yet a place for it. */
    private static final String NONE_ASKED = ", limits=[], objectives=[]";

    private static final String[] DISTRIBUTIONS = {
        "'uniform', 'low': 90, 'high': 120",
        "'triangular', 'low': 50, 'mode': 100, 'high': 180",
        "'pert', 'low': 40, 'mode': 100, 'high': 220",
        "'normal', 'mean': 100, 'sd': 30",
        "'log-normal', 'mean': 100, 'sd': 40",
        "'beta', 'alpha': 2.5, 'beta': 4, 'low': 20, 'high': 260",
        "'gamma', 'shape': 3, 'scale': 33",
        "'student-t', 'location': 100, 'scale': 20, 'degreesOfFreedom': 7",
        "'discrete', 'values': [60, 100, 150], 'probabilities': [0.3, 0.5, 0.2]",
        "'empirical', 'draws': [71, 94, 99, 101, 130]"
    };

    @ParameterizedTest
    @CsvSource({
        "PLAIN, 708a504f2266b04a, 90e67ddad1320e2b",
        "LATIN_HYPERCUBE, 99527476ded982b6, d119ce2c50de879c",
        "SOBOL, 560cc769c10956be, e980b8659501f0e4"
    })
    void theBitsAreThoseRecordedWithAnyNumberOfThreads(Sampling sampling, String digest, String ofResults) {
        AppraisalCase basis = basis();
        for (int threads : new int[] {1, 2, 16}) {
            UncertaintyAnalysis analysis = UncertaintyAnalysis.of(basis, 20_000, 1, sampling, threads, _ -> true);
            assertThat(List.of(
                            digest("UncertaintyAnalysis[simulated=%s, sensitivity=%s]"
                                    .formatted(analysis.simulated(), analysis.sensitivity())),
                            digest(analysis.results().toString().replace(NONE_ASKED, ""))))
                    .containsExactly(digest, ofResults);
        }
    }

    private static AppraisalCase basis() {
        String impacts = IntStream.rangeClosed(1, DISTRIBUTIONS.length)
                .mapToObj("""
                        {'id': 'i%1$d', 'title': 'T', 'category': 'social', 'quantity': {'effect': {'value': 100, 'uncertainty':
                         {'distribution': %%s}}}, 'value': {'amount': %1$d}}"""::formatted)
                .collect(Collectors.joining(","));
        String bent = """
                , {'id': 'bent', 'title': 'T', 'category': 'social', 'quantity': {'effect': 50}, 'profile': {'dropOff':
                 {'value': 0.1, 'uncertainty': {'distribution': 'uniform', 'low': 0.05, 'high': 0.2}}}, 'value': {'amount': 1}}""";
        String option = "{'id': '%s', 'title': 'T', 'role': 'alternative', 'costs': [%s], 'impacts': [%s]}";
        String cost = """
                {'id': 'c', 'title': 'C', 'bearer': 'county', 'kind': 'revenue', 'amount': {'annual': 4000},
                 'uncertainty': {'distribution': 'log-normal', 'mean': 4000, 'sd': 900}}""";
        String text = """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 20},
                 'organisations': [{'id': 'county', 'title': 'County', 'sector': 'public'}],
                 'correlations': [{'between': ['a/i4/effect', 'a/i5/effect'], 'rank': 0.6}],
                 'options': [{'id': 'bau', 'title': 'Nothing', 'role': 'business-as-usual'}, %s, %s]}""".formatted(
                        option.formatted("a", cost, impacts.formatted((Object[]) DISTRIBUTIONS) + bent),
                        option.formatted("b", "", impacts.formatted((Object[]) DISTRIBUTIONS) + bent));
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text.replace('\'', '"'));
        return References.resolve(proposal.value(), proposal.places(), PackReader.read(MODELS), Map.of());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
