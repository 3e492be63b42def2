package org.worthwhile.trackrecord;

/** What of a project was forecast. */
public enum Measure {
    CAPITAL_COST("capital cost", true, false),
    RUNNING_COST("running cost", true, false),
    DURATION("duration", false, false),
    TAKE_UP("take-up", false, true),
    EFFECT("effect", false, true),
    BENEFIT("benefit", true, true);

    private final String title;
    private final boolean money;
    private final boolean benefit;

    Measure(String title, boolean money, boolean benefit) {
        this.title = title;
        this.money = money;
        this.benefit = benefit;
    }

    /** In words. */
    public String title() {
        return title;
    }

    /** Whether it is money, so that forecast and outcome need the same prices. */
    public boolean isMoney() {
        return money;
    }

    /** Whether more of it is better: then what is told is the shortfall, 1 less the ratio, and otherwise the uplift, the ratio less 1. */
    public boolean isBenefit() {
        return benefit;
    }
}
