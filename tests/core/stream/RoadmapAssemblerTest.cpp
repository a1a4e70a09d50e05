// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapAssembler.h"

#include "core/base/Json.h"
#include "core/base/Overload.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/stream/NarrationExtractor.h"
#include "core/stream/RoadmapHandler.h"
#include "tests/core/roadmap/SampleRoadmaps.h"

#include <QDebug>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

using Events = QList<PreviewEvent>;

struct Preview {
    QString prose;
    Events events;

    bool operator==(const Preview&) const = default;
};

QString described(const PreviewEvent& event)
{
    QString line;
    QDebug(&line).noquote() << event;
    return line.trimmed();
}

QStringList described(const Events& events)
{
    QStringList lines;
    for (const PreviewEvent& event : events)
        lines.append(described(event));
    return lines;
}

char* toString(const Preview& preview)
{
    return QTest::toString(
        u"prose [%1] events:\n%2"_s.arg(preview.prose, described(preview.events).join(u'\n')));
}

/// The size of the next piece.
using Sizes = std::function<qsizetype()>;

Preview assemble(QStringView answer, const Sizes& nextSize)
{
    RoadmapAssembler assembler;
    Preview preview;
    while (!answer.isEmpty()) {
        const qsizetype size = std::min(nextSize(), answer.size());
        preview.prose += assembler.feed(answer.first(size), preview.events);
        answer = answer.sliced(size);
    }
    preview.prose += assembler.finish(preview.events);
    return preview;
}

Preview assemble(QStringView answer, qsizetype size)
{
    return assemble(answer, [size] { return size; });
}

/// Of a name's events in a row only the last counts, as the opening that the first was.
void appendCoalesced(Events& events, const PreviewEvent& event)
{
    const auto* const renamed = std::get_if<NodeRenamed>(&event);
    if (renamed != nullptr && !events.isEmpty()) {
        auto* const opened = std::get_if<NodeOpened>(&events.last());
        if (opened != nullptr && opened->place == renamed->place) {
            opened->name = renamed->name;
            opened->isWhole = renamed->isWhole;
            return;
        }
        const auto* const before = std::get_if<NodeRenamed>(&events.last());
        if (before != nullptr && before->place == renamed->place)
            events.removeLast();
    }
    if (std::holds_alternative<RoadmapTitled>(event) && !events.isEmpty()
        && std::holds_alternative<RoadmapTitled>(events.last()))
        events.removeLast();
    events.append(event);
}

/// The same for every split.
Preview coalesced(Preview preview)
{
    Events events;
    for (const PreviewEvent& event : preview.events)
        appendCoalesced(events, event);
    preview.events = events;
    return preview;
}

/// The roadmap that the closings tell; what they should be is checked on the way: each node is
/// opened once, in order and below open ones, and closed once at most.
class Rebuilt {
public:
    explicit Rebuilt(const Events& events)
    {
        for (const PreviewEvent& event : events)
            std::visit([this](const auto& e) { take(e); }, event);
    }

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QList<Stage>& stages() const { return m_stages; }

private:
    void take(const RoadmapTitled& e) { m_title = e.title; }
    void take(const NodeOpened& e)
    {
        if (e.place.module >= 0)
            requireOpen({ .stage = e.place.stage });
        if (e.place.item >= 0)
            requireOpen({ .stage = e.place.stage, .module = e.place.module });
        m_open.append(e.place);
        if (e.place.item >= 0)
            openNext(moduleAt(e.place).concepts, e.place.item);
        else if (e.place.module >= 0)
            openNext(m_stages[e.place.stage].modules, e.place.module);
        else
            openNext(m_stages, e.place.stage);
    }
    void take(const NodeRenamed& e) { requireOpen(e.place); }
    void take(const StageClosed& e)
    {
        close(e.place);
        Stage stage = e.stage;
        stage.modules = m_stages[e.place.stage].modules;
        m_stages[e.place.stage] = stage;
    }
    void take(const ModuleClosed& e)
    {
        close(e.place);
        Module module = e.module;
        module.concepts = moduleAt(e.place).concepts;
        moduleAt(e.place) = module;
    }
    void take(const ConceptClosed& e)
    {
        close(e.place);
        moduleAt(e.place).concepts[e.place.item] = e.item;
    }
    void take(const Restarted& e)
    {
        m_open.removeIf([&](const NodePlace& place) { return isBelow(place, e.below); });
        if (e.below.module >= 0)
            moduleAt(e.below).concepts.clear();
        else if (e.below.stage >= 0)
            m_stages[e.below.stage].modules.clear();
        else
            m_stages.clear();
    }

