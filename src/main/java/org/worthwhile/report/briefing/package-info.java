/** The committee briefing pack: results told in sentences that are built by rules. */
@NullMarked
package org.worthwhile.report.briefing;

import org.jspecify.annotations.NullMarked;
