package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.options.CausesOptions;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.DifferenceOptions;
import org.worthwhile.attribution.options.DiscontinuityOptions;
import org.worthwhile.attribution.options.InstrumentOptions;
import org.worthwhile.attribution.options.Kernel;
import org.worthwhile.attribution.options.ObservationalOptions;
import org.worthwhile.attribution.options.PanelOptions;
import org.worthwhile.attribution.options.RegressionOptions;
import org.worthwhile.attribution.options.SeriesOptions;
import org.worthwhile.attribution.options.SyntheticOptions;
import org.worthwhile.attribution.options.TimePoint;
import org.worthwhile.attribution.options.TrialOptions;
import tools.jackson.databind.JsonNode;

/** Binds the options of a study, which fit its schema, to the record of its design; what is not given is the record's default. */
final class DesignOptionsReader {

    private final JsonNode node;

    private DesignOptionsReader(JsonNode node) {
        this.node = node;
    }

    static DesignOptions read(Design design, JsonNode options) {
        DesignOptionsReader reader = new DesignOptionsReader(options);
        return switch (design) {
            case RANDOMISED_TRIAL -> reader.trial();
            case DIFFERENCE_IN_DIFFERENCES -> reader.difference();
            case SYNTHETIC_CONTROL -> reader.synthetic();
            case INTERRUPTED_TIME_SERIES -> reader.series();
            case REGRESSION_DISCONTINUITY -> reader.discontinuity();
            case INSTRUMENTAL_VARIABLE -> reader.instrument();
            case OBSERVATIONAL -> reader.observational();
            case PANEL_REGRESSION -> reader.panel();
            case MANY_CAUSES -> reader.causes();
        };
    }

    private TrialOptions trial() {
        TrialOptions otherwise = TrialOptions.DEFAULTS;
        return new TrialOptions(
                variance(), twoWay(), inference(otherwise.inference()), level(), Fields.whole(node, "draws"), seed());
    }

    private DifferenceOptions difference() {
        DifferenceOptions otherwise = DifferenceOptions.DEFAULTS;
        return new DifferenceOptions(
                Fields.choice(node, "estimator", DifferenceOptions.Estimator.class, otherwise.estimator()),
                Fields.choice(node, "control", DifferenceOptions.Control.class, otherwise.control()),
                Fields.choice(node, "aggregate", DifferenceOptions.Aggregate.class, otherwise.aggregate()),
                Fields.choice(node, "basePeriod", DifferenceOptions.BasePeriod.class, otherwise.basePeriod()),
                whole("anticipation", otherwise.anticipation()),
                variance(),
                twoWay(),
                inference(otherwise.inference()),
                level(),
                Fields.whole(node, "draws"),
                seed());
    }

    private SyntheticOptions synthetic() {
        SyntheticOptions otherwise = SyntheticOptions.DEFAULTS;
        return new SyntheticOptions(
                Fields.choice(node, "estimator", SyntheticOptions.Estimator.class, otherwise.estimator()),
                Fields.choice(node, "inference", SyntheticOptions.Method.class, otherwise.inference()),
                level(),
                whole("draws", otherwise.draws()),
                seed());
    }

    private SeriesOptions series() {
        SeriesOptions otherwise = SeriesOptions.DEFAULTS;
        return new SeriesOptions(
                Fields.choice(node, "estimator", SeriesOptions.Estimator.class, otherwise.estimator()),
                time("start"),
                times("interruptions"),
                Fields.whole(node, "period"),
                whole("harmonics", otherwise.harmonics()),
                // A lag is Newey and West's and asks for them.
                Fields.choice(
                        node,
                        "errors",
                        SeriesOptions.Errors.class,
                        node.has("lag") ? SeriesOptions.Errors.NEWEY_WEST : otherwise.errors()),
                Fields.whole(node, "lag"),
                Fields.choice(node, "family", SeriesOptions.Family.class, otherwise.family()),
                Fields.optionalText(node, "exposure"),
                level(),
                whole("draws", otherwise.draws()),
                seed());
    }

