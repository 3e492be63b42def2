package org.worthwhile.exchange.packs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.worthwhile.exchange.JsonText;

/** The kinds of organisations to which the unit cost database gives costs, by the words it has for them. */
enum AgencyKind {
    NHS("nhs|clinical commissioning|acute trust|integrated care"),
    LOCAL_AUTHORITY("local authorit\\w*|council"),
    POLICE("police"),
    FIRE_AND_RESCUE("fire"),
    CRIMINAL_JUSTICE("criminal justice|prison|probation|courts?|hmcts|legal aid"),
    WORK_AND_PENSIONS("dwp|work and pensions"),
    REVENUE_AND_CUSTOMS("hmrc|revenue and customs"),
    HOUSING_PROVIDERS("rsl|registered provider|housing provider|housing association"),
    SCHOOLS("schools?"),
    EDUCATION("department for education|dfe"),
    CENTRAL_GOVERNMENT("hm treasury|central government|ministry of justice|exchequer");

    private final Pattern words;

    AgencyKind(String words) {
        this.words = Pattern.compile("\\b(?:" + words + ")\\b");
    }

    /** The kind that a text names; empty where it names none, or more than one. */
    static Optional<AgencyKind> of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        var found = Arrays.stream(values())
                .filter(kind -> kind.words.matcher(lower).find())
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    String id() {
        return JsonText.nameOf(this);
    }
}
