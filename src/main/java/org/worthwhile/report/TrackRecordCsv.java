package org.worthwhile.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.PastProject;
import org.worthwhile.trackrecord.ProjectRatio;
import org.worthwhile.trackrecord.TrackRecordResult;

/** Each completed project's ratio as CSV, a row for each measure. */
final class TrackRecordCsv {

    private TrackRecordCsv() {}

    static String text(TrackRecordResult result) {
        StringWriter text = new StringWriter();
        CsvWriter rows = CsvWriter.builder().bufferSize(0).build(text);
        rows.writeRecord(
                "project",
                "kind",
                "measure",
                "forecast",
                "included_uplift",
                "outcome_at_prices_of_forecast",
                "prices",
                "ratio",
                "published_ratio");
        for (MeasureRecord measure : result.measures()) {
            measure.ratios().forEach(ratio -> rows.writeRecord(row(ratio)));
        }
        return text.toString();
    }

    private static List<String> row(ProjectRatio ratio) {
        PastProject project = ratio.project();
        return List.of(
                FlowsCsv.passive(project.name()),
                FlowsCsv.passive(project.kind()),
                JsonText.nameOf(project.measure()),
                Double.toString(project.forecast()),
                Double.toString(project.includedUplift()),
                Double.toString(ratio.outcome()),
                project.forecastPrices().map(FinancialYear::label).orElse(""),
                Double.toString(ratio.ratio()),
                Double.toString(ratio.published()));
    }
}
