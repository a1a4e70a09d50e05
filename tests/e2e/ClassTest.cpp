// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/CuttingRelay.h"
#include "tests/e2e/HubAnswers.h"
#include "tests/e2e/HubProgram.h"
#include "tests/e2e/ModelAnswers.h"

#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;
using namespace std::chrono_literals;

namespace {

constexpr int seatCount = 50;
constexpr int longest = 120'000; // milliseconds, for all seats on a machine that is busy

QString answerTo(const QByteArray& question)
{
    const Roadmap roadmap = sample::perfectRoadmap();
    for (int stage = 0; stage < roadmap.stages.size(); ++stage) {
        const QByteArray asked = "Fill in the stage \\\"stage-" + QByteArray::number(stage + 1);
        if (question.contains(asked))
            return stageAnswer(roadmap, stage);
    }
    return question.contains("You begin with the outline") ? outlineAnswer(roadmap) : intentText();
}

/// A model that takes its time, so that all runs are on at once.
void answerSlowly(ScriptedHttpServer& model)
{
    model.setResponder([](const RecordedRequest& request) {
        constexpr qsizetype size = 60;
        const QString text = answerTo(request.body);
        ScriptedAnswer answer;
        for (qsizetype from = 0; from < text.size(); from += size)
            answer.pieces.append({ .bytes = openAiDelta(text.mid(from, size)), .after = 20ms });
        answer.pieces.append({ openAiEnd() });
        return answer;
    });
}

QStringList askingAt(const ScriptedHttpServer& model, int runs)
{
    return { u"--base-url"_s, model.url(u"/v1"_s).toString(), u"--model"_s, u"tiny"_s,
        u"--rounds"_s, u"0"_s, u"--runs"_s, QString::number(runs) };
}

/// A class of our own terminal client.
class Class {
public:
    explicit Class(const QString& hubUrl)
    {
        for (int i = 0; i < seatCount; ++i) {
            m_seats.push_back(std::make_unique<Program>());
            m_seats.back()->start({ u"generate"_s, u"--source"_s, u"service"_s, u"--service-url"_s,
                hubUrl, u"--goal"_s, u"Web development with Python. Seat %1."_s.arg(i),
                u"--format"_s, u"sse"_s });
        }
    }
    [[nodiscard]] const std::vector<std::unique_ptr<Program>>& seats() const { return m_seats; }
    /// How many seats have printed them.
    [[nodiscard]] int wordsOf(const QByteArray& words) const
    {
        return int(std::ranges::count_if(
            m_seats, [&words](const auto& seat) { return seat->out().contains(words); }));
    }
    /// How many seats have been told their place in the line.
    [[nodiscard]] int inLine() const
    {
        return int(std::ranges::count_if(
            m_seats, [](const auto& seat) { return seat->err().contains("in line"); }));
    }
    /// False if some seat has not ended.
    [[nodiscard]] bool wait() const
    {
        return QTest::qWaitFor(
            [this] {
                return std::ranges::all_of(
                    m_seats, [](const auto& seat) { return seat->hasEnded(); });
            },
            longest);
    }

private:
    std::vector<std::unique_ptr<Program>> m_seats;
};

/// What a seat printed of its run; that it asks again is no event of it.
QByteArrayList printedBy(Program& seat)
{
    QByteArrayList events = eventsIn(seat.out());
    events.removeIf([](const QByteArray& event) {
        return event.startsWith(R"({"type":"attempt_failed","agent":"system")");
    });
    return events;
}

/// Some seats are cut once, some twice; before the first byte, or anywhere in the answer.
QHash<int, QList<CuttingRelay::Cut>> randomCuts(std::mt19937& random)
{
    QHash<int, QList<CuttingRelay::Cut>> cuts;
    const auto below = [&random](int bound) { return int(random() % unsigned(bound)); };
    for (int seat = 0; seat < seatCount; ++seat) {
        const int kind = below(5);
        if (kind < 2) // most are left alone
            continue;
        if (kind == 4 && below(2) == 0)
            cuts[seat].append({ .after = 0, .isReset = below(2) == 0 });
        for (int i = 0; i < kind - 2 || cuts[seat].isEmpty(); ++i)
            cuts[seat].append({ .after = 400 + below(6000), .isReset = below(2) == 0 });
    }
    return cuts;
}

} // namespace

/// A whole class at one hub.
class ClassTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySeatGetsAllOfItsRunThroughABadNetwork()
    {
        ScriptedHttpServer model;
        answerSlowly(model);
        HubProgram hub;
        QVERIFY2(hub.start(askingAt(model, 64)), hub.program().err().constData());
        std::mt19937 random(20); // the same network each time
        const auto cuts = randomCuts(random);
        CuttingRelay relay(hub.port(), cuts);
        const Class pupils(u"http://127.0.0.1:%1"_s.arg(relay.port()));
        QVERIFY(pupils.wait());
        int disturbed = 0;
        for (int i = 0; i < seatCount; ++i) {
            Program& seat = *pupils.seats()[std::size_t(i)];
            QVERIFY2(seat.exitStatus() == 0, seat.err().constData());
            QCOMPARE(relay.cutsOf(i), cuts.value(i).size());
            disturbed += relay.cutsOf(i) > 0 ? 1 : 0;
            const QByteArrayList log = logOf(QUrl(hub.url()), relay.taskOf(i));
            QVERIFY(log.size() > 10);
            QVERIFY(log.last().startsWith("{\"type\":\"done\""));
            QCOMPARE(printedBy(seat), log);
        }
        QVERIFY(disturbed >= seatCount / 10);
    }

    void everySeatIsToldThatTheHubWasBegunAnew()
    {
        ScriptedHttpServer model;
        model.setResponder([](const RecordedRequest&) {
            return heldAfter(u"You want to build "_s, u"web sites."_s);
        });
        HubProgram hub;
        const int runs = seatCount - 2; // the others wait for their turn
        QVERIFY2(hub.start(askingAt(model, runs)), hub.program().err().constData());
        const Class pupils(hub.url());
        QTRY_COMPARE_WITH_TIMEOUT(model.heldCount(), runs, longest);
        QTRY_VERIFY_WITH_TIMEOUT(pupils.wordsOf("You want to build") == runs, longest);
        QTRY_VERIFY_WITH_TIMEOUT(pupils.inLine() == seatCount - runs, longest);
        const int askedBefore = int(model.requests().size());
        hub.program().kill();
        QVERIFY(hub.program().wait());
        QVERIFY2(hub.start(askingAt(model, runs)), hub.program().err().constData());
        QVERIFY(pupils.wait());
        for (const auto& seat : pupils.seats()) {
            QCOMPARE(seat->exitStatus(), 3);
            QVERIFY2(seat->err().contains("broke off"), seat->err().constData());
            QVERIFY(!seat->out().contains(R"({"type":"done")"));
        }
        QCOMPARE(int(model.requests().size()), askedBefore); // nothing that would cost anew
    }
};

QTEST_GUILESS_MAIN(ClassTest)
#include "ClassTest.moc"
