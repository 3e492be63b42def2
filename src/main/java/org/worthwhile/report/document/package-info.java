/** A paper as a list of blocks, and the formats that it is written in: Word and PDF. */
@NullMarked
package org.worthwhile.report.document;

import org.jspecify.annotations.NullMarked;
