package dev.jcompose.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final String PORTS = "127.0.0.1:18871->80/tcp, 0.0.0.0:18080->81/tcp, [::]:18080->81/tcp";

    private static Table table() {
        return Table.of(10, 3).row(List.of("NAME", "COMMAND", "PORTS"))
                .row(List.of("shop-web-1", "\"sleep 1000\"", PORTS)).row(List.of("shop-db-1", "\"ü数据库\"", ""));
    }

    @Test
    void columns_line_up_in_terminal_cells() {
        assertEquals("""
                NAME         COMMAND        PORTS
                shop-web-1   "sleep 1000"   127.0.0.1:18871->80/tcp, 0.0.0.0:18080->81/tcp, [::]:18080->81/tcp
                shop-db-1    "ü数据库"
                """, table().toString().replaceAll(" +\n", "\n"));
    }

    @Test
    void the_widest_column_gives_first_where_the_terminal_is_narrow() {
        assertEquals("""
                NAME         COMMAND        PORTS
                shop-web-1   "sleep 1000"   127.0.0.1:1…
                shop-db-1    "ü数据库"
                """, table().toString(40).replaceAll(" +\n", "\n"));
    }

    @Test
    void no_line_is_wider_than_the_terminal_while_anything_can_give() {
        for (int limit = 34; limit < 110; limit++) {
            int most = limit;
            assertTrue(table().toString(limit).lines().allMatch(line -> Cells.width(line) <= most),
                    () -> most + ":\n" + table().toString(most));
        }
        assertTrue(table().toString(5).startsWith("NAME"), "headings stay");
    }
}
