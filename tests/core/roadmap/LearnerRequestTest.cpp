// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/LearnerRequest.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace roadloom {

using Change = std::function<void(LearnerRequest&)>;

// Ahead of the raw strings, which Qt 6.4's moc does not read its way through.
class LearnerRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheExampleAndWritesItBack();
    void fillsInWhatIsLeftOut();
    void readsBothContentVocabularies();
    void readsDeadlines_data();
    void readsDeadlines();
    void keepsUnknownMembers();
    void namesThePathOfWhatIsWrong_data();
    void namesThePathOfWhatIsWrong();
    void acceptsGoodRequests_data();
    void acceptsGoodRequests();
    void findsErrors_data();
    void findsErrors();
    void answersInTheAskedLanguageElseTheGoals();
};

namespace {

const QDate today(2026, 3, 2);

json::value parsed(const QByteArray& text)
{
    const auto value = parseJson(text);
    return value ? value.value() : json::value();
}

Result<LearnerRequest> read(const QByteArray& text)
{
    return readLearnerRequest(parsed(text));
}

/// A request whose preferences hold a goal and these members.
QByteArray withPreference(const QByteArray& members)
{
    return R"({"preferences":{"learning_goal":"Go",)" + members + "}}";
}

LearnerRequest changed(const Change& change)
{
    LearnerRequest request;
    request.preferences.learningGoal = u"Python"_s;
    change(request);
    return request;
}

} // namespace

void LearnerRequestTest::readsTheExampleAndWritesItBack()
{
    QFile file(QLatin1StringView(ROADLOOM_TEST_DATA) + "/example-request.json"_L1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const json::value example = parsed(file.readAll());
    const auto request = readLearnerRequest(example);
    QVERIFY(request);
    LearnerRequest expected;
    expected.userId = u"test-user"_s;
    expected.sessionId = u"test-session"_s;
    expected.preferences.learningGoal = u"学习 Python Web 开发"_s;
    expected.preferences.availableHoursPerWeek = 10;
    expected.preferences.motivation = u"职业转型"_s;
    expected.preferences.currentLevel = LearnerLevel::Beginner;
    expected.preferences.careerBackground = u"市场营销"_s;
    expected.preferences.contentPreference
        = { ContentPreference::Text, ContentPreference::Interactive };
    QVERIFY(request.value() == expected);
    QCOMPARE(writeJson(toJson(request.value())), writeJson(example)); // the order, too
    QVERIFY(!findRequestError(request.value(), today));
}

void LearnerRequestTest::fillsInWhatIsLeftOut()
{
    const QByteArray written = R"({"user_id":"","session_id":"","preferences":{)"
                               R"("learning_goal":"Go","available_hours_per_week":10,)"
                               R"("motivation":"","current_level":"beginner",)"
                               R"("career_background":"",)"
                               R"("content_preference":["text","interactive"]}})";
    const QByteArray nulls = R"("motivation":null,"current_level":null,"content_preference":null,)"
                             R"("target_deadline":null)";
    for (const QByteArray& members : { R"("motivation":"")"_ba, nulls }) {
        const auto request = read(withPreference(members));
        QVERIFY(request);
        QCOMPARE(writeJson(toJson(request.value())), written);
    }
}

void LearnerRequestTest::readsBothContentVocabularies()
{
    const QByteArray kinds
        = R"(["visual","text","audio","hands_on","video","interactive","project"])";
    const auto request = read(withPreference(R"("content_preference":)" + kinds));
    QVERIFY(request);
    using Kind = ContentPreference;
    const QList<Kind> expected { Kind::Visual, Kind::Text, Kind::Audio, Kind::HandsOn, Kind::Video,
        Kind::Interactive, Kind::Project };
    QCOMPARE(request.value().preferences.contentPreference, expected);
    const json::object written = toJson(request.value());
    QCOMPARE(writeJson(written.at("preferences").at("content_preference")), kinds);
}

void LearnerRequestTest::readsDeadlines_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text : { u"2026-06-30"_s, u"2026-06-30T00:00:00"_s,
             u"2026-06-30T23:59:59Z"_s, u"2026-06-30T12:00:00+08:00"_s,
             u"2026-06-30T12:00:00.123456"_s, u"2026-06-30T12:00"_s })
        QTest::addRow("%s", qUtf8Printable(text)) << text;
}

