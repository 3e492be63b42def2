package org.worthwhile.appraisal;

import java.util.List;
import java.util.Optional;
import org.worthwhile.framework.Framework;
import org.worthwhile.proposal.AppraisalSettings;

/**
 * The discount factors of an appraisal, worked out once.
 *
 * @param longHorizon the framework's lower rates, for periods so long that it asks for them
 * @param others its other rates
 */
record Rates(Discounting headline, Optional<Discounting> longHorizon, List<Labelled> others) {

    record Labelled(String label, Discounting discounting) {}

    static Rates of(Framework framework, AppraisalSettings settings) {
        return new Rates(
                Discounting.of(framework.standard(), framework.health(), settings),
                framework
                        .longHorizon()
                        .filter(horizon -> settings.years() > horizon.beyondYears())
                        .map(horizon -> Discounting.of(horizon.rates(), framework.health(), settings)),
                framework.rateSensitivities().stream()
                        .map(rates ->
                                new Labelled(rates.label(), Discounting.of(rates.standard(), rates.health(), settings)))
                        .toList());
    }
}
