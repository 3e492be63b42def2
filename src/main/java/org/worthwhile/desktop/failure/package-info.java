/** What the client does when it fails itself: it is logged, and the analyst is told in plain words. */
@NullMarked
package org.worthwhile.desktop.failure;

import org.jspecify.annotations.NullMarked;
