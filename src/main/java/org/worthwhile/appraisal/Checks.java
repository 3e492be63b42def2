package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** What a careful reader would ask about an option. */
final class Checks {

    private static final double SHARE_ROUNDING = 1e-9;
    private static final int YEARS_UNTIL_A_VALUE_IS_OLD = 10;

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final List<Check> checks = new ArrayList<>();

    private Checks(AppraisalCase basis) {
        this.basis = basis;
        this.settings = basis.proposal().appraisal();
    }

    static List<Check> of(AppraisalCase basis, Option option) {
        Checks checks = new Checks(basis);
        checks.checkProposal(basis.proposal());
        option.costs().forEach(checks::checkCost);
        option.impacts().forEach(checks::checkImpact);
        return checks.checks;
    }

    private void checkProposal(Proposal proposal) {
        if (proposal.businessAsUsual().isEmpty()) {
            report(
                    "no-business-as-usual",
                    "No option has the role business-as-usual, so results are against nothing being done at no cost",
                    "describe business as usual, even if it costs nothing");
        }
    }

    private void checkCost(CostLine cost) {
        String line = "The cost '" + cost.title() + "'";
        switch (cost.amount()) {
            case Amount.Annual annual -> checkPeriod(line, annual.from(), annual.to());
            case Amount.Schedule schedule ->
                checkPeriod(
                        line, schedule.amounts().firstKey(), schedule.amounts().lastKey());
        }
        boolean corrected =
                settings.confidenceCorrections() && cost.confidence().isPresent();
        if (cost.kind() == CostKind.CAPITAL && cost.optimismBias().isEmpty() && !corrected && !cost.sunk()) {
            report(
                    "optimism-bias-missing",
                    line + " is capital without optimism bias",
                    "give its project type, or an uplift of 0 with the reason");
        }
        cost.optimismBias().ifPresent(bias -> checkUplift(line, bias));
    }

    private void checkUplift(String line, OptimismBias bias) {
        if (bias instanceof OptimismBias.Mitigated mitigated) {
            OptimismBiasType type = basis.optimismBiasType(mitigated);
            if (type.upper() * (1 - mitigated.mitigation().value()) < type.lower() - SHARE_ROUNDING) {
                report(
                        "optimism-bias-below-lower-bound",
                        line + " has an uplift below the lower bound for "
                                + type.title().toLowerCase(java.util.Locale.ROOT),
                        "lower the mitigation or give the evidence for it");
            }
        }
    }

    private void checkImpact(Impact impact) {
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
                checkPeriod(line, chain.profile().start(), chain.profile().start());
                if (chain.worth() instanceof UnitWorth.FromLibrary(String id)) {
                    checkUnitValue(line, basis.unitValue(id));
                }
                if (chain.quantity().effect() instanceof Effect.FromEvidence effect) {
                    checkEvidence(line, impact, basis.evidence(effect.evidence()));
                }
            }
        }
    }

    private void checkShares(String line, Impact impact) {
        double saved = impact.savings().stream()
                .mapToDouble(saving -> saving.share().value())
                .sum();
        if (impact.category() == Category.FISCAL && Math.abs(saved - 1) > SHARE_ROUNDING) {
            report(
                    "saving-shares",
                    impact.savings().isEmpty()
                            ? line + " is fiscal but does not say which organisation saves"
                            : line + " has saving shares that do not sum to 1",
                    "name every organisation that saves, with shares that sum to 1");
        }
        double received = impact.beneficiaries().stream()
                .mapToDouble(beneficiary -> beneficiary.share().value())
                .sum();
        if (received > 1 + SHARE_ROUNDING) {
            report("beneficiary-shares", line + " has beneficiary shares above 1 in sum", "mend the shares");
        }
    }

    private void checkUnitValue(String line, UnitValue value) {
        if (!value.verified()) {
            report(
                    "unit-value-unverified",
                    line + " uses the unit value '" + value.id() + "', which was recalled and not checked",
                    "check it against " + value.source().citation() + " before relying on it");
        }
        if (settings.baseYear().since(value.priceYear()) > YEARS_UNTIL_A_VALUE_IS_OLD) {
            report(
                    "unit-value-old",
                    line + " uses the unit value '" + value.id() + "' at " + value.priceYear() + " prices",
                    "look for a newer figure");
        }
    }

    private void checkEvidence(String line, Impact impact, Evidence evidence) {
        if (!evidence.outcome().isEmpty()
                && !impact.outcome().isEmpty()
                && !evidence.outcome().equals(impact.outcome())) {
            report(
                    "evidence-outcome",
                    line + " is about '" + impact.outcome() + "' but its evidence '" + evidence.id() + "' is about '"
                            + evidence.outcome() + "'",
                    "use evidence on the same outcome, or name the outcomes alike");
        }
    }

    private void checkPeriod(String line, FinancialYear first, FinancialYear last) {
        if (first.compareTo(settings.baseYear()) < 0 || last.compareTo(settings.lastYear()) > 0) {
            report(
                    "outside-period",
                    line + " has years outside " + settings.baseYear() + " to " + settings.lastYear()
                            + ", which are not counted",
                    "lengthen the appraisal period or mend the years");
        }
    }

    private static boolean isWhole(Additionality additionality) {
        return Stream.of(
                                additionality.deadweight(),
                                additionality.displacement(),
                                additionality.leakage(),
                                additionality.substitution())
                        .allMatch(loss -> loss.value() == 0)
                && additionality.attribution().value() == 1;
    }

    private void report(String id, String message, String remedy) {
        checks.add(new Check(id, message, remedy));
    }
}
