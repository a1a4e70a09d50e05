// SPDX-License-Identifier: Apache-2.0
#include "core/offline/GoalMatcher.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace roadloom;

/// What goals, as people write them, ask of the built-in courses.
class GoalMatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<CurriculumLibrary> library = CurriculumLibrary::builtIn();
        QVERIFY(library.ok());
        m_library = std::move(library).value();
        m_matcher.emplace(*m_library);
    }

    void findsWholeSubjects_data();
    void findsWholeSubjects();
    void findsTheConceptsThatAreNamed_data();
    void findsTheConceptsThatAreNamed();
    void refusesWhatTheLibraryHasNothingOn_data();
    void refusesWhatTheLibraryHasNothingOn();
    void tellsWhatIsNotCovered_data();
    void tellsWhatIsNotCovered();
    void leavesOutWhatIsNotWanted_data();
    void leavesOutWhatIsNotWanted();
    void excludesWhatBuildsOnItToo();
    void takesTheStartingPointAsBackground_data();
    void takesTheStartingPointAsBackground();
    void namesTheNearestSubjects_data();
    void namesTheNearestSubjects();
    void aWholeSubjectMeansAllItsConcepts();
    void copesWithAnyText_data();
    void copesWithAnyText();

private:
    [[nodiscard]] QStringList subjectIds(const QList<int>& subjects) const
    {
        QStringList ids;
        for (const int subject : subjects)
            ids.append(m_library->subjects().at(subject).id);
        return ids;
    }

    [[nodiscard]] QStringList conceptIds(const QList<int>& numbers) const
    {
        QStringList ids;
        for (const int number : numbers)
            ids.append(m_library->conceptAt(number).id);
        return ids;
    }

    std::optional<CurriculumLibrary> m_library;
    std::optional<GoalMatcher> m_matcher;
};

