// SPDX-License-Identifier: Apache-2.0
#include "app/DataFolder.h"
#include "app/OptionLevels.h"
#include "app/SourceOptions.h"
#include "app/WishOptions.h"
#include "core/base/Overload.h"

#include <QCommandLineParser>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

enum class Level { Policy, CommandLine, Environment, User, BuiltIn };

constexpr std::array levels { Level::Policy, Level::CommandLine, Level::Environment, Level::User,
    Level::BuiltIn };

/// All that can be said anywhere.
struct Said {
    Policy policy {};
    QStringList arguments {};
    QProcessEnvironment environment {};
    ConfiguredProviders settings {};
    Appearance appearance {};
};

using Say = std::function<void(Said&)>;

struct Setting {
    std::map<Level, Say> says; ///< where it can be said, and how
    std::map<Level, QString> means; ///< what holds then
    QString (*observed)(const Said&);
};

ProviderSetup modelAt(const QString& address)
{
    ProviderSetup setup = setupFrom(*findProvider(u"other"));
    setup.id = u"mine"_s;
    setup.baseUrl = QUrl(address);
    return setup;
}

ConfiguredProviders answering(const ProviderSetup& setup)
{
    return { .defaultId = setup.id, .providers = { setup } };
}

/// Settings that leave all but the server open.
ConfiguredProviders untouched()
{
    return answering(modelAt(u"http://10.0.0.9/v1"_s));
}

void parse(QCommandLineParser& parser, const Said& said)
{
    addWishOptions(parser);
    addSourceOptions(parser);
    parser.addOption({ u"data-dir"_s, {}, u"FOLDER"_s });
    if (!parser.parse(QStringList { u"roadloom"_s } + said.arguments))
        qFatal("%s", qPrintable(parser.errorText()));
}

SourceChoice choiceOf(const Said& said)
{
    QCommandLineParser parser;
    parse(parser, said);
    const Result<SourceChoice> choice
        = readSourceChoice(OptionLevels(parser, said.policy, said.environment),
            withPolicy(said.policy, said.settings));
    if (!choice)
        qFatal("%s", qPrintable(choice.error().message));
    return choice.value();
}

ModelChoice modelOf(const Said& said)
{
    const SourceChoice choice = choiceOf(said);
    const auto* const model = std::get_if<ModelChoice>(&choice);
    return model != nullptr ? *model : ModelChoice();
}

QString whoAnswers(const Said& said)
{
    return std::visit(
        Overload {
            [](const OfflineChoice&) { return u"offline"_s; },
            [](const ModelChoice& model) { return model.setup.baseUrl.host(); },
            [](const ServiceChoice& hub) { return QString(u"hub "_s + hub.setup.url.host()); },
        },
        choiceOf(said));
}

Say typed(const QStringList& arguments)
{
    return [arguments](Said& said) { said.arguments += arguments; };
}

Say variable(const QString& name, const QString& value)
{
    return [name, value](Said& said) { said.environment.insert(name, value); };
}

Say settings(const ConfiguredProviders& configured)
{
    return [configured](Said& said) { said.settings = configured; };
}

Say fixedAnswerer(FixedAnswerer answerer)
{
    if (answerer.model)
        answerer.model->id = administratorsId;
    return [answerer](Said& said) { said.policy.answerer = answerer; };
}

template <class Value>
Say fixed(std::optional<Value> Policy::*member, const Value& value)
{
    return [member, value](Said& said) { said.policy.*member = value; };
}

/// A number that an option, a variable and the policy say.
Setting numbered(const QString& name, std::optional<int> Policy::*member, const QStringList& values,
    QString (*observed)(const Said&))
{
    return { .says = { { Level::Policy, fixed(member, values.at(0).toInt()) },
                 { Level::CommandLine, typed({ "--"_L1 + name, values.at(1) }) },
                 { Level::Environment, variable("ROADLOOM_"_L1 + name.toUpper(), values.at(2)) },
                 { Level::BuiltIn, settings(untouched()) } },
        .means = { { Level::Policy, values.at(0) }, { Level::CommandLine, values.at(1) },
            { Level::Environment, values.at(2) }, { Level::BuiltIn, values.last() } },
        .observed = observed };
}

