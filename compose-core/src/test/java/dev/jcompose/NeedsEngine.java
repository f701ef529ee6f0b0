package dev.jcompose;

import dev.jcompose.engine.EngineSystem.Ping;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips tests on an engine that cannot do what they need, and says why; docs/ENGINES.md lists what that is. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsEngine.Condition.class)
public @interface NeedsEngine {
    /** The oldest API version that will do: {@code 1.44}. */
    String api() default "1.41";

    /** What needs that version. */
    String because() default "";

    /** What Podman does otherwise; empty where it does well. */
    String notPodman() default "";

    /** Asks the engine that this environment names. Where none answers, the tests themselves say so. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return AnnotationSupport.findAnnotation(context.getElement(), NeedsEngine.class).map(Condition::judge)
                    .orElseGet(() -> ConditionEvaluationResult.enabled("needs nothing"));
        }

        private static ConditionEvaluationResult judge(NeedsEngine needs) {
            return Present.engine().map(engine -> judge(needs, engine))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("no engine answers"));
        }

        private static ConditionEvaluationResult judge(NeedsEngine needs, Ping engine) {
            if (engine.isPodman() && !needs.notPodman().isEmpty()) {
                return ConditionEvaluationResult.disabled("Podman: " + needs.notPodman());
            }
            return Present.speaks(engine, needs.api())
                    ? ConditionEvaluationResult.enabled("the engine can do it")
                    : ConditionEvaluationResult.disabled("needs API " + needs.api() + " (" + needs.because()
                            + "), and this engine speaks " + engine.apiVersion());
        }
    }
}
