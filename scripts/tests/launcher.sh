#!/usr/bin/env bash
# Tests scripts/levelfield with a stand-in program that prints its JVM options and arguments, and a stand-in Maven that builds it.
set -euo pipefail

launcher=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/levelfield
launcher_options=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../pipeline/src/main/launcher" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home="$work/учебный округ"
mkdir -p "$home/scripts" "$home/pipeline/src/main" "$work/bin" "$work/elsewhere"
cp "$launcher" "$home/scripts/"
touch "$home/pom.xml" "$home/pipeline/pom.xml"

cat >"$work/Main.java" <<'JAVA'
package io.levelfield.cli;

import java.lang.management.ManagementFactory;

public class Main {
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("wait")) {
      System.out.println("waiting");
      Thread.sleep(60_000);
    }
    if (arguments.length > 0 && arguments[0].equals("--help") && "archive".equals(System.getenv("HOLD"))) {
      java.nio.file.Files.writeString(java.nio.file.Path.of(System.getenv("HELD")), "held");
      Thread.sleep(60_000);
    }
    if (System.getenv("SHOW_JVM") != null) {
      ManagementFactory.getRuntimeMXBean().getInputArguments().forEach(System.out::println);
      System.out.println("address " + System.getenv("SPARK_LOCAL_IP"));
      System.out.println("messages " + System.getenv("LC_MESSAGES"));
      System.out.println("class path " + System.getProperty("java.class.path"));
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
javac -d "$work/classes" "$work/Main.java"
jar --create --file "$work/echo.jar" --main-class io.levelfield.cli.Main -C "$work/classes" .
# HOLD names the moment at which a build waits, to be interrupted there; HELD is a file that then appears.
cat >"$work/bin/mvn" <<MVN
#!/bin/sh
hold() { if [ "\${HOLD:-}" = "\$1" ]; then echo held >"\$HELD"; exec sleep 60; fi; }
[ -e '$work/broken' ] && { echo 'no such symbol'; exit 1; }
echo build >>'$work/builds'
# Later than the build began by more than a tick of the file system's clock
[ -z "\${EDIT:-}" ] || { sleep 0.1; touch "\$EDIT"; }
[ -z "\${SLOW:-}" ] || sleep 1
for argument; do
  case \$argument in -Dlevelfield.target=*) cd "pipeline/\${argument#*=}" ;; esac
done
hold begun
cp '$work/echo.jar' levelfield.jar
hold jar
echo '--add-opens=java.base/java.lang=ALL-UNNAMED' >jvm.options
cp '$launcher_options/large.options' .
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
# Waits until a file has something in it, at most half a minute.
appears() {
  local tenth
  for ((tenth = 0; tenth < 300; tenth++)); do
    if [[ -s $1 ]]; then return; fi
    sleep 0.1
  done
  echo "launcher: $1 does not appear" >&2
  exit 1
}
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
SLOW=1 levelfield one >"$work/one" 2>"$work/one.err" &
SLOW=1 levelfield two >"$work/two" 2>"$work/two.err" &
wait
expect "two first starts build once" "build" "$(cat "$work/builds")"
expect "two first starts both run" "[one] 3[two] 3" "$(cat "$work/one" "$work/two" | tr -d '\n')"
expect "a first start says one line, and so does one that waits for it" \
  "Building Levelfield (first start only) …|Waiting for Levelfield to be built by another start …|" \
  "$(sort "$work/one.err" "$work/two.err" | tr '\n' '|')"
expect "a first start keeps a class archive" "yes" "$([[ -s $home/target/current/levelfield.jsa ]] && echo yes)"
echo x >"$home/target/current/check.jsa"
expect "a command with an archive of its own takes it" "check.jsa" "$(SHOW_JVM=1 levelfield check x | sed -n 's|.*SharedArchiveFile=.*/||p')"
expect "one without takes that of a run" "levelfield.jsa" "$(SHOW_JVM=1 levelfield explain x | sed -n 's|.*SharedArchiveFile=.*/||p')"
rm "$home/target/current/check.jsa"
expect "a second start says nothing" "" "$(levelfield 2>&1)"
touch "$home/pipeline/src/main/New.java"
expect "a newer source is built" "build build" "$(levelfield 2>/dev/null; xargs <"$work/builds")"

touch "$home/pipeline/src/main/New.java"
EDIT=$home/pipeline/src/main/New.java levelfield >/dev/null 2>&1
expect "what is edited during a build is built next" "Building Levelfield (first start only) …" "$(levelfield 2>&1)"

# Builds that jobs run from
builds() { find "$home/target/builds" -mindepth 1 -maxdepth 1 | wc -l; }
expect "one build is kept" 1 "$(builds)"
"$home/scripts/levelfield" wait >"$work/job" &
appears "$work/job"
touch "$home/pipeline/src/main/New.java"
levelfield >/dev/null 2>&1
expect "a build that a job runs from is kept" 2 "$(builds)"
kill "$!"
wait "$!" || true
touch "$home/pipeline/src/main/New.java"
levelfield >/dev/null 2>&1
expect "when the job has ended, it goes" 1 "$(builds)"

