package io.phoenix.simulator.profile;

import io.phoenix.simulator.process.Distribution.Uniform;
import io.phoenix.simulator.process.Program;
import java.util.List;
import java.util.stream.Stream;

/** The forty programs of ordinary servers, most frequent first, and the names of kernel threads. */
final class RealisticPrograms {
    private static final Uniform ONE = new Uniform(1, 1);
    private static final Uniform FEW = new Uniform(2, 12);
    private static final Uniform MANY = new Uniform(20, 200);

    private RealisticPrograms() {}

    static List<Program> ranked() {
        return Stream.concat(ordinary().stream(), critical().stream()).toList();
    }

    static List<Program> critical() {
        return List.of(
                new Program("sshd", "/usr/sbin/sshd", "root", "-D -R %d", ONE),
                new Program("nginx", "/usr/sbin/nginx", "www-data", "-g daemon off; worker %d", ONE),
                new Program("postgres", "/usr/bin/postgres", "postgres", "-D /var/lib/postgresql/%d", ONE),
                new Program("containerd", "/usr/bin/containerd", "root", "--log-level warn --shard %d", MANY),
                new Program("kubelet", "/usr/bin/kubelet", "root", "--config /etc/kubelet/%d.yaml", MANY),
                new Program("dockerd", "/usr/bin/dockerd", "root", "-H unix:///run/docker-%d.sock", MANY),
                new Program("redis-server", "/usr/bin/redis-server", "redis", "/etc/redis/%d.conf", FEW),
                new Program("haproxy", "/usr/sbin/haproxy", "haproxy", "-f /etc/haproxy/%d.cfg", FEW),
                new Program("etcd", "/usr/bin/etcd", "etcd", "--data-dir /var/lib/etcd/%d", FEW),
                new Program("keepalived", "/usr/sbin/keepalived", "root", "-f /etc/keepalived/%d.conf", ONE));
    }

    static List<Program> kernelThreads() {
        return Stream.of(
                        "rcu_sched",
                        "migration/0",
                        "ksoftirqd/0",
                        "kworker/0:0",
                        "kworker/0:1",
                        "kworker/1:0",
                        "kworker/1:1",
                        "kworker/u16:2",
                        "kcompactd0",
                        "kswapd0",
                        "khugepaged",
                        "kauditd",
                        "kthrotld",
                        "watchdogd",
                        "scsi_eh_0",
                        "jbd2/sda1-8",
                        "ext4-rsv-conver",
                        "irq/24-virtio0")
                .map(Program::kernelThread)
                .toList();
    }

    private static List<Program> ordinary() {
        return List.of(
                new Program("bash", "/usr/bin/bash", "deploy", "/opt/jobs/task-%d.sh", ONE),
                new Program("java", "/usr/bin/java", "app", "-Xmx1g -jar /srv/app/service-%d.jar", MANY),
                new Program("python3", "/usr/bin/python3", "app", "/srv/app/worker_%d.py", FEW),
                new Program("sh", "/usr/bin/dash", "root", "-c /etc/cron.d/step-%d", ONE),
                new Program("node", "/usr/bin/node", "app", "/srv/web/server.js --instance %d", FEW),
                new Program("php-fpm", "/usr/sbin/php-fpm", "www-data", "--nodaemonize --pool %d", ONE),
                new Program("chrome", "/opt/google/chrome/chrome", "ci", "--headless --renderer=%d", MANY),
                new Program("ruby", "/usr/bin/ruby", "app", "/srv/app/bin/job %d", FEW),
                new Program("gunicorn", "/usr/bin/gunicorn", "app", "site.wsgi --worker %d", FEW),
                new Program("celery", "/usr/bin/celery", "app", "worker --queue q%d", FEW),
                new Program("puma", "/usr/bin/puma", "app", "-C config/puma.rb --cluster %d", FEW),
                new Program("cron", "/usr/sbin/cron", "root", "-f", ONE),
                new Program(
                        "containerd-shim", "/usr/bin/containerd-shim-runc-v2", "root", "-namespace k8s.io -id %d", FEW),
                new Program("systemd", "/usr/lib/systemd/systemd", "deploy", "--user", ONE),
                new Program("perl", "/usr/bin/perl", "app", "/opt/reports/report-%d.pl", ONE),
                new Program("curl", "/usr/bin/curl", "deploy", "-fsS http://localhost/health/%d", ONE),
                new Program("rsync", "/usr/bin/rsync", "backup", "-a /srv/data/%d backup::data", ONE),
                new Program("git", "/usr/bin/git", "ci", "fetch origin build-%d", FEW),
                new Program("fluent-bit", "/opt/fluent-bit/bin/fluent-bit", "root", "-c /etc/fluent-bit/%d.conf", FEW),
                new Program("node_exporter", "/usr/bin/node_exporter", "prometheus", "--collector.disable=%d", FEW),
                new Program("filebeat", "/usr/bin/filebeat", "root", "-c /etc/filebeat/%d.yml", FEW),
                new Program("memcached", "/usr/bin/memcached", "memcache", "-m 64 -p 11%d", FEW),
                new Program("rsyslogd", "/usr/sbin/rsyslogd", "syslog", "-n -i /run/rsyslog-%d", FEW),
                new Program("dbus-daemon", "/usr/bin/dbus-daemon", "messagebus", "--session --address=%d", ONE),
                new Program("agetty", "/usr/sbin/agetty", "root", "-o -p tty%d", ONE),
                new Program("snapd", "/usr/lib/snapd/snapd", "root", "", FEW),
                new Program("chronyd", "/usr/sbin/chronyd", "chrony", "-F %d", ONE),
                new Program("firefox", "/usr/lib/firefox/firefox", "ci", "--headless -P profile-%d", MANY),
                new Program("apt-get", "/usr/bin/apt-get", "root", "-qq update", ONE),
                new Program("tmux", "/usr/bin/tmux", "deploy", "new-session -s s%d", ONE));
    }
}
