/**
 * Meta-analysis: estimates of one effect from several studies become a {@link org.worthwhile.synthesis.Synthesis}, the effect on average
 * and in a place that was not studied, with how sure each is.
 */
@NullMarked
package org.worthwhile.synthesis;

import org.jspecify.annotations.NullMarked;
