package org.worthwhile.replication;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.AtomicFile;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.Software;

/**
 * One zip file with proposals, evidence, studies and their data, the model packs, and the results computed of them, and a manifest
 * with the seed, the version and the SHA-256 of each file: what anybody needs to compute the results again.
 */
public final class ReplicationPackage {

    /** The first time that an archive's entry can have, so that the same contents are the same bytes. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final String README = "README.txt";

    private static final String README_TEXT = """
            This is a replication package: the inputs of an appraisal, the model packs that it was made by, and its results.

            inputs        proposals, evidence, constraints%s
            models        frameworks, price indices and unit values; in own-models those of the analyst
            results       what was computed of them: JSON and CSV for programs, workbooks, and the briefing
            %s how it was computed, and the SHA-256 of every file

            To compute all of it again and compare:

                worthwhile verify PACKAGE.zip

            It was computed by %s with seed %d.
            %s""";

    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    private ReplicationPackage(ZipOutputStream zip) {
        this.zip = zip;
    }

    /**
     * Computes the results of what is asked for and writes all into one file.
     *
     * @param models the folder of model packs that come with the program
     * @param own the analyst's own, which need not exist
     * @param cases the proposals of the request, as they were loaded
     * @param doing told what is being done
     * @throws org.worthwhile.problem.InvalidInput with every problem of the files, before anything is written
     */
    public static AtomicFile.Contents of(
            Path models, Path own, PackageRequest request, Collection<AppraisalCase> cases, Consumer<String> doing) {
        PackedInputs.Found inputs = PackedInputs.of(models, request);
        Map<String, Path> packs = PackedModels.of(models, own, cases);
        Recipe recipe = recipe(request, inputs, ResultDate.ofCases(cases));
        return out -> {
            try (WorkFolder work = WorkFolder.create()) {
                copy(inputs.files(), work);
                copy(packs, work);
                List<OutputFile> results = work.naming(
                        path -> String.valueOf(inputs.files().getOrDefault(path, Path.of(path))),
                        () -> Computation.of(models, work.path(), recipe, doing));
                doing.accept("Writing the package");
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                ReplicationPackage written = new ReplicationPackage(zip);
                written.add(work, inputs.files().keySet(), Manifest.Role.INPUT);
                written.add(work, packs.keySet(), Manifest.Role.MODEL);
                for (OutputFile result : results) {
                    written.add(PackagePath.RESULTS + "/" + result.name(), Manifest.Role.RESULT, result.contents());
                }
                written.add(README, Manifest.Role.NOTE, text(readme(recipe)));
                written.addManifest(recipe);
                zip.finish();
            }
        };
    }

    private static Recipe recipe(PackageRequest request, PackedInputs.Found inputs, LocalDate date) {
        return new Recipe(
                request.proposals().stream().map(inputs::path).toList(),
                request.evidence().stream().map(inputs::path).toList(),
                request.studies().stream().map(inputs::path).toList(),
                request.constraints().map(inputs::path),
                request.budget(),
                request.trials(),
                request.choiceTrials(),
                request.seed(),
                date);
    }

    private static void copy(Map<String, Path> files, WorkFolder work) {
        files.forEach((path, file) -> {
            try {
                Files.copy(file, work.file(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private void add(WorkFolder work, Collection<String> paths, Manifest.Role role) throws IOException {
        for (String path : paths) {
            add(path, role, out -> Files.copy(work.path().resolve(path), out));
        }
    }

    private void add(String path, Manifest.Role role, AtomicFile.Contents contents) throws IOException {
        begin(path);
        HashedOutput out = new HashedOutput(zip);
        contents.writeTo(out);
        out.flush();
        entries.add(out.entry(path, role));
        zip.closeEntry();
    }

    private void addManifest(Recipe recipe) throws IOException {
        begin(Manifest.NAME);
        text(ManifestFile.text(new Manifest(Software.NAME_AND_VERSION, recipe, entries)))
                .writeTo(zip);
        zip.closeEntry();
    }

    private void begin(String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(FIRST);
        zip.putNextEntry(entry);
    }

    private static AtomicFile.Contents text(String text) {
        return (OutputStream out) -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readme(Recipe recipe) {
        boolean hasData = !recipe.studies().isEmpty();
        return String.format(
                Locale.ROOT,
                README_TEXT,
                hasData ? ", studies and the data of each" : "",
                Manifest.NAME,
                Software.NAME_AND_VERSION,
                recipe.seed(),
                hasData ? "The data of the studies are in it: whoever has the package has them.\n" : "");
    }
}
