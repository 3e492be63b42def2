package org.worthwhile.exchange.packs;

import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.Place;

/** A cell of an amount of money for a pack of unit values, which are all in pounds. */
record PoundCell(TableSheet sheet, int row, int column) {

    /** The amount; empty where it is none, is in per cent, or is written with the sign of another currency. */
    OptionalDouble amount() {
        return isPercent() || otherCurrency().isPresent() ? OptionalDouble.empty() : sheet.number(row, column);
    }

    /** Why a cell gives no amount, as a clause. */
    String whyNone() {
        return otherCurrency()
                .map(currency -> sheet.cell(row, column).state() == TableSheet.State.TEXT
                        ? "'" + sheet.text(row, column) + "' is in another currency, and unit values are in pounds"
                        : "is shown in " + currency + ", and unit values are in pounds")
                .orElseGet(() -> isPercent() ? "is in per cent" : sheet.whyNoNumber(row, column));
    }

    Place place() {
        return sheet.place(row, column);
    }

    UnreadCell unread() {
        return new UnreadCell(place(), whyNone());
    }

    private boolean isPercent() {
        return sheet.cell(row, column).state() == TableSheet.State.PERCENT;
    }

    private Optional<String> otherCurrency() {
        return sheet.otherCurrency(row, column, "GBP");
    }
}
