package org.worthwhile.proposal;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a quantity is counted in, as far as the words that an analyst writes tell it. Units are free text, so that only those
 * of which both are known are compared; of all others nothing is said.
 *
 * @param measure what is counted
 * @param size how many of the measure's own unit one of it is: kilograms, hours, kilowatt-hours, kilometres, pence, per cent or
 *     single things
 * @param hours how long each lasts, for people and homes over a time, such as person-weeks; a year where no time is named,
 *     since quantities are those of a year
 */
public record CountedUnit(Measure measure, double size, double hours) {

    private static final double HOURS_OF_A_YEAR = 8766;
    private static final double ROUNDING = 1e-9;

    /** What can be counted. */
    public enum Measure {
        PEOPLE,
        HOMES,
        /** Things that happen or are done, one by one. */
        EVENTS,
        /** Years of life adjusted for their quality. */
        QALYS,
        /** Years of life lost or lived with a disability. */
        DALYS,
        /** Points of life satisfaction for a person and a year. */
        WELLBYS,
        MASS,
        TIME,
        ENERGY,
        DISTANCE,
        MONEY,
        PERCENT;

        private boolean lasts() {
            return this == PEOPLE || this == HOMES;
        }
    }

    private static final Map<String, Double> HOURS = Map.of(
            "minute", 1.0 / 60, "hour", 1.0, "day", 24.0, "week", 168.0, "month", 730.5, "year", HOURS_OF_A_YEAR);

    private static final Map<Measure, Map<String, Double>> WORDS = Map.ofEntries(
            entry(
                    Measure.PEOPLE,
                    singles(
                            "person, individual, adult, child, pupil, student, learner, apprentice, resident, participant,"
                                    + " patient, client, user, service user, customer, claimant, victim, worker, employee, carer,"
                                    + " tenant, rough sleeper, older person, young person")),
            entry(Measure.HOMES, singles("household, home, dwelling, family")),
            entry(
                    Measure.EVENTS,
                    singles("event, incident, crime, offence, admission, episode, attendance, visit, call-out, callout,"
                            + " consultation, appointment, contact, session, trip, journey, eviction, repossession, fatality,"
                            + " death, fall, fire, collision, arrest, claim, application, referral")),
            entry(
                    Measure.QALYS,
                    singles(
                            "qaly, quality-adjusted life year, quality-adjusted life-year, quality adjusted life year")),
            entry(
                    Measure.DALYS,
                    singles("daly, disability-adjusted life year, disability-adjusted life-year,"
                            + " disability adjusted life year")),
            entry(
                    Measure.WELLBYS,
                    singles("wellby, wellbeing-adjusted life year, wellbeing-adjusted life-year,"
                            + " wellbeing adjusted life year, life satisfaction point-year")),
            entry(
                    Measure.MASS,
                    Map.of("g", 0.001, "gram", 0.001, "kg", 1.0, "kilogram", 1.0, "tonne", 1000.0, "t", 1000.0)),
            entry(Measure.TIME, HOURS),
            entry(
                    Measure.ENERGY,
                    Map.of("kwh", 1.0, "kilowatt-hour", 1.0, "mwh", 1e3, "megawatt-hour", 1e3, "gwh", 1e6)),
            entry(Measure.DISTANCE, Map.of("km", 1.0, "kilometre", 1.0, "mile", 1.609344)),
            entry(Measure.MONEY, Map.of("£", 100.0, "pound", 100.0, "gbp", 100.0, "pence", 1.0, "penny", 1.0)),
            entry(Measure.PERCENT, Map.of("%", 1.0, "per cent", 1.0, "percent", 1.0, "percentage point", 1.0)));

    private static final Map<String, Double> MULTIPLES =
            Map.of("thousand", 1e3, "1,000", 1e3, "1000", 1e3, "million", 1e6, "1,000,000", 1e6);

