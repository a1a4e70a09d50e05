// SPDX-License-Identifier: Apache-2.0
#include "core/storage/PolicyFile.h"

#include "core/base/PlainText.h"
#include "core/roadmap/LearnerRequest.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <cerrno>
#include <map>

#include <fcntl.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

constexpr qint64 mostBytes = 64LL * 1024;
constexpr qsizetype mostLines = 1000;
constexpr qsizetype longestValue = 1000;
constexpr qsizetype mostFolders = 20;
constexpr int maxSilenceSeconds = 24 * 60 * 60;

struct Entry {
    QString value;
    QString path; ///< of the file that says so
};

/// By "section/key".
using Entries = std::map<QString, Entry>;

enum class FileState { None, Read, Unreadable };

struct FileRead {
    FileState state = FileState::None;
    QByteArray bytes {};
};

/// A folder that may not be looked into may well hold one.
FileRead readBytes(const QString& path)
{
    // Not blocked by a pipe.
    const int handle
        = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0)
        return { errno == ENOENT || errno == ENOTDIR ? FileState::None : FileState::Unreadable };
    QFile file;
    if (!file.open(handle, QIODevice::ReadOnly, QFile::AutoCloseHandle)) {
        ::close(handle);
        return { FileState::Unreadable };
    }
    struct ::stat status { };
    if (::fstat(handle, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > mostBytes)
        return { FileState::Unreadable };
    QByteArray bytes = file.read(mostBytes + 1);
    if (bytes.size() > mostBytes || file.error() != QFile::NoError)
        return { FileState::Unreadable };
    return { FileState::Read, bytes };
}

/// Nothing if a line is none.
std::optional<Entries> parse(const QByteArray& bytes, const QString& path)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    const QStringList lines = text.split(u'\n');
    if (decoder.hasError() || lines.size() > mostLines)
        return std::nullopt;
    Entries entries;
    QString section;
    for (const QString& whole : lines) {
        const QString line = whole.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.sliced(1, line.size() - 2).trimmed();
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        const QString value = line.sliced(equals + 1).trimmed();
        if (equals < 1 || section.isEmpty() || value.size() > longestValue)
            return std::nullopt;
        // Of two lines the first, as of two files.
        entries.try_emplace(section + u'/' + line.first(equals).trimmed(), Entry { value, path });
    }
    return entries;
}

QString shown(const QString& text)
{
    constexpr qsizetype longest = 100;
    return shortLine(text, longest);
}

QString misread(const QString& key, const Entry& entry, const QString& countsAs)
{
    return Translation::tr("The administrator's policy in %1 says \"%2\" for %3, which nobody "
                           "understands. It counts as \"%4\".")
        .arg(QDir::toNativeSeparators(entry.path), shown(entry.value), key, countsAs);
}

/// What a key's value does to the policy; false: it is not understood.
using Apply = bool (*)(const QString& value, Policy& policy);

struct KnownKey {
    QLatin1StringView name;
    Apply apply;
    QLatin1StringView closed; ///< what a value that is not understood counts as
};

template <int least, int most>
bool readNumber(const QString& value, std::optional<int>& number)
{
    bool isNumber = false;
    const int read = value.toInt(&isNumber);
    if (!isNumber || read < least || read > most)
        return false;
    number = read;
    return true;
}

template <class Enum, std::size_t count>
bool readWord(
    const QString& value, const std::array<EnumWord<Enum>, count>& words, std::optional<Enum>& to)
{
    const std::optional<Enum> read = valueFor(value, words);
    if (read)
        to = read;
    return read.has_value();
}

bool readPermission(const QString& value, bool& isAllowed)
{
    isAllowed = value == "yes"_L1;
    return isAllowed || value == "no"_L1;
}

/// The home of whoever runs this, whatever the environment says.
QString realHome()
{
    const ::passwd* const user = ::getpwuid(::geteuid());
    return user != nullptr ? QFile::decodeName(user->pw_dir) : QString();
}

bool readFolder(const QString& value, std::optional<QString>& folder)
{
    const bool isInHome = value == "~"_L1 || value.startsWith("~/"_L1);
    const QString path = isInHome ? realHome() + value.sliced(1) : value;
    if (!QDir::isAbsolutePath(path))
        return false;
    folder = QDir::cleanPath(path);
    return true;
}

bool readTextPercent(const QString& value, std::optional<int>& percent)
{
    if (!readNumber<textSizes.front(), textSizes.back()>(value, percent))
        return false;
    percent = nearestTextSize(*percent);
    return true;
}

