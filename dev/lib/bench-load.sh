# bench load: the loader, warm, with 30, 300 and 3,000 services [JMH OPTION…]

bench_load() {
  . "$lib/jmh.sh"
  jmh LoadBenchmark "$@"
}
