package org.worthwhile.report;

import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.CheckStatistic;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.exchange.JsonText;

/** The result of a study as JSON, with everything that a checker needs; its fields are those of attribution-result.schema.json. */
public final class AttributionJson {

    private static final String NO_STATISTIC =
            "the p-value is of no t or normal statistic but by the design's own test, such as by permutation";
    private static final String CANNOT_TELL = "the data cannot tell the effect: ";
    private static final String NORMAL = "the distribution is normal, or the p-value is of no statistic";
    private static final String NOT_COUNTED =
            "treatment is not yes or no, the estimator used fewer rows than the study has, or a series is compared with its"
                    + " own past";
    private static final String NO_TIME = "the study names no time";

    private AttributionJson() {}

    public static String text(Attribution attribution) {
        return JsonText.of(JsonFields.of(to -> describe(attribution, to)));
    }

    private static void describe(Attribution attribution, ResultFields to) {
        Study study = attribution.basis().study();
        to.text("format", "worthwhile-attribution/1")
                .text("study", study.id())
                .text("title", study.title())
                .text("question", study.question())
                .text("design", JsonText.nameOf(study.design()))
                .text("estimator", attribution.estimator())
                .text("estimand", attribution.estimand())
                .object(
                        "outcome",
                        of -> of.text("column", study.roles().outcome())
                                .text("title", study.roles().outcomeTitle())
                                .text("unit", study.roles().outcomeUnit()));
        finding(attribution.finding(), to);
        to.number("observations", attribution.observations()).number("units", attribution.units());
        size(attribution.size(), to);
        to.list(
                        "dropped",
                        attribution.dropped(),
                        (each, of) -> of.text("reason", each.reason()).number("count", each.count()))
                .texts("notes", attribution.notes())
                .list("coefficients", attribution.coefficients(), Coefficient::describe)
                .object("details", attribution.details()::describe)
                .list("diagnostics", attribution.diagnostics(), AttributionJson::diagnostic)
                .list("series", attribution.series(), AttributionJson::series)
                .texts("conventions", attribution.conventions())
                .texts("assumptions", attribution.assumptions())
                .number("marylandLevel", attribution.marylandLevel())
                .object("dataset", of -> dataset(attribution.basis().dataset(), of))
                .text("software", Software.NAME_AND_VERSION);
    }

    private static void finding(Finding finding, ResultFields to) {
        to.estimate(finding.estimate(), finding.standardError())
                .object(
                        "interval",
                        of -> of.number("low", finding.interval().low())
                                .number("high", finding.interval().high())
                                .number("level", finding.interval().level()));
        finding.cannotTell()
                .ifPresentOrElse(
                        why -> to.absent("pValue").text("pValueReason", CANNOT_TELL + why),
                        () -> to.number("pValue", finding.pValue()));
        to.number("statistic", finding.statistic());
        reason(
                finding.statistic().isPresent(),
                "statistic",
                finding.cannotTell().map(CANNOT_TELL::concat).orElse(NO_STATISTIC),
                to);
        to.number("degreesOfFreedom", finding.degreesOfFreedom());
        reason(
                finding.degreesOfFreedom().isPresent(),
                "degreesOfFreedom",
                finding.cannotTell().map(CANNOT_TELL::concat).orElse(NORMAL),
                to);
    }

    private static void size(StudySize size, ResultFields to) {
        count("treated", size.treated().stream().boxed().findFirst(), NOT_COUNTED, to);
        count("compared", size.compared().stream().boxed().findFirst(), NOT_COUNTED, to);
        count("periods", size.periods().stream().mapToObj(Long::valueOf).findFirst(), NO_TIME, to);
        to.texts("missingPeriods", size.missingPeriods());
    }

    private static void count(String name, Optional<Long> value, String reason, ResultFields to) {
        value.ifPresentOrElse(count -> to.number(name, count), () -> to.absent(name));
        reason(value.isPresent(), name, reason, to);
    }

    /** Beside a number that is absent stands why. */
    private static void reason(boolean present, String name, String reason, ResultFields to) {
        if (!present) {
            to.text(name + "Reason", reason);
        }
    }

    private static void diagnostic(Diagnostic diagnostic, ResultFields to) {
        to.text("id", diagnostic.id())
                .text("title", diagnostic.title())
                .text("outcome", JsonText.nameOf(diagnostic.outcome()));
        CheckStatistic.of(diagnostic).ifPresent(named -> to.text("statisticName", named.name()));
        diagnostic.statistic().ifPresent(value -> to.number("statistic", value));
        if (!diagnostic.degreesOfFreedom().isEmpty()) {
            to.numbers("degreesOfFreedom", diagnostic.degreesOfFreedom());
        }
        diagnostic.pValue().ifPresent(value -> to.number("pValue", value));
        CheckStatistic.of(diagnostic)
                .map(CheckStatistic::threshold)
                .filter(threshold -> !threshold.isEmpty())
                .ifPresent(threshold -> to.text("passedUnless", threshold));
        to.text("message", diagnostic.message());
    }

    private static void series(Series series, ResultFields to) {
        to.text("id", series.id())
                .text("title", series.title())
                .list(
                        "points",
                        series.points(),
                        (point, of) -> of.text("label", point.label())
                                .number("x", point.x())
                                .number("y", point.y())
                                .number("low", point.low())
                                .number("high", point.high()));
    }

    private static void dataset(Dataset dataset, ResultFields to) {
        List<String> columns = dataset.columnNames();
        to.text("sha256", dataset.sha256())
                .text("name", dataset.name())
                .number("rows", dataset.rows())
                .texts("columns", columns);
    }
}