    private static final List<Plural> PLURALS = List.of(
            new Plural(Pattern.compile("people$"), "person"),
            new Plural(Pattern.compile("children$"), "child"),
            new Plural(Pattern.compile("families$"), "family"),
            new Plural(Pattern.compile("tonnes\\b"), "tonne"),
            new Plural(Pattern.compile("kilograms\\b"), "kilogram"),
            new Plural(Pattern.compile("([a-z]{2})s$"), "$1"));
    private static final Pattern ARTICLE = Pattern.compile("^(?:per|one|an?) ");
    private static final Pattern COUNT = Pattern.compile("(thousand|million|1,?000(?:,?000)?) (.+)");
    private static final Pattern EACH_YEAR = Pattern.compile("(.+?)(?: per year| a year| each year|/year| annually)");
    private static final Pattern OVER_TIME = Pattern.compile("(.+)[- ](minute|hour|day|week|month|year)");
    private static final Pattern GREENHOUSE_GAS = Pattern.compile("(.+?)(?: of)? co(?:2|₂)(?:-?e(?:q)?)?");

    /** Of a unit in words; empty where they are not known. */
    public static Optional<CountedUnit> of(String words) {
        return known(
                singular(ARTICLE.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceFirst("")));
    }

    /**
     * Whether two units in words are the same: of things, by the same words, since a fall is no fire though both are events; of
     * what is measured or paid, also by other words for as much of the same.
     */
    public static boolean areSame(String one, String other) {
        return words(one).equals(words(other))
                || of(one).flatMap(known -> of(other)
                                .map(with -> known.isMeasured() && with.isMeasured() && !known.differsFrom(with)))
                        .orElse(false);
    }

    private boolean isMeasured() {
        return !measure.lasts() && measure != Measure.EVENTS;
    }

    /** As units are compared: in the singular, for each, in a year where no other time is named. */
    private static String words(String unit) {
        String words =
                singular(ARTICLE.matcher(unit.strip().toLowerCase(Locale.ROOT)).replaceFirst(""));
        Matcher eachYear = EACH_YEAR.matcher(words);
        return eachYear.matches() ? singular(eachYear.group(1)) : words;
    }

    /** Whether one of this is plainly another thing, or another amount of the same, than one of the other. */
    public boolean differsFrom(CountedUnit other) {
        if (measure == other.measure) {
            return !equal(size, other.size) || !equal(hours, other.hours);
        }
        if (measure == Measure.TIME && other.measure.lasts()) {
            return !equal(size, other.hours);
        }
        if (other.measure == Measure.TIME && measure.lasts()) {
            return !equal(hours, other.size);
        }
        boolean eventsOfPeople = measure == Measure.EVENTS && other.measure.lasts()
                || other.measure == Measure.EVENTS && measure.lasts();
        return !eventsOfPeople || !equal(size, other.size);
    }

    private static Optional<CountedUnit> known(String unit) {
        Matcher count = COUNT.matcher(unit);
        if (count.matches()) {
            double multiple = MULTIPLES.getOrDefault(count.group(1), 1e6);
            return known(singular(count.group(2)))
                    .map(one -> new CountedUnit(one.measure, one.size * multiple, one.hours));
        }
        for (Map.Entry<Measure, Map<String, Double>> measure : WORDS.entrySet()) {
            Double size = measure.getValue().get(unit);
            if (size != null) {
                return Optional.of(new CountedUnit(measure.getKey(), size, HOURS_OF_A_YEAR));
            }
        }
        Matcher gas = GREENHOUSE_GAS.matcher(unit);
        if (gas.matches()) {
            return known(singular(gas.group(1))).filter(mass -> mass.measure == Measure.MASS);
        }
        Matcher eachYear = EACH_YEAR.matcher(unit);
        if (eachYear.matches()) {
            return known(singular(eachYear.group(1)));
        }
        Matcher time = OVER_TIME.matcher(unit);
        if (time.matches()) {
            double hours = HOURS.getOrDefault(time.group(2), HOURS_OF_A_YEAR);
            return known(singular(time.group(1)))
                    .filter(one -> one.measure.lasts())
                    .map(one -> new CountedUnit(one.measure, one.size, hours));
        }
        return Optional.empty();
    }

    private static String singular(String words) {
        String one = words;
        for (Plural plural : PLURALS) {
            one = plural.words.matcher(one).replaceFirst(plural.singular);
        }
        return one;
    }

    private record Plural(Pattern words, String singular) {}

    private static Map<String, Double> singles(String words) {
        return Pattern.compile(", *")
                .splitAsStream(words)
                .collect(Collectors.toUnmodifiableMap(word -> word, _ -> 1.0));
    }

    private static boolean equal(double one, double other) {
        return Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other));
    }
}
