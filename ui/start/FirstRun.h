// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/Settings.h"

#include <QObject>

namespace roadloom {

class FirstRunCard;
class StartPage;
struct LocalServer;

/// On a fresh installation: asks on the start page who should answer, until it is known, by what is
/// chosen there or in the settings.
class FirstRun : public QObject {
    Q_OBJECT
public:
    /// Asks if nobody has been asked yet. The page must outlive it.
    FirstRun(const Settings& settings, StartPage& page, QObject* parent = nullptr);

    /// The learner is content with who answers now.
    void settle();

Q_SIGNALS:
    /// Another model, a model server of one's own, or a hub, is to be added in the settings.
    void modelWanted();
    void serverWanted();
    void hubWanted();

private:
    void ask();
    void answerWith(const ConfiguredProviders& configured);
    void end();

    Settings m_settings;
    StartPage& m_page;
    FirstRunCard* m_card = nullptr; ///< while it is asked; the page owns it
};

} // namespace roadloom
