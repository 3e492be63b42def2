package org.worthwhile.trackrecord;

import java.util.Optional;

/**
 * A kind of project.
 *
 * @param guidance the type of the guidance's table of optimism bias that it falls under
 */
public record Kind(String id, String title, Optional<String> guidance) {}
