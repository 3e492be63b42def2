package org.worthwhile.appraisal;

import java.util.List;
import java.util.Locale;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Organisation;

/** What a careful reader would ask about costs. */
final class CostChecks {

    private static final double ROUNDING = 1e-9;

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final List<Check> checks;

    CostChecks(AppraisalCase basis, List<Check> checks) {
        this.basis = basis;
        this.settings = basis.proposal().appraisal();
        this.checks = checks;
    }

    void check(OptionFlows flows) {
        flows.costs().forEach(result -> check(result.line()));
        List<CostResult> receipts = flows.costs().stream()
                .filter(cost -> cost.line().kind() == CostKind.RECEIPT)
                .toList();
        for (CostResult paid : flows.costs()) {
            for (CostResult received : receipts) {
                if (isUnmarkedTransfer(paid, received)) {
                    reportTransfer(paid.line(), received.line());
                }
            }
        }
    }

    private void reportTransfer(CostLine paid, CostLine received) {
        report(
                "transfer-in-npsv",
                "What '" + title(paid.bearer()) + "' pays as '" + paid.title() + "', '" + title(received.bearer())
                        + "' receives as '" + received.title()
                        + "': money that only changes hands, which stands in costs and benefits",
                "mark both as transfers, or say what they pay for");
    }

    private String title(String organisation) {
        return basis.proposal().organisations().stream()
                .filter(each -> each.id().equals(organisation))
                .map(Organisation::title)
                .findFirst()
                .orElse(organisation);
    }

    private void check(CostLine cost) {
        String line = "The cost '" + cost.title() + "'";
        FinancialYear first = switch (cost.amount()) {
            case Amount.Annual annual -> annual.from();
            case Amount.Schedule schedule -> schedule.amounts().firstKey();
        };
        FinancialYear last = switch (cost.amount()) {
            case Amount.Annual annual -> annual.to();
            case Amount.Schedule schedule -> schedule.amounts().lastKey();
        };
        if (first.compareTo(settings.baseYear()) < 0 || last.compareTo(settings.lastYear()) > 0) {
            checks.add(Check.outsidePeriod(line, settings));
        }
        boolean corrected =
                settings.confidenceCorrections() && cost.confidence().isPresent();
        boolean hasTable = !basis.framework().optimismBias().isEmpty();
        if (hasTable
                && cost.kind() == CostKind.CAPITAL
                && cost.optimismBias().isEmpty()
                && !corrected
                && !cost.sunk()) {
            report(
                    "optimism-bias-missing",
                    line + " is capital without optimism bias",
                    "give its project type, or an uplift of 0 with the reason");
        }
        if (!corrected) {
            cost.optimismBias().ifPresent(bias -> checkUplift(line, bias));
        }
        if (cost.assetLife().isPresent()) {
            FinancialYear end = last.plus(cost.assetLife().getAsInt());
            if (end.compareTo(settings.lastYear()) < 0) {
                report(
                        "horizon-beyond-asset-life",
                        line + " pays for an asset that lasts until " + end + ", but the appraisal goes on until "
                                + settings.lastYear(),
                        "shorten the appraisal period or add the cost of renewal");
            }
        }
    }

    private void checkUplift(String line, OptimismBias bias) {
        if (bias instanceof OptimismBias.Mitigated mitigated) {
            OptimismBiasType type = basis.optimismBiasType(mitigated);
            if (type.upper() * (1 - mitigated.mitigation().value()) < type.lower() - ROUNDING) {
                report(
                        "optimism-bias-below-lower-bound",
                        line + " has an uplift below the lower bound for "
                                + type.title().toLowerCase(Locale.ROOT),
                        "lower the mitigation or give the evidence for it");
            }
        }
    }

    /** Whether one organisation pays in every year just what another receives, and neither line is marked. */
    private static boolean isUnmarkedTransfer(CostResult paid, CostResult received) {
        CostLine one = paid.line();
        CostLine other = received.line();
        if (one.kind().reducesCost() || one.bearer().equals(other.bearer())) {
            return false;
        }
        double total = paid.flows().total();
        return paid.counted()
                && received.counted()
                && total != 0
                && paid.flows().isOpposite(received.flows(), ROUNDING * Math.abs(total));
    }

    private void report(String id, String message, String remedy) {
        checks.add(new Check(id, message, remedy));
    }
}
