// SPDX-License-Identifier: Apache-2.0
#include "app/ProvidersCommand.h"

#include "app/CommandParser.h"
#include "app/DataFolder.h"
#include "app/KeyStores.h"
#include "app/OptionLevels.h"
#include "app/ProviderList.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"
#include "app/WaitLine.h"
#include "core/base/PlainText.h"
#include "core/llm/ModelTrial.h"
#include "core/storage/ProviderBook.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ProvidersCommand)
};

Language userLanguage()
{
    return languageForCode(QLocale().bcp47Name());
}

Error wrong(const QString& message)
{
    return { ErrorKind::InvalidInput, message, {} };
}

/// Each server on this machine as soon as it is known to be there. Where nobody listens is no news.
void printLocalServers()
{
    LocalDiscovery discovery;
    bool foundAny = false;
    QObject::connect(
        &discovery, &LocalDiscovery::looked, &discovery, [&foundAny](const LocalServer& server) {
            if (server.problem && server.problem->kind == ErrorKind::Network)
                return;
            foundAny = true;
            terminal::print(localServerText(server));
        });
    QObject::connect(&discovery, &LocalDiscovery::finished, &discovery, &QCoreApplication::quit);
    QCoreApplication::exec();
    if (!foundAny)
        terminal::print("  "_L1
            + Translation::tr("none; looked at the usual ports of 127.0.0.1 and [::1]") + u'\n');
}

ExitStatus listProviders(const ConfiguredProviders& configured)
{
    const auto heading = [](const QString& text) { terminal::print(QString(text + u'\n')); };
    if (const QString text = configuredText(configured); !text.isEmpty()) {
        heading(Translation::tr("In your settings (* answers unless asked otherwise):"));
        terminal::print(text);
        heading({});
    }
    heading(Translation::tr("Found on this machine:"));
    printLocalServers();
    heading({});
    heading(Translation::tr("Known providers (use one with --provider NAME):"));
    return terminal::print(presetsText()) ? ExitStatus::Success : ExitStatus::UnexpectedFailure;
}

QString formText(std::optional<StructuredOutput> form)
{
    if (!form)
        return Translation::tr("could not be found out this time");
    switch (*form) {
    case StructuredOutput::JsonSchema:
        return Translation::tr("JSON after a schema");
    case StructuredOutput::JsonObject:
        return Translation::tr("some JSON object");
    case StructuredOutput::None:
        break;
    }
    return Translation::tr("no");
}

QString resultText(const TrialResult& result)
{
    const QLocale locale;
    const auto yesOrNo
        = [](bool is) { return is ? Translation::tr("yes") : Translation::tr("no"); };
    const QString speed = result.wordsPerSecond ? locale.toString(*result.wordsPerSecond, 'f', 1)
                                                : Translation::tr("too fast or too short to tell");
    const double seconds = double(result.firstWord.count()) / 1000.0;
    QStringList lines;
    if (!result.model.isEmpty())
        lines.append(Translation::tr("Model: %1").arg(plainLine(result.model)));
    lines += QStringList {
        Translation::tr("First word after: %1 s").arg(locale.toString(seconds, 'f', 3)),
        Translation::tr("Words per second: %1").arg(speed),
        Translation::tr("Streams: %1").arg(yesOrNo(result.streams)),
        Translation::tr("Reasons: %1").arg(yesOrNo(result.reasons)),
        Translation::tr("Structured output: %1").arg(formText(result.structuredOutput)),
    };
    return lines.join(u'\n') + u'\n';
}

/// Looks for the key, then lets the model speak.
class TrialRun final : public QObject {
    Q_OBJECT
public:
    TrialRun(ModelChoice choice, const SecretStores& stores)
        : m_choice(std::move(choice))
        , m_search(m_choice.setup, stores)
    {
        connect(&m_search, &KeySearch::remarked, this, &terminal::say);
        connect(&m_search, &KeySearch::failed, this, &TrialRun::fail);
        connect(&m_search, &KeySearch::found, this, &TrialRun::start);
    }

