import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Gives the classes of libraries that were compiled for Java 5 the stack maps of later ones. What they do stays the same. Java keeps
 * no class without them in its cache for a fast start, but reads and verifies each anew, by a slower method.
 *
 * <p>{@code java VerifiableClasses.java FOLDER}: the folder of the libraries' jars, of which those that need it are replaced.
 */
final class VerifiableClasses {

    /** The first version of a class file that has stack maps, of Java 6; and one that has nothing else, of Java 8. */
    private static final int FIRST_WITH_STACK_MAPS = 50;

    /** Of a class file, as many bytes from the start end with its version. */
    private static final int VERSION_END = 8;

    private static final int GIVEN = ClassFile.JAVA_8_VERSION;
    private static final String COMMENT = "Worthwhile has added stack maps to the class files, of which the code is as it was.";

    /** The first that a jar can hold, so that the bytes are the same whenever and wherever it is made. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ClassFile classes;

    private VerifiableClasses(ClassLoader libraries) {
        ClassHierarchyResolver ofLibraries = ClassHierarchyResolver.ofResourceParsing(libraries);
        this.classes = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        ClassHierarchyResolver.defaultResolver().orElse(ofLibraries)));
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        URL[] places = new URL[jars.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = jars.get(i).toUri().toURL();
        }
        try (URLClassLoader libraries = new URLClassLoader(places)) {
            VerifiableClasses verifiable = new VerifiableClasses(libraries);
            for (Path jar : jars) {
                verifiable.mend(jar);
            }
        }
        // Windows replaces no file that is open.
        for (Path jar : jars) {
            if (Files.exists(mended(jar))) {
                Files.move(mended(jar), jar, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path mended(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".new");
    }

    /** A signed jar is left alone, since its signatures are of its bytes. */
    private void mend(Path jar) throws IOException {
        try (JarFile given = new JarFile(jar.toFile())) {
            boolean signed = given.stream().anyMatch(entry -> entry.getName().matches("META-INF/[^/]*[.]SF"));
            if (signed || given.stream().noneMatch(entry -> isOld(given, entry))) {
                return;
            }
            try (OutputStream file = Files.newOutputStream(mended(jar));
                    ZipOutputStream written = new ZipOutputStream(file)) {
                written.setComment(COMMENT);
                for (JarEntry entry : Collections.list(given.entries())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTimeLocal(DATE);
                    written.putNextEntry(copy);
                    written.write(isOld(given, entry) ? mended(bytes(given, entry)) : bytes(given, entry));
                    written.closeEntry();
                }
            }
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) {
        try {
            return jar.getInputStream(entry).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOld(JarFile jar, JarEntry entry) {
        if (!entry.getName().endsWith(".class")) {
            return false;
        }
        try (InputStream stream = jar.getInputStream(entry)) {
            byte[] start = stream.readNBytes(VERSION_END);
            int version = (start[VERSION_END - 2] & 0xFF) << 8 | start[VERSION_END - 1] & 0xFF;
            return version < FIRST_WITH_STACK_MAPS;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] mended(byte[] old) {
        ClassModel model = classes.parse(old);
        byte[] mended = classes.transformClass(
                model,
                ClassTransform.dropping(element -> element instanceof ClassFileVersion)
                        .andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element)))
                        .andThen(ClassTransform.endHandler(made -> made.withVersion(GIVEN, 0))));
        List<VerifyError> errors = classes.verify(mended);
        if (!errors.isEmpty()) {
            throw errors.getFirst();
        }
        return mended;
    }
}
