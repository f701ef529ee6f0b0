package dev.jcompose.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jcompose.model.Project;
import dev.jcompose.observe.Observation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DownPlanTest {
    private static final Project SHOP = Shop.of("""
            services:
              db: {image: postgres, networks: {default: null}}
              web:
                image: nginx
                depends_on: {db: {condition: service_started, required: true}}
                networks: {default: null}
                pre_stop: [{command: [nginx, -s, quit]}]
            networks: {default: {name: shop_default}}
            """);

    @Test
    void stops_and_removes_in_reverse_order() {
        assertEquals("""
                #1 container shop-web-1  stop    down
                #2 container shop-web-1  remove  down  after #1
                #3 container shop-db-1   stop    down  after #2
                #4 container shop-db-1   remove  down  after #3
                #5 network shop_default  remove  down  after #2 #4
                """, down(null));
    }

    @Test
    void kills_by_removing_where_there_is_no_time_to_stop_unless_a_hook_is_to_run() {
        assertEquals("""
                #1 container shop-web-1  stop    down
                #2 container shop-web-1  remove  down  after #1
                #3 container shop-db-1   remove  down  after #2
                #4 network shop_default  remove  down  after #2 #3
                """, down(Duration.ZERO));
    }

    private static String down(@Nullable Duration timeout) {
        Plan up = UpPlan.of(SHOP, Observation.NOTHING, UpOptions.DEFAULTS);
        DownOptions options = new DownOptions(List.of(), false, false, DownOptions.Images.NONE, timeout);
        return DownPlan.of(SHOP, Simulation.after(Observation.NOTHING, up), options).toString();
    }
}
