package org.worthwhile.report.briefing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.report.Wording;

/** What an input is called in a sentence, and how its value is written. */
public final class InputWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("amount", "the cost"),
            Map.entry("annual", "the cost a year"),
            Map.entry("uplift", "the uplift for optimism"),
            Map.entry("mitigation", "the mitigation of optimism"),
            Map.entry("effect", "the effect"),
            Map.entry("population", "the number of people"),
            Map.entry("eligible", "the eligible share"),
            Map.entry("engagement", "take-up"),
            Map.entry("completion", "the share who complete"),
            Map.entry("value", "the unit value"),
            Map.entry("realGrowth", "real growth a year"),
            Map.entry("lag", "the lag in years"),
            Map.entry("duration", "the years of effect"),
            Map.entry("dropOff", "the yearly drop-off"),
            Map.entry("deadweight", "deadweight"),
            Map.entry("displacement", "displacement"),
            Map.entry("leakage", "leakage"),
            Map.entry("substitution", "substitution"),
            Map.entry("attribution", "the share due to the proposal"),
            Map.entry("multiplier", "the multiplier"));

    private static final Set<String> SHARES = Set.of(
            "uplift",
            "mitigation",
            "eligible",
            "engagement",
            "completion",
            "realGrowth",
            "rampUp",
            "dropOff",
            "deadweight",
            "displacement",
            "leakage",
            "substitution",
            "attribution");

    private InputWords() {}

    /**
     * Such as: take-up (Emergency admissions avoided).
     *
     * @param option that is spoken of; another one's input is said to be that one's
     */
    public static String name(Proposal proposal, String path, String option) {
        String[] parts = path.split("/", 3);
        String whose = proposal.options().stream()
                .filter(other -> other.id().equals(parts[0]) && !other.id().equals(option))
                .map(other -> ", under '" + other.title() + "'")
                .findFirst()
                .orElse("");
        return input(parts[parts.length - 1]) + " (" + line(proposal, parts) + whose + ")";
    }

    /** An input by its name within its line, such as {@code effect}, {@code rampUp/0} or {@code schedule/2026/27}. */
    private static String input(String name) {
        String[] parts = name.split("/", 2);
        return switch (parts[0]) {
            case "schedule" -> "the amount in " + parts[1];
            case "rampUp" -> "the share in year " + (Integer.parseInt(parts[1]) + 1) + " of effect";
            default ->
                NAMES.getOrDefault(name, name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
        };
    }

    private static String line(Proposal proposal, String[] parts) {
        for (Option option : proposal.options()) {
            if (option.id().equals(parts[0]) && parts.length > 1) {
                for (CostLine cost : option.costs()) {
                    if (cost.id().equals(parts[1])) {
                        return cost.title();
                    }
                }
                for (Impact impact : option.impacts()) {
                    if (impact.id().equals(parts[1])) {
                        return impact.title();
                    }
                }
            }
        }
        return String.join(", ", parts);
    }

    /**
     * A value of an input as it is written: a share in per cent, an amount in money, the value of a unit taken from the
     * library as a share of the library's.
     */
    public static String value(Proposal proposal, String path, double value) {
        String[] parts = path.split("/", 4);
        String kind = parts[Math.min(2, parts.length - 1)];
        if (SHARES.contains(kind) || (kind.equals("value") && isFromLibrary(proposal, parts))) {
            return String.format(Locale.UK, "%.1f%%", value * 100);
        }
        if (kind.equals("amount") || kind.equals("annual") || kind.equals("value") || kind.equals("schedule")) {
            return Wording.BRITISH.money(value, proposal.appraisal().currency());
        }
        return Math.abs(value) >= 1000 ? String.format(Locale.UK, "%,.0f", value) : Rounded.plain(value);
    }

    private static boolean isFromLibrary(Proposal proposal, String[] parts) {
        return proposal.options().stream()
                .filter(option -> option.id().equals(parts[0]))
                .flatMap(option -> option.impacts().stream())
                .filter(impact -> impact.id().equals(parts[1]))
                .anyMatch(impact -> impact.valuation() instanceof Valuation.Chain chain
                        && chain.worth() instanceof UnitWorth.FromLibrary);
    }
}
