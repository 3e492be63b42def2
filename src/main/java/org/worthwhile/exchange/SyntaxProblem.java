package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.core.JacksonException;

/** Says in plain words what a parser found wrong with a text. */
final class SyntaxProblem {

    /** What a parser's message holds, and what it means. */
    private record Meaning(Pattern pattern, String what, String remedy) {

        /** @param what may hold {@code $1}, for what the pattern's group found */
        static Meaning of(String pattern, String what, String remedy) {
            return new Meaning(Pattern.compile(pattern, Pattern.DOTALL), what, remedy);
        }

        Optional<Fault> in(String message) {
            Matcher matcher = pattern.matcher(message);
            return matcher.find()
                    ? Optional.of(new Fault(
                            matcher.groupCount() == 0 ? what : what.replace("$1", shown(matcher.group(1))), remedy))
                    : Optional.empty();
        }

        private static String shown(String found) {
            String visible = found.replaceAll("\\p{Cntrl}", "?");
            return visible.length() <= 40 ? visible : visible.substring(0, 40) + "...";
        }
    }

    private static final String MEND = "mend the text there";

    private static final List<Meaning> MEANINGS = List.of(
            Meaning.of("nesting depth", "is nested too deep", "write it with fewer levels"),
            Meaning.of("Number value length", "holds a number of too many digits", "write one that can be meant"),
            Meaning.of("Name length", "holds a field's name that is too long", "shorten it"),
            Meaning.of("String (value )?length", "holds a text that is too long", "shorten it"),
            Meaning.of("exceeds the (limit|maximum)", "is too large", "keep only what is needed"),
            Meaning.of("Duplicate (?:Object property|key) \"?(.*?)\"?$", "Duplicate field '$1'", "keep one of the two"),
            Meaning.of("found duplicate key (\\S+)", "Duplicate field '$1'", "keep one of the two"),
            Meaning.of("Trailing token|<document start>", "goes on after its end", "keep one document in the file"),
            Meaning.of(
                    "end-of-input|unexpected end of stream|<stream end>",
                    "ends before it is complete",
                    "close what was opened: a brace, a bracket or a quotation mark"),
            Meaning.of("Non-standard token '(.*?)'", "'$1' is no number", "write the number that is meant"),
            Meaning.of(
                    "Unrecognized token '(.*?)'",
                    "'$1' is no value",
                    "write a text in quotation marks, a number, true or false"),
            Meaning.of("Invalid numeric value|numeric value", "a number is not written as a number", MEND),
            Meaning.of(
                    "Illegal unquoted character",
                    "a text runs over the end of its line or holds a control character",
                    "close its quotation marks on the same line"),
            Meaning.of("escape", "a text holds a backslash that means nothing", "write two backslashes for one"),
            Meaning.of(
                    "expecting a colon", "a colon is missing after a field's name", "write it between name and value"),
            Meaning.of(
                    "expecting comma",
                    "a comma is missing, or a bracket or brace is closed too early or too late",
                    MEND),
            Meaning.of(
                    "property name",
                    "a field's name is missing or not in quotation marks",
                    "write it as in \"title\", and no comma after the last field"),
            Meaning.of("comment", "holds a comment, which this format has not", "remove it"),
            Meaning.of(
                    "TAB|cannot start any token",
                    "a line begins with a tab or a sign that has another meaning",
                    "use spaces, and put texts with special signs in quotation marks"),
            Meaning.of(
                    "mapping values are not allowed",
                    "a colon stands within a text",
                    "put the text in quotation marks"),
            Meaning.of(
                    "special characters|Illegal character|CTRL-CHAR|surrogate|UTF",
                    "holds a character that does not belong in a text",
                    "remove it"),
            Meaning.of(
                    "while parsing a block|block end|indent",
                    "a line is not indented as those it belongs to",
                    "indent it alike, with spaces"),
            Meaning.of("Unexpected character \\('(.*?)' \\(code", "'$1' is not expected there", MEND));

    private SyntaxProblem() {}

    /**
     * The problem in a text.
     *
     * @param name of the text
     * @param format that it should have, such as JSON
     */
    static Problem of(String name, String format, JacksonException malformed) {
        String message = malformed.getOriginalMessage() == null ? "" : malformed.getOriginalMessage();
        Fault fault = MEANINGS.stream()
                .flatMap(meaning -> meaning.in(message).stream())
                .findFirst()
                .orElse(new Fault("it cannot be parsed", MEND));
        int line = malformed.getLocation() == null
                ? 0
                : Math.max(0, malformed.getLocation().getLineNr());
        return new Problem(
                new Place(name, "", line), "is not well-formed " + format + ": " + fault.what(), fault.remedy());
    }
}
