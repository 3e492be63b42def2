package org.worthwhile.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Labels of what adds up or combines the others beside it, which counted with them would count everything twice. */
public enum TotalLabel {
    /** Of a row of data among rows of places, people or sites. */
    ROW("all (?:areas|places|units|groups|persons|people|ages|sexes|sites)"),
    /** Of an estimate among those of several studies. */
    ESTIMATE("overall|pooled|combined|(?:all|pooled|combined) (?:studies|trials|estimates)"
            + "|(?:overall|pooled|combined|summary) (?:effect|estimate)"),
    /** Of a line of a budget or an account. */
    AMOUNT("(?:(?:grand|sub)[ -]?)?totals?\\b.*|(?:.* )?(?:sub)?totals?:?|sum(?: of .*)?:?|net:?"
            + "|net (?:cost|benefit|cash ?flow|total|position|value).*");

    private static final String OF_ANYTHING = "(?:grand |overall |sub-?)?totals?|sum|all";

    private final Pattern pattern;

    TotalLabel(String besides) {
        this.pattern = Pattern.compile(OF_ANYTHING + "|" + besides);
    }

    /** Whether a text is such a label, in capitals or not. */
    public boolean matches(String text) {
        return pattern.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }
}
