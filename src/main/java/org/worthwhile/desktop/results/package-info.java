/** What the options of a proposal are worth, compared and in detail. */
@NullMarked
package org.worthwhile.desktop.results;

import org.jspecify.annotations.NullMarked;
