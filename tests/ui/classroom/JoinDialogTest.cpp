// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/JoinDialog.h"
#include "core/classroom/HubBeacon.h"
#include "core/classroom/HubSearch.h"
#include "core/classroom/JoinLink.h"
#include "core/hub/Hub.h"
#include "core/workflow/OfflineSource.h"
#include "ui/look/PrimaryButton.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace std::chrono_literals;

namespace {

const HubCertificate& certificate()
{
    static const auto made = HubCertificate::selfSigned({ u"127.0.0.1"_s });
    if (!made)
        qFatal("no certificate could be made");
    return made.value();
}

/// A class on this machine.
struct Served {
    explicit Served(const std::optional<HubCertificate>& shown = {})
        : hub({ .port = 0, .classCode = "ABCD2345", .certificate = shown },
            [] { return std::make_unique<OfflineSource>(); })
    {
        if (hub.listen())
            qFatal("nothing can be served");
    }
    [[nodiscard]] QString authority() const { return u"127.0.0.1:%1"_s.arg(hub.port()); }

    Hub hub;
};

/// The dialog, open, as a learner has it.
struct Opened {
    explicit Opened(quint16 beacon = 1)
        : dialog({ .hub = {}, .name = u"Ada"_s, .client = u"ada"_s },
            std::make_unique<HubSearch>(
                beacon, QList<QHostAddress> { QHostAddress(QHostAddress::LocalHost) }, 50ms))
    {
        dialog.show();
    }
    void type(const QString& address, const QString& code)
    {
        fields().at(0)->setText(address);
        fields().at(1)->setText(code);
    }
    [[nodiscard]] QList<QLineEdit*> fields() const { return dialog.findChildren<QLineEdit*>(); }
    [[nodiscard]] PrimaryButton* join() const { return dialog.findChild<PrimaryButton*>(); }
    [[nodiscard]] QCheckBox* isTheSame() const { return dialog.findChild<QCheckBox*>(); }
    [[nodiscard]] bool shows(const QString& text) const
    {
        const auto labels = dialog.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&text](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    }

    JoinDialog dialog;
    QSignalSpy joined { &dialog, &JoinDialog::joined };
};

} // namespace

