// SPDX-License-Identifier: Apache-2.0
#include "core/stream/RoadmapAssembler.h"

namespace roadloom {

QString RoadmapAssembler::feed(QStringView piece, QList<PreviewEvent>& out)
{
    QString prose;
    while (!piece.isEmpty()) {
        piece = piece.sliced(m_splitter.take(piece, prose));
        followJson(out);
    }
    m_parser.tellGrowth(out);
    return prose;
}

QString RoadmapAssembler::finish(QList<PreviewEvent>& out)
{
    QString prose = m_splitter.finish();
    followJson(out);
    m_parser.tellGrowth(out);
    return prose;
}

void RoadmapAssembler::followJson(QList<PreviewEvent>& out)
{
    if (m_block != m_splitter.keptBlocks()) {
        m_parser.tellGrowth(out); // as it would have been, had a piece ended there
        m_parser.restart(out);
        m_block = m_splitter.keptBlocks();
    }
    m_parser.follow(m_splitter.json(), out);
}

} // namespace roadloom
