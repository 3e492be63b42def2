package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Increment;
import org.worthwhile.report.IncrementText;
import org.worthwhile.report.Wording;
import org.worthwhile.report.document.Block;

/** The options compared step by step: in money, and by what one more unit of each outcome costs. */
final class IncrementTables {

    private final Appraisal appraisal;
    private final IncrementText text;

    IncrementTables(Appraisal appraisal) {
        this.appraisal = appraisal;
        this.text = IncrementText.of(appraisal, Wording.BRITISH);
    }

    List<Block> blocks() {
        List<Block> tables = new ArrayList<>();
        tables.add(table("What each option adds, from the cheapest up", appraisal.increments(), text::inMoney));
        appraisal
                .costEffectiveness()
                .forEach(compared -> tables.add(table(
                        "Public cost for one more " + IncrementText.unit(appraisal, compared) + ", as present values",
                        compared.rows(),
                        increment -> text.inUnits(increment, IncrementText.unit(appraisal, compared)))));
        return tables;
    }

    private Block table(String title, List<Increment> increments, Function<Increment, String> words) {
        return new Block.Table(
                title,
                List.of("Option", "What it adds"),
                increments.stream()
                        .map(increment -> List.of(
                                appraisal.option(increment.option()).option().title(), words.apply(increment)))
                        .toList(),
                2);
    }
}