/// How a learner comes into a class.
class JoinDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoHasTheCodeJoins()
    {
        const Served served;
        Opened opened;
        QVERIFY(!opened.join()->isEnabled());
        opened.type(served.authority(), u"abcd 2345"_s);
        opened.join()->click();
        QTRY_COMPARE(opened.joined.size(), 1);
        const auto place = opened.joined.first().first().value<ClassPlace>();
        QCOMPARE(place.hub, QUrl(u"http://"_s + served.authority()));
        QCOMPARE(place.name, u"Ada"_s);
        QVERIFY(place.network.pinnedCertificate.isEmpty());
        QVERIFY(!opened.dialog.isVisible());
        QVERIFY(served.hub.seats() != nullptr);
        QCOMPARE(served.hub.seats()->seats().first().name, u"Ada"_s);
    }

    void aWrongCodeIsToldAndNothingIsLost()
    {
        const Served served;
        Opened opened;
        opened.type(served.authority(), u"WXYZ2345"_s);
        opened.join()->click();
        QTRY_VERIFY(opened.shows(u"This is not the class code."_s));
        QVERIFY(opened.join()->isEnabled() && opened.joined.isEmpty());
        QCOMPARE(opened.fields().at(1)->text(), u"WXYZ2345"_s);
    }

    void aClassThatIsFoundIsChosen()
    {
        const Served served;
        HubBeacon beacon({ .name = u"Year 7 <b>Maths</b>"_s, .port = served.hub.port() },
            QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY(!beacon.listen());
        Opened opened(beacon.port());
        auto* const list = opened.dialog.findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith("Year 7 <b>Maths</b>, at 127.0.0.1:"_L1));
        list->setCurrentRow(0);
        QCOMPARE(opened.fields().at(0)->text(), u"http://"_s + served.authority());
        opened.fields().at(1)->setText(u"ABCD2345"_s);
        opened.join()->click();
        QTRY_COMPARE(opened.joined.size(), 1);
        QCOMPARE(opened.joined.first().at(1).toString(), u"Year 7 <b>Maths</b>"_s);
    }

    void theOnlyClassIsChosenWhereNoneIsSaid_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << QString();
        QTest::newRow("by a link") << u"http://127.0.0.1:1"_s;
    }

    void theOnlyClassIsChosenWhereNoneIsSaid()
    {
        QFETCH(const QString, said);
        HubBeacon beacon({ .port = 2 }, QHostAddress(QHostAddress::LocalHost), 0);
        QVERIFY(!beacon.listen());
        Opened opened(beacon.port());
        if (!said.isEmpty())
            opened.dialog.take({ .hub = QUrl(said), .code = "ABCD2345" });
        const auto* const list = opened.dialog.findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 1);
        QTRY_VERIFY(!opened.shows(u"Looking for classes"_s));
        QCOMPARE(opened.fields().at(0)->text(), said.isEmpty() ? u"http://127.0.0.1:2"_s : said);
    }

    void aCertificateIsComparedOnce()
    {
        const Served served(certificate());
        Opened opened;
        opened.type(served.authority(), u"ABCD2345"_s); // no scheme: TLS is tried as well
        opened.join()->click();
        QTRY_VERIFY(opened.isTheSame()->isVisible());
        const QString shown = QString::fromLatin1(certificate().fingerprint().toHex(':').toUpper());
        QVERIFY(opened.shows(shown.left(47)) && opened.shows(shown.right(47)));
        QVERIFY(!opened.join()->isEnabled());
        QVERIFY(served.hub.seats()->seats().isEmpty()); // nothing was sent
        opened.isTheSame()->setChecked(true);
        opened.join()->click();
        QTRY_COMPARE(opened.joined.size(), 1);
        const auto place = opened.joined.first().first().value<ClassPlace>();
        QCOMPARE(place.hub.scheme(), u"https"_s);
        QCOMPARE(place.network.pinnedCertificate, certificate().fingerprint());
    }

    void aClassThatOthersCanReadIsJoinedOnlyKnowingly_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("without TLS") << u"http://192.0.2.1:8000"_s << true;
        QTest::newRow("with TLS") << u"https://192.0.2.1:8000"_s << false;
        QTest::newRow("not known yet") << u"192.0.2.1:8000"_s << false;
        QTest::newRow("on this machine") << u"http://127.0.0.1:8000"_s << false;
        QTest::newRow("a link") << joinLinkText(
            { .hub = QUrl(u"http://192.0.2.1:8000"_s), .code = "ABCD2345" })
                                << true;
    }

    void aClassThatOthersCanReadIsJoinedOnlyKnowingly()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isRead);
        Opened opened;
        opened.type(address, u"ABCD2345"_s);
        QCOMPARE(opened.shows(u"This class is not encrypted"_s), isRead);
        QCOMPARE(opened.join()->text().contains(u"anyway"_s), isRead);
        opened.type(u"127.0.0.1:1"_s, u"ABCD2345"_s);
        QVERIFY(!opened.shows(u"This class is not encrypted"_s));
    }

    void noCodeIsSentUnencryptedBeforeThatWasSaid()
    {
        const Served served;
        Opened opened;
        // A name: what it stands for may be another machine.
        opened.type(u"localhost:%1"_s.arg(served.hub.port()), u"ABCD2345"_s);
        opened.join()->click();
        QTRY_VERIFY(opened.shows(u"This class is not encrypted"_s));
        QVERIFY(opened.join()->text().contains(u"anyway"_s) && opened.join()->isEnabled());
        QVERIFY(served.hub.seats()->seats().isEmpty());
        opened.join()->click();
        QTRY_COMPARE(opened.joined.size(), 1);
        QCOMPARE(opened.joined.first().first().value<ClassPlace>().hub.scheme(), u"http"_s);
    }

    void aSchemeThatIsNotTheClasssIsSaid()
    {
        const Served served(certificate());
        Opened opened;
        opened.type(u"http://"_s + served.authority(), u"ABCD2345"_s);
        opened.join()->click();
        QTRY_VERIFY(opened.shows(u"begins with https://"_s));
        QVERIFY(opened.joined.isEmpty() && opened.join()->isEnabled());
    }

    void whatIsAskedStaysAsItIsMeanwhile()
    {
        const Served served;
        Opened opened;
        opened.type(served.authority(), u"ABCD2345"_s);
        opened.join()->click();
        QVERIFY(!opened.fields().at(0)->isEnabled() && !opened.join()->isEnabled());
        QTRY_COMPARE(opened.joined.size(), 1);
    }

    void aCodeThatCannotBeIsNotSent()
    {
        const Served served;
        Opened opened;
        opened.type(served.authority(), u"ÄPFEL-UND"_s);
        opened.join()->click();
        QVERIFY(opened.shows(u"A class code has only"_s));
        QVERIFY(opened.join()->isEnabled());
    }

    void anotherAddressIsComparedAnew()
    {
        const Served served(certificate());
        Opened opened;
        opened.type(u"https://"_s + served.authority(), u"ABCD2345"_s);
        opened.join()->click();
        QTRY_VERIFY(opened.isTheSame()->isVisible());
        opened.isTheSame()->setChecked(true);
        opened.fields().at(0)->setText(u"https://127.0.0.1:1"_s);
        QVERIFY(!opened.isTheSame()->isVisible() && !opened.isTheSame()->isChecked());
    }

    void aLinkSaysItAll()
    {
        const Served served(certificate());
        const JoinLink link { .hub = QUrl(u"https://"_s + served.authority()),
            .code = "ABCD2345",
            .fingerprint = certificate().fingerprint(),
            .name = u"Maths"_s };
        Opened opened;
        opened.fields().at(0)->setText(joinLinkText(link));
        QVERIFY(opened.joined.isEmpty()); // anybody can make a link
        opened.join()->click();
        QTRY_COMPARE(opened.joined.size(), 1);
        QCOMPARE(opened.joined.first().at(1).toString(), u"Maths"_s);
    }

    void anotherCertificateThanTheLinksIsRefused()
    {
        const Served served(certificate());
        Opened opened;
        opened.dialog.take({ .hub = QUrl(u"https://"_s + served.authority()),
            .code = "ABCD2345",
            .fingerprint = QByteArray(32, 'x'),
            .name = {} });
        opened.join()->click();
        QTRY_VERIFY(opened.join()->isEnabled() && opened.shows(u"certificate"_s));
        QVERIFY(!opened.isTheSame()->isVisible() && opened.joined.isEmpty());
    }
};

QTEST_MAIN(JoinDialogTest)
#include "JoinDialogTest.moc"
