# Sourced by mvnw and phoenix: exports JAVA_HOME of the first JDK 25 found, the one already named first.
is_jdk25() { [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25' "$1/release" 2>/dev/null; }

for phoenix_jdk in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
  /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
  "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
  /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
  if [ -n "$phoenix_jdk" ] && is_jdk25 "$phoenix_jdk"; then
    JAVA_HOME=$phoenix_jdk
    export JAVA_HOME
    break
  fi
done
unset phoenix_jdk
