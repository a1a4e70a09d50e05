// SPDX-License-Identifier: Apache-2.0
#include "ui/chat/InertDocument.h"

#include "ui/look/Accents.h"
#include "ui/look/DisplayText.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace roadloom {

namespace {

struct Run {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
};

/// The pieces of a block that need another look, last first, so that positions stay true.
QList<Run> runsToRestyle(const QTextBlock& block)
{
    QList<Run> runs;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const QTextCharFormat format = fragment.charFormat();
        if (format.isImageFormat() || format.isAnchor() || format.fontFixedPitch()
            || format.hasProperty(QTextFormat::FontSizeAdjustment))
            runs.prepend({ fragment.position(), fragment.length(), format });
    }
    return runs;
}

QColor codeFill(const QPalette& palette)
{
    return palette.color(QPalette::AlternateBase);
}

QTextCharFormat restyled(QTextCharFormat format, const QPalette& palette)
{
    constexpr int largestHeading = 1;
    if (format.isAnchor())
        format.setForeground(
            readable(palette.color(QPalette::Link), palette.color(QPalette::Base)));
    if (format.fontFixedPitch())
        format.setBackground(codeFill(palette));
    const int adjustment = format.intProperty(QTextFormat::FontSizeAdjustment);
    if (adjustment > largestHeading)
        format.setProperty(QTextFormat::FontSizeAdjustment, largestHeading);
    return format;
}

void restyleRun(QTextDocument& document, const Run& run, const QPalette& palette)
{
    QTextCursor cursor(&document);
    cursor.setPosition(run.position);
    cursor.setPosition(run.position + run.length, QTextCursor::KeepAnchor);
    if (run.format.isImageFormat()) {
        const QString name = displayLine(run.format.toImageFormat().name(), 200);
        cursor.insertText(QCoreApplication::translate("ProseView", "[picture: %1]").arg(name), {});
        return;
    }
    cursor.setCharFormat(restyled(run.format, palette));
}

bool isCode(const QTextBlockFormat& format)
{
    return format.hasProperty(QTextFormat::BlockCodeFence)
        || format.hasProperty(QTextFormat::BlockCodeLanguage);
}

} // namespace

InertDocument::InertDocument(QObject* parent)
    : QTextDocument(parent)
{
    setUndoRedoEnabled(false);
}

QVariant InertDocument::loadResource(int /*type*/, const QUrl& /*name*/)
{
    return {};
}

void restyleProse(QTextDocument& document, const QPalette& palette)
{
    QTextCursor all(&document);
    all.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (const Run& run : runsToRestyle(block))
            restyleRun(document, run, palette);
        if (!isCode(block.blockFormat()))
            continue;
        QTextBlockFormat format;
        format.setBackground(codeFill(palette));
        QTextCursor(block).mergeBlockFormat(format);
    }
    all.endEditBlock();
}

} // namespace roadloom
