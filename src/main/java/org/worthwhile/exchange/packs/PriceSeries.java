package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published price index: levels, growth where no level stands, and which years are forecasts. Between two levels with years
 * without any figure between them, growth is even, so that money before can be turned into money after; those years are named
 * as missing and nothing can be at their prices.
 */
final class PriceSeries {

    private static final String GROWTH = "/growth/";

    private final PublishedFigures<FinancialYear> levels = new PublishedFigures<>();
    private final PublishedFigures<FinancialYear> growth = new PublishedFigures<>();
    private final SortedSet<FinancialYear> forecasts = new TreeSet<>();

    void level(FinancialYear year, double level, Place place) {
        levels.put(year, level, place);
    }

    /** @param rate into the year, as a fraction */
    void growth(FinancialYear year, double rate, Place place) {
        growth.put(year, rate, place);
    }

    void forecast(FinancialYear year) {
        forecasts.add(year);
    }

    /** @throws org.worthwhile.problem.InvalidInput where a year has two figures */
    void requireOneEach() {
        levels.requireOneEach();
        growth.requireOneEach();
    }

    /**
     * Whether at least two years follow on one another.
     *
     * @throws org.worthwhile.problem.InvalidInput where a year has two figures
     */
    boolean isUsable() {
        requireOneEach();
        return chain().rates.size() >= 1;
    }

    /** How many years have a figure. */
    int years() {
        return levels.all().size() + growth.all().size();
    }

    /** Without a level, the year before the first growth is the first. */
    private FinancialYear first() {
        return levels.all().isEmpty()
                ? growth.all().firstKey().plus(-1)
                : levels.all().firstKey();
    }

    /**
     * Growth into each year after the first, the years that have no figure, and those with growth only to which none before
     * leads.
     */
    private record Chain(
            SortedMap<FinancialYear, Double> rates,
            SortedSet<FinancialYear> missing,
            SortedSet<FinancialYear> unreached) {}

    private Chain chain() {
        SortedMap<FinancialYear, Double> rates = new TreeMap<>();
        SortedSet<FinancialYear> missing = new TreeSet<>();
        SortedSet<FinancialYear> unreached = new TreeSet<>();
        if (levels.all().isEmpty() && growth.all().isEmpty()) {
            return new Chain(rates, missing, unreached);
        }
        FinancialYear known = first();
        double level = levels.all().getOrDefault(known, 100.0);
        SortedSet<FinancialYear> years = new TreeSet<>(levels.all().keySet());
        years.addAll(growth.all().keySet());
        for (FinancialYear year : years.tailSet(known.plus(1))) {
            int steps = year.since(known);
            boolean hasLevel = levels.all().containsKey(year);
            if (!hasLevel && steps > 1) {
                unreached.add(year);
                continue;
            }
            double next = hasLevel
                    ? levels.all().getOrDefault(year, level)
                    : level * (1 + growth.all().getOrDefault(year, 0.0));
            double rate = steps == 1 ? next / level - 1 : Math.pow(next / level, 1.0 / steps) - 1;
            for (int step = 1; step <= steps; step++) {
                rates.put(known.plus(step), rate);
                if (step < steps) {
                    missing.add(known.plus(step));
                }
            }
            known = year;
            level = next;
        }
        unreached.removeIf(rates::containsKey);
        return new Chain(rates, missing, unreached);
    }

    /** What a pack says of the figures: first year, growth, missing years and where forecasts begin. */
    void putInto(ObjectNode pack) {
        Chain chain = chain();
        pack.put("firstYear", first().label());
        ObjectNode rates = pack.putObject("growth");
        chain.rates.forEach((year, rate) -> rates.set(year.label(), JsonText.number(rate)));
        if (!chain.missing.isEmpty()) {
            ArrayNode missing = pack.putArray("missing");
            chain.missing.forEach(year -> missing.add(year.label()));
        }
        provisionalFrom(chain).ifPresent(year -> pack.put("provisionalFrom", year.label()));
    }

    private Optional<FinancialYear> provisionalFrom(Chain chain) {
        return forecasts.stream().filter(chain.rates::containsKey).findFirst();
    }

    /** Where the figure stands that a pointer into the pack leads to; empty for what is no figure. */
    Optional<Place> place(String pointer) {
        return pointer.startsWith(GROWTH)
                ? Optional.of(pointer.substring(GROWTH.length()).replace("~1", "/"))
                        .filter(FinancialYear::isLabel)
                        .map(FinancialYear::of)
                        .flatMap(year -> levels.place(year).or(() -> growth.place(year)))
                : Optional.empty();
    }

    /** What was read, a sentence each. */
    List<String> words(String title) {
        Chain chain = chain();
        FinancialYear last = chain.rates.lastKey();
        List<String> words = new ArrayList<>();
        words.add(title + ": " + first() + " to " + last
                + provisionalFrom(chain)
                        .map(year -> ", forecasts from " + year + " on (provisional)")
                        .orElse(""));
        if (!chain.missing.isEmpty()) {
            words.add(title + ": no figure for " + labels(chain.missing)
                    + ", so no money can be at the prices of these years");
        }
        if (!chain.unreached.isEmpty()) {
            words.add(title + ": the growth of " + labels(chain.unreached)
                    + " is not used, since the year before has no figure");
        }
        words.add(String.format(
                Locale.ROOT,
                "%s: after %s prices go on to grow by %.2f%% a year, as in that year",
                title,
                last,
                100 * chain.rates.getOrDefault(last, 0.0)));
        return words;
    }

    private static String labels(SortedSet<FinancialYear> years) {
        return String.join(", ", years.stream().map(FinancialYear::label).toList());
    }
}
