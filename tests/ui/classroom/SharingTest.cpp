// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/Sharing.h"
#include "core/hub/HubThread.h"
#include "core/workflow/OfflineSource.h"
#include "ui/classroom/ShareDialog.h"

#include <QComboBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace roadloom;

namespace {

ClassroomParts parts()
{
    return { .openHub = [](const HubSetup& setup) {
        return std::make_unique<HubThread>(setup, []() -> HubRuns::SourceFactory {
            return [] { return std::make_unique<OfflineSource>(); };
        });
    } };
}

HubSetup onThisMachine()
{
    HubSetup setup;
    setup.port = 0;
    setup.classCode = "ABCDEFGH";
    return setup;
}

void join(QNetworkAccessManager& network, const HubSetup& setup)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/api/v1/class/join"_s.arg(setup.port)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    network.post(request, R"({"code":"ABCD-EFGH","name":"Ada"})");
}

} // namespace

class SharingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reportsWhoJoins()
    {
        Sharing sharing(parts());
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        QVERIFY(sharing.setup().port != 0);
        QNetworkAccessManager network;
        join(network, sharing.setup());
        QTRY_COMPARE(sharing.report().seats.size(), 1);
        QCOMPARE(sharing.report().seats.first().name, u"Ada"_s);
        sharing.hub()->removeSeat(sharing.report().seats.first().id);
        QTRY_COMPARE(sharing.report().seats.size(), 0);
        sharing.hub()->setPaused(true);
        QTRY_VERIFY(sharing.report().isPaused);
        sharing.stop();
        QCOMPARE(sharing.state(), Sharing::State::Off);
        QVERIFY(sharing.hub() == nullptr);
    }

    void saysThatThePortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        HubSetup setup = onThisMachine();
        setup.port = other.serverPort();
        Sharing sharing(parts());
        const QSignalSpy failures(&sharing, &Sharing::failed);
        sharing.start(setup);
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(!failures.first().first().value<Error>().message.isEmpty());
        QCOMPARE(sharing.state(), Sharing::State::Off);
    }

    void sharesFromTheDialogAndGoesOnWithoutIt()
    {
        Sharing sharing(parts());
        {
            ShareDialog dialog(sharing);
            dialog.show();
            auto* const places = dialog.findChild<QComboBox*>();
            places->setCurrentIndex(places->count() - 1); // this machine only
            const auto numbers = dialog.findChildren<QSpinBox*>();
            QTcpServer free;
            QVERIFY(free.listen(QHostAddress::LocalHost));
            const quint16 port = free.serverPort();
            free.close();
            for (QSpinBox* const number : numbers) {
                if (number->value() == 8000)
                    number->setValue(port);
            }
            for (QPushButton* const button : dialog.findChildren<QPushButton*>()) {
                if (button->isDefault())
                    button->click();
            }
            QTRY_COMPARE(sharing.state(), Sharing::State::On);
            QCOMPARE(sharing.setup().port, port);
            QCOMPARE(sharing.setup().classCode.size(), 8);
            sharing.stop();
            QCOMPARE(sharing.state(), Sharing::State::Off);
            sharing.start(onThisMachine());
            QTRY_COMPARE(sharing.state(), Sharing::State::On);
            QNetworkAccessManager network;
            join(network, sharing.setup());
            QTRY_COMPARE(dialog.findChild<QTreeView*>()->model()->rowCount(), 1);
        }
        QCOMPARE(sharing.state(), Sharing::State::On);
    }
};

QTEST_MAIN(SharingTest)
#include "SharingTest.moc"
