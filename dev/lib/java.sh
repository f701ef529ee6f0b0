# What the build needs: Maven, and a JDK 25 that it finds by itself.

java_version=25

require_java() {
  command -v mvn >/dev/null || install_maven
  has_jdk || fail "no JDK $java_version found: JAVA_HOME, the default java and the usual folders have none. Install one, for example as /usr/lib/jvm/jdk-$java_version, or set JAVA_HOME"
}

install_maven() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || fail "Maven is missing; install it (the command is mvn)"
  refresh_distro
  install_packages maven
}

has_jdk() { jdk_home >/dev/null; }

# The folder of the JDK, or failure.
jdk_home() {
  local folder
  for folder in "${JAVA_HOME:-}" "$(default_java_home)" /usr/lib/jvm/* /opt/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$folder/bin/javac" ] && grep -q "^JAVA_VERSION=\"${java_version}[.\"]" "$folder/release" 2>/dev/null; then
      echo "$folder"
      return 0
    fi
  done
  return 1
}

default_java_home() {
  local program
  program=$(readlink -f "$(command -v java)" 2>/dev/null) || return 0
  echo "${program%/bin/java}"
}
