package org.worthwhile.monitoring;

import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.proposal.Option;

/**
 * Monitoring with the proposal as it was approved.
 *
 * @param basis of the proposal that was approved
 */
public record MonitoringCase(Monitoring monitoring, AppraisalCase basis) {

    /** The option that was approved. */
    public Option option() {
        return basis.proposal().options().stream()
                .filter(option -> option.id().equals(monitoring.approval().option()))
                .findFirst()
                .orElseThrow();
    }

    /** The same with other actuals. */
    public MonitoringCase with(Monitoring other) {
        return new MonitoringCase(other, basis);
    }
}
