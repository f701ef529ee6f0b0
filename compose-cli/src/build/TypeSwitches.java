import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each {@code switch} over types a plain method that tells which label a value falls under. As the compiler leaves
 * them, such switches have the virtual machine make that method at the first use, which no ahead-of-time cache keeps and
 * which costs a command milliseconds for each. Switches with other labels than types stay as they are.
 */
final class TypeSwitches {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
    private static final MethodTypeDesc SELECTOR = MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object,
            ConstantDescs.CD_int);

    private TypeSwitches() {
    }

    /** A class with its switches written out; the same bytes where it has none to write out. */
    static byte[] spelledOut(ClassFile files, byte[] old) {
        ClassModel model = files.parse(old);
        if (model.methods().stream().noneMatch(TypeSwitches::hasSome)) {
            return old;
        }
        List<List<ClassDesc>> selectors = new ArrayList<>();
        ClassDesc self = model.thisClass().asSymbol();
        boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        CodeTransform calls = (code, element) -> {
            List<ClassDesc> labels = element instanceof InvokeDynamicInstruction call ? labels(call) : List.of();
            if (labels.isEmpty()) {
                code.with(element);
            } else {
                code.invokestatic(self, name(selectors.size()), SELECTOR, isInterface);
                selectors.add(labels);
            }
        };
        ClassTransform methods = ClassTransform.transformingMethodBodies(TypeSwitches::hasSome, calls);
        return files.transformClass(model, methods.andThen(ClassTransform.endHandler(builder -> {
            for (int i = 0; i < selectors.size(); i++) {
                List<ClassDesc> labels = selectors.get(i);
                builder.withMethodBody(name(i), SELECTOR,
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> select(code, labels));
            }
        })));
    }

    private static String name(int index) {
        return "typeSwitch$" + index;
    }

    private static boolean hasSome(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call && !labels(call).isEmpty());
    }

    /** The types that a call chooses among; none where it is another kind of call. */
    private static List<ClassDesc> labels(InvokeDynamicInstruction call) {
        List<ConstantDesc> labels = call.bootstrapArgs();
        boolean typeSwitch = call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && labels.stream().allMatch(ClassDesc.class::isInstance);
        return typeSwitch ? labels.stream().map(ClassDesc.class::cast).toList() : List.of();
    }

    /** -1 for null; the first label at or after the given one that the value is of; their number where it is of none. */
    private static void select(CodeBuilder code, List<ClassDesc> labels) {
        Label known = code.newLabel();
        code.aload(0).ifnonnull(known).iconst_m1().ireturn().labelBinding(known);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
