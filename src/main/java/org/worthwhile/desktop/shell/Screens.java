package org.worthwhile.desktop.shell;

import javafx.scene.Node;

/** Makes screens when they are first shown. */
@FunctionalInterface
public interface Screens {
    Node make(Screen screen);
}
