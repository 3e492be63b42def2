package org.worthwhile.desktop;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;

/** The wording of the screens, all of it in one resource bundle. */
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.worthwhile.desktop.words");

    private Words() {}

    public static String of(String key) {
        return BUNDLE.getString(key);
    }

    /** The wording with its places {0}, {1}, ... filled in. */
    public static String of(String key, Object... values) {
        return MessageFormat.format(BUNDLE.getString(key), values);
    }

    /** The wording, where there is one. */
    public static Optional<String> find(String key) {
        return BUNDLE.containsKey(key) ? Optional.of(BUNDLE.getString(key)) : Optional.empty();
    }
}
