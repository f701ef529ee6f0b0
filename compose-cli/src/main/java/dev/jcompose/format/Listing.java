package dev.jcompose.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of named values, printed in one of docker's formats: {@code table}, {@code json}, {@code table TEMPLATE} or a
 * template alone.
 *
 * @param headings
 *            heading of every field that a table can show, by field name
 * @param columns
 *            the fields of the plain table, in order
 * @param leastWidth
 *            of the plain table's columns
 */
public record Listing(Map<String, String> headings, List<String> columns, int leastWidth,
        List<Map<String, Object>> rows) {
    private static final int PADDING = 3;
    private static final String TABLE = "table";

    public Listing {
        headings = Map.copyOf(headings);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Headings from {@code "Name=NAME"} pieces; the plain table has them all, in this order. */
    public static Listing of(int leastWidth, List<Map<String, Object>> rows, String... fields) {
        Map<String, String> headings = new LinkedHashMap<>();
        Arrays.stream(fields).forEach(
                field -> headings.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1)));
        return new Listing(headings, List.copyOf(headings.keySet()), leastWidth, rows);
    }

    /**
     * The text to print, line feed included.
     *
     * @param width
     *            what the plain table is shortened to, see {@link Table#toString(int)}
     * @throws TemplateException
     *             if the format is a template that is wrong
     */
    public String print(String format, int width) {
        if (format.isEmpty() || format.equals(TABLE)) {
            return plainTable(width);
        }
        if (format.equals("json")) {
            StringBuilder text = new StringBuilder();
            rows.forEach(row -> text.append(Json.of(row)).append('\n'));
            return text.toString();
        }
        return format.startsWith(TABLE + " ")
                ? templateTable(Template.parse(unescaped(format.substring(TABLE.length() + 1))))
                : lines(Template.parse(unescaped(format)));
    }

    private String plainTable(int width) {
        Table table = Table.of(leastWidth, PADDING).row(columns.stream().map(this::heading).toList());
        rows.forEach(row -> table
                .row(columns.stream().map(column -> String.valueOf(row.getOrDefault(column, ""))).toList()));
        return table.toString(width);
    }

    private String templateTable(Template template) {
        Table table = Table.of(leastWidth, PADDING);
        List<String> texts = new ArrayList<>();
        texts.add(template.applyToHeadings(new LinkedHashMap<String, Object>(headings)));
        rows.forEach(row -> texts.add(template.apply(row)));
        texts.forEach(text -> table.row(Arrays.asList(text.split("\t", -1))));
        return table.toString();
    }

    private String lines(Template template) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(template.apply(row)).append('\n'));
        return text.toString();
    }

    private String heading(String column) {
        return headings.getOrDefault(column, column);
    }

    /** Shells hand over {@code \t} as two characters. */
    private static String unescaped(String template) {
        return template.replace("\\t", "\t").replace("\\n", "\n");
    }
}
