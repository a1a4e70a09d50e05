// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/Pinyin.h"

#include "core/base/Language.h"

#include <algorithm>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

std::unique_ptr<icu::Transliterator> makeTransliterator()
{
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
}

/// The syllables of a run of Chinese characters, one each.
QStringList syllablesOf(const QString& run, const icu::Transliterator& transliterator)
{
    const auto spoken = [&transliterator](const QString& han) {
        icu::UnicodeString text(
            reinterpret_cast<const char16_t*>(han.utf16()), static_cast<int32_t>(han.size()));
        transliterator.transliterate(text);
        return QString::fromUtf16(text.getBuffer(), text.length()).toLower();
    };
    QStringList syllables = spoken(run).split(u' ', Qt::SkipEmptyParts);
    if (syllables.size() == run.size())
        return syllables;
    // One of them has no sound, or is a mark.
    syllables.clear();
    for (const QChar character : run)
        syllables.append(spoken(character).section(u' ', 0, 0));
    return syllables;
}

} // namespace

Pinyin pinyinOf(const QString& text)
{
    // Made once a thread: it takes long to make and no two threads may use one.
    static thread_local const std::unique_ptr<icu::Transliterator> transliterator
        = makeTransliterator();
    Pinyin sound;
    if (!transliterator)
        return sound;
    for (qsizetype i = 0; i < text.size();) {
        if (!isHan(text[i])) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < text.size() && isHan(text[i]))
            ++i;
        const QStringList syllables = syllablesOf(text.mid(begin, i - begin), *transliterator);
        for (qsizetype k = 0; k < syllables.size(); ++k) {
            if (syllables[k].isEmpty() || syllables[k].front() > u'z')
                continue;
            sound.syllables.append(sound.letters.size());
            sound.places.append(begin + k);
            sound.letters += syllables[k];
            sound.initials += syllables[k].front();
        }
    }
    return sound;
}

PinyinBook::PinyinBook(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

PinyinBook::~PinyinBook()
{
    m_isOver = true;
    m_pool.waitForDone();
}

void PinyinBook::learn(const QStringList& texts)
{
    QStringList fresh;
    for (const QString& text : texts) {
        if (std::ranges::any_of(text, isHan) && !m_sounds.contains(text)) {
            m_sounds.insert(text, {});
            fresh.append(text);
        }
    }
    if (fresh.isEmpty())
        return;
    m_pool.start([this, fresh] {
        constexpr qsizetype some = 200; // so that the first can be found soon
        for (qsizetype begin = 0; begin < fresh.size() && !m_isOver; begin += some) {
            Sounds sounds;
            for (const QString& text : fresh.mid(begin, some)) {
                if (m_isOver)
                    return;
                sounds.insert(text, pinyinOf(text));
            }
            QMetaObject::invokeMethod(
                this,
                [this, sounds] {
                    m_sounds.insert(sounds);
                    Q_EMIT learnt();
                },
                Qt::QueuedConnection);
        }
    });
}

const Pinyin* PinyinBook::find(const QString& text) const
{
    const auto sound = m_sounds.constFind(text);
    return sound != m_sounds.constEnd() && !sound->isEmpty() ? &*sound : nullptr;
}

} // namespace roadloom
