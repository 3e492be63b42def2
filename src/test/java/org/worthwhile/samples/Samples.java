package org.worthwhile.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ProposalFiles;

/** The sample proposals and studies, as tests use them. */
public final class Samples {

    public static final Path MODELS = Path.of("models");
    public static final Path FOLDER = Path.of("sample-data");

    private Samples() {}

    public static List<Path> files(String suffix) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static List<Appraisal> appraisals() {
        return new ProposalFiles(MODELS)
                .load(files(".proposal.json"), List.of(), Optional.empty()).stream()
                        .map(Appraiser::appraise)
                        .toList();
    }
}
