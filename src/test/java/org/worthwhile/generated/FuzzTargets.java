package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Finding;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.LinesCsv;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.exchange.packs.PackImport;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.report.AttributionText;
import org.worthwhile.report.DataText;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can be done with a file from elsewhere, each on a spoilt one. Used by one thread at a time. */
final class FuzzTargets {

    private static final Path MODELS = GeneratedProposals.MODELS;
    private static final Path SAMPLES = Path.of("sample-data");
    private static final int ONE_IN_SIMULATED = 25;

    private static final List<String> PROPOSALS = Stream.concat(
                    LongStream.range(0, 30)
                            .mapToObj(seed -> ProposalWriter.text(GeneratedProposals.ofSize(seed, 2, 3, 12))),
                    Stream.of(read(SAMPLES.resolve("rural-bus.proposal.json"))))
            .toList();
    private static final List<String> YAML =
            PROPOSALS.stream().limit(5).map(FuzzTargets::yaml).toList();
    private static final Proposal SMALL = GeneratedProposals.ofSize(1, 2, 3, 12);
    private static final byte[] TEMPLATE = workbook(out -> TemplateWriter.write(SMALL, out));
    private static final byte[] WORKBOOK = workbook(FuzzTargets::dataset);
    private static final String LIMITS = """
            {"format": "worthwhile-constraints/1", "objective": "npsv", "budget": 500000, "must": ["s1"],
             "budgetByYear": {"2026/27": 300000}, "limits": [{"amount": 1e6, "year": "2027/28", "kind": "capital", "organisation": "nhs"}],
             "minimumShares": [{"place": "Place", "share": 0.2}, {"theme": "theme one", "share": 0.1}]}""";

    private static final String LINES = "Option,Id,Title,Bearer,Kind,Amount a year,From\n"
            + "option-1,van,A van,county,capital,25000,2027/28\noption-1,driver,A driver,county,revenue,30000.5,2026/27\n";
    private static final String DEFLATOR = """
            "GDP deflators, 31 March 2026",,,
            ,"GDP deflator","per cent change",
            2023-24,93.1,6.05,
            2024-25,96.8,4.00,
            2025-26,100.0,3.28,
            2026-27 [f],102.1,2.10,
            """;

    /** What is read, and how often among a thousand. */
    enum Target {
        PROPOSAL(300),
        YAML_PROPOSAL(60),
        STUDY(80),
        EVIDENCE(60),
        CONSTRAINTS(60),
        FRAMEWORK(40),
        PRICE_INDEX(50),
        UNIT_VALUES(40),
        DEFLATOR_CSV(60),
        DATA_CSV(100),
        DATA_WORKBOOK(30),
        TEMPLATE_WORKBOOK(5),
        LINES_CSV(40),
        ATTRIBUTION(75);

        private final int inThousand;

        Target(int inThousand) {
            this.inThousand = inThousand;
        }

        static Target of(Random random) {
            int place = random.nextInt(1000);
            for (Target target : values()) {
                place -= target.inThousand;
                if (place < 0) {
                    return target;
                }
            }
            return PROPOSAL;
        }
    }

    private final Path folder;
    private final Path packs;
    private final ProposalReader proposals = new ProposalReader(MODELS);
    private final StudyReader studies = new StudyReader(MODELS);

    /** @param folder for the files of one thread */
    FuzzTargets(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.packs = folder.resolve("models");
        for (String kind : List.of("frameworks", "prices", "unit-values", "schema")) {
            Files.createDirectories(packs.resolve(kind));
        }
        try (Stream<Path> schemas = Files.list(MODELS.resolve("schema"))) {
            for (Path schema : schemas.toList()) {
                Files.copy(schema, packs.resolve("schema").resolve(schema.getFileName()));
            }
        }
    }

