// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/FieldError.h"
#include "ui/settings/ConfiguredEdits.h"
#include "ui/settings/KeyField.h"
#include "ui/settings/KeyKeeping.h"
#include "ui/settings/Settings.h"
#include "ui/settings/SetupForm.h"
#include "ui/settings/SetupProblems.h"

#include <QSignalBlocker>

#include <optional>
#include <variant>

namespace roadloom {

/// A form whose setup comes into the book by save(), and its key, if one was typed, to where keys
/// are kept. A setup that is not in the book yet comes into it only if nothing is missing.
template <class Setup>
class KeptForm : public SetupForm {
public:
    [[nodiscard]] bool isChanged() const final
    {
        return filledIn() != kept() || !m_key->typedKey().isEmpty();
    }
    [[nodiscard]] bool isComplete() const final { return findProblems(filledIn()).areNone(); }
    [[nodiscard]] bool isSaving() const final { return m_keeping.isBusy(); }
    void save() final;

protected:
    KeptForm(const Settings& settings, const Setup& setup, QWidget* parent)
        : SetupForm(settings.stores, parent)
        , m_settings(settings)
        , m_before(setup)
        , m_keeping(settings.stores)
        , m_remark(new TextLabel(TextLabel::Style::Small, this))
        , m_problem(new FieldError(*this, this))
    {
        m_remark->hide();
    }

    /// Its key's field, once, and before all else.
    void follow(KeyField& key);

    /// As the fields stand.
    [[nodiscard]] virtual Setup filledIn() const = 0;
    /// Tells all that is missing and goes there; true: nothing is.
    virtual bool insistOn(const SetupProblems& problems) = 0;

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    /// As it came.
    [[nodiscard]] const Setup& initial() const { return m_before; }
    [[nodiscard]] bool isNew() const { return !inTheBook(); }
    [[nodiscard]] Setup kept() const { return inTheBook().value_or(m_before); }
    /// What to know about how the key was kept.
    [[nodiscard]] TextLabel& remark() { return *m_remark; }
    /// Why it was not kept.
    [[nodiscard]] FieldError& problem() { return *m_problem; }

private:
    [[nodiscard]] std::optional<Setup> inTheBook() const;
    /// False if it holds for this session only; why, is shown.
    bool write(const Setup& setup);
    void finish(bool isWritten);
    void takeKept(KeyPlace place);
    void takeForgotten();

    Settings m_settings;
    Setup m_before;
    KeyKeeping m_keeping;
    KeyField* m_key = nullptr;
    TextLabel* m_remark;
    FieldError* m_problem;
};

template <class Setup>
void KeptForm<Setup>::follow(KeyField& key)
{
    m_key = &key;
    connect(
        m_key, &KeyField::forgetRequested, this, [this] { m_keeping.forget(secretOf(kept())); });
    connect(&m_keeping, &KeyKeeping::kept, this, [this](KeyPlace place) { takeKept(place); });
    connect(&m_keeping, &KeyKeeping::forgotten, this, [this] { takeForgotten(); });
    connect(&m_keeping, &KeyKeeping::failed, this, [this](const Error& error) {
        m_key->tell(error.message);
        reveal(m_key);
        Q_EMIT refused();
    });
    connect(&m_keeping, &KeyKeeping::remarked, this, [this](const QString& sentence) {
        m_remark->setText(sentence);
        m_remark->show();
    });
}

template <class Setup>
std::optional<Setup> KeptForm<Setup>::inTheBook() const
{
    const auto found = setupIn(m_settings.providers.configured(), m_before.id);
    const Setup* const setup = found ? std::get_if<Setup>(&*found) : nullptr;
    return setup != nullptr ? std::optional(*setup) : std::nullopt;
}

template <class Setup>
void KeptForm<Setup>::save()
{
    if (isSaving())
        return;
    m_remark->hide();
    const Setup before = kept();
    Setup after = filledIn();
    const SetupProblems problems = findProblems(after);
    const bool mayBeKept = insistOn(problems) || (problems.mayBeKept && !isNew());
    if (!mayBeKept || !m_key->check()) {
        Q_EMIT refused();
        return;
    }
    if (const QByteArray key = m_key->typedKey(); !key.isEmpty()) {
        after.keyPlace = m_key->place();
        m_keeping.keep(secretOf(before), secretOf(after), key);
        return;
    }
    const bool isWritten = write(after);
    if (isWritten)
        m_keeping.drop(secretOf(before), secretOf(after));
    finish(isWritten);
}

template <class Setup>
bool KeptForm<Setup>::write(const Setup& setup)
{
    ConfiguredProviders configured = m_settings.providers.configured();
    put(configured, setup);
    const std::optional<Error> problem = m_settings.providers.change(configured);
    m_problem->tell(problem ? problem->message : QString());
    Q_EMIT edited();
    return !problem;
}

template <class Setup>
void KeptForm<Setup>::finish(bool isWritten)
{
    if (isWritten)
        Q_EMIT saved();
    else
        Q_EMIT refused();
}

template <class Setup>
void KeptForm<Setup>::takeKept(KeyPlace place)
{
    Setup setup = filledIn();
    setup.keyPlace = place;
    {
        const QSignalBlocker quiet(m_key); // it is the key that was tried, only kept now
        m_key->clearTyped();
    }
    const bool isWritten = write(setup);
    m_key->setSetup(setup);
    m_key->setKept();
    finish(isWritten);
}

template <class Setup>
void KeptForm<Setup>::takeForgotten()
{
    Setup without = kept();
    without.keyPlace = KeyPlace::None;
    write(without);
    m_key->setSetup(without);
}

} // namespace roadloom
