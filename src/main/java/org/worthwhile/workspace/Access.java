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
}
