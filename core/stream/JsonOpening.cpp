// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonOpening.h"

#include "core/stream/JsonCharacters.h"

namespace roadloom {

using namespace jsoncharacters;

namespace {

bool beginsName(QChar character)
{
    return character.isLetter() || character.isSurrogate() || character == u'_'
        || character == u'$';
}

} // namespace

JsonOpening::Verdict JsonOpening::take(QChar character)
{
    switch (m_state) {
    case State::Blanks:
        return takeFirst(character);
    case State::Slash:
        return character == u'/' || character == u'*' ? Verdict::AlmostJson : Verdict::Prose;
    case State::Name:
        if (isOfWord(character.unicode()))
            return Verdict::Open;
        break;
    case State::BehindName:
        break;
    }
    if (isColon(character.unicode()))
        return Verdict::AlmostJson;
    if (character != u' ' && character != u'\t')
        return Verdict::Prose;
    m_state = State::BehindName;
    return Verdict::Open;
}

JsonOpening::Verdict JsonOpening::takeFirst(QChar character)
{
    if (character == u'"' || character == u'}')
        return Verdict::Json;
    if (isOpeningQuote(character.unicode()) || character == u'#')
        return Verdict::AlmostJson;
    if (character == u'/')
        m_state = State::Slash;
    else if (beginsName(character))
        m_state = State::Name;
    else if (!character.isSpace())
        return Verdict::Prose;
    return Verdict::Open;
}

} // namespace roadloom
