package org.worthwhile.attribution.estimation;

import java.util.stream.IntStream;

/** Columns that are worked on each for itself, on several threads where they are long enough for that to pay. */
final class ParallelColumns {

    /** Fewer values in all are worked on sooner than they are handed out. */
    private static final long WORTH_HANDING_OUT = 1 << 17;

    private ParallelColumns() {}

    /**
     * The numbers of columns, in no order where they go to several threads.
     *
     * @param from the first one
     * @param to one after the last
     * @param rows of each
     */
    static IntStream range(int from, int to, int rows) {
        IntStream columns = IntStream.range(from, to);
        return (long) (to - from) * rows < WORTH_HANDING_OUT ? columns : columns.parallel();
    }
}
