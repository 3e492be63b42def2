package org.worthwhile.desktop.guide;

import java.util.List;

/**
 * A page of the guide.
 *
 * @param name its file without the ending
 * @param sections its parts in order, the first of them with the title of the page
 */
public record GuidePage(String name, List<Section> sections) {

    /**
     * A heading with what is below it.
     *
     * @param page the name of its page
     * @param text all its words, which are searched
     */
    public record Section(String page, String title, List<org.commonmark.node.Node> blocks, String text) {}

    public GuidePage {
        sections = List.copyOf(sections);
    }

    public String title() {
        return sections.getFirst().title();
    }
}
