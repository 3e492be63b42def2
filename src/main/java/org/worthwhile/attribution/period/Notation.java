package org.worthwhile.attribution.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.worthwhile.attribution.period.TimeText.Kind;

/** Times that are written as something else: how they are recognised, and what they mean. */
enum Notation {
    /** As it stands. */
    PLAIN {
        @Override
        double read(double value) {
            return value;
        }
    },

    /** Numbers such as 201004. */
    YEAR_AND_MONTH {
        @Override
        double read(double value) {
            return value >= 180_001 && value <= 220_012 && value == Math.rint(value)
                    ? day((int) value / 100, (int) value % 100, 1)
                    : Double.NaN;
        }
    },

    /** Numbers such as 20100401. */
    YEAR_MONTH_AND_DAY {
        @Override
        double read(double value) {
            return value >= 18_000_101 && value <= 22_001_231 && value == Math.rint(value)
                    ? day((int) value / 10_000, (int) value / 100 % 100, (int) value % 100)
                    : Double.NaN;
        }
    },

    /** Financial years such as 2010-11, which were read as months: each 13 months after the one before. */
    FINANCIAL_YEAR_AS_MONTH {
        @Override
        double read(double value) {
            LocalDate date = LocalDate.ofEpochDay((long) value);
            return date.getDayOfMonth() == 1 && date.getMonthValue() == (date.getYear() + 1) % 100
                    ? date.getYear()
                    : Double.NaN;
        }
    };

    /** What a value means: a number of the meant kind, or NaN where it can mean nothing in this notation. */
    abstract double read(double value);

    /** What the values are then. */
    Kind kind(Kind written) {
        return switch (this) {
            case PLAIN -> written;
            case YEAR_AND_MONTH -> Kind.MONTH;
            case YEAR_MONTH_AND_DAY -> Kind.DAY;
            case FINANCIAL_YEAR_AS_MONTH -> Kind.FINANCIAL_YEAR;
        };
    }

    /** The notation of some different values. */
    static Notation of(Kind written, double[] values) {
        return switch (written) {
            case NUMBER ->
                means(YEAR_AND_MONTH, values)
                        ? YEAR_AND_MONTH
                        : means(YEAR_MONTH_AND_DAY, values) ? YEAR_MONTH_AND_DAY : PLAIN;
            case DAY -> means(FINANCIAL_YEAR_AS_MONTH, values) ? FINANCIAL_YEAR_AS_MONTH : PLAIN;
            case FINANCIAL_YEAR, WEEK, MONTH, QUARTER -> PLAIN;
        };
    }

    private static boolean means(Notation notation, double[] values) {
        return values.length > 1 && Arrays.stream(values).noneMatch(value -> Double.isNaN(notation.read(value)));
    }

    private static double day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return Double.NaN;
        }
    }
}
