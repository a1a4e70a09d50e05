// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/Hub.h"
#include "ui/classroom/NetworkPlaces.h"
#include "ui/classroom/ShareChoices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace roadloom {

class FieldError;
class FoldSection;
class PrimaryButton;
class TextLabel;

/// What the teacher says before the class can join: where to serve, and how much at once.
class ShareForm : public QWidget {
    Q_OBJECT
public:
    /// What is filled in before.
    struct Usual {
        int runs = 1; ///< at once
        bool canEncrypt = false;
        ShareChoices choices {};
    };
    /// `places` has one at least.
    ShareForm(const QList<NetworkPlace>& places, const Usual& usual, QWidget* parent = nullptr);

    /// Without a certificate.
    [[nodiscard]] HubSetup setup() const;
    [[nodiscard]] ShareChoices choices() const;
    /// What went wrong with it; empty: nothing.
    void tell(const QString& error);
    void setBusy(bool isBusy);
    /// Another class joins with another code.
    void makeNewCode();

Q_SIGNALS:
    void submitted();
    /// It is not to be shared after all.
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const Usual& usual);
    [[nodiscard]] FoldSection* makeMore();
    void alignNumbers();
    void retranslate();

    QList<NetworkPlace> m_places;
    QByteArray m_code;
    TextLabel* m_what;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_placeLabel;
    QComboBox* m_place;
    QLabel* m_portLabel;
    QSpinBox* m_port;
    QLabel* m_runsLabel;
    QSpinBox* m_runs;
    QCheckBox* m_encrypts;
    FoldSection* m_more = nullptr;
    QLabel* m_hourlyLabel;
    QSpinBox* m_hourly; ///< runs of a seat
    QLabel* m_dailyLabel;
    QSpinBox* m_daily; ///< tokens of a seat
    QLabel* m_codeLabel;
    TextLabel* m_shownCode;
    QPushButton* m_newCode;
    FieldError* m_error;
    PrimaryButton* m_start;
    QPushButton* m_cancel;
};

} // namespace roadloom
