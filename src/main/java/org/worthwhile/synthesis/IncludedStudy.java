package org.worthwhile.synthesis;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A study whose estimate is combined with others.
 *
 * @param name by which readers know it, such as author and year
 * @param order by which estimates are added one after another, such as the year of publication
 * @param group of which it is, where results are told by group
 * @param cluster what it shares with others whose estimates depend on it, such as the trial or the district
 * @param design of the study, by which discounts are found
 * @param moderators numbers that the effect may go with, by name
 */
public record IncludedStudy(
        String name,
        StudyData data,
        OptionalDouble order,
        Optional<String> group,
        Optional<String> cluster,
        Optional<String> design,
        Map<String, Double> moderators) {
    public IncludedStudy {
        moderators = Collections.unmodifiableMap(new TreeMap<>(moderators));
    }
}
