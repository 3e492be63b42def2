package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Beneficiary;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.ShareRule;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** What a careful reader would ask about impacts. */
final class ImpactChecks {

    private static final double ROUNDING = 1e-9;
    private static final int YEARS_UNTIL_A_VALUE_IS_OLD = 10;

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final KnownUnits units;
    private final List<Check> checks;

    ImpactChecks(AppraisalCase basis, KnownUnits units, List<Check> checks) {
        this.basis = basis;
        this.settings = basis.proposal().appraisal();
        this.units = units;
        this.checks = checks;
    }

    void check(Option option) {
        Map<Benefit, List<Impact>> earlier = new HashMap<>();
        for (Impact impact : option.impacts()) {
            check(impact);
            if (impact.outcome().isEmpty()) {
                continue;
            }
            List<Impact> same = earlier.computeIfAbsent(Benefit.of(impact), _ -> new ArrayList<>());
            for (Impact other : same) {
                report(
                        "benefit-counted-twice",
                        "The impacts '" + other.title() + "' and '" + impact.title()
                                + "' count the same outcome for the same people and organisations",
                        "keep one, or say what sets them apart by outcome, group or organisation");
            }
            same.add(impact);
        }
    }

    private void check(Impact impact) {
        String line = "The impact '" + impact.title() + "'";
        if (impact.counterfactual().isBlank()) {
            report(
                    "counterfactual-missing",
                    line + " does not say what would happen without the proposal",
                    "describe the counterfactual");
        }
        if (isWhole(impact.additionality())) {
            report(
                    "additionality-not-considered",
                    line + " is counted as wholly additional and wholly due to this proposal",
                    "consider deadweight, displacement, leakage, substitution and attribution");
        }
        checkShares(line, impact);
        switch (impact.valuation()) {
            case Valuation.Schedule schedule ->
                checkPeriod(
                        line, schedule.amounts().firstKey(), schedule.amounts().lastKey());
            case Valuation.Chain chain -> {
                checkPeriod(
                        line,
                        chain.quantity().intake().first(),
                        chain.quantity().intake().last());
                if (chain.worth() instanceof UnitWorth.FromLibrary library) {
                    checkUnitValue(line, impact, basis.unitValue(library.unitValue()));
                }
                if (chain.quantity().effect() instanceof Effect.FromEvidence effect) {
                    checkEvidence(line, impact, effect);
                } else {
                    checkTyped(line, impact);
                }
            }
        }
    }

    private void checkShares(String line, Impact impact) {
        if (impact.category() == Category.FISCAL && Math.abs(saved(impact) - 1) > ROUNDING) {
            report(
                    "saving-shares",
                    impact.savings().isEmpty()
                            ? line + " is fiscal but does not say which organisation saves"
                            : line + " has saving shares that do not sum to 1",
                    "name every organisation that saves, with shares that sum to 1"
                            + AgencySplit.value(impact, basis.unitValues())
                                    .map(value ->
                                            ", or the kinds of agency that organisations are: its unit value gives "
                                                    + AgencySplit.words(value))
                                    .orElse(""));
        }
        checkSplit(line, impact);
        ShareRule.ofGains(impact)
                .ifPresent(fault -> report("beneficiary-shares", line + ": " + fault.what(), fault.remedy()));
    }

    private void checkSplit(String line, Impact impact) {
        List<Saving> split = AgencySplit.savings(impact, basis.proposal().organisations(), basis.unitValues());
        if (!split.isEmpty() && split.equals(impact.savings())) {
            AgencySplit.value(impact, basis.unitValues())
                    .ifPresent(value -> report(
                            "savings-by-agency",
                            line + " is saved as its unit value '" + value.title() + "' splits it: "
                                    + AgencySplit.words(value) + "; none of it is cashable",
                            "name who saves and what of it can be cashed where that is known"));
        }
    }

    private static double saved(Impact impact) {
        double saved = 0;
        for (Saving saving : impact.savings()) {
            saved += saving.share().value();
        }
        return saved;
    }

