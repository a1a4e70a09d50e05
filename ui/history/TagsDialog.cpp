// SPDX-License-Identifier: Apache-2.0
#include "ui/history/TagsDialog.h"

#include "core/storage/Library.h"
#include "core/storage/LibraryTags.h"
#include "ui/look/Accents.h"
#include "ui/look/ClearButton.h"
#include "ui/look/DisplayText.h"
#include "ui/look/FlowLayout.h"
#include "ui/look/TextLabel.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

constexpr qsizetype mostOffered = 30;

QString typedText(const QStringList& tags)
{
    return tags.join(u", "_s);
}

} // namespace

TagsDialog::TagsDialog(
    const QString& title, const QStringList& tags, const QStringList& inUse, QWidget* parent)
    : QDialog(parent)
    , m_tags(new QLineEdit(typedText(tags)))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags of “%1”").arg(displayLine(title, 60)));
    m_tags->setMaxLength(int(libraryTags::most * (libraryTags::longest + 2)));
    m_tags->setPlaceholderText(tr("For example: work, spring term"));
    setClearButton(*m_tags);
    auto* const label = new QLabel(tr("&Tags, with commas between them"));
    label->setBuddy(m_tags);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit);
    column->addWidget(label);
    column->addWidget(m_tags);
    if (!inUse.isEmpty()) {
        column->addWidget(new TextLabel(TextLabel::Style::Muted, tr("Tags of other roadmaps:")));
        auto* const offers = new FlowLayout;
        offers->setSpacing(spacingUnit);
        for (const QString& tag : inUse.first(std::min(mostOffered, inUse.size()))) {
            auto* const offer = new QPushButton(QString(tag).replace(u'&', u"&&"_s));
            offer->setAutoDefault(false);
            offer->setAccessibleName(tr("Add the tag “%1”").arg(tag));
            connect(offer, &QPushButton::clicked, this, [this, tag] { add(tag); });
            offers->addWidget(offer);
        }
        column->addLayout(offers);
    }
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    column->addStretch(1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        const QStringList chosen = Library::tagsFrom(m_tags->text());
        accept();
        Q_EMIT tagsChosen(chosen);
    });
    const QWidget* const window = parent != nullptr ? parent->window() : nullptr;
    constexpr int wide = 56 * spacingUnit;
    const int room = window != nullptr ? window->width() - 4 * spacingUnit : wide;
    resize(std::clamp(room, std::min(sizeHint().width(), wide), wide), sizeHint().height());
    m_tags->setFocus();
}

void TagsDialog::add(const QString& tag)
{
    QStringList tags = Library::tagsFrom(m_tags->text());
    if (!tags.contains(tag, Qt::CaseInsensitive))
        tags.append(tag);
    m_tags->setText(typedText(tags));
    m_tags->setFocus();
}

} // namespace roadloom
