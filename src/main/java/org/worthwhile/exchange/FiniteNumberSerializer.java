package org.worthwhile.exchange;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a number, and null for one that is not known or has no limit: results hold no texts such as NaN. */
final class FiniteNumberSerializer extends StdSerializer<Double> {

    FiniteNumberSerializer() {
        super(Double.class);
    }

    @Override
    public void serialize(Double number, JsonGenerator generator, SerializationContext context) {
        if (Double.isFinite(number)) {
            generator.writeNumber(number);
        } else {
            generator.writeNull();
        }
    }
}
