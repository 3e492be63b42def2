/** The command line: one class a command, over the same engine as the desktop client. */
@NullMarked
package org.worthwhile.cli;

import org.jspecify.annotations.NullMarked;
