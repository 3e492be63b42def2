package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.documents.MarkdownPage;
import org.worthwhile.synthesis.SynthesisOptions.Inference;

/** How often the default intervals cover the truth is what the page of the method says. */
@Tag("proof")
class CoverageTest {

    private static final int META_ANALYSES = 10_000;
    private static final SynthesisOptions DEFAULT = SynthesisOptions.DEFAULT;

    @Test
    void intervalsCoverTheTruthAsOftenAsThePageSays() {
        List<List<String>> found = new ArrayList<>();
        for (int studies : List.of(5, 10, 30)) {
            for (double tau2 : List.of(0.0, 0.1, 0.3)) {
                found.add(row(studies, tau2));
            }
        }
        assertThat(MarkdownPage.read(Path.of("docs", "method", "synthesis.md"))
                        .table("studies in each")
                        .orElseThrow()
                        .rows())
                .as("%s", found)
                .isEqualTo(found);
    }

    /** Errors between 0.2 and 0.5, as of studies of unlike sizes; true effects about 0.5 with a normal spread. */
    private static List<String> row(int studies, double tau2) {
        int[] covered = new int[4];
        Random random = new Random(studies * 1000 + Math.round(10 * tau2));
        for (int i = 0; i < META_ANALYSES; i++) {
            EffectModel model = EffectModel.of(IntStream.range(0, studies)
                    .mapToObj(study -> {
                        double error = 0.2 + 0.3 * random.nextDouble();
                        double truth = 0.5 + Math.sqrt(tau2) * random.nextGaussian();
                        return new EffectSize("", truth + error * random.nextGaussian(), error * error, List.of());
                    })
                    .toList());
            double elsewhere = 0.5 + Math.sqrt(tau2) * random.nextGaussian();
            RandomEffectsFit fit = RandomEffectsFit.of(model, Method.REML, Inference.HARTUNG_KNAPP, 0.95)
                    .orElseThrow();
            covered[0] += holds(0.5, fit.pooled().low(), fit.pooled().high());
            PooledEffect normal = RandomEffectsFit.of(model, Method.REML, Inference.NORMAL, 0.95)
                    .orElseThrow()
                    .pooled();
            covered[1] += holds(0.5, normal.low(), normal.high());
            Prediction.Known prediction = (Prediction.Known) Prediction.of(fit.pooled(), fit.tau2(), studies, DEFAULT);
            covered[2] += holds(elsewhere, prediction.low(), prediction.high());
            Heterogeneity spread = Heterogeneity.of(model, fit.tau2(), 0.95);
            covered[3] += holds(tau2, spread.tau2Low(), spread.tau2High());
        }
        List<String> row = new ArrayList<>(List.of(Integer.toString(studies), Double.toString(tau2)));
        for (int count : covered) {
            row.add(String.format(Locale.ROOT, "%.1f%%", 100.0 * count / META_ANALYSES));
        }
        return row;
    }

    private static int holds(double truth, double low, double high) {
        return low <= truth && truth <= high ? 1 : 0;
    }
}