    private DiscontinuityOptions discontinuity() {
        DiscontinuityOptions otherwise = DiscontinuityOptions.DEFAULTS;
        return new DiscontinuityOptions(
                Fields.number(node, "cutoff").orElse(otherwise.cutoff()),
                Fields.choice(node, "kernel", Kernel.class, otherwise.kernel()),
                whole("order", otherwise.order()),
                // The text mse-optimal asks for what comes without it.
                node.path("bandwidth").isNumber() ? Fields.number(node, "bandwidth") : otherwise.bandwidth(),
                Fields.optionalText(node, "fuzzy"),
                Fields.number(node, "donut").orElse(otherwise.donut()),
                Fields.choice(node, "inference", DiscontinuityOptions.Inference.class, otherwise.inference()),
                Fields.number(node, "curvature"),
                Fields.number(node, "window"),
                level(),
                Fields.whole(node, "draws"),
                seed());
    }

    private InstrumentOptions instrument() {
        String name = Fields.text(node, "estimator");
        InstrumentOptions.Estimator estimator = InstrumentOptions.DEFAULTS.estimator();
        for (InstrumentOptions.Estimator candidate : InstrumentOptions.Estimator.values()) {
            estimator = candidate.id().equals(name) ? candidate : estimator;
        }
        return new InstrumentOptions(estimator, variance(), twoWay(), level());
    }

    private ObservationalOptions observational() {
        ObservationalOptions otherwise = ObservationalOptions.DEFAULTS;
        return new ObservationalOptions(
                Fields.choice(node, "estimator", ObservationalOptions.Estimator.class, otherwise.estimator()),
                Fields.choice(node, "estimand", ObservationalOptions.Estimand.class, otherwise.estimand()),
                whole("ratio", otherwise.ratio()),
                Fields.flag(node, "replace"),
                Fields.choice(node, "rule", ObservationalOptions.Rule.class, otherwise.rule()),
                node.has("ties")
                        ? Optional.of(Fields.choice(
                                node, "ties", ObservationalOptions.Ties.class, ObservationalOptions.Ties.AVERAGE))
                        : otherwise.ties(),
                Fields.choice(node, "distance", ObservationalOptions.Distance.class, otherwise.distance()),
                node.path("exact").valueStream().map(JsonNode::asString).toList(),
                Fields.number(node, "caliper"),
                Fields.number(node, "trim").orElse(otherwise.trim()),
                level());
    }

    private PanelOptions panel() {
        PanelOptions otherwise = PanelOptions.DEFAULTS;
        return new PanelOptions(
                Fields.choice(node, "estimator", PanelOptions.Estimator.class, otherwise.estimator()),
                variance(),
                twoWay(),
                Fields.whole(node, "lag"),
                inference(otherwise.inference()),
                level(),
                Fields.whole(node, "draws"),
                seed());
    }

    private CausesOptions causes() {
        CausesOptions otherwise = CausesOptions.DEFAULTS;
        return new CausesOptions(
                Fields.choice(node, "estimator", CausesOptions.Estimator.class, otherwise.estimator()),
                time("from"),
                time("to"),
                level(),
                whole("draws", otherwise.draws()),
                seed());
    }

    private double level() {
        return Fields.number(node, "level").orElse(DesignOptions.LEVEL);
    }

    private long seed() {
        return node.path("seed").asLong(DesignOptions.SEED);
    }

    private int whole(String name, int otherwise) {
        OptionalInt given = Fields.whole(node, name);
        return given.orElse(otherwise);
    }

    private Optional<Covariance.Kind> variance() {
        return node.has("variance")
                ? Optional.of(Fields.choice(node, "variance", Covariance.Kind.class, Covariance.Kind.HC1))
                : Optional.empty();
    }

    private Covariance.TwoWay twoWay() {
        return Fields.choice(node, "twoWay", Covariance.TwoWay.class, Covariance.TwoWay.SMALLEST);
    }

    private RegressionOptions.Inference inference(RegressionOptions.Inference otherwise) {
        return Fields.choice(node, "inference", RegressionOptions.Inference.class, otherwise);
    }

    private List<TimePoint> times(String name) {
        return node.path(name)
                .valueStream()
                .map(given -> new TimePoint(Fields.plain(given)))
                .toList();
    }

    private Optional<TimePoint> time(String name) {
        return Optional.ofNullable(node.get(name)).map(given -> new TimePoint(Fields.plain(given)));
    }
}
