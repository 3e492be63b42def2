/** The window around the screens: its bar, its list of screens, its commands and what it says at its foot. */
@NullMarked
package org.worthwhile.desktop.shell;

import org.jspecify.annotations.NullMarked;
