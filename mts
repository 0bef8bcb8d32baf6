#!/usr/bin/env bash
# mts: builds what is missing, then runs it. `mts help` lists the commands.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
dist="$root/frontends/web/target"

# Prints the home of the first JDK 25 or newer, by what it says of itself and without starting it.
find_jdk() {
    local on_path home version
    on_path=$(readlink -f "$(command -v javac || true)" || true)
    for home in "${JAVA_HOME:-}" "${on_path%/bin/javac}" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/homebrew/opt/openjdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -x "$home/bin/javac" ] && [ -f "$home/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
            if [ "${version:-0}" -ge 25 ]; then
                echo "$home"
                return
            fi
        fi
    done
    echo "mts: no JDK 25 found: looked at JAVA_HOME, the PATH and the usual places." >&2
    echo "mts: install one (https://adoptium.net/temurin/releases/?version=25) and set JAVA_HOME to it." >&2
    exit 2
}

# Tells whether a source, a resource or a POM is newer than what was built from it.
is_stale() {
    [ ! -f "$1" ] || [ -n "$(find "$root" -name target -prune -o -name .git -prune -o -type f \
        \( -path '*/src/main/*' -o -name pom.xml \) -newer "$1" -print -quit)" ]
}

# Builds modules and what they need, without tests; says so, because it takes a while.
build() {
    echo "mts: building $1; the first time takes some minutes" >&2
    "$root/mvnw" -f "$root/pom.xml" -B -ntp -q package -pl "$2" -am \
        -Dmaven.test.skip -Dspotless.check.skip -Dcheckstyle.skip >&2 || {
        echo "mts: the build failed, see above" >&2
        exit 1
    }
}

run_java() {
    # Native access: DuckDB is a native library.
    # shellcheck disable=SC2086 # the options are words
    exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED ${MTS1B_JAVA_OPTS:-} "$@"
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME

case "${1:-help}" in
    test)
        shift
        cd "$root"
        # Two modules at a time, where neither needs the other.
        ./mvnw -B -ntp -T 2 verify "$@"
        # All of it was just built; with arguments, perhaps not.
        [ $# -gt 0 ] || touch "$root/contracts/target/.mts-checked-tree"
        exec "$root/mts" contracts --strict
        ;;
    format)
        cd "$root"
        exec ./mvnw -B -ntp -q spotless:apply -pl '!bom'
        ;;
    contracts)
        shift
        stamp="$root/contracts/target/.mts-checked-tree"
        if is_stale "$stamp"; then
            build "everything, for the contracts to look at" "$(sed -n 's:.*<module>\(.*\)</module>.*:\1:p' "$root/pom.xml" | paste -sd,)"
            touch "$stamp"
        fi
        run_java -cp "$root/contracts/target/classes:$(cat "$root/contracts/target/classpath")" \
            io.mts1b.contracts.Main --root "$root" "$@"
        ;;
    bench)
        shift
        stamp="$root/benchmarks/target/.mts-built"
        if is_stale "$stamp"; then
            build "the benchmarks" benchmarks
            touch "$stamp"
        fi
        # JMH uses sun.misc.Unsafe, which the JDK would warn of.
        run_java --sun-misc-unsafe-memory-access=allow -cp "$root/benchmarks/target/classes:$root/benchmarks/target/lib/*" io.mts1b.benchmarks.Bench "$@"
        ;;
    *)
        stamp="$dist/.mts-built"
        if is_stale "$stamp"; then
            build "the house" frontends/web
            touch "$stamp"
        fi
        [ $# -gt 0 ] || set -- help
        [ "$1" != soak ] || set -- oms "$@"
        run_java -cp "$dist/*:$dist/lib/*" io.mts1b.frontends.cli.Mts "$@"
        ;;
esac
