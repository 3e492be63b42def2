package org.worthwhile.desktop.editor;

import java.util.Arrays;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The pages of the editor by their titles. */
final class SectionNames extends StringConverter<Section> {

    @Override
    public String toString(@Nullable Section section) {
        return section == null ? "" : section.title();
    }

    @Override
    public Section fromString(String title) {
        return Arrays.stream(Section.values())
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElse(Section.CASE);
    }
}
