import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes out, in the classes of a jar, what the compiler leaves to the virtual machine to make while the program runs
 * and what no ahead-of-time cache keeps.
 */
final class SpelledOut {
    private SpelledOut() {
    }

    /** All in a jar, whose classes and those they extend the class path has. */
    static void in(Path jar, ClassLoader classPath) throws IOException {
        ClassFile files = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(classPath)));
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    out.write(entry.getName().endsWith(".class")
                            ? RecordMethods.spelledOut(files, TypeSwitches.spelledOut(files, bytes))
                            : bytes);
                }
                out.closeEntry();
            }
        }
        FileTime time = Files.getLastModifiedTime(jar);
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(jar, time);
    }
}
