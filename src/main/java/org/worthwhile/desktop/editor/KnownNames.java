package org.worthwhile.desktop.editor;

import java.util.Set;

/**
 * Names that stand for numbers.
 *
 * @param evidence of evidence records in the file
 * @param unitValues of the library
 */
record KnownNames(Set<String> evidence, Set<String> unitValues) {

    static final KnownNames NONE = new KnownNames(Set.of(), Set.of());

    KnownNames {
        evidence = Set.copyOf(evidence);
        unitValues = Set.copyOf(unitValues);
    }
}
