package org.worthwhile.desktop;

/** No window can be opened on this system as it is. */
public final class NoWindow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoWindow(String clause, Throwable cause) {
        super(clause, cause);
    }

    /** What the toolkit fails with before there is a window to tell it on, in clauses without a full stop. */
    static NoWindow of(UnsupportedOperationException failure) {
        return new NoWindow(
                String.valueOf(failure.getMessage()).contains("DISPLAY")
                        ? "there is no display to open a window on; set DISPLAY to one that is there"
                        : "no window can be opened, as the system's libraries for windows cannot be used; on Linux install"
                                + " GTK 3",
                failure);
    }
}
