package org.worthwhile.exchange;

import org.worthwhile.attribution.period.Period;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a period of a study as its label: a number for a year or a plain number, otherwise a text such as 2016 Q2. */
final class PeriodSerializer extends StdSerializer<Period> {

    PeriodSerializer() {
        super(Period.class);
    }

    @Override
    public void serialize(Period period, JsonGenerator generator, SerializationContext context) {
        if (period.label().matches("-?\\d{1,15}(\\.\\d+)?")) {
            generator.writeTree(JsonText.number(Double.parseDouble(period.label())));
        } else {
            generator.writeString(period.label());
        }
    }
}
