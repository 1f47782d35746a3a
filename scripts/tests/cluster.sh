#!/usr/bin/env bash
# Tests --master with a real cluster on this machine: a standalone master and workers that have Spark's jars and nothing else.
#   scripts/tests/cluster.sh [BUILD]   BUILD holds levelfield.jar, lib/ and jvm.options; default pipeline/target
set -euo pipefail

home=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$(cd "${1:-$home/pipeline/target}" && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
study=$home/configs/safonovo-sample.yaml
work=$(mktemp -d)
started=()

end() {
  local pid
  # Executors end with their worker.
  for pid in "${started[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
  wait 2>/dev/null
  rm -rf "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

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

small=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1)
levelfield() {
  "$java" "@$build/jvm.options" "${small[@]}" -Xmx1g -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    "${settings[@]}" "${program[@]}" "$@"
}
settings=()
program=(-jar "$build/levelfield.jar")

# What a Spark installation has: all but the program's own jar, the libraries that only it needs, and its logger.
mkdir -p "$work/spark/jars"
touch "$work/spark/RELEASE"
for jar in "$build"/lib/*.jar; do
  case ${jar##*/} in
    picocli-* | fastcsv-* | commons-rng-* | commons-csv-* | hipparchus-* | jackson-dataformat-yaml-* | snakeyaml-* | jackson-datatype-jdk8-*) ;;
    logback-* | log4j-to-slf4j-*) ;;
    *) ln -s "$jar" "$work/spark/jars/" ;;
  esac
done
export SPARK_SCALA_VERSION=2.13
# Keys of the object store below: workers have them of their own, as the job does not hand them on.
export AWS_ACCESS_KEY_ID=levelfield AWS_SECRET_ACCESS_KEY=secret-of-a-test

listens() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() {
  local port
  until port=$((20000 + RANDOM % 12000)) && ! listens "$port"; do :; done
  echo "$port"
}
# until_told FILE LOG: waits until a server that logs there has written its port
until_told() {
  local tenth
  for ((tenth = 0; tenth < 600; tenth++)); do
    if [[ -s $1 ]]; then return; fi
    sleep 0.1
  done
  cat "$2" >&2
  echo "cluster: no server after a minute" >&2
  exit 1
}
# daemon CLASS ARGUMENT...: a process of the cluster, whose id is then in $!
daemon() {
  SPARK_HOME=$work/spark SPARK_LOCAL_IP=127.0.0.1 "$java" "@$build/jvm.options" "${small[@]}" -Xmx256m \
    -cp "$work/spark/jars/*" "$@" >>"$work/cluster.log" 2>&1 </dev/null &
  started+=("$!")
}

port=$(free_port)
cluster=spark://127.0.0.1:$port
master() {
  # An application whose executor dies is given up at once; by default Spark tries ten times.
  daemon -Dspark.deploy.maxExecutorRetries=1 org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port "$(free_port)"
  master=$!
  for ((tenth = 0; tenth < 300; tenth++)); do
    if listens "$port"; then break; fi
    sleep 0.1
  done
}
master
worker() { # NAME
  daemon org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port "$(free_port)" --cores 2 --memory 1g \
    --work-dir "$work/$1" "$cluster"
  worker=$!
}
worker worker

# The same study here and there
levelfield run "$study" --out "$work/here" >"$work/here.txt" 2>&1
status=0
levelfield run "$study" --out "$work/there" --master "$cluster" >"$work/there.txt" 2>&1 || status=$?
expect "a run on a cluster is done" 0 "$status"
[[ $status -eq 0 ]] || cat "$work/there.txt" >&2
expect "a cluster gives the same tables to the byte" "" "$(diff -rq "$work/here/latest/csv" "$work/there/latest/csv" 2>&1)"
expect "a cluster gives the same model" "features.json kmeans.pmml mllib public.json" \
  "$(cd "$work/there/latest/model" && diff -r "$work/here/latest/model/kmeans.pmml" kmeans.pmml >&2 && echo *)"
expect "executors did the work" "yes" "$([[ -n $(find "$work/worker" -name 'fastcsv-*.jar') ]] && echo yes)"

