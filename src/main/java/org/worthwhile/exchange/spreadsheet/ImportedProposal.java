package org.worthwhile.exchange.spreadsheet;

import java.util.List;
import org.worthwhile.appraisal.Appraisal;
import tools.jackson.databind.JsonNode;

/**
 * A proposal made of a workbook, not written yet.
 *
 * @param appraisal of the proposal
 * @param tree the proposal as its file has it
 * @param read what it was made of, a sentence a block
 * @param agreeing how many totals of the workbook agree with what was read
 * @param notes what a reader should know
 * @param accepted what the mapping accepts of what would be wrong
 * @param unread numbers of the workbook that nothing was made of, by range
 */
public record ImportedProposal(
        Appraisal appraisal,
        JsonNode tree,
        List<String> read,
        int agreeing,
        List<String> notes,
        List<String> accepted,
        List<String> unread) {

    public ImportedProposal {
        read = List.copyOf(read);
        notes = List.copyOf(notes);
        accepted = List.copyOf(accepted);
        unread = List.copyOf(unread);
    }
}
