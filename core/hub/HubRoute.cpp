// SPDX-License-Identifier: Apache-2.0
#include "core/hub/HubRoute.h"

#include <QList>

#include <array>
#include <optional>

namespace roadloom {

namespace {

struct Entry {
    const char* method;
    const char* path; ///< '*' stands for a segment that is an id
    HubAction action;
};

constexpr std::array entries {
    Entry { "GET", "/health", HubAction::Health },
    Entry { "GET", "/metrics", HubAction::Metrics },
    Entry { "POST", "/api/v1/class/join", HubAction::JoinClass },
    Entry { "GET", "/api/v1/class/events", HubAction::ClassEvents },
    Entry { "POST", "/api/v1/class/roadmaps", HubAction::HandIn },
    Entry { "POST", "/api/v1/roadmaps/generate-stream", HubAction::GenerateStream },
    Entry { "POST", "/api/v1/roadmaps/generate", HubAction::Generate },
    Entry { "GET", "/api/v1/roadmaps/*/status", HubAction::TaskStatus },
    Entry { "GET", "/api/v1/roadmaps/*/events", HubAction::TaskEvents },
    Entry { "GET", "/api/v1/ws/*", HubAction::TaskSocket },
    Entry { "POST", "/api/v1/roadmaps/tasks/*/cancel", HubAction::CancelTask },
    Entry { "GET", "/api/v1/roadmaps/*", HubAction::Roadmap },
};

constexpr qsizetype mostIdCharacters = 200;

std::optional<QString> idOf(const QByteArray& segment)
{
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(segment));
    const bool isUsable = !id.isEmpty() && id.size() <= mostIdCharacters && !id.contains(u'/')
        && !id.contains(QChar::ReplacementCharacter);
    return isUsable ? std::optional(id) : std::nullopt;
}

/// The id that stands where the pattern has its '*'; empty if it has none; nothing if the path is
/// another one.
std::optional<QString> match(const QByteArray& pattern, const QByteArray& path)
{
    const QList<QByteArray> expected = pattern.split('/');
    const QList<QByteArray> found = path.split('/');
    if (expected.size() != found.size())
        return std::nullopt;
    QString id;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        if (expected.at(i) == "*") {
            const auto decoded = idOf(found.at(i));
            if (!decoded)
                return std::nullopt;
            id = *decoded;
        } else if (expected.at(i) != found.at(i)) {
            return std::nullopt;
        }
    }
    return id;
}

} // namespace

std::variant<HubRoute, NoRoute> routeOf(const IncomingRequest& request)
{
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    NoRoute none;
    for (const Entry& entry : entries) {
        const auto id = match(entry.path, request.path);
        if (!id)
            continue;
        const bool isEndless = entry.action == HubAction::TaskEvents
            || entry.action == HubAction::ClassEvents; // a HEAD would not end
        if (isEndless ? request.method == entry.method : method == entry.method)
            return HubRoute { .action = entry.action, .id = *id };
        if (none.allowed.isEmpty())
            none.allowed = entry.method;
        if (id->isEmpty())
            break; // the path is this one, whatever id it might be elsewhere
    }
    return none;
}

} // namespace roadloom
