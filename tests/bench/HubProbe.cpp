// SPDX-License-Identifier: Apache-2.0
// What a class costs the hub: SEATS clients, each with a run of its own that speaks 20 times a
// second; how late its words arrive, what memory and CPU time it takes; the latter against a loop
// that does nothing but send the same bytes to as many sockets at the same moments. Then IDLE
// clients that follow a run that says nothing. Each is measured in processes of its own, with Qt's
// two event dispatchers: GLib's, and its own on poll(). Clients live in another process, so that
// their memory and time is told apart.
//
// Usage: roadloom_hub_probe [SEATS [IDLE [SECONDS]]]
#include "LoadClients.h"
#include "core/hub/Hub.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTimer>

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

constexpr int eventsPerSecond = 20;
constexpr int ticksPerEvent = 1000 / eventsPerSecond; // each millisecond another part of the seats

double cpuMicroseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e6 + double(now.tv_nsec) / 1e3;
}

double residentKibibytes()
{
    std::ifstream file("/proc/self/statm");
    double whole = 0;
    double resident = 0;
    file >> whole >> resident;
    return resident * double(::sysconf(_SC_PAGESIZE)) / 1024;
}

/// Words of about the length that a model's come in, with the moment at which they are said.
QString words()
{
    return u"words of the model "_s + QString::fromLatin1(timeMark)
        + QString::number(monotonicNanoseconds());
}

class SilentSource final : public RoadmapSource {
public:
    explicit SilentSource(QList<SilentSource*>& all) { all.append(this); }
    void start(const LearnerRequest&) override { }
    void cancel() override { }
    [[nodiscard]] bool isRunning() const override { return true; }
    [[nodiscard]] QString title() const override { return {}; }
    void speak() { Q_EMIT eventEmitted(ChunkEvent { words(), AgentId::CurriculumArchitect, {} }); }
};

/// Clients in a process of their own, which says "ready" once all have an answer and, when its
/// input ends, how late the words came.
class ClientProcess {
public:
    ClientProcess(quint16 port, int count, const QByteArray& request)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
            { u"clients"_s, QString::number(port), QString::number(count),
                QString::fromLatin1(request.toBase64()) });
    }
    [[nodiscard]] QProcess& process() { return m_process; }
    [[nodiscard]] bool isReady() { return m_process.canReadLine(); }
    [[nodiscard]] QByteArray figures()
    {
        m_process.readLine();
        m_process.closeWriteChannel();
        m_process.waitForFinished();
        return m_process.readAllStandardOutput().trimmed();
    }

private:
    QProcess m_process;
};

void waitFor(const std::function<bool()>& isSo)
{
    QEventLoop loop;
    QTimer check;
    QObject::connect(&check, &QTimer::timeout, &loop, [&] {
        if (isSo())
            loop.quit();
    });
    check.start(20);
    loop.exec();
}

QByteArray wish()
{
    const QByteArray body
        = R"({"user_id":"a","session_id":"s","preferences":{"learning_goal":"SQL"}})";
    return "POST /api/v1/roadmaps/generate-stream HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Calls `speak` for each seat 20 times a second; the calls are spread over time.
template <class Speak>
void speakOnTick(qint64 from, qint64 to, int seats, Speak speak)
{
    for (qint64 tick = from; tick < to; ++tick) {
        for (qint64 seat = tick % ticksPerEvent; seat < seats; seat += ticksPerEvent)
            speak(int(seat));
    }
}

HubSetup setupFor(int seats)
{
    HubSetup setup { .port = 0 };
    setup.limits.parallel = seats;
    return setup;
}

void measureSeats(int seats, int seconds)
{
    QList<SilentSource*> sources;
    Hub hub(setupFor(seats), [&sources] { return std::make_unique<SilentSource>(sources); });
    if (hub.listen())
        std::abort();
    const double before = residentKibibytes();
    ClientProcess clients(hub.port(), seats, wish());
    waitFor([&] { return clients.isReady() && sources.size() == seats; });
    const double ready = residentKibibytes();

    QElapsedTimer clock;
    QTimer due;
    due.setTimerType(Qt::PreciseTimer);
    qint64 tick = 0;
    QObject::connect(&due, &QTimer::timeout, &due, [&] {
        const qint64 now = std::min<qint64>(clock.elapsed(), seconds * 1000LL);
        speakOnTick(tick, now, seats, [&sources](int seat) { sources.at(seat)->speak(); });
        tick = now;
    });
    const double cpu = cpuMicroseconds();
    clock.start();
    due.start(1);
    waitFor([&] { return tick >= seconds * 1000LL; });
    due.stop();
    const double spent = cpuMicroseconds() - cpu;
    const double spoken = residentKibibytes();

    qsizetype logged = 0;
    qsizetype events = 0;
    for (const HubRun* const run : hub.runs().all()) {
        logged += run->log().size();
        events += qsizetype(run->log().last());
    }
    // Time for the last words.
    QElapsedTimer rest;
    rest.start();
    waitFor([&rest] { return rest.elapsed() > 500; });
    std::printf("hub %d %.2f %.2f %.2f %s\n", int(logged / std::max<qsizetype>(events, 1)),
        spent / double(events), (ready - before) / seats,
        (spoken - ready - double(logged) / 1024) / seats, clients.figures().constData());
}

/// No more than must be: the same bytes to as many sockets, at the same moments.
void measureBareLoop(int seats, int seconds, int bytes)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, generic, size) != 0 || ::listen(listener, 1024) != 0
        || ::getsockname(listener, generic, &size) != 0)
        std::abort();
    ClientProcess clients(ntohs(address.sin_port), seats, "x");
    std::vector<int> sockets;
    for (int i = 0; i < seats; ++i) {
        sockets.push_back(::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC));
        ::send(sockets.back(), "ready", 5, MSG_NOSIGNAL);
    }
    clients.process().waitForReadyRead();

    const QByteArray padding(bytes, ' ');
    QElapsedTimer clock;
    qint64 tick = 0;
    qint64 events = 0;
    const double cpu = cpuMicroseconds();
    clock.start();
    while (tick < seconds * 1000LL) {
        const timespec pause { 0, 1'000'000 };
        ::clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, nullptr);
        const qint64 now = std::min<qint64>(clock.elapsed(), seconds * 1000LL);
        speakOnTick(tick, now, seats, [&](int seat) {
            std::array<char, 1024> message {};
            const int used = std::snprintf(message.data(), message.size(), "%s%lld%s", timeMark,
                static_cast<long long>(monotonicNanoseconds()), padding.constData());
            ::send(sockets[std::size_t(seat)], message.data(), std::size_t(std::min(used, bytes)),
                MSG_NOSIGNAL);
            ++events;
        });
        tick = now;
    }
    const double spent = cpuMicroseconds() - cpu;
    std::printf(
        "loop %d %.2f 0 0 %s\n", bytes, spent / double(events), clients.figures().constData());
}

