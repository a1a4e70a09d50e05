// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassFeed.h"
#include "core/storage/KeySearch.h"
#include "ui/settings/Settings.h"

#include <QObject>

#include <memory>

namespace roadloom {

class Commands;
class Library;
class WindowMemory;
class WorkInFront;
struct WindowStores;

/// The learner's seat in a class, while a hub with a class code is who answers: what the teacher
/// hands out comes into the library, once, and the roadmap in front goes to the teacher by a
/// command.
class ClassSeat : public QObject {
    Q_OBJECT
public:
    /// `client` as in ClassPlace. All must outlive it.
    ClassSeat(const Settings& settings, const QString& client, const WindowStores& stores,
        const Commands& commands, WorkInFront& work);
    ~ClassSeat() override;
    Q_DISABLE_COPY_MOVE(ClassSeat)

    void retranslate() { showWhatCanBeHandedIn(); }

Q_SIGNALS:
    /// A sentence for the learner.
    void said(const QString& sentence);
    /// Something failed.
    void warned(const QString& sentence);

private:
    void follow();
    void listen(const ServiceSetup& setup, const ApiKey& code);
    void takeHandedOut(const HandedOut& handed);
    void handIn();
    void showWhatCanBeHandedIn();

    Settings m_settings;
    QString m_client;
    Library* m_library;
    WindowMemory* m_memory;
    const Commands& m_commands;
    WorkInFront& m_work;
    ServiceSetup m_setup; ///< of the hub that answers; without an id: none does
    std::unique_ptr<KeySearch> m_search; ///< while the class code is looked for
    std::unique_ptr<ClassFeed> m_feed; ///< while the learner is in a class
};

} // namespace roadloom
