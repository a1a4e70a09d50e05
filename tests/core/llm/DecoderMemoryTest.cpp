// SPDX-License-Identifier: Apache-2.0
#include "core/llm/ChatDialect.h"

#include <QTest>

#include <algorithm>
#include <memory>

#include <malloc.h>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(roadloom::ApiStyle)

namespace roadloom {

/// A decoder keeps nothing of what it has handed out: however long a stream is, only its text
/// needs memory, and that is the receiver's.
class DecoderMemoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void doesNotGrowWithTheStream_data();
    void doesNotGrowWithTheStream();
};

namespace {

constexpr qsizetype streamSize = qsizetype(64) * 1024 * 1024;
constexpr qsizetype pieceSize = qsizetype(64) * 1024;
constexpr qsizetype allowance = qsizetype(512) * 1024; // of which the parser's stack is most

qsizetype heapInUse()
{
    const struct mallinfo2 heap = mallinfo2();
    return qsizetype(heap.uordblks) + qsizetype(heap.hblkhd);
}

/// Sanitizers bring an allocator of their own, of which mallinfo2() knows nothing.
bool heapIsCounted()
{
    const qsizetype before = heapInUse();
    const auto probe = std::make_unique<QByteArray>(allowance, ' ');
    return heapInUse() - before >= probe->size();
}

} // namespace

void DecoderMemoryTest::doesNotGrowWithTheStream_data()
{
    QTest::addColumn<ApiStyle>("style");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<bool>("speaks");
    const QByteArray chunk
        = "data: {\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"%1\":\"%2\"}}]}\n\n"_ba;
    const auto chunkWith = [&](const QByteArray& member, const QByteArray& words) {
        return QByteArray(chunk).replace("%1", member).replace("%2", words);
    };
    QTest::newRow("text") << ApiStyle::OpenAi << chunkWith("content", "学习 step by step") << true;
    QTest::newRow("reasoning") << ApiStyle::OpenAi << chunkWith("reasoning", "想一想, well")
                               << true;
    QTest::newRow("reasoning between tags that never close")
        << ApiStyle::OpenAi << chunkWith("content", "<think>") << true;
    QTest::newRow("chunks without a word") << ApiStyle::OpenAi << chunkWith("role", "") << false;
    QTest::newRow("keep-alives") << ApiStyle::OpenAi << ": still there\n\n"_ba << false;
    QTest::newRow("ids of events")
        << ApiStyle::OpenAi << "id: 7\nevent: e\nretry: 5\n\n"_ba << false;
    QTest::newRow("Anthropic")
        << ApiStyle::Anthropic
        << "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
           "\"delta\":{\"type\":\"text_delta\",\"text\":\"根据 your goal\"}}\n\n"_ba
        << true;
    QTest::newRow("Gemini")
        << ApiStyle::Gemini
        << "data: {\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"向量\"}]}}]}\r\n\r\n"_ba
        << true;
    QTest::newRow("Ollama")
        << ApiStyle::Ollama
        << "{\"model\":\"m\",\"message\":{\"content\":\"矩阵\"},\"done\":false}\n"_ba << true;
    QTest::newRow("JSON without an answer")
        << ApiStyle::Ollama << "{\"message\":\"loading\"}\n"_ba << false;
    QTest::newRow("blanks") << ApiStyle::OpenAi << " \r\n"_ba << false;
}

void DecoderMemoryTest::doesNotGrowWithTheStream()
{
    QFETCH(const ApiStyle, style);
    QFETCH(const QByteArray, unit);
    QFETCH(const bool, speaks);
    if (!heapIsCounted())
        QSKIP("This allocator does not tell how much it has given out.");
    const QByteArray stream = unit.repeated(streamSize / unit.size());
    qsizetype words = 0;
    const ChatDecoder::Sink sink = [&words](const ChatDelta& /*dropped*/) { ++words; };
    const qsizetype before = heapInUse();
    const auto decoder = dialectFor(style).decoder(ServerFailures());
    qsizetype most = 0;
    for (qsizetype from = 0; from < stream.size(); from += pieceSize) {
        decoder->feed(
            QByteArrayView(stream).sliced(from, std::min(pieceSize, stream.size() - from)), sink);
        most = std::max(most, heapInUse() - before);
    }
    QVERIFY(!decoder->isOver());
    QCOMPARE(words > 0, speaks);
    QVERIFY2(most < allowance, qPrintable(u"%1 bytes held"_s.arg(most)));
}

} // namespace roadloom

QTEST_GUILESS_MAIN(roadloom::DecoderMemoryTest)
#include "DecoderMemoryTest.moc"
