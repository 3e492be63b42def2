/**
 * What a study may ask of each design: a record of options for every design, with its defaults and the roles of columns that
 * the design, so asked, uses. The names of a record's components are those of the study file.
 */
@NullMarked
package org.worthwhile.attribution.options;

import org.jspecify.annotations.NullMarked;
