package org.worthwhile.report.briefing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.report.Wording;

/** What an input is called in a sentence, and how its value is written. */
public final class InputWords {

    private static final Map<InputKind, String> NAMES = Map.ofEntries(
            Map.entry(InputKind.UPLIFT, "the uplift for optimism"),
            Map.entry(InputKind.MITIGATION, "the mitigation of optimism"),
            Map.entry(InputKind.EFFECT, "the effect"),
            Map.entry(InputKind.POPULATION, "the number of people"),
            Map.entry(InputKind.INTAKE_GROWTH, "the yearly growth of the intake"),
            Map.entry(InputKind.ELIGIBLE, "the eligible share"),
            Map.entry(InputKind.ENGAGEMENT, "take-up"),
            Map.entry(InputKind.COMPLETION, "the share who complete"),
            Map.entry(InputKind.VALUE, "the unit value"),
            Map.entry(InputKind.REAL_GROWTH, "real growth a year"),
            Map.entry(InputKind.LAG, "the lag in years"),
            Map.entry(InputKind.DURATION, "the years of effect"),
            Map.entry(InputKind.DROP_OFF, "the yearly drop-off"),
            Map.entry(InputKind.DEADWEIGHT, "deadweight"),
            Map.entry(InputKind.DISPLACEMENT, "displacement"),
            Map.entry(InputKind.LEAKAGE, "leakage"),
            Map.entry(InputKind.SUBSTITUTION, "substitution"),
            Map.entry(InputKind.ATTRIBUTION, "the share due to the proposal"),
            Map.entry(InputKind.MULTIPLIER, "the multiplier"));

    private InputWords() {}

    /**
     * Such as: take-up (Emergency admissions avoided).
     *
     * @param option that is spoken of; another one's input is said to be that one's
     */
    public static String name(Proposal proposal, String path, String option) {
        Optional<Parameter> parameter = parameter(proposal, path);
        if (parameter.isPresent()) {
            return parameter.get().title();
        }
        String[] parts = path.split("/", 3);
        String input = amount(proposal, path)
                .map(amount -> "the " + amount.noun() + " " + amount.period())
                .orElseGet(() -> input(parts[parts.length - 1]));
        return input + " (" + line(proposal, path, option) + ")";
    }

    /**
     * Money of a cost line, before optimism bias.
     *
     * @param noun what the money is
     * @param period that it is for, such as "a year" or "over 3 years"
     */
    record LineAmount(String noun, String period) {}

    /** What an input is of a cost line's money; none where it is another input. */
    static Optional<LineAmount> amount(Proposal proposal, String path) {
        String[] parts = path.split("/", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        InputKind kind = InputKind.of(parts[2]);
        return cost(proposal, parts).flatMap(cost -> switch (kind) {
            case AMOUNT, ANNUAL -> Optional.of(new LineAmount(noun(cost), period(cost.amount())));
            case SCHEDULE -> Optional.of(new LineAmount(noun(cost), "in " + parts[2].split("/", 2)[1]));
            default -> Optional.empty();
        });
    }

    private static String noun(CostLine cost) {
        return switch (cost.kind()) {
            case RECEIPT -> "receipts";
            case RESIDUAL_VALUE -> "residual value";
            case AVOIDED_COST -> "avoided cost";
            case CAPITAL, REVENUE, TRANSITION -> "cost";
        };
    }

    private static String period(Amount amount) {
        return switch (amount) {
            case Amount.Annual _ -> "a year";
            case Amount.Schedule(var amounts) -> {
                FinancialYear first = amounts.firstKey();
                int years = amounts.lastKey().since(first) + 1;
                yield years == 1 ? "in " + first.label() : "over " + years + " years";
            }
        };
    }

    private static Optional<CostLine> cost(Proposal proposal, String[] parts) {
        return proposal.options().stream()
                .filter(option -> option.id().equals(parts[0]))
                .flatMap(option -> option.costs().stream())
                .filter(cost -> cost.id().equals(parts[1]))
                .findFirst();
    }

    /** The line that an input belongs to, and whose it is where that is another option's. */
    static String line(Proposal proposal, String path, String option) {
        String[] parts = path.split("/", 3);
        return line(proposal, parts)
                + proposal.options().stream()
                        .filter(other ->
                                other.id().equals(parts[0]) && !other.id().equals(option))
                        .map(other -> ", under '" + other.title() + "'")
                        .findFirst()
                        .orElse("");
    }

    private static Optional<Parameter> parameter(Proposal proposal, String path) {
        return Parameter.named(path).flatMap(proposal.parameters()::find);
    }

    /** An input by its name within its line, such as {@code effect} or {@code rampUp/0}. */
    private static String input(String name) {
        String[] parts = name.split("/", 2);
        InputKind kind = InputKind.of(name);
        return switch (kind) {
            case INTAKE -> parts.length == 2 ? "the people taken in in " + parts[1] : "the people taken in a year";
            case USERS -> "the users " + parts[1];
            case COST_PER_TRIP -> "the cost of a trip " + parts[1];
            case RAMP_UP -> "the share in year " + (Integer.parseInt(parts[1]) + 1) + " of effect";
            case SAVINGS, BENEFICIARIES -> "the share of " + parts[1];
            default -> NAMES.getOrDefault(kind, kind.word());
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
        return value(proposal, unit(proposal, path), value);
    }

    /** What an input is measured in: the value of a unit taken from the library is a share of the library's. */
    static InputKind.Unit unit(Proposal proposal, String path) {
        Optional<Parameter> parameter = parameter(proposal, path);
        if (parameter.isPresent()) {
            return parameter.get().unit().orElse(InputKind.Unit.EFFECT);
        }
        return isFromLibrary(proposal, path)
                ? InputKind.Unit.SHARE
                : InputKind.of(path.split("/", 3)[2]).unit();
    }

    private static String value(Proposal proposal, InputKind.Unit unit, double value) {
        if (unit.isFraction()) {
            return String.format(Locale.UK, "%.1f%%", value * 100);
        }
        String currency = proposal.appraisal().currency();
        return switch (unit) {
            case MONEY -> Wording.BRITISH.money(value, currency);
            case PRICE -> Wording.BRITISH.unitValue(value, currency);
            default -> plain(value);
        };
    }

    private static String plain(double value) {
        return Math.abs(value) >= 1000 ? String.format(Locale.UK, "%,.0f", value) : Rounded.plain(value);
    }

    /** Whether an input is the value of a unit that is taken from the library. */
    static boolean isFromLibrary(Proposal proposal, String path) {
        String[] parts = path.split("/", 3);
        return parts.length == 3 && InputKind.of(parts[2]) == InputKind.VALUE && isFromLibrary(proposal, parts);
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