void GoalMatcherTest::findsWholeSubjects_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("subjects");
    const auto row = [](const QString& goal, const QStringList& subjects) {
        QTest::addRow("%s", qPrintable(goal)) << goal << subjects;
    };
    const QString git = u"git-shell"_s;
    const QString python = u"python"_s;
    const QString sql = u"sql-data"_s;
    const QString statistics = u"statistics"_s;
    const QString backend = u"web-backend"_s;
    const QString frontend = u"web-frontend"_s;

    // Subjects named outright, in any case, width and spacing.
    row(u"Python"_s, { python });
    row(u"learn PYTHON"_s, { python });
    row(u"How to make React apps"_s, { frontend });
    row(u"用 React 做项目"_s, { frontend });
    row(u"数据库 MySQL"_s, { sql });
    row(u"学习 Oracle 数据库"_s, { sql });
    row(u"SQL Server"_s, { sql });
    row(u"Ｐｙｔｈｏｎ"_s, { python });
    row(u"学习Python"_s, { python });
    row(u"python3.12 入门"_s, { python });
    row(u"git"_s, { git });
    row(u"Linux command line"_s, { git });
    row(u"学习 Linux 命令行"_s, { git });
    row(u"SQL"_s, { sql });
    row(u"PostgreSQL for beginners"_s, { sql });
    row(u"statistics"_s, { statistics });
    row(u"我想学统计学"_s, { statistics });
    row(u"前端"_s, { frontend });
    row(u"HTML and CSS"_s, { frontend });
    row(u"Learn JavaScript"_s, { frontend });
    row(u"React 入门"_s, { frontend });
    row(u"backend with FastAPI"_s, { backend });
    row(u"Python后端"_s, { backend });

    // The longest name wins.
    row(u"学习 Python Web 开发"_s, { backend });
    row(u"学习PythonWeb开发"_s, { backend });
    row(u"Python Web development"_s, { backend });

    // Generic words.
    row(u"learn web development"_s, { backend, frontend });
    row(u"我想做网站"_s, { backend, frontend });
    row(u"full-stack developer"_s, { backend, frontend });
    row(u"网页设计"_s, { frontend });
    row(u"从零开始学编程"_s, { python });
    row(u"learn to code"_s, { python });
    row(u"数据分析"_s, { statistics });
    row(u"SQL for data analysis"_s, { sql });
    row(u"数据分析用的 SQL"_s, { sql });
    row(u"version control for my thesis"_s, { git });
    row(u"数据库"_s, { sql });

    // Several subjects are added up; a generic word narrows to what builds on a named subject.
    row(u"Python and SQL"_s, { python, sql });
    row(u"Python+SQL"_s, { python, sql });
    row(u"HTML/CSS/JavaScript、git"_s, { git, frontend });
    // A subject that is named as a means counts only for what needs it.
    row(u"web development with Python"_s, { backend });
    row(u"用 Python 做数据分析"_s, { statistics });
    row(u"web development in Python"_s, { backend });
    row(u"I want to make a web page in Python"_s, { backend });
    row(u"web development, interested in Python"_s, { python, backend });
    row(u"Python and web development"_s, { python, backend });
    row(u"Python, and web development with Python"_s, { python, backend });
    row(u"learn with Python"_s, { python });
    row(u"frontend web development"_s, { frontend });
    row(u"frontend and backend web development"_s, { backend, frontend });
    row(u"git and frontend"_s, { git, frontend });
    row(u"Python SQL 前端"_s, { python, sql, frontend });
    row(u"前端、git"_s, { git, frontend });
    row(u"JavaScript and backend"_s, { backend, frontend });
    row(u"JavaScript programming"_s, { frontend });
    row(u"SQL programming"_s, { sql });
    row(u"database design with PostgreSQL"_s, { sql });

    // Pages in Python are made by a server; those that no Python is named for are the browser's.
    for (const QString& goal : { u"学习 Python 网页开发"_s, u"用Python开发网页"_s,
             u"学 Python 做网页"_s, u"Python网页编程"_s, u"想用 Python 写网页"_s,
             u"用 Python 制作网页"_s, u"基于 Python 的网页应用"_s, u"web pages with Python"_s,
             u"How do I make web pages using Python?"_s, u"Python web pages"_s,
             u"Build a webpage with Python"_s, u"web apps with Python"_s,
             u"Where to begin with Python for the web"_s, u"Python 做网站"_s,
             u"学习Python开发网站"_s, u"web pages with Flask"_s, u"用 Django 做网页"_s })
        row(goal, { backend });
    row(u"Python, and web pages with Python"_s, { python, backend });
    for (const QString& goal :
        { u"build web pages from scratch"_s, u"从零开始做网页"_s, u"HTML 网页"_s, u"网页开发"_s,
            u"HTML web pages"_s, u"开发网页"_s, u"制作网页"_s, u"写网页"_s, u"webpages"_s,
            u"JavaScript 网页开发"_s, u"JavaScript for the web"_s, u"from Python to web pages"_s })
        row(goal, { frontend });
    row(u"开发网站"_s, { backend, frontend });
    row(u"网站开发和爬虫"_s, { backend, frontend });
    row(u"Python 和网页设计"_s, { python, frontend });
    row(u"Python, HTML and web pages"_s, { python, frontend });
    // Reading pages is another thing than making them.
    for (const QString& goal :
        { u"web scraping with Python"_s, u"Python for web scraping"_s, u"Python 爬虫"_s,
            u"Python 网页爬虫"_s, u"用 Python 抓取网页"_s, u"scrape web pages with Python"_s })
        row(goal, { python });
}

void GoalMatcherTest::findsWholeSubjects()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, subjects);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(subjectIds(match.subjects), subjects);
    QCOMPARE(conceptIds(match.concepts), QStringList());
}

