package org.worthwhile.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.report.Software;
import org.worthwhile.samples.Samples;

/** A package holds what its results were computed of, and is not believed where it does not. */
class ReplicationPackageTest {

    /** 1,000 in the first year for a benefit of 1,500: a net present value of 500 for the option 'bus'. */
    private static final String PROPOSAL = """
            {"format": "worthwhile-proposal/1", "id": "bus", "title": "Bus",
             "appraisal": {"framework": "FRAMEWORK", "baseYear": "2026/27", "years": 2},
             "organisations": [{"id": "county", "title": "County", "sector": "public"}],
             "options": [
              {"id": "none", "title": "Business as usual", "role": "business-as-usual"},
              {"id": "bus", "title": "Bus", "role": "preferred",
               "costs": [{"id": "service", "title": "Service", "bearer": "county", "kind": "revenue",
                          "amount": {"schedule": {"2026/27": 1000}}}],
               "impacts": [{"id": "trips", "title": "Trips", "category": "social", "profile": {"duration": 1},
                            "quantity": {"population": 50, "effect": {"evidence": "trips"}}, "value": {"amount": 10}}]}]}
            """;

    private static final String EVIDENCE = """
            {"format": "worthwhile-evidence/1", "id": "trips", "title": "Trips", "outcome": "trips", "unit": "trip",
             "effect": {"estimate": 3, "standardError": 0.5, "per": "person"}, "source": {"citation": "A study"},
             "date": "2026-01-31", "software": "typed", "verified": true}
            """;

    private static final String STUDY = """
            {"format": "worthwhile-study/1", "id": "passes", "question": "Does a pass bring more trips?",
             "data": {"path": "../data/trips.csv"}, "design": "randomised-trial",
             "columns": {"outcome": "trips", "treatment": "pass"}}
            """;

    private static final String NPSV = "results/bus.appraisal.json";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path work() {
        return folder.resolve("work");
    }

    private Path written() {
        return folder.resolve("bus.zip");
    }

    /** Made once, as most tests change nothing of what it is made of. */
    @SuppressWarnings("NullAway.Init") // set before all tests
    private static byte[] made;

    @BeforeAll
    static void make(@TempDir Path once) throws IOException {
        ReplicationPackageTest test = new ReplicationPackageTest();
        test.folder = once;
        test.inputs();
        test.pack(test.work(), test.written());
        made = Files.readAllBytes(test.written());
    }

