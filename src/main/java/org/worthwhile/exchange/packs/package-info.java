/** Model packs made of files that other people published or keep: price indices, carbon values, tables of unit values. */
@NullMarked
package org.worthwhile.exchange.packs;

import org.jspecify.annotations.NullMarked;
