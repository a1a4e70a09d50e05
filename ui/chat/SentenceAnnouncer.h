// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QStringView>

namespace roadloom {

/// Turns streaming Markdown into what a screen reader is to say: whole sentences, without marks and
/// without code. Between two announcements it rests; sentences that come meanwhile are said as one,
/// of a flood the end. Has no clock of its own: whoever connects restBegun() calls endRest() when
/// the rest, about a second, is over.
class SentenceAnnouncer : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool muted READ isMuted WRITE setMuted NOTIFY mutedChanged)
public:
    /// Characters of an announcement.
    static constexpr qsizetype longest = 600;

    using QObject::QObject;

    void take(QStringView words);
    /// The words have ended: what is left is a sentence too.
    void finish();
    /// What was taken no longer counts: of it nothing more is said, and other words begin.
    void reset();
    void endRest();

    [[nodiscard]] bool isMuted() const { return m_muted; }
    /// What comes while it is muted is never said, nor is a sentence of which a part came then.
    void setMuted(bool muted);

Q_SIGNALS:
    void announced(const QString& sentences);
    void restBegun();
    void mutedChanged(bool muted);

private:
    void takeCharacter(QChar character);
    void endLine();
    void endSentence();
    void say();
    [[nodiscard]] bool isSentence(QChar next) const;

    QString m_text; ///< of the line, since the last sentence of it
    QString m_waiting; ///< sentences to be said after the rest
    int m_codeMarks = 0; ///< backquotes in m_text
    bool m_isLineStart = true; ///< m_text begins its line
    bool m_isInFence = false;
    bool m_isCut = false; ///< a part of m_text came muted
    bool m_resting = false;
    bool m_muted = false;
};

} // namespace roadloom
