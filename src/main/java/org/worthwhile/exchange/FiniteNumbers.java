package org.worthwhile.exchange;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Writes JSON in which a number is a number: one that overflowed or has no answer is null, with a reason beside it where it is a
 * field.
 */
final class FiniteNumbers extends JsonGeneratorDelegate {

    static final String OVERFLOW = "it has no limit, or is too large to be told";
    static final String NO_ANSWER = "it cannot be computed";

    FiniteNumbers(JsonGenerator generator) {
        super(generator, false);
    }

    @Override
    public JsonGenerator writeNumber(double number) {
        if (Double.isFinite(number)) {
            return super.writeNumber(number);
        }
        TokenStreamContext context = streamWriteContext();
        String name = context.currentName();
        writeNull();
        if (context.inObject()) {
            writeName(name + "Reason");
            writeString(Double.isNaN(number) ? NO_ANSWER : OVERFLOW);
        }
        return this;
    }

    @Override
    public JsonGenerator writeNumber(float number) {
        return writeNumber((double) number);
    }
}
