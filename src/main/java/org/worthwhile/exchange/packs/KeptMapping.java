package org.worthwhile.exchange.packs;

import java.nio.file.Path;

/**
 * A mapping that is kept for tables with the same headings.
 *
 * @param file that it is in
 * @param replaced whether another one was kept for the same headings until now
 */
public record KeptMapping(Path file, boolean replaced) {}
