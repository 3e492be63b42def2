package org.worthwhile.samples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.worthwhile.exchange.WholeFile;

/**
 * Makes the sample outcome datasets from a seed, so that the true effect in each is known. Run its main method to write
 * them again after a change.
 */
final class SampleDatasets {

    /** Emergency admissions for each 1,000 people at risk, from the year in which a district joins. */
    static final double FALLS_EFFECT = -32;

    /** Percentage points of persistent absence for each weekly session of a breakfast club. */
    static final double ABSENCE_EFFECT = -0.6;

    private static final Path FOLDER = Path.of("sample-data");

    private SampleDatasets() {}

    public static void main(String[] arguments) {
        WholeFile.write(FOLDER.resolve("falls-programme.csv"), falls());
        WholeFile.write(FOLDER.resolve("school-absence.csv"), absence());
    }

    /** 120 districts over nine years; 30 join in 2021, 30 in 2023 and the others never. */
    static String falls() {
        Random random = new Random(20_261_124);
        StringBuilder csv = new StringBuilder("district,year,joined,admissions_rate,over_75_share\n");
        for (int district = 1; district <= 120; district++) {
            int joined = district <= 30 ? 2021 : district <= 60 ? 2023 : 0;
            double level = 210 + 25 * random.nextGaussian() + (joined > 0 ? 12 : 0);
            double older = 0.38 + 0.05 * random.nextGaussian();
            for (int year = 2017; year <= 2025; year++) {
                double trend = 2.5 * (year - 2017) + (year == 2020 ? -18 : 0);
                double effect = joined > 0 && year >= joined ? FALLS_EFFECT : 0;
                double rate = level + trend + effect + 14 * random.nextGaussian();
                csv.append(String.format(Locale.ROOT, "D%03d,%d,%d,%.1f,%.3f%n", district, year, joined, rate, older));
            }
        }
        return csv.toString().replace(System.lineSeparator(), "\n");
    }

    /** 150 schools over six years; sessions follow need, so that schools with many had more absence before them. */
    static String absence() {
        Random random = new Random(20_261_125);
        StringBuilder csv = new StringBuilder("school,school_year,sessions,persistent_absence,pupils\n");
        for (int school = 1; school <= 150; school++) {
            double need = random.nextGaussian();
            int pupils = 180 + random.nextInt(900);
            for (int year = 2020; year <= 2025; year++) {
                double sessions =
                        Math.max(0, Math.rint(2.2 + 1.1 * need + 0.25 * (year - 2020) + random.nextGaussian()));
                double rate =
                        19 + 3 * need + 0.8 * (year - 2020) + ABSENCE_EFFECT * sessions + 1.6 * random.nextGaussian();
                csv.append(String.format(
                        Locale.ROOT,
                        "S%03d,%d/%02d,%.0f,%.2f,%d%n",
                        school,
                        year,
                        (year + 1) % 100,
                        sessions,
                        rate,
                        pupils));
            }
        }
        return csv.toString().replace(System.lineSeparator(), "\n");
    }
}