    static bool isBelow(const NodePlace& place, const NodePlace& above)
    {
        if (above.module >= 0)
            return place.stage == above.stage && place.module == above.module && place.item >= 0;
        return above.stage < 0 || (place.stage == above.stage && place.module >= 0);
    }
    void requireOpen(const NodePlace& place) { QVERIFY(m_open.contains(place)); }
    void close(const NodePlace& place) { QVERIFY(m_open.removeOne(place)); }

    Module& moduleAt(const NodePlace& place) { return m_stages[place.stage].modules[place.module]; }
    template <class Node>
    static void openNext(QList<Node>& nodes, int at)
    {
        QCOMPARE(nodes.size(), at);
        nodes.append(Node());
    }

    QString m_title;
    QList<Stage> m_stages;
    QList<NodePlace> m_open; ///< at most one of each level
};

QString compactText(const json::value& value)
{
    return QString::fromUtf8(writeJson(value));
}

QString fenced(const QString& json)
{
    return u"Here it is.\n```json\n%1\n```\nGood luck!"_s.arg(json);
}

constexpr int maxText = 40;

QString randomText(QRandomGenerator& random)
{
    static const QStringList words { u"list"_s, u"列表"_s, u"\"quoted\""_s, u"a\\b"_s, u"🧭"_s,
        u"{brace}"_s, u"\n"_s, u"```"_s, u"é"_s, u"\u2028"_s };
    QString text = u"x"_s;
    while (text.size() < maxText && random.bounded(5) > 0)
        text += words[random.bounded(int(words.size()))] + u' ';
    return text;
}

QStringList randomTexts(QRandomGenerator& random)
{
    QStringList texts;
    while (random.bounded(3) > 0)
        texts.append(randomText(random));
    return texts;
}

Concept randomConcept(QRandomGenerator& random)
{
    constexpr std::array difficulties { Difficulty::Easy, Difficulty::Medium, Difficulty::Hard };
    constexpr std::array states { ContentStatus::Pending, ContentStatus::Completed };
    Concept item;
    item.id = randomText(random);
    item.name = randomText(random);
    item.description = randomText(random);
    item.estimatedHours = random.bounded(64) / 8.0;
    item.prerequisites = randomTexts(random);
    item.difficulty = difficulties[std::size_t(random.bounded(3))];
    item.keywords = randomTexts(random);
    item.content.quizStatus = states[std::size_t(random.bounded(2))];
    item.content.resourcesCount = random.bounded(9);
    item.content.contentSummary = randomText(random);
    return item;
}

Roadmap randomRoadmap(QRandomGenerator& random)
{
    Roadmap roadmap;
    roadmap.title = randomText(random);
    for (int s = random.bounded(4); s > 0; --s) {
        Stage stage { .id = randomText(random),
            .name = randomText(random),
            .description = randomText(random),
            .order = random.bounded(9),
            .modules = {},
            .extras = {} };
        for (int m = random.bounded(4); m > 0; --m) {
            Module module { .id = randomText(random),
                .name = randomText(random),
                .description = randomText(random),
                .concepts = {},
                .extras = {} };
            for (int c = random.bounded(4); c > 0; --c)
                module.concepts.append(randomConcept(random));
            stage.modules.append(module);
        }
        roadmap.stages.append(stage);
    }
    return roadmap;
}

QString damaged(QString text, QRandomGenerator& random)
{
    static const QStringList bits { u"{"_s, u"}"_s, u"["_s, u"]"_s, u"\""_s, u","_s, u"\\"_s,
        u"\n"_s, u"```"_s, u"\"name\":"_s, u"\"stages\":["_s, u"\\ud83d"_s,
        QString(QChar(0xd83d)) };
    for (int i = random.bounded(4); i >= 0; --i) {
        const qsizetype at = random.bounded(int(text.size()));
        text.remove(at, random.bounded(3));
        text.insert(at, bits[random.bounded(int(bits.size()))]);
    }
    return text;
}

constexpr auto oneStage
    = R"({"stages":[{"stage_id":"s1","name":"Go","modules":[{"name":"M"}]}]})"_L1;

} // namespace

class RoadmapAssemblerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsUnitByUnit();
    void tellsEveryForm_data();
    void tellsEveryForm();
    void readsTolerantly_data();
    void readsTolerantly();
    void tellsANameOnceAFeed();
    void passesProseOn_data();
    void passesProseOn();
    void followsBrokenJson_data();
    void followsBrokenJson();
    void aCutLeavesOpenWhatIsOpen();
    void aTaggedBlockVoidsWhatWasToldBefore();
    void aRepeatedListVoidsTheFirst();
    void yieldsTheSameForEverySplit_data();
    void yieldsTheSameForEverySplit();
    void isBounded();
    void boundsNodes();
    void readsAStructuredAnswer();
    void keepsNoUnknownText();
    void yieldsTheRoadmap_data();
    void yieldsTheRoadmap();
    void survivesDamage_data();
    void survivesDamage();
    void takesBadInput_data();
    void takesBadInput();
    void twiceTheConceptsBringTwiceTheEvents();
};

