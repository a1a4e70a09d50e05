// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ContentVocabulary.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

struct Complaint {
    const char* name;
    const char* body;
    const char* found; ///< "no", "yes", "original", "later"
};

constexpr Complaint complaints[] = {
    { "a literal of the later set",
        R"({"detail":[{"type":"literal_error","loc":["body","preferences","content_preference",1],)"
        R"("msg":"Input should be 'visual', 'text', 'audio' or 'hands_on'","input":"interactive",)"
        R"("ctx":{"expected":"'visual', 'text', 'audio' or 'hands_on'"}}]})",
        "later" },
    { "a literal of the original set",
        R"({"detail":[{"loc":["body","preferences","content_preference",0],)"
        R"("msg":"unexpected value; permitted: 'video', 'text', 'interactive', 'project'",)"
        R"("type":"value_error.const"}]})",
        "original" },
    { "the second of several faults",
        R"({"detail":[{"loc":["body","user_id"],"msg":"Field required","type":"missing"},)"
        R"({"loc":["body","preferences","content_preference",0],"msg":"Bad value","type":"x"}]})",
        "yes" },
    { "the refused word alone",
        R"({"detail":[{"loc":["content_preference"],"msg":"'interactive' is unknown"}]})", "yes" },
    { "in plain words", R"({"detail":"content_preference: choose of visual, text, audio"})",
        "later" },
    { "later shape, list",
        R"({"error":{"code":"VALIDATION_ERROR","message":"Request is invalid","details":[)"
        R"({"field":"body.preferences.content_preference.0","message":"Bad value"}]}})",
        "yes" },
    { "later shape, the same list as before",
        R"({"error":{"code":"VALIDATION_ERROR","message":"Request is invalid","details":{"errors":)"
        R"([{"loc":["body","preferences","content_preference",0],"msg":)"
        R"("Input should be 'video', 'interactive' or 'project'"}]},"timestamp":"t"}})",
        "original" },
    { "later shape, keyed by field",
        R"({"error":{"message":"m","details":{"content_preference":"one of visual, audio"}}})",
        "later" },
    { "later shape, in the message",
        R"({"error":{"code":"VALIDATION_ERROR","message":"content_preference.0: Bad value"}})",
        "yes" },
    { "another field",
        R"({"detail":[{"loc":["body","preferences","current_level"],"msg":"Bad value"}]})", "no" },
    { "only repeated",
        R"({"detail":[{"loc":["body","preferences","motivation"],"msg":"Field required",)"
        R"("input":{"content_preference":["text"]},"type":"missing"}]})",
        "no" },
    { "only repeated in what is for debugging",
        R"({"error":{"message":"Bad","debug_info":{"body":"content_preference"}}})", "no" },
    { "no JSON", "content_preference", "no" },
    { "nothing", "", "no" },
};

QStringList names(const QList<ContentPreference>& kinds)
{
    QStringList names;
    for (const ContentPreference kind : kinds)
        names.append(contentPreferenceName(kind));
    return names;
}

QList<ContentPreference> kindsOf(const QString& text)
{
    QList<ContentPreference> kinds;
    for (const QString& name : text.split(u' ', Qt::SkipEmptyParts))
        kinds.append(contentPreferenceFromName(name).value());
    return kinds;
}

} // namespace

class ContentVocabularyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsAComplaintInEitherShape_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("found");
        for (const Complaint& complaint : complaints)
            QTest::newRow(complaint.name)
                << QByteArray(complaint.body) << QString::fromLatin1(complaint.found);
    }

    void knowsAComplaintInEitherShape()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, found);
        const auto complaint = contentComplaintIn(body);
        QCOMPARE(complaint.has_value(), found != u"no"_s);
        if (!complaint)
            return;
        const auto wanted = found == u"original"_s ? std::optional(ContentVocabulary::Original)
            : found == u"later"_s                  ? std::optional(ContentVocabulary::Later)
                                                   : std::nullopt;
        QCOMPARE(complaint->wanted, wanted);
    }

    void mapsToTheOtherSet_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<std::optional<ContentVocabulary>>("wanted");
        QTest::addColumn<QString>("mapped");
        using Wanted = std::optional<ContentVocabulary>;
        const Wanted none;
        const Wanted original = ContentVocabulary::Original;
        const Wanted later = ContentVocabulary::Later;
        QTest::newRow("the default") << u"text interactive"_s << none << u"text hands_on"_s;
        QTest::newRow("all of the original")
            << u"video text interactive project"_s << none << u"visual text hands_on"_s;
        QTest::newRow("all of the later")
            << u"visual text audio hands_on"_s << none << u"video text interactive"_s;
        QTest::newRow("project alone") << u"project"_s << none << u"hands_on"_s;
        QTest::newRow("audio alone") << u"audio"_s << none << u"video"_s;
        QTest::newRow("in both sets") << u"text"_s << none << u"text"_s;
        QTest::newRow("nothing") << u""_s << none << u""_s;
        QTest::newRow("mixed, first word tells")
            << u"text hands_on video"_s << none << u"text interactive video"_s;
        QTest::newRow("mixed, later wanted")
            << u"hands_on video project"_s << later << u"hands_on visual"_s;
        QTest::newRow("mixed, original wanted")
            << u"hands_on video project"_s << original << u"interactive video project"_s;
        QTest::newRow("as wanted already") << u"video"_s << original << u"video"_s;
    }

    void mapsToTheOtherSet()
    {
        QFETCH(const QString, chosen);
        QFETCH(const std::optional<ContentVocabulary>, wanted);
        QFETCH(const QString, mapped);
        QCOMPARE(names(mappedContentPreference(kindsOf(chosen), wanted)), names(kindsOf(mapped)));
    }
};

QTEST_GUILESS_MAIN(ContentVocabularyTest)
#include "ContentVocabularyTest.moc"
