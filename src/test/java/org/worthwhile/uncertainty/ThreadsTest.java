package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

class ThreadsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void parallelStreamsKeepToTheThreadsToo(int threads) {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        int sum = Threads.run(
                threads,
                () -> IntStream.range(0, 200)
                        .parallel()
                        .map(each -> {
                            used.add(Thread.currentThread());
                            LockSupport.parkNanos(100_000);
                            return each;
                        })
                        .sum());

        assertThat(sum).isEqualTo(19_900);
        assertThat(used).hasSizeLessThanOrEqualTo(threads);
    }

    @Test
    void whatIsThrownIsThrown() {
        InvalidInput refused = new InvalidInput(new Problem(Place.of("a file"), "it is wrong", "mend it"));

        assertThatThrownBy(() -> Threads.run(2, () -> {
                    throw refused;
                }))
                .isInstanceOf(InvalidInput.class)
                .extracting(thrown -> ((InvalidInput) thrown).problems())
                .isEqualTo(refused.problems());
    }
}
