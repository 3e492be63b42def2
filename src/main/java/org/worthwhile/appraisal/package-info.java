/**
 * Social cost-benefit appraisal: a proposal and a framework become an {@link org.worthwhile.appraisal.Appraisal} that
 * holds every flow. Pure functions; money is real, in the appraisal's price year, unless it is called nominal; t = 0 is
 * the base year.
 */
@NullMarked
package org.worthwhile.appraisal;

import org.jspecify.annotations.NullMarked;
