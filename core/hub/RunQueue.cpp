// SPDX-License-Identifier: Apache-2.0
#include "core/hub/RunQueue.h"

#include <algorithm>
#include <utility>

namespace roadloom {

void RunQueue::add(const QString& run, const QString& seat)
{
    const auto line = std::ranges::find(m_lines, seat, &Line::seat);
    if (line != m_lines.end())
        line->runs.append(run);
    else
        m_lines.append({ seat, { run } });
}

void RunQueue::favour(const QString& run)
{
    if (!order().contains(run))
        return;
    remove(run);
    m_favoured.prepend(run);
}

void RunQueue::remove(const QString& run)
{
    m_favoured.removeOne(run);
    for (Line& line : m_lines)
        line.runs.removeOne(run);
    m_lines.removeIf([](const Line& line) { return line.runs.isEmpty(); });
}

std::optional<QString> RunQueue::takeNext()
{
    if (!m_favoured.isEmpty())
        return m_favoured.takeFirst();
    if (m_lines.isEmpty())
        return std::nullopt;
    Line line = m_lines.takeFirst();
    QString run = line.runs.takeFirst();
    if (!line.runs.isEmpty())
        m_lines.append(std::move(line));
    return run;
}

qsizetype RunQueue::size() const
{
    qsizetype waiting = m_favoured.size();
    for (const Line& line : m_lines)
        waiting += line.runs.size();
    return waiting;
}

qsizetype RunQueue::sizeOf(const QString& seat) const
{
    const auto line = std::ranges::find(m_lines, seat, &Line::seat);
    return line != m_lines.end() ? line->runs.size() : 0;
}

QStringList RunQueue::order() const
{
    RunQueue rest = *this;
    QStringList runs;
    while (const auto next = rest.takeNext())
        runs.append(*next);
    return runs;
}

} // namespace roadloom
