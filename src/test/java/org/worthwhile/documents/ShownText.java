package org.worthwhile.documents;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text that somebody may read.
 *
 * @param place where it stands
 */
record ShownText(String place, String text) {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path WORDS = Path.of("src/main/resources/org/worthwhile/desktop/words.properties");

    /** Words of these are what users may type, whatever the program calls it. */
    private static final String TYPED = "search.terms.";

    private static final Path SCHEMAS = Path.of("models", "schema");

    /** A literal with these is a pattern, by which the program knows what others wrote. */
    private static final Pattern OF_PATTERNS = Pattern.compile("\\\\[a-zA-Z.]|\\(\\?|[.]\\*|\\w\\|\\w");

    /** A literal with these is a rule of a stylesheet. */
    private static final Pattern OF_STYLES = Pattern.compile("[{][^{}]*:[^{}]*;");

    private static final Pattern CODE =
            Pattern.compile("(?ms)^```.*?^```|`[^`\\n]*`|^(?: {4}[^\\n]*\\n)+|\\]\\([^)]*\\)");

    /** The words of the screens. */
    static List<ShownText> ofScreens() throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(WORDS)) {
            words.load(reader);
        }
        return words.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(TYPED))
                .map(name -> new ShownText(name, words.getProperty(name)))
                .toList();
    }

    /** What the schemas say of fields. */
    static List<ShownText> ofSchemas() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.flatMap(file -> JsonMapper.builder().build().readTree(file).findValues("description").stream()
                            .filter(JsonNode::isString)
                            .map(text -> new ShownText(file.toString(), text.asString())))
                    .toList();
        }
    }

    /** The pages of the project without their code. */
    static List<ShownText> ofPages() {
        return MarkdownPage.all().stream()
                .map(page -> new ShownText(
                        page.file().toString(), CODE.matcher(page.text()).replaceAll(" ")))
                .toList();
    }

    /** Every literal of several words of the program: messages, sentences of reports, what the command line says of itself. */
    static List<ShownText> ofLiterals() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return literals(
                    files.filter(file -> file.toString().endsWith(".java")).toList());
        }
    }

    static List<ShownText> literals(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<ShownText> found = new ArrayList<>();
            for (var unit : task.parse()) {
                String place =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                unit.accept(
                        new TreeScanner<Void, Void>() {
                            @Override
                            public Void visitLiteral(LiteralTree literal, Void nothing) {
                                if (literal.getValue() instanceof String text && isRead(text)) {
                                    found.add(new ShownText(place, text));
                                }
                                return null;
                            }
                        },
                        null);
            }
            return found;
        }
    }

    private static boolean isRead(String text) {
        return text.strip().contains(" ")
                && !OF_PATTERNS.matcher(text).find()
                && !OF_STYLES.matcher(text).find();
    }
}
