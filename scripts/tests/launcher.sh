#!/usr/bin/env bash
# Tests scripts/levelfield with a stand-in program that prints its JVM options and arguments, and a stand-in Maven that builds it.
set -euo pipefail

launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/levelfield
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home="$work/учебный округ"
mkdir -p "$home/scripts" "$home/pipeline/src/main" "$work/bin" "$work/elsewhere"
cp "$launcher" "$home/scripts/"
touch "$home/pom.xml" "$home/pipeline/pom.xml"

cat >"$work/Echo.java" <<'JAVA'
import java.lang.management.ManagementFactory;

public class Echo {
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("wait")) {
      System.out.println("waiting");
      Thread.sleep(60_000);
    }
    if (System.getenv("SHOW_JVM") != null) {
      ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(System.out::println);
      System.out.println("address " + System.getenv("SPARK_LOCAL_IP"));
    }
    for (String argument : arguments) {
      System.out.println("[" + argument + "] " + argument.length());
    }
    if (arguments.length > 1 && arguments[0].equals("exit")) {
      System.exit(Integer.parseInt(arguments[1]));
    }
  }
}
JAVA
javac -d "$work/classes" "$work/Echo.java"
jar --create --file "$work/echo.jar" --main-class Echo -C "$work/classes" .
cat >"$work/bin/mvn" <<MVN
#!/bin/sh
[ -e '$work/broken' ] && { echo 'no such symbol'; exit 1; }
echo build >>'$work/builds'
sleep 1
mkdir -p pipeline/target
echo '--add-opens=java.base/java.lang=ALL-UNNAMED' >pipeline/target/jvm.options
cp '$work/echo.jar' pipeline/target/levelfield.jar
MVN
chmod +x "$work/bin/mvn"
PATH=$work/bin:$PATH
cd "$work/elsewhere"

