package org.worthwhile.desktop.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A display with a window manager: the one that is given, or else a virtual one of its own. */
final class VirtualDisplay implements AutoCloseable {

    private static final int END_SECONDS = 10;

    /** On a busy machine the time between a press and its release can be that after which a held key repeats. */
    private static final String WITHOUT_REPEAT = "-r";

    private final String name;
    private final List<Process> processes = new ArrayList<>();

    private VirtualDisplay(String name) {
        this.name = name;
    }

    static VirtualDisplay open() {
        String given = System.getenv("DISPLAY");
        return given == null || given.isBlank() ? virtual() : new VirtualDisplay(given);
    }

    private static VirtualDisplay virtual() {
        // It finds a number that is free, and writes it when it can be used.
        Process server = start(
                new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", WITHOUT_REPEAT),
                Redirect.PIPE);
        try {
            BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
            String number = lines.readLine();
            if (number == null) {
                throw new AssertionError("Xvfb ended before it had a display.");
            }
            VirtualDisplay display = new VirtualDisplay(":" + number.strip());
            display.processes.add(server);
            // Also where the tests are ended from outside.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(display::destroy));
            display.processes.add(start(display.on("openbox"), Redirect.DISCARD));
            return display;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Process start(ProcessBuilder command, Redirect output) {
        try {
            return command.redirectOutput(output)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            throw new AssertionError(
                    "The journeys in a window need Xvfb, openbox and xdotool; install the packages xvfb, openbox and"
                            + " xdotool.",
                    notInstalled);
        }
    }

    /** A command whose windows are on this display. */
    ProcessBuilder on(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DISPLAY", name);
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }

    /** Presses keys and moves the pointer as a person does, and returns when that is done. */
    void xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        Process process = start(on(command.toArray(String[]::new)), Redirect.DISCARD);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError("xdotool could not do " + List.of(arguments));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void destroy() {
        processes.reversed().forEach(Process::destroy);
    }

    @Override
    public void close() {
        destroy();
        for (Process process : processes) {
            try {
                if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
