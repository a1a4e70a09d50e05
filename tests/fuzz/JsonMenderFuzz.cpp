// SPDX-License-Identifier: Apache-2.0
// Any text becomes strict JSON, the same in any pieces; JSON that is right stays as it is.
#include "core/base/Json.h"
#include "core/stream/JsonMender.h"
#include "tests/fuzz/Pieces.h"

#include <QRegularExpression>

using namespace roadloom;

namespace {

struct Outcome {
    QByteArray json;
    JsonMends mends;
    bool isComplete = false;
    bool hasOverflowed = false;

    bool operator==(const Outcome&) const = default;
};

template <class Feed>
Outcome outcomeOf(Feed feed)
{
    JsonMender mender;
    Outcome outcome;
    feed(mender, outcome.json);
    mender.finish(outcome.json);
    outcome.mends = mender.mends();
    outcome.isComplete = mender.isComplete();
    outcome.hasOverflowed = mender.hasOverflowed();
    return outcome;
}

/// All that may be mended in JSON that is right are numbers that no double has.
bool hasOddNumber(const JsonMends& mends)
{
    return mends.count(JsonMend::NumberOutOfRange) > 0 || mends.count(JsonMend::NumberForm) > 0;
}

bool holdsHugeNumber(const QString& text)
{
    static const QRegularExpression huge(QStringLiteral("[eE][+-]?[0-9]{3}|[0-9]{200}"));
    return text.contains(huge);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    const fuzz::Input input(data, size);
    const QString text = QString::fromUtf8(input.text);
    const Outcome whole
        = outcomeOf([&](JsonMender& mender, QByteArray& json) { mender.feed(text, json); });
    const Outcome pieces = outcomeOf([&](JsonMender& mender, QByteArray& json) {
        fuzz::feedInPieces(
            QStringView(text), input.cut, [&](QStringView piece) { mender.feed(piece, json); });
    });
    fuzz::require(whole == pieces, "Another split was mended in another way.");
    const Result<json::value> mended = parseJson(whole.json);
    fuzz::require(mended || whole.hasOverflowed, "What was mended is no JSON.");
    const Result<json::value> strict = parseJson(text.toUtf8());
    if (!strict || (hasOddNumber(whole.mends) && holdsHugeNumber(text)))
        return 0;
    fuzz::require(whole.mends.isEmpty(), "JSON that was right was mended.");
    fuzz::require(mended.value() == strict.value(), "JSON that was right came to be another.");
    return 0;
}
