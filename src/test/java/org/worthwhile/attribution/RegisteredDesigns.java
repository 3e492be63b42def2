package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every design and estimator with data that it can answer. What is registered here is put through every transformation of
 * {@link InvarianceTest}; a new design or estimator is added by one entry.
 */
final class RegisteredDesigns {

    private static final Pattern PERIOD = Pattern.compile("\\{period (\\d+)}");

    private RegisteredDesigns() {}

    /** What theory does not leave unchanged for an entry, with the reason where the entry is made. */
    enum Exempt {
        /** The design draws at random by row or by unit in the order of the file. */
        ROW_ORDER,
        /** The outcome is a count, which no factor leaves one. */
        OUTCOME_IS_COUNTED,
        /** The bandwidth of a fuzzy discontinuity is that of rdrobust, in which the outcome's level has a part. */
        OUTCOME_LEVEL,
        /** The estimate is a share of the outcome's variance. */
        OUTCOME_UNIT
    }

    /**
     * An entry.
     *
     * @param study what follows the format, id and data of a study, in which {period 16} stands for that period as the data have it
     * @param unit the column of units; empty where there is none
     * @param times columns of periods 0, 1, 2 and so on, and of starts among them, where -1 means never
     */
    record Registered(String name, String study, Dataset data, String unit, List<String> times, Set<Exempt> exempt) {

        Attribution answer(Dataset of) {
            return Attributor.attribute(StudyCases.of(study(of), of));
        }

        String study(Dataset of) {
            return PERIOD.matcher(study)
                    .replaceAll(found -> '"' + text(of, times.getFirst(), Integer.parseInt(found.group(1))) + '"');
        }

        private static String text(Dataset of, String time, int period) {
            Column column = of.column(time).orElseThrow();
            return switch (column) {
                case Column.Numeric numbers ->
                    numbers.scale()
                            .text(Arrays.stream(numbers.values())
                                    .sorted()
                                    .distinct()
                                    .skip(period)
                                    .findFirst()
                                    .orElseThrow());
                case Column.Categorical texts ->
                    texts.levels().stream().sorted().skip(period).findFirst().orElseThrow();
            };
        }
    }

    static List<Registered> all() {
        List<Registered> all = new ArrayList<>();
        differences(all);
        synthetic(all);
        series(all);
        panel(all);
        crossSections(all);
        causes(all);
        return all;
    }

    private static void differences(List<Registered> all) {
        String panel = """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatmentStart": "g"%s}, "options": {%s}""";
        Dataset balanced = staggered(1, 0);
        Dataset gaps = staggered(2, 0.05);
        for (Dataset data : List.of(balanced, gaps)) {
            String kind = data == balanced ? "balanced" : "unbalanced";
            add(all, "group-time " + kind, panel.formatted("", "\"draws\": 50"), data, "unit", "t", "g");
            add(
                    all,
                    "group-time with a covariate, not yet treated, anticipation, " + kind,
                    panel.formatted(
                            ", \"covariates\": [\"x\"]",
                            "\"control\": \"not-yet-treated\", \"anticipation\": 1, \"aggregate\": \"event\", \"draws\": 50"),
                    data,
                    "unit",
                    "t",
                    "g");
            add(
                    all,
                    "two-way " + kind,
                    panel.formatted(", \"covariates\": [\"x\"]", "\"estimator\": \"twoway-fixed-effects\""),
                    data,
                    "unit",
                    "t",
                    "g");
            add(
                    all,
                    "two-way with anticipation, " + kind,
                    panel.formatted("", "\"estimator\": \"twoway-fixed-effects\", \"anticipation\": 1"),
                    data,
                    "unit",
                    "t",
                    "g");
            add(
                    all,
                    "imputation " + kind,
                    panel.formatted("", "\"estimator\": \"imputation\""),
                    data,
                    "unit",
                    "t",
                    "g");
        }
        add(all, "group-time of cross-sections", """
                "design": "difference-in-differences",
                "columns": {"outcome": "y", "time": "t", "treatmentStart": "g"}, "options": {"draws": 50}""", balanced, "", "t", "g");
    }

