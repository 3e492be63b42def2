package org.worthwhile.report.workbook;

import java.util.Optional;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** The prices that an impact's money is in. */
final class PriceYears {

    private PriceYears() {}

    static Optional<FinancialYear> of(Impact impact, AppraisalCase basis) {
        return switch (impact.valuation()) {
            case Valuation.Schedule schedule -> Optional.of(schedule.basis().priceYear());
            case Valuation.Chain chain ->
                Optional.of(
                        switch (chain.worth()) {
                            case UnitWorth.FromLibrary library ->
                                basis.unitValue(library.unitValue()).priceYear();
                            case UnitWorth.Typed typed -> typed.priceYear();
                        });
        };
    }
}
