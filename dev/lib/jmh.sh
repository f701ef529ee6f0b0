# Benchmarks of the library, which are in Java: dev/benchmarks.

# Builds and runs one of them; further arguments go to JMH.
jmh() {
  local benchmark=$1 classes=$checkout/dev/benchmarks/target
  shift
  . "$lib/java.sh"
  require_java
  (cd "$checkout" && mvn --batch-mode --no-transfer-progress --quiet -Pbench -pl dev/benchmarks -am -DskipTests package) ||
    fail "the benchmark cannot be built"
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime)"
  java -XX:+UseSerialGC -cp "$classes/classes:$classes/lib/*" org.openjdk.jmh.Main "$benchmark" "$@"
}
