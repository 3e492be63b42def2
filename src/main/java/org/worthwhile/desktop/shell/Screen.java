package org.worthwhile.desktop.shell;

import java.util.Locale;
import org.worthwhile.desktop.Words;

/** The screens, in the order of their list. */
public enum Screen {
    START(Group.FILE),
    PORTFOLIO(Group.FILE),
    CHOICE(Group.FILE),
    REPORTS(Group.FILE),
    PROPOSAL(Group.PROPOSAL),
    RESULTS(Group.PROPOSAL),
    CONDITIONS(Group.PROPOSAL),
    ATTRIBUTION(Group.EVIDENCE),
    VALUES(Group.EVIDENCE),
    AUDIT(Group.PROGRAM),
    SETTINGS(Group.PROGRAM);

    private final Group group;

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

    Screen(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return Words.of("screen." + name().toLowerCase(Locale.ROOT));
    }

    /** By which it is found in the window. */
    public String id() {
        return "go-" + name().toLowerCase(Locale.ROOT);
    }
}