void LearnerRequestTest::readsDeadlines()
{
    QFETCH(const QString, text);
    const auto request = read(withPreference("\"target_deadline\":\"" + text.toUtf8() + '"'));
    QVERIFY(request);
    QCOMPARE(request.value().preferences.targetDeadline, std::optional(QDate(2026, 6, 30)));
    const json::object written = toJson(request.value());
    QCOMPARE(toQString(written.at("preferences").at("target_deadline").as_string()),
        u"2026-06-30T00:00:00"_s);
}

void LearnerRequestTest::keepsUnknownMembers()
{
    const QByteArray text = R"({"user_id":"u","session_id":"s","preferences":{)"
                            R"("learning_goal":"Go","available_hours_per_week":5,)"
                            R"("motivation":"","current_level":"advanced",)"
                            R"("career_background":"","content_preference":[],)"
                            R"("primary_language":"zh","tech_stack":[{"technology":"C"}]},)"
                            R"("additional_context":"more","trace":{"id":1}})";
    const auto request = read(text);
    QVERIFY(request);
    QCOMPARE(request.value().preferences.language, u"zh"_s);
    QCOMPARE(request.value().additionalContext, u"more"_s);
    QCOMPARE(writeJson(toJson(request.value())), text);
}

void LearnerRequestTest::namesThePathOfWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("path");
    const auto row = [](const QByteArray& member, const QString& path) {
        QTest::addRow("%s", member.constData()) << withPreference(member) << path;
    };
    row(R"("available_hours_per_week":"ten")", u"preferences.available_hours_per_week"_s);
    row(R"("available_hours_per_week":1.5)", u"preferences.available_hours_per_week"_s);
    row(R"("available_hours_per_week":1e300)", u"preferences.available_hours_per_week"_s);
    row(R"("current_level":"guru")", u"preferences.current_level"_s);
    row(R"("current_level":1)", u"preferences.current_level"_s);
    row(R"("motivation":[])", u"preferences.motivation"_s);
    row(R"("career_background":{})", u"preferences.career_background"_s);
    row(R"("content_preference":"text")", u"preferences.content_preference"_s);
    row(R"("content_preference":["telepathy"])", u"preferences.content_preference"_s);
    row(R"("content_preference":[1])", u"preferences.content_preference[0]"_s);
    row(R"("target_deadline":"soon")", u"preferences.target_deadline"_s);
    row(R"("target_deadline":"2026-02-30")", u"preferences.target_deadline"_s);
    row(R"("target_deadline":20260630)", u"preferences.target_deadline"_s);
    row(R"("primary_language":1)", u"preferences.primary_language"_s);
    QTest::addRow("no object") << "[]"_ba << u"(the whole text)"_s;
    QTest::addRow("no preferences") << "{}"_ba << u"preferences"_s;
    QTest::addRow("no goal") << R"({"preferences":{}})"_ba << u"preferences.learning_goal"_s;
    QTest::addRow("goal null") << R"({"preferences":{"learning_goal":null}})"_ba
                               << u"preferences.learning_goal"_s;
    QTest::addRow("user_id") << R"({"user_id":1,"preferences":{"learning_goal":"Go"}})"_ba
                             << u"user_id"_s;
}

void LearnerRequestTest::namesThePathOfWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, path);
    const auto request = read(text);
    QVERIFY(!request);
    const Error& error = request.error();
    QCOMPARE(errorKindName(error.kind), errorKindName(ErrorKind::InvalidInput));
    QVERIFY2(error.details.startsWith(path + ": expected "_L1), qUtf8Printable(error.details));
    QVERIFY2(error.message.contains(path), qUtf8Printable(error.message));
}

void LearnerRequestTest::acceptsGoodRequests_data()
{
    QTest::addColumn<Change>("change");
    const auto row
        = [](const char* name, const Change& change) { QTest::addRow("%s", name) << change; };
    row("short", [](LearnerRequest&) {});
    row("2,000 characters",
        [](LearnerRequest& it) { it.preferences.learningGoal = QString(2000, u'x'); });
    row("2,000 characters beyond the basic plane",
        [](LearnerRequest& it) { it.preferences.learningGoal = u"🚀"_s.repeated(2000); });
    row("lines and joined emoji",
        [](LearnerRequest& it) { it.preferences.learningGoal = u"Go\r\n\t👩\u200d💻 و\u200f"_s; });
    row("1 hour", [](LearnerRequest& it) { it.preferences.availableHoursPerWeek = 1; });
    row("168 hours", [](LearnerRequest& it) { it.preferences.availableHoursPerWeek = 168; });
    row("today", [](LearnerRequest& it) { it.preferences.targetDeadline = today; });
    for (const QString& code : { u"zh"_s, u"zh-CN"_s, u"zh_TW"_s, u"zh-Hant-HK"_s, u"sr-Latn"_s })
        row(qPrintable(code), [=](LearnerRequest& it) { it.preferences.language = code; });
    row("motivation in Windows lines",
        [](LearnerRequest& it) { it.preferences.motivation = u"a\r\nb"_s; });
    row("long motivation",
        [](LearnerRequest& it) { it.preferences.motivation = QString(20000, u'x'); });
}

