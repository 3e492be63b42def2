package org.worthwhile.samples;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.worthwhile.exchange.AtomicFile;

/**
 * Makes the sample outcome datasets from a seed, so that the true effect in each is known. Run its main method to write
 * them again after a change.
 */
final class SampleDatasets {

    /** Emergency admissions for each 1,000 people at risk, from the year in which a district joins. */
    static final double FALLS_EFFECT = -32;

    /** Percentage points of persistent absence for each weekly session of a breakfast club. */
    static final double ABSENCE_EFFECT = -0.6;

    /** Pounds of arrears paid after a reminder letter. */
    static final double LETTER_EFFECT = 14;

    /** Collisions for each 100,000 people a year after a lower speed limit. */
    static final double SPEED_EFFECT = -9;

    /** Calls a month from when a helpline opens. */
    static final double HELPLINE_EFFECT = -55;

    /** Points of attainment of free meals at the threshold of entitlement. */
    static final double MEALS_EFFECT = 3;

    /** Points of wellbeing for each visit to a library a month. */
    static final double VISIT_EFFECT = 0.4;

    /** Pounds of earnings a month after job support. */
    static final double SUPPORT_EFFECT = 85;

    /** Percentage points of care leavers in work for each unit of mentoring, of housing and of training. */
    static final double[] LEAVER_EFFECTS = {1.5, 0.8, 2.2};

    private static final Path FOLDER = Path.of("sample-data");

    private SampleDatasets() {}

