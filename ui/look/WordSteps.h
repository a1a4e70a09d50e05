// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QTextDocument;

namespace roadloom {

/// What is typed into a document is taken back word by word; else it is by lines. What comes at
/// once, as from an input method or the clipboard, is taken back at once. The document owns it.
class WordSteps : public QObject {
    Q_OBJECT
public:
    explicit WordSteps(QTextDocument& document);

private:
    void take(int at, int added);
    void endStep();

    QTextDocument& m_document;
    bool m_isAtEnd = false; ///< what comes next is a step of its own
};

} // namespace roadloom
