package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.proposal.Proposal;

/** What is written is read back the same, in every format. */
class RoundTripTest {

    private final ProposalReader reader = new ProposalReader(GeneratedProposals.MODELS);

    @Property(tries = 200, seed = "20261124")
    void jsonKeepsEveryField(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Proposal proposal = GeneratedProposals.of(seed);
        assertThat(reader.parse("generated.json", ProposalWriter.text(proposal)).value())
                .isEqualTo(proposal);
    }

    @Property(tries = 40, seed = "20261124")
    void theExcelTemplateKeepsEveryField(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) throws IOException {
        Proposal proposal = GeneratedProposals.of(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TemplateWriter.write(proposal, bytes);
        Path file = Files.createTempFile("template", ".xlsx");
        try {
            Files.write(file, bytes.toByteArray());
            assertThat(reader.read(file).value()).isEqualTo(proposal);
        } finally {
            Files.delete(file);
        }
    }
}
