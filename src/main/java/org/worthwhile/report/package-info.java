/** Results laid out for those who read them: JSON for programs, workbooks for people. */
@NullMarked
package org.worthwhile.report;

import org.jspecify.annotations.NullMarked;
