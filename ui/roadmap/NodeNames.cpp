// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/NodeNames.h"

#include "ui/roadmap/RoadmapTreeModel.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString nameAt(const QModelIndex& node)
{
    return node.data(RoadmapTreeModel::NameRole).toString();
}

} // namespace

QString NodeNames::operator()(const QString& id) const
{
    const QModelIndex node = m_model.indexOf(id);
    QStringList names { nameAt(node) };
    if (!shared().contains(names.first()))
        return names.first();
    for (QModelIndex above = node.parent(); above.isValid(); above = above.parent())
        names.prepend(nameAt(above));
    return names.join(u" › "_s);
}

const QSet<QString>& NodeNames::shared() const
{
    if (m_shared)
        return *m_shared;
    QSet<QString> all;
    QSet<QString> shared;
    QModelIndexList branches { QModelIndex() };
    while (!branches.isEmpty()) {
        const QModelIndex branch = branches.takeLast();
        for (int row = 0; row < m_model.rowCount(branch); ++row) {
            const QModelIndex node = m_model.index(row, 0, branch);
            const QString name = nameAt(node);
            if (all.contains(name))
                shared.insert(name);
            all.insert(name);
            branches.append(node);
        }
    }
    return m_shared.emplace(shared);
}

} // namespace roadloom