# Inputs and a copy in HDFS, which executors learn of by Spark's settings alone
hadoop=$(sed -nE 's|.*<hadoop.version>(.*)</hadoop.version>.*|\1|p' "$home/pom.xml")
(cd "$home" && mvn -B -ntp -q -N dependency:copy -Dartifact="org.apache.hadoop:hadoop-client-minicluster:$hadoop" -DoutputDirectory="$work/hdfs") >/dev/null
"$java" "@$build/jvm.options" "${small[@]}" -Xmx256m -cp "$work/hdfs/*:$work/spark/jars/*" "$home/scripts/tests/Hdfs.java" \
  "$work/hdfs/nodes" "$home/data-samples" "$work/hdfs/port" >"$work/hdfs.log" 2>&1 </dev/null &
started+=("$!")
until_told "$work/hdfs/port" "$work/hdfs.log"
mkdir "$work/far"
sed -e "s|programme: \.\./|programme: $home/|" -e 's|\.\./data-samples|hdfs:///data|' "$study" >"$work/far/study.yaml"
settings=("-Dspark.hadoop.fs.defaultFS=hdfs://localhost:$(cat "$work/hdfs/port")")
status=0
levelfield run "$work/far/study.yaml" --set outputs.copy_to=hdfs:///levelfield --out "$work/far/out" --master "$cluster" >"$work/far.txt" 2>&1 || status=$?
settings=()
expect "a run on a cluster reads HDFS" 0 "$status"
[[ $status -eq 0 ]] || cat "$work/far.txt" "$work/hdfs.log" >&2
expect "inputs in HDFS give the same tables to the byte" "" "$(diff -rq "$work/here/latest/csv" "$work/far/out/latest/csv" 2>&1)"
expect "the run was copied to HDFS" "1" "$(grep -c 'levelfield/runs/2' "$work/far.txt")"

# Inputs and a copy in an object store, whose libraries executors get from the job
mvn -B -ntp -q -f "$home/scripts/s3" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/s3/client" >/dev/null
mvn -B -ntp -q -f "$home/scripts/s3" dependency:copy-dependencies -DoutputDirectory="$work/s3/server" >/dev/null
printf '<configuration/>' >"$work/s3/logback.xml"
"$java" "${small[@]}" -Xmx512m -Dlogback.configurationFile="$work/s3/logback.xml" -cp "$work/s3/server/*" "$home/scripts/tests/ObjectStore.java" \
  "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" education "$home/data-samples" "$work/s3/port" >"$work/s3.log" 2>&1 </dev/null &
started+=("$!")
until_told "$work/s3/port" "$work/s3.log"
sed -e "s|programme: \.\./|programme: $home/|" -e 's|\.\./data-samples|s3a://education/in|' "$study" >"$work/far/objects.yaml"
settings=("-Dspark.hadoop.fs.s3a.endpoint=http://127.0.0.1:$(cat "$work/s3/port")" -Dspark.hadoop.fs.s3a.endpoint.region=us-east-1 -Dspark.hadoop.fs.s3a.path.style.access=true
  "-Dspark.jars=$(printf '%s,' "$work"/s3/client/*.jar)")
program=(-cp "$build/levelfield.jar:$work/s3/client/*" io.levelfield.cli.Main)
status=0
levelfield run "$work/far/objects.yaml" --set outputs.copy_to=s3a://education/runs --set outputs.keep=1 \
  --out "$work/far/objects" --master "$cluster" >"$work/objects.txt" 2>&1 || status=$?
expect "a run on a cluster reads an object store" 0 "$status"
[[ $status -eq 0 ]] || cat "$work/objects.txt" "$work/s3.log" >&2
expect "inputs in an object store give the same tables to the byte" "" "$(diff -rq "$work/here/latest/csv" "$work/far/objects/latest/csv" 2>&1)"
"$java" "@$build/jvm.options" "${small[@]}" "${settings[@]}" -cp "$work/s3/client/*:$work/spark/jars/*" "$home/scripts/tests/Fetch.java" \
  s3a://education/runs "$work/copied" >"$work/fetch.log" 2>&1 || cat "$work/fetch.log" >&2
