/** Packs of inputs, model packs and results in one file, from which results are computed again and compared. */
@NullMarked
package org.worthwhile.replication;

import org.jspecify.annotations.NullMarked;