    @BeforeEach
    void inputs() throws IOException {
        for (String name : List.of("work/proposals", "work/evidence", "work/studies", "work/data", "own/frameworks")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(
                work().resolve("proposals/bus.proposal.json"), PROPOSAL.replace("FRAMEWORK", "uk-green-book-2026"));
        Files.writeString(work().resolve("evidence/trips.evidence.json"), EVIDENCE);
        Files.writeString(work().resolve("studies/passes.study.json"), STUDY);
        Files.writeString(
                work().resolve("data/trips.csv"), "person,pass,trips\na,1,7\nb,1,9\nc,1,8\nd,0,5\ne,0,4\nf,0,6\n");
    }

    @Test
    void whatIsComputedAgainFromAPackageAloneIsIdentical() throws IOException {
        Files.write(written(), made);
        delete(work());

        Verification found = verify(written());

        assertThat(VerificationText.lines(found))
                .singleElement()
                .asString()
                .startsWith("Identical: 9 results, computed again from");
        assertThat(found.isIdentical()).isTrue();
        assertThat(contents(written()).keySet())
                .contains(
                        "inputs/proposals/bus.proposal.json",
                        "inputs/evidence/trips.evidence.json",
                        "inputs/studies/passes.study.json",
                        "inputs/data/trips.csv",
                        "models/frameworks/uk-green-book-2026.json",
                        "results/bus.appraisal.json",
                        "results/passes.attribution.json",
                        "results/portfolio.json",
                        "results/briefing.pdf",
                        "README.txt",
                        "manifest.json");
    }

    @Test
    void theSameInputsInAnotherFolderGiveTheSameBytes() throws IOException {
        Files.write(written(), made);
        Path elsewhere = folder.resolve("elsewhere/and/deeper");
        Files.createDirectories(elsewhere.getParent());
        Files.move(work(), elsewhere);
        pack(elsewhere, folder.resolve("second.zip"));

        assertThat(folder.resolve("second.zip")).hasSameBinaryContentAs(written());
    }

    @Test
    void aResultThatSaysMoreThanItsInputsGiveIsTold() throws IOException {
        Files.write(written(), made);
        rewrite(written(), NPSV, text -> text.replaceFirst("\"npsv\" : [-0-9.]+", "\"npsv\" : 700.0"));

        Verification found = verify(written());

        assertThat(found.isIdentical()).isFalse();
        assertThat(found.altered()).isEmpty();
        assertThat(found.different())
                .containsExactly(
                        new DifferentResult(NPSV, 1, List.of(new Difference("/options/0/npsv", "700.0", "0.0"))));
        assertThat(VerificationText.lines(found))
                .first()
                .asString()
                .startsWith("Not identical: 8 of 9 results are the same byte for byte");
    }

    @Test
    void anInputThatWasChangedAfterwardsChangesTheResults() throws IOException {
        Files.write(written(), made);
        rewrite(written(), "inputs/proposals/bus.proposal.json", text -> text.replace(": 1000}", ": 900}"));

        Verification found = verify(written());

        assertThat(found.different().getFirst().path()).isEqualTo(NPSV);
        assertThat(found.different().getFirst().first()).contains(new Difference("/options/1/npsv", "500.0", "600.0"));
        assertThat(VerificationText.lines(found))
                .contains(NPSV + " /options/1/npsv: 500.0 in the package, 600.0 computed again")
                .anyMatch(line -> line.matches(NPSV + ": [0-9]+ more differences"));
        assertThat(found.different())
                .extracting(DifferentResult::path)
                .contains(
                        "results/bus.xlsx", "results/bus.flows.csv", "results/portfolio.json", "results/briefing.docx")
                .doesNotContain("results/passes.attribution.json");
    }

    @Test
    void filesThatAreNotAsTheManifestSaysAreTold() throws IOException {
        Files.write(written(), made);
        Map<String, byte[]> files = contents(written());
        files.remove("results/bus.flows.csv");
        files.put("README.txt", "Believe me.".getBytes(StandardCharsets.UTF_8));
        files.put("results/more.csv", new byte[3]);
        write(written(), files);

        assertThat(VerificationText.lines(verify(written())))
                .contains(
                        "results/bus.flows.csv: is listed in the manifest and missing",
                        "README.txt: was changed after it was packed",
                        "results/more.csv: is not listed in the manifest and was not looked at");
        assertThat(verify(written()).isIdentical()).isFalse();
    }

    /** A small archive can hold a file that fills a disk. */
    @Test
    void aFileThatUnpacksToMoreThanIsListedIsCutOff() throws IOException {
        Files.write(written(), made);
        Map<String, byte[]> files = contents(written());
        files.put("results/briefing.pdf", new byte[50_000_000]);
        write(written(), files);

        try (WorkFolder work = WorkFolder.create()) {
            PackageArchive.Unpacked unpacked = new PackageArchive(written()).unpack(Samples.MODELS, work);

            assertThat(unpacked.altered())
                    .containsExactly(new Alteration("results/briefing.pdf", Alteration.Kind.CHANGED));
            assertThat(Files.size(work.path().resolve("results/briefing.pdf"))).isLessThan(1_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "inputs/../../outside.txt",
                "/outside.txt",
                "C:/outside.txt",
                "inputs\\..\\..\\outside.txt",
                "inputs/CON.json",
                "inputs/aux",
                "INPUTS/PROPOSALS/BUS.PROPOSAL.JSON",
                "inputs//bus.json",
                "inputs/name."
            })
    void aPathThatLeadsOutOfThePackageIsRefused(String path) throws IOException {
        Files.write(written(), made);
        Map<String, byte[]> files = contents(written());
        files.put(path, new byte[1]);
        write(written(), files);

        assertThatThrownBy(() -> verify(written()))
                .isInstanceOf(InvalidInput.class)
                .message()
                .contains("bus.zip")
                .containsAnyOf("outside a package", "twice");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @Test
    void whatTheManifestNamesOutsideThePackageIsRefused() throws IOException {
        Files.write(written(), made);
        rewrite(
                written(),
                Manifest.NAME,
                text -> text.replace(
                        "\"inputs/studies/passes.study.json\" ]", "\"../../work/studies/passes.study.json\" ]"));

        assertThatThrownBy(() -> verify(written()))
                .hasMessageContaining("bus.zip: ../../work/studies/passes.study.json")
                .hasMessageContaining("outside a package");
    }

    @Test
    void aFileThatTheManifestListsOutsideThePackageIsRefused() throws IOException {
        Files.write(written(), made);
        rewrite(written(), Manifest.NAME, text -> text.replace("\"results/bus.flows.csv\"", "\"../bus.flows.csv\""));

        assertThatThrownBy(() -> verify(written()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("bus.zip: ../bus.flows.csv")
                .hasMessageContaining("is listed twice, or a path outside a package");
    }

    @Test
    void aResultThatWasChangedAfterwardsIsNotCountedAsTheOneThatIsListed() throws IOException {
        Files.write(written(), made);
        Map<String, byte[]> files = contents(written());
        String before = new String(Objects.requireNonNull(files.get(NPSV)), StandardCharsets.UTF_8);
        files.put(NPSV, before.replaceFirst("\"npsv\" : 0.0", "\"npsv\" : 7.0").getBytes(StandardCharsets.UTF_8));
        write(written(), files);

        Verification found = verify(written());

        assertThat(found.isIdentical()).isFalse();
        assertThat(found.identical()).isEqualTo(found.results() - 1);
        assertThat(VerificationText.lines(found))
                .contains(NPSV + ": was changed after it was packed")
                .anyMatch(line -> line.startsWith(NPSV + " /options/0/npsv: 7.0 in the package"));
    }

    @Test
    void whatIsNoPackageIsToldInASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThatThrownBy(() -> verify(text)).hasMessageContaining("text.zip: is no zip file that can be read");
        write(folder.resolve("other.zip"), Map.of("a.txt", new byte[1]));
        assertThatThrownBy(() -> verify(folder.resolve("other.zip")))
                .hasMessageContaining("other.zip: has no manifest.json");
        write(folder.resolve("wrong.zip"), Map.of(Manifest.NAME, "{}".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> verify(folder.resolve("wrong.zip")))
                .hasMessageContaining("wrong.zip: manifest.json")
                .hasMessageContaining("'format' is missing");
        assertThatThrownBy(() -> verify(folder.resolve("none.zip"))).hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> verify(folder)).hasMessageContaining("is a folder");
    }

    @Test
    void aProblemOfAPackedFileIsCalledByItsPathInThePackage() throws IOException {
        Files.write(written(), made);
        rewrite(written(), "inputs/proposals/bus.proposal.json", text -> text.replace("\"years\": 2", "\"years\": 0"));

        assertThatThrownBy(() -> verify(written()))
                .isInstanceOf(InvalidInput.class)
                .message()
                .startsWith(written() + ": inputs/proposals/bus.proposal.json:2 /appraisal/years")
                .doesNotContain("worthwhile-package");
    }

    /** A framework of the analyst's own with a rate of 10%, under the id of one that the program has. */
    @Test
    void anOwnModelPackThatIsUsedIsPackedAndUsedAgain() throws IOException {
        own("uk-green-book-2026", 0.1);
        own("unused", 0.5);
        Files.writeString(
                work().resolve("proposals/bus.proposal.json"),
                PROPOSAL.replace("FRAMEWORK", "uk-green-book-2026").replace("2026/27\": 1000", "2027/28\": 1100"));
        pack(work(), written());
        assertThat(contents(written()).keySet())
                .contains("own-models/frameworks/uk-green-book-2026.json")
                .doesNotContain("own-models/frameworks/unused.json");
        delete(folder.resolve("own"));

        Verification found = verify(written());
        assertThat(found.isIdentical()).isTrue();
        assertThat(VerificationText.lines(found))
                .contains(
                        "Computed with model packs of the analyst's own: own-models/frameworks/uk-green-book-2026.json");
        // 1,500 at once less 1,100 after a year.
        assertThat(new String(Objects.requireNonNull(contents(written()).get(NPSV)), StandardCharsets.UTF_8))
                .containsPattern("\"npsv\" : (500\\.0|499\\.99999|500\\.00000)");
    }

    @Test
    void aModelPackOfThePackageThatIsNotAsThisProgramHasItIsToldEvenWhereEverythingElseAgrees() throws IOException {
        Files.write(written(), made);
        String pack = "models/frameworks/uk-green-book-2026.json";
        rewrite(written(), pack, text -> text + "\n");

        Verification found = verify(written());

        assertThat(found.isIdentical()).isTrue();
        assertThat(VerificationText.lines(found))
                .hasSize(2)
                .contains(pack + ": is not as " + Software.NAME_AND_VERSION + " has it");
    }

    private void own(String id, double rate) throws IOException {
        Files.writeString(folder.resolve("own/frameworks/" + id + ".json"), """
                {"format": "worthwhile-framework/1", "id": "%s", "title": "Ours", "publisher": "We", "edition": "1",
                 "discounting": {"standard": [{"from": 0, "rate": %s}],
                  "source": {"document": "Invented", "publisher": "We", "date": "2026", "licence": "None", "verified": false}}}
                """.formatted(id, rate));
    }

    @Test
    void aPathThatOnlyOneComputerHasIsRefusedBeforeAnythingIsWritten() throws IOException {
        Files.writeString(
                work().resolve("studies/passes.study.json"),
                STUDY.replace(
                        "../data/trips.csv",
                        work().resolve("data/trips.csv").toString().replace("\\", "/")));

        assertThatThrownBy(() -> pack(work(), written()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("passes.study.json")
                .hasMessageContaining("is a path that another computer does not have");
        assertThat(written()).doesNotExist();
    }

    @Test
    void aProblemOfAFileThatIsPackedIsCalledByTheFilesOwnName() throws IOException {
        Files.writeString(
                work().resolve("data/trips.csv"), "person,pass,trips\na,1,many\nb,1,9\nc,1,8\nd,0,5\ne,0,4\nf,0,6\n");

        assertThatThrownBy(() -> pack(work(), written()))
                .isInstanceOf(InvalidInput.class)
                .message()
                .startsWith(work().resolve("studies/passes.study.json")
                        + ":3 /columns/outcome: row 1 of the data has 'many'")
                .doesNotContain("worthwhile-package");
    }

    /** Beginning in 2027/28 at 3.5% is worth 1/1.035 of the 500 of beginning at once. */
    @Test
    void aChoiceAmongStartYearsIsPackedAndComputedAgain() throws IOException {
        Files.writeString(work().resolve("limits.json"), """
                {"format": "worthwhile-constraints/1", "budget": 1000000, "startYears": {"bus": ["2027/28"]}}
                """);
        pack(work(), written(), Optional.of(work().resolve("limits.json")));

        assertThat(verify(written()).isIdentical()).isTrue();
        assertThat(new String(
                        Objects.requireNonNull(contents(written()).get("results/portfolio.json")),
                        StandardCharsets.UTF_8))
                .contains("\"start\" : \"2027/28\"")
                .containsPattern("\"npsv\" : 483\\.09");
    }

    private void pack(Path from, Path to) throws IOException {
        pack(from, to, Optional.empty());
    }

    private void pack(Path from, Path to, Optional<Path> constraints) throws IOException {
        PackageRequest request = new PackageRequest(
                List.of(from.resolve("proposals/bus.proposal.json")),
                List.of(from.resolve("evidence")),
                List.of(from.resolve("studies/passes.study.json")),
                constraints,
                constraints.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(1_000_000),
                100,
                10,
                1);
        var library = PackReader.read(Samples.MODELS, Optional.of(folder.resolve("own")));
        var cases = new ProposalFiles(Samples.MODELS, library)
                .load(request.proposals(), request.evidence(), Optional.empty());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ReplicationPackage.of(Samples.MODELS, folder.resolve("own"), request, cases, _ -> {})
                .writeTo(bytes);
        Files.write(to, bytes.toByteArray());
    }

    private static Verification verify(Path file) {
        return Verification.of(Samples.MODELS, file, _ -> {});
    }

    /** Changes a file of a package, and what the manifest says of it, as somebody would who wants to be believed. */
    private static void rewrite(Path file, String path, UnaryOperator<String> change) throws IOException {
        Map<String, byte[]> files = contents(file);
        byte[] before = Objects.requireNonNull(files.get(path));
        byte[] after = change.apply(new String(before, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(after).isNotEqualTo(before);
        files.put(path, after);
        if (!path.equals(Manifest.NAME)) {
            String manifest = new String(Objects.requireNonNull(files.get(Manifest.NAME)), StandardCharsets.UTF_8)
                    .replaceFirst(
                            "\"bytes\" : " + before.length + ",(\\s*)\"sha256\" : \"" + Fingerprint.of(before),
                            "\"bytes\" : " + after.length + ",$1\"sha256\" : \"" + Fingerprint.of(after));
            assertThat(manifest).contains(Fingerprint.of(after));
            files.put(Manifest.NAME, manifest.getBytes(StandardCharsets.UTF_8));
        }
        write(file, files);
    }

    private static Map<String, byte[]> contents(Path file) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : List.<ZipEntry>copyOf(zip.stream().toList())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return contents;
    }

    private static void write(Path file, Map<String, byte[]> contents) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var each : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        new WorkFolder(folder).close();
    }
}
