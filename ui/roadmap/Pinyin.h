// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/roadmap/SearchText.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace roadloom {

/// How the Chinese characters of a text may sound; empty without any. The first call on a thread
/// takes a tenth of a second; any thread may call it.
[[nodiscard]] Pinyin pinyinOf(const QString& text);

/// Learns how texts sound, on a thread of its own, once each.
class PinyinBook : public QObject {
    Q_OBJECT
public:
    explicit PinyinBook(QObject* parent = nullptr);
    ~PinyinBook() override;

    /// Those without Chinese characters and those that are known cost nothing.
    void learn(const QStringList& texts);
    /// Null if it has no Chinese characters, or is not known yet. Valid until the next learnt().
    [[nodiscard]] const Pinyin* find(const QString& text) const;

Q_SIGNALS:
    /// Some more are known.
    void learnt();

private:
    using Sounds = QHash<QString, Pinyin>;

    Sounds m_sounds; ///< empty ones are being learnt
    std::atomic<bool> m_isOver = false;
    QThreadPool m_pool;
};

} // namespace roadloom