void GoalMatcherTest::findsTheConceptsThatAreNamed_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("subjects");
    QTest::addColumn<QStringList>("concepts");
    const auto row
        = [](const QString& goal, const QStringList& concepts, const QStringList& subjects = {}) {
              QTest::addRow("%s", qPrintable(goal)) << goal << subjects << concepts;
          };
    // With or without their subject, and by their names in either language.
    row(u"SQL joins and window functions"_s, { u"sql.joins"_s, u"sql.window-functions"_s });
    row(u"Python decorators"_s, { u"python.decorators"_s });
    row(u"python 装饰器和生成器"_s, { u"python.decorators"_s, u"python.generators"_s });
    row(u"git rebase"_s, { u"git.rebase"_s });
    row(u"学习正则表达式"_s, { u"shell.search"_s });
    row(u"A/B testing"_s, { u"stats.ab-analysis"_s });
    row(u"CSS flexbox"_s, { u"css.flexbox"_s });
    row(u"用 pytest 写测试"_s, { u"python.testing"_s });
    row(u"confidence intervals"_s, { u"stats.confidence"_s });
    // Words of everyday life count where all the rest is understood.
    row(u"learn about loops"_s, { u"python.loops"_s });
    row(u"概率"_s, { u"stats.probability"_s });
    row(u"变量和函数"_s, { u"python.variables"_s, u"python.functions"_s });
    row(u"HTTP cookies"_s, { u"http.cookies"_s });
    // A whole subject and a concept of another one.
    row(u"Python and window functions"_s, { u"sql.window-functions"_s }, { u"python"_s });
    // A word of everyday life behind another subject's name is that one's.
    row(u"JavaScript variables"_s, {}, { u"web-frontend"_s });
    row(u"JavaScript 变量"_s, {}, { u"web-frontend"_s });
}

void GoalMatcherTest::findsTheConceptsThatAreNamed()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, subjects);
    QFETCH(QStringList, concepts);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(conceptIds(match.concepts), concepts);
    QCOMPARE(subjectIds(match.subjects), subjects);
    for (const int number : match.concepts)
        QVERIFY(match.targets.contains(number));
}

void GoalMatcherTest::refusesWhatTheLibraryHasNothingOn_data()
{
    QTest::addColumn<QString>("goal");
    for (const QString& goal : { u"学钢琴"_s, u"learn to cook"_s, u"学 Rust"_s,
             u"Java web development"_s, u"asdfgh"_s, u"learn"_s, u"开发"_s, u"Excel"_s,
             u"Excel 数据分析"_s, u"Java"_s, u"学习 Java 编程"_s, u"C++"_s, u"C programming"_s,
             u"C语言"_s, u"C# for beginners"_s, u"R language"_s, u"R语言 数据分析"_s,
             u"be a good person"_s, u"Java 多线程"_s, u"Excel 函数"_s, u"learn to bake cookies"_s,
             u"路由器配置"_s, u"管道工培训"_s, u"PHP 网站开发"_s, u"Java back end"_s,
             u"Java 后端"_s, u"Vue 前端"_s, u"Node.js web development"_s, u"node.js"_s,
             u"machine learning"_s, u"深度学习"_s, u"微信小程序"_s, u"Android programming"_s,
             u"learn to react faster in boxing"_s, u"the rest of my life"_s, u"MongoDB database"_s,
             u"mysqlish"_s, u"photography"_s, u"日语"_s, u"🎹"_s, u"123"_s, u"..."_s, u"a"_s })
        QTest::addRow("%s", qPrintable(goal)) << goal;
    // "The web" alone is the wish for nothing in particular.
    QTest::newRow("design for the web") << u"design for the web"_s;
}

void GoalMatcherTest::refusesWhatTheLibraryHasNothingOn()
{
    QFETCH(QString, goal);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(conceptIds(match.targets), QStringList());
    QVERIFY(match.subjects.isEmpty());
}

void GoalMatcherTest::tellsWhatIsNotCovered_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("technologies");
    QTest::newRow("beside a subject") << u"Python and Rust"_s << QStringList { u"Rust"_s };
    QTest::newRow("Chinese") << u"学 Python 和机器学习"_s << QStringList { u"机器学习"_s };
    QTest::newRow("alone") << u"Kotlin"_s << QStringList { u"Kotlin"_s };
    QTest::newRow("several") << u"SQL, MongoDB, Redis"_s
                             << QStringList { u"MongoDB"_s, u"Redis"_s };
    QTest::newRow("reading web pages") << u"用 Python 抓取网页"_s << QStringList { u"抓取网页"_s };
    QTest::newRow("elsewhere in the library") << u"JavaScript and Python"_s << QStringList {};
    QTest::newRow("none") << u"Python"_s << QStringList {};
}

