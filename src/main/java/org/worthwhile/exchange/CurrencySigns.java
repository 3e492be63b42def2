package org.worthwhile.exchange;

import java.util.Map;
import java.util.Set;

/** Which currencies are written with a sign. */
public final class CurrencySigns {

    private static final Map<String, Set<String>> CODES = Map.of(
            "£", Set.of("GBP"),
            "€", Set.of("EUR"),
            "$", Set.of("USD", "AUD", "CAD", "NZD", "SGD", "HKD"),
            "¥", Set.of("JPY", "CNY"));

    private CurrencySigns() {}

    /**
     * Whether a currency is written with a sign.
     *
     * @param code such as GBP
     */
    public static boolean isOf(String sign, String code) {
        return CODES.getOrDefault(sign, Set.of()).contains(code);
    }
}
