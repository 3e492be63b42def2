/** What the operating system gives every program: the folders of its user, and a place for a log. Knows no other room. */
@NullMarked
package org.worthwhile.platform;

import org.jspecify.annotations.NullMarked;
