package org.worthwhile.exchange;

import java.util.function.Function;
import org.worthwhile.problem.Place;

/**
 * Something read from a file, with the place of each of its parts.
 *
 * @param places the place, by JSON pointer
 */
public record Located<T>(T value, Function<String, Place> places) {}
