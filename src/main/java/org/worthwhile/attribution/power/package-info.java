/** What a study could find, before its data are collected: its power and the smallest effect that it would detect. */
@NullMarked
package org.worthwhile.attribution.power;

import org.jspecify.annotations.NullMarked;
