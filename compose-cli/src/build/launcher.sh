#!/bin/sh
# Starts jcompose. Only shell built-ins on the way: no process is started but Java itself.

# docker asks every plugin what it is, each time that it looks for one: not worth a Java.
if [ "$1" = docker-cli-plugin-metadata ]; then
    echo '{"SchemaVersion":"0.1.0","Vendor":"jcompose","Version":"v@VERSION@","ShortDescription":"Docker Compose"}'
    exit 0
fi

wanted=25
built_home='@HOME@'
built_java='@JAVA@'

fail() {
    echo "jcompose: $1" >&2
    exit 127
}

# The folder that holds bin/ and lib/: beside this file; else, where this is a copy or a link, where it was built.
here=$0
case $here in
*/*) ;;
*) here=./$here ;;
esac
home=${here%/*}/..
if [ ! -f "$home/lib/@MAIN_JAR@" ]; then
    home=$built_home
    # A link into a distribution that has been moved: the one case that needs another program.
    while [ ! -f "$home/lib/@MAIN_JAR@" ] && [ -L "$here" ]; do
        target=$(readlink "$here") || break
        case $target in
        /*) here=$target ;;
        *) here=${here%/*}/$target ;;
        esac
        home=${here%/*}/..
    done
    [ -f "$home/lib/@MAIN_JAR@" ] || fail "its jars are neither in ${0%/*}/../lib nor in $built_home/lib; build it again with: mvn package"
fi
lib=$home/lib

# Whether $1 is a runtime that is new enough: its folder says so in the file 'release'.
suits() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            value=${value%%[!0-9]*}
            [ "${value:-0}" -ge "$wanted" ]
            return
        fi
    done <"$1/release"
    return 1
}

java=
if [ -n "$JAVA_HOME" ] && suits "$JAVA_HOME"; then
    java=$JAVA_HOME
elif suits "$built_java"; then
    java=$built_java
else
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
        "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if suits "$candidate"; then
            java=$candidate
            break
        fi
    done
    if [ -z "$java" ]; then
        IFS=:
        for folder in $PATH; do
            if suits "$folder/.."; then
                java=$folder/..
                break
            fi
        done
        unset IFS
    fi
fi
[ -n "$java" ] || fail "needs Java $wanted or newer, and found none; set JAVA_HOME to a JDK $wanted"

# Which of the standard streams are terminals: the shell can tell, Java cannot.
terminals=
for stream in 0 1 2; do
    [ -t "$stream" ] && terminals=$terminals$stream
done

exec "$java/bin/java" @FLAGS@ -Djcompose.terminals="$terminals" -XX:AOTCache="$lib/jcompose.aot" -cp "@CLASS_PATH@" @MAIN@ "$@"
