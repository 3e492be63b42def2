/**
 * What the options of designs have in common: how a study gives them, and what any record of them tells. Each design's own record
 * is in its room, and makes itself of the given options; the names of its components are those of the study file.
 */
@NullMarked
package org.worthwhile.attribution.options;

import org.jspecify.annotations.NullMarked;
