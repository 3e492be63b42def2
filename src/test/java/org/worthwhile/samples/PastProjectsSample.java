package org.worthwhile.samples;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.worthwhile.exchange.AtomicFile;

/** Makes the sample track record from a seed, so that its truth is known. Run its main method to write it again after a change. */
final class PastProjectsSample {

    /** The ratio of outcome to forecast that half of the projects of a kind stay below: capital cost, duration and take-up. */
    record Truth(String kind, int projects, double cost, double duration, double takeUp) {}

    static final List<Truth> TRUTHS = List.of(
            new Truth("road", 12, 1.25, 1.2, 0.95),
            new Truth("building", 9, 1.1, 1.15, 0.9),
            new Truth("digital", 7, 1.5, 1.4, 0.7));

    /** The standard deviation of log ratios between projects of a kind. */
    static final double COST_SPREAD = 0.2;

    static final double DURATION_SPREAD = 0.15;
    static final double TAKE_UP_SPREAD = 0.25;

    private PastProjectsSample() {}

    public static void main(String[] arguments) {
        AtomicFile.write(Path.of("sample-data", "county-projects.csv"), projects());
        AtomicFile.write(Path.of("sample-data", "county-probabilities.csv"), probabilities());
    }

    /** Forecast costs of roads contain 15% of optimism bias; forecast and outcome are at the prices of the year of approval. */
    static String projects() {
        Random random = new Random(20_261_128);
        StringBuilder csv = new StringBuilder(
                "project,kind,measure,forecast,outcome,included_uplift,forecast_prices,outcome_prices\n");
        for (Truth truth : TRUTHS) {
            for (int i = 1; i <= truth.projects(); i++) {
                String project = String.format(Locale.ROOT, "%s %d", truth.kind(), i);
                int year = 2012 + random.nextInt(6);
                double included = truth.kind().equals("road") ? 0.15 : 0;
                double base = Math.rint(5 + 95 * random.nextDouble()) * 100_000;
                double cost = base * truth.cost() * Math.exp(COST_SPREAD * random.nextGaussian());
                row(csv, project, truth, "capital-cost", base * (1 + included), cost, included + "", year);
                double months = 12 + random.nextInt(36);
                double taken = months * truth.duration() * Math.exp(DURATION_SPREAD * random.nextGaussian());
                row(csv, project, truth, "duration", months, taken, "", 0);
                if (i % 2 == 0 || truth.kind().equals("digital")) {
                    double users = Math.rint(10 + 190 * random.nextDouble()) * 100;
                    double found = users * truth.takeUp() * Math.exp(TAKE_UP_SPREAD * random.nextGaussian());
                    row(csv, project, truth, "take-up", users, found, "", 0);
                }
            }
        }
        return csv.toString();
    }

    private static void row(
            StringBuilder csv,
            String project,
            Truth truth,
            String measure,
            double forecast,
            double outcome,
            String included,
            int year) {
        String prices = year == 0 ? "" : String.format(Locale.ROOT, "%d/%02d", year, (year + 1) % 100);
        csv.append(String.format(
                Locale.ROOT,
                "%s,%s,%s,%.0f,%.0f,%s,%s,%s\n",
                project,
                truth.kind(),
                measure,
                forecast,
                outcome,
                included,
                prices,
                prices));
    }

    /** Risks of 120 projects, each said in tenths; the chance that it happens lies halfway between what was said and one half. */
    static String probabilities() {
        Random random = new Random(20_261_129);
        StringBuilder csv = new StringBuilder("risk,probability,happened\n");
        for (int i = 1; i <= 120; i++) {
            double said = (1 + random.nextInt(9)) / 10.0;
            boolean happened = random.nextDouble() < (said + 0.5) / 2;
            csv.append(String.format(Locale.ROOT, "risk %d,%.1f,%s\n", i, said, happened ? "yes" : "no"));
        }
        return csv.toString();
    }
}