void GoalMatcherTest::tellsWhatIsNotCovered()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, technologies);
    QCOMPARE(m_matcher->match(goal).notCovered, technologies);
}

void GoalMatcherTest::leavesOutWhatIsNotWanted_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("subjects");
    QTest::addColumn<QStringList>("excluded");
    const auto row
        = [](const QString& goal, const QStringList& subjects, const QStringList& excluded) {
              QTest::addRow("%s", qPrintable(goal)) << goal << subjects << excluded;
          };
    const QStringList python { u"python"_s };
    const QStringList sql { u"sql-data"_s };
    const QStringList backend { u"web-backend"_s };
    const QStringList frontend { u"web-frontend"_s };
    row(u"Web development without Python"_s, backend + frontend,
        { u"Python"_s }); // HTTP needs none
    row(u"web development, but not the frontend"_s, backend, { u"frontend"_s });
    row(u"I don't want to learn Python, I want SQL"_s, sql, { u"Python"_s });
    row(u"SQL instead of Excel"_s, sql, { u"Excel"_s });
    row(u"SQL rather than Python for reports"_s, sql, { u"Python"_s });
    row(u"HTML and CSS without JavaScript or node.js."_s, frontend,
        { u"JavaScript"_s, u"node.js"_s });
    row(u"不想学 Python，想学 SQL"_s, sql, { u"Python"_s });
    row(u"学 SQL，不要 Python 和 Java"_s, sql, { u"Python"_s, u"Java"_s });
    row(u"不用 Excel 做数据处理，用 SQL"_s, sql, { u"Excel"_s });
    // These say what the learner lacks, or mean both.
    row(u"Python without any programming experience"_s, python, {});
    row(u"learn Python without knowing SQL"_s, python + sql, {});
    row(u"不用基础也能学 Python"_s, python, {});
    row(u"我不会 Python"_s, python, {});
    row(u"Python, not only for beginners"_s, python, {});
    row(u"without Python"_s, {}, { u"Python"_s });
    row(u"不想学 Python"_s, {}, { u"Python"_s });
}

void GoalMatcherTest::leavesOutWhatIsNotWanted()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, subjects);
    QFETCH(QStringList, excluded);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(subjectIds(match.subjects), subjects);
    QCOMPARE(match.excluded, excluded);
    QVERIFY(match.notCovered.isEmpty());
    for (const int target : match.targets)
        QVERIFY(!match.unwanted.contains(target));
}

void GoalMatcherTest::excludesWhatBuildsOnItToo()
{
    const QStringList targets
        = conceptIds(m_matcher->match(u"HTML and CSS without JavaScript").targets);
    QVERIFY(targets.contains(u"css.selectors"_s));
    QVERIFY(!targets.contains(u"js.dom"_s));
    QVERIFY(!targets.contains(u"frontend.build"_s));
    // What is asked for by name stays.
    const GoalMatch named = m_matcher->match(u"frontend build tools without JavaScript");
    QCOMPARE(conceptIds(named.targets), QStringList { u"frontend.build"_s });
}

