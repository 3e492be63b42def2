package org.worthwhile.desktop.attribution;

import atlantafx.base.theme.Styles;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Session;

/** The way of a finding into a proposal: whose effect it becomes, times what, and what that changes. */
final class SendPage extends VBox {

    private final SendModel model;
    private final ComboBox<EffectTarget> proposals;
    private final ComboBox<EffectTarget> options;
    private final ComboBox<EffectTarget> impacts;
    private final VBox told = new VBox(4);
    private final CheckBox confirm = new CheckBox(Words.of("attribution.confirm"));
    private boolean showing;

    SendPage(Session session, SendModel model) {
        super(8);
        this.model = model;
        proposals = choices("send-proposal", EffectTarget::proposalTitle);
        options = choices("send-option", EffectTarget::optionTitle);
        impacts = choices("send-impact", EffectTarget::impactTitle);
        TextField factor = new TextField();
        factor.setId("scale");
        factor.setPrefColumnCount(8);
        factor.textProperty().bindBidirectional(model.factorProperty());
        GridPane where = new GridPane(8, 8);
        where.addRow(0, labelled("attribution.sendTo", proposals), proposals);
        where.addRow(1, labelled("options.option", options), options);
        where.addRow(2, labelled("attribution.impact", impacts), impacts);
        where.addRow(3, labelled("attribution.scale", factor), new HBox(factor));
        told.setId("send-preview");
        confirm.setId("send-confirm");
        confirm.setWrapText(true);
        confirm.selectedProperty().bindBidirectional(model.confirmedProperty());
        Button send = Controls.mainButton(
                "attribution.send", "send", () -> model.send(LocalDate.now(ZoneId.systemDefault())));
        send.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> session.readOnly().get()
                                || !model.previewProperty().get().canBeSent()
                                || !model.previewProperty().get().objections().isEmpty()
                                        && !model.confirmedProperty().get(),
                        session.readOnly(),
                        model.previewProperty(),
                        model.confirmedProperty()));
        VBox all = new VBox(8, where, told, confirm, send);
        all.getStyleClass().add("tab-content");
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.targetsProperty().subscribe(_ -> showTargets());
        model.targetProperty().subscribe(_ -> showTargets());
        model.previewProperty().subscribe(this::show);
    }

    private static Label labelled(String word, Node control) {
        Label label = new Label(Words.of(word));
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private ComboBox<EffectTarget> choices(String id, Function<EffectTarget, String> title) {
        ComboBox<EffectTarget> choices = new ComboBox<>();
        choices.setId(id);
        choices.setPrefWidth(480);
        Titles.on(choices, title);
        choices.valueProperty().subscribe(chosen -> {
            if (chosen != null && !showing) {
                model.targetProperty().set(chosen);
            }
        });
        return choices;
    }

    private void showTargets() {
        EffectTarget chosen = model.targetProperty().get();
        List<EffectTarget> all = model.targetsProperty().get();
        showing = true;
        show(proposals, all, chosen, _ -> true, EffectTarget::proposal);
        show(
                options,
                all,
                chosen,
                each -> chosen != null && each.proposal().equals(chosen.proposal()),
                EffectTarget::option);
        show(
                impacts,
                all,
                chosen,
                each -> chosen != null && each.proposal().equals(chosen.proposal()) && each.option() == chosen.option(),
                EffectTarget::impact);
        showing = false;
    }

    /** Shows the first effect of each proposal, option or impact, and the chosen one for that to which it belongs. */
    private static void show(
            ComboBox<EffectTarget> choices,
            List<EffectTarget> all,
            @Nullable EffectTarget chosen,
            Predicate<EffectTarget> which,
            Function<EffectTarget, Object> by) {
        List<Object> known = all.stream().filter(which).map(by).distinct().toList();
        List<EffectTarget> firsts = known.stream()
                .map(key -> all.stream()
                        .filter(which)
                        .filter(each -> by.apply(each).equals(key))
                        .filter(each -> chosen == null
                                || each.equals(chosen)
                                || !by.apply(chosen).equals(key))
                        .findFirst()
                        .orElseThrow())
                .toList();
        choices.getItems().setAll(firsts);
        choices.setValue(chosen);
    }

    private void show(SendPreview preview) {
        told.getChildren().clear();
        preview.units().forEach(line -> told.getChildren().add(line(line)));
        preview.why().forEach(line -> told.getChildren().add(line(line, Styles.TEXT_MUTED)));
        preview.warnings().forEach(line -> told.getChildren().add(line(line, "to-complete")));
        preview.becomes().forEach(line -> told.getChildren().add(line(line, Styles.TEXT_BOLD)));
        preview.objections().forEach(line -> told.getChildren().add(line(line, "wrong")));
        boolean objected = !preview.objections().isEmpty();
        confirm.setVisible(objected);
        confirm.setManaged(objected);
    }

    private static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
