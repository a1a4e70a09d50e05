// SPDX-License-Identifier: Apache-2.0
#include "ui/classroom/Sharing.h"
#include "ClassHub.h"
#include "core/classroom/JoinLink.h"
#include "core/http/Fingerprint.h"
#include "ui/classroom/ClassWords.h"
#include "ui/classroom/CodeSheet.h"
#include "ui/classroom/CollectedPane.h"
#include "ui/classroom/SeatTable.h"
#include "ui/classroom/ShareDialog.h"
#include "ui/classroom/ShareForm.h"
#include "ui/look/FieldError.h"
#include "ui/look/FoldButton.h"
#include "ui/settings/FoldSection.h"
#include "ui/window/WindowMemory.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace roadloom;
using namespace roadloom::test;

namespace {

/// The text of a choice without the mark of its key.
template <class Button>
Button& buttonCalled(const QWidget& dialog, const QString& text)
{
    for (Button* const button : dialog.findChildren<Button*>()) {
        if (button->text().remove(u'&') == text)
            return *button;
    }
    qFatal("no such button");
}

/// On this machine, at a port that is free.
void choosePlace(const ShareDialog& dialog)
{
    auto* const places = dialog.findChild<QComboBox*>();
    places->setCurrentIndex(places->count() - 1);
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        qFatal("no port is free");
    for (QSpinBox* const number : dialog.findChildren<QSpinBox*>()) {
        if (number->value() == 8000)
            number->setValue(free.serverPort());
    }
}

} // namespace

class SharingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reportsWhoJoins()
    {
        Sharing sharing(classroomParts());
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        QVERIFY(sharing.setup().port != 0);
        SeatOfClass seat(sharing.setup());
        seat.join();
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
        Sharing sharing(classroomParts());
        const QSignalSpy failures(&sharing, &Sharing::failed);
        sharing.start(setup);
        QTRY_COMPARE(failures.size(), 1);
        QVERIFY(!failures.first().first().value<Error>().message.isEmpty());
        QCOMPARE(sharing.state(), Sharing::State::Off);
    }

    void sharesFromTheDialogAndGoesOnWithoutIt()
    {
        Sharing sharing(classroomParts());
        {
            ShareDialog dialog(sharing);
            dialog.show();
            choosePlace(dialog);
            buttonCalled<QPushButton>(dialog, u"Start sharing"_s).click();
            QTRY_COMPARE(sharing.state(), Sharing::State::On);
            QVERIFY(!sharing.setup().certificate);
            QCOMPARE(sharing.setup().classCode.size(), 8);
            sharing.stop();
            QCOMPARE(sharing.state(), Sharing::State::Off);
            sharing.start(onThisMachine());
            QTRY_COMPARE(sharing.state(), Sharing::State::On);
            SeatOfClass seat(sharing.setup());
            seat.join();
            QTRY_COMPARE(
                dialog.findChild<SeatTable*>()->findChild<QTreeView*>()->model()->rowCount(), 1);
        }
        QCOMPARE(sharing.state(), Sharing::State::On);
    }

    void encryptsAndLimitsAsWasChosen()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"window.ini"_s);
        {
            WindowMemory memory(file);
            Sharing sharing(classroomParts(), &memory);
            ShareDialog dialog(sharing);
            choosePlace(dialog);
            auto& encrypts = buttonCalled<QCheckBox>(dialog, u"Encrypt the connection (TLS)"_s);
            QVERIFY(!encrypts.isChecked());
            encrypts.setChecked(true);
            for (QSpinBox* const number : dialog.findChildren<QSpinBox*>()) {
                if (number->specialValueText().isEmpty())
                    continue;
                QCOMPARE(number->value(), 0); // no limit, until one is set
                number->setValue(number->maximum() > 1000 ? 70'000 : 5);
            }
            buttonCalled<QPushButton>(dialog, u"Start sharing"_s).click();
            QTRY_COMPARE(sharing.state(), Sharing::State::On);
            QVERIFY(sharing.setup().certificate);
            QCOMPARE(sharing.setup().limits.budget.runsPerHour, 5);
            QCOMPARE(sharing.setup().limits.budget.tokensPerDay, 70'000);
            const QString shown = dialog.findChild<CodeSheet*>()->accessibleName();
            QVERIFY(shown.contains(u"https://127.0.0.1:"_s));
            QVERIFY(shown.contains(shownFingerprint(sharing.setup().certificate->fingerprint())));
        }
        WindowMemory memory(file);
        Sharing sharing(classroomParts(), &memory);
        const ShareDialog dialog(sharing);
        QVERIFY(buttonCalled<QCheckBox>(dialog, u"Encrypt the connection (TLS)"_s).isChecked());
        QCOMPARE(sharing.choices().budget.tokensPerDay, 70'000);
        QCOMPARE(sharing.choices().address, u"127.0.0.1"_s);
        auto* const places = dialog.findChild<QComboBox*>();
        QCOMPARE(places->currentIndex(), places->count() - 1);
    }

    void copiesTheLinkThatJoins()
    {
        Sharing sharing(classroomParts());
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        const ShareDialog dialog(sharing);
        buttonCalled<QPushButton>(dialog, u"Copy join link"_s).click();
        const auto link = readJoinLink(QGuiApplication::clipboard()->text());
        QVERIFY(link);
        QCOMPARE(link->code, sharing.setup().classCode);
        QCOMPARE(link->hub.port(), int(sharing.setup().port));
    }

    void isStoppedUnaskedOnlyWhereNobodyHasJoined()
    {
        Sharing sharing(classroomParts());
        ShareDialog dialog(sharing);
        dialog.show();
        auto& stop = buttonCalled<QPushButton>(dialog, u"Stop sharing"_s);
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        stop.click();
        QCOMPARE(sharing.state(), Sharing::State::Off);
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        SeatOfClass seat(sharing.setup());
        seat.join();
        QTRY_COMPARE(sharing.report().seats.size(), 1);
        stop.click();
        QCOMPARE(sharing.state(), Sharing::State::On);
        auto* const question = dialog.findChild<QMessageBox*>();
        QVERIFY(question != nullptr && question->text().contains(u"joined the class"_s));
        for (QAbstractButton* const button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QCOMPARE(sharing.state(), Sharing::State::Off);
    }

    void optionsAreInSightWhereOneIsNotAsUsual_data()
    {
        QTest::addColumn<ShareChoices>("choices");
        QTest::addColumn<bool>("isInSight");
        QTest::newRow("as usual") << ShareChoices() << false;
        QTest::newRow("port") << ShareChoices { .port = 8001 } << true;
        QTest::newRow("encrypted") << ShareChoices { .isEncrypted = true } << true;
        QTest::newRow("limited") << ShareChoices { .budget = { .runsPerHour = 5 } } << true;
    }
    void optionsAreInSightWhereOneIsNotAsUsual()
    {
        QFETCH(const ShareChoices, choices);
        QFETCH(const bool, isInSight);
        ShareForm form({ { .address = QHostAddress::LocalHost, .name = u"here"_s } },
            { .canEncrypt = true, .choices = choices });
        const auto* const options = form.findChild<FoldSection*>();
        QCOMPARE(options->isUnfolded(), isInSight);
        form.tell(u"The port is taken."_s); // it is among them
        QVERIFY(options->isUnfolded());
    }

    void figuresAreThereForWhoeverUnfoldsThem()
    {
        SeatTable table;
        HubReport report;
        report.rates.eventsPerSecond = 12;
        table.take(report);
        table.show();
        auto* const counts = table.findChild<FoldButton*>();
        QCOMPARE(counts->text(), countWords(report));
        const auto showsRates = [&table] {
            const auto labels = table.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->isVisible() && label->text().contains(u"12.0 events a second"_s);
            });
        };
        QVERIFY(!showsRates());
        counts->click();
        QVERIFY(showsRates());
    }

    void saysWhyThereIsNoCertificate()
    {
        ClassroomParts broken = classroomParts();
        broken.certificateFor = [](const QHostAddress&) -> Result<HubCertificate> {
            return Error { ErrorKind::InvalidInput, u"The key cannot be read."_s, {} };
        };
        Sharing sharing(broken);
        ShareDialog dialog(sharing);
        buttonCalled<QCheckBox>(dialog, u"Encrypt the connection (TLS)"_s).setChecked(true);
        buttonCalled<QPushButton>(dialog, u"Start sharing"_s).click();
        QCOMPARE(sharing.state(), Sharing::State::Off);
        QCOMPARE(dialog.findChild<FieldError*>()->text(), u"The key cannot be read."_s);
    }

    void unusableChoicesOfBeforeAreMadeUsable()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"window.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[class]\naddress=<b>\nport=-7\nrunsPerHour=-1\ntokensPerDay=99999999999999\n");
        file.close();
        WindowMemory memory(file.fileName());
        Sharing sharing(classroomParts(), &memory);
        const ShareForm form({ { .address = QHostAddress::LocalHost, .name = u"here"_s } },
            { .choices = sharing.choices() });
        QCOMPARE(form.setup().port, 8000);
        QCOMPARE(form.choices().budget.runsPerHour, 0);
        QVERIFY(form.choices().budget.tokensPerDay <= 1'000'000'000);
    }

    void keepsWhatIsHandedInWhateverBecomesOfDialogAndHub()
    {
        Sharing sharing(classroomParts());
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        {
            const ShareDialog dialog(sharing);
            QVERIFY(dialog.findChild<CollectedPane*>()->isHidden());
        }
        SeatOfClass seat(sharing.setup());
        seat.join();
        QVERIFY(seat.handIn(roadmapWith(u"r-1"_s, u"<b>SQL</b>"_s)));
        QTRY_COMPARE(sharing.collected().rowCount(), 1);
        QCOMPARE(sharing.collected().row(0).name, u"Ada"_s);
        QCOMPARE(sharing.collected().row(0).roadmap.title, u"<b>SQL</b>"_s);
        sharing.stop();
        const ShareDialog dialog(sharing);
        const auto* const pane = dialog.findChild<CollectedPane*>();
        QVERIFY(!pane->isHidden());
        QCOMPARE(pane->findChild<QTreeView*>()->model()->rowCount(), 1);
    }

    void handsOutToTheSeats()
    {
        Sharing sharing(classroomParts());
        sharing.start(onThisMachine());
        QTRY_COMPARE(sharing.state(), Sharing::State::On);
        SeatOfClass seat(sharing.setup());
        seat.join();
        const auto events = seat.listen();
        QSignalSpy handedOut(&sharing, &Sharing::handedOut);
        QSignalSpy refused(&sharing, &Sharing::notHandedOut);
        sharing.hub()->handOut(roadmapWith(u"r-1"_s, u"SQL"_s));
        QTRY_COMPARE(handedOut.size(), 1);
        QCOMPARE(handedOut.first().first().toString(), u"SQL"_s);
        QByteArray heard;
        QTRY_VERIFY((heard += events->readAll()).contains(R"("roadmap_id":"r-1")"));
        sharing.hub()->handOut(roadmapWith(u"r-2"_s, u"x"_s.repeated(2'000'000)));
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(!refused.first().first().value<Error>().message.isEmpty());
    }
};

QTEST_MAIN(SharingTest)
#include "SharingTest.moc"