    public static void main(String[] arguments) {
        AtomicFile.write(FOLDER.resolve("falls-programme.csv"), falls());
        AtomicFile.write(FOLDER.resolve("school-absence.csv"), absence());
        AtomicFile.write(FOLDER.resolve("reminder-letters.csv"), letters());
        AtomicFile.write(FOLDER.resolve("speed-limit.csv"), speedLimit());
        AtomicFile.write(FOLDER.resolve("emergency-calls.csv"), emergencyCalls());
        AtomicFile.write(FOLDER.resolve("school-meals.csv"), schoolMeals());
        AtomicFile.write(FOLDER.resolve("library-visits.csv"), libraryVisits());
        AtomicFile.write(FOLDER.resolve("job-support.csv"), jobSupport());
        AtomicFile.write(FOLDER.resolve("care-leavers.csv"), careLeavers());
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

    /** 1,200 households in arrears, half of them written to at random within four districts. */
    static String letters() {
        Random random = new Random(20_261_126);
        StringBuilder csv = new StringBuilder("household,district,letter,arrears_before,paid\n");
        for (int household = 1; household <= 1200; household++) {
            double arrears = 180 + 60 * random.nextGaussian();
            int letter = household / 4 % 2;
            double paid = 20 + 0.2 * arrears + LETTER_EFFECT * letter + 40 * random.nextGaussian();
            csv.append(String.format(
                    Locale.ROOT, "H%04d,D%d,%d,%.2f,%.2f%n", household, household % 4, letter, arrears, paid));
        }
        return lines(csv);
    }

    /** 30 towns over 20 years; three lower their limit in 2018, and all follow two common currents. */
    static String speedLimit() {
        Random random = new Random(20_261_127);
        StringBuilder csv = new StringBuilder("town,year,lower_limit,collisions_rate\n");
        double[] current = new double[20];
        for (int t = 1; t < 20; t++) {
            current[t] = current[t - 1] + random.nextGaussian();
        }
        for (int town = 1; town <= 30; town++) {
            double level = 60 + 10 * random.nextGaussian();
            double follows = 0.5 + random.nextDouble();
            for (int t = 0; t < 20; t++) {
                int lower = town <= 3 && t >= 13 ? 1 : 0;
                double rate =
                        level - 0.4 * t + 3 * follows * current[t] + SPEED_EFFECT * lower + 1.2 * random.nextGaussian();
                csv.append(String.format(Locale.ROOT, "T%02d,%d,%d,%.2f%n", town, 2005 + t, lower, rate));
            }
        }
        return lines(csv);
    }

    /** 96 months of emergency calls with a season; a helpline opens after 60. */
    static String emergencyCalls() {
        Random random = new Random(20_261_128);
        StringBuilder csv = new StringBuilder("month,calls,helpline\n");
        for (int month = 1; month <= 96; month++) {
            int open = month > 60 ? 1 : 0;
            double calls = 900
                    + 1.5 * month
                    + 40 * StrictMath.cos(2 * Math.PI * month / 12)
                    + HELPLINE_EFFECT * open
                    + 12 * random.nextGaussian();
            csv.append(String.format(Locale.ROOT, "%d,%.0f,%d%n", month, calls, open));
        }
        return lines(csv);
    }

    /** 2,000 pupils by household income; meals are free below 16,190 a year. */
    static String schoolMeals() {
        Random random = new Random(20_261_129);
        StringBuilder csv = new StringBuilder("pupil,income_above_threshold,prior_attainment,attainment\n");
        for (int pupil = 1; pupil <= 2000; pupil++) {
            double income = 9000 * random.nextGaussian() + 2000;
            double prior = 100 + income / 3000 + 8 * random.nextGaussian();
            // Above the threshold meals are not free, so that crossing it costs the effect.
            double attainment = 20 + 0.8 * prior + (income >= 0 ? -MEALS_EFFECT : 0) + 5 * random.nextGaussian();
            csv.append(String.format(Locale.ROOT, "P%04d,%.0f,%.1f,%.2f%n", pupil, income, prior, attainment));
        }
        return lines(csv);
    }

    /** 1,500 residents; living near a library moves visits, and so does an unseen liking for going out. */
    static String libraryVisits() {
        Random random = new Random(20_261_130);
        StringBuilder csv = new StringBuilder("resident,near_library,age,visits,wellbeing\n");
        for (int resident = 1; resident <= 1500; resident++) {
            int near = random.nextInt(2);
            double age = 20 + 60 * random.nextDouble();
            double outgoing = random.nextGaussian();
            double visits = 2 + 1.4 * near + 0.02 * age + outgoing + random.nextGaussian();
            double wellbeing = 50 + VISIT_EFFECT * visits + 0.05 * age + 2 * outgoing + 2 * random.nextGaussian();
            csv.append(String.format(Locale.ROOT, "R%04d,%d,%.0f,%.2f,%.2f%n", resident, near, age, visits, wellbeing));
        }
        return lines(csv);
    }

    /** 1,600 job seekers; those longer out of work and with fewer years of school get support more often. */
    static String jobSupport() {
        Random random = new Random(20_261_201);
        StringBuilder csv = new StringBuilder("seeker,support,months_out,school_years,region,earnings\n");
        String[] regions = {"east", "north", "south"};
        for (int seeker = 1; seeker <= 1600; seeker++) {
            double months = Math.max(0, 10 + 6 * random.nextGaussian());
            double school = 11 + 2 * random.nextGaussian();
            int region = random.nextInt(3);
            double odds = StrictMath.exp(-0.6 + 0.08 * (months - 10) - 0.2 * (school - 11) + 0.2 * region);
            int support = random.nextDouble() < odds / (1 + odds) ? 1 : 0;
            double earnings = 900
                    - 14 * months
                    + 60 * school
                    + 30 * region
                    + SUPPORT_EFFECT * support
                    + 150 * random.nextGaussian();
            csv.append(String.format(
                    Locale.ROOT,
                    "J%04d,%d,%.1f,%.1f,%s,%.0f%n",
                    seeker,
                    support,
                    months,
                    school,
                    regions[region],
                    earnings));
        }
        return lines(csv);
    }

    /** 60 areas over six years; mentoring, housing and training grow together, each with a known effect. */
    static String careLeavers() {
        Random random = new Random(20_261_202);
        StringBuilder csv = new StringBuilder("area,year,mentoring,housing,training,in_work\n");
        for (int area = 1; area <= 60; area++) {
            double level = 45 + 5 * random.nextGaussian();
            double drive = random.nextDouble();
            for (int t = 0; t < 6; t++) {
                double mentoring = Math.max(0, drive * t + 0.4 * random.nextGaussian());
                double housing = Math.max(0, 0.6 * drive * t + 0.5 * random.nextGaussian());
                double training = Math.max(0, (1 - drive) * t * 0.7 + 0.4 * random.nextGaussian());
                double work = level
                        + 0.3 * t
                        + LEAVER_EFFECTS[0] * mentoring
                        + LEAVER_EFFECTS[1] * housing
                        + LEAVER_EFFECTS[2] * training
                        + 1.5 * random.nextGaussian();
                csv.append(String.format(
                        Locale.ROOT,
                        "A%02d,%d,%.2f,%.2f,%.2f,%.2f%n",
                        area,
                        2019 + t,
                        mentoring,
                        housing,
                        training,
                        work));
            }
        }
        return lines(csv);
    }

    private static String lines(StringBuilder csv) {
        return csv.toString().replace(System.lineSeparator(), "\n");
    }
}
