package io.phoenix.activity.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 24 blocks of 240 pairs are ten pairs each; pauses share them by the largest remainder (Hamilton's method). */
class BlockMeansTest {
    @Test
    void everyBlockIsTheMeanOfItsStretch() {
        double[] series = IntStream.range(0, 240).mapToDouble(t -> t).toArray();

        BlockMeans means = BlockMeans.of(series, new int[240], 24);

        assertThat(means.values())
                .containsExactly(
                        IntStream.range(0, 24).mapToDouble(i -> 10 * i + 4.5).toArray());
        assertThat(means.neighbours()).isEqualTo(23);
    }

    /** Shares of 5.6, 5.7 and 12.7: both blocks that are left go to the larger remainders, one to each. */
    @Test
    void blocksThatAreLeftGoToTheLargestRemainders() {
        assertThat(blocks(56, 57, 127)).containsExactly(5, 6, 13);
    }

    @Test
    void halfABlockIsOneAndLessIsNone() {
        assertThat(blocks(5, 235)).containsExactly(1, 23);
        assertThat(blocks(4, 236)).containsExactly(0, 24);
    }

    /** How many blocks each stretch of these lengths has; the value of a pair is the number of its stretch. */
    private static int[] blocks(int... lengths) {
        int[] segment = new int[240];
        double[] series = new double[240];
        int start = 0;
        for (int s = 0; s < lengths.length; s++) {
            Arrays.fill(segment, start, start + lengths[s], s);
            Arrays.fill(series, start, start + lengths[s], s);
            start += lengths[s];
        }
        int[] blocks = new int[lengths.length];
        for (double mean : BlockMeans.of(series, segment, 24).values()) {
            blocks[(int) mean]++;
        }
        return blocks;
    }
}