void GoalMatcherTest::takesTheStartingPointAsBackground_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QStringList>("subjects");
    QTest::addColumn<QStringList>("background");
    const QStringList none;
    const QStringList python { u"python"_s };
    const QStringList statistics { u"statistics"_s };
    QTest::newRow("to another language")
        << u"from Java to Python"_s << python << QStringList { u"Java"_s };
    QTest::newRow("no technology")
        << u"switch from marketing to data analysis"_s << statistics << none;
    QTest::newRow("Chinese") << u"从Java转Python"_s << python << QStringList { u"Java"_s };
    QTest::newRow("Chinese with to")
        << u"从前端转到数据分析"_s << statistics << QStringList { u"前端"_s };
    QTest::newRow("generic goal") << u"from PHP to web development"_s
                                  << QStringList { u"web-backend"_s, u"web-frontend"_s }
                                  << QStringList { u"PHP"_s };
    QTest::newRow("within a subject")
        << u"from HTML to React"_s << QStringList { u"web-frontend"_s } << none;
    QTest::newRow("nothing behind") << u"from Python to mastery"_s << python << none;
    QTest::newRow("from zero") << u"Python 从入门到精通"_s << python << none;
    QTest::newRow("to an unknown word")
        << u"from Python to Go"_s << none << QStringList { u"Python"_s };
    QTest::newRow("to an unknown word in Chinese")
        << u"想从 Python 转 Go"_s << none << QStringList { u"Python"_s };
    QTest::newRow("what one brings along")
        << u"I want to learn Go with my Python background"_s << none << QStringList { u"Python"_s };
    QTest::newRow("to a job") << u"from Python to a job"_s << python << none;
    QTest::newRow("to what is not covered")
        << u"from Python to Rust"_s << none << QStringList { u"Python"_s };
}

void GoalMatcherTest::takesTheStartingPointAsBackground()
{
    QFETCH(QString, goal);
    QFETCH(QStringList, subjects);
    QFETCH(QStringList, background);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(subjectIds(match.subjects), subjects);
    QCOMPARE(match.background, background);
    for (const QString& name : background)
        QVERIFY(!match.notCovered.contains(name));
}

void GoalMatcherTest::namesTheNearestSubjects_data()
{
    QTest::addColumn<QString>("goal");
    QTest::addColumn<QString>("nearest");
    QTest::newRow("kin of a language") << u"学 Rust"_s << u"python"_s;
    QTest::newRow("field with another tool") << u"Java web development"_s << u"web-backend"_s;
    QTest::newRow("spreadsheet") << u"Excel 数据分析"_s << u"statistics"_s;
    QTest::newRow("a technology that it uses") << u"NumPy"_s << u"statistics"_s;
    QTest::newRow("a word of the description") << u"pages for browsers"_s << u"web-frontend"_s;
}

void GoalMatcherTest::namesTheNearestSubjects()
{
    QFETCH(QString, goal);
    QFETCH(QString, nearest);
    const GoalMatch match = m_matcher->match(goal);
    QVERIFY(match.targets.isEmpty());
    QCOMPARE(subjectIds(match.nearest).value(0), nearest);
    QVERIFY(m_matcher->match(u"学钢琴").nearest.isEmpty());
}

void GoalMatcherTest::aWholeSubjectMeansAllItsConcepts()
{
    const GoalMatch match = m_matcher->match(u"git");
    qsizetype count = 0;
    for (const CurriculumTopic& topic : m_library->subject(u"git-shell")->topics)
        count += topic.concepts.size();
    QCOMPARE(match.targets.size(), count);
}

void GoalMatcherTest::copesWithAnyText_data()
{
    QTest::addColumn<QString>("goal");
    QTest::newRow("empty") << QString();
    QTest::newRow("blanks") << u" \t\n "_s;
    QTest::newRow("lone surrogates") << QString(QChar(0xD800)) + QString(QChar(0xDC00));
    QTest::newRow("nothing but names") << u"python "_s.repeated(300);
    QTest::newRow("nothing but borders") << u"c++#.net-"_s.repeated(200);
    QTest::newRow("unclosed from") << u"from from from python to"_s;
    QTest::newRow("long") << u"从"_s.repeated(2000);
    QTest::newRow("grows when normalised") << QString(QChar(0xFDFA)).repeated(2000);
}

void GoalMatcherTest::copesWithAnyText()
{
    QFETCH(QString, goal);
    const GoalMatch match = m_matcher->match(goal);
    QCOMPARE(match, m_matcher->match(goal));
}

QTEST_GUILESS_MAIN(GoalMatcherTest)
#include "GoalMatcherTest.moc"
