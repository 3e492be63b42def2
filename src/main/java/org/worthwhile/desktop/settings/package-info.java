/** How the analyst likes the client: theme, size of text, folders. */
@NullMarked
package org.worthwhile.desktop.settings;

import org.jspecify.annotations.NullMarked;
