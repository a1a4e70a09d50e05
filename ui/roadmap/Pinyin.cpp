// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/Pinyin.h"

#include "core/base/Language.h"
#include "ui/roadmap/HanReadings.h"

#include <algorithm>

namespace roadloom {

Pinyin pinyinOf(const QString& text)
{
    Pinyin sound;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringList readings = isHan(text[i]) ? readingsOf(text[i]) : QStringList();
        if (readings.isEmpty())
            continue;
        SpokenCharacter character { .place = i, .readings = readings };
        for (const QString& reading : readings)
            character.initials |= letterBit(reading.front());
        sound.characters.append(character);
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
