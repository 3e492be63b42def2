package org.worthwhile.report.briefing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.Wording;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.SensitivityResult.Bar;
import org.worthwhile.uncertainty.SensitivityResult.Switching;

/** What would have to be true for an answer to change: what can be, one fact of each line, and in words of the input. */
final class Conditions {

    private static final int MOST = 3;
    private static final MathContext DIGITS = new MathContext(3);
    private static final MathContext DIGITS_OF_CHANGE = new MathContext(2);

    /** What multiplies a line by the same is the same fact; searches end within this of each other. */
    private static final double SAME = 1e-6;

    /** Of inputs that come to the same, the one that readers know best comes first. */
    private static final List<InputKind> KNOWN = List.of(
            InputKind.ENGAGEMENT,
            InputKind.EFFECT,
            InputKind.AMOUNT,
            InputKind.ANNUAL,
            InputKind.POPULATION,
            InputKind.INTAKE,
            InputKind.COMPLETION,
            InputKind.ELIGIBLE,
            InputKind.DEADWEIGHT,
            InputKind.ATTRIBUTION,
            InputKind.VALUE);

    private static final Set<InputKind> PROFILE =
            Set.of(InputKind.LAG, InputKind.DURATION, InputKind.RAMP_UP, InputKind.DROP_OFF);

    /** Such as: 12% took part instead of 30%. */
    private static final Map<InputKind, String> DONE = Map.of(
            InputKind.ENGAGEMENT, "took part",
            InputKind.COMPLETION, "completed",
            InputKind.ELIGIBLE, "were eligible",
            InputKind.DEADWEIGHT, "would have happened anyway",
            InputKind.DISPLACEMENT, "was displaced from elsewhere",
            InputKind.ATTRIBUTION, "was due to the proposal");

    private final Proposal proposal;
    private final SensitivityResult sensitivity;

    Conditions(Proposal proposal, SensitivityResult sensitivity) {
        this.proposal = proposal;
        this.sensitivity = sensitivity;
    }

    /**
     * A switching value.
     *
     * @param line whose input it is, or the parameter
     * @param times what the break-even multiplies the line by
     */
    private record Fact(Switching switching, String line, double times) {

        boolean isSame(Fact other) {
            return line.equals(other.line) && Math.abs(times - other.times) <= SAME * Math.abs(times);
        }

        double distance() {
            return Math.abs(times - 1);
        }

        double base() {
            return switching.base();
        }

        double breakEven() {
            return switching.breakEven().orElseThrow();
        }
    }

    /** Those that have least far to go, of an option by its id; of a line the one that has. */
    List<String> of(String option) {
        Set<String> uncertain = sensitivity.tornado().stream().map(Bar::input).collect(Collectors.toSet());
        List<Fact> known = sensitivity.switching().stream()
                .filter(each ->
                        each.option().equals(option) && each.possibleBreakEven().isPresent())
                .map(this::fact)
                .filter(fact -> Double.isFinite(fact.times))
                .sorted(Comparator.comparing((Fact fact) -> !uncertain.contains(fact.switching.input()))
                        .thenComparing(fact -> rank(fact.switching.input())))
                .toList();
        List<Fact> once = new ArrayList<>();
        for (Fact fact : known) {
            if (once.stream().noneMatch(fact::isSame)) {
                once.add(fact);
            }
        }
        Set<String> lines = new HashSet<>();
        return once.stream()
                .sorted(Comparator.comparing(Conditions::isOfProfile).thenComparingDouble(Fact::distance))
                .filter(fact -> lines.add(fact.line))
                .sorted(Comparator.comparingDouble(Fact::distance))
                .limit(MOST)
                .map(this::words)
                .toList();
    }

    /** Whether it says when the effect comes, which moves the line by no multiple of its own. */
    private static boolean isOfProfile(Fact fact) {
        return kind(fact.switching.input()).filter(PROFILE::contains).isPresent();
    }

    private static Optional<InputKind> kind(String path) {
        return Parameter.named(path).isPresent() ? Optional.empty() : Optional.of(InputKind.of(path.split("/", 3)[2]));
    }

    private static int rank(String path) {
        int place = kind(path).map(KNOWN::indexOf).orElse(0);
        return place < 0 ? KNOWN.size() : place;
    }

    private Fact fact(Switching switching) {
        double base = switching.base();
        double breakEven = switching.breakEven().orElseThrow();
        String path = switching.input();
        double times = kind(path)
                .map(kind -> switch (kind) {
                    case DEADWEIGHT, DISPLACEMENT, LEAKAGE, SUBSTITUTION -> (1 - breakEven) / (1 - base);
                    case UPLIFT -> (1 + breakEven) / (1 + base);
                    default -> breakEven / base;
                })
                .orElse(breakEven / base);
        String[] parts = path.split("/", 3);
        return new Fact(switching, kind(path).isEmpty() ? path : parts[0] + "/" + parts[1], times);
    }

    private String words(Fact fact) {
        String path = fact.switching.input();
        String option = fact.switching.option();
        String now = value(path, fact.breakEven());
        String before = value(path, fact.base());
        boolean less = fact.breakEven() < fact.base();
        String only = less && fact.breakEven() >= 0 ? "only " : "";
        Optional<InputKind> kind = kind(path);
        if (now.equals(before)) {
            BigDecimal change =
                    new BigDecimal(100 * Math.abs(fact.breakEven() / fact.base() - 1)).round(DIGITS_OF_CHANGE);
            return InputWords.name(proposal, path, option) + " was "
                    + Wording.BRITISH.exact(change.stripTrailingZeros()) + "%" + (less ? " lower" : " higher");
        }
        if (kind.isPresent() && InputWords.isFromLibrary(proposal, path)) {
            return InputWords.name(proposal, path, option) + " was " + only + now + " of the published value";
        }
        String instead = " instead of " + before;
        Optional<InputWords.LineAmount> amount = InputWords.amount(proposal, path);
        if (amount.isPresent()) {
            return InputWords.line(proposal, path, option) + " came to " + only + now + " "
                    + amount.get().period() + instead;
        }
        if (kind.isPresent() && DONE.containsKey(kind.get())) {
            return only + now + " " + DONE.get(kind.get()) + instead + " (" + InputWords.line(proposal, path, option)
                    + ")";
        }
        return kind.equals(Optional.of(InputKind.DURATION))
                ? "the effect lasted " + only + now + " years" + instead + " ("
                        + InputWords.line(proposal, path, option) + ")"
                : InputWords.name(proposal, path, option) + " was " + only + now + instead;
    }

    private String value(String path, double value) {
        InputKind.Unit unit = InputWords.unit(proposal, path);
        if (unit.isFraction()) {
            return three(value * 100) + "%";
        }
        return unit == InputKind.Unit.MONEY || unit == InputKind.Unit.PRICE
                ? money(value, proposal.appraisal().currency())
                : three(value);
    }

    private static String money(double amount, String currency) {
        double size = Math.abs(rounded(amount).doubleValue());
        String sign = amount < 0 ? "-" : "";
        String symbol = Wording.symbol(currency);
        return sign
                + symbol
                + (size >= 1e9
                        ? three(size / 1e9) + " billion"
                        : size >= 1e6 ? three(size / 1e6) + " million" : three(size));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(DIGITS);
    }

    private static String three(double value) {
        BigDecimal rounded = rounded(value);
        return rounded.signum() == 0 ? "0" : Wording.BRITISH.exact(rounded.stripTrailingZeros());
    }
}
