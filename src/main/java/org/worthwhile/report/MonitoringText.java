package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.monitoring.Approval;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.monitoring.Registered;
import org.worthwhile.proposal.FinancialYear;

/** The monitoring of an approved option as text. */
public final class MonitoringText {

    private MonitoringText() {}

    /** What was approved, what was expected of it, and what is to be measured. */
    public static List<String> register(MonitoringCase monitored) {
        Monitoring monitoring = monitored.monitoring();
        Approval approval = monitoring.approval();
        List<String> lines = new ArrayList<>();
        lines.add(monitoring.title());
        lines.add("Option '" + monitored.option().title() + "', approved by " + approval.by() + " on " + approval.on());
        lines.add("Version: " + approval.version());
        lines.add("Net present social value as approved: " + band(approval.npsv()));
        lines.add("");
        List<List<String>> rows = new ArrayList<>();
        for (Registered one : monitoring.register()) {
            Approval.Expected first = one.expected().get(one.due());
            rows.add(List.of(
                    one.measure().toString(),
                    one.unit(),
                    one.owner(),
                    one.due().label(),
                    first == null ? "" : rounded(first.central()),
                    first == null ? "" : rounded(first.low()) + " to " + rounded(first.high())));
        }
        lines.addAll(TextTable.lines(
                List.of("measure", "unit", "owner", "due", "expected then", "80% of what is recorded"), rows, 4));
        monitoring.objectives().forEach(one -> {
            FinancialYear by = one.objective().by().orElse(monitoring.until());
            lines.add("Objective: " + one.objective().title() + ", by " + by.label());
        });
        return lines;
    }

    static String band(Approval.Expected expected) {
        return rounded(expected.central()) + " (mean " + rounded(expected.mean()) + ", 80% from "
                + rounded(expected.low()) + " to " + rounded(expected.high()) + ")";
    }

    /** To four digits at least, and whole from a thousand on. */
    static String rounded(double number) {
        if (Math.abs(number) >= 1000) {
            return String.format(Locale.UK, "%,d", Math.round(number));
        }
        return Rounded.plain(number);
    }
}