    private static void synthetic(List<Registered> all) {
        String study = """
                "design": "synthetic-control",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatment": "d"},
                "options": {"estimator": "%s", "inference": "%s", "draws": 60}""";
        for (String estimator : List.of("synthetic-did", "synthetic-control", "did")) {
            // Controls of equal weight follow the treated only where all move alike.
            double spread = estimator.equals("did") ? 0 : 0.3;
            Dataset one = block(3, 1, spread);
            Dataset several = block(4, 4, spread);
            add(all, estimator + " with placebos", study.formatted(estimator, "placebo"), one, "unit", "t");
            add(all, estimator + " of several", study.formatted(estimator, "placebo"), several, "unit", "t");
            add(all, estimator + " with the jackknife", study.formatted(estimator, "jackknife"), several, "unit", "t");
        }
        add(all, "did with the bootstrap", study.formatted("did", "bootstrap"), block(4, 4, 0), "unit", "t");
    }

    private static void series(List<Registered> all) {
        String study = """
                "design": "interrupted-time-series",
                "columns": {"outcome": "y", "time": "t", "treatment": "d", "covariates": ["x"]},
                "options": {"estimator": "%s", "draws": 200, "period": 4, "harmonics": %d}""";
        Dataset whole = interrupted(5, false);
        Dataset gap = interrupted(5, true);
        add(all, "segmented", study.formatted("segmented", 1), whole, "", "t");
        add(
                all,
                "segmented with another interruption",
                study.formatted("segmented", 1).replace("\"period\"", "\"interruptions\": [{period 14}], \"period\""),
                whole,
                "",
                "t");
        add(
                all,
                "segmented from a start",
                study.formatted("segmented", 1)
                        .replace(", \"treatment\": \"d\"", "")
                        .replace("\"period\"", "\"start\": {period 28}, \"period\""),
                whole,
                "",
                "t");
        add(all, "segmented with a gap", study.formatted("segmented", 0), gap, "", "t");
        add(
                all,
                "segmented beside others",
                study.formatted("segmented", 1).replace("\"time\"", "\"unit\": \"unit\", \"time\""),
                besideOthers(12),
                "unit",
                "t");
        for (String family : List.of("poisson", "negative-binomial")) {
            add(
                    all,
                    EnumSet.of(Exempt.OUTCOME_IS_COUNTED),
                    family,
                    study.formatted("segmented", 1).replace("\"draws\"", "\"family\": \"" + family + "\", \"draws\""),
                    counted(13),
                    "",
                    "t");
        }
        add(all, "bayesian structural", study.formatted("bayesian-structural", 1), whole, "", "t");
        add(all, "bayesian structural with a gap", study.formatted("bayesian-structural", 1), gap, "", "t");
    }

    private static void panel(List<Registered> all) {
        String study = """
                "design": "panel-regression",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "treatment": "d", "covariates": ["x"]%s},
                "options": {%s}""";
        Dataset data = staggered(6, 0.05);
        add(all, "fixed effects", study.formatted(", \"fixedEffects\": [\"unit\", \"t\"]", ""), data, "unit", "t");
        add(all, "least squares", study.formatted(", \"cluster\": \"unit\"", ""), data, "unit", "t");
        add(all, "random effects", study.formatted("", "\"estimator\": \"random-effects\""), data, "unit", "t");
        add(all, "first differences", study.formatted("", "\"estimator\": \"first-differences\""), data, "unit", "t");
        for (String variance : List.of("driscoll-kraay", "newey-west")) {
            add(
                    all,
                    variance,
                    study.formatted(", \"fixedEffects\": [\"unit\"]", "\"lag\": 2, \"variance\": \"" + variance + "\""),
                    data,
                    "unit",
                    "t");
        }
    }

