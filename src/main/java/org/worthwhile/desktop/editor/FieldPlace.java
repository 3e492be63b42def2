package org.worthwhile.desktop.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Where in the editor a value of a proposal is filled in. */
final class FieldPlace {

    private static final String OPTION = "/options/\\d+";

    /** Rows by the pointers that they have, inner ones first, with the pages that show their values. */
    private static final List<Rows> ROWS = List.of(
            new Rows(OPTION + "/costs/\\d+/amount/schedule", List.of(Section.BY_YEAR)),
            new Rows(OPTION + "/impacts/\\d+/schedule", List.of(Section.BY_YEAR)),
            new Rows(OPTION + "/costs/\\d+", List.of(Section.COSTS)),
            new Rows(OPTION + "/impacts/\\d+/savings/\\d+", List.of(Section.SAVINGS)),
            new Rows(OPTION + "/impacts/\\d+/beneficiaries/\\d+", List.of(Section.BENEFICIARIES)),
            new Rows(OPTION + "/impacts/\\d+", List.of(Section.IMPACTS, Section.ADDITIONALITY)),
            new Rows(OPTION + "/unmonetised/\\d+", List.of(Section.UNMONETISED)),
            new Rows(OPTION, List.of(Section.OPTIONS)),
            new Rows("/organisations/\\d+", List.of(Section.ORGANISATIONS)),
            new Rows("/groups/\\d+", List.of(Section.GROUPS)),
            new Rows("/objectives/\\d+", List.of(Section.OBJECTIVES)),
            new Rows("/correlations/\\d+", List.of(Section.CORRELATIONS)),
            new Rows("/scenarios/\\d+", List.of(Section.SCENARIOS)),
            new Rows("", List.of(Section.CASE)));

    private record Rows(Pattern pointer, List<Section> sections) {
        Rows(String row, List<Section> sections) {
            this(Pattern.compile("(" + row + ")(/.+)"), sections);
        }
    }

    private FieldPlace() {}

    /** The field in which what stands at a pointer, or what it is part of, is filled in. */
    static Optional<Field> of(JsonNode proposal, String pointer) {
        for (Rows rows : ROWS) {
            Matcher match = rows.pointer().matcher(pointer);
            if (match.matches()) {
                String within = match.group(2);
                return rows.sections().stream()
                        .flatMap(section -> Fields.of(section, proposal).stream())
                        .filter(field -> within.equals(field.pointer()) || within.startsWith(field.pointer() + "/"))
                        .max(Comparator.comparingInt(field -> field.pointer().length()));
            }
        }
        return Optional.empty();
    }
}
