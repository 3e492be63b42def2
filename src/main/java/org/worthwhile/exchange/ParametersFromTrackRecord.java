package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.InputBounds;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Parameters;
import org.worthwhile.trackrecord.KindRecord;
import org.worthwhile.trackrecord.Measure;
import org.worthwhile.trackrecord.MeasureRecord;
import org.worthwhile.trackrecord.TrackRecord;
import org.worthwhile.trackrecord.TrackRecordResult;
import tools.jackson.databind.node.ObjectNode;

/**
 * The seam between track records and proposals: what the next project of a kind can be expected to come to, as parameters of proposals. Of a
 * cost it is the uplift, for {@code optimismBias/uplift}; of all else the ratio, for a multiplier.
 */
public final class ParametersFromTrackRecord {

    private ParametersFromTrackRecord() {}

    /** The parameters as a part of a proposal. */
    public static String text(TrackRecordResult result) {
        ObjectNode node = JsonText.object();
        node.putArray("parameters");
        ParameterWriter.add(node, new Parameters(of(result), Optional.empty()));
        return JsonText.of(node);
    }

    /** A parameter for each kind and measure of which the next project is known and can be drawn. */
    public static List<Parameter> of(TrackRecordResult result) {
        List<Parameter> parameters = new ArrayList<>();
        for (MeasureRecord measure : result.measures()) {
            for (KindRecord kind : measure.kinds()) {
                List<Double> draws = draws(measure.measure(), kind);
                if (!draws.isEmpty() && fits(measure.measure(), draws)) {
                    parameters.add(parameter(result.record(), measure, kind, draws));
                }
            }
        }
        return parameters;
    }

    private static boolean isUplift(Measure measure) {
        return measure == Measure.CAPITAL_COST || measure == Measure.RUNNING_COST;
    }

    private static List<Double> draws(Measure measure, KindRecord kind) {
        return kind.draws().stream()
                .map(ratio -> isUplift(measure) ? ratio - 1 : ratio)
                .toList();
    }

    private static InputKind.Unit unit(Measure measure) {
        return isUplift(measure) ? InputKind.Unit.UPLIFT : InputKind.Unit.MULTIPLIER;
    }

    private static boolean fits(Measure measure, List<Double> draws) {
        InputBounds bounds = (isUplift(measure) ? InputKind.UPLIFT : InputKind.MULTIPLIER).bounds();
        return draws.stream().allMatch(draw -> draw >= bounds.low() && draw <= bounds.high());
    }

    private static Parameter parameter(TrackRecord record, MeasureRecord found, KindRecord kind, List<Double> draws) {
        Measure measure = found.measure();
        boolean isUplift = isUplift(measure);
        double mean = draws.stream().mapToDouble(Double::doubleValue).sum() / draws.size();
        return new Parameter(
                kind.kind().id() + "." + JsonText.nameOf(measure),
                kind.kind().title() + ": " + measure.title() + " of the next project, "
                        + (isUplift ? "uplift on the forecast" : "ratio to the forecast"),
                new Figure(mean, Optional.of(new Distribution.Empirical(draws, false)), Optional.empty()),
                Optional.of(unit(measure)),
                "track record '" + record.id() + "'"
                        + (record.organisation().isEmpty() ? "" : " of " + record.organisation()) + ": "
                        + kind.projects() + (kind.projects() == 1 ? " project" : " projects") + " of the kind among "
                        + found.ratios().size()
                        + (measure == Measure.CAPITAL_COST
                                ? ", in place of the guidance's table of optimism bias"
                                : ""));
    }
}
