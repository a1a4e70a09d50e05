// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace roadloom {

/// Lays its items out in reading direction, in as many lines as the width asks for,
/// each in the middle of its line.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// Between lines; spacing() is between the items of a line.
    void setLineSpacing(int pixels);
    /// Lines of about one width, rather than one item alone in the last of them.
    void setBalanced(bool isBalanced);

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;

    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Pass { Measure, Place };
    int arrange(const QRect& rect, Pass pass) const;
    [[nodiscard]] int lineCount(int width) const;
    [[nodiscard]] int lineWidth(int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
    int m_lineSpacing;
    bool m_isBalanced = false;
};

} // namespace roadloom
