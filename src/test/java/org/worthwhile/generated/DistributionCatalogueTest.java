package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.DistributionKind;
import org.worthwhile.proposal.DistributionParameter;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Proposal;
import tools.jackson.databind.json.JsonMapper;

/** Every distribution that the code permits is accepted by the schema, read, written and kept by the template. */
class DistributionCatalogueTest {

    private static final ProposalReader READER = new ProposalReader(GeneratedProposals.MODELS);

    @Test
    void everyPermittedDistributionIsInTheCatalogueUnderItsWord() {
        assertThat(DistributionKind.ALL)
                .extracting(DistributionKind::type)
                .containsExactlyElementsOf(Stream.of(Distribution.class.getPermittedSubclasses())
                        .<Class<? extends Distribution>>map(type -> type.asSubclass(Distribution.class))
                        .toList());
        assertThat(DistributionKind.of(new Distribution.LogNormal(1, 1, false)).word())
                .isEqualTo("log-normal");
        assertThat(DistributionKind.of(new Distribution.StudentT(0, 1, 5, false))
                        .parameters())
                .containsExactly(
                        new DistributionParameter("location", false, false),
                        new DistributionParameter("scale", false, false),
                        new DistributionParameter("degreesOfFreedom", false, true));
        assertThat(DistributionKind.of(new Distribution.Event(0.5)).canBeAbsolute())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesAndTemplatesKeepEveryDistribution(boolean relative, @TempDir Path folder) throws IOException {
        double centre = relative ? 1 : 1.7;
        List<Distribution> distributions =
                GeneratedDistributions.about(centre, relative, 20261127).toList();
        Proposal read =
                READER.parse("all.json", proposal(distributions, centre)).value();
        assertThat(distributions(read)).isEqualTo(distributions);
        assertThat(READER.parse("again.json", ProposalWriter.text(read)).value())
                .isEqualTo(read);
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        TemplateWriter.write(read, template);
        Path file = Files.write(folder.resolve("template.xlsx"), template.toByteArray());
        assertThat(READER.read(file).value()).isEqualTo(read);
    }

    @Test
    void theSchemaListsTheCatalogueAndNothingElse() throws IOException {
        var published = JsonMapper.shared()
                .readTree(Files.readString(Path.of("models/schema/proposal.schema.json")))
                .at("/$defs/uncertainty");
        assertThat(published.at("/properties/distribution/enum").valueStream().map(word -> word.asString()))
                .containsExactlyInAnyOrderElementsOf(DistributionKind.ALL.stream()
                        .map(DistributionKind::word)
                        .toList());
        assertThat(published.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("distribution", "relative"),
                                DistributionKind.allParameters().stream().map(DistributionParameter::name))
                        .toList());
    }

    /** A proposal with a parameter for each distribution, written by hand and not by the program's writer. */
    private static String proposal(List<Distribution> distributions, double centre) {
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < distributions.size(); i++) {
            parameters
                    .append(i == 0 ? "" : ", ")
                    .append("{\"id\": \"p%d\", \"title\": \"P\", \"value\": %s, \"uncertainty\": %s}"
                            .formatted(i, centre, uncertainty(distributions.get(i))));
        }
        return """
                {"format": "worthwhile-proposal/1", "id": "all", "title": "All",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 3},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "parameters": [%s],
                 "options": [{"id": "do", "title": "Do", "role": "preferred"}]}""".formatted(parameters);
    }

    private static String uncertainty(Distribution distribution) {
        DistributionKind kind = DistributionKind.of(distribution);
        String parameters = kind.parameters().stream()
                .map(parameter -> {
                    List<Double> numbers = kind.numbers(distribution, parameter);
                    return "\"%s\": %s".formatted(parameter.name(), parameter.isList() ? numbers : numbers.getFirst());
                })
                .collect(Collectors.joining(", "));
        return "{\"distribution\": \"%s\", %s, \"relative\": %s}"
                .formatted(kind.word(), parameters, distribution.relative());
    }

    private static List<Distribution> distributions(Proposal proposal) {
        return proposal.parameters().all().stream()
                .map(Parameter::figure)
                .map(figure -> figure.uncertainty().orElseThrow())
                .toList();
    }
}
