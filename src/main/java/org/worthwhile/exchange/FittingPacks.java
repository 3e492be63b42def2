package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Packs that come with the program as they were last read and found to fit. A pack whose text is the same is neither parsed nor
 * checked again, such as when the client has read ahead what its first file rests on, or opens another file.
 */
final class FittingPacks {

    private record Fitting(String content, SourceText text) {}

    private static final Map<Path, Fitting> FITTING = new ConcurrentHashMap<>();

    private FittingPacks() {}

    /**
     * Reads a pack.
     *
     * @param schema of the folder that the pack is in, which is read once
     * @throws org.worthwhile.problem.InvalidInput with everything in which it does not fit
     */
    static SourceText read(Path file, SchemaCheck schema) {
        String content = new InputFile(file, SourceText.LARGEST_FILE).text();
        Fitting known = FITTING.get(file);
        if (known != null && known.content.equals(content)) {
            return known.text;
        }
        SourceText text = require(SourceText.parse(file.toString(), content), schema);
        FITTING.put(file, new Fitting(content, text));
        return text;
    }

    /** The pack, having checked that it fits. */
    static SourceText require(SourceText pack, SchemaCheck schema) {
        schema.require(pack);
        YearLabels.require(pack);
        return pack;
    }
}
