# Benchmarks of the library, which are in Java: dev/benchmarks.

# Builds and runs one of them, and prints its results as a table; further arguments go to JMH.
jmh() {
  local benchmark=$1 classes=$checkout/dev/benchmarks/target
  shift
  . "$lib/java.sh"
  require_java
  (cd "$checkout" && mvn --batch-mode --no-transfer-progress --quiet -Pbench -pl dev/benchmarks -am -DskipTests package) ||
    fail "the benchmark cannot be built"
  say "load of the machine: $(load_of_machine); this takes some minutes"
  "$(jdk_home)/bin/java" -XX:+UseSerialGC -cp "$classes/classes:$classes/lib/*" org.openjdk.jmh.Main "$benchmark" \
    -rf csv -rff "$scratch/results.csv" "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log" >&2; fail "JMH failed"; }
  [ -s "$scratch/results.csv" ] || { cat "$scratch/log"; return; }
  table <"$scratch/results.csv"
  say "load of the machine: $(load_of_machine)"
}

load_of_machine() { cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || uptime; }

# JMH's columns are: benchmark, mode, threads, samples, score, its error, unit, parameters.
table() {
  awk -F, '
    function plain(field) { gsub(/"/, "", field); return field }
    NR == 1 { parameter = plain($8); sub(/^Param: /, "", parameter); next }
    {
      name = plain($1); sub(/.*\./, "", name)
      if (NR == 2) printf "%-16s %10s %10s %10s   %s\n", "what", parameter, "time", "±", "unit"
      printf "%-16s %10s %10.2f %10.2f   %s\n", name, plain($8), plain($5), plain($6), plain($7)
    }'
}
