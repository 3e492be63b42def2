/** What is wrong with an input, where, and what to do about it: the one sentence that every face of the program shows. */
@NullMarked
package org.worthwhile.problem;

import org.jspecify.annotations.NullMarked;
