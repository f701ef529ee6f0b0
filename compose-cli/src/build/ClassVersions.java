import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Raises classes of a version below 50 to 52, with the stack maps that this version asks for. The virtual machine
 * verifies older ones in a way that keeps them out of an ahead-of-time cache. Nothing else of a class changes, and a
 * jar without such classes stays as it is.
 */
final class ClassVersions {
    private static final int OLDEST_KEPT = 50;

    private ClassVersions() {
    }

    static void raise(Path jar) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile())) {
            if (!hasOldClasses(in)) {
                return;
            }
            Path made = jar.resolveSibling(jar.getFileName() + ".new");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
                ClassFile files = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                        ClassFile.ClassHierarchyResolverOption.of(hierarchy(in)));
                for (ZipEntry entry : Collections.list(in.entries())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    out.write(raised(files, entry.getName(), bytes(in, entry)));
                    out.closeEntry();
                }
            }
            FileTime time = Files.getLastModifiedTime(jar);
            Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, time);
        }
    }

    private static byte[] raised(ClassFile files, String name, byte[] old) {
        if (!isOld(name, old)) {
            return old;
        }
        ClassTransform raise = ClassTransform.ofStateful(() -> (builder, element) -> {
            switch (element) {
                case ClassFileVersion version -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                // Passing the code through element by element is what makes its stack map anew.
                case MethodModel method -> builder.transformMethod(method,
                        MethodTransform.transformingCode((code, instruction) -> code.with(instruction)));
                default -> builder.with(element);
            }
        });
        try {
            return files.transformClass(files.parse(old), raise);
        } catch (IllegalArgumentException e) {
            // It speaks of a class that is not there (an optional dependency of its jar's): nobody loads it either.
            return old;
        }
    }

    private static ClassHierarchyResolver hierarchy(ZipFile jar) {
        return ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
            String descriptor = type.descriptorString();
            ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
            return entry == null ? null : new ByteArrayInputStream(uncheckedBytes(jar, entry));
        }).orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static boolean hasOldClasses(ZipFile jar) throws IOException {
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (entry.getName().endsWith(".class") && isOld(entry.getName(), bytes(jar, entry))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOld(String name, byte[] content) {
        return name.endsWith(".class") && ((content[6] & 0xff) << 8 | content[7] & 0xff) < OLDEST_KEPT;
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] uncheckedBytes(ZipFile jar, ZipEntry entry) {
        try {
            return bytes(jar, entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
