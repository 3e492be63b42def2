/** What is open: the analyst's file, its documents and their results, and everything that can be done to them. */
@NullMarked
package org.worthwhile.desktop.session;

import org.jspecify.annotations.NullMarked;
