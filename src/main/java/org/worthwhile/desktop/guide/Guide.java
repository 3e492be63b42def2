package org.worthwhile.desktop.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.worthwhile.desktop.Query;

/** The pages of the guide, which are in the program itself, in the order of their contents. */
public final class Guide {

    /** The page that lists the others. */
    public static final String CONTENTS = "README";

    private static final String ENDING = ".md";

    private final List<GuidePage> pages;

    private Guide(List<GuidePage> pages) {
        this.pages = List.copyOf(pages);
    }

    public static Guide read() {
        GuidePage contents = page(CONTENTS);
        List<GuidePage> pages = new ArrayList<>(List.of(contents));
        AbstractVisitor links = new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                pageOf(link.getDestination()).ifPresent(name -> pages.add(page(name)));
            }
        };
        for (GuidePage.Section section : contents.sections()) {
            for (Node block : section.blocks()) {
                block.accept(links);
            }
        }
        return new Guide(pages);
    }

    private static GuidePage page(String name) {
        try (InputStream in = resource(name + ENDING).openStream()) {
            return GuideReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A page or a picture. */
    static URL resource(String name) {
        return Objects.requireNonNull(Guide.class.getResource(name), () -> "the guide has no " + name);
    }

    /** The name of the page that a link leads to; empty where it leads out of the guide. */
    static Optional<String> pageOf(String link) {
        return link.endsWith(ENDING) && !link.contains("/")
                ? Optional.of(link.substring(0, link.length() - ENDING.length()))
                : Optional.empty();
    }

    public List<GuidePage> pages() {
        return pages;
    }

    public Optional<GuidePage> find(String name) {
        return pages.stream().filter(page -> page.name().equals(name)).findFirst();
    }

    /** Of no words the beginnings of all pages; else the parts with all the words, those first whose titles have them. */
    public List<GuidePage.Section> search(String words) {
        Query query = Query.of(words);
        if (query.isEmpty()) {
            return pages.stream().map(page -> page.sections().getFirst()).toList();
        }
        List<GuidePage.Section> found = pages.stream()
                .flatMap(page -> page.sections().stream())
                .filter(section -> query.matches(section.text()))
                .toList();
        return Stream.concat(
                        found.stream().filter(section -> query.matches(section.title())),
                        found.stream().filter(section -> !query.matches(section.title())))
                .toList();
    }
}