/// But for those that say who answers.
constexpr std::array knownKeys {
    KnownKey { "answers/timeout"_L1,
        [](const QString& value, Policy& policy) {
            return readNumber<0, maxSilenceSeconds>(value, policy.timeoutSeconds);
        },
        "300"_L1 },
    KnownKey { "answers/retries"_L1,
        [](const QString& value, Policy& policy) {
            return readNumber<0, 4>(value, policy.retries);
        },
        "4"_L1 },
    KnownKey { "answers/parallel"_L1,
        [](const QString& value, Policy& policy) {
            return readNumber<1, mostParallel>(value, policy.parallel);
        },
        "1"_L1 },
    KnownKey { "answers/rounds"_L1,
        [](const QString& value, Policy& policy) {
            return readNumber<0, mostReviewRounds>(value, policy.rounds);
        },
        "3"_L1 },
    KnownKey { "settings/change"_L1,
        [](const QString& value, Policy& policy) {
            return readPermission(value, policy.mayChangeSettings);
        },
        "no"_L1 },
    KnownKey { "settings/add_models"_L1,
        [](const QString& value, Policy& policy) {
            return readPermission(value, policy.mayAddModels);
        },
        "no"_L1 },
    KnownKey { "settings/enter_keys"_L1,
        [](const QString& value, Policy& policy) {
            return readPermission(value, policy.mayEnterKeys);
        },
        "no"_L1 },
    KnownKey { "appearance/theme"_L1,
        [](const QString& value, Policy& policy) {
            return readWord(value, themeWords, policy.theme);
        },
        "system"_L1 },
    KnownKey { "appearance/text_percent"_L1,
        [](const QString& value, Policy& policy) {
            return readTextPercent(value, policy.textPercent);
        },
        "100"_L1 },
    KnownKey { "appearance/motion"_L1,
        [](const QString& value, Policy& policy) {
            return readWord(value, motionWords, policy.motion);
        },
        "system"_L1 },
    KnownKey { "appearance/language"_L1,
        [](const QString& value, Policy& policy) {
            return readWord(value, languageWords, policy.language);
        },
        "system"_L1 },
    KnownKey { "appearance/send_key"_L1,
        [](const QString& value, Policy& policy) {
            return readWord(value, sendKeyWords, policy.sendKey);
        },
        "enter"_L1 },
    KnownKey { "roadmaps/hours"_L1,
        [](const QString& value, Policy& policy) {
            return readNumber<requestLimits::minHoursPerWeek, requestLimits::maxHoursPerWeek>(
                value, policy.hoursPerWeek);
        },
        "10"_L1 },
    KnownKey { "roadmaps/open_links"_L1,
        [](const QString& value, Policy& policy) {
            return readPermission(value, policy.mayOpenLinks);
        },
        "no"_L1 },
    KnownKey { "roadmaps/export"_L1,
        [](const QString& value, Policy& policy) {
            return readPermission(value, policy.mayExport);
        },
        "no"_L1 },
    KnownKey { "classroom/share"_L1,
        [](const QString& value, Policy& policy) { return readPermission(value, policy.mayShare); },
        "no"_L1 },
    KnownKey { "program/data_dir"_L1,
        [](const QString& value, Policy& policy) { return readFolder(value, policy.dataFolder); },
        {} },
};

const KnownKey* knownKey(const QString& name)
{
    const auto found = std::ranges::find_if(
        knownKeys, [&name](const KnownKey& one) { return name == one.name; });
    return found != knownKeys.end() ? &*found : nullptr;
}

// Who answers: one matter, of several keys.
constexpr std::array answererKeys { "answers/source"_L1, "answers/provider"_L1,
    "answers/base_url"_L1, "answers/model"_L1, "answers/api_style"_L1, "answers/service_url"_L1,
    "answers/title"_L1 };

bool isAnswererKey(const QString& key)
{
    return std::ranges::any_of(answererKeys, [&key](QLatin1StringView one) { return key == one; });
}

QString valueOf(const Entries& entries, QLatin1StringView key)
{
    const auto found = entries.find(QString(key));
    return found != entries.end() ? found->second.value : QString();
}

Error notUnderstood(const QString& key, const QString& value)
{
    return { ErrorKind::InvalidInput,
        Translation::tr("\"%1\" is nothing that %2 can be.").arg(shown(value), key), {} };
}

Result<FixedAnswerer> readModel(const Entries& entries)
{
    const QString name = valueOf(entries, "answers/provider"_L1);
    const Provider* const preset = findProvider(name.isEmpty() ? u"other"_s : name);
    if (preset == nullptr)
        return notUnderstood(u"answers/provider"_s, name);
    ProviderSetup setup = setupFrom(*preset);
    setup.id = administratorsId;
    setup.title = plainLine(valueOf(entries, "answers/title"_L1));
    if (const QString url = valueOf(entries, "answers/base_url"_L1); !url.isEmpty())
        setup.baseUrl = QUrl(url, QUrl::StrictMode);
    if (const QString model = valueOf(entries, "answers/model"_L1); !model.isEmpty())
        setup.model = model;
    if (const QString style = valueOf(entries, "answers/api_style"_L1); !style.isEmpty()) {
        const std::optional<ApiStyle> read = valueFor(style, apiStyleWords);
        if (!read)
            return notUnderstood(u"answers/api_style"_s, style);
        setup.style = *read;
    }
    if (const std::optional<Error> problem = findProblem(setup))
        return *problem;
    return FixedAnswerer { .model = setup };
}