expect "the copy's latest is the run" "$(basename "$(readlink "$work/far/objects/latest")")" "$(cat "$work/copied/latest")"
expect "the copy is the run to the byte" "" "$(diff -rq -x '.*.crc' "$work/far/objects/runs" "$work/copied/runs" 2>&1)"
status=0
levelfield copy "$work/far/objects" --to s3a://education/again >"$work/again.txt" 2>&1 || status=$?
expect "a run is copied again" "0 1" "$status $(grep -c 's3a://education/again/runs/2' "$work/again.txt")"
# unreachable NAME REASON: the inputs cannot be read
unreachable() {
  local status=0
  levelfield check "$work/far/objects.yaml" >"$work/objects.txt" 2>&1 || status=$?
  expect "$1" "3 1" "$status $(grep -c "файловая система по этому адресу недоступна: $2" "$work/objects.txt")"
}
AWS_SECRET_ACCESS_KEY=another unreachable "a wrong key is told" "в доступе отказано (Forbidden"
program=(-jar "$build/levelfield.jar")
unreachable "a missing library is told" "нет библиотеки"
settings=()

# By spark-submit, whose master is then that of the job
submitted=$(SPARK_HOME=$work/spark "$java" "@$build/jvm.options" "${small[@]}" -Xmx1g -Dstdout.encoding=UTF-8 -cp "$work/spark/jars/*" \
  org.apache.spark.deploy.SparkSubmit --master "$cluster" --conf spark.driver.userClassPathFirst=true \
  --class io.levelfield.cli.Main "$build/levelfield.jar" check "$study" --json 2>"$work/submitted.txt") || cat "$work/submitted.txt" >&2
expect "a job that spark-submit starts reads what one without it reads" "24 0" \
  "$(sed -nE 's/^  "(schools|rejects)" : ([0-9]+),$/\2/p' <<<"$submitted" | paste -sd ' ')"
expect "executors of the cluster did it" "4" "$(find "$work/worker" -maxdepth 1 -name 'app-*' | wc -l)"

# So many schools that replicates are tasks too
levelfield generate --schools 2000 --years 1 --pupils 40000 --seed 3 "$work/region" >/dev/null
few=()
for setting in clusters.bootstraps=20 clusters.null_sets=20 clusters.restarts=5 context_index.uncertainty.replicates=100; do
  few+=(--set "$setting")
done
levelfield run "$work/region/study.yaml" "${few[@]}" --out "$work/region/here" >/dev/null 2>&1
levelfield run "$work/region/study.yaml" "${few[@]}" --out "$work/region/there" --master "$cluster" >/dev/null 2>&1 || true
expect "replicates on a cluster give the same tables to the byte" "" \
  "$(diff -rq "$work/region/here/latest/csv" "$work/region/there/latest/csv" 2>&1)"

# Ends a second worker, and its executor with it, once that has our jar, and so a task.
staying=$worker
worker second
leaving=$worker
worker=$staying
end_second() {
  until [[ -n $(find "$work/second" -name levelfield.jar -print -quit 2>/dev/null) ]]; do sleep 0.1; done
  kill -KILL "$leaving"
}
end_second &
started+=("$!")
status=0
levelfield run "$work/region/study.yaml" "${few[@]}" --out "$work/region/less" --master "$cluster" >"$work/less.txt" 2>&1 || status=$?
expect "a run that loses a worker is done" 0 "$status"
expect "the worker was lost" "lost" "$(kill -0 "$leaving" 2>/dev/null || echo lost)"
expect "a worker that dies on the way changes no table" "" "$(diff -rq "$work/region/here/latest/csv" "$work/region/less/latest/csv" 2>&1)"

