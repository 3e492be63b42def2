package org.worthwhile.report.briefing;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.Wording;

/** What an input is called in a sentence, and how its value is written. */
public final class InputWords {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("amount", "the cost"),
            Map.entry("uplift", "the uplift for optimism"),
            Map.entry("mitigation", "the mitigation of optimism"),
            Map.entry("effect", "the effect"),
            Map.entry("population", "the number of people"),
            Map.entry("eligible", "the eligible share"),
            Map.entry("engagement", "take-up"),
            Map.entry("completion", "the share who complete"),
            Map.entry("value", "the unit value"),
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
        String last = parts[parts.length - 1];
        String whose = proposal.options().stream()
                .filter(other -> other.id().equals(parts[0]) && !other.id().equals(option))
                .map(other -> ", under '" + other.title() + "'")
                .findFirst()
                .orElse("");
        return NAMES.getOrDefault(last, last.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT)) + " ("
                + line(proposal, parts) + whose + ")";
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

    /** A value of an input as it is written: a share in per cent, an amount in money. */
    public static String value(String path, double value, String currency) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (SHARES.contains(last)) {
            return String.format(Locale.UK, "%.1f%%", value * 100);
        }
        if (last.equals("amount") || last.equals("value")) {
            return Wording.BRITISH.money(value, currency);
        }
        return Math.abs(value) >= 1000 ? String.format(Locale.UK, "%,.0f", value) : Wording.BRITISH.plain(value);
    }
}