    private void checkUnitValue(String line, Impact impact, UnitValue value) {
        if (!value.verified()) {
            report(
                    "unit-value-unverified",
                    line + " uses the unit value '" + value.title() + "', which is "
                            + value.standing().words(),
                    "check it against " + value.source().citation() + " before relying on it");
        }
        if (units.plainlyDiffer(impact.unit(), value.unit())) {
            report(
                    "unit-value-unit",
                    line + " counts '" + impact.unit() + "', but its unit value '" + value.title() + "' is for one '"
                            + value.unit() + "'",
                    "count it in the unit of the value, or take a value for what is counted");
        }
        if (settings.baseYear().since(value.priceYear()) > YEARS_UNTIL_A_VALUE_IS_OLD) {
            report(
                    "unit-value-old",
                    line + " uses the unit value '" + value.title() + "' at " + value.priceYear() + " prices",
                    "look for a newer figure");
        }
        if (value.healthRate() && !impact.health()) {
            report(
                    "unit-value-health-rate",
                    line + " uses the unit value '" + value.title()
                            + "', which its guidance discounts at the health rate, but is not flagged health",
                    "set its health flag");
        }
        value.lastYear()
                .filter(last -> last.compareTo(settings.lastYear()) < 0)
                .ifPresent(last -> report(
                        "unit-value-series-ends",
                        line + " uses the unit value '" + value.title() + "', whose yearly figures end in " + last
                                + "; the last is used for the years after it",
                        "look for a longer series"));
    }

    private void checkEvidence(String line, Impact impact, Effect.FromEvidence effect) {
        Evidence evidence = basis.evidence(effect.evidence());
        if (Math.abs(effect.scale()) == 1 && units.plainlyDiffer(impact.unit(), evidence.unit())) {
            report(
                    "evidence-unit",
                    line + " counts '" + impact.unit() + "', but the effect of its evidence '" + evidence.title()
                            + "' is in '" + evidence.unit() + "'",
                    "count it in the unit of the evidence, or give the effect a scale that turns one into the other");
        }
        if (!evidence.outcome().isEmpty()
                && !impact.outcome().isEmpty()
                && !evidence.outcome().equals(impact.outcome())) {
            report(
                    "evidence-outcome",
                    line + " is about '" + impact.outcome() + "' but its evidence '" + evidence.title() + "' is about '"
                            + evidence.outcome() + "'",
                    "use evidence on the same outcome, or name the outcomes alike");
        }
    }

    private void checkTyped(String line, Impact impact) {
        String evidence = basis.evidenceByOutcome().get(impact.outcome());
        if (evidence != null) {
            report(
                    "effect-typed-where-evidence-exists",
                    line + " has a typed effect, but there is evidence '" + evidence + "' on its outcome",
                    "take the effect from the evidence, or say why it does not apply");
        }
    }

    private void checkPeriod(String line, FinancialYear first, FinancialYear last) {
        if (first.compareTo(settings.baseYear()) < 0 || last.compareTo(settings.lastYear()) > 0) {
            checks.add(Check.outsidePeriod(line, settings));
        }
    }

    private static boolean isWhole(Additionality additionality) {
        return additionality.deadweight().value() == 0
                && additionality.displacement().value() == 0
                && additionality.leakage().value() == 0
                && additionality.substitution().value() == 0
                && additionality.attribution().value() == 1;
    }

    /** What is counted once only. */
    private record Benefit(String outcome, Set<String> groups, Set<String> organisations) {

        private static Benefit of(Impact impact) {
            Set<String> groups = new HashSet<>();
            for (Beneficiary beneficiary : impact.beneficiaries()) {
                groups.add(beneficiary.group());
            }
            Set<String> organisations = new HashSet<>();
            for (Saving saving : impact.savings()) {
                organisations.add(saving.organisation());
            }
            return new Benefit(impact.outcome(), groups, organisations);
        }
    }

    private void report(String id, String message, String remedy) {
        checks.add(new Check(id, message, remedy));
    }
}
