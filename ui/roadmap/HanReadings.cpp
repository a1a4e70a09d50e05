// SPDX-License-Identifier: Apache-2.0
#include "ui/roadmap/HanReadings.h"

#include "ui/roadmap/SearchText.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

struct Polyphone {
    char16_t character;
    QLatin1StringView readings;
};

/// Those that have more than one reading in the words of learners, sorted; with such words where
/// they are not plain.
constexpr std::array polyphones {
    Polyphone { u'乐', "le yue"_L1 }, // 快乐, 音乐
    Polyphone { u'了', "le liao"_L1 }, // 为了, 了解
    Polyphone { u'什', "shen shi"_L1 },
    Polyphone { u'会', "hui kuai"_L1 }, // 会话, 会计
    Polyphone { u'传', "chuan zhuan"_L1 }, // 传递, 自传
    Polyphone { u'似', "si shi"_L1 }, // 相似, 似的
    Polyphone { u'便', "bian pian"_L1 }, // 便签, 便宜
    Polyphone { u'削', "xue xiao"_L1 },
    Polyphone { u'剥', "bo bao"_L1 },
    Polyphone { u'单', "dan shan chan"_L1 },
    Polyphone { u'卡', "ka qia"_L1 },
    Polyphone { u'参', "can shen cen"_L1 }, // 参数, 人参, 参差
    Polyphone { u'否', "fou pi"_L1 },
    Polyphone { u'圈', "quan juan"_L1 },
    Polyphone { u'地', "di de"_L1 }, // 地址, 慢慢地
    Polyphone { u'塞', "sai se"_L1 },
    Polyphone { u'壳', "ke qiao"_L1 },
    Polyphone { u'奇', "qi ji"_L1 }, // 奇异, 奇数
    Polyphone { u'屏', "ping bing"_L1 },
    Polyphone { u'差', "cha chai ci"_L1 }, // 误差, 出差, 参差
    Polyphone { u'弄', "nong long"_L1 },
    Polyphone { u'弹', "tan dan"_L1 }, // 弹性, 子弹
    Polyphone { u'强', "qiang jiang"_L1 },
    Polyphone { u'恶', "e wu"_L1 },
    Polyphone { u'折', "zhe she"_L1 },
    Polyphone { u'拓', "tuo ta"_L1 }, // 拓扑, 拓片
    Polyphone { u'择', "ze zhai"_L1 },
    Polyphone { u'括', "kuo gua"_L1 },
    Polyphone { u'曝', "pu bao"_L1 },
    Polyphone { u'曾', "ceng zeng"_L1 },
    Polyphone { u'朝', "chao zhao"_L1 }, // 朝向, 朝夕
    Polyphone { u'朴', "pu po"_L1 },
    Polyphone { u'查', "cha zha"_L1 },
    Polyphone { u'校', "xiao jiao"_L1 }, // 学校, 校验
    Polyphone { u'核', "he hu"_L1 },
    Polyphone { u'模', "mo mu"_L1 }, // 模型, 模板
    Polyphone { u'没', "mei mo"_L1 }, // 没有, 淹没
    Polyphone { u'泊', "bo po"_L1 },
    Polyphone { u'澄', "cheng deng"_L1 },
    Polyphone { u'熟', "shu shou"_L1 },
    Polyphone { u'率', "lv shuai"_L1 }, // 效率, 率先
    Polyphone { u'番', "fan pan"_L1 },
    Polyphone { u'的', "de di"_L1 }, // 目的
    Polyphone { u'盖', "gai ge"_L1 },
    Polyphone { u'省', "sheng xing"_L1 }, // 节省, 反省
    Polyphone { u'着', "zhe zhao zhuo"_L1 },
    Polyphone { u'称', "cheng chen"_L1 }, // 名称, 对称
    Polyphone { u'粘', "nian zhan"_L1 },
    Polyphone { u'系', "xi ji"_L1 }, // 系统, 系鞋带
    Polyphone { u'纤', "xian qian"_L1 },
    Polyphone { u'纶', "lun guan"_L1 },
    Polyphone { u'给', "gei ji"_L1 }, // 给定, 供给
    Polyphone { u'络', "luo lao"_L1 },
    Polyphone { u'脉', "mai mo"_L1 },
    Polyphone { u'色', "se shai"_L1 },
    Polyphone { u'落', "luo la"_L1 },
    Polyphone { u'著', "zhu zhuo"_L1 },
    Polyphone { u'薄', "bo bao"_L1 },
    Polyphone { u'藏', "cang zang"_L1 }, // 隐藏, 宝藏
    Polyphone { u'血', "xue xie"_L1 },
    Polyphone { u'行', "xing hang"_L1 }, // 执行, 行列
    Polyphone { u'觉', "jue jiao"_L1 }, // 感觉, 睡觉
    Polyphone { u'角', "jiao jue"_L1 }, // 角度, 角色
    Polyphone { u'识', "shi zhi"_L1 }, // 识别, 标识
    Polyphone { u'调', "diao tiao"_L1 }, // 调用, 调整
    Polyphone { u'车', "che ju"_L1 },
    Polyphone { u'辟', "pi bi"_L1 },
    Polyphone { u'还', "hai huan"_L1 }, // 还是, 还原
    Polyphone { u'迫', "po pai"_L1 },
    Polyphone { u'都', "du dou"_L1 },
    Polyphone { u'重', "zhong chong"_L1 }, // 权重, 重构
    Polyphone { u'长', "chang zhang"_L1 }, // 长度, 增长
    Polyphone { u'降', "jiang xiang"_L1 }, // 降维, 投降
    Polyphone { u'露', "lu lou"_L1 },
};
static_assert(std::ranges::is_sorted(polyphones, {}, &Polyphone::character));

/// ICU's readings, which take long to make ready; no two threads may use one.
class Speaker {
public:
    Speaker()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_latin.reset(icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    }

    QStringList readingsOf(QChar character)
    {
        const auto known = m_known.constFind(character);
        return known != m_known.constEnd() ? *known : *m_known.insert(character, ask(character));
    }

private:
    [[nodiscard]] QStringList ask(QChar character) const
    {
        QStringList readings;
        const auto own
            = std::ranges::lower_bound(polyphones, character.unicode(), {}, &Polyphone::character);
        if (own != polyphones.end() && own->character == character)
            readings = QString(own->readings).split(u' ');
        if (const QString usual = usualReading(character);
            !usual.isEmpty() && !readings.contains(usual))
            readings.prepend(usual);
        for (const QString& reading : QStringList(readings)) {
            if (reading.contains(u'v'))
                readings.append(QString(reading).replace(u'v', u'u'));
        }
        return readings;
    }

    [[nodiscard]] QString usualReading(QChar character) const
    {
        if (!m_latin)
            return {};
        icu::UnicodeString text(char16_t(character.unicode()));
        m_latin->transliterate(text);
        const QString spoken = QString::fromUtf16(text.getBuffer(), text.length()).toLower();
        const QString plain = withoutTones(spoken).section(u' ', 0, 0);
        const bool isLatin
            = std::ranges::all_of(plain, [](QChar letter) { return letterBit(letter) != 0; });
        return isLatin ? plain : QString(); // some have none
    }

    std::unique_ptr<icu::Transliterator> m_latin;
    QHash<QChar, QStringList> m_known;
};

} // namespace

QStringList readingsOf(QChar character)
{
    static thread_local Speaker speaker;
    return speaker.readingsOf(character);
}

} // namespace roadloom
