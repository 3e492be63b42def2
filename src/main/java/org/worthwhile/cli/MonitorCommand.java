package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.report.MonitoringText;
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

    @Override
    int call(Progress progress) {
        Path named = file.orElseThrow(() -> unusable("monitor takes the monitoring file of an option, or approve."));
        progress.doing("Reading " + named);
        MonitoringCase monitored = new MonitoringReader(Home.models(), Home.library()).read(named, actuals);
        progress.print(out(), MonitoringText.register(monitored));
        return 0;
    }
}
