package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A published price index: levels, growth where no level stands, and which years are forecasts. Between two levels with years
 * without any figure between them, growth is even, so that money before can be turned into money after; those years are named
 * as missing and nothing can be at their prices.
 */
final class PriceSeries {

    private final SortedMap<FinancialYear, Double> levels = new TreeMap<>();
    private final SortedMap<FinancialYear, Double> growth = new TreeMap<>();
    private final SortedSet<FinancialYear> forecasts = new TreeSet<>();

    void level(FinancialYear year, double level) {
        levels.putIfAbsent(year, level);
    }

    /** @param rate into the year, as a fraction */
    void growth(FinancialYear year, double rate) {
        growth.putIfAbsent(year, rate);
    }

    void forecast(FinancialYear year) {
        forecasts.add(year);
    }

    boolean hasLevel(FinancialYear year) {
        return levels.containsKey(year);
    }

    int levels() {
        return levels.size();
    }

    /** Whether at least two years follow on one another. */
    boolean isUsable() {
        return chain().rates.size() >= 1;
    }

    /** Without a level, the year before the first growth is the first. */
    private FinancialYear first() {
        return levels.isEmpty() ? growth.firstKey().plus(-1) : levels.firstKey();
    }

    /** Growth into each year after the first, and the years that have no figure. */
    private record Chain(SortedMap<FinancialYear, Double> rates, SortedSet<FinancialYear> missing) {}

    private Chain chain() {
        SortedMap<FinancialYear, Double> rates = new TreeMap<>();
        SortedSet<FinancialYear> missing = new TreeSet<>();
        if (levels.isEmpty() && growth.isEmpty()) {
            return new Chain(rates, missing);
        }
        FinancialYear known = first();
        double level = levels.getOrDefault(known, 100.0);
        SortedSet<FinancialYear> years = new TreeSet<>(levels.keySet());
        years.addAll(growth.keySet());
        for (FinancialYear year : years.tailSet(known.plus(1))) {
            int steps = year.since(known);
            boolean hasLevel = levels.containsKey(year);
            if (!hasLevel && steps > 1) {
                break;
            }
            double next = hasLevel ? levels.getOrDefault(year, level) : level * (1 + growth.getOrDefault(year, 0.0));
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
        return new Chain(rates, missing);
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
        provisionalFrom().ifPresent(year -> pack.put("provisionalFrom", year.label()));
    }

    private Optional<FinancialYear> provisionalFrom() {
        return forecasts.stream().findFirst();
    }

    /** What was read, a sentence each. */
    List<String> words(String title) {
        Chain chain = chain();
        FinancialYear last = chain.rates.lastKey();
        List<String> words = new ArrayList<>();
        words.add(title + ": " + first() + " to " + last
                + provisionalFrom()
                        .map(year -> ", forecasts from " + year + " on (provisional)")
                        .orElse(""));
        if (!chain.missing.isEmpty()) {
            words.add(title + ": no figure for "
                    + String.join(
                            ", ",
                            chain.missing.stream().map(FinancialYear::label).toList())
                    + ", so no money can be at the prices of these years");
        }
        words.add(String.format(
                java.util.Locale.ROOT,
                "%s: after %s prices go on to grow by %.2f%% a year, as in that year",
                title,
                last,
                100 * chain.rates.getOrDefault(last, 0.0)));
        return words;
    }
}