Result<FixedAnswerer> readService(const Entries& entries)
{
    const ServiceSetup setup { .id = administratorsId,
        .title = plainLine(valueOf(entries, "answers/title"_L1)),
        .url = QUrl(valueOf(entries, "answers/service_url"_L1), QUrl::StrictMode) };
    if (const std::optional<Error> problem = findProblem(setup))
        return *problem;
    return FixedAnswerer { .service = setup };
}

/// The key is there, with whatever value.
bool has(const Entries& entries, QLatin1StringView key)
{
    return entries.contains(QString(key));
}

Result<FixedAnswerer> readAnswerer(const Entries& entries)
{
    const bool namesModel
        = has(entries, "answers/provider"_L1) || has(entries, "answers/base_url"_L1);
    const bool namesService = has(entries, "answers/service_url"_L1);
    const QString source = has(entries, "answers/source"_L1) ? valueOf(entries, "answers/source"_L1)
        : namesService                                       ? u"service"_s
                                                             : u"llm"_s;
    if (source == "offline"_L1 && !namesModel && !namesService)
        return FixedAnswerer {};
    if (source == "llm"_L1 && namesModel && !namesService)
        return readModel(entries);
    if (source == "service"_L1 && namesService && !namesModel)
        return readService(entries);
    return Error { ErrorKind::InvalidInput,
        Translation::tr("It has to be offline, a model of one provider or base_url, or a service "
                        "of one service_url."),
        {} };
}

void takeAnswerer(const Entries& entries, Policy& policy)
{
    Entries about;
    for (const auto& [key, entry] : entries) {
        if (isAnswererKey(key))
            about.emplace(key, entry);
    }
    if (about.empty())
        return;
    const Result<FixedAnswerer> read = readAnswerer(about);
    policy.answerer = read ? read.value() : FixedAnswerer {};
    if (!read)
        policy.problems.append(
            Translation::tr("The administrator's policy in %1 does not say clearly who answers, "
                            "so the built-in courses do. %2")
                .arg(QDir::toNativeSeparators(about.begin()->second.path), read.error().message));
}

void takeOthers(const Entries& entries, Policy& policy)
{
    for (const auto& [key, entry] : entries) {
        if (isAnswererKey(key))
            continue;
        const KnownKey* const known = knownKey(key);
        if (known == nullptr) {
            policy.problems.append(
                Translation::tr("The administrator's policy in %1 fixes \"%2\", which this "
                                "Roadloom does not know. It has no effect.")
                    .arg(QDir::toNativeSeparators(entry.path), shown(key)));
        } else if (!known->apply(entry.value, policy)) {
            if (known->closed.isEmpty())
                policy.dataFolder = QString();
            else
                static_cast<void>(known->apply(known->closed, policy));
            const QString countsAs = known->closed.isEmpty()
                ? Translation::tr("the usual folder", "as which a wrong folder counts")
                : QString(known->closed);
            policy.problems.append(misread(key, entry, countsAs));
        }
    }
}

QString unreadable(const QString& path)
{
    return Translation::tr(
        "The administrator's policy in %1 cannot be read. Until it can, the built-in courses "
        "answer, and nothing can be added, opened, exported or changed in the settings.")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace

QStringList policyFolders(const QString& systemFolder, const QString& configDirs)
{
    QStringList folders { systemFolder };
    for (const QString& folder : configDirs.split(u':', Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(folder) && folders.size() < mostFolders)
            folders.append(QDir::cleanPath(folder));
    }
    folders.removeDuplicates();
    return folders;
}

Policy readPolicy(const QStringList& folders)
{
    for (const QString& folder : folders) {
        const QString path = folder + "/roadloom/policy.ini"_L1;
        const FileRead file = readBytes(path);
        if (file.state == FileState::None)
            continue;
        const std::optional<Entries> entries
            = file.state == FileState::Read ? parse(file.bytes, path) : std::nullopt;
        Policy policy = entries ? Policy() : closedPolicy();
        if (entries) {
            takeAnswerer(*entries, policy);
            takeOthers(*entries, policy);
        } else {
            policy.problems.append(unreadable(path));
        }
        return policy;
    }
    return {};
}

} // namespace roadloom
