// SPDX-License-Identifier: Apache-2.0
#include "app/ServeCommand.h"

#include "app/ClassSources.h"
#include "app/CommandParser.h"
#include "app/HandInKeeping.h"
#include "app/InterruptSignal.h"
#include "app/OptionLevels.h"
#include "app/ProgramLog.h"
#include "app/SourceOptions.h"
#include "app/Terminal.h"
#include "core/base/PlainText.h"
#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "core/llm/ApiKey.h"
#include "core/storage/ProviderBook.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QNetworkInterface>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(ServeCommand)
};

constexpr qsizetype leastSecretBytes = 16;
constexpr int mostRuns = 64;
constexpr int mostRunsAnHour = 1000;
constexpr int mostTokensADay = 1'000'000'000;
constexpr qsizetype mostNameCharacters = 100;

Error invalid(const QString& sentence)
{
    return { ErrorKind::InvalidInput, sentence, {} };
}

struct Place {
    QHostAddress address;
    quint16 port = 0;
};

/// "127.0.0.1:8000", "[::1]:8000", "0.0.0.0:8000" or "localhost:8000".
Result<Place> readPlace(const QString& text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isPort = false;
    const ushort port = QStringView(text).sliced(colon + 1).toUShort(&isPort);
    const QHostAddress address
        = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (!isPort || address.isNull())
        return invalid(Translation::tr("--listen needs an address and a port, for example "
                                       "127.0.0.1:8000, or 0.0.0.0:8000 for the whole network. "
                                       "\"%1\" is none.")
                           .arg(text));
    return Place { .address = address, .port = port };
}

/// What the class joins with: what the environment says, or, on a network, a new one.
Result<QByteArray> classCodeFor(const QHostAddress& address)
{
    const QByteArray given = qgetenv("ROADLOOM_CLASS_CODE").trimmed();
    qunsetenv("ROADLOOM_CLASS_CODE"); // it is this hub's, and not for a hub that it asks itself
    if (!given.isEmpty() && !fitsHeader(SeatBook::plainCode(given)))
        return invalid(
            Translation::tr("The class code in ROADLOOM_CLASS_CODE is to have only letters from A "
                            "to Z, digits and hyphens: it must be typed at every seat."));
    if (!given.isEmpty() && SeatBook::plainCode(given).size() < SeatBook::leastCodeCharacters)
        return invalid(
            Translation::tr("The class code in ROADLOOM_CLASS_CODE needs %n characters at least.",
                nullptr, int(SeatBook::leastCodeCharacters)));
    if (!given.isEmpty() || address.isLoopback())
        return given;
    return SeatBook::newClassCode();
}

/// What the seats' tokens are signed with, if other hubs are to know them too; else empty. Comes
/// before classCodeFor(), which takes the code away.
Result<QByteArray> sharedSecret()
{
    const QByteArray secret = qgetenv("ROADLOOM_HUB_SECRET").trimmed();
    qunsetenv("ROADLOOM_HUB_SECRET");
    if (secret.isEmpty())
        return secret;
    if (secret.size() < leastSecretBytes)
        return invalid(
            Translation::tr("The secret in ROADLOOM_HUB_SECRET needs %n characters at least.",
                nullptr, int(leastSecretBytes)));
    if (qgetenv("ROADLOOM_CLASS_CODE").trimmed().isEmpty())
        return invalid(Translation::tr("Hubs that share ROADLOOM_HUB_SECRET have one class code, "
                                       "too: say it in ROADLOOM_CLASS_CODE."));
    return secret;
}

/// What the ids of its tasks begin with, which a proxy in front of several hubs goes by.
Result<QString> readName(const QString& name)
{
    static const QRegularExpression form(u"^[a-z0-9]{0,16}\\z"_s);
    if (!form.match(name).hasMatch())
        return invalid(Translation::tr("--name needs 1 to 16 small letters and digits, for example "
                                       "hub1. \"%1\" is no such name.")
                           .arg(name));
    return name;
}