passed=0
failed=0
# expect NAME EXPECTED ACTUAL
expect() {
  if [[ $3 == "$2" ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s\n  expected: %s\n  but was:  %s\n' "$1" "$2" "$3" >&2
  fi
}
levelfield() { "$home/scripts/levelfield" "$@"; }
status_of() {
  local status=0
  "$@" >/dev/null 2>&1 || status=$?
  echo "$status"
}
# Which of two words the options of the JVM hold.
jvm_of() { SHOW_JVM=1 levelfield "$@" | grep -oE 'UseSerialGC|UseParallelGC'; }

# Building
touch "$work/broken"
expect "a failed build shows Maven's words and where the rest is" \
  "Building Levelfield (first start only) …|no such symbol|levelfield: the build failed; its whole log is $home/target/build.log|" \
  "$(levelfield 2>&1 | tr '\n' '|')"
expect "a failed build is a fault" 1 "$(status_of levelfield)"
rm "$work/broken"
levelfield one >"$work/one" 2>"$work/one.err" &
levelfield two >"$work/two" 2>"$work/two.err" &
wait
expect "two first starts build once" "build" "$(cat "$work/builds")"
expect "two first starts both run" "[one] 3[two] 3" "$(cat "$work/one" "$work/two" | tr -d '\n')"
expect "a first start says one line" "Building Levelfield (first start only) …" "$(cat "$work/one.err" "$work/two.err")"
expect "a first start keeps a class archive" "yes" "$([[ -s $home/pipeline/target/levelfield.jsa ]] && echo yes)"
expect "a second start says nothing" "" "$(levelfield 2>&1)"
touch "$home/pipeline/src/main/New.java"
expect "a newer source is built" "build build" "$(levelfield 2>/dev/null; xargs <"$work/builds")"

# Arguments, exit code, place
for locale in C POSIX C.UTF-8; do
  expect "arguments are unharmed under $locale" \
    "[] 0|[школа № 1] 9|[a \"b\" 'c' *] 11|[\$HOME \\ ;] 9|" \
    "$(LC_ALL=$locale levelfield '' 'школа № 1' "a \"b\" 'c' *" "\$HOME \\ ;" | tr '\n' '|')"
done
expect "the exit code is the program's" 3 "$(status_of levelfield exit 3)"
"$home/scripts/levelfield" wait >"$work/wait" &
until [[ -s $work/wait ]]; do sleep 0.1; done
kill "$!"
status=0
wait "$!" || status=$?
expect "a signal reaches the program" 143 "$status"
ln -s "$home/scripts/levelfield" "$work/bin/levelfield"
expect "a link works" "[x] 1" "$(command levelfield x)"
ln -s levelfield "$work/bin/lf"
expect "a link to a link works" "[x] 1" "$(lf x)"

# The JVM
expect "no study: a small JVM" UseSerialGC "$(jvm_of explain 101)"
mkdir -p "$work/in puts"
head -c 1500000 /dev/zero >"$work/in puts/1.csv"
printf 'inputs:\n  results:\n    - path: "in puts/*.csv"  # all years\n' >"$work/s.yaml"
printf 'inputs: {results: [{path: in puts/1.csv, shape: pupils}]}\n# path: in puts/1.csv\n' >"$work/flow.yaml"
expect "a small study: a small JVM" UseSerialGC "$(jvm_of run "$work/s.yaml")"
cp "$work/in puts/1.csv" "$work/in puts/2.csv"
expect "a glob's files are added up" UseParallelGC "$(jvm_of run "$work/s.yaml")"
expect "a comment is no input" UseSerialGC "$(jvm_of run "$work/flow.yaml")"
mv "$work/in puts/1.csv" "$work/in puts/1.csv.gz"
sed -i 's/1.csv,/1.csv.gz,/' "$work/flow.yaml"
expect "a compressed file counts ten times" UseParallelGC "$(jvm_of run "$work/flow.yaml")"
expect "an operator's options prevail" "-Xmx77m" \
  "$(SHOW_JVM=1 LEVELFIELD_JAVA_OPTS='-Da=b -Xmx77m' levelfield | grep Xmx | tail -n 1)"
expect "an operator's archive option that fits nothing is quiet" "[x] 1" \
  "$(LEVELFIELD_JAVA_OPTS='-XX:SharedArchiveFile=/nonexistent' levelfield x 2>&1)"
expect "the JVM's errors are shown" "Error occurred during initialization of VM|Too small maximum heap|" \
  "$(LEVELFIELD_JAVA_OPTS='-Xmx1k' levelfield 2>&1 | tr '\n' '|')"
expect "alone, Spark listens on this machine" "address 127.0.0.1" "$(SHOW_JVM=1 levelfield run --master 'local[2]' | grep address)"
expect "on a cluster, Spark finds its address" "address null" "$(SHOW_JVM=1 levelfield run --master yarn | grep address)"

# Requirements
mkdir -p "$work/old/bin"
printf '#!/bin/sh\necho '\''openjdk version "1.8.0_402"'\'' >&2\n' >"$work/old/bin/java"
chmod +x "$work/old/bin/java"
expect "an old Java is named" \
  "levelfield: Java 17 or newer is needed, but '$work/old/bin/java' is Java 8: set JAVA_HOME." \
  "$(JAVA_HOME=$work/old levelfield 2>&1 || true)"
expect "an old Java is refused" 2 "$(JAVA_HOME=$work/old status_of levelfield)"
expect "a missing Java is refused" 2 "$(JAVA_HOME=$work/none status_of levelfield)"
mkdir "$work/tools"
for tool in bash env readlink dirname find sed head locale stat mkdir flock java; do ln -s "$(command -v "$tool")" "$work/tools/"; done
expect "Maven is not needed when all is built" 0 "$(PATH=$work/tools status_of levelfield)"
touch "$home/pom.xml"
expect "a missing Maven is named" "levelfield: Maven is needed to build Levelfield: install Maven 3.8.7 or newer." \
  "$(PATH=$work/tools levelfield 2>&1 | sed -n 2p)"

echo "launcher: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
