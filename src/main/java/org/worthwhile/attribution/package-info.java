/**
 * Outcome attribution: a dataset and a study become an {@link org.worthwhile.attribution.Attribution}, the estimate of
 * which change in an outcome is due to which cause, with how sure that is and what it rests on.
 *
 * <p>One room a design, over the shared {@code estimation} room. To add a design: write one class that implements
 * {@link org.worthwhile.attribution.AttributionDesign} in a room of its own, with a record of what it finds that
 * implements {@link org.worthwhile.attribution.Details}; add its name to {@link org.worthwhile.attribution.Design} and
 * the class to {@link org.worthwhile.attribution.Attributor}; and allow its name and options in {@code
 * models/schema/study.schema.json}.
 */
@NullMarked
package org.worthwhile.attribution;

import org.jspecify.annotations.NullMarked;
