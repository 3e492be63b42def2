package org.worthwhile.proposal;

/**
 * A parameter of a distribution.
 *
 * @param name what files call it, such as {@code degreesOfFreedom}
 * @param isList whether it is several numbers
 * @param isUnitless whether it is a probability or a shape, and not in the units of what is uncertain
 */
public record DistributionParameter(String name, boolean isList, boolean isUnitless) {}
