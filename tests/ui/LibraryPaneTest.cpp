// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/LibraryPane.h"
#include "ButtonSearch.h"
#include "TestSettings.h"
#include "ui/look/Card.h"
#include "ui/settings/AddProviderDialog.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/ServiceForm.h"
#include "ui/settings/SettingsDialog.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

class LibraryPaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void invitesWhileThereIsNobodyElse()
    {
        TestSettings settings;
        SettingsDialog dialog(settings.all());
        dialog.show();
        const auto* const pane = dialog.findChild<LibraryPane*>();
        QVERIFY(pane->isVisible());
        QVERIFY(pane->findChild<Card*>()->isVisible());
        ConfiguredProviders configured;
        configured.providers.append(setupFrom(*findProvider(u"ollama")));
        QVERIFY(!settings.book().change(configured));
        QVERIFY(!pane->findChild<Card*>()->isVisible());
    }

    void theKeyboardBeginsAtTheList()
    {
        TestSettings settings;
        SettingsDialog dialog(settings.all());
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QCOMPARE(dialog.focusWidget(), dialog.findChild<QListView*>());
    }

    void itsButtonsAdd()
    {
        TestSettings settings;
        SettingsDialog dialog(settings.all());
        dialog.show();
        const auto& pane = *dialog.findChild<LibraryPane*>();
        button(pane, u"Add a model"_s).click();
        auto* const chooser = dialog.findChild<AddProviderDialog*>();
        QVERIFY(chooser != nullptr);
        chooser->reject();
        button(pane, u"Use a hub"_s).click();
        QVERIFY(dialog.findChild<ServiceForm*>() != nullptr);
        QVERIFY(!pane.isVisible());
        QVERIFY(!settings.isWritten());
    }
};

QTEST_MAIN(LibraryPaneTest)
#include "LibraryPaneTest.moc"
