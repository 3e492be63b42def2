package org.worthwhile.attribution.coverage;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.MadeData;

/**
 * A series with a trend, interrupted half-way without effect.
 *
 * @param length times
 * @param swing of a season of twelve times, whose shape two pairs of sine and cosine have
 */
record SeriesSource(int length, Memory memory, Clock clock, double swing) implements Source {

    /** How times are written. */
    enum Clock {
        WHOLE_NUMBERS,
        MONTHS
    }

    SeriesSource(int length, Memory memory) {
        this(length, memory, Clock.WHOLE_NUMBERS, 0);
    }

    @Override
    public String name() {
        String season = swing > 0 ? ", season" : "";
        return length + (clock == Clock.MONTHS ? " dated months" : " times") + ", " + memory.title() + season;
    }

    @Override
    public String columns() {
        return "\"outcome\": \"y\", \"time\": \"t\", \"treatment\": \"d\"";
    }

    @Override
    public Drawn draw(RandomGenerator random) {
        double[] outcome = memory.errors(random, length);
        double[] times = new double[length];
        for (int t = 0; t < length; t++) {
            times[t] = clock == Clock.MONTHS
                    ? LocalDate.of(2010, 1, 1).plusMonths(t).toEpochDay()
                    : t;
            outcome[t] += 20
                    + 0.05 * t
                    + swing * (StrictMath.sin(2 * Math.PI * t / 12) - StrictMath.cos(4 * Math.PI * t / 12) / 2);
        }
        Column.Scale scale = clock == Clock.MONTHS ? Column.Scale.DATE : Column.Scale.NUMBER;
        return new Drawn(
                new MadeData()
                        .and(new Column.Numeric("t", times, scale))
                        .and("d", after(length))
                        .and("y", outcome),
                0);
    }

    static double[] after(int length) {
        return IntStream.range(0, length)
                .mapToDouble(t -> t >= length / 2 ? 1 : 0)
                .toArray();
    }
}
