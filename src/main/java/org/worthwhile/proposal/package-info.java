/**
 * What people bring: proposals with their options, cost lines, impacts and evidence, as immutable records. Rates and
 * shares are fractions, money is in whole currency units, years are financial years.
 */
@NullMarked
package org.worthwhile.proposal;

import org.jspecify.annotations.NullMarked;
