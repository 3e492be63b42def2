package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;

/** The main results of appraisals as a table of text. */
public final class AppraisalTable {

    private static final List<String> HEADINGS = List.of("Proposal", "Option", "NPSV", "BCR", "Public cost", "Payback");
    private static final int LEFT_ALIGNED = 2;

    private AppraisalTable() {}

    /** A line of headings, a rule, and a line for each option. */
    public static List<String> lines(List<Appraisal> appraisals) {
        List<List<String>> rows = new ArrayList<>();
        for (Appraisal appraisal : appraisals) {
            String currency = appraisal.basis().proposal().appraisal().currency();
            for (OptionResult result : appraisal.options()) {
                rows.add(List.of(
                        appraisal.basis().proposal().title(),
                        result.option().title(),
                        Wording.BRITISH.money(result.npsv(), currency),
                        Wording.BRITISH.ratio(result.bcr()),
                        Wording.BRITISH.money(result.pvPublicCost(), currency),
                        Wording.year(result.payback())));
            }
        }
        return TextTable.lines(HEADINGS, rows, LEFT_ALIGNED);
    }
}
