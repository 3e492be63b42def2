/** The design that rests on contributions of several causes to an outcome's change. */
@NullMarked
package org.worthwhile.attribution.causes;

import org.jspecify.annotations.NullMarked;
