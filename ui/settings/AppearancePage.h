// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QLabel;

namespace roadloom {

class AppearanceBook;
struct Policy;
class TextLabel;

/// The settings' page on how the window looks, moves, speaks and is typed into. What is chosen
/// holds at once.
class AppearancePage final : public QScrollArea {
    Q_OBJECT
public:
    /// The book must outlive the page.
    AppearancePage(AppearanceBook& book, const Policy& policy, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const Policy& policy);
    [[nodiscard]] QWidget* buildChoices(const Policy& policy);
    void change();
    void retranslate();
    void retranslateChoices();

    AppearanceBook& m_book;
    QLabel* m_themeLabel;
    QComboBox* m_theme;
    QLabel* m_textLabel;
    QComboBox* m_text;
    QCheckBox* m_still;
    TextLabel* m_stillHint;
    QLabel* m_languageLabel;
    QComboBox* m_language;
    QLabel* m_sendKeyLabel;
    QComboBox* m_sendKey;
    TextLabel* m_problem;
};

} // namespace roadloom