void RoadmapAssemblerTest::growsUnitByUnit()
{
    const QString answer = u"Hi\n```json\n"_s
        + uR"({"framework":{"title":"Go","stages":[{"stage_id":"s","name":"AB","order":2,)"_s
        + uR"("modules":[{"name":"M","module_id":"m","planned_concepts":12,"concepts":[)"_s
        + uR"({"concept_id":"c","name":"C","estimated_hours":1.5,"keywords":["k"]}]}]}]}})"_s
        + u"\n```\nBye"_s;
    const Preview preview = assemble(answer, 1);
    QCOMPARE(preview.prose, u"Hi\nBye"_s);

    Stage stage;
    stage.id = u"s"_s;
    stage.name = u"AB"_s;
    stage.order = 2;
    Module module;
    module.id = u"m"_s;
    module.name = u"M"_s;
    Concept item;
    item.id = u"c"_s;
    item.name = u"C"_s;
    item.estimatedHours = 1.5;
    item.keywords = QStringList { u"k"_s };
    const NodePlace first { .stage = 0 };
    const NodePlace second { .stage = 0, .module = 0 };
    const NodePlace third { .stage = 0, .module = 0, .item = 0 };
    const Events expected {
        RoadmapTitled { u"G"_s },
        RoadmapTitled { u"Go"_s },
        NodeOpened { first, u"s"_s, u"A"_s, false },
        NodeRenamed { first, u"AB"_s, false },
        NodeRenamed { first, u"AB"_s, true },
        NodeOpened { second, {}, u"M"_s, false },
        NodeRenamed { second, u"M"_s, true },
        NodeOpened { third, u"c"_s, u"C"_s, false },
        NodeRenamed { third, u"C"_s, true },
        ConceptClosed { third, item },
        ModuleClosed { second, module, 12 },
        StageClosed { first, stage },
    };
    QCOMPARE(described(preview.events), described(expected));
    QCOMPARE(preview.events, expected);
}

void RoadmapAssemblerTest::tellsEveryForm_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("names");

    const QString modules = uR"("modules":[{"name":"M","concepts":[{"name":"C"},{"name":"D"}]}])"_s;
    const QString stages = uR"("stages":[{"name":"S",%1},{"name":"T"}])"_s.arg(modules);
    const QStringList whole { u"0 S"_s, u"0.0 M"_s, u"0.0.0 C"_s, u"0.0.1 D"_s, u"1 T"_s };
    const QStringList stage { u"0 S"_s, u"0.0 M"_s, u"0.0.0 C"_s, u"0.0.1 D"_s };
    QTest::newRow("framework") << fenced(u"{\"framework\":{%1}}"_s.arg(stages)) << whole;
    QTest::newRow("stages") << fenced(u"{%1}"_s.arg(stages)) << whole;
    QTest::newRow("bare") << u"{%1}"_s.arg(stages) << whole;
    QTest::newRow("untagged") << u"```\n{%1}\n```"_s.arg(stages) << whole;
    QTest::newRow("modules, then the stage's name")
        << u"{\"stage_id\":\"s\",%1,\"name\":\"S\"}"_s.arg(modules)
        << QStringList { u"0 "_s, u"0.0 M"_s, u"0.0.0 C"_s, u"0.0.1 D"_s };
    QTest::newRow("a stage") << u"{\"name\":\"S\",%1}"_s.arg(modules) << stage;
    QTest::newRow("modules only") << u"{%1}"_s.arg(
        modules) << QStringList { u"0 "_s, u"0.0 M"_s, u"0.0.0 C"_s, u"0.0.1 D"_s };
    QTest::newRow("stage") << u"{\"stage\":{\"name\":\"S\",%1}}"_s.arg(modules) << stage;
    QTest::newRow("modules beside the stage")
        << u"{\"stage\":{\"name\":\"S\"},%1}"_s.arg(modules) << QStringList { u"0 S"_s };
    QTest::newRow("single objects")
        << uR"({"stages":{"name":"S","modules":{"name":"M","concepts":{"name":"C"}}}})"_s
        << QStringList { u"0 S"_s, u"0.0 M"_s, u"0.0.0 C"_s };
    QTest::newRow("things that are no objects")
        << uR"({"stages":[1,"x",[{"name":"no"}],{"name":"S"},null,{"name":"T"}]})"_s
        << QStringList { u"0 S"_s, u"1 T"_s };
    QTest::newRow("a framework wins")
        << uR"({"framework":{"stages":[{"name":"S"}]},"stages":[{"name":"no"}]})"_s
        << QStringList { u"0 S"_s };
    QTest::newRow("elsewhere")
        << uR"({"x":{"stages":[{"name":"no"}]},"modules":3,"concepts":[{}]})"_s << QStringList();
    QTest::newRow("an array") << u"```json\n[{\"stages\":[{\"name\":\"no\"}]}]\n```"_s
                              << QStringList();
}

