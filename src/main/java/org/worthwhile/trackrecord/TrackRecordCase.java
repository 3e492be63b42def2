package org.worthwhile.trackrecord;

import java.util.function.Function;
import org.worthwhile.problem.Place;

/**
 * A track record as it was read.
 *
 * @param places of its parts, by JSON pointer
 */
public record TrackRecordCase(TrackRecord record, Function<String, Place> places) {}
