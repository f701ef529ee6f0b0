package dev.jcompose.model;

/**
 * One entry of {@code depends_on}.
 *
 * @param condition
 *            what to wait for
 * @param restart
 *            whether restarting the other service restarts this one
 * @param required
 *            whether this service can do without the other
 */
public record Dependency(Condition condition, boolean restart, boolean required) {

    /** What a dependency must have come to. */
    public enum Condition {
        /** Its containers were started. */
        SERVICE_STARTED,
        /** Its health checks pass. */
        SERVICE_HEALTHY,
        /** It ran to its end and returned 0. */
        SERVICE_COMPLETED_SUCCESSFULLY,
        /** Healthy where it has a health check, else running; asked for by {@code --wait}, not by files. */
        RUNNING_OR_HEALTHY;

        /** As written in a file and in the {@code depends_on} label: {@code service_started}. */
        public String text() {
            return switch (this) {
                case SERVICE_STARTED -> "service_started";
                case SERVICE_HEALTHY -> "service_healthy";
                case SERVICE_COMPLETED_SUCCESSFULLY -> "service_completed_successfully";
                case RUNNING_OR_HEALTHY -> "running_or_healthy";
            };
        }

        /** The condition of that name; started for any other text. */
        public static Condition of(String text) {
            for (Condition condition : values()) {
                if (condition.text().equals(text)) {
                    return condition;
                }
            }
            return SERVICE_STARTED;
        }
    }

    static Dependency decode(Attributes a) {
        return new Dependency(Condition.of(a.string("condition", "")), a.flag("restart"),
                !Boolean.FALSE.equals(a.bool("required")));
    }
}
