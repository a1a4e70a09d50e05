// SPDX-License-Identifier: Apache-2.0
#include "ui/look/WordSteps.h"

#include <QChar>
#include <QTextDocument>

#include <utility>

namespace roadloom {

namespace {

/// As far as that is known by the last letter.
bool endsWord(QChar last)
{
    switch (last.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true; // no space tells where
    default:
        return last.isSpace();
    }
}

} // namespace

WordSteps::WordSteps(QTextDocument& document)
    : QObject(&document)
    , m_document(document)
{
    connect(&document, &QTextDocument::contentsChange, this,
        [this](int at, int /*removed*/, int added) { take(at, added); });
    connect(&document, &QTextDocument::contentsChanged, this, &WordSteps::endStep);
}

void WordSteps::take(int at, int added)
{
    m_isAtEnd = added > 1 || (added == 1 && endsWord(m_document.characterAt(at)));
}

/// A document joins what is typed to what was typed before, unless that counts as saved. It says
/// first what has changed, and notes then that it is no longer saved.
void WordSteps::endStep()
{
    if (std::exchange(m_isAtEnd, false))
        m_document.setModified(false);
}

} // namespace roadloom
