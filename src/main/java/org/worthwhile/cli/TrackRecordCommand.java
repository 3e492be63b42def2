package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.report.TrackRecordFiles;
import org.worthwhile.report.TrackRecordText;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import org.worthwhile.trackrecord.TrackRecordCase;
import org.worthwhile.trackrecord.TrackRecordResult;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses an organisation's track record, prints what it comes to and writes it as files. */
@Command(
        name = "track-record",
        description =
                "Tells what completed projects came to beside their forecasts, and what the next can be expected to.",
        mixinStandardHelpOptions = true)
final class TrackRecordCommand extends LongCommand {

    @Parameters(arity = "1", paramLabel = "FILE", description = "A track record, JSON or YAML.")
    private Path file = Path.of("");

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "What to write: ${COMPLETION-CANDIDATES}; CSV has each project's ratio, SVG the ratios by kind and the"
                            + " reliability curve, PARAMETERS what proposals can use in place of the guidance's optimism bias.")
    private List<TrackRecordFiles.Format> formats = List.of(TrackRecordFiles.Format.JSON);

    @CommandLine.Mixin
    private ResultFolder folder = new ResultFolder();

    @Override
    int call(Progress progress) {
        progress.doing("Reading " + file);
        TrackRecordCase basis = new TrackRecordReader(Home.models(), Home.library()).read(file);
        folder.require(TrackRecordFiles.names(basis.record(), formats), List.of());
        progress.doing("Analysing " + basis.record().title());
        TrackRecordResult result = TrackRecordAnalyser.analyse(basis);
        List<String> lines = new ArrayList<>(TrackRecordText.lines(result));
        lines.addAll(folder.write(() -> TrackRecordFiles.of(result, formats), List.of()));
        progress.print(out(), lines);
        return 0;
    }
}