void RoadmapAssemblerTest::tellsEveryForm()
{
    QFETCH(const QString, answer);
    QFETCH(const QStringList, names);
    QStringList opened;
    int open = 0;
    for (const PreviewEvent& event : assemble(answer, answer.size()).events) {
        if (const auto* e = std::get_if<NodeOpened>(&event)) {
            QString line;
            QDebug(&line).noquote() << e->place << e->name;
            opened.append(line.chopped(1));
            ++open;
        }
        open -= std::holds_alternative<StageClosed>(event)
            || std::holds_alternative<ModuleClosed>(event)
            || std::holds_alternative<ConceptClosed>(event);
    }
    QCOMPARE(opened, names);
    QCOMPARE(open, 0);
}

void RoadmapAssemblerTest::readsTolerantly_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<Concept>("expected");
    const auto row = [](const char* name, const QString& members, auto change) {
        Concept expected;
        change(expected);
        QTest::newRow(name) << members << expected;
    };
    const auto nothing = [](Concept&) {};
    row("nothing", {}, nothing);
    row("wrong types",
        uR"("concept_id":1,"name":[],"description":{},"estimated_hours":"x","prerequisites":"p",)"
        uR"("difficulty":3,"keywords":{},"content_status":[],"resources_count":"1","quiz_id":true)"_s,
        nothing);
    row("null",
        uR"("concept_id":null,"name":null,"estimated_hours":null,"prerequisites":null,)"
        uR"("difficulty":null,"content_version":null,"quiz_questions_count":null)"_s,
        nothing);
    row("numbers out of range",
        uR"("estimated_hours":1e999,"resources_count":5000000000,"quiz_questions_count":1.5)"_s,
        nothing);
    row("an integer", u"\"estimated_hours\":3"_s, [](Concept& c) { c.estimatedHours = 3.0; });
    row("an integral float", u"\"resources_count\":3.0"_s,
        [](Concept& c) { c.content.resourcesCount = 3; });
    row("items of wrong types", uR"("keywords":["a",1,null,["x"],{"y":"z"},"b"])"_s,
        [](Concept& c) {
            c.keywords = { u"a"_s, u"b"_s };
        });
    row("words otherwise written", uR"("difficulty":" Hard ","quiz_status":"FAILED")"_s,
        [](Concept& c) {
            c.difficulty = Difficulty::Hard;
            c.content.quizStatus = ContentStatus::Failed;
        });
    row("an unknown word", u"\"difficulty\":\"expert\""_s, [](Concept& c) {
        c.difficulty = Difficulty::Other;
        c.extras["difficulty"] = "expert";
    });
    row("an unknown word, then a known one", uR"("difficulty":"expert","difficulty":"easy")"_s,
        [](Concept& c) { c.difficulty = Difficulty::Easy; });
    row("versions as numbers", u"\"content_version\":2"_s,
        [](Concept& c) { c.content.contentVersion = u"v2"_s; });
    row("the last wins", uR"("name":"a","keywords":["a"],"name":"b","keywords":["b"])"_s,
        [](Concept& c) {
            c.name = u"b"_s;
            c.keywords = QStringList { u"b"_s };
        });
    row("the last wins, of a wrong type", uR"("name":"a","name":1,"keywords":["a"],"keywords":1)"_s,
        nothing);
    row("unknown members", uR"("x":{"name":"no","y":[{"name":"no"}]},"name":"a","\u006eame ":1)"_s,
        [](Concept& c) { c.name = u"a"_s; });
    row("an escaped key", uR"("\u006eame":"a")"_s, [](Concept& c) { c.name = u"a"_s; });
    row("escapes", uR"("name":"\ud83e\udded\u00e9\n\"")"_s,
        [](Concept& c) { c.name = u"🧭é\n\""_s; });
    row("a lone surrogate", u"\"name\":\"a%1b\""_s.arg(QChar(0xd83d)),
        [](Concept& c) { c.name = u"a\ufffdb"_s; });
    row("a name that cannot be seen", uR"("name":" \u202e\u0007\u200b\t")"_s, nothing);
    row("a name of letters without ink", uR"("name":"\u3164\u2800\u115f\uffa0")"_s, nothing);
    row("a name of marks without letters", uR"("name":"\u0301\u20dd")"_s, nothing);
    row("a name of tags", uR"("name":"\udb40\udc41\udb40\udc7f")"_s, nothing);
}

