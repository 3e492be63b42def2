package org.worthwhile.proposal;

import java.util.Arrays;

/**
 * The kinds of input that a line has: what each is called in a path, what it is measured in and whether it moves present
 * values. What else is known of an input, its bounds and the range it is moved over among it, follows from these.
 */
public enum InputKind {
    /** The money of a cost line as a whole. */
    AMOUNT("amount", Unit.MONEY),
    /** An amount a year that is uncertain beside the line as a whole. */
    ANNUAL("annual", Unit.MONEY),
    /** Money of one year, which the path names. */
    SCHEDULE("schedule", Unit.MONEY),
    UPLIFT("uplift", Unit.UPLIFT),
    MITIGATION("mitigation", Unit.SHARE),
    REAL_GROWTH("realGrowth", Unit.GROWTH),
    POPULATION("population", Unit.PEOPLE),
    /** People taken in in each year or, where the path names one, in that year. */
    INTAKE("intake", Unit.PEOPLE),
    /** How many more are taken in from year to year. */
    INTAKE_GROWTH("intakeGrowth", Unit.GROWTH),
    /** Users before or after, as the path says. */
    USERS("users", Unit.PEOPLE),
    /** What a trip or use costs its user before or after, as the path says, in the unit of the impact. */
    COST_PER_TRIP("costPerTrip", Unit.EFFECT),
    ELIGIBLE("eligible", Unit.SHARE),
    ENGAGEMENT("engagement", Unit.SHARE),
    COMPLETION("completion", Unit.SHARE),
    EFFECT("effect", Unit.EFFECT),
    /** Money for one unit, or a factor on what the library has. */
    VALUE("value", Unit.PRICE),
    LAG("lag", Unit.YEARS),
    DURATION("duration", Unit.YEARS),
    DROP_OFF("dropOff", Unit.SHARE),
    /** The share of full effect in one year of the ramp-up, which the path numbers from 0. */
    RAMP_UP("rampUp", Unit.SHARE),
    DEADWEIGHT("deadweight", Unit.SHARE),
    DISPLACEMENT("displacement", Unit.SHARE),
    LEAKAGE("leakage", Unit.SHARE),
    SUBSTITUTION("substitution", Unit.SHARE),
    ATTRIBUTION("attribution", Unit.SHARE),
    MULTIPLIER("multiplier", Unit.MULTIPLIER),
    /** An organisation's share of a saving, or what of it can be cashed. */
    SAVINGS("savings", Unit.SHARE),
    /** A group's share of an impact. */
    BENEFICIARIES("beneficiaries", Unit.SHARE);

    /** What inputs are measured in. */
    public enum Unit {
        /** Currency units; on its side of 0, since a cost that turned into a receipt would be another line. */
        MONEY("amounts of money"),
        /** Currency units for one, which may be gain or loss. */
        PRICE("amounts of money for one"),
        PEOPLE("people"),
        /** Units of an outcome for each person reached. */
        EFFECT("effects"),
        /** Of a whole, 0 to 1. */
        SHARE("shares"),
        /** A fraction added to an amount. */
        UPLIFT("uplifts"),
        /** A fraction a year. */
        GROWTH("rates of growth"),
        YEARS("years"),
        MULTIPLIER("multipliers");

        private final String words;

        Unit(String words) {
            this.words = words;
        }

        /** What stands where an input of it stands. */
        public String words() {
            return words;
        }

        /** Whether it is written in per cent. */
        public boolean isFraction() {
            return this == SHARE || this == UPLIFT || this == GROWTH;
        }

        private InputBounds bounds() {
            return switch (this) {
                case SHARE -> new InputBounds(0, 1);
                case PEOPLE -> new InputBounds(0, 1e12);
                case YEARS -> new InputBounds(0, 300);
                case MULTIPLIER -> new InputBounds(0, 1000);
                case UPLIFT -> new InputBounds(-1, 10);
                case GROWTH -> new InputBounds(-0.9, 1);
                case MONEY, PRICE, EFFECT -> new InputBounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            };
        }
    }

    private final String word;
    private final Unit unit;

    InputKind(String word, Unit unit) {
        this.word = word;
        this.unit = unit;
    }

    /**
     * The kind of an input.
     *
     * @param name within its line, as {@link InputPaths} has it, such as {@code effect} or {@code schedule/2026/27}
     */
    public static InputKind of(String name) {
        String word = name.split("/", 2)[0];
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No input of a line: " + name));
    }

    /** What it is called in a path, before what tells several of the kind apart. */
    public String word() {
        return word;
    }

    /** In what the input is measured. */
    public Unit unit() {
        return unit;
    }

    /** What the input can be at all, typed or drawn: as its unit has it, and of a trip's cost not below 0. */
    public InputBounds bounds() {
        return this == COST_PER_TRIP ? unit.bounds().and(InputBounds.NOT_NEGATIVE) : unit.bounds();
    }

    /** Whether present values depend on it; how a value is divided among organisations and groups leaves them as they are. */
    public boolean movesPresentValues() {
        return this != SAVINGS && this != BENEFICIARIES;
    }

    /** Whether present values weighted by who gains depend on it. */
    public boolean movesWeightedValues() {
        return movesPresentValues() || this == BENEFICIARIES;
    }
}
