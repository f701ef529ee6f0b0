import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;

/**
 * Writes out {@code equals} and {@code hashCode} of records. As the compiler leaves them, the virtual machine makes them
 * out of method handles at the first use, which no ahead-of-time cache keeps: the first look into a map whose keys are
 * records costs a command tens of milliseconds.
 */
final class RecordMethods {
    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc OBJECTS_EQUALS = MethodTypeDesc.of(ConstantDescs.CD_boolean,
            ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final MethodTypeDesc OBJECTS_HASH = MethodTypeDesc.of(ConstantDescs.CD_int,
            ConstantDescs.CD_Object);

    private RecordMethods() {
    }

    /** A class with its methods written out; the same bytes where it has none to write out. */
    static byte[] spelledOut(ClassFile files, byte[] old) {
        ClassModel model = files.parse(old);
        if (model.methods().stream().noneMatch(method -> left(method).isPresent())) {
            return old;
        }
        ClassDesc self = model.thisClass().asSymbol();
        return files.transformClass(model, (builder, element) -> {
            Optional<List<DirectMethodHandleDesc>> fields = element instanceof MethodModel method
                    ? left(method)
                    : Optional.empty();
            if (fields.isEmpty()) {
                builder.with(element);
                return;
            }
            MethodModel method = (MethodModel) element;
            builder.withMethodBody(method.methodName(), method.methodType(), method.flags().flagsMask(), code -> {
                if (method.methodName().equalsString("equals")) {
                    writeEquals(code, self, fields.get());
                } else {
                    writeHashCode(code, self, fields.get());
                }
            });
        });
    }

    /** The fields that an {@code equals} or {@code hashCode} is about which the compiler left to the virtual machine. */
    private static Optional<List<DirectMethodHandleDesc>> left(MethodModel method) {
        if (!method.methodName().equalsString("equals") && !method.methodName().equalsString("hashCode")) {
            return Optional.empty();
        }
        return method.code().stream().flatMap(code -> code.elementStream())
                .filter(InvokeDynamicInstruction.class::isInstance).map(InvokeDynamicInstruction.class::cast)
                .filter(call -> call.bootstrapMethod().owner().equals(BOOTSTRAPS)).findFirst()
                .map(call -> call.bootstrapArgs().stream().filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast).toList());
    }

    private static void writeEquals(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
        Label differ = code.newLabel();
        code.aload(1).instanceOf(self).ifeq(differ).aload(1).checkcast(self).astore(2);
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = type(field);
            code.aload(0).getfield(self, field.methodName(), type).aload(2).getfield(self, field.methodName(), type);
            switch (TypeKind.from(type)) {
                case REFERENCE -> code.invokestatic(OBJECTS, "equals", OBJECTS_EQUALS).ifeq(differ);
                case LONG -> code.lcmp().ifne(differ);
                case DOUBLE, FLOAT -> code.invokestatic(boxed(type), "compare",
                        MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(differ);
                default -> code.if_icmpne(differ);
            }
        }
        code.iconst_1().ireturn().labelBinding(differ).iconst_0().ireturn();
    }

    private static void writeHashCode(CodeBuilder code, ClassDesc self, List<DirectMethodHandleDesc> fields) {
        code.iconst_0();
        for (DirectMethodHandleDesc field : fields) {
            ClassDesc type = type(field);
            code.bipush(31).imul().aload(0).getfield(self, field.methodName(), type);
            if (type.isPrimitive()) {
                code.invokestatic(boxed(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode", OBJECTS_HASH);
            }
            code.iadd();
        }
        code.ireturn();
    }

    private static ClassDesc type(DirectMethodHandleDesc getter) {
        return getter.invocationType().returnType();
    }

    private static ClassDesc boxed(ClassDesc primitive) {
        return switch (TypeKind.from(primitive)) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case SHORT -> ConstantDescs.CD_Short;
            case CHAR -> ConstantDescs.CD_Character;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            default -> throw new IllegalArgumentException(primitive.displayName());
        };
    }
}