void RoadmapAssemblerTest::readsTolerantly()
{
    QFETCH(const QString, members);
    QFETCH(const Concept, expected);
    const QString answer = u"{\"modules\":[{\"concepts\":[{%1}]}]}"_s.arg(members);
    for (const qsizetype size : { qsizetype(1), qsizetype(7), answer.size() }) {
        const Preview preview = assemble(answer, size);
        const Rebuilt rebuilt(preview.events);
        QCOMPARE(rebuilt.stages().value(0).modules.value(0).concepts, QList { expected });
    }
}

void RoadmapAssemblerTest::tellsANameOnceAFeed()
{
    RoadmapAssembler assembler;
    Events events;
    const auto feed = [&](const QString& piece) {
        events.clear();
        static_cast<void>(assembler.feed(piece, events));
        return described(events);
    };
    QCOMPARE(feed(u"{\"stages\":[{\"name\":\" "_s), QStringList());
    QCOMPARE(feed(u"\\n"_s), QStringList());
    QCOMPARE(feed(u"Py"_s), QStringList { u"opened 0   \nPy …"_s });
    QCOMPARE(feed(u"th\\u006"_s), QStringList { u"renamed 0  \nPyth …"_s });
    QCOMPARE(feed(u"fn"_s), QStringList { u"renamed 0  \nPython …"_s });
    QCOMPARE(feed(u""_s), QStringList());
    QCOMPARE(feed(u"\""_s), QStringList()); // it may be part of the name
    QCOMPARE(feed(u",\"order\":1,\"x\":[1"_s), QStringList { u"renamed 0  \nPython"_s });
    QCOMPARE(feed(u"]},{\"name\":\"B\"}]}"_s).size(), 3);
}

void RoadmapAssemblerTest::passesProseOn_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("prose");
    const QString json = oneStage;
    QTest::newRow("prose only") << u"Hello, {you}.\n```py\n{}\n```"_s
                                << u"Hello, {you}.\n```py\n{}\n```"_s;
    QTest::newRow("around") << fenced(json) << u"Here it is.\nGood luck!"_s;
    QTest::newRow("broken") << fenced(u"{\"stages\":[}]}"_s) << u"Here it is.\n]}\nGood luck!"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void RoadmapAssemblerTest::passesProseOn()
{
    QFETCH(const QString, answer);
    AnswerSplitter splitter;
    QString prose = splitter.feed(answer);
    prose += splitter.finish();
    QCOMPARE(assemble(answer, 1).prose, prose);
    QCOMPARE(assemble(answer, answer.size()).prose, prose);
}

void RoadmapAssemblerTest::followsBrokenJson_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("names"); // of the stages that have closed
    const QString begin = uR"({"title":"T","stages":[{"name":"A"},)"_s;
    const QString rest = uR"({"name":"C"}]})"_s;
    const auto row = [](const char* name, const QString& json, const QString& names) {
        QTest::newRow(name) << json << names;
    };
    row("right", begin + rest, u"A C"_s);
    row("commas", begin + u",,"_s + rest, u"A C"_s);
    row("a comma at the end", begin + u"{\"name\":\"B\",},"_s + rest, u"A B C"_s);
    row("a missing comma", begin + u"{\"name\":\"B\"}"_s + rest, u"A B C"_s);
    row("comments", begin + u"// more\n{/* one */\"name\":\"B\"},"_s + rest, u"A B C"_s);
    row("a raw line end in a name", begin + u"{\"name\":\"B\nb\"},"_s + rest, u"A B\nb C"_s);
    row("an odd escape", begin + u"{\"name\":\"B\\q\"},"_s + rest, u"A B\\q C"_s);
    row("marks within a name", begin + u"{\"name\":\"B \"b\" b\"},"_s + rest, u"A B \"b\" b C"_s);
    row("bare names", begin + u"{name:'B'},"_s + rest, u"A B C"_s);
    row("a lone surrogate", begin + u"{\"name\":\"B\\ud83d\"},"_s + rest, u"A B\ufffd C"_s);
    row("a number beyond numbers", begin + u"{\"name\":\"B\",\"order\":1e999},"_s + rest,
        u"A B C"_s);
    row("a single stage", uR"({"title":"T","stages":{"name":"A"}})"_s, u"A"_s);
    row("too deep",
        begin + u"{\"x\":"_s + u"["_s.repeated(70) + u"]"_s.repeated(70) + u"},"_s + rest, u"A"_s);
    row("no JSON", u"{stages} are {what} we {learn}"_s, {});
}

