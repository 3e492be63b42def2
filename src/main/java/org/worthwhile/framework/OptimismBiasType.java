package org.worthwhile.framework;

/**
 * The optimism bias found in a type of project.
 *
 * @param upper the uplift on cost where nothing has been mitigated, as a fraction
 * @param lower the least uplift that guidance expects to remain
 */
public record OptimismBiasType(String id, String title, double upper, double lower) {}