    [[nodiscard]] ExitStatus execute()
    {
        QCoreApplication::exec();
        return m_status;
    }

private:
    void start(const ApiKey& key)
    {
        const Provider& preset = presetOf(m_choice.setup);
        m_trial = std::make_unique<ModelTrial>(
            endpointFor(m_choice.setup, preset, key), userLanguage());
        connect(m_trial.get(), &ModelTrial::waitChanged, &m_waitLine, &WaitLine::setWait);
        connect(m_trial.get(), &ModelTrial::spoke, this, [this](const QString& words) {
            m_waitLine.erase();
            const QByteArray shown = plainText(words).toUtf8();
            terminal::print(shown);
            m_waitLine.noteOutput(shown);
        });
        connect(m_trial.get(), &ModelTrial::failed, this, &TrialRun::fail);
        connect(m_trial.get(), &ModelTrial::finished, this, [this](const TrialResult& result) {
            m_waitLine.setWait({});
            terminal::print("\n\n"_L1 + resultText(result));
            end(ExitStatus::Success);
        });
    }

    void fail(const Error& error)
    {
        m_waitLine.setWait({});
        terminal::say(Translation::tr("Error: %1").arg(error.message));
        if (!error.details.isEmpty())
            terminal::say(error.details);
        end(exitStatusFor(error.kind));
    }

    void end(ExitStatus status)
    {
        m_status = status;
        QCoreApplication::exit();
    }

    ModelChoice m_choice;
    KeySearch m_search;
    std::unique_ptr<ModelTrial> m_trial;
    WaitLine m_waitLine;
    ExitStatus m_status = ExitStatus::UnexpectedFailure;
};

ExitStatus tryProvider(const QCommandLineParser& parser, const Policy& policy,
    const ConfiguredProviders& configured, const QString& dataFolder)
{
    const QString name = parser.positionalArguments().value(1);
    if (configured.service(name) != nullptr)
        return wrongUsage(
            wrong(Translation::tr("\"%1\" is a service, not a model. Try it with \"roadloom "
                                  "generate --provider %1 --goal …\".")
                      .arg(name)));
    const OptionLevels levels(parser, policy);
    for (const QString& remark : levels.remarks())
        terminal::say(remark);
    const Result<ModelChoice> choice = readModelChoice(levels, configured, name);
    if (!choice)
        return wrongUsage(choice.error());
    KeyStores stores(dataFolder);
    TrialRun run(choice.value(), stores.all());
    return run.execute();
}

ExitStatus runAction(const QCommandLineParser& parser, const Policy& policy)
{
    const QStringList words = parser.positionalArguments();
    const QString action = words.value(0, u"list"_s);
    const bool tries = action == "test"_L1;
    const bool hasName = words.size() == 2 || (words.size() == 1 && parser.isSet(u"base-url"_s));
    if ((action != "list"_L1 && !tries) || (tries && !hasName) || (!tries && words.size() > 1))
        return wrongUsage(
            wrong(Translation::tr("Use one of: providers list, providers test NAME.")));
    if (!tries) {
        for (const QString& option : { u"base-url"_s, u"model"_s, u"api-style"_s, u"timeout"_s }) {
            if (parser.isSet(option))
                return wrongUsage(
                    wrong(Translation::tr("--%1 is for \"providers test\" only.").arg(option)));
        }
    }
    const QString folder = chosenDataFolder(parser, policy).path();
    const ProviderBook book(ProviderSettings(folder), policy);
    if (book.readError())
        terminal::say(book.readError()->message);
    return tries ? tryProvider(parser, policy, book.configured(), folder)
                 : listProviders(book.configured());
}

} // namespace

ExitStatus runProvidersCommand(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Translation::tr("The models that can be reached: those in your settings, on this machine "
                        "and known by name; or how one of them does: how soon and how fast it "
                        "speaks, and what it can do."));
    parser.addPositionalArgument(
        u"action"_s, Translation::tr("list (default) or test."), u"[list|test NAME]"_s);
    addModelOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"providers"_s))
        return *status;
    return runAction(parser, policy);
}

} // namespace roadloom

#include "ProvidersCommand.moc"
