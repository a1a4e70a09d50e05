// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/HubThread.h"
#include "core/roadmap/RoadmapJson.h"
#include "core/workflow/OfflineSource.h"
#include "ui/classroom/ClassroomParts.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

#include <memory>

// A hub that a window opens on this machine, and a seat of it.
namespace roadloom::test {

inline ClassroomParts classroomParts()
{
    return { .openHub =
                 [](const HubSetup& setup) {
                     return std::make_unique<HubThread>(setup, []() -> HubRuns::SourceFactory {
                         return [] { return std::make_unique<OfflineSource>(); };
                     });
                 },
        .certificateFor =
            [](const QHostAddress& address) {
                return HubCertificate::selfSigned({ address.toString() });
            } };
}

inline HubSetup onThisMachine()
{
    HubSetup setup;
    setup.port = 0;
    setup.classCode = "ABCDEFGH";
    return setup;
}

/// With one concept.
inline Roadmap roadmapWith(const QString& id, const QString& title)
{
    const auto named = [](auto part) {
        part.id = QStringLiteral("p");
        part.name = QStringLiteral("Tables");
        part.description = QStringLiteral("What a table is");
        return part;
    };
    Module module = named(Module());
    module.concepts = { named(Concept()) };
    Stage stage = named(Stage());
    stage.modules = { module };
    Roadmap roadmap;
    roadmap.id = id;
    roadmap.title = title;
    roadmap.stages = { stage };
    return roadmap;
}

/// Speaks to the hub as a learner's program does.
class SeatOfClass {
public:
    explicit SeatOfClass(const HubSetup& setup)
        : m_port(setup.port)
        , m_code(setup.classCode)
    {
    }

    /// Before all else.
    void join(const QByteArray& name = "Ada")
    {
        const QJsonObject newcomer { { QStringLiteral("code"), QString::fromLatin1(m_code) },
            { QStringLiteral("name"), QString::fromUtf8(name) } };
        const std::unique_ptr<QNetworkReply> reply(post(
            QStringLiteral("class/join"), QJsonDocument(newcomer).toJson(QJsonDocument::Compact)));
        await(*reply);
        m_token
            = QJsonDocument::fromJson(reply->readAll()).object()[u"token"].toString().toLatin1();
    }
    /// Whether the hub took it.
    bool handIn(const Roadmap& roadmap)
    {
        const std::unique_ptr<QNetworkReply> reply(
            post(QStringLiteral("class/roadmaps"), writeJson(toJson(roadmap))));
        await(*reply);
        return reply->error() == QNetworkReply::NoError;
    }
    /// What is handed out, as it comes.
    std::unique_ptr<QNetworkReply> listen()
    {
        return std::unique_ptr<QNetworkReply>(
            m_network.get(request(QStringLiteral("class/events"))));
    }

private:
    [[nodiscard]] QNetworkRequest request(const QString& path) const
    {
        QNetworkRequest request(
            QUrl(QStringLiteral("http://127.0.0.1:%1/api/v1/%2").arg(m_port).arg(path)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        return request;
    }
    QNetworkReply* post(const QString& path, const QByteArray& body)
    {
        return m_network.post(request(path), body);
    }
    static void await(const QNetworkReply& reply)
    {
        if (!QTest::qWaitFor([&reply] { return reply.isFinished(); }))
            qFatal("the hub does not answer");
    }

    quint16 m_port;
    QByteArray m_code;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace roadloom::test
