package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.ParameterUse;

/** What a careful reader would ask about an option. */
final class Checks {

    private final AppraisalCase basis;
    private final KnownUnits units = new KnownUnits();
    private final PriceChecks prices;

    Checks(AppraisalCase basis) {
        this.basis = basis;
        this.prices = new PriceChecks(basis);
    }

    /**
     * Every check that speaks.
     *
     * @param flows the option's own
     * @param npsv of the option against business as usual
     */
    List<Check> of(Option option, OptionFlows flows, double npsv) {
        List<Check> checks = new ArrayList<>();
        if (basis.proposal().businessAsUsual().isEmpty()) {
            checks.add(new Check(
                    "no-business-as-usual",
                    "No option has the role business-as-usual, so results are against nothing being done at no cost",
                    "describe business as usual, even if it costs nothing"));
        }
        ParameterUse.unused(basis.proposal())
                .forEach(parameter -> checks.add(new Check(
                        "parameter-unused",
                        "The parameter '" + parameter.name()
                                + "' is used by no line, so that neither its value nor how unsure it" + " is counts",
                        "name it where it should count, or remove it")));
        new CostChecks(basis, checks).check(flows);
        new ImpactChecks(basis, units, checks).check(option);
        prices.check(option, checks);
        checks.addAll(CentralValueChecks.of(option));
        new BalanceChecks(basis, checks).check(flows, npsv);
        return checks;
    }
}
