/** The design that rests on an instrument that moves treatment and nothing else. */
@NullMarked
package org.worthwhile.attribution.instrument;

import org.jspecify.annotations.NullMarked;
