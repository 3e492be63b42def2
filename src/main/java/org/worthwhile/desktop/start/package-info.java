/** Where to begin: recent files, samples, templates, a new file. */
@NullMarked
package org.worthwhile.desktop.start;

import org.jspecify.annotations.NullMarked;
