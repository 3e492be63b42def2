package org.worthwhile.desktop.guide;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads a page of the guide from its Markdown. */
final class GuideReader {

    private static final Parser PARSER = Parser.builder().build();

    private GuideReader() {}

    static GuidePage read(String name, String markdown) {
        List<GuidePage.Section> sections = new ArrayList<>();
        String title = "";
        List<Node> blocks = new ArrayList<>();
        for (Node block = PARSER.parse(markdown).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                if (!title.isEmpty()) {
                    sections.add(section(name, title, blocks));
                }
                title = text(block);
                blocks.clear();
            } else {
                blocks.add(block);
            }
        }
        sections.add(section(name, title, blocks));
        return new GuidePage(name, sections);
    }

    private static GuidePage.Section section(String page, String title, List<Node> blocks) {
        StringBuilder text = new StringBuilder(title);
        blocks.forEach(block -> text.append('\n').append(text(block)));
        return new GuidePage.Section(page, title, List.copyOf(blocks), text.toString());
    }

    /** The words of a block without their marks. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        addText(node, text);
        return text.toString().strip();
    }

    private static void addText(Node node, StringBuilder text) {
        switch (node) {
            case Text words -> text.append(words.getLiteral());
            case Code code -> text.append(code.getLiteral());
            case FencedCodeBlock code -> text.append(code.getLiteral());
            case IndentedCodeBlock code -> text.append(code.getLiteral());
            case SoftLineBreak _ -> text.append(' ');
            default -> {
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    addText(child, text);
                }
                if (node instanceof Block) {
                    text.append('\n');
                }
            }
        }
    }
}
