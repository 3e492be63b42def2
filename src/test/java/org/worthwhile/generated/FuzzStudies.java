package org.worthwhile.generated;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A small panel that every design can be put to, and a study of each design and estimator. */
final class FuzzStudies {

    private static final String NAMED = """
            {"format": "worthwhile-study/1", "id": "s", "data": {"path": "data.csv"%s}, "design": "%s", "columns": {"outcome": "y", %s}, "options": {%s}}""";

    static final List<String> ALL = List.of(
            study("randomised-trial", "\"treatment\": \"d\", \"covariates\": [\"x\", \"kind\"]", "\"draws\": 20"),
            study(
                    "randomised-trial",
                    "\"treatment\": \"d\", \"cluster\": \"unit\", \"strata\": \"kind\"",
                    "\"draws\": 20"),
            study("difference-in-differences", panel("start"), "\"draws\": 20"),
            study("difference-in-differences", panel("start"), "\"estimator\": \"imputation\", \"draws\": 20"),
            study(
                    "difference-in-differences",
                    panel("start"),
                    "\"control\": \"not-yet-treated\", \"aggregate\": \"event\", \"anticipation\": 1, \"draws\": 20"),
            study(
                    "difference-in-differences",
                    "\"unit\": \"unit\", \"time\": \"time\", \"treatment\": \"d\", \"covariates\": [\"x\"]",
                    "\"estimator\": \"twoway-fixed-effects\", \"draws\": 20"),
            study("synthetic-control", treated(), "\"draws\": 10"),
            study("synthetic-control", treated(), "\"estimator\": \"synthetic-control\", \"draws\": 10"),
            study("synthetic-control", treated(), "\"estimator\": \"did\", \"inference\": \"jackknife\""),
            series("\"estimator\": \"segmented\", \"start\": 9"),
            series("\"estimator\": \"bayesian-structural\", \"start\": 9, \"draws\": 20"),
            study("regression-discontinuity", "\"runningVariable\": \"x\"", "\"cutoff\": 0.1"),
            study(
                    "regression-discontinuity",
                    "\"runningVariable\": \"x\", \"covariates\": [\"z\"]",
                    "\"fuzzy\": \"d\""),
            study("instrumental-variable", "\"treatment\": \"x\", \"instruments\": [\"z\", \"weight\"]", ""),
            study(
                    "instrumental-variable",
                    "\"treatment\": \"x\", \"instruments\": [\"z\", \"weight\"], \"cluster\": \"unit\"",
                    "\"estimator\": \"liml\""),
            observational("aipw"),
            observational("ipw"),
            observational("matching"),
            observational("regression"),
            observational("entropy-balancing"),
            study(
                    "panel-regression",
                    "\"treatment\": \"x\", \"fixedEffects\": [\"unit\", \"time\"], \"cluster\": \"unit\", \"weight\": \"weight\"",
                    ""),
            study(
                    "panel-regression",
                    "\"unit\": \"unit\", \"time\": \"time\", \"treatment\": \"x\"",
                    "\"estimator\": \"random-effects\""),
            study(
                    "panel-regression",
                    "\"unit\": \"unit\", \"time\": \"time\", \"treatment\": \"x\"",
                    "\"variance\": \"driscoll-kraay\""),
            study("many-causes", "\"time\": \"time\", \"unit\": \"unit\", \"causes\": [\"x\", \"z\"]", "\"draws\": 10"),
            study(
                    "many-causes",
                    "\"treatment\": \"d\", \"causes\": [\"x\", \"z\"]",
                    "\"estimator\": \"oaxaca-blinder\", \"draws\": 10"));

    private FuzzStudies() {}

    private static String study(String design, String columns, String options) {
        return String.format(Locale.ROOT, NAMED, "", design, columns, options);
    }

    private static String series(String options) {
        return String.format(
                Locale.ROOT,
                NAMED,
                ", \"where\": {\"unit\": \"u1\"}",
                "interrupted-time-series",
                "\"time\": \"time\"",
                options);
    }

    private static String observational(String estimator) {
        return study(
                "observational",
                "\"treatment\": \"d\", \"covariates\": [\"x\", \"kind\"]",
                "\"estimator\": \"" + estimator + "\", \"draws\": 10");
    }

    private static String panel(String start) {
        return "\"unit\": \"unit\", \"time\": \"time\", \"treatmentStart\": \"" + start + "\"";
    }

    private static String treated() {
        return "\"unit\": \"unit\", \"time\": \"time\", \"treatment\": \"d\"";
    }

    /** Ten units at sixteen times; two begin treatment at time 9 and two at time 12. */
    static String panel(Random random) {
        StringBuilder csv = new StringBuilder("unit,time,y,d,start,x,z,kind,weight\n");
        for (int unit = 1; unit <= 10; unit++) {
            int start = unit <= 2 ? 9 : unit <= 4 ? 12 : 0;
            double level = 20 + 3 * random.nextGaussian();
            for (int time = 1; time <= 16; time++) {
                int treated = start > 0 && time >= start ? 1 : 0;
                double z = random.nextGaussian();
                double x = 0.8 * z + random.nextGaussian();
                double y = level + 0.3 * time + 2 * treated + x + random.nextGaussian();
                csv.append(String.format(
                        Locale.ROOT,
                        "u%d,%d,%.4f,%d,%d,%.4f,%.4f,%s,%.2f%n",
                        unit,
                        time,
                        y,
                        treated,
                        start,
                        x,
                        z,
                        "abc".charAt(random.nextInt(3)),
                        1 + random.nextDouble()));
            }
        }
        return csv.toString().replace("\r", "");
    }
}