# refused NAME MESSAGE MASTER: a run with this master ends within 15 seconds, with one line and nothing else
refused() {
  local status=0 told start=$SECONDS
  told=$(levelfield run "$study" --out "$work/there" --master "$3" 2>&1) || status=$?
  expect "$1" "2 levelfield: --master $3: $2" "$status $told"
  expect "$1, soon" "yes" "$([[ $((SECONDS - start)) -le 15 ]] && echo yes || echo "after $((SECONDS - start)) s")"
}
latest=$(readlink "$work/there/latest")
no_answer="кластер Spark не отвечает по этому адресу; проверьте адрес и то, что кластер запущен и его версия — Spark 4.1.0"
unusable="такой адрес для Levelfield не годится; укажите local[*], local[N] или spark://УЗЕЛ:ПОРТ"
refused "a master that is not there" "$no_answer" spark://127.0.0.1:1
refused "an address without a port" "$unusable" spark://127.0.0.1
refused "a scheme that no Spark knows" "$unusable" foo://x
refused "YARN without its libraries" "$unusable" yarn

# lost NAME MESSAGE: a run that the cluster fails ends with one line after the stages it told of
lost() {
  local status=0 told
  told=$(levelfield run "$study" --out "$work/there" --master "$cluster" 2>&1) || status=$?
  expect "$1" "2 levelfield: --master $cluster: $2" "$status $told"
}
# Waits, a minute at most, until an executor that began after the file `before` has our jar, and so a task.
until_at_work() {
  local tenth
  for ((tenth = 0; tenth < 600; tenth++)); do
    if [[ -n $(find "$work/worker" -newer "$work/before" -name levelfield.jar -print -quit) ]]; then return; fi
    sleep 0.1
  done
  echo "cluster: no executor was at work after a minute" >&2
  return 1
}
# Ends that executor.
end_executor() {
  local process
  until_at_work
  for process in /proc/[0-9]*; do
    if grep -qaF "$work/spark" "$process/cmdline" && grep -qaF CoarseGrainedExecutorBackend "$process/cmdline"; then
      kill -KILL "${process#/proc/}"
    fi
  done 2>/dev/null
}
touch "$work/before"
end_executor &
started+=("$!")
lost "a cluster whose executors die" \
  "кластер прервал расчёт: его исполнители потеряны или расчёт остановлен на кластере; причина — в журналах кластера; ничего не опубликовано, расчёт можно начать снова"
kill -KILL "$worker"
wait "$worker" 2>/dev/null || true
settings=(-Dspark.levelfield.executorWait=3s)
no_executors="не выделяет расчёту исполнителей; проверьте, что рабочие узлы запущены и на них есть свободные память и ядра, или ждите дольше (spark.levelfield.executorWait)"
lost "a cluster without workers" "кластер 3 с $no_executors"
expect "a failed run leaves the last one in its place" "$latest" "$(readlink "$work/there/latest")"

# The master dies: executors that are at work finish what they have, but nobody replaces one that is lost then.
end_master() {
  until_at_work
  kill -KILL "$master"
}
settings=()
touch "$work/before"
worker worker
end_master &
started+=("$!")
status=0
levelfield run "$study" --out "$work/orphan" --master "$cluster" >"$work/orphan.txt" 2>&1 || status=$?
expect "a run whose master dies on the way is done" 0 "$status"
expect "the master was lost" "lost" "$(kill -0 "$master" 2>/dev/null || echo lost)"
expect "a master that dies on the way changes no table" "" "$(diff -rq "$work/here/latest/csv" "$work/orphan/latest/csv" 2>&1)"
kill -KILL "$master" 2>/dev/null || true
wait "$master" 2>/dev/null || true
refused "a master that died" "$no_answer" "$cluster"
kill -KILL "$worker"
wait "$worker" 2>/dev/null || true

master
touch "$work/before"
worker worker
(end_master && end_executor) &
started+=("$!")
settings=(-Dspark.levelfield.executorWait=30s) # an executor of a busy machine takes some seconds to begin
lost "a cluster whose master and executors die" "кластер 30 с $no_executors"
kill -KILL "$master" 2>/dev/null || true
wait "$master" 2>/dev/null || true
expect "what was published stays" "$latest" "$(readlink "$work/there/latest")"

echo "cluster: $passed passed, $failed failed"
[[ $failed -eq 0 ]]
