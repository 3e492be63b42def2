package org.worthwhile.report.document;

import java.util.List;

/**
 * A paper to be read.
 *
 * @param subtitle a line beneath the title
 * @param made by what and when, for the foot of each page
 */
public record Paper(String title, String subtitle, String made, List<Block> blocks) {
    public Paper {
        blocks = List.copyOf(blocks);
    }
}
