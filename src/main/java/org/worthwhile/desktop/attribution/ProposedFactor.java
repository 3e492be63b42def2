package org.worthwhile.desktop.attribution;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Study;
import org.worthwhile.desktop.Words;
import org.worthwhile.proposal.CountedPer;
import org.worthwhile.report.Wording;

/**
 * What an estimate is to be multiplied by so that it is the change for each person or unit of an impact, as the units and titles
 * tell it.
 *
 * @param base for how many the outcome is counted; empty where its unit is no rate
 * @param why a sentence for each reason
 */
record ProposedFactor(BigDecimal factor, OptionalDouble base, List<String> why) {

    private static final Pattern AVOIDED =
            Pattern.compile(".*\\b(?:avoided|averted|prevented|saved|fewer|less|reduced|reduction|decrease)\\b.*");

    static ProposedFactor of(Attribution finding, EffectTarget target) {
        OptionalDouble base = base(finding.basis().study());
        List<String> why = new ArrayList<>();
        BigDecimal factor = BigDecimal.ONE;
        if (base.isPresent()) {
            factor = BigDecimal.ONE.divide(BigDecimal.valueOf(base.getAsDouble()), MathContext.DECIMAL64);
            why.add(Words.of("attribution.factor.per", Wording.here().fixed(base.getAsDouble(), 0)));
        }
        if (isOfWhatIsAvoided(target.impactTitle())
                && !isOfWhatIsAvoided(finding.basis().study().roles().outcomeTitle())) {
            factor = factor.negate();
            why.add(Words.of("attribution.factor.avoided"));
        }
        if (why.isEmpty()) {
            why.add(Words.of("attribution.factor.asItIs"));
        }
        return new ProposedFactor(factor.stripTrailingZeros(), base, List.copyOf(why));
    }

    private static OptionalDouble base(Study study) {
        OptionalDouble ofOutcome = CountedPer.of(study.roles().outcomeUnit());
        return ofOutcome.isPresent()
                ? ofOutcome
                : CountedPer.of(study.informs().map(Study.Informs::per).orElse(""));
    }

    private static boolean isOfWhatIsAvoided(String title) {
        return AVOIDED.matcher(title.toLowerCase(Locale.ROOT)).matches();
    }
}
