package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicatesTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 31, 32, 100, 5_000, 65_537})
    void blocksHoldEveryTrialOnceAndNoneSpansTwoReplicates(int trials) {
        Replicates replicates = Replicates.of(trials);
        List<Replicates.Block> blocks = replicates.blocks(512);

        assertThat(blocks.stream().flatMapToInt(block -> IntStream.range(block.first(), block.first() + block.count())))
                .containsExactlyElementsOf(IntStream.range(0, trials).boxed().toList());
        assertThat(blocks).allSatisfy(block -> {
            assertThat(block.count()).isBetween(1, 512);
            assertThat(block.start()).isEqualTo(replicates.start(block.replicate()));
            assertThat(block.size()).isEqualTo(replicates.size(block.replicate()));
            assertThat(block.place() + block.count()).isLessThanOrEqualTo(block.size());
        });
    }

    @Test
    void sizesDifferByOneAtMost() {
        assertThat(IntStream.range(0, 16).map(Replicates.of(5_003)::size).boxed())
                .containsOnly(312, 313)
                .hasSize(16);
    }

    /** Means of 1 and 3: 2, with standard deviation sqrt(2) over the root of 2 replicates. */
    @Test
    void theErrorOfAMeanIsTheSpreadOfReplicatesOverTheRootOfTheirNumber() {
        assertThat(Replicates.standardError(new double[] {1, 3})).isCloseTo(1, within(1e-15));
    }

    /** Of a mean, the jackknife is that of the replicates themselves. */
    @Test
    void theJackknifeOfAMeanIsItsStandardError() {
        double[] figures = {4, 8, 15, 16, 23, 42};
        double sum = Arrays.stream(figures).sum();
        double[] without = Arrays.stream(figures).map(each -> (sum - each) / 5).toArray();

        assertThat(Replicates.jackknifeError(without)).isCloseTo(Replicates.standardError(figures), within(1e-12));
    }

    @Test
    void theFirstTrialsOfEachReplicateAreKept() {
        double[] values = IntStream.range(0, 12).asDoubleStream().toArray();

        assertThat(new Replicates(12, 3).first(new Replicates(6, 3), values)).containsExactly(0, 1, 4, 5, 8, 9);
    }

    /** Of 256 spread trials, one lies in every 256th, in each replicate and each input; and replicates differ. */
    @ParameterizedTest
    @EnumSource(names = {"LATIN_HYPERCUBE", "SOBOL"})
    void eachReplicateIsSpreadEvenlyOverEachInput(Sampling sampling) {
        Replicates replicates = Replicates.of(16 * 256);
        double[][] previous = new double[3][256];
        for (Replicates.Block block : replicates.blocks(256)) {
            double[][] draws = new double[3][256];
            sampling.fill(draws, 7, block);
            for (int input = 0; input < 3; input++) {
                assertThat(Arrays.stream(draws[input])
                                .mapToInt(p -> (int) (256 * p))
                                .sorted()
                                .toArray())
                        .isEqualTo(IntStream.range(0, 256).toArray());
                assertThat(draws[input]).isNotEqualTo(previous[input]);
            }
            previous = draws;
        }
    }

    /** Sobol's first two dimensions are a net: each of 16 x 16 squares holds one of 256 points, scrambled or not. */
    @Test
    void scramblingKeepsTheNetOfTwoInputs() {
        double[][] draws = new double[2][256];
        Sampling.SOBOL.fill(draws, 9, new Replicates.Block(5, 0, 256, 0, 256));

        assertThat(IntStream.range(0, 256)
                        .map(i -> 16 * (int) (16 * draws[0][i]) + (int) (16 * draws[1][i]))
                        .distinct())
                .hasSize(256);
    }

    /** The same point under 20,000 keys: uniform, with each leading digit turned half of the time; 4 standard errors. */
    @Test
    void aScrambledPointIsUniform() {
        double[] scrambled = IntStream.range(0, 20_000)
                .mapToDouble(key -> new DigitScrambling(key).of(0.328125))
                .toArray();
        for (int digit = 1; digit <= 8; digit++) {
            double scale = Math.pow(2, digit);
            assertThat(Arrays.stream(scrambled)
                            .filter(p -> (long) (p * scale) % 2 == 1)
                            .count())
                    .isBetween(9_717L, 10_283L);
        }
        assertThat(Arrays.stream(scrambled).boxed()).allMatch(p -> p > 0 && p < 1);
    }
}
