package org.worthwhile.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Check;
import org.worthwhile.appraisal.OptionResult;

/** What a careful reader would ask about an appraisal's options, as lines of text. */
public final class CheckText {

    private CheckText() {}

    /** A line for each check, with the options that it is of. */
    public static List<String> lines(Appraisal appraisal) {
        Map<Check, List<String>> options = new LinkedHashMap<>();
        for (OptionResult result : appraisal.options()) {
            for (Check check : result.checks()) {
                options.computeIfAbsent(check, _ -> new ArrayList<>())
                        .add(result.option().title());
            }
        }
        return options.entrySet().stream()
                .map(found -> String.join(", ", found.getValue()) + ": "
                        + found.getKey().message() + "; " + found.getKey().remedy() + ".")
                .toList();
    }

    /** How many checks there are of each appraisal that has some, and where they are read. */
    public static List<String> counts(List<Appraisal> appraisals) {
        return appraisals.stream()
                .filter(appraisal -> !lines(appraisal).isEmpty())
                .map(appraisal -> {
                    int count = lines(appraisal).size();
                    return appraisal.basis().proposal().title() + ": " + count + (count == 1 ? " check" : " checks")
                            + " to read with --details, or in the workbook.";
                })
                .toList();
    }
}