void LearnerRequestTest::acceptsGoodRequests()
{
    QFETCH(const Change, change);
    const auto error = findRequestError(changed(change), today);
    QVERIFY2(!error, error ? qUtf8Printable(error->message) : "");
}

void LearnerRequestTest::findsErrors_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const Change& change, const QString& words) {
        QTest::addRow("%s", name) << change << words;
    };
    const auto goal = [&row](const char* name, const QString& text, const QString& words) {
        row(
            name, [text](LearnerRequest& it) { it.preferences.learningGoal = text; }, words);
    };
    goal("empty", {}, u"goal is empty"_s);
    goal("blank", u" \t\n\u3000"_s, u"goal is empty"_s);
    goal("2,001 characters", QString(2001, u'x'), u"has 2,001 characters; at most 2,000"_s);
    goal("10 MB", QString(10'000'000, u'x'), u"has 10,000,000 characters"_s);
    goal("escape sequence", u"\u001b[2J"_s, u"control characters"_s);
    goal("null", QString(QChar()) + u'x', u"control characters"_s);
    goal("C1 control", u"a\u009bb"_s, u"control characters"_s);
    goal("right-to-left override", u"a\u202eb"_s, u"control characters"_s);
    goal("isolate", u"a\u2066b"_s, u"control characters"_s);
    goal("half a character", u"a"_s + QChar(0xd83d), u"control characters"_s);
    for (const int hours : { 0, -1, 169, std::numeric_limits<int>::max() })
        row(
            qPrintable(u"%1 hours"_s.arg(hours)),
            [hours](LearnerRequest& it) { it.preferences.availableHoursPerWeek = hours; },
            u"hours a week are not possible"_s);
    row(
        "yesterday", [](LearnerRequest& it) { it.preferences.targetDeadline = today.addDays(-1); },
        u"2026-03-01 is in the past"_s);
    const QString tooLong(20001, u'x');
    row(
        "motivation", [=](LearnerRequest& it) { it.preferences.motivation = tooLong; },
        u"at most 20,000 characters"_s);
    row(
        "background", [=](LearnerRequest& it) { it.preferences.careerBackground = tooLong; },
        u"at most 20,000 characters"_s);
    row(
        "context", [=](LearnerRequest& it) { it.additionalContext = tooLong; },
        u"at most 20,000 characters"_s);
    const QString escape = u"x\u001b[31m"_s;
    row(
        "escape in the motivation", [=](LearnerRequest& it) { it.preferences.motivation = escape; },
        u"control characters"_s);
    row(
        "escape in the background",
        [=](LearnerRequest& it) { it.preferences.careerBackground = escape; },
        u"control characters"_s);
    for (const QString& code : { escape, u"a b"_s, u"zh-"_s, QString(400'000, u'x'), u"-"_s })
        row(
            qPrintable(u"language %1"_s.arg(code.size())),
            [=](LearnerRequest& it) { it.preferences.language = code; }, u"language code"_s);
    row(
        "user id", [=](LearnerRequest& it) { it.userId = escape; }, u"user_id"_s);
    row(
        "session id", [=](LearnerRequest& it) { it.sessionId = QString(201, u'x'); },
        u"session_id"_s);
}

void LearnerRequestTest::findsErrors()
{
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto error = findRequestError(changed(change), today);
    QVERIFY(error);
    QCOMPARE(errorKindName(error->kind), errorKindName(ErrorKind::InvalidInput));
    QVERIFY2(error->message.contains(words), qUtf8Printable(error->message));
    QVERIFY(error->message.size() < 300);
}

void LearnerRequestTest::answersInTheAskedLanguageElseTheGoals()
{
    LearningPreferences wish;
    wish.learningGoal = u"学习 Python"_s;
    QVERIFY(answerLanguage(wish) == languageOfText(wish.learningGoal));
    wish.language = u"en"_s;
    QVERIFY(answerLanguage(wish) == languageForCode(u"en"_s));
    QVERIFY(languageOfText(wish.learningGoal) != languageForCode(u"en"_s));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::LearnerRequestTest)
#include "LearnerRequestTest.moc"
