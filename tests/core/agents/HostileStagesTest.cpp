// SPDX-License-Identifier: Apache-2.0
// What stages a model may answer with, and what is made of them.
#include "tests/core/agents/Designer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

/// Answers the second stage with this, whenever it is asked for.
struct StubbornDesigner : Designer {
    explicit StubbornDesigner(const QString& answer)
    {
        model.responder = [usual = model.responder, answer](const ChatQuestion& question) {
            return stageAsked(question) == 1 ? ScriptedSpeech { .deltas = { answer } }
                                             : usual(question);
        };
    }
};

constexpr double beyondNumbers = std::numeric_limits<double>::infinity(); // 1e99999

using Change = std::function<void(json::object& item)>;

/// The second stage, its second concept changed.
QString stageWith(const Change& change)
{
    json::object stage = stageResult(sample::perfectRoadmap(), 1);
    change(stage.at("modules").as_array()[0].at("concepts").as_array()[1].as_object());
    return "Words."_L1 + inFence(stage);
}

QString damaged(QString text, QRandomGenerator& random)
{
    static const QStringList bits { u"{"_s, u"}"_s, u"["_s, u"]"_s, u"\""_s, u","_s, u"\\"_s,
        u"```"_s, u"//"_s, u"\"modules\":"_s, u"1e999"_s, QString(QChar(0xd83d)) };
    for (int i = random.bounded(4); i >= 0; --i) {
        const qsizetype at = random.bounded(int(text.size()));
        text.remove(at, random.bounded(3));
        text.insert(at, bits[random.bounded(int(bits.size()))]);
    }
    return text;
}

} // namespace

class HostileStagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void oneBadConceptCostsNoMoreThanItself_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("concepts"); // of 8
        const auto row = [](const char* name, const Change& change, int concepts) {
            QTest::newRow(name) << stageWith(change) << concepts;
        };
        row(
            "hours beyond numbers", [](auto& item) { item["estimated_hours"] = beyondNumbers; }, 7);
        row(
            "hours in words", [](auto& item) { item["estimated_hours"] = "two"; }, 7);
        row(
            "a blank name", [](auto& item) { item["name"] = " \t"; }, 7);
        row(
            "a name of control characters", [](auto& item) { item["name"] = "\x01\x02"; }, 7);
        row(
            "a name of direction marks",
            [](auto& item) { item["name"] = "\xE2\x80\xAE\xE2\x80\x8F"; }, 7);
        row(
            "a megabyte of name",
            [](auto& item) { item["name"] = std::string(std::size_t(1) << 20U, 'x'); }, 8);
        row(
            "a megabyte of id",
            [](auto& item) { item["concept_id"] = std::string(std::size_t(1) << 20U, 'x'); }, 8);
        row(
            "the id of another stage's concept", [](auto& item) { item["concept_id"] = "c-1-1-1"; },
            8);
        row(
            "a prerequisite that never comes",
            [](auto& item) { item["prerequisites"] = json::array { "c-9-9-9" }; }, 8);
        row(
            "no object", [](auto& item) { item = json::object(); }, 7);
    }
    void oneBadConceptCostsNoMoreThanItself()
    {
        QFETCH(const QString, answer);
        StubbornDesigner designer(answer);
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY2(heard.design, heard.error ? qPrintable(heard.error->details) : "");
        QTEST(int(conceptCount(heard.design->framework.stages[1])), "concepts");
        QVERIFY(!hasCriticalFinding(checkRoadmap(heard.design->framework, {})));
    }

    void whatIsNoStageFailsInWords_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char* name, const QString& json, ErrorKind kind) {
            QTest::newRow(name) << u"Words.\n```json\n%1\n```\n"_s.arg(json) << kind;
        };
        const QString item = u"{\"concept_id\":\"c\",\"name\":\"C\",\"description\":\"D\","
                             "\"estimated_hours\":2},"_s;
        row("100,000 concepts",
            u"{\"modules\":[{\"module_id\":\"mod-2-1\",\"concepts\":[%1]}]}"_s.arg(
                item.repeated(100'000).chopped(1)),
            ErrorKind::TooLarge);
        row("100,000 modules", u"{\"modules\":[%1{}]}"_s.arg(u"{},"_s.repeated(100'000)),
            ErrorKind::BadOutput);
        row("a nesting bomb", u"{\"modules\":%1"_s.arg(u"["_s.repeated(100'000)),
            ErrorKind::BadOutput);
        row("a nesting bomb that is balanced",
            u"{\"modules\":%1%2}"_s.arg(u"["_s.repeated(1000), u"]"_s.repeated(1000)),
            ErrorKind::BadOutput);
        row("nothing in it", u"{}"_s, ErrorKind::BadOutput);
    }
    void whatIsNoStageFailsInWords()
    {
        QFETCH(const QString, answer);
        StubbornDesigner designer(answer);
        const auto task = designer.design(3);
        Listener heard(*task);
        QTRY_VERIFY(heard.design || heard.error);
        QVERIFY(heard.error);
        QTEST(heard.error->kind, "kind");
        QVERIFY(heard.error->message.size() > 20);
        QTRY_COMPARE(designer.model.aliveReplies, 0);
    }

    void damageNeverBreaksADesign_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void damageNeverBreaksADesign()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        QHash<int, QString> answers;
        for (const int stage : { 0, 1, 2 })
            answers[stage] = damaged(stageAnswer(sample::perfectRoadmap(), stage), random);
        std::optional<Roadmap> first;
        std::optional<Error> error;
        for (const int parallel : { 1, 3 }) {
            Designer designer;
            designer.model.responder
                = [&answers, usual = designer.model.responder](const ChatQuestion& question) {
                      const int stage = stageAsked(question);
                      return stage < 0 ? usual(question)
                                       : ScriptedSpeech { .deltas = inPieces(answers[stage]) };
                  };
            const auto task = designer.design(parallel);
            Listener heard(*task);
            QTRY_VERIFY(heard.design || heard.error);
            if (heard.error)
                return; // which stage fails first may differ
            QVERIFY(!hasCriticalFinding(checkRoadmap(heard.design->framework, {})));
            if (first)
                QCOMPARE(heard.design->framework, *first);
            first = heard.design->framework;
        }
    }
};

QTEST_GUILESS_MAIN(HostileStagesTest)
#include "HostileStagesTest.moc"
