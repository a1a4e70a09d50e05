// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace roadloom {

class TextLabel;

/// A report for those who help, to be read, then saved or copied. Nothing is sent.
class ReportDialog final : public QDialog {
    Q_OBJECT
public:
    /// Without a text yet.
    explicit ReportDialog(QWidget* parent = nullptr);

    void setReport(const QString& text);
    /// Without asking where.
    void save(const QString& path);

private:
    void askWhere();

    QPlainTextEdit* m_text;
    TextLabel* m_outcome;
    QPushButton* m_save;
    QPushButton* m_copy;
};

} // namespace roadloom
