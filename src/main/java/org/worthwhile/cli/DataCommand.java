package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.report.DataText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a dataset holds. */
@Command(
        name = "data",
        description = "Says what a dataset holds: types, ranges, missing values and the shape of the panel.",
        mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "FILE", description = "A CSV file or an Excel workbook.")
    private Path file = Path.of("");

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Progress progress = progressOption.start()) {
            progress.doing("Reading " + file);
            Dataset dataset = DatasetReader.read(file, file.toString());
            progress.doing("Summarising " + file);
            progress.print(spec.commandLine().getOut(), DataText.lines(DataSummary.of(dataset)));
            return 0;
        }
    }
}
