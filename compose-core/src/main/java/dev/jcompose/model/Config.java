package dev.jcompose.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A config (specification, "Configs top-level element"). One of file, environment and content says what is in it.
 *
 * @param key
 *            its key in the top-level section
 * @param file
 *            absolute path
 * @param environment
 *            the variable of the project's environment whose value it has
 * @param content
 *            the text itself
 */
public record Config(String key, String name, @Nullable String file, @Nullable String environment,
        @Nullable String content, boolean external, @Nullable String driver, @Nullable String templateDriver,
        Map<String, String> labels) {
    public Config { labels = Ordered.copyOf(labels); }

    static Config decode(String key, Attributes a) {
        return new Config(key, a.string("name", key), a.string("file"), a.string("environment"), a.string("content"),
                a.flag("external"), a.string("driver"), a.string("template_driver"), a.stringMap("labels"));
    }
}
