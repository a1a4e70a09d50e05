// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/NetworkSettings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace roadloom {

class FieldError;

/// The way to a server: proxy and certificates.
class NetworkFields : public QWidget {
    Q_OBJECT
public:
    explicit NetworkFields(const NetworkSettings& network, QWidget* parent = nullptr);

    /// What the fields say, right or wrong.
    [[nodiscard]] NetworkSettings network() const;
    /// What is wrong with it; empty: nothing is.
    void tell(const QString& problem);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void showProxyField();
    void chooseFile();
    void retranslate();

    NetworkSettings m_before;
    QLabel* m_proxyLabel;
    QComboBox* m_proxyUse;
    QLineEdit* m_proxy;
    QLabel* m_fileLabel;
    QLineEdit* m_file;
    QPushButton* m_browse;
    FieldError* m_error;
};

} // namespace roadloom
