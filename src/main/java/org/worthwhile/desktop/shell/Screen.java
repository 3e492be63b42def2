package org.worthwhile.desktop.shell;

import java.util.Locale;
import org.worthwhile.desktop.Words;

/** The screens, in the order of their list. */
public enum Screen {
    START(Group.FILE, "first-proposal"),
    PORTFOLIO(Group.FILE, "first-proposal"),
    CHOICE(Group.FILE, "portfolio-choice"),
    REPORTS(Group.FILE, "reports"),
    PROPOSAL(Group.PROPOSAL, "costs-and-impacts"),
    RESULTS(Group.PROPOSAL, "results"),
    CONDITIONS(Group.PROPOSAL, "sensitivity"),
    ATTRIBUTION(Group.EVIDENCE, "studies"),
    VALUES(Group.EVIDENCE, "unit-values"),
    AUDIT(Group.PROGRAM, "audit-trail"),
    SETTINGS(Group.PROGRAM, "settings");

    private final Group group;
    private final String guidePage;

    /** Screens that belong together. */
    public enum Group {
        FILE,
        PROPOSAL,
        EVIDENCE,
        PROGRAM;

        public String title() {
            return Words.of("group." + name().toLowerCase(Locale.ROOT));
        }
    }

    Screen(Group group, String guidePage) {
        this.group = group;
        this.guidePage = guidePage;
    }

    public Group group() {
        return group;
    }

    /** The page of the guide about it. */
    public String guidePage() {
        return guidePage;
    }

    public String title() {
        return Words.of("screen." + name().toLowerCase(Locale.ROOT));
    }

    /** Words of the field for what is done there. */
    String terms() {
        return Words.of("search.terms." + name().toLowerCase(Locale.ROOT));
    }

    /** By which it is found in the window. */
    public String id() {
        return "go-" + name().toLowerCase(Locale.ROOT);
    }
}
