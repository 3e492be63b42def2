package org.worthwhile.desktop.attribution;

import java.util.List;

/**
 * What would come of sending a finding to an effect, in sentences, before it is sent.
 *
 * @param units what the study counts beside what the impact counts
 * @param why why the factor is proposed
 * @param becomes the effect and the net present social value, before and after
 * @param warnings what does not agree
 * @param objections what speaks against using the finding at all, so that it is sent only once that is confirmed
 * @param canBeSent whether there is a finding, an effect and a factor
 */
record SendPreview(
        List<String> units,
        List<String> why,
        List<String> becomes,
        List<String> warnings,
        List<String> objections,
        boolean canBeSent) {

    static final SendPreview NOTHING = new SendPreview(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    SendPreview {
        units = List.copyOf(units);
        why = List.copyOf(why);
        becomes = List.copyOf(becomes);
        warnings = List.copyOf(warnings);
        objections = List.copyOf(objections);
    }
}