# Interruptions: Ctrl-C and a kill reach the whole process group, a manager's SIGTERM the launcher only
interrupted() { # MOMENT SIGNAL STATUS
  local status=0 starting
  rm -rf "$home/target" "$work/held"
  # A group of its own; and SIGINT, which is ignored where the test itself runs in the background.
  set -m
  HOLD=$1 HELD=$work/held env --default-signal=INT "$home/scripts/levelfield" x >/dev/null 2>&1 &
  set +m
  starting=$!
  appears "$work/held"
  if [[ $2 == TERM ]]; then kill -TERM "$starting"; else kill "-$2" -- "-$starting"; fi
  { wait "$starting" || status=$?; } 2>/dev/null
  expect "$2 ends a first start ($1)" "$3" "$status"
  expect "the next start after $2 builds and runs ($1)" "Building Levelfield (first start only) …|[x] 1|" "$(levelfield x 2>&1 | tr '\n' '|')"
  expect "the next start after $2 leaves one build ($1)" 1 "$(builds)"
}
for moment in begun jar archive; do
  interrupted "$moment" INT 130
  interrupted "$moment" TERM 143
  interrupted "$moment" KILL 137
done

# Arguments, exit code, place
for locale in C POSIX C.UTF-8; do
  expect "arguments are unharmed under $locale" \
    "[] 0|[школа № 1] 9|[a \"b\" 'c' *] 11|[\$HOME \\ ;] 9|" \
    "$(LC_ALL=$locale levelfield '' 'школа № 1' "a \"b\" 'c' *" "\$HOME \\ ;" | tr '\n' '|')"
done
expect "a locale that is not installed still tells the language" "messages qaa_RU.UTF-8" \
  "$(SHOW_JVM=1 env LC_ALL=qaa_RU.UTF-8 "$home/scripts/levelfield" 2>/dev/null | grep messages)"
expect "and nothing is said of it" "" \
  "$(env -u LC_ALL LC_MESSAGES=qaa_RU.UTF-8 LANG=C "$home/scripts/levelfield" 2>&1 >/dev/null | grep setlocale)"
expect "the exit code is the program's" 3 "$(status_of levelfield exit 3)"
"$home/scripts/levelfield" wait >"$work/wait" &
appears "$work/wait"
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
printf 'inputs: {results: [{path: "hdfs://far/1.csv", shape: pupils}]}\n' >"$work/far.yaml"
expect "what lies elsewhere is taken to be large" UseParallelGC "$(jvm_of run "$work/far.yaml")"
expect "an operator's options prevail" "-Xmx77m" \
  "$(SHOW_JVM=1 LEVELFIELD_JAVA_OPTS='-Da=b -Xmx77m' levelfield | grep Xmx | tail -n 1)"
expect "an operator's archive option that fits nothing is quiet" "[x] 1" \
  "$(LEVELFIELD_JAVA_OPTS='-XX:SharedArchiveFile=/nonexistent' levelfield x 2>&1)"
expect "the JVM's errors are shown" "Error occurred during initialization of VM|Too small maximum heap|" \
  "$(LEVELFIELD_JAVA_OPTS='-Xmx1k' levelfield 2>&1 | tr '\n' '|')"
expect "a terminal's width is told" "-Dlevelfield.terminal=97" \
  "$(SHOW_JVM=1 TERM=xterm script -qec "stty cols 97; '$home/scripts/levelfield'" /dev/null </dev/null | tr -d '\r' | grep terminal)"
expect "a pipe is no terminal" "" "$(SHOW_JVM=1 levelfield 2>&1 | grep terminal)"
expect "alone, Spark listens on this machine" "address 127.0.0.1" "$(SHOW_JVM=1 levelfield run --master 'local[2]' | grep address)"
expect "on a cluster, Spark finds its address" "address null" "$(SHOW_JVM=1 levelfield run --master yarn | grep address)"

# More libraries
mkdir -p "$work/more jars" "$work/empty"
cp "$work/echo.jar" "$work/more jars/a.jar"
cp "$work/echo.jar" "$work/more jars/b.jar"
expect "more libraries are the program's and the executors'" \
  "-Dspark.jars=$work/more jars/a.jar,$work/more jars/b.jar|levelfield.jar $work/more jars/a.jar $work/more jars/b.jar|" \
  "$(SHOW_JVM=1 LEVELFIELD_LIBRARIES="$work/more jars" levelfield | grep -E 'spark.jars|class path' | sed -E 's/.*(levelfield.jar):/\1 /; s/:/ /' | tr '\n' '|')"
expect "arguments pass with more libraries" "[a b] 3" "$(LEVELFIELD_LIBRARIES="$work/more jars" levelfield 'a b')"
expect "a directory without libraries is refused" "levelfield: LEVELFIELD_LIBRARIES names '$work/empty', where there are no jars." \
  "$(LEVELFIELD_LIBRARIES="$work/empty" levelfield 2>&1 || true)"
expect "a missing directory of libraries is refused" 2 "$(LEVELFIELD_LIBRARIES=$work/none status_of levelfield)"

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