Result<TrustedProxies> readProxies(const QStringList& texts)
{
    TrustedProxies proxies;
    for (const QString& text : texts) {
        const QHostAddress address(text);
        if (address.isNull())
            return invalid(Translation::tr("--trust-proxy needs the address of a proxy, for "
                                           "example 127.0.0.1. \"%1\" is none.")
                               .arg(text));
        proxies.addresses.append(address);
    }
    return proxies;
}

/// Those that an address to listen at stands for, as others can call them.
QList<QHostAddress> addressesAt(const QHostAddress& address)
{
    const bool isAny = address == QHostAddress::Any || address == QHostAddress::AnyIPv4
        || address == QHostAddress::AnyIPv6;
    QList<QHostAddress> addresses
        = isAny ? QNetworkInterface::allAddresses() : QList<QHostAddress> { address };
    addresses.removeIf([](const QHostAddress& each) { return each.isLinkLocal(); });
    return addresses;
}

/// http(s)://ADDRESS:PORT
QUrl urlOf(const HubSetup& setup, const QHostAddress& address, quint16 port)
{
    QUrl url;
    url.setScheme(setup.certificate ? u"https"_s : u"http"_s);
    url.setHost(address.toString());
    url.setPort(port);
    return url;
}

/// One for each network that it serves on; for this machine itself, if it serves nobody else.
QList<QUrl> placesOf(const HubSetup& setup, quint16 port)
{
    QList<QUrl> places;
    for (const QHostAddress& each : addressesAt(setup.address)) {
        const bool isReached = setup.address == each
            || (setup.address.protocol() == each.protocol() && !each.isLoopback());
        if (isReached)
            places.append(urlOf(setup, each, port));
    }
    return places.isEmpty() ? QList<QUrl> { urlOf(setup, setup.address, port) } : places;
}

QString joinLinkTo(const QUrl& place, const HubSetup& setup)
{
    const auto& certificate = setup.certificate;
    return joinLinkText({ .hub = place,
        .code = setup.classCode,
        .fingerprint = certificate ? certificate->fingerprint() : QByteArray(),
        .name = setup.className });
}

/// Nothing: the hub speaks no TLS.
Result<std::optional<HubCertificate>> certificateFor(
    const QCommandLineParser& parser, const DataFolder& data, const QHostAddress& address)
{
    const QString certificateFile = parser.value(u"tls-cert"_s);
    const QString keyFile = parser.value(u"tls-key"_s);
    if (certificateFile.isEmpty() != keyFile.isEmpty())
        return invalid(Translation::tr("--tls-cert and --tls-key belong together."));
    if (certificateFile.isEmpty() && !parser.isSet(u"tls"_s))
        return std::optional<HubCertificate>();
    Result<HubCertificate> certificate = certificateFile.isEmpty()
        ? HubCertificate::keptIn(data.path(), hostNamesAt(address))
        : HubCertificate::read(certificateFile, keyFile);
    if (!certificate)
        return certificate.error();
    return std::optional(std::move(certificate).value());
}

struct ServeOptions {
    SourceChoice choice;
    HubSetup setup;
    QString log {}; ///< file; "-": standard output; empty: none
};

