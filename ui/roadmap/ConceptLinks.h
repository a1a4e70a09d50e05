// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/StudyState.h"

#include <QList>
#include <QWidget>

#include <optional>

class QVBoxLayout;

namespace roadloom {

class TextLabel;

/// Another concept, as a link to it.
struct ConceptLink {
    QString id;
    QString name; ///< untrusted
    std::optional<StudyState> state {};

    bool operator==(const ConceptLink&) const = default;
};

/// Links to other concepts below a title, each with its state. Hidden without any; the first few of
/// many.
class ConceptLinks : public QWidget {
    Q_OBJECT
public:
    explicit ConceptLinks(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setLinks(const QList<ConceptLink>& links);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();

    TextLabel* m_title;
    QWidget* m_list;
    QVBoxLayout* m_column;
    QList<ConceptLink> m_links;
};

} // namespace roadloom
