package org.worthwhile.desktop.session;

import java.nio.file.Path;

/**
 * Where the client finds things.
 *
 * @param models the program's model packs
 * @param ownModels the analyst's own packs
 * @param samples the sample proposals and studies
 */
public record Folders(Path models, Path ownModels, Path samples) {}
