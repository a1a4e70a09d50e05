// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace roadloom {

/// Counts the words of a text that comes in pieces, for telling how fast somebody speaks: a Han
/// character is a word of its own, a run of other letters and digits is one.
class WordCount {
public:
    void add(QStringView piece);
    [[nodiscard]] qint64 words() const { return m_words; }

private:
    qint64 m_words = 0;
    bool m_inWord = false;
};

} // namespace roadloom
