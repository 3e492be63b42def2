package org.worthwhile.workspace;

/** Whether a file may be changed by whoever opened it. */
public sealed interface Access {

    record Writable() implements Access {}

    /**
     * The file can be read and exported, and nothing in it changed.
     *
     * @param why a clause without a full stop
     * @param remedy an imperative clause without a full stop
     */
    record ReadOnly(String why, String remedy) implements Access {}

    /**
     * The file that was opened to be written no longer stands at its path: what would be written to it would be found by
     * nobody. It can be read, exported and copied.
     *
     * @param why a clause without a full stop
     * @param remedy an imperative clause without a full stop
     */
    record Displaced(String why, String remedy) implements Access {}
}
