package org.worthwhile.generated;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.DistributionKind;

/** Distributions of every kind that there is, with parameters at random about a centre. */
public final class GeneratedDistributions {

    private static final int OF_A_KIND = 8;

    private GeneratedDistributions() {}

    /** Some of each kind, about a centre above 0 that lies inside them. */
    public static Stream<Distribution> about(double centre, boolean relative, long seed) {
        Random random = new Random(seed);
        return DistributionKind.ALL.stream()
                .flatMap(kind -> IntStream.range(0, OF_A_KIND).mapToObj(_ -> one(kind, centre, relative, random)));
    }

    private static Distribution one(DistributionKind kind, double centre, boolean relative, Random random) {
        double spread = centre * (0.05 + 0.4 * random.nextDouble());
        double shape = 1.5 + 6 * random.nextDouble();
        double half = 0.25 + random.nextInt(3) * 0.125;
        boolean isGamma = kind.word().equals("gamma");
        return kind.make(relative, parameter -> switch (parameter.name()) {
            case "low" -> List.of(centre - spread);
            case "high" -> List.of(centre + 2 * spread);
            case "mode", "mean", "location" -> List.of(centre);
            case "sd" -> List.of(spread);
            case "scale" -> List.of(isGamma ? centre / shape : spread);
            case "shape", "alpha", "beta" -> List.of(shape);
            case "degreesOfFreedom" -> List.of(3 + shape);
            case "probability" -> List.of(0.5 + half / 2);
            case "values" -> List.of(centre + spread, centre - spread, centre);
            case "probabilities" -> List.of(half / 2, 1 - half, half / 2);
            case "draws" -> List.of(centre + spread, centre - spread, centre, centre + spread / 3);
            default -> throw new IllegalArgumentException("Say what this parameter may be: " + parameter.name());
        });
    }
}
