// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace roadloom {

class FoldButton;

/// A part of a form that is folded away until somebody wants it.
class FoldSection : public QWidget {
    Q_OBJECT
public:
    /// Takes the content.
    explicit FoldSection(QWidget* content, QWidget* parent = nullptr);

    /// With a mnemonic.
    void setTitle(const QString& title);
    void setUnfolded(bool unfolded);
    [[nodiscard]] bool isUnfolded() const;

private:
    FoldButton* m_fold;
};

} // namespace roadloom