Result<ServeOptions> readOptions(const QCommandLineParser& parser, const OptionLevels& levels,
    const ProviderBook& book, const DataFolder& data)
{
    const auto place = readPlace(parser.value(u"listen"_s));
    if (!place)
        return place.error();
    Result<QByteArray> secret = sharedSecret();
    if (!secret)
        return secret.error();
    Result<QByteArray> code = classCodeFor(place.value().address);
    if (!code)
        return code.error();
    Result<SourceChoice> choice = readSourceChoice(levels, book.configured());
    if (!choice)
        return choice.error();
    auto certificate = certificateFor(parser, data, place.value().address);
    if (!certificate)
        return certificate.error();
    ServeOptions options { .choice = std::move(choice).value(), .setup = {} };
    const auto runs = levels.number("runs", 1, mostRuns);
    if (!runs)
        return runs.error();
    const auto hourly = levels.number("runs-per-hour", 1, mostRunsAnHour);
    if (!hourly)
        return hourly.error();
    const auto tokens = levels.number("tokens-per-day", 1, mostTokensADay);
    if (!tokens)
        return tokens.error();
    options.setup.limits.budget
        = { .runsPerHour = hourly.value().value_or(0), .tokensPerDay = tokens.value().value_or(0) };
    const auto name = readName(parser.value(u"name"_s));
    if (!name)
        return name.error();
    const auto proxies = readProxies(parser.values(u"trust-proxy"_s));
    if (!proxies)
        return proxies.error();
    options.log = parser.value(u"log"_s);
    options.setup.address = place.value().address;
    options.setup.port = place.value().port;
    options.setup.certificate = std::move(certificate).value();
    options.setup.classCode = std::move(code).value();
    options.setup.secret = std::move(secret).value();
    options.setup.name = name.value();
    options.setup.proxies = proxies.value();
    options.setup.className = shortLine(parser.value(u"class-name"_s), mostNameCharacters);
    options.setup.isFound = !options.setup.address.isLoopback() && !parser.isSet(u"no-discovery"_s);
    for (const QString& origin : parser.values(u"allow-origin"_s))
        options.setup.allowedOrigins.origins.append(origin.toUtf8());
    options.setup.limits.parallel = runs.value().value_or(usualRuns(options.choice));
    return options;
}

/// In two groups, as it is read aloud.
QString grouped(const QByteArray& code)
{
    return QString::fromUtf8(code.size() == 8 ? code.left(4) + '-' + code.mid(4) : code);
}

/// Lines go out at once: whoever reads them while the hub serves misses none.
std::optional<Error> openLog(QFile& file, const QString& name)
{
    if (name.isEmpty())
        return std::nullopt;
    file.setFileName(name);
    const bool isOpen = name == u"-"
        ? file.open(fileno(stdout), QIODevice::WriteOnly | QIODevice::Unbuffered)
        : file.open(QIODevice::Append | QIODevice::Unbuffered);
    if (isOpen)
        return std::nullopt;
    return Error { ErrorKind::InvalidInput,
        Translation::tr("The log %1 cannot be written. Choose another file with --log.").arg(name),
        file.errorString() };
}

/// What whoever started it, and whoever joins it, has to know.
void tellPlace(const ServeOptions& options, quint16 port)
{
    const HubSetup& setup = options.setup;
    const QList<QUrl> places = placesOf(setup, port);
    terminal::say(Translation::tr("The hub serves at %1. Answered by: %2. Ctrl-C ends it.")
                      .arg(QUrl::toStringList(places).join(", "_L1), titleOf(options.choice)));
    if (setup.certificate)
        terminal::say(Translation::tr("Fingerprint of its certificate: %1")
                          .arg(shownFingerprint(setup.certificate->fingerprint())));
    if (setup.classCode.isEmpty())
        return;
    terminal::say(Translation::tr("Class code: %1").arg(grouped(setup.classCode)));
    for (const QUrl& place : places)
        terminal::say(Translation::tr("Join link: %1").arg(joinLinkTo(place, setup)));
}

/// Until it is interrupted, or cannot serve.
ExitStatus run(HubThread& hub, const ServeOptions& options)
{
    ExitStatus status = ExitStatus::Success;
    QObject::connect(&hub, &HubThread::stumbled, &hub, &terminal::say);
    QObject::connect(&hub, &HubThread::serving, &hub,
        [&options](const QHostAddress&, quint16 port) { tellPlace(options, port); });
    QObject::connect(&hub, &HubThread::failed, &hub, [&status](const Error& error) {
        status = localFailure(error);
        QCoreApplication::quit();
    });
    const InterruptSignal interrupt;
    QObject::connect(
        &interrupt, &InterruptSignal::interrupted, &hub, [] { QCoreApplication::quit(); });
    hub.start();
    QCoreApplication::exec();
    return status;
}

