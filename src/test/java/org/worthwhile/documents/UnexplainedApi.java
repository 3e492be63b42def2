package org.worthwhile.documents;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Public types, and public methods of them, that lack a description in their Javadoc. What overrides something is explained where
 * that is declared; a record's constructor and accessors are explained by the record.
 */
final class UnexplainedApi extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final DocTrees docs;
    private final List<String> found;
    private final Deque<ClassTree> around = new ArrayDeque<>();

    private UnexplainedApi(CompilationUnitTree unit, DocTrees docs, List<String> found) {
        this.unit = unit;
        this.docs = docs;
        this.found = found;
    }

    /** What is not explained in the files, as file, line and name. */
    static List<String> of(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new UnexplainedApi(unit, DocTrees.instance(task), found).scan(unit, null);
            }
            return found;
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!isPublic(type.getModifiers())) {
            return null;
        }
        require(type.getSimpleName().toString());
        around.push(type);
        super.visitClass(type, nothing);
        around.pop();
        return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers()) && !overrides && !isOfARecord(method)) {
            require(type().getSimpleName() + "." + method.getName());
        }
        return null;
    }

    /** Local classes are no part of what others see. */
    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        return null;
    }

    /** What is declared in an interface is public without saying so. */
    private boolean isPublic(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || !around.isEmpty()
                        && (type().getKind() == Tree.Kind.INTERFACE || type().getKind() == Tree.Kind.ANNOTATION_TYPE)
                        && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private boolean isOfARecord(MethodTree method) {
        return type().getKind() == Tree.Kind.RECORD
                && (method.getName().contentEquals("<init>")
                        || method.getParameters().isEmpty()
                                && isComponent(method.getName().toString()));
    }

    private boolean isComponent(String name) {
        return type().getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .anyMatch(field -> field.getName().contentEquals(name)
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC));
    }

    private ClassTree type() {
        return Objects.requireNonNull(around.peek());
    }

    private void require(String name) {
        var comment = docs.getDocCommentTree(getCurrentPath());
        if (comment == null || comment.getFullBody().isEmpty()) {
            long line = unit.getLineMap()
                    .getLineNumber(docs.getSourcePositions()
                            .getStartPosition(unit, getCurrentPath().getLeaf()));
            found.add(Path.of(unit.getSourceFile().getName()) + ":" + line + " " + name);
        }
    }
}
