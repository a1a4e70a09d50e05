// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/ClassFeed.h"
#include "core/storage/KeySearch.h"
#include "ui/classroom/ClassroomParts.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace roadloom {

class Commands;
class Library;
class RoadmapSource;
class WindowMemory;
class WorkInFront;
struct WindowStores;

/// The learner's seat in a class, while a hub with a class code is who answers: what the teacher
/// hands out comes into the library, once, and the roadmap in front goes to the teacher by a
/// command.
class ClassSeat : public QObject {
    Q_OBJECT
public:
    /// `client` as in ClassPlace; `source` tells when somebody else answers. All must outlive it.
    ClassSeat(const ClassroomParts& parts, const SecretStores& stores, const QString& client,
        const RoadmapSource& source, const WindowStores& kept, const Commands& commands,
        WorkInFront& work);
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
    void leave();
    void listen(const QByteArray& code);
    void takeHandedOut(const HandedOut& handed);
    void handIn();
    void showWhatCanBeHandedIn();

    std::function<std::optional<AnsweringHub>()> m_answeringHub;
    SecretStores m_stores;
    QString m_client;
    Library* m_library;
    WindowMemory* m_memory;
    const Commands& m_commands;
    WorkInFront& m_work;
    std::optional<AnsweringHub> m_hub; ///< that answers
    QByteArray m_code; ///< of its class, as the feed has it
    std::unique_ptr<KeySearch> m_search; ///< while the class code is looked for
    std::unique_ptr<ClassFeed> m_feed; ///< while the learner is in a class
};

} // namespace roadloom
