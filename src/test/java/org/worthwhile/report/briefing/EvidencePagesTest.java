package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.report.document.Block;
import org.worthwhile.samples.Samples;

/** What is said of a finding, and what its picture names. */
class EvidencePagesTest {

    private static List<Block> blocks(String study) {
        Attribution found = Attributor.attribute(
                new StudyReader(Samples.MODELS).read(Samples.FOLDER.resolve(study + ".study.json")));
        return EvidencePages.blocks(found);
    }

    private static Block.Picture picture(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsEstimatedIsASentence() {
        assertThat(blocks("falls-programme"))
                .anySatisfy(block -> assertThat(block)
                        .isInstanceOfSatisfying(
                                Block.Paragraph.class,
                                paragraph -> assertThat(paragraph.text())
                                        .startsWith(
                                                "The study estimates the average effect of treatment on emergency admissions"
                                                        + " for falls among the treated, over all treated units and periods since their"
                                                        + " treatment. The effect found is ")));
    }

    @Test
    void aCourseOfEffectsNamesWhatIsMeasuredItsUnitAndTheLevelOfItsIntervals() {
        Block.Picture course = picture(blocks("falls-programme"));
        assertThat(course.caption()).endsWith(", with 95% intervals");
        assertThat(course.alternative())
                .endsWith(
                        " Upwards: Effect on emergency admissions for falls (per 1,000 people at risk). Across: Periods since"
                                + " treatment began.");
    }

    @Test
    void anEffectWithoutACourseNamesTheLevelOfItsInterval() {
        assertThat(picture(blocks("reminder-letters")).caption()).isEqualTo("The effect found, with its 95% interval");
    }
}