    private static void crossSections(List<Registered> all) {
        Dataset data = crossSection(7);
        add(all, "trial", """
                "design": "randomised-trial",
                "columns": {"outcome": "y", "treatment": "d", "covariates": ["x"]}, "options": {"draws": 50}""", data, "");
        add(all, "discontinuity", """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"}""", data, "");
        for (String options :
                List.of("\"inference\": \"honest\"", "\"inference\": \"local-randomisation\", \"draws\": 999")) {
            boolean drawn = options.contains("local");
            add(
                    all,
                    drawn ? EnumSet.of(Exempt.ROW_ORDER) : EnumSet.noneOf(Exempt.class),
                    "discontinuity " + options,
                    """
                    "design": "regression-discontinuity",
                    "columns": {"outcome": "y", "runningVariable": "r", "covariates": ["x"]}, "options": {%s}""".formatted(options),
                    data,
                    "");
        }
        add(all, EnumSet.of(Exempt.OUTCOME_LEVEL), "fuzzy discontinuity", """
                "design": "regression-discontinuity", "columns": {"outcome": "y", "runningVariable": "r"},
                "options": {"fuzzy": "over"}""", data, "");
        for (String estimator : List.of("2sls", "liml")) {
            add(all, estimator, """
                    "design": "instrumental-variable",
                    "columns": {"outcome": "y", "treatment": "taken", "instruments": ["d", "z"], "covariates": ["x"]},
                    "options": {"estimator": "%s"}""".formatted(estimator), data, "");
        }
        for (String estimator : List.of("aipw", "ipw", "regression", "entropy-balancing")) {
            add(all, estimator, """
                    "design": "observational",
                    "columns": {"outcome": "y", "treatment": "chosen", "covariates": ["x", "z"]},
                    "options": {"estimator": "%s", "draws": 50}""".formatted(estimator), data, "");
        }
        add(all, "matching", """
                    "design": "observational",
                    "columns": {"outcome": "y", "treatment": "rare", "covariates": ["x", "z"]},
                    "options": {"estimator": "matching"}""", data, "");
        for (String options : List.of(
                "\"estimator\": \"matching\", \"replace\": true, \"distance\": \"mahalanobis\"",
                "\"estimator\": \"matching\", \"replace\": true, \"exact\": [\"d\"]",
                "\"estimator\": \"ipw\", \"estimand\": \"overlap\"")) {
            add(all, options, """
                    "design": "observational",
                    "columns": {"outcome": "y", "treatment": "chosen", "covariates": ["x", "z", "d"]},
                    "options": {%s}""".formatted(options), data, "");
        }
    }

    private static void causes(List<Registered> all) {
        Dataset data = staggered(8, 0);
        add(all, EnumSet.of(Exempt.ROW_ORDER), "shapley", """
                "design": "many-causes",
                "columns": {"outcome": "y", "unit": "unit", "time": "t", "causes": ["d", "x"]},
                "options": {"draws": 20}""", data, "unit", "t");
        add(all, EnumSet.of(Exempt.ROW_ORDER), "oaxaca-blinder", """
                "design": "many-causes", "columns": {"outcome": "y", "treatment": "chosen", "causes": ["x", "z"]},
                "options": {"estimator": "oaxaca-blinder", "draws": 20}""", crossSection(9), "");
        add(all, EnumSet.of(Exempt.ROW_ORDER, Exempt.OUTCOME_UNIT), "lmg", """
                "design": "many-causes", "columns": {"outcome": "y", "causes": ["x", "z"]},
                "options": {"estimator": "lmg", "draws": 20}""", crossSection(9), "");
    }

    private static void add(
            List<Registered> all, String name, String study, Dataset data, String unit, String... times) {
        add(all, EnumSet.noneOf(Exempt.class), name, study, data, unit, times);
    }

    private static void add(
            List<Registered> all,
            Set<Exempt> exempt,
            String name,
            String study,
            Dataset data,
            String unit,
            String... times) {
        all.add(new Registered(name, study, data, unit, List.of(times), exempt));
    }

    /** 42 units in 10 periods, a third treated from period 4, a third from 6, with a share of cells not observed. */
    private static Dataset staggered(long seed, double absent) {
        Random random = new Random(seed);
        Rows rows = new Rows("unit", "t", "g", "d", "x", "y");
        for (int unit = 0; unit < 42; unit++) {
            int start = unit % 3 == 0 ? -1 : unit % 3 == 1 ? 4 : 6;
            double level = random.nextGaussian();
            for (int t = 0; t < 10; t++) {
                double x = 0.3 * level + random.nextGaussian();
                double treated = start >= 0 && t >= start ? 1 : 0;
                double y = 20 + level + 0.2 * t + 0.5 * x + 2 * treated + random.nextGaussian();
                if (random.nextDouble() >= absent) {
                    rows.add(unit, t, start, treated, x, y);
                }
            }
        }
        return rows.dataset();
    }

