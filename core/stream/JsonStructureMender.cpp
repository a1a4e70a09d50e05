// SPDX-License-Identifier: Apache-2.0
#include "core/stream/JsonStructureMender.h"

namespace roadloom {

bool JsonStructureMender::isKeyDue() const
{
    return isInObject() && (m_due == Due::First || m_due == Due::Next || m_due == Due::After);
}

bool JsonStructureMender::takeMark(char16_t mark, Utf8Sink& out, JsonMends& mends)
{
    switch (mark) {
    case u'{':
    case u'[':
        return open(mark, out, mends);
    case u'}':
    case u']':
        close(mark == u'}', out, mends);
        return true;
    case u',':
        return takeComma(out, mends);
    default:
        return takeColon(out);
    }
}

void JsonStructureMender::separate(Utf8Sink& out, JsonMends& mends)
{
    if (m_due == Due::Colon) {
        mends.add(JsonMend::MissingColon);
        out.put(':');
    } else if (m_due == Due::Next) {
        out.put(',');
    } else if (m_due == Due::After) {
        mends.add(JsonMend::MissingComma);
        out.put(',');
    }
}

void JsonStructureMender::finish(Utf8Sink& out, JsonMends& mends)
{
    if (m_due == Due::Root) {
        mends.add(JsonMend::MissingValue);
        out.put("null");
        endValue();
    }
    if (m_due == Due::Next || isValueMissing())
        mends.add(JsonMend::CutOff);
    completeMember(out);
    while (m_depth > 0) {
        mends.add(JsonMend::MissingCloser);
        pop(out);
    }
}

bool JsonStructureMender::open(char16_t bracket, Utf8Sink& out, JsonMends& mends)
{
    if (isKeyDue())
        return false;
    if (m_depth == maxDepth) {
        mends.add(JsonMend::TooDeep);
        return true;
    }
    separate(out, mends);
    out.put(char(bracket));
    m_objects = m_objects << 1U | std::uint64_t(bracket == u'{' ? 1 : 0);
    ++m_depth;
    m_due = Due::First;
    return true;
}

/// Closes the innermost bracket of its kind with all that is open in it.
void JsonStructureMender::close(bool object, Utf8Sink& out, JsonMends& mends)
{
    if (!isOpen(object)) {
        mends.add(JsonMend::ExtraCloser);
        return;
    }
    if (m_due == Due::Next)
        mends.add(JsonMend::ExtraComma);
    if (isValueMissing())
        mends.add(JsonMend::MissingValue);
    completeMember(out);
    while (isInObject() != object) {
        mends.add(JsonMend::MissingCloser);
        pop(out);
    }
    pop(out);
}

bool JsonStructureMender::takeComma(Utf8Sink& out, JsonMends& mends)
{
    if (m_due == Due::Root)
        return false;
    if (m_due == Due::First || m_due == Due::Next) {
        mends.add(JsonMend::ExtraComma);
        return true;
    }
    if (isValueMissing())
        mends.add(JsonMend::MissingValue);
    completeMember(out);
    m_due = Due::Next;
    return true;
}

bool JsonStructureMender::takeColon(Utf8Sink& out)
{
    if (m_due != Due::Colon)
        return false;
    out.put(':');
    m_due = Due::Value;
    return true;
}

void JsonStructureMender::completeMember(Utf8Sink& out)
{
    if (m_due == Due::Colon)
        out.put(':');
    if (!isValueMissing())
        return;
    out.put("null");
    endValue();
}

void JsonStructureMender::pop(Utf8Sink& out)
{
    out.put(isInObject() ? '}' : ']');
    m_objects >>= 1U;
    --m_depth;
    endValue();
}

bool JsonStructureMender::isValueMissing() const
{
    return m_due == Due::Colon || m_due == Due::Value;
}

bool JsonStructureMender::isOpen(bool object) const
{
    const std::uint64_t all
        = m_depth == maxDepth ? ~std::uint64_t(0) : (std::uint64_t(1) << unsigned(m_depth)) - 1;
    return object ? m_objects != 0 : (~m_objects & all) != 0;
}

} // namespace roadloom
