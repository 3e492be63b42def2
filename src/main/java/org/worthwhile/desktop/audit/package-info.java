/** What results rest on, who changed what, and versions. */
@NullMarked
package org.worthwhile.desktop.audit;

import org.jspecify.annotations.NullMarked;
