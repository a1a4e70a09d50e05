// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassJoining.h"
#include "core/classroom/HubSearch.h"
#include "ui/settings/KeyKeeping.h"
#include "ui/settings/Settings.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace roadloom {

class Commands;
class JoinDialog;
struct JoinLink;

/// The command that joins a class. A class that was joined is kept as a hub among those who answer,
/// its code where keys are, and answers from then on.
class JoinCommand : public QObject {
    Q_OBJECT
public:
    using SearchFactory = std::function<std::unique_ptr<HubSearch>()>;

    /// `client` is what this installation calls itself, see ClassPlace. A search is made each time
    /// the dialog opens; null: this program cannot join. All must outlive it.
    JoinCommand(const Settings& settings, const QString& client, SearchFactory search,
        const Commands& commands, QWidget& window);

    /// Opens the dialog with what the link says.
    void take(const JoinLink& link);

    void retranslate();

Q_SIGNALS:
    /// A sentence for the learner.
    void said(const QString& sentence);
    /// Something was not kept.
    void warned(const QString& sentence);

private:
    [[nodiscard]] bool isAllowed() const;
    JoinDialog& open();
    void keep(const ClassPlace& place, const QString& className);
    void keepCode(KeyPlace place);
    void takeKept(KeyPlace place);

    Settings m_settings;
    QString m_client;
    SearchFactory m_search;
    const Commands& m_commands;
    QWidget& m_window;
    QPointer<JoinDialog> m_dialog; ///< while it is open
    KeyKeeping m_keeping;
    ServiceSetup m_before; ///< the class as it was kept, while its code is being kept
    ServiceSetup m_joined;
    QByteArray m_code;
};

} // namespace roadloom
