# bench plan: plans for 100 and 1,000 services on an engine in memory, and carries them out [JMH OPTION…]

bench_plan() {
  . "$lib/jmh.sh"
  jmh PlanBenchmark "$@"
}