ExitStatus serve(const ServeOptions& options, ProviderBook& book, const DataFolder& data)
{
    const ProgramLog log(logFolder(data.statePath()));
    logStart("hub", book.policy());
    QFile logFile;
    if (const auto error = openLog(logFile, options.log))
        return localFailure(*error);
    HubLog::Write writeLine;
    if (logFile.isOpen())
        writeLine = [&logFile](const QByteArray& line) { logFile.write(line); };
    HandInKeeping handIns(data.path());
    auto hub = std::make_unique<HubThread>(
        options.setup, classSources(options.choice, data.path(), book), writeLine);
    QObject::connect(hub.get(), &HubThread::handedIn, &handIns, &HandInKeeping::take);
    const ExitStatus status = run(*hub, options);
    hub.reset(); // nothing is handed in any more
    handIns.finish();
    return status;
}

} // namespace

ExitStatus runServeCommand(const QStringList& arguments, const Policy& policy)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Translation::tr(
        "The classroom hub: this machine has the model, and every seat gets its runs."));
    parser.addOptions({
        { u"listen"_s,
            Translation::tr("Where to serve; default 127.0.0.1:8000, this machine only. On a "
                            "network a class code is needed: the one in ROADLOOM_CLASS_CODE, "
                            "else a new one."),
            u"ADDRESS:PORT"_s, u"127.0.0.1:8000"_s },
        { u"runs"_s,
            Translation::tr("How many runs the model serves at the same time, 1 to 64; the others "
                            "wait for their turn. Default: what suits the provider."),
            u"NUMBER"_s },
    });
    parser.addOptions({
        { u"class-name"_s,
            Translation::tr("What the class is called, for those who join it or look for it."),
            u"NAME"_s },
        { u"no-discovery"_s,
            Translation::tr("Do not answer seats that look for hubs on their network; they need "
                            "the address or the join link then.") },
    });
    parser.addOption({ u"allow-origin"_s,
        Translation::tr("A page whose scripts may use the hub, for example "
                        "https://school.example; repeatable, * for all. Default: none."),
        u"ORIGIN"_s });
    parser.addOptions({
        { u"runs-per-hour"_s,
            Translation::tr("How many runs each seat may have within an hour. Default: any."),
            u"NUMBER"_s },
        { u"tokens-per-day"_s,
            Translation::tr("How many tokens of the model each seat may use within 24 hours. "
                            "Default: any."),
            u"NUMBER"_s },
        { u"log"_s,
            Translation::tr("Where to write what happens, one JSON object a line; - is standard "
                            "output. Names, goals and codes are not in it."),
            u"FILE"_s },
        { u"tls"_s,
            Translation::tr("Serve over TLS, with a certificate that is made once and kept; seats "
                            "compare the fingerprint that is printed.") },
        { u"tls-cert"_s,
            Translation::tr("The same with this certificate, a PEM file that may hold its issuers "
                            "behind it."),
            u"FILE"_s },
        { u"tls-key"_s, Translation::tr("The key of that certificate, a PEM file."), u"FILE"_s },
        { u"name"_s,
            Translation::tr("What the ids of its tasks begin with, so that a proxy in front of "
                            "several hubs finds the one; small letters and digits."),
            u"NAME"_s },
        { u"trust-proxy"_s,
            Translation::tr("The address of a proxy whose X-Forwarded-For says who asks; "
                            "repeatable. Default: none."),
            u"ADDRESS"_s },
    });
    addSourceOptions(parser);
    addCommonOptions(parser);
    if (const auto status = parseCommand(parser, arguments, u"serve"_s))
        return *status;
    if (const QStringList words = parser.positionalArguments(); !words.isEmpty())
        return wrongUsage(
            invalid(Translation::tr("The word \"%1\" belongs to no option.").arg(words.first())));
    const DataFolder data = chosenDataFolder(parser, policy);
    const OptionLevels levels(parser, policy);
    for (const QString& remark : levels.remarks())
        terminal::say(remark);
    ProviderBook book(ProviderSettings(data.path()), policy);
    const auto options = readOptions(parser, levels, book, data);
    if (!options)
        return wrongUsage(options.error());
    return serve(options.value(), book, data);
}

} // namespace roadloom
