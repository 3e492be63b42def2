/**
 * How sure an appraisal is: distributions of its inputs, Monte Carlo, sensitivity and the value of finding out more. Pure
 * functions; one seed gives the same bits on any machine and any number of threads.
 */
@NullMarked
package org.worthwhile.uncertainty;

import org.jspecify.annotations.NullMarked;
