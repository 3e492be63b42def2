/** Workbooks and briefing packs, seen before they are written. */
@NullMarked
package org.worthwhile.desktop.reports;

import org.jspecify.annotations.NullMarked;
