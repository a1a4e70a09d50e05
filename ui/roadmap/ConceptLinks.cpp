// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/ConceptLinks.h"

#include "ui/look/DisplayText.h"
#include "ui/look/ListText.h"
#include "ui/look/TabOrder.h"
#include "ui/look/TextLabel.h"
#include "ui/study/StudyIcons.h"
#include "ui/study/StudyWords.h"

#include <QBoxLayout>
#include <QEvent>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype mostLinks = 12;

/// As narrow as needed, its text then elided.
class LinkButton : public QToolButton {
public:
    explicit LinkButton(const ConceptLink& link)
    {
        const QString name = displayLine(link.name.trimmed().isEmpty() ? link.id : link.name);
        setText(QString(name).replace(u'&', u"&&"_s));
        setAutoRaise(true);
        setFocusPolicy(Qt::StrongFocus);
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setIcon(roadloom::icon(link.state ? iconOf(*link.state) : Icon::Link));
        const QString state = link.state ? studyStateText(*link.state) : QString();
        setAccessibleName(state.isEmpty() ? name : listText({ name, state }));
        setToolTip(u"<p>"_s + accessibleName().toHtmlEscaped() + u"</p>"_s);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return { 8 * spacingUnit, sizeHint().height() };
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        const int room = width() - option.iconSize.width() - 2 * spacingUnit;
        option.text
            = fontMetrics().elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
        QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

} // namespace

ConceptLinks::ConceptLinks(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Style::Small, this))
    , m_list(new QWidget(this))
    , m_column(new QVBoxLayout(m_list))
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_list);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    hide();
}

void ConceptLinks::setTitle(const QString& title)
{
    m_title->setText(title);
    m_list->setAccessibleName(title);
}

void ConceptLinks::setLinks(const QList<ConceptLink>& links)
{
    if (std::exchange(m_links, links) != links)
        build();
}

void ConceptLinks::build()
{
    // One of them may be what was clicked just now.
    const auto old = m_list->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    for (QWidget* const widget : old) {
        widget->hide();
        m_column->removeWidget(widget);
        widget->deleteLater();
    }
    QList<QWidget*> made;
    for (const ConceptLink& link : m_links.first(std::min(mostLinks, m_links.size()))) {
        auto* const button = new LinkButton(link);
        connect(button, &QToolButton::clicked, this, [this, id = link.id] { Q_EMIT chosen(id); });
        m_column->addWidget(button, 0, Qt::AlignLeft);
        made.append(button);
    }
    placeInTabOrder(*m_list, made);
    if (const qsizetype more = m_links.size() - mostLinks; more > 0)
        m_column->addWidget(
            new TextLabel(TextLabel::Style::Small, tr("and %n more", nullptr, int(more))));
    setVisible(!m_links.isEmpty());
}

void ConceptLinks::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        build();
}

} // namespace roadloom
