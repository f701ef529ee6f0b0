# bench load: the loader, warm, with 30, 300 and 3,000 services [JMH OPTION…]

bench_load() {
  . "$lib/java.sh"
  require_java
  (cd "$checkout" && mvn --batch-mode --no-transfer-progress --quiet -Pbench -pl dev/benchmarks -am -DskipTests package) ||
    fail "the benchmark cannot be built"
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
  java -XX:+UseSerialGC -cp "$checkout/dev/benchmarks/target/classes:$checkout/dev/benchmarks/target/lib/*" org.openjdk.jmh.Main LoadBenchmark "$@"
}
