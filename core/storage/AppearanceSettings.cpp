// SPDX-License-Identifier: Apache-2.0
#include "core/storage/AppearanceSettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Translation {
    Q_DECLARE_TR_FUNCTIONS(AppearanceSettings)
};

constexpr qint64 largestFile = 64LL * 1024;

constexpr QLatin1StringView themeKey("theme");
constexpr QLatin1StringView textKey("text_percent");
constexpr QLatin1StringView motionKey("motion");
constexpr QLatin1StringView languageKey("language");
constexpr QLatin1StringView sendKeyKey("send_key");

template <class Enum, std::size_t count>
Enum chosen(const QSettings& file, QLatin1StringView key,
    const std::array<EnumWord<Enum>, count>& words, Enum otherwise)
{
    return valueFor(file.value(key).toString(), words).value_or(otherwise);
}

} // namespace

int nearestTextSize(int percent)
{
    if (percent < textSizes.front() || percent > textSizes.back())
        return Appearance {}.textPercent;
    return *std::ranges::min_element(
        textSizes, {}, [percent](int size) { return std::abs(size - percent); });
}

int textSizeBeside(int percent, int steps)
{
    const auto here = std::ranges::lower_bound(textSizes, percent);
    if (steps > 0)
        return here == textSizes.end() || here + 1 == textSizes.end() ? textSizes.back() : here[1];
    return here == textSizes.begin() ? textSizes.front() : here[-1];
}

QDebug operator<<(QDebug debug, const Appearance& appearance)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << "Appearance(" << wordFor(appearance.theme, themeWords) << ", "
                              << appearance.textPercent << " %, motion "
                              << wordFor(appearance.motion, motionWords) << ", language "
                              << wordFor(appearance.language, languageWords) << ", send key "
                              << wordFor(appearance.sendKey, sendKeyWords) << ')';
    return debug;
}

AppearanceSettings::AppearanceSettings(const QString& folder)
    : m_path(QDir(folder).filePath(u"appearance.ini"_s))
{
}

Appearance AppearanceSettings::read() const
{
    const QFileInfo info(m_path);
    if (!info.isFile() || info.size() > largestFile)
        return {};
    const QSettings file(m_path, QSettings::IniFormat);
    const Appearance usual;
    return { .theme = chosen(file, themeKey, themeWords, usual.theme),
        .textPercent = nearestTextSize(file.value(textKey).toString().toInt()),
        .motion = chosen(file, motionKey, motionWords, usual.motion),
        .language = chosen(file, languageKey, languageWords, usual.language),
        .sendKey = chosen(file, sendKeyKey, sendKeyWords, usual.sendKey) };
}

std::optional<Error> AppearanceSettings::write(const Appearance& appearance) const
{
    if (const QFileInfo info(m_path); info.isFile() && info.size() > largestFile)
        QFile::remove(m_path); // nothing of ours
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(themeKey, wordFor(appearance.theme, themeWords));
    file.setValue(textKey, appearance.textPercent);
    file.setValue(motionKey, wordFor(appearance.motion, motionWords));
    file.setValue(languageKey, wordFor(appearance.language, languageWords));
    file.setValue(sendKeyKey, wordFor(appearance.sendKey, sendKeyWords));
    file.sync();
    if (file.status() == QSettings::NoError)
        return std::nullopt;
    return Error { ErrorKind::Internal,
        Translation::tr("%1 cannot be written, so this holds only until Roadloom is closed.")
            .arg(QDir::toNativeSeparators(m_path)),
        {} };
}

} // namespace roadloom
