/** Tables: how their columns are made, and those that are filled in like a spreadsheet. */
@NullMarked
package org.worthwhile.desktop.table;

import org.jspecify.annotations.NullMarked;
