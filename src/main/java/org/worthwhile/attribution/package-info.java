/**
 * Outcome attribution: a dataset and a study become an {@link org.worthwhile.attribution.Attribution}, the estimate of
 * which change in an outcome is due to which cause, with how sure that is and what it rests on.
 *
 * <p>One room a design, over the shared {@code estimation} room. A room holds a class that implements {@link
 * org.worthwhile.attribution.AttributionDesign}, the record of its options, a record of what it finds that implements {@link
 * org.worthwhile.attribution.Details}, and the schema of both; {@link org.worthwhile.attribution.Design} names it, and all others ask
 * there.
 */
@NullMarked
package org.worthwhile.attribution;

import org.jspecify.annotations.NullMarked;
