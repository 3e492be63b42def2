package org.worthwhile.synthesis;

/** How estimates are combined. */
public enum Method {
    REML("random effects by restricted maximum likelihood"),
    PAULE_MANDEL("random effects by Paule and Mandel"),
    DERSIMONIAN_LAIRD("random effects by DerSimonian and Laird"),
    FIXED_EFFECT("fixed effect");

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** In words. */
    public String title() {
        return title;
    }
}
