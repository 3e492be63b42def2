/**
 * Model packs: discount schedules, price indices, optimism bias, value for money bands and unit values, each with its
 * source. Packs are data; no framework is named in code.
 */
@NullMarked
package org.worthwhile.framework;

import org.jspecify.annotations.NullMarked;