template <class Change>
void addUser(Setting& setting, const QString& value, Change change)
{
    ProviderSetup setup = untouched().providers.first();
    change(setup);
    setting.says[Level::User] = settings(answering(setup));
    setting.means[Level::User] = value;
}

/// One of those that neither an option nor a variable says.
template <class Value>
Setting looked(std::optional<Value> Policy::*member, Value Appearance::*own,
    const std::array<Value, 2>& values, QString (*observed)(const Said&))
{
    return { .says
        = { { Level::Policy, fixed(member, values[0]) },
            { Level::User, [own, value = values[1]](Said& said) { said.appearance.*own = value; } },
            { Level::BuiltIn, [](Said&) {} } },
        .means = { { Level::Policy, QString::number(int(values[0])) },
            { Level::User, QString::number(int(values[1])) },
            { Level::BuiltIn, QString::number(int(Appearance {}.*own)) } },
        .observed = observed };
}

template <auto member>
QString seen(const Said& said)
{
    return QString::number(int(withPolicy(said.policy, said.appearance).*member));
}

std::map<QString, Setting> allSettings()
{
    std::map<QString, Setting> all;
    all[u"timeout"_s] = numbered(u"timeout"_s, &Policy::timeoutSeconds,
        { u"11"_s, u"12"_s, u"13"_s, u"300"_s }, [](const Said& said) {
            return QString::number(modelOf(said).setup.patience.silence.count() / 1000);
        });
    addUser(all[u"timeout"_s], u"14"_s,
        [](ProviderSetup& setup) { setup.patience.silence = std::chrono::seconds(14); });
    all[u"retries"_s] = numbered(u"retries"_s, &Policy::retries, { u"0"_s, u"1"_s, u"2"_s, u"4"_s },
        [](const Said& said) { return QString::number(modelOf(said).retries.mostRetries); });
    all[u"parallel"_s]
        = numbered(u"parallel"_s, &Policy::parallel, { u"2"_s, u"3"_s, u"4"_s, u"1"_s },
            [](const Said& said) { return QString::number(modelOf(said).setup.parallel); });
    addUser(all[u"parallel"_s], u"5"_s, [](ProviderSetup& setup) { setup.parallel = 5; });
    all[u"rounds"_s] = numbered(u"rounds"_s, &Policy::rounds, { u"0"_s, u"1"_s, u"2"_s, u"3"_s },
        [](const Said& said) { return QString::number(modelOf(said).setup.reviewRounds); });
    all[u"hours"_s] = numbered(u"hours"_s, &Policy::hoursPerWeek,
        { u"4"_s, u"5"_s, u"6"_s, u"10"_s }, [](const Said& said) {
            QCommandLineParser parser;
            parse(parser, said);
            const Result<LearnerRequest> wish
                = readWish(parser, OptionLevels(parser, said.policy, said.environment));
            return QString::number(wish.value().preferences.availableHoursPerWeek);
        });
    all[u"who answers: a model"_s] = { .says
        = { { Level::Policy, fixedAnswerer({ .model = modelAt(u"http://10.0.0.1/v1"_s) }) },
            { Level::CommandLine, typed({ u"--base-url"_s, u"http://10.0.0.2/v1"_s }) },
            { Level::Environment, variable(u"ROADLOOM_BASE_URL"_s, u"http://10.0.0.3/v1"_s) },
            { Level::User, settings(answering(modelAt(u"http://10.0.0.4/v1"_s))) },
            { Level::BuiltIn, settings({}) } },
        .means = { { Level::Policy, u"10.0.0.1"_s }, { Level::CommandLine, u"10.0.0.2"_s },
            { Level::Environment, u"10.0.0.3"_s }, { Level::User, u"10.0.0.4"_s },
            { Level::BuiltIn, u"offline"_s } },
        .observed = whoAnswers };
    const auto hub = [](const QString& address) {
        return ServiceSetup { .id = administratorsId, .url = QUrl(address) };
    };
    all[u"who answers: a hub"_s] = { .says
        = { { Level::Policy, fixedAnswerer({ .service = hub(u"http://10.0.0.1:8000"_s) }) },
            { Level::CommandLine, typed({ u"--service-url"_s, u"http://10.0.0.2:8000"_s }) },
            { Level::Environment, variable(u"ROADLOOM_SERVICE_URL"_s, u"http://10.0.0.3:8000"_s) },
            { Level::User,
                settings({ .defaultId = administratorsId,
                    .services = { hub(u"http://10.0.0.4:8000"_s) } }) },
            { Level::BuiltIn, settings({}) } },
        .means = { { Level::Policy, u"hub 10.0.0.1"_s }, { Level::CommandLine, u"hub 10.0.0.2"_s },
            { Level::Environment, u"hub 10.0.0.3"_s }, { Level::User, u"hub 10.0.0.4"_s },
            { Level::BuiltIn, u"offline"_s } },
        .observed = whoAnswers };
    all[u"who answers: a source"_s]
        = { .says = { { Level::Policy, fixedAnswerer({}) },
                { Level::CommandLine, typed({ u"--source"_s, u"llm"_s }) },
                { Level::Environment, variable(u"ROADLOOM_SOURCE"_s, u"offline"_s) },
                { Level::User, settings(untouched()) } },
              .means = { { Level::Policy, u"offline"_s }, { Level::CommandLine, u"10.0.0.9"_s },
                  { Level::Environment, u"offline"_s }, { Level::User, u"10.0.0.9"_s } },
              .observed = [](const Said& said) {
                  Said with = said;
                  with.settings = untouched();
                  return whoAnswers(with);
              } };
    ProviderSetup chosen = modelAt(u"http://10.0.0.1/v1"_s);
    chosen.model = u"m1"_s;
    all[u"model"_s] = { .says = { { Level::Policy, fixedAnswerer({ .model = chosen }) },
                            { Level::CommandLine, typed({ u"--model"_s, u"m2"_s }) },
                            { Level::Environment, variable(u"ROADLOOM_MODEL"_s, u"m3"_s) },
                            { Level::BuiltIn, settings(untouched()) } },
        .means = { { Level::Policy, u"m1"_s }, { Level::CommandLine, u"m2"_s },
            { Level::Environment, u"m3"_s }, { Level::BuiltIn, QString() } },
        .observed = [](const Said& said) {
            Said with = said;
            if (with.settings == ConfiguredProviders())
                with.settings = untouched();
            return modelOf(with).setup.model;
        } };
    addUser(all[u"model"_s], u"m4"_s, [](ProviderSetup& setup) { setup.model = u"m4"_s; });
    all[u"theme"_s] = looked(&Policy::theme, &Appearance::theme,
        std::array { ThemeChoice::Dark, ThemeChoice::Light }, seen<&Appearance::theme>);
    all[u"text size"_s] = looked(&Policy::textPercent, &Appearance::textPercent,
        std::array { 150, 125 }, seen<&Appearance::textPercent>);
    all[u"motion"_s] = looked(&Policy::motion, &Appearance::motion,
        std::array { MotionChoice::System, MotionChoice::Reduced }, seen<&Appearance::motion>);
    all[u"language"_s] = looked(&Policy::language, &Appearance::language,
        std::array { LanguageChoice::English, LanguageChoice::Chinese },
        seen<&Appearance::language>);
    all[u"send key"_s] = looked(&Policy::sendKey, &Appearance::sendKey,
        std::array { SendKey::Enter, SendKey::ControlEnter }, seen<&Appearance::sendKey>);
    all[u"data folder"_s] = { .says = { { Level::Policy, fixed(&Policy::dataFolder, u"/p"_s) },
                                  { Level::CommandLine, typed({ u"--data-dir"_s, u"/c"_s }) },
                                  { Level::Environment, variable(u"ROADLOOM_DATA_DIR"_s, u"/e"_s) },
                                  { Level::BuiltIn, [](Said&) {} } },
        .means = { { Level::Policy, u"/p"_s }, { Level::CommandLine, u"/c"_s },
            { Level::Environment, u"/e"_s }, { Level::BuiltIn, DataFolder({}).path() } },
        .observed = [](const Said& said) {
            const QString name = u"ROADLOOM_DATA_DIR"_s;
            if (said.environment.contains(name))
                qputenv("ROADLOOM_DATA_DIR", said.environment.value(name).toUtf8());
            QCommandLineParser parser;
            parse(parser, said);
            QString path = DataFolder(parser.value(u"data-dir"_s), said.policy).path();
            qunsetenv("ROADLOOM_DATA_DIR");
            return path;
        } };
    return all;
}

