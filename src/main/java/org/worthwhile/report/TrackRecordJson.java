package org.worthwhile.report;

import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.trackrecord.Calibration;
import org.worthwhile.trackrecord.Departure;
import org.worthwhile.trackrecord.Expectation;
import org.worthwhile.trackrecord.KindRecord;
import org.worthwhile.trackrecord.Measure;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.NextProject;
import org.worthwhile.trackrecord.ProjectRatio;
import org.worthwhile.trackrecord.Range;
import org.worthwhile.trackrecord.TrackRecord;
import org.worthwhile.trackrecord.TrackRecordResult;

/** What a track record comes to as JSON; the fields are those of track-record-result.schema.json. */
public final class TrackRecordJson {

    private TrackRecordJson() {}

    public static String text(TrackRecordResult result) {
        return JsonText.of(JsonFields.of(to -> describe(result, to)));
    }

    private static void describe(TrackRecordResult result, ResultFields to) {
        TrackRecord record = result.record();
        to.text("format", "worthwhile-track-record-result/1")
                .text("trackRecord", record.id())
                .text("title", record.title())
                .text("organisation", record.organisation())
                .number("level", record.options().level())
                .number("fewest", record.options().fewest())
                .object(
                        "between",
                        of -> of.text("shape", JsonText.nameOf(record.options().betweenShape()))
                                .number("scale", record.options().betweenScale()))
                .list("measures", result.measures(), (each, of) -> measure(record, each, of))
                .object("calibration", result.calibration(), TrackRecordJson::calibration);
        if (result.calibration().isEmpty()) {
            to.text("calibrationReason", "no past probabilities are given");
        }
        record.dataset().ifPresent(sha256 -> to.object("dataset", of -> of.text("sha256", sha256)));
        to.text("software", Software.NAME_AND_VERSION);
    }

    private static void measure(TrackRecord record, MeasureRecord found, ResultFields to) {
        to.text("measure", JsonText.nameOf(found.measure()))
                .text("scale", JsonText.nameOf(found.scale()))
                .number("projects", found.ratios().size())
                .number("meanRatio", found.meanRatio())
                .number("medianRatio", found.medianRatio())
                .list("kinds", found.kinds(), (each, of) -> kind(record, found.measure(), each, of));
        next("newKind", found.measure(), found.newKind(), to);
        to.object("within", found.within(), TrackRecordJson::range);
        if (found.within().isEmpty()) {
            to.text("withinReason", "nothing is told of the next project");
        }
        to.object("between", found.between(), TrackRecordJson::range);
        if (found.between().isEmpty()) {
            to.text(
                    "betweenReason",
                    found.kinds().size() == 1 ? "there is one kind" : "nothing is told of the next project");
        }
        to.list("ratios", found.ratios(), TrackRecordJson::ratio).texts("notes", found.notes());
    }

    private static void kind(TrackRecord record, Measure measure, KindRecord found, ResultFields to) {
        to.text("kind", found.kind().id())
                .text("title", found.kind().title())
                .number("projects", found.projects())
                .number("meanRatio", found.meanRatio())
                .number("medianRatio", found.medianRatio());
        next("next", measure, found.expectation(), to);
        to.object(
                "guidance",
                found.guidance(),
                (type, of) -> of.text(
                                "framework",
                                record.guidance().map(each -> each.id()).orElse(""))
                        .text("type", type.id())
                        .text("title", type.title())
                        .number("upper", type.upper())
                        .number("lower", type.lower()));
        if (found.guidance().isEmpty()) {
            to.text(
                    "guidanceReason",
                    measure == Measure.CAPITAL_COST
                            ? "the kind names no type of a table of optimism bias"
                            : "the table is of capital costs");
        }
    }

    private static void next(String name, Measure measure, Expectation expectation, ResultFields to) {
        switch (expectation) {
            case Expectation.Known(NextProject next) -> to.object(name, of -> next(measure, next, of));
            case Expectation.NotKnown(String reason) -> to.absent(name).text(name + "Reason", reason);
        }
    }

    private static void next(Measure measure, NextProject next, ResultFields to) {
        Departure departure = Departure.of(measure, next);
        to.object("typicalRatio", of -> range(next.typical(), of))
                .object("meanRatio", of -> range(next.mean(), of))
                .number("low", next.low())
                .number("high", next.high())
                .number("p10", next.p10())
                .number("p20", next.p20())
                .number("p50", next.p50())
                .number("p80", next.p80())
                .number("p90", next.p90())
                .object(
                        Departure.title(measure),
                        of -> of.number("mean", departure.mean())
                                .number("p50", departure.p50())
                                .number("p80", departure.p80())
                                .number("p90", departure.p90()));
    }

    private static void range(Range range, ResultFields to) {
        to.number("estimate", range.middle()).number("low", range.low()).number("high", range.high());
    }

    private static void ratio(ProjectRatio ratio, ResultFields to) {
        to.text("project", ratio.project().name())
                .text("kind", ratio.project().kind())
                .number("ratio", ratio.ratio())
                .number("publishedRatio", ratio.published())
                .flag("converted", ratio.converted());
    }

    private static void calibration(Calibration found, ResultFields to) {
        to.number("forecasts", found.forecasts())
                .number("happened", found.happened())
                .number("expected", found.expected())
                .number("brier", found.brier())
                .object(
                        "murphy",
                        of -> of.number("reliability", found.murphy().reliability())
                                .number("resolution", found.murphy().resolution())
                                .number("uncertainty", found.murphy().uncertainty()))
                .object(
                        "corp",
                        of -> of.number("miscalibration", found.corp().miscalibration())
                                .number("discrimination", found.corp().discrimination())
                                .number("uncertainty", found.corp().uncertainty()))
                .number("pValueInTheLarge", found.inTheLarge())
                .number("pValueOfTheCurve", found.ofTheCurve())
                .list(
                        "points",
                        found.points(),
                        (point, of) -> of.number("probability", point.probability())
                                .number("forecasts", point.forecasts())
                                .number("happened", point.happened())
                                .number("recalibrated", point.recalibrated())
                                .number("low", point.low())
                                .number("high", point.high()));
    }
}