    /** 14 controls in 12 periods, and some treated from period 8 on. */
    private static Dataset block(long seed, int treatedUnits, double spread) {
        Random random = new Random(seed);
        Rows rows = new Rows("unit", "t", "d", "y");
        double[] common = new double[12];
        Arrays.setAll(common, t -> 0.5 * t + random.nextGaussian());
        for (int unit = 0; unit < 14 + treatedUnits; unit++) {
            double level = 20 + random.nextGaussian();
            double load = 1 + spread * random.nextGaussian();
            for (int t = 0; t < 12; t++) {
                double treated = unit >= 14 && t >= 8 ? 1 : 0;
                rows.add(unit, t, treated, level + load * common[t] + 3 * treated + 0.3 * random.nextGaussian());
            }
        }
        return rows.dataset();
    }

    /** 44 periods with a season of 4 and a control series, interrupted at 28. */
    private static Dataset interrupted(long seed, boolean gap) {
        Random random = new Random(seed);
        Rows rows = new Rows("t", "d", "x", "y");
        for (int t = 0; t < 44; t++) {
            double treated = t >= 28 ? 1 : 0;
            double x = random.nextGaussian();
            double y = 30 + 0.1 * t + (t % 4) + 0.5 * x + 4 * treated + 0.5 * random.nextGaussian();
            if (!gap || (t != 11 && t != 12 && t != 33)) {
                rows.add(t, treated, x, y);
            }
        }
        return rows.dataset();
    }

    /** The last of four series, interrupted at 28. */
    private static Dataset besideOthers(long seed) {
        Random random = new Random(seed);
        Rows rows = new Rows("unit", "t", "d", "x", "y");
        for (int unit = 0; unit < 4; unit++) {
            for (int t = 0; t < 44; t++) {
                double treated = unit == 3 && t >= 28 ? 1 : 0;
                double x = random.nextGaussian();
                double y = 30 + unit + 0.1 * t + (t % 4) + 0.5 * x + 4 * treated + 0.5 * random.nextGaussian();
                rows.add(unit, t, treated, x, y);
            }
        }
        return rows.dataset();
    }

    /** Counts about 20 to 50, interrupted at 28. */
    private static Dataset counted(long seed) {
        Random random = new Random(seed);
        Rows rows = new Rows("t", "d", "x", "y");
        for (int t = 0; t < 44; t++) {
            double x = random.nextGaussian();
            double mean = 30 + 0.2 * t + 3 * (t % 4) + 2 * x - (t >= 28 ? 10 : 0);
            rows.add(t, t >= 28 ? 1 : 0, x, Math.max(0, Math.rint(mean + 8 * random.nextGaussian())));
        }
        return rows.dataset();
    }

    private static Dataset crossSection(long seed) {
        Random random = new Random(seed);
        Rows rows = new Rows("d", "x", "z", "r", "over", "taken", "chosen", "rare", "y");
        for (int row = 0; row < 400; row++) {
            double d = row % 2;
            double x = random.nextGaussian();
            double z = random.nextGaussian();
            double r = 2 * random.nextDouble() - 1;
            double taken = 0.8 * d + 0.5 * z + 0.3 * x + random.nextGaussian();
            double chosen = 0.5 * x + random.nextGaussian() > 0 ? 1 : 0;
            double y = 10
                    + x
                    + 0.3 * z
                    + 2 * d
                    + 1.5 * (r >= 0 ? 1 : 0)
                    + r
                    + 0.7 * taken
                    + chosen
                    + random.nextGaussian();
            double over = (r >= 0 ? 0.8 : 0.1) > random.nextDouble() ? 1 : 0;
            rows.add(d, x, z, r, over, taken, chosen, z > 0 ? chosen : 0, y);
        }
        return rows.dataset();
    }

    /** Rows as they are made. */
    private static final class Rows {

        private final List<String> names;
        private final List<double[]> rows = new ArrayList<>();

        Rows(String... names) {
            this.names = List.of(names);
        }

        void add(double... values) {
            rows.add(values);
        }

        Dataset dataset() {
            List<Column> columns = new ArrayList<>();
            for (int j = 0; j < names.size(); j++) {
                int column = j;
                columns.add(new Column.Numeric(
                        names.get(j),
                        rows.stream().mapToDouble(row -> row[column]).toArray()));
            }
            return new Dataset("made", columns, rows.size(), "");
        }
    }
}
