// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace roadloom {

/// A language that is nobody's: every text with accents and longer by two fifths, as translations
/// may be. What is shown without accents has never been translated.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* /*context*/, const char* text,
        const char* /*disambiguation*/, int /*n*/) const override
    {
        const QString source = QString::fromUtf8(text);
        QString longer;
        qsizetype letters = 0;
        for (qsizetype i = 0; i < source.size(); ++i) {
            const QChar c = source.at(i);
            longer += c;
            const QChar before = i > 0 ? source.at(i - 1) : QChar();
            const bool isPlace = before == u'%' || c == u'%';
            if (!c.isLetter() || isPlace)
                continue;
            longer += QChar(0x0301); // an acute on it
            // Within the words, so that lines break as often as they do.
            if (++letters % 5 == 0)
                longer += QStringLiteral("éé");
        }
        return letters > 0 && letters < 5 ? QString(longer + u"éé") : longer;
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace roadloom
