package org.worthwhile.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.worthwhile.desktop.results.OptionsViewModel;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.DocumentKind;

/**
 * From a number typed to its results, saved: a proposal of 4 options with 60 lines each over 60 years. What the window adds
 * to that is measured by {@code EditOnScreen}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class EditBenchmark {

    static final String TYPED = "/options/1/costs/0/amount/annual";

    private Path folder = Path.of("");
    private Session session = new Session(
            new Folders(Path.of("models"), Path.of("none"), Path.of("sample-data")),
            TaskRunner.none(),
            Clock.systemUTC());
    private int amount;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("worthwhile-edit");
        session.create(folder.resolve("large.worthwhile"), true);
        session.edit("Large", List.of(Change.added(DocumentKind.PROPOSAL, "large", LargeProposal.tree(4, 60, 60))));
        session.selectedProperty().set("large");
    }

    @TearDown
    public void close() {
        session.close();
    }

    /** Typing on at one place, as an analyst does: saved with full synchronisation, read, checked, appraised, laid out. */
    @Benchmark
    public OptionsViewModel typing() {
        session.type("Typed", selected().document().set(TYPED, JsonText.number(++amount)));
        return OptionsViewModel.of(selected().appraisal());
    }

    private Outcome.Appraised selected() {
        return (Outcome.Appraised) session.selected().orElseThrow();
    }
}
