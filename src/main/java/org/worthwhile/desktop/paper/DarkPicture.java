package org.worthwhile.desktop.paper;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Background;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was drawn on white, on the background of a theme. On a dark one its white becomes that background and its black
 * white, and colours between keep their hue, so that what is told apart by colour stays so.
 */
final class DarkPicture {

    private static final double DARK = 0.5;

    private DarkPicture() {}

    static Image on(@Nullable Background background, Image picture) {
        return background != null
                        && !background.getFills().isEmpty()
                        && background.getFills().getLast().getFill() instanceof Color paper
                        && paper.getBrightness() < DARK
                ? turned(picture, paper)
                : picture;
    }

    private static Image turned(Image picture, Color paper) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        WritableImage turned = new WritableImage(width, height);
        PixelReader pixels = picture.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned.getPixelWriter().setColor(x, y, turned(pixels.getColor(x, y), paper));
            }
        }
        return turned;
    }

    /** The same hue as light as it was dark, between the paper and white. */
    static Color turned(Color ink, Color paper) {
        double most = Math.max(ink.getRed(), Math.max(ink.getGreen(), ink.getBlue()));
        double least = Math.min(ink.getRed(), Math.min(ink.getGreen(), ink.getBlue()));
        // Lightness l becomes 1 - l when 1 - most - least is added to each part.
        double shift = 1 - most - least;
        return Color.color(
                onto(ink.getRed() + shift, paper.getRed()),
                onto(ink.getGreen() + shift, paper.getGreen()),
                onto(ink.getBlue() + shift, paper.getBlue()),
                ink.getOpacity());
    }

    private static double onto(double part, double paper) {
        return Math.clamp(paper + (1 - paper) * part, 0, 1);
    }
}
