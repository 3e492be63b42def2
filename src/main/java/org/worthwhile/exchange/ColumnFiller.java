package org.worthwhile.exchange;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/**
 * Fills columns with the values of rows. While one block of rows is gathered, the columns take in the one before it on other
 * threads: each column on one thread and its values in order, so that the number of threads is of no consequence.
 */
final class ColumnFiller {

    private final List<ColumnBuilder> columns;
    private RowBlock gathered;
    private RowBlock taken;
    private ForkJoinTask<?> taking = ForkJoinTask.adapt(() -> {});

    ColumnFiller(List<ColumnBuilder> columns) {
        this.columns = columns;
        this.gathered = new RowBlock();
        this.taken = new RowBlock();
        taking.invoke();
    }

    void value(char[] buffer, int offset, int length) {
        gathered.add(buffer, offset, length);
    }

    /** Takes the next rows, as many as a block holds. Returns how many there were. */
    int take(RowSplitter splitter) throws IOException {
        splitter.split(gathered, columns.size(), Integer.MAX_VALUE);
        int rows = gathered.values() / columns.size();
        takeIn();
        return rows;
    }

    /** Takes the next rows, as many as there are at a time. Returns how many there were. */
    int take(AsciiRows source) throws IOException {
        List<AsciiBlock> blocks = source.next();
        taking.join();
        IntStream.range(0, columns.size())
                .parallel()
                .forEach(column -> blocks.forEach(block -> block.tell(column, columns.get(column))));
        return blocks.stream().mapToInt(AsciiBlock::rows).sum();
    }

    void endOfRow() {
        if (gathered.isFull()) {
            takeIn();
        }
    }

    /** Waits until the columns hold the values of every row that was ended. */
    void finish() {
        takeIn();
        taking.join();
    }

    private void takeIn() {
        taking.join();
        RowBlock next = gathered;
        gathered = taken;
        taken = next;
        gathered.clear();
        taking = ForkJoinPool.commonPool()
                .submit(() -> IntStream.range(0, columns.size())
                        .parallel()
                        .forEach(column -> next.tell(column, columns.size(), columns.get(column)::add)));
    }
}