void RoadmapAssemblerTest::followsBrokenJson()
{
    QFETCH(const QString, json);
    const QString answer = fenced(json);
    for (qsizetype size = 1; size <= answer.size(); ++size) {
        const Preview preview = assemble(answer, size);
        QStringList names;
        for (const PreviewEvent& event : preview.events) {
            if (const auto* const closed = std::get_if<StageClosed>(&event))
                names.append(closed->stage.name);
        }
        QTEST(names.join(u' '), "names");
    }
}

void RoadmapAssemblerTest::aCutLeavesOpenWhatIsOpen()
{
    const QString json = uR"({"title":"T","stages":[{"name":"A"},{"name":"Ab)"_s;
    for (qsizetype size = 1; size <= json.size(); ++size) {
        const Preview preview = coalesced(assemble(json, size));
        QCOMPARE(described(preview.events.last()), u"opened 1  Ab …"_s);
        QCOMPARE(preview.prose, QString());
    }
}

void RoadmapAssemblerTest::aTaggedBlockVoidsWhatWasToldBefore()
{
    const QString draft = uR"({"title":"Draft","stages":[{"name":"no"},{"name":"cut)"_s;
    const QString answer = u"```\n%1\"}]}\n```\nBetter:\n```json\n%2\n```"_s.arg(draft, oneStage);
    for (qsizetype size = 1; size <= answer.size(); ++size) {
        const Preview preview = assemble(answer, size);
        QCOMPARE(preview.prose, u"Better:\n"_s);
        QVERIFY(preview.events.contains(PreviewEvent(Restarted {})));
        const Rebuilt rebuilt(preview.events);
        QCOMPARE(rebuilt.title(), QString());
        QCOMPARE(rebuilt.stages().size(), 1);
        QCOMPARE(rebuilt.stages().first().name, u"Go"_s);
    }
}

void RoadmapAssemblerTest::aRepeatedListVoidsTheFirst()
{
    const QString answer
        = uR"({"stages":[{"name":"no"}],"stages":[{"name":"S","modules":[{},{}],)"_s
        + uR"("modules":[{"name":"M","concepts":[{},{}],"concepts":[{"name":"C"}]}]}]})"_s;
    const Preview preview = assemble(answer, answer.size());
    const Rebuilt rebuilt(preview.events);
    QCOMPARE(rebuilt.stages().size(), 1);
    QCOMPARE(rebuilt.stages()[0].modules.size(), 1);
    QCOMPARE(rebuilt.stages()[0].modules[0].concepts.size(), 1);
    QVERIFY(preview.events.contains(PreviewEvent(Restarted {})));
    QVERIFY(preview.events.contains(PreviewEvent(Restarted { { .stage = 0 } })));
    QVERIFY(preview.events.contains(PreviewEvent(Restarted { { .stage = 0, .module = 0 } })));
}

void RoadmapAssemblerTest::yieldsTheSameForEverySplit_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("framework") << fenced(
        uR"({"framework":{"title":"T🧭é","stages":[{"stage_id":"s\u00e9","name":"根据 \ud83e\udded x",)"
        uR"("order":2,"modules":[{"name":"a\\b\"c","concepts":[{"name":"C","estimated_hours":12.25,)"
        uR"("keywords":["一","\n"],"difficulty":"hard","junk":[{"a":["b\tc"]}]}]}]}]}})"_s);
    QTest::newRow("replaced, with a name cut")
        << u"```\n{\"title\":\"Tx\",\"stages\":[{\"name\":\"S"_s + u"\",```\n```json\n"_s + oneStage
            + u"\n```"_s;
    QTest::newRow("broken name") << fenced(u"{\"stages\":[{\"name\":\"A\\tb\x01\"}]}"_s);
    QTest::newRow("lone surrogates")
        << fenced(u"{\"title\":\"%1\",\"stages\":[{\"name\":\"%1a%2%2\"}]}"_s.arg(QChar(0xdc00))
                      .arg(QChar(0xd83d)));
    QTest::newRow("cut after a brace") << u"Hi\n{"_s;
}

void RoadmapAssemblerTest::yieldsTheSameForEverySplit()
{
    QFETCH(const QString, answer);
    const Preview whole = coalesced(assemble(answer, answer.size()));
    for (qsizetype size = 1; size < answer.size(); ++size)
        QCOMPARE(coalesced(assemble(answer, size)), whole);
    for (qsizetype at = 1; at < answer.size(); ++at) {
        bool isFirst = true;
        QCOMPARE(coalesced(assemble(
                     answer, [&] { return std::exchange(isFirst, false) ? at : answer.size(); })),
            whole);
    }
}

