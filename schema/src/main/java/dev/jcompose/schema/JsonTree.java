package dev.jcompose.schema;

import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** A tree of plain values in the types that the library validates. */
final class JsonTree {
    private JsonTree() {
    }

    static Object of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            JSONObject object = new JSONObject();
            map.forEach((key, each) -> object.put(String.valueOf(key), of(each)));
            return object;
        }
        if (value instanceof List<?> list) {
            JSONArray array = new JSONArray(list.size());
            list.forEach(each -> array.put(of(each)));
            return array;
        }
        if (value == null) {
            return JSONObject.NULL;
        }
        return value instanceof Double || value instanceof Float ? number(((Number) value).doubleValue()) : value;
    }

    /** JSON knows no infinities; and to JSON Schema 2.0 is an integer. */
    private static Number number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return 0.5;
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? Number.class.cast((long) value) : Number.class.cast(value);
    }
}