    /**
     * Reads a spoilt file, and does what it is read for.
     *
     * @throws org.worthwhile.problem.InvalidInput if the file says nothing that can be used
     */
    void run(Target target, Random random) throws IOException {
        Mutations mutations = new Mutations(random);
        switch (target) {
            case PROPOSAL ->
                appraise(proposals.parse("fuzz.json", spoilt(pick(PROPOSALS, random), mutations, random)), random);
            case YAML_PROPOSAL ->
                appraise(
                        proposals.parse(
                                "fuzz.yaml",
                                random.nextInt(4) == 0
                                        ? yaml(mutations.tree(pick(PROPOSALS, random)))
                                        : mutations.characters(pick(YAML, random))),
                        random);
            case STUDY -> studies.parse("fuzz.json", spoilt(pick(FuzzStudies.ALL, random), mutations, random));
            case EVIDENCE ->
                new EvidenceFile(MODELS)
                        .read(write(
                                "e.evidence.json",
                                spoilt(read(SAMPLES.resolve("falls-programme.evidence.json")), mutations, random)));
            case CONSTRAINTS ->
                new ConstraintsReader(MODELS).read(write("c.json", spoilt(LIMITS, mutations, random)), List.of(SMALL));
            case FRAMEWORK -> pack("frameworks", "frameworks/uk-green-book-2026.json", mutations, random);
            case PRICE_INDEX -> pack("prices", "prices/uk-gdp-deflator.json", mutations, random);
            case UNIT_VALUES -> pack("unit-values", "unit-values/uk-crime.json", mutations, random);
            case DEFLATOR_CSV ->
                PackImport.write(
                        PackImport.read(write(
                                "deflator.csv",
                                random.nextBoolean() ? mutations.table(DEFLATOR) : mutations.characters(DEFLATOR))),
                        MODELS,
                        folder.resolve("own"),
                        Overwrite.ANY_FILE);
            case DATA_CSV -> {
                String panel = FuzzStudies.panel(random);
                describe(
                        write("data.csv", random.nextBoolean() ? mutations.table(panel) : mutations.characters(panel)));
            }
            case DATA_WORKBOOK -> describe(write("data.xlsx", mutations.bytes(WORKBOOK)));
            case TEMPLATE_WORKBOOK -> proposals.read(write("template.xlsx", mutations.bytes(TEMPLATE)));
            case LINES_CSV ->
                new LinesCsv(MODELS)
                        .add(
                                SMALL,
                                Optional.of(write(
                                        "lines.csv",
                                        random.nextBoolean() ? mutations.table(LINES) : mutations.characters(LINES))),
                                Optional.empty());
            case ATTRIBUTION -> attribute(mutations, random);
        }
    }

    private static String spoilt(String json, Mutations mutations, Random random) {
        return random.nextInt(4) == 0 ? mutations.characters(json) : mutations.tree(json);
    }

    private static void appraise(Located<Proposal> proposal, Random random) {
        AppraisalCase basis =
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
        Appraisal appraisal = Appraiser.appraise(basis);
        FiniteNumbers.require(appraisal.options(), "option");
        FiniteNumbers.require(appraisal.increments(), "increment");
        Optional<UncertaintyAnalysis> simulated = random.nextInt(ONE_IN_SIMULATED) == 0
                ? Optional.of(UncertaintyAnalysis.of(basis, 20, 1, Sampling.LATIN_HYPERCUBE, 1, _ -> true))
                : Optional.empty();
        FiniteNumbers.require(simulated, "uncertainty");
        AppraisalJson.text(appraisal, simulated);
        AppraisalTable.lines(List.of(appraisal));
    }

    private void attribute(Mutations mutations, Random random) throws IOException {
        String panel = FuzzStudies.panel(random);
        write("data.csv", random.nextInt(4) == 0 ? panel : mutations.table(panel));
        String study = pick(FuzzStudies.ALL, random);
        Attribution attribution = Attributor.attribute(
                studies.read(write("s.study.json", random.nextInt(3) == 0 ? mutations.tree(study) : study)));
        requireNumbers(attribution.finding());
        AttributionJson.text(attribution);
        AttributionText.lines(attribution);
    }

    /** An interval may be without limits, and a p-value is missing where the data cannot tell. */
    private static void requireNumbers(Finding finding) {
        FiniteNumbers.require(finding.estimate(), "estimate");
        FiniteNumbers.require(finding.standardError(), "standardError");
        FiniteNumbers.require(finding.draws(), "draws");
        assertThat(finding.interval().low())
                .isLessThanOrEqualTo(finding.interval().high());
        if (finding.cannotTell().isEmpty()) {
            assertThat(finding.pValue()).isBetween(0.0, 1.0);
        }
    }

    private static void describe(Path file) {
        DataText.lines(DataSummary.of(DatasetReader.read(file, "data")));
    }

    private void pack(String kind, String original, Mutations mutations, Random random) throws IOException {
        if (kind.equals("frameworks")) {
            Files.copy(
                    MODELS.resolve("prices/uk-gdp-deflator.json"),
                    packs.resolve("prices/uk-gdp-deflator.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path file = packs.resolve(kind).resolve("fuzz.json");
        try {
            Files.write(
                    file,
                    spoilt(read(MODELS.resolve(original)), mutations, random).getBytes(StandardCharsets.UTF_8));
            PackReader.read(packs);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(packs.resolve("prices/uk-gdp-deflator.json"));
        }
    }

    private Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static <T> T pick(List<T> among, Random random) {
        return among.get(random.nextInt(among.size()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The text as YAML; one that is not well-formed as it is. */
    private static String yaml(String json) {
        YAMLMapper mapper = new YAMLMapper();
        try {
            return mapper.writeValueAsString(mapper.readTree(json));
        } catch (JacksonException malformed) {
            return json;
        }
    }

    private interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] workbook(Contents contents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            contents.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void dataset(OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            List<String> lines =
                    FuzzStudies.panel(new Random(1)).lines().limit(20).toList();
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",");
                var row = sheet.createRow(i);
                for (int j = 0; j < cells.length; j++) {
                    if (cells[j].matches("-?[0-9.]+")) {
                        row.createCell(j).setCellValue(Double.parseDouble(cells[j]));
                    } else {
                        row.createCell(j).setCellValue(cells[j]);
                    }
                }
            }
            workbook.write(out);
        }
    }
}
