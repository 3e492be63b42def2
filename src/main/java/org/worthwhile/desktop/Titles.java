package org.worthwhile.desktop;

import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The entries of a list of choices by their titles. */
public final class Titles {

    private Titles() {}

    /** Shows each entry of a list by its title. */
    public static <T> void on(ComboBox<T> choices, Function<T, String> title) {
        choices.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T entry) {
                return entry == null ? "" : title.apply(entry);
            }

            @Override
            public @Nullable T fromString(String text) {
                return choices.getItems().stream()
                        .filter(entry -> title.apply(entry).equals(text))
                        .findFirst()
                        .orElse(null);
            }
        });
    }
}
