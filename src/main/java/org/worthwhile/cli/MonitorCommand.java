package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.monitoring.Review;
import org.worthwhile.problem.Place;
import org.worthwhile.report.MonitoringFiles;
import org.worthwhile.report.MonitoringText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds what came of an approved option against its forecast. */
@Command(
        name = "monitor",
        description = "Holds what came of an approved option against its forecast.",
        mixinStandardHelpOptions = true,
        subcommands = MonitorApproveCommand.class)
final class MonitorCommand extends LongCommand {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The monitoring of an option, JSON or YAML.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--actuals",
            paramLabel = "CSV",
            description = "Actuals with the columns measure, year, value and standardError; may be repeated.")
    private List<Path> actuals = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the review. Without it it is only printed.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "What to write: ${COMPLETION-CANDIDATES}; SVG is the path of each measure and what changed the case.")
    private List<MonitoringFiles.Format> formats = List.of(MonitoringFiles.Format.JSON);

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        Path named = file.orElseThrow(() -> unusable("name the monitoring file of an option, or use approve."));
        progress.doing("Reading " + named);
        MonitoringCase monitored = new MonitoringReader(Home.models(), Home.library()).read(named, actuals);
        if (out.isPresent()) {
            overwrite.require(out.get(), MonitoringFiles.names(monitored.monitoring(), formats));
        }
        progress.doing("Reviewing " + monitored.monitoring().title());
        Review review = Review.of(monitored, Runtime.getRuntime().availableProcessors(), Place.of(named.toString()));
        List<String> lines = new ArrayList<>(MonitoringText.review(review));
        out.ifPresent(folder -> overwrite
                .write(folder, MonitoringFiles.of(review, formats))
                .forEach(path -> lines.add("Wrote " + path)));
        progress.print(out(), lines);
        return 0;
    }
}
