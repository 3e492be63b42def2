package org.worthwhile.cli;

import java.nio.file.Path;
import org.worthwhile.attribution.DataSummary;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.report.DataText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a dataset holds. */
@Command(
        name = "data",
        description = "Says what a dataset holds: types, ranges, missing values and the shape of the panel.",
        mixinStandardHelpOptions = true)
final class DataCommand extends LongCommand {

    @Parameters(arity = "1", paramLabel = "FILE", description = "A CSV file or an Excel workbook.")
    private Path file = Path.of("");

    @Override
    int call(Progress progress) {
        progress.doing("Reading " + file);
        Dataset dataset = DatasetReader.readWithoutFingerprint(file, file.toString());
        progress.doing("Summarising " + file);
        progress.print(out(), DataText.lines(DataSummary.of(dataset)));
        return 0;
    }
}
