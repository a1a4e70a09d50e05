// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/DesignParts.h"
#include "tests/core/agents/AgentAnswers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

DesignParts parts()
{
    const Roadmap whole = sample::perfectRoadmap();
    return { .outline = outlineOf(whole),
        .stages = { { 0, whole.stages[0] }, { 2, whole.stages[2] } },
        .unsaid = { { 2, u"第三阶段 “quoted”\n"_s } } };
}

} // namespace

class DesignPartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasWrittenReadsAsItWas()
    {
        const Result<json::value> value = parseJson(writeJson(toJson(parts())));
        const Result<DesignParts> read = readDesignParts(value.value());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().details));
        QVERIFY(read.value() == parts());
    }

    void whatCannotBeGoneOnWithIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto changed = [](auto change) {
            json::object object = toJson(parts());
            change(object);
            return writeJson(object);
        };
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no outline") << changed([](json::object& all) { all.erase("outline"); });
        QTest::newRow("a stage that the outline does not have") << changed(
            [](json::object& all) { all["stages"].get_array()[0].get_object()["index"] = 3; });
        QTest::newRow("a stage before the first") << changed(
            [](json::object& all) { all["stages"].get_array()[0].get_object()["index"] = -1; });
        QTest::newRow("a stage twice") << changed(
            [](json::object& all) { all["stages"].get_array()[0].get_object()["index"] = 2; });
        QTest::newRow("no stage") << changed(
            [](json::object& all) { all["stages"].get_array()[0].get_object().erase("stage"); });
        QTest::newRow("all stages") << changed([](json::object& all) {
            json::value more = all["stages"].get_array()[0];
            more.get_object()["index"] = 1;
            all["stages"].get_array().push_back(more);
        });
        QTest::newRow("words of no stage") << changed(
            [](json::object& all) { all["unsaid"].get_array()[0].get_object()["index"] = 7; });
    }
    void whatCannotBeGoneOnWithIsRefused()
    {
        QFETCH(const QByteArray, text);
        const Result<json::value> value = parseJson(text);
        QVERIFY(value);
        QVERIFY(!readDesignParts(value.value()));
    }
};

QTEST_GUILESS_MAIN(DesignPartsTest)
#include "DesignPartsTest.moc"