/// Followers of one run: by "events" or "ws".
void measureIdle(int idle, const QByteArray& way, const QByteArray& fields)
{
    QList<SilentSource*> sources;
    Hub hub(setupFor(1), [&sources] { return std::make_unique<SilentSource>(sources); });
    const auto run = hub.runs().add(u"a"_s, {});
    if (hub.listen() || !run)
        std::abort();
    const double before = residentKibibytes();
    const double cpu = cpuMicroseconds();
    const QByteArray id = run.value()->id().toLatin1();
    const QByteArray path
        = way == "ws" ? QByteArray("ws/" + id) : QByteArray("roadmaps/" + id + "/events");
    ClientProcess clients(hub.port(), idle,
        "GET /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
    waitFor([&] { return clients.isReady(); });
    std::printf("idle %d %.2f %.2f 0 %s\n", idle, (cpuMicroseconds() - cpu) / idle,
        (residentKibibytes() - before) / idle, clients.figures().constData());
}

QList<QByteArray> measured(const QStringList& arguments, bool isGlib)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"QT_NO_GLIB"_s);
    if (!isGlib)
        environment.insert(u"QT_NO_GLIB"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    QList<QByteArray> fields = process.readAllStandardOutput().trimmed().split(' ');
    if (process.exitCode() != 0 || fields.size() < 8)
        std::abort();
    return fields;
}

double number(const QList<QByteArray>& fields, int index)
{
    return fields.at(index).toDouble();
}

void printAll(const QString& seats, const QString& idle, const QString& seconds)
{
    std::array<double, 1> load {};
    ::getloadavg(load.data(), 1);
    std::printf("%s clients, %d events a second each, %s s; load before: %.1f\n", qPrintable(seats),
        eventsPerSecond, qPrintable(seconds), load.front());
    QString bytes;
    for (const bool isGlib : { true, false }) {
        const auto hub = measured({ u"seats"_s, seats, seconds }, isGlib);
        const auto loop
            = measured({ u"loop"_s, seats, seconds, QString::fromLatin1(hub.at(1)) }, isGlib);
        std::printf("%s\n", isGlib ? "With GLib's dispatcher:" : "With Qt's own (QT_NO_GLIB=1):");
        std::printf("  from said to read: %.2f ms (median), %.2f (99th percentile), %.2f at most; "
                    "bare loop %.2f, %.2f, %.2f\n",
            number(hub, 5), number(hub, 6), number(hub, 7), number(loop, 5), number(loop, 6),
            number(loop, 7));
        std::printf("  CPU: %.2f us an event of %s bytes against %.2f, %.2f times as much\n",
            number(hub, 2), hub.at(1).constData(), number(loop, 2),
            number(hub, 2) / number(loop, 2));
        std::printf("  memory a client: %.1f KiB with its run, %.1f more while it speaks, besides "
                    "what it said\n",
            number(hub, 3), number(hub, 4));
        const auto idleMemory = [&](const QString& way, const QString& fields) {
            return number(measured({ u"idle"_s, idle, way, fields }, isGlib), 3);
        };
        std::printf(
            "  memory of each of %s that only follow: %.1f KiB, %.1f with gzip, %.1f over a "
            "WebSocket\n",
            qPrintable(idle), idleMemory(u"events"_s, {}),
            idleMemory(u"events"_s, u"Accept-Encoding: gzip\r\n"_s),
            idleMemory(u"ws"_s,
                u"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"_s));
        std::fflush(stdout);
    }
}

void allowManyFiles()
{
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char** argv)
{
    allowManyFiles();
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    if (what == u"clients")
        return LoadClients(arguments.value(2).toUShort(), arguments.value(3).toInt(),
            QByteArray::fromBase64(arguments.value(4).toLatin1()))
            .run();
    if (what == u"seats")
        measureSeats(arguments.value(2).toInt(), arguments.value(3).toInt());
    else if (what == u"loop")
        measureBareLoop(
            arguments.value(2).toInt(), arguments.value(3).toInt(), arguments.value(4).toInt());
    else if (what == u"idle")
        measureIdle(arguments.value(2).toInt(), arguments.value(3).toLatin1(),
            arguments.value(4).toLatin1());
    else
        printAll(arguments.value(1, u"1000"_s), arguments.value(2, u"5000"_s),
            arguments.value(3, u"10"_s));
    return 0;
}
