package org.worthwhile.trackrecord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.synthesis.Prior;

/** Analyses one measure of a track record. */
final class MeasureAnalysis {

    /** Fewer projects than this many more than there are kinds tell too little of how far projects of one kind lie apart. */
    private static final int FEWEST_WITHIN = 3;

    private static final int FEWEST_KINDS = 3;

    private final TrackRecord record;
    private final Measure measure;
    private final Scale scale;
    private final List<ProjectRatio> ratios;
    private final List<Kind> kinds;
    private final List<double[]> values;

    MeasureAnalysis(TrackRecord record, Measure measure) {
        this.record = record;
        this.measure = measure;
        this.scale = record.options().scale(measure);
        this.ratios = record.projects().stream()
                .filter(project -> project.measure() == measure)
                .map(project -> ProjectRatio.of(project, record))
                .toList();
        this.kinds = record.kinds().stream()
                .filter(kind -> ratios.stream().anyMatch(ratio -> isOf(ratio, kind)))
                .toList();
        this.values = kinds.stream().map(kind -> values(kind)).toList();
    }

    MeasureRecord analyse() {
        Optional<String> silence = silence();
        Optional<PartialPooling> fit = silence.isPresent() ? Optional.empty() : Optional.of(fit());
        double[] all = sorted(ratios.stream().mapToDouble(ProjectRatio::ratio).toArray());
        return new MeasureRecord(
                measure,
                scale,
                ratios,
                mean(all),
                median(all),
                IntStream.range(0, kinds.size())
                        .mapToObj(k -> kind(k, fit, silence.orElse("")))
                        .toList(),
                newKind(fit, silence.orElse("")),
                fit.map(found -> range(found::sigma)),
                fit.filter(_ -> kinds.size() > 1).map(found -> range(found::tau)),
                notes(fit.isPresent()));
    }

    private PartialPooling fit() {
        TrackRecordOptions options = record.options();
        return PartialPooling.of(
                values,
                new Prior(
                        options.betweenShape(),
                        options.betweenScale(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty()));
    }

    /** Why nothing can be said of the next project; empty where something can. */
    private Optional<String> silence() {
        int fewest = record.options().fewest();
        if (ratios.size() < fewest) {
            return Optional.of(
                    (ratios.size() == 1 ? "there is one project" : "there are " + ratios.size() + " projects")
                            + ", and " + fewest + " are the fewest from which it is told");
        }
        if (kinds.size() > 1 && ratios.size() - kinds.size() < FEWEST_WITHIN) {
            return Optional.of("of " + ratios.size() + " projects in " + kinds.size()
                    + " kinds too few share a kind to tell how far projects of one kind lie apart");
        }
        if (IntStream.range(0, kinds.size()).allMatch(k -> isAlike(values.get(k)))) {
            return Optional.of(
                    "all projects of a kind came to the same ratio, which tells nothing of how far they lie apart");
        }
        return Optional.empty();
    }

    private static boolean isAlike(double[] values) {
        double[] sorted = sorted(values);
        return sorted[sorted.length - 1] - sorted[0] <= 1e-12 * (1 + Math.abs(sorted[0]));
    }

    private KindRecord kind(int number, Optional<PartialPooling> fit, String reason) {
        Kind kind = kinds.get(number);
        double[] own = sorted(ratios.stream()
                .filter(ratio -> isOf(ratio, kind))
                .mapToDouble(ProjectRatio::ratio)
                .toArray());
        return new KindRecord(
                kind,
                own.length,
                mean(own),
                median(own),
                expectation(fit, number, reason),
                fit.map(found -> NextProject.draws(found, number, scale)).orElse(List.of()),
                measure == Measure.CAPITAL_COST ? guidance(kind) : Optional.empty());
    }

    private Expectation newKind(Optional<PartialPooling> fit, String reason) {
        return fit.isPresent() && kinds.size() < FEWEST_KINDS
                ? new Expectation.NotKnown("there " + (kinds.size() == 1 ? "is one kind" : "are two kinds") + ", and "
                        + FEWEST_KINDS + " are the fewest that tell how kinds differ")
                : expectation(fit, -1, reason);
    }

    private Expectation expectation(Optional<PartialPooling> fit, int number, String reason) {
        return fit.<Expectation>map(found -> new Expectation.Known(
                        NextProject.of(found, number, scale, record.options().level())))
                .orElseGet(() -> new Expectation.NotKnown(reason));
    }

    private Optional<OptimismBiasType> guidance(Kind kind) {
        return kind.guidance()
                .flatMap(type -> record.guidance().stream()
                        .flatMap(framework -> framework.optimismBias().stream())
                        .filter(each -> each.id().equals(type))
                        .findFirst());
    }

    private List<String> notes(boolean isKnown) {
        List<String> notes = new ArrayList<>();
        long converted = ratios.stream().filter(ProjectRatio::converted).count();
        if (converted > 0) {
            notes.add((converted == 1 ? "one outcome was" : converted + " outcomes were")
                    + " converted to the prices of the forecast by "
                    + record.index().orElseThrow().title()
                    + (record.index().orElseThrow().provisional() ? ", which is provisional" : ""));
        }
        long uplifted = ratios.stream()
                .filter(ratio -> ratio.project().includedUplift() != 0)
                .count();
        if (uplifted > 0) {
            notes.add("the optimism bias that " + (uplifted == 1 ? "one forecast" : uplifted + " forecasts")
                    + " contained is taken out, so that ratios are to forecasts without it");
        }
        if (isKnown) {
            SpreadTest.of(values)
                    .filter(test -> test.pValue() < 1 - record.options().level())
                    .ifPresent(
                            test -> notes.add(
                                    "projects of some kinds lie further apart than those of others"
                                            + " (test of Brown and Forsythe, p-value "
                                            + String.format(Locale.ROOT, "%.3f", test.pValue())
                                            + "), and one spread is taken for all: intervals are too narrow for some kinds and too wide for others"));
        }
        return notes;
    }

    private Range range(DoubleUnaryOperator quantile) {
        double level = record.options().level();
        return new Range(
                quantile.applyAsDouble(0.5),
                quantile.applyAsDouble((1 - level) / 2),
                quantile.applyAsDouble((1 + level) / 2));
    }

    private double[] values(Kind kind) {
        return sorted(ratios.stream()
                .filter(ratio -> isOf(ratio, kind))
                .mapToDouble(ratio -> scale.of(ratio.ratio()))
                .toArray());
    }

    private static boolean isOf(ProjectRatio ratio, Kind kind) {
        return ratio.project().kind().equals(kind.id());
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
