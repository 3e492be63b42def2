package org.worthwhile.desktop.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Insets;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** Pictures drawn on white, in a dark theme. */
class DarkPictureTest {

    private static final Color NIGHT = Color.web("#0d1117");

    private static Background background(Color color) {
        return new Background(new BackgroundFill(color, CornerRadii.EMPTY, Insets.EMPTY));
    }

    @Test
    void whiteBecomesTheBackgroundAndBlackWhite() {
        assertThat(DarkPicture.turned(Color.WHITE, NIGHT)).isEqualTo(NIGHT);
        assertThat(DarkPicture.turned(Color.BLACK, NIGHT)).isEqualTo(Color.WHITE);
    }

    @Test
    void aColourKeepsItsHueAndIsAsLightAsItWasDark() {
        Color navy = Color.web("#1F3A5F");
        Color turned = DarkPicture.turned(navy, Color.BLACK);
        assertThat(turned.getHue()).isCloseTo(navy.getHue(), within(1e-3));
        // Lightness (31 + 95) / 2 of 255 becomes 255 less that.
        assertThat((turned.getBlue() + turned.getRed()) / 2).isCloseTo(1 - 63.0 / 255, within(1e-6));
    }

    @Test
    void aPictureOnALightBackgroundStaysAsItIs() {
        WritableImage picture = new WritableImage(1, 1);
        picture.getPixelWriter().setColor(0, 0, Color.WHITE);
        assertThat(DarkPicture.on(background(Color.WHITE), picture)).isSameAs(picture);
        assertThat(DarkPicture.on(null, picture)).isSameAs(picture);
        Image dark = DarkPicture.on(background(NIGHT), picture);
        assertThat(dark.getPixelReader().getColor(0, 0)).isEqualTo(NIGHT);
    }
}
