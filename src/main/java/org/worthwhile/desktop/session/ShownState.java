package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The state of the file that the screens show, and the proposal that those about one proposal show. */
final class ShownState {

    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final BooleanBinding readOnly = Bindings.createBooleanBinding(
            () -> !snapshot().map(Snapshot::isWritable).orElse(false), snapshot);
    private final ReadOnlyObjectWrapper<@Nullable Path> damaged = new ReadOnlyObjectWrapper<>();

    /** Shows another state; the first proposal is selected where the one that was is no longer there. */
    void publish(Snapshot state) {
        snapshot.set(state);
        String name = selected.get();
        if (name == null || state.outcome(name).isEmpty()) {
            selected.set(
                    state.outcomes().isEmpty()
                            ? null
                            : state.outcomes().getFirst().name());
        }
    }

    void whenChanged(Runnable action) {
        snapshot.subscribe(_ -> action.run());
        selected.addListener((_, _, _) -> action.run());
    }

    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(snapshot.get());
    }

    Optional<Outcome> selected() {
        String name = selected.get();
        return name == null ? Optional.empty() : snapshot().flatMap(state -> state.outcome(name));
    }

    void damaged(Path file) {
        damaged.set(file);
    }

    void noneDamaged() {
        damaged.set(null);
    }

    ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable String> selectedProperty() {
        return selected;
    }

    BooleanBinding readOnly() {
        return readOnly;
    }

    ReadOnlyObjectProperty<@Nullable Path> damagedProperty() {
        return damaged.getReadOnlyProperty();
    }
}