void RoadmapAssemblerTest::isBounded()
{
    const QString longText = u"一"_s.repeated(1999) + u"🧭"_s.repeated(1000);
    const QString list = u"[%1\"z\"]"_s.arg(u"\"a\","_s.repeated(300));
    const QString answer
        = u"{\"title\":\"%1\",\"modules\":[{\"concepts\":[{\"name\":\"%1\","
          "\"description\":\"%1\",\"keywords\":%2,\"prerequisites\":[\"%1\"]}]}]}"_s.arg(
              longText, list);
    for (const qsizetype size : { qsizetype(5), answer.size() }) {
        const Preview preview = assemble(answer, size);
        const Rebuilt rebuilt(preview.events);
        QCOMPARE(rebuilt.title(), longText.first(300));
        const Concept item = rebuilt.stages()[0].modules[0].concepts[0];
        QCOMPARE(item.name, longText.first(300));
        QCOMPARE(item.description, longText.first(1999)); // no pair is cut in half
        QCOMPARE(item.keywords.size(), 100);
        QCOMPARE(item.prerequisites, QStringList { longText.first(300) });
        QVERIFY(preview.events.size() < 200);
    }
}

void RoadmapAssemblerTest::readsAStructuredAnswer()
{
    NarrationExtractor narration;
    RoadmapAssembler assembler;
    Events events;
    QString prose;
    const QString answer
        = u"{\"narration\":\"Hi\\nyou\",\"title\":\"T\",\"stages\":[{\"name\":\"S\"}]}"_s;
    for (const QChar& unit : answer)
        prose += assembler.feed(narration.feed(QStringView(&unit, 1)), events);
    prose += assembler.feed(narration.finish(), events);
    prose += assembler.finish(events);
    QCOMPARE(prose, u"Hi\nyou\n\n"_s);
    QCOMPARE(Rebuilt(events).title(), u"T"_s);
    QCOMPARE(Rebuilt(events).stages().value(0).name, u"S"_s);
}

void RoadmapAssemblerTest::boundsNodes()
{
    const auto opened = [](const QString& answer) {
        const Preview preview = assemble(answer, 4096);
        return std::ranges::count_if(preview.events,
            [](const PreviewEvent& event) { return std::holds_alternative<NodeOpened>(event); });
    };
    const auto list = [](int count) { return u"[%1{}]"_s.arg(u"{},"_s.repeated(count - 1)); };
    QCOMPARE(opened(u"{\"stages\":%1}"_s.arg(list(RoadmapHandler::maxStages + 7))),
        RoadmapHandler::maxStages);
    QCOMPARE(opened(u"{\"modules\":%1}"_s.arg(list(RoadmapHandler::maxModules + 7))),
        RoadmapHandler::maxModules + 1);
    QCOMPARE(opened(u"{\"modules\":[{\"concepts\":%1},{\"concepts\":[{},{}]}]}"_s.arg(
                 list(RoadmapHandler::maxConcepts - 1))),
        RoadmapHandler::maxConcepts + 3);
}

void RoadmapAssemblerTest::keepsNoUnknownText()
{
    const QString megabyte = u"x"_s.repeated(1 << 20);
    const QString answer
        = u"{\"x\":\"%1\",\"%1\":[\"%1\"],\"stages\":[{\"name\":\"S\"}]}"_s.arg(megabyte);
    const Preview preview = assemble(answer, 1000);
    QCOMPARE(preview.events.size(), 2);
}

void RoadmapAssemblerTest::yieldsTheRoadmap_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void RoadmapAssemblerTest::yieldsTheRoadmap()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    CurriculumDesign design;
    design.framework = randomRoadmap(random);
    design.designRationale = randomText(random);
    const bool isBare = random.bounded(2) == 0;
    const json::object object = isBare ? toJson(design.framework) : toJson(design);
    const QString json = random.bounded(2) == 0 ? compactText(object)
                                                : QString::fromUtf8(writeIndentedJson(object));
    const QString answer = random.bounded(2) == 0 ? fenced(json) : json;
    const qsizetype most = 1 + random.bounded(40);
    const Preview preview = assemble(answer, [&] { return 1 + random.bounded(most); });
    const Rebuilt rebuilt(preview.events);
    QCOMPARE(rebuilt.title(), design.framework.title);
    QVERIFY(rebuilt.stages() == design.framework.stages);
    QCOMPARE(coalesced(preview), coalesced(assemble(answer, answer.size())));
}