OptionLevels levelsOf(const Said& said)
{
    QCommandLineParser parser;
    parse(parser, said);
    return OptionLevels(parser, said.policy, said.environment);
}

} // namespace

/// Policy > command line > environment > settings > what is built in.
class PrecedenceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qunsetenv("ROADLOOM_DATA_DIR"); }

    void theHigherLevelHolds_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<int>("higher");
        QTest::addColumn<int>("lower");
        constexpr std::array names { "policy", "command line", "environment", "user", "built-in" };
        for (const auto& [name, setting] : allSettings()) {
            for (const Level higher : levels) {
                for (const Level lower : levels) {
                    const bool isPair = higher <= lower && setting.says.contains(higher)
                        && setting.says.contains(lower);
                    if (isPair)
                        QTest::addRow("%s: %s over %s", qPrintable(name),
                            names.at(std::size_t(higher)), names.at(std::size_t(lower)))
                            << name << int(higher) << int(lower);
                }
            }
        }
    }
    void theHigherLevelHolds()
    {
        QFETCH(const QString, setting);
        QFETCH(const int, higher);
        QFETCH(const int, lower);
        const Setting tried = allSettings().at(setting);
        Said said;
        tried.says.at(Level(lower))(said);
        tried.says.at(Level(higher))(said);
        if (said.settings == ConfiguredProviders() && tried.observed != whoAnswers)
            said.settings = untouched();
        QCOMPARE(tried.observed(said), tried.means.at(Level(higher)));
    }

    /// Whoever names a server on the command line wants no model of another's.
    void whoAnswersComesFromOneLevel()
    {
        Said said { .arguments = { u"--base-url"_s, u"http://10.0.0.2/v1"_s } };
        said.environment.insert(u"ROADLOOM_PROVIDER"_s, u"deepseek"_s);
        said.environment.insert(u"ROADLOOM_MODEL"_s, u"deepseek-chat"_s);
        said.environment.insert(u"ROADLOOM_API_STYLE"_s, u"anthropic"_s);
        said.environment.insert(u"ROADLOOM_TIMEOUT"_s, u"13"_s);
        const ModelChoice choice = modelOf(said);
        QCOMPARE(choice.setup.baseUrl.host(), u"10.0.0.2"_s);
        QVERIFY(choice.setup.model.isEmpty());
        QCOMPARE(choice.setup.style, ApiStyle::OpenAi);
        QCOMPARE(choice.setup.patience.silence, std::chrono::seconds(13));
    }

    /// It says of which kind whoever answers is, not who.
    void aSourceLeavesOpenWhoAnswers_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("who");
        QTest::newRow("a hub") << u"service"_s << u"hub 10.0.0.3"_s;
        QTest::newRow("a model") << u"llm"_s << u"10.0.0.4"_s;
        QTest::newRow("the built-in courses") << u"offline"_s << u"offline"_s;
    }
    void aSourceLeavesOpenWhoAnswers()
    {
        QFETCH(const QString, source);
        QFETCH(const QString, who);
        Said said { .arguments = { u"--source"_s, source }, .settings = untouched() };
        said.environment.insert(u"ROADLOOM_SERVICE_URL"_s, u"http://10.0.0.3:8000"_s);
        said.environment.insert(u"ROADLOOM_BASE_URL"_s, u"http://10.0.0.4/v1"_s);
        QCOMPARE(whoAnswers(said), who);
    }

    void whatIsOverruledIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence"); // a part of it
        QTest::newRow("another server")
            << QStringList { u"--base-url"_s, u"http://10.0.0.2/v1"_s } << u"--base-url does not"_s;
        QTest::newRow("another source")
            << QStringList { u"--source"_s, u"llm"_s } << u"--source does not count"_s;
        QTest::newRow("another time")
            << QStringList { u"--timeout"_s, u"1"_s } << u"--timeout does not count"_s;
        QTest::newRow("no time") << QStringList { u"--timeout"_s, u"soon"_s }
                                 << u"has set it to 60"_s;
        QTest::newRow("the same time") << QStringList { u"--timeout"_s, u"60"_s } << QString();
        QTest::newRow("what is free") << QStringList { u"--retries"_s, u"1"_s } << QString();
    }
    void whatIsOverruledIsSaid()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, sentence);
        Said said { .arguments = arguments };
        fixedAnswerer({ .model = modelAt(u"http://10.0.0.1/v1"_s) })(said);
        said.policy.timeoutSeconds = 60;
        const QStringList remarks = levelsOf(said).remarks();
        QCOMPARE(remarks.isEmpty(), sentence.isEmpty());
        QVERIFY(remarks.join(u' ').contains(sentence));
        QCOMPARE(whoAnswers(said), u"10.0.0.1"_s);
        QCOMPARE(modelOf(said).setup.patience.silence, std::chrono::seconds(60));
    }

    void nobodyIsAddedWhereThatIsNotAllowed()
    {
        Said said { .arguments = { u"--base-url"_s, u"http://10.0.0.66/v1"_s },
            .settings = untouched() };
        said.policy.mayAddModels = false;
        said.environment.insert(u"ROADLOOM_SERVICE_URL"_s, u"http://10.0.0.66:8000"_s);
        QCOMPARE(whoAnswers(said), u"10.0.0.9"_s);
        QCOMPARE(levelsOf(said).remarks().size(), 1);
        said.arguments = { u"--provider"_s, u"deepseek"_s };
        QVERIFY(!readSourceChoice(levelsOf(said), said.settings));
        said.arguments = { u"--provider"_s, u"mine"_s };
        QCOMPARE(whoAnswers(said), u"10.0.0.9"_s);
    }

    void aWrongVariableIsNamed()
    {
        Said said { .settings = untouched() };
        said.environment.insert(u"ROADLOOM_PARALLEL"_s, u"many"_s);
        const Result<SourceChoice> choice = readSourceChoice(levelsOf(said), said.settings);
        QVERIFY(!choice);
        QVERIFY(choice.error().message.contains(u"ROADLOOM_PARALLEL needs"_s));
    }

    /// What is set for every start says nothing against the library.
    void variablesForAModelAreNoMistakeWhereNoneAnswers()
    {
        Said said;
        said.environment.insert(u"ROADLOOM_PARALLEL"_s, u"2"_s);
        said.environment.insert(u"ROADLOOM_MODEL"_s, u"m3"_s);
        QCOMPARE(whoAnswers(said), u"offline"_s);
        said.environment.clear();
        said.arguments = { u"--parallel"_s, u"2"_s };
        QVERIFY(!readSourceChoice(levelsOf(said), said.settings));
    }
};

QTEST_GUILESS_MAIN(PrecedenceTest)
#include "PrecedenceTest.moc"
