/** Reading and writing what people bring and take away: proposals, model packs, studies, evidence and datasets. */
@NullMarked
package org.worthwhile.exchange;

import org.jspecify.annotations.NullMarked;