void RoadmapAssemblerTest::survivesDamage_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1001; seed <= 1400; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void RoadmapAssemblerTest::survivesDamage()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    const QString answer = damaged(fenced(compactText(toJson(randomRoadmap(random)))), random);
    const Preview whole = coalesced(assemble(answer, answer.size()));
    const qsizetype most = 1 + random.bounded(20);
    const Preview pieces = assemble(answer, [&] { return 1 + random.bounded(most); });
    static_cast<void>(Rebuilt(pieces.events)); // which checks them
    QCOMPARE(coalesced(pieces), whole);
    QCOMPARE(coalesced(assemble(answer, 1)), whole);
}

void RoadmapAssemblerTest::takesBadInput_data()
{
    QTest::addColumn<QString>("concepts");
    QTest::addColumn<qsizetype>("kept"); // of the concepts
    QTest::newRow("a hundred thousand concepts")
        << u"{\"name\":\"C\"},"_s.repeated(100'000).chopped(1)
        << qsizetype(RoadmapHandler::maxConcepts);
    const QString megabyte = u"x"_s.repeated(1 << 20);
    for (const char* const member : { "concept_id", "name", "description", "difficulty",
             "content_status", "content_version", "quiz_id", "unknown" })
        QTest::addRow("a megabyte as %s", member)
            << u"{\"%1\":\"%2\"},{}"_s.arg(QString::fromLatin1(member), megabyte) << qsizetype(2);
    for (const char* const member : { "prerequisites", "keywords" })
        QTest::addRow("a megabyte in %s", member)
            << u"{\"%1\":[\"%2\"]},{}"_s.arg(QString::fromLatin1(member), megabyte) << qsizetype(2);
    QTest::newRow("a megabyte as a key") << u"{\"%1\":1},{}"_s.arg(megabyte) << qsizetype(2);
    QTest::newRow("a hundred thousand prerequisites")
        << u"{\"prerequisites\":[%1]},{}"_s.arg(u"\"x\","_s.repeated(100'000)) << qsizetype(2);
    QTest::newRow("lists in lists")
        << u"{\"name\":\"C\"},"_s + u"["_s.repeated(100'000) << qsizetype(1);
    QTest::newRow("objects in objects")
        << u"{\"name\":\"C\"},{\"x\":"_s + u"{\"x\":"_s.repeated(100'000) << qsizetype(1);
    QTest::newRow("hours beyond any number") << u"{\"estimated_hours\":1e999},{}"_s << qsizetype(2);
    QTest::newRow("hours of many digits")
        << u"{\"estimated_hours\":%1},{}"_s.arg(u"9"_s.repeated(100'000)) << qsizetype(2);
}

/// Whatever a concept is, what is told of it is bounded, and the roadmap around it is there.
void RoadmapAssemblerTest::takesBadInput()
{
    QFETCH(const QString, concepts);
    QFETCH(const qsizetype, kept);
    const QString answer = fenced(
        u"{\"title\":\"T\",\"stages\":[{\"name\":\"S\",\"modules\":[{\"name\":\"M\",\"concepts\":[%1]}]}]}"_s
            .arg(concepts));
    for (const qsizetype size : { qsizetype(1000), answer.size() }) {
        const Preview preview = assemble(answer, size);
        QCOMPARE_LE(preview.events.size(), 3 * kept + 20);
        const Rebuilt rebuilt(preview.events);
        QCOMPARE(rebuilt.title(), u"T"_s);
        QCOMPARE(rebuilt.stages().size(), 1);
        QCOMPARE(rebuilt.stages()[0].modules.size(), 1);
        const auto closed = std::ranges::count_if(preview.events,
            [](const PreviewEvent& event) { return std::holds_alternative<ConceptClosed>(event); });
        QCOMPARE(closed, kept);
        Roadmap roadmap;
        roadmap.stages = rebuilt.stages();
        QCOMPARE_LE(compactText(toJson(roadmap)).size(), 1000 * kept + 50'000);
    }
}

void RoadmapAssemblerTest::twiceTheConceptsBringTwiceTheEvents()
{
    const auto eventCount = [](qsizetype concepts) {
        const QString text = compactText(toJson(sample::largeRoadmap(concepts)));
        return assemble(text, 4).events.size();
    };
    const qsizetype one = eventCount(400);
    const qsizetype two = eventCount(800);
    QVERIFY2(two <= one * 2 + one / 10, qPrintable(u"%1 and %2"_s.arg(one).arg(two)));
}

QTEST_GUILESS_MAIN(RoadmapAssemblerTest)
#include "RoadmapAssemblerTest.moc"
