package org.worthwhile.desktop.failure;

import org.worthwhile.desktop.Words;

/**
 * A failure of the program, which no input should lead to.
 *
 * @param during what the program was doing, in words
 */
public record Failure(String during, Throwable cause) {

    /** What failed and why, in a sentence for whoever has to do something about it. */
    public String sentence() {
        return Words.of(
                switch (cause) {
                    case OutOfMemoryError _ -> "failure.memory";
                    case StackOverflowError _ -> "failure.depth";
                    default -> "failure.program";
                },
                during);
    }
}
