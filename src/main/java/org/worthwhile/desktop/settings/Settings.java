package org.worthwhile.desktop.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * How the analyst likes the client.
 *
 * @param textPercent the size of text, 100 being the usual one
 * @param folder where new files go
 * @param recent files opened lately, the latest first
 */
public record Settings(Theme theme, int textPercent, Path folder, List<Path> recent) {

    public static final int LEAST_TEXT = 80;
    public static final int MOST_TEXT = 200;

    private static final double USUAL_FONT_PIXELS = 14;

    public Settings {
        textPercent = Math.clamp(textPercent, LEAST_TEXT, MOST_TEXT);
        recent = List.copyOf(recent);
    }

    /** The size of text as a style of a window's root. */
    public String fontStyle() {
        return "-fx-font-size: " + USUAL_FONT_PIXELS * textPercent / 100 + "px";
    }

    /** Light, dark, or as the system is. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
