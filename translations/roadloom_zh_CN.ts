<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Admission</name>
    <message>
        <source>There is nothing at this address of the hub.</source>
        <translation>课堂服务的这个地址上没有内容。</translation>
    </message>
    <message>
        <source>This address takes %1 only.</source>
        <translation>这个地址只接受 %1。</translation>
    </message>
    <message>
        <source>Join the class first: this hub is for those who have its class code.</source>
        <translation>请先加入课堂：只有持有课堂码的人才能使用。</translation>
    </message>
    <message>
        <source>Pages in a browser may not use this hub, unless its --allow-origin names them.</source>
        <translation>浏览器中的网页不能使用这个课堂服务，除非 --allow-origin 列出了它。</translation>
    </message>
    <message>
        <source>This hub serves its own machine only: call it 127.0.0.1 or localhost.</source>
        <translation>这个课堂服务只供本机使用：请用 127.0.0.1 或 localhost 访问。</translation>
    </message>
</context>
<context>
    <name>AgentEvent</name>
    <message>
        <source>Roadloom</source>
        <translation>Roadloom</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Mend</source>
        <translation>修正</translation>
    </message>
</context>
<context>
    <name>ApiKey</name>
    <message>
        <source>The key in %1 holds characters that no API key has, perhaps from copying. Set it again.</source>
        <translation>%1 中的密钥含有任何 API 密钥都不会有的字符，可能是复制时带入的。请重新设置。</translation>
    </message>
</context>
<context>
    <name>AppearanceSettings</name>
    <message>
        <source>%1 cannot be written, so this holds only until Roadloom is closed.</source>
        <translation>无法写入 %1，因此这只在您关闭 Roadloom 之前有效。</translation>
    </message>
</context>
<context>
    <name>ClassWords</name>
    <message>
        <source>less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>下一个就轮到</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a place in the queue, %2 how long until its turn.</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Reading the goal</source>
        <translation>正在分析目标</translation>
    </message>
    <message>
        <source>Designing</source>
        <translation>正在设计</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Mending</source>
        <translation>正在修改</translation>
    </message>
    <message>
        <source>Waiting for the learner</source>
        <translation>等待学习者</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1，%2%</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Handed to the class: %1</source>
        <translation>已发给全班：%1</translation>
    </message>
    <message>
        <source>Place %1 in line</source>
        <translation>排在第 %1 位</translation>
    </message>
    <message>
        <source>Running: %1, waiting: %2, made: %3</source>
        <extracomment>How many roadmaps of the class are being made, are to be made, and are done.</extracomment>
        <translation>正在生成：%1，等待：%2，已完成：%3</translation>
    </message>
    <message>
        <source>%1, failed: %2</source>
        <extracomment>%1 is &quot;Running: 1, waiting: 2, made: 9&quot;.</extracomment>
        <translation>%1，失败：%2</translation>
    </message>
    <message>
        <source>The model&apos;s first word comes after %1 (half of the runs), %2 (95 %).</source>
        <extracomment>%1 is the median, %2 the 95th percentile.</extracomment>
        <translation>模型的首字等待：一半不超过 %1，95% 不超过 %2。</translation>
    </message>
    <message>
        <source>A roadmap is made within %1 (half of the runs), %2 (95 %).</source>
        <extracomment>%1 is the median, %2 the 95th percentile.</extracomment>
        <translation>生成一条学习路线：一半不超过 %1，95% 不超过 %2。</translation>
    </message>
    <message>
        <source>Failed: %1; timed out: %2.</source>
        <translation>失败：%1；超时：%2。</translation>
    </message>
    <message>
        <source>Throughput: %1 events a second.</source>
        <translation>吞吐量：每秒 %1 个事件。</translation>
    </message>
</context>
<context>
    <name>ClockText</name>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds.</extracomment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <extracomment>Minutes and seconds.</extracomment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes.</extracomment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes.</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours.</extracomment>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>CommandParser</name>
    <message>
        <source>Folder for everything the program keeps.</source>
        <translation>存放程序全部数据的文件夹。</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>See all options with --help.</source>
        <translation>用 --help 查看全部选项。</translation>
    </message>
    <message>
        <source>--data-dir does not count: your administrator has set the folder.</source>
        <translation>--data-dir 不起作用：管理员已指定文件夹。</translation>
    </message>
</context>
<context>
    <name>CurriculumCheck</name>
    <message>
        <source>The name is blank in one language. Write it in both.</source>
        <translation>有一种语言的名称为空。请两种语言都写上。</translation>
    </message>
    <message>
        <source>The description is blank in one language. Write it in both.</source>
        <translation>有一种语言的说明为空。请两种语言都写上。</translation>
    </message>
    <message>
        <source>&quot;names&quot; must hold at least one name by which a goal can ask for the subject, and no blank one.</source>
        <translation>“names” 中至少要有一个能让目标指向该科目的名称，且不能有空名称。</translation>
    </message>
    <message numerus="yes">
        <source>The topic has %n concept(s). Give it 3 to 6, so that it can be a module.</source>
        <translation>
            <numerusform>该主题有 %n 个概念。请设为 3 到 6 个，使其能成为一个模块。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no project. Mark at least one concept with &quot;project&quot;: true.</source>
        <translation>没有项目。请至少为一个概念标上 &quot;project&quot;: true。</translation>
    </message>
    <message>
        <source>Give 2 to 5 keywords in each language, none of them blank.</source>
        <translation>每种语言请给出 2 到 5 个关键词，且不能为空。</translation>
    </message>
    <message>
        <source>The alias &quot;%1&quot; must have two characters or more, all in lower case.</source>
        <translation>别名 “%1” 至少要有两个字符，且全部小写。</translation>
    </message>
    <message>
        <source>%1 hours do not go with its difficulty; %2 to %3 do. Change the hours or the difficulty, or divide the concept.</source>
        <translation>%1 小时与其难度不符，应为 %2 到 %3 小时。请修改学时或难度，或拆分该概念。</translation>
    </message>
    <message>
        <source>It needs %1, which is harder. Make that easier or this harder.</source>
        <translation>它依赖更难的 %1。请把那一个改得容易些，或把这一个改得难些。</translation>
    </message>
    <message>
        <source>It needs %1, which is of a higher level: learners of this level would have to know it. Change one of the levels.</source>
        <translation>它依赖水平更高的 %1，而这一水平的学习者还不会它。请修改其中一个的水平。</translation>
    </message>
    <message>
        <source>%1 does not exist. Name a curriculum file or a folder with some.</source>
        <translation>%1 不存在。请指定一个课程文件，或含有课程文件的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 holds no *.json file. Name one with curricula.</source>
        <translation>文件夹 %1 中没有 *.json 文件。请指定含有课程的文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 holds more than %L2 *.json files. Check them in smaller portions.</source>
        <translation>文件夹 %1 中的 *.json 文件超过 %L2 个。请分批检查。</translation>
    </message>
</context>
<context>
    <name>CurriculumCommand</name>
    <message numerus="yes">
        <source>%n concept(s), %1</source>
        <translation>
            <numerusform>%n 个概念，%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked, no problem found.</source>
        <translation>
            <numerusform>已检查 %n 个文件，没有发现问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Use one of: curriculum list, curriculum show ID, curriculum check PATH.</source>
        <translation>请使用以下之一：curriculum list、curriculum show ID、curriculum check PATH。</translation>
    </message>
    <message>
        <source>list, show or check.</source>
        <translation>list、show 或 check。</translation>
    </message>
    <message>
        <source>There is no course &quot;%1&quot;. Built in are: %2.</source>
        <translation>没有课程“%1”。内置课程有：%2。</translation>
    </message>
    <message>
        <source>The built-in courses: a list, one of them in full, or a check of curriculum files (exit status 4 if it finds problems).</source>
        <translation>内置课程：列出全部课程、完整显示一门课程，或检查课程文件（发现问题时退出状态为 4）。</translation>
    </message>
</context>
<context>
    <name>CurriculumLibrary</name>
    <message>
        <source>The curricula do not fit together: %1</source>
        <translation>这些课程不能配合使用：%1</translation>
    </message>
    <message>
        <source>%1 stands there more than once</source>
        <translation>%1 出现了不止一次</translation>
    </message>
    <message>
        <source>%1 needs %2, which is nowhere</source>
        <translation>%1 依赖 %2，但到处都没有它</translation>
    </message>
    <message>
        <source>these need each other in a circle: %1</source>
        <translation>它们循环依赖：%1</translation>
    </message>
</context>
<context>
    <name>CurriculumReader</name>
    <message>
        <source>A curriculum file may have at most %L1 MiB. Split it into subjects.</source>
        <translation>课程文件最大为 %L1 MiB。请按科目拆分。</translation>
    </message>
    <message>
        <source>This is no curriculum: it is not well-formed JSON. Correct the place that the details name.</source>
        <translation>这不是课程文件：JSON 格式不正确。请修正详细信息所指的位置。</translation>
    </message>
    <message>
        <source>This is no usable curriculum. First problem: %1</source>
        <translation>这个课程文件无法使用。第一个问题：%1</translation>
    </message>
    <message>
        <source>The curriculum file %1 cannot be opened. Check its name and that you may read it.</source>
        <translation>无法打开课程文件 %1。请检查文件名以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file name and what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>, </source>
        <comment>between the things of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours of study</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Builds on</source>
        <translation>先学</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Why this way</source>
        <translation>为什么这样安排</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>较难</translation>
    </message>
    <message>
        <source>difficulty unknown</source>
        <translation>难度未知</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已学完</translation>
    </message>
    <message>
        <source>known before</source>
        <translation>早已掌握</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2, about %3</source>
        <translation>%1，%2，约 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 learnt</source>
        <translation>%2中已学会 %1 个</translation>
    </message>
    <message>
        <source>%1 (part %2 of %3)</source>
        <translation>%1（第 %2 部分，共 %3 部分）</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>EventPrinter</name>
    <message>
        <source>The words above are withdrawn. %1</source>
        <translation>以上内容作废。%1</translation>
    </message>
    <message>
        <source>This roadmap breaks rules that it must keep; the notes say which.</source>
        <translation>这条学习路线违反了必须遵守的规则；提示中说明了是哪些。</translation>
    </message>
    <message>
        <source>Corrected automatically: %1</source>
        <translation>已自动更正：%1</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>Roadloom file, with progress and notes</source>
        <translation>Roadloom 文件，含进度和笔记</translation>
    </message>
    <message>
        <source>JSON, the design alone</source>
        <translation>JSON，仅路线设计</translation>
    </message>
    <message>
        <source>Markdown document</source>
        <translation>Markdown 文档</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>Table for spreadsheets (CSV)</source>
        <translation>电子表格用的表（CSV）</translation>
    </message>
    <message>
        <source>Outline (OPML)</source>
        <translation>大纲（OPML）</translation>
    </message>
    <message>
        <source>Calendar of study sessions (iCalendar)</source>
        <translation>学习日程（iCalendar）</translation>
    </message>
    <message>
        <source>Flashcards for Anki</source>
        <translation>Anki 记忆卡片</translation>
    </message>
    <message>
        <source>Map of the roadmap (SVG drawing)</source>
        <translation>学习路线示意图（SVG 矢量图）</translation>
    </message>
    <message>
        <source>Map of the roadmap (PNG picture)</source>
        <translation>学习路线示意图（PNG 图片）</translation>
    </message>
</context>
<context>
    <name>FileSecretStore</name>
    <message>
        <source>The file of keys was damaged and is now called %1. Enter your keys again.</source>
        <translation>密钥文件已损坏，现已改名为 %1。请重新输入您的密钥。</translation>
    </message>
    <message>
        <source>The file of keys %1 was written by a newer Roadloom. Update Roadloom; the file was left as it is.</source>
        <translation>密钥文件 %1 由更新版本的 Roadloom 写成。请更新 Roadloom；该文件未作改动。</translation>
    </message>
    <message>
        <source>Others on this computer could read your keys in %1 until now. Consider getting new ones.</source>
        <translation>在此之前，这台电脑上的其他人能读到 %1 中的密钥。建议更换新的密钥。</translation>
    </message>
    <message>
        <source>The file of keys %1 cannot be changed now. Check that you may write to that folder and that no other Roadloom is busy with it, then try again.</source>
        <translation>现在无法更改密钥文件 %1。请确认您有权写入该文件夹，且没有其他 Roadloom 正在使用它，然后重试。</translation>
    </message>
</context>
<context>
    <name>FontsNeeded</name>
    <message>
        <source>This format cannot be made here, since there are no fonts. Choose another one.</source>
        <translation>此处没有字体，无法生成这种格式。请选择其他格式。</translation>
    </message>
</context>
<context>
    <name>GenerateCommand</name>
    <message>
        <source>Say what you want to learn with --goal TEXT, or give the whole request with --request FILE.</source>
        <translation>请用 --goal TEXT 说明您想学什么，或用 --request FILE 给出完整的请求。</translation>
    </message>
    <message>
        <source>What to print: text (default), sse, ndjson, json or markdown.</source>
        <translation>输出格式：text（默认）、sse、ndjson、json 或 markdown。</translation>
    </message>
    <message>
        <source>Add figures about the run, on standard error, at the end.</source>
        <translation>结束时在标准错误输出上给出运行数据。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. Choose text, sse, ndjson, json or markdown.</source>
        <translation>没有格式 “%1”。请选择 text、sse、ndjson、json 或 markdown。</translation>
    </message>
    <message>
        <source>Makes a learning roadmap in the terminal; no display needed.</source>
        <translation>在终端中生成学习路线，不需要图形界面。</translation>
    </message>
    <message>
        <source>The word &quot;%1&quot; belongs to no option. A goal of several words needs quotation marks: --goal &quot;…&quot;.</source>
        <translation>词语 “%1” 不属于任何选项。由多个词组成的目标需要加引号：--goal &quot;…&quot;。</translation>
    </message>
    <message>
        <source>-o needs the name of a file, or - for standard output.</source>
        <translation>-o 需要一个文件名；- 表示标准输出。</translation>
    </message>
    <message>
        <source>With --review your answers come from standard input, so the request cannot. Give it in a file: --request FILE.</source>
        <translation>使用 --review 时，您的回答来自标准输入，因此请求不能也从那里读取。请用文件给出请求：--request FILE。</translation>
    </message>
    <message>
        <source>Write the result to a file instead of standard output (-).</source>
        <translation>把结果写入文件，而不是标准输出（-）。</translation>
    </message>
</context>
<context>
    <name>HubCertificate</name>
    <message>
        <source>There is no certificate to be read in %1. It must be a PEM file.</source>
        <translation>%1 中没有可读取的证书。它必须是 PEM 文件。</translation>
    </message>
    <message>
        <source>There is no key to be read in %1. It must be a PEM file with an EC or RSA key that has no passphrase.</source>
        <translation>%1 中没有可读取的密钥。它必须是 PEM 文件，其中是没有口令保护的 EC 或 RSA 密钥。</translation>
    </message>
    <message>
        <source>The key in %1 is not that of the certificate in %2.</source>
        <translation>%1 中的密钥与 %2 中的证书不匹配。</translation>
    </message>
    <message>
        <source>No certificate could be made. Give one with --tls-cert and --tls-key.</source>
        <translation>无法生成证书。请用 --tls-cert 和 --tls-key 指定一个。</translation>
    </message>
</context>
<context>
    <name>ImportBounds</name>
    <message numerus="yes">
        <source>%n concept(s) took more than %1 hours; now they take as many.</source>
        <translation>
            <numerusform>有 %n 个概念的学时超过 %1 小时，现在改为该上限。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were longer than can be and were cut.</source>
        <translation>
            <numerusform>有 %n 段文字过长，已被截短。</numerusform>
        </translation>
    </message>
    <message>
        <source>What another version of Roadloom wrote into the file is too much to be kept and was left out.</source>
        <translation>其他版本的 Roadloom 写入此文件的附加内容过多，无法保留，已略去。</translation>
    </message>
</context>
<context>
    <name>IntentAnalysis</name>
    <message>
        <source>The analysis of the goal is incomplete or has the wrong form.</source>
        <translation>目标分析不完整或形式有误。</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>This is no valid JSON: the error is in line %1, column %2.</source>
        <translation>这不是有效的 JSON：错误在第 %1 行第 %2 列。</translation>
    </message>
</context>
<context>
    <name>JsonImport</name>
    <message>
        <source>There is no roadmap in this file. Roadloom reads its own files, the JSON of roadmaps, the events of a run, OPML and Markdown outlines.</source>
        <translation>此文件中没有学习路线。Roadloom 可以读取自己的文件、学习路线的 JSON、一次运行的事件、OPML 以及 Markdown 大纲。</translation>
    </message>
</context>
<context>
    <name>JsonMends</name>
    <message numerus="yes">
        <source>%n comments were left out.</source>
        <translation>
            <numerusform>已略去 %n 处注释。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superfluous commas were left out.</source>
        <translation>
            <numerusform>已略去 %n 个多余的逗号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing commas were added.</source>
        <translation>
            <numerusform>已补上 %n 个缺少的逗号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superfluous brackets were left out.</source>
        <translation>
            <numerusform>已略去 %n 个多余的括号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing brackets were added.</source>
        <translation>
            <numerusform>已补上 %n 个缺少的括号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts in single quotation marks were accepted.</source>
        <translation>
            <numerusform>已接受 %n 处用单引号括起的文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n typographic marks were replaced.</source>
        <translation>
            <numerusform>已替换 %n 个排版用的引号、逗号或冒号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names without quotation marks were accepted.</source>
        <translation>
            <numerusform>已接受 %n 个没有引号的名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts without quotation marks were accepted.</source>
        <translation>
            <numerusform>已接受 %n 处没有引号的文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words of other languages than JSON were replaced.</source>
        <translation>
            <numerusform>已替换 %n 个不属于 JSON 的词。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers were written another way.</source>
        <translation>
            <numerusform>已改写 %n 个数字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line ends or other control characters were escaped.</source>
        <translation>
            <numerusform>已转义 %n 个换行符或其他控制字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid escapes were replaced.</source>
        <translation>
            <numerusform>已替换 %n 处无效的转义。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation marks within texts were escaped.</source>
        <translation>
            <numerusform>已转义文本中的 %n 个引号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken characters were replaced.</source>
        <translation>
            <numerusform>已替换 %n 个残缺的字符。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces of text behind the end were left out.</source>
        <translation>
            <numerusform>已略去结尾之后的 %n 段文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stray pieces of text were left out.</source>
        <translation>
            <numerusform>已略去 %n 段无法解释的文本。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing colons were added.</source>
        <translation>
            <numerusform>已补上 %n 个缺少的冒号。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing values were taken for null.</source>
        <translation>
            <numerusform>已将 %n 个缺少的值视为 null。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers that are too large were taken for null.</source>
        <translation>
            <numerusform>已将 %n 个过大的数字视为 null。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces that were cut off were ended.</source>
        <translation>
            <numerusform>已补全 %n 处被截断的内容。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts that are nested too deeply were left out.</source>
        <translation>
            <numerusform>已略去 %n 处嵌套过深的内容。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepAnewQuestion</name>
    <message>
        <source>“%1” was deleted for good. Keep it anew?</source>
        <translation>“%1”已被永久删除。要重新保存吗？</translation>
    </message>
    <message>
        <source>&amp;Keep it anew</source>
        <translation>重新保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Do not keep it</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>Another program deleted it while it was open here. With your progress and your notes it is still in front; you are asked again before you turn to another roadmap or close the window.</source>
        <translation>它在此处打开期间，被另一个程序删除了。它连同您的进度和笔记仍显示在此处；在您打开其他学习路线或关闭窗口之前，会再次询问您。</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translation>暂不(&amp;N)</translation>
    </message>
    <message>
        <source>Another program deleted it while it was open here. If you do not keep it, your progress and your notes go with it.</source>
        <translation>它在此处打开期间，被另一个程序删除了。如果不保存，您的进度和笔记会随之丢失。</translation>
    </message>
</context>
<context>
    <name>KeychainSecretStore</name>
    <message>
        <source>Keep the key only for this session, or in a file only you can read.</source>
        <translation>可以只在本次运行期间保留密钥，或把它保存在只有您能读取的文件中。</translation>
    </message>
    <message>
        <source>This computer has no secret store that can be used now. %1</source>
        <extracomment>%1 is a sentence that says what else can be done</extracomment>
        <translation>这台电脑上目前没有可用的密码存储服务。%1</translation>
    </message>
    <message>
        <source>The system&apos;s secret store stays locked. Unlock it and try again. Or: %1</source>
        <extracomment>%1 is a sentence that says what else can be done</extracomment>
        <translation>系统的密码存储服务仍处于锁定状态。请解锁后重试。或者：%1</translation>
    </message>
    <message>
        <source>The system&apos;s secret store does not answer. %1</source>
        <extracomment>%1 is a sentence that says what else can be done</extracomment>
        <translation>系统的密码存储服务没有响应。%1</translation>
    </message>
</context>
<context>
    <name>LearnerRequest</name>
    <message>
        <source>The learning goal is empty. Say in a few words what you want to learn.</source>
        <translation>学习目标为空。请用几个词说明您想学什么。</translation>
    </message>
    <message>
        <source>The learning goal has %L1 characters; at most %L2 are possible. Shorten it to what you want to learn.</source>
        <translation>学习目标有 %L1 个字符，最多为 %L2 个。请缩短，只写您想学什么。</translation>
    </message>
    <message>
        <source>The learning goal holds control characters, perhaps from copying. Type it again as plain text.</source>
        <translation>学习目标中含有控制字符，可能是复制时带入的。请以纯文本重新输入。</translation>
    </message>
    <message>
        <source>%L1 hours a week are not possible. Choose a whole number from %L2 to %L3.</source>
        <translation>每周 %L1 小时是不可能的。请选择 %L2 到 %L3 之间的整数。</translation>
    </message>
    <message>
        <source>The deadline %1 is in the past. Choose today or a later day, or leave it out.</source>
        <translation>截止日期 %1 已经过去。请选择今天或以后的日期，或者不填。</translation>
    </message>
    <message>
        <source>Motivation, background and context may have at most %L1 characters each. Shorten the longest one.</source>
        <translation>动机、背景和补充信息每项最多 %L1 个字符。请缩短最长的一项。</translation>
    </message>
    <message>
        <source>The request cannot be used as it stands. %1</source>
        <translation>这个请求无法使用。%1</translation>
    </message>
    <message>
        <source>Motivation, background or context holds control characters, perhaps from copying. Type it again as plain text.</source>
        <translation>动机、背景或补充说明中含有控制字符，可能是复制时带入的。请以纯文本重新输入。</translation>
    </message>
    <message>
        <source>The language of the roadmap must be a language code such as zh or en.</source>
        <translation>学习路线的语言须为语言代码，例如 zh 或 en。</translation>
    </message>
    <message>
        <source>user_id and session_id may have at most %L1 characters and no control characters.</source>
        <translation>user_id 和 session_id 最多 %L1 个字符，且不能含有控制字符。</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>This roadmap is no longer in the library.</source>
        <translation>学习库中已没有这条学习路线。</translation>
    </message>
    <message>
        <source>The library %1 is not open.</source>
        <translation>学习库 %1 未打开。</translation>
    </message>
    <message>
        <source>The library %1 was damaged or is another program&apos;s. It was kept as %2, and a new one was begun.</source>
        <translation>学习库 %1 已损坏或属于其他程序。它已保留为 %2，并新建了一个学习库。</translation>
    </message>
    <message>
        <source>The library %1 was written by a newer Roadloom. It can be read here, but nothing you change is kept. Update Roadloom to go on.</source>
        <translation>学习库 %1 由更新版本的 Roadloom 写入。在这里可以查看，但您的更改不会保留。请更新 Roadloom 后继续。</translation>
    </message>
    <message>
        <source>The library %1 cannot be used. Check that there is room on the disk and that you may read and write that file.</source>
        <translation>无法使用学习库 %1。请检查磁盘空间是否足够，以及您是否有权读写该文件。</translation>
    </message>
    <message>
        <source>Nothing can be written to the library %1, so nothing you change is kept. Check that you may write to that file and its folder.</source>
        <translation>无法写入学习库 %1，您的更改不会保留。请检查您是否有权写入该文件及其所在文件夹。</translation>
    </message>
    <message>
        <source>Another program is busy with the library %1, so nothing you do is kept. Start Roadloom again in a moment.</source>
        <translation>另一个程序正在使用学习库 %1，因此您的操作不会保留。请稍后重新启动 Roadloom。</translation>
    </message>
    <message>
        <source>There is no room on the disk for the library %1. What you do is written as soon as there is: do not close Roadloom before.</source>
        <translation>磁盘空间不足，无法写入学习库 %1。腾出空间后，您所做的一切会立即写入；在此之前请不要关闭 Roadloom。</translation>
    </message>
    <message>
        <source>Another program keeps the library %1 busy. What you do is written as soon as it is free: do not close Roadloom before.</source>
        <translation>另一个程序正在占用学习库 %1。它空闲后，您所做的一切会立即写入；在此之前请不要关闭 Roadloom。</translation>
    </message>
    <message>
        <source>Not all that you did last could be written to the library %1 before Roadloom ended.</source>
        <translation>Roadloom 结束前，您最后所做的内容没能全部写入学习库 %1。</translation>
    </message>
    <message>
        <source>The library %1 was written by an older Roadloom, and there is no room for the copy that is kept before it is brought up to date. Make room on the disk and start Roadloom again.</source>
        <translation>学习库 %1 由较早版本的 Roadloom 写入；升级前要保留一份副本，但磁盘空间不足。请腾出磁盘空间，然后重新启动 Roadloom。</translation>
    </message>
    <message>
        <source>This design is no longer in the library.</source>
        <translation>学习库中已没有这次设计。</translation>
    </message>
    <message numerus="yes">
        <source>%n roadmap(s) could be read and are here again. What was done last may be missing.</source>
        <translation>
            <numerusform>其中 %n 条学习路线可以读取，已经恢复。最近的更改可能有缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The library %1 is damaged, so what you do now is not kept. Close Roadloom and start it again: it puts the damaged file aside and brings back what can be read.</source>
        <translation>学习库 %1 已损坏，您现在的操作不会保留。请关闭 Roadloom 并重新启动：它会把损坏的文件移到一旁，并恢复能够读取的内容。</translation>
    </message>
    <message>
        <source>This version of the roadmap is no longer in the library.</source>
        <translation>学习库中已没有这条学习路线的这个版本。</translation>
    </message>
    <message>
        <source>This roadmap was removed from the library, so what you do with it is not kept.</source>
        <translation>这条学习路线已从学习库中移除，因此您对它所做的更改不会保留。</translation>
    </message>
</context>
<context>
    <name>LibraryAccess</name>
    <message>
        <source>&quot;%1&quot; is too short: give at least four characters of the id.</source>
        <translation>“%1”太短：请给出 ID 的至少四个字符。</translation>
    </message>
    <message>
        <source>There is no roadmap &quot;%1&quot; in the library. See those that are there with &quot;roadloom roadmap list&quot;.</source>
        <translation>学习库中没有学习路线“%1”。用 “roadloom roadmap list” 可以查看已有的学习路线。</translation>
    </message>
    <message>
        <source>The ids of several roadmaps begin with &quot;%1&quot;. Give more of it.</source>
        <translation>有多条学习路线的 ID 以“%1”开头。请多给出几个字符。</translation>
    </message>
</context>
<context>
    <name>LibraryBackups</name>
    <message>
        <source>The library %1 could not be backed up. Check that there is room on the disk and that you may write beside that file.</source>
        <translation>无法备份学习库 %1。请检查磁盘空间是否足够，以及您是否有权在该文件旁写入。</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open this page of %1 in the browser?</source>
        <translation>要在浏览器中打开 %1 的这个网页吗？</translation>
    </message>
    <message>
        <source>This address is not of a web page, so it is not opened.</source>
        <translation>这个地址不是网页，因此不会打开。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Your administrator lets no pages be opened from here.</source>
        <translation>管理员不允许从这里打开网页。</translation>
    </message>
</context>
<context>
    <name>ListText</name>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>MapPng</name>
    <message>
        <source>The roadmap is too large for a picture. Choose the SVG drawing or the PDF document.</source>
        <translation>这条学习路线太大，无法做成图片。请选择 SVG 矢量图或 PDF 文档。</translation>
    </message>
    <message>
        <source>The map could not be drawn.</source>
        <translation>无法绘制学习路线的示意图。</translation>
    </message>
</context>
<context>
    <name>MarkdownOutline</name>
    <message>
        <source>The outline has more than %L1 lines.</source>
        <translation>大纲超过了 %L1 行。</translation>
    </message>
</context>
<context>
    <name>NetworkPlaces</name>
    <message>
        <source>Wi-Fi (%1)</source>
        <translation>无线网络（%1）</translation>
    </message>
    <message>
        <source>Cable (%1)</source>
        <translation>有线网络（%1）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a network, %2 this machine&apos;s address in it.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This machine only, for a trial</source>
        <translation>仅限本机，用于试用</translation>
    </message>
</context>
<context>
    <name>NetworkSettings</name>
    <message>
        <source>The proxy&apos;s address cannot be used. Write it as http://HOST:PORT or socks5://HOST:PORT, without a name or password.</source>
        <translation>代理地址无法使用。请写成 http://主机:端口 或 socks5://主机:端口，不带用户名和密码。</translation>
    </message>
    <message>
        <source>There is no certificate to be read in %1. Choose a PEM file with the certificate of your network&apos;s authority.</source>
        <translation>在 %1 中读不到证书。请选择一个 PEM 文件，其中含有所在网络的颁发机构证书。</translation>
    </message>
</context>
<context>
    <name>OfflinePlanner</name>
    <message>
        <source>en</source>
        <comment>language of the catalogue</comment>
        <extracomment>Not shown: the language of this translation, &quot;en&quot; or &quot;zh&quot;. It chooses the subjects&apos; names.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of subjects</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The built-in courses have nothing on this goal. Nearest to it are: %1. A language model can plan any goal.</source>
        <translation>内置课程中没有与此目标相符的内容。最接近的有：%1。语言模型可以规划任何目标。</translation>
    </message>
    <message>
        <source>The built-in courses have nothing on this goal. They cover: %1. A language model can plan any goal.</source>
        <translation>内置课程中没有与此目标相符的内容。内置课程涵盖：%1。语言模型可以规划任何目标。</translation>
    </message>
</context>
<context>
    <name>OpmlReader</name>
    <message>
        <source>This outline defines a document type or entities, which Roadloom does not read. Export it anew as plain OPML.</source>
        <translation>此大纲定义了文档类型或实体，Roadloom 不读取这类内容。请重新导出为普通的 OPML。</translation>
    </message>
    <message>
        <source>This is no valid XML: the error is in line %1, column %2.</source>
        <translation>这不是有效的 XML：错误在第 %1 行第 %2 列。</translation>
    </message>
    <message>
        <source>This XML file is no outline (OPML).</source>
        <translation>此 XML 文件不是大纲（OPML）。</translation>
    </message>
    <message numerus="yes">
        <source>The outline is more than %n level(s) deep.</source>
        <translation>
            <numerusform>大纲的层级超过了 %n 层。</numerusform>
        </translation>
    </message>
    <message>
        <source>The outline has more than %L1 lines.</source>
        <translation>大纲超过了 %L1 行。</translation>
    </message>
    <message>
        <source>This XML file has more elements or attributes than an outline can have.</source>
        <translation>此 XML 文件的元素或属性多于大纲可能的数量。</translation>
    </message>
</context>
<context>
    <name>OptionLevels</name>
    <message>
        <source>%1 needs a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>%1 需要 %2 到 %3 之间的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>--%1 does not count: your administrator has set it to %2.</source>
        <translation>--%1 不起作用：管理员已将其设为 %2。</translation>
    </message>
    <message>
        <source>--%1 does not count: your administrator has set who answers.</source>
        <translation>--%1 不起作用：由谁回答已由管理员设定。</translation>
    </message>
    <message>
        <source>--%1 does not count: your administrator allows nobody to be added who answers.</source>
        <translation>--%1 不起作用：管理员不允许添加回答者。</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>The built-in planner&apos;s texts are missing. Install Roadloom again.</source>
        <translation>内置规划器的文字缺失。请重新安装 Roadloom。</translation>
    </message>
    <message>
        <source>The built-in planner&apos;s texts are damaged. Install Roadloom again.</source>
        <translation>内置规划器的文字已损坏。请重新安装 Roadloom。</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Your administrator has set who answers.</source>
        <translation>由谁回答已由管理员设定。</translation>
    </message>
    <message>
        <source>Your administrator allows nobody else to be added who answers.</source>
        <translation>管理员不允许添加其他回答者。</translation>
    </message>
    <message>
        <source>Your administrator allows no changes of the settings.</source>
        <translation>管理员不允许更改设置。</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>由管理员设定</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy in %1 says &quot;%2&quot; for %3, which nobody understands. It counts as &quot;%4&quot;.</source>
        <translation>管理员策略 %1 中 %3 的值“%2”无法理解，按“%4”处理。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is nothing that %2 can be.</source>
        <translation>%2 不能是“%1”。</translation>
    </message>
    <message>
        <source>It has to be offline, a model of one provider or base_url, or a service of one service_url.</source>
        <translation>只能是 offline、由 provider 或 base_url 指定的一个模型，或由 service_url 指定的一个服务。</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy in %1 fixes &quot;%2&quot;, which this Roadloom does not know. It has no effect.</source>
        <translation>管理员策略 %1 设定了“%2”，但此版本的 Roadloom 不认识它，因此不起作用。</translation>
    </message>
    <message>
        <source>the usual folder</source>
        <comment>as which a wrong folder counts</comment>
        <translation>通常的文件夹</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy in %1 does not say clearly who answers, so the built-in courses do. %2</source>
        <translation>管理员策略 %1 没有说清由谁回答，因此由内置课程回答。%2</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy in %1 cannot be read. Until it can, the built-in courses answer, and nothing can be added, opened, exported or changed in the settings.</source>
        <translation>无法读取管理员策略 %1。在可以读取之前，由内置课程回答，并且不能添加、打开、导出或更改设置。</translation>
    </message>
</context>
<context>
    <name>PrivateFile</name>
    <message>
        <source>%1 cannot be written. Check that there is room on the disk and that you may write to that folder.</source>
        <translation>无法写入 %1。请确认磁盘有足够空间，并且您有权写入该文件夹。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that it is a file and that you may read it.</source>
        <translation>无法读取 %1。请确认它是文件，并且您有权读取。</translation>
    </message>
    <message>
        <source>%1 is too large to be a file of Roadloom&apos;s.</source>
        <translation>%1 过大，不可能是 Roadloom 的文件。</translation>
    </message>
    <message>
        <source>Others can read %1, and that cannot be changed. Keep keys in the system&apos;s secret store, or only for this session.</source>
        <translation>其他人可以读取 %1，而且无法更改这一点。请把密钥保存在系统的密码存储服务中，或只在本次运行期间保留。</translation>
    </message>
</context>
<context>
    <name>ProgramLog</name>
    <message>
        <source>The log cannot be written, so there is none.</source>
        <translation>无法写入日志，因此没有日志。</translation>
    </message>
</context>
<context>
    <name>ProseView</name>
    <message>
        <source>[picture: %1]</source>
        <translation>[图片：%1]</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>This is no usable provider. First problem: %1</source>
        <translation>这不是可用的服务商。第一个问题：%1</translation>
    </message>
</context>
<context>
    <name>ProviderList</name>
    <message>
        <source>key from %1</source>
        <translation>密钥来自 %1</translation>
    </message>
    <message>
        <source>key in the system&apos;s secret store</source>
        <translation>密钥在系统的密码存储服务中</translation>
    </message>
    <message>
        <source>key in a file that only you can read</source>
        <translation>密钥在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>needs a key: set %1</source>
        <translation>需要密钥：请设置 %1</translation>
    </message>
    <message>
        <source>no key needed</source>
        <translation>不需要密钥</translation>
    </message>
    <message>
        <source>needs your own address: --base-url URL</source>
        <translation>需要您自己的地址：--base-url URL</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderSettings</name>
    <message>
        <source>%1 was written by a newer Roadloom. Update Roadloom; the file was left as it is.</source>
        <translation>%1 由更新版本的 Roadloom 写成。请更新 Roadloom；该文件未作改动。</translation>
    </message>
    <message>
        <source>The file of configured providers was damaged and is now called %1. Configure your providers again, or repair that file and give it its old name.</source>
        <translation>保存服务商配置的文件已损坏，现已改名为 %1。请重新配置服务商，或修复该文件并改回原名。</translation>
    </message>
</context>
<context>
    <name>ProviderSetup</name>
    <message>
        <source>The proxy needs an address such as http://HOST:PORT or socks5://HOST:PORT, without user name and password.</source>
        <translation>代理需要形如 http://主机:端口 或 socks5://主机:端口 的地址，且不含用户名和密码。</translation>
    </message>
    <message>
        <source>The file of certificate authorities %1 cannot be read. Choose another one, or none.</source>
        <translation>无法读取证书颁发机构文件 %1。请另选一个，或不使用。</translation>
    </message>
    <message>
        <source>The provider needs a web address such as http://127.0.0.1:8080/v1, without user name and password.</source>
        <translation>服务商需要形如 http://127.0.0.1:8080/v1 的网址，且不含用户名和密码。</translation>
    </message>
    <message>
        <source>%1 is only an example. Write the address of your own server.</source>
        <translation>%1 只是示例。请填写您自己的服务器地址。</translation>
    </message>
    <message>
        <source>Choose a model: this provider does not choose one by itself.</source>
        <translation>请选择模型：该服务商不会自行选择。</translation>
    </message>
    <message>
        <source>From 1 to %1 answers can be asked for at the same time.</source>
        <translation>同时请求的回答数量应为 1 到 %1。</translation>
    </message>
    <message>
        <source>The service needs a web address such as https://hub.example.org, without user name and password.</source>
        <translation>服务需要形如 https://hub.example.org 的网址，且不含用户名和密码。</translation>
    </message>
</context>
<context>
    <name>ProvidersCommand</name>
    <message>
        <source>none; looked at the usual ports of 127.0.0.1 and [::1]</source>
        <translation>没有；已查看 127.0.0.1 和 [::1] 的常用端口</translation>
    </message>
    <message>
        <source>In your settings (* answers unless asked otherwise):</source>
        <translation>您的设置中（* 为默认回答者）：</translation>
    </message>
    <message>
        <source>Found on this machine:</source>
        <translation>在本机上找到：</translation>
    </message>
    <message>
        <source>Known providers (use one with --provider NAME):</source>
        <translation>已知的服务商（用 --provider 名称 选用）：</translation>
    </message>
    <message>
        <source>JSON after a schema</source>
        <translation>遵循模式的 JSON</translation>
    </message>
    <message>
        <source>some JSON object</source>
        <translation>任意 JSON 对象</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>too fast or too short to tell</source>
        <translation>太快或太短，无法判断</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>First word after: %1 s</source>
        <translation>第一个词用时：%1 秒</translation>
    </message>
    <message>
        <source>Words per second: %1</source>
        <translation>每秒词数：%1</translation>
    </message>
    <message>
        <source>Streams: %1</source>
        <translation>流式输出：%1</translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation>会推理：%1</translation>
    </message>
    <message>
        <source>Structured output: %1</source>
        <translation>结构化输出：%1</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Use one of: providers list, providers test NAME.</source>
        <translation>请使用其中之一：providers list、providers test 名称。</translation>
    </message>
    <message>
        <source>The models that can be reached: those in your settings, on this machine and known by name; or how one of them does: how soon and how fast it speaks, and what it can do.</source>
        <translation>可以使用的模型：设置中的、本机上的以及按名称已知的；或试用其中一个：多快开始、说得多快、能做什么。</translation>
    </message>
    <message>
        <source>list (default) or test.</source>
        <translation>list（默认）或 test。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a service, not a model. Try it with &quot;roadloom generate --provider %1 --goal …&quot;.</source>
        <translation>“%1”是服务，不是模型。请用“roadloom generate --provider %1 --goal …”来试用。</translation>
    </message>
    <message>
        <source>--%1 is for &quot;providers test&quot; only.</source>
        <translation>--%1 只能与“providers test”一起使用。</translation>
    </message>
    <message>
        <source>could not be found out this time</source>
        <translation>这次未能查明</translation>
    </message>
</context>
<context>
    <name>ReadProblems</name>
    <message numerus="yes">
        <source>%n values without brackets were taken for lists of one.</source>
        <translation>
            <numerusform>已将 %n 个没有方括号的值视为只有一项的列表。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultOutput</name>
    <message>
        <source>The file %1 cannot be written: %2. Choose another one with -o.</source>
        <translation>无法写入文件 %1：%2。请用 -o 指定其他文件。</translation>
    </message>
</context>
<context>
    <name>ResumeCommand</name>
    <message>
        <source>There is no unfinished design &quot;%1&quot;.</source>
        <translation>没有未完成的设计“%1”。</translation>
    </message>
    <message>
        <source>Several unfinished designs begin with &quot;%1&quot;. Give more of its letters.</source>
        <translation>有多个未完成的设计以“%1”开头。请多给出几个字符。</translation>
    </message>
    <message>
        <source>This design is still on, in another window or terminal. Wait for it, or stop it.</source>
        <translation>这次设计仍在另一个窗口或终端中进行。请等它结束，或先停止它。</translation>
    </message>
    <message>
        <source>Goes on with a design that broke off, from the last result that is kept.</source>
        <translation>从最后保存的结果起，继续中断的设计。</translation>
    </message>
    <message>
        <source>The design&apos;s id, or the beginning of it.</source>
        <translation>设计的编号，或编号的开头。</translation>
    </message>
    <message>
        <source>Name one design: roadloom roadmap resume ID</source>
        <translation>请指定一次设计：roadloom roadmap resume ID</translation>
    </message>
</context>
<context>
    <name>RoadloomFile</name>
    <message>
        <source>This file was written by a newer Roadloom. Update Roadloom to read it.</source>
        <translation>此文件由更新版本的 Roadloom 写成。请先更新 Roadloom 再读取。</translation>
    </message>
</context>
<context>
    <name>RoadmapCommand</name>
    <message>
        <source>One of: %1.</source>
        <translation>以下之一：%1。</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>请使用以下之一：%1。</translation>
    </message>
    <message>
        <source>The roadmaps that are saved. Each action has its own --help:
  list     all of them, the one opened last first
  show     one as a tree, with what is learnt of it
  resume   a design that broke off
  export   one as a document
  import   files, with what was studied of them
  remove   one, into the bin or for good
  restore  one from the bin</source>
        <translation>已保存的学习路线。每个操作都有自己的 --help：
  list     列出全部，最近打开的在最前
  show     以树形显示一条，并标出已学会的内容
  resume   继续中断的设计
  export   将一条导出为文档
  import   导入文件及其学习记录
  remove   将一条移到回收站，或彻底删除
  restore  从回收站恢复一条</translation>
    </message>
</context>
<context>
    <name>RoadmapExport</name>
    <message>
        <source>The roadmap&apos;s id, or the beginning of it.</source>
        <translation>学习路线的 ID，或其开头部分。</translation>
    </message>
    <message>
        <source>What to make of it: %1. Default: what the file&apos;s ending says, else roadloom, which alone holds all there is.</source>
        <translation>导出格式：%1。默认由文件扩展名决定，否则为 roadloom；只有它包含全部内容。</translation>
    </message>
    <message>
        <source>Write it to a file, which is replaced, or into a folder, where it is named after the roadmap, instead of standard output (-).</source>
        <translation>写入文件（已有的会被替换）或文件夹（以学习路线的标题命名），而不是标准输出（-）。</translation>
    </message>
    <message>
        <source>Leave out progress, notes and what you told of yourself, to give it to others.</source>
        <translation>不包含进度、笔记和您的个人情况，以便分享给他人。</translation>
    </message>
    <message>
        <source>First day of study in a calendar; default: today, from the evening on tomorrow.</source>
        <translation>日历中学习的第一天；默认为今天，傍晚之后为明天。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有格式 “%1”。请选择以下之一：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day. Write it as YYYY-MM-DD.</source>
        <translation>“%1”不是日期。请写成 YYYY-MM-DD。</translation>
    </message>
    <message>
        <source>Use: roadmap export ID.</source>
        <translation>用法：roadmap export ID。</translation>
    </message>
    <message>
        <source>-o needs the name of a file or folder, or - for standard output.</source>
        <translation>-o 需要一个文件名或文件夹名；- 表示标准输出。</translation>
    </message>
    <message>
        <source>--first-day is for a calendar only.</source>
        <translation>--first-day 只用于日历。</translation>
    </message>
    <message>
        <source>The document cannot be written: %1</source>
        <translation>无法写出文档：%1</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>A roadmap that is saved, as a document.</source>
        <translation>将一条已保存的学习路线导出为文档。</translation>
    </message>
    <message>
        <source>A terminal cannot show this format. Name a file with -o.</source>
        <translation>终端无法显示这种格式。请用 -o 指定文件。</translation>
    </message>
    <message>
        <source>Your administrator allows no roadmaps to be exported.</source>
        <translation>管理员不允许导出学习路线。</translation>
    </message>
</context>
<context>
    <name>RoadmapImport</name>
    <message>
        <source>This file is larger than a roadmap can be: it has %L1 MiB, and at most %L2 MiB are read.</source>
        <translation>此文件超出了学习路线可能的大小：它有 %L1 MiB，最多读取 %L2 MiB。</translation>
    </message>
    <message>
        <source>This file is no text in UTF-8. Roadloom reads its own files, the JSON of roadmaps, the events of a run, OPML and Markdown outlines.</source>
        <translation>此文件不是 UTF-8 文本。Roadloom 可以读取自己的文件、学习路线的 JSON、一次运行的事件、OPML 以及 Markdown 大纲。</translation>
    </message>
    <message>
        <source>Imported roadmap</source>
        <translation>导入的学习路线</translation>
    </message>
    <message>
        <source>This file has no headings or lists of which a roadmap could be made.</source>
        <translation>此文件中没有可以构成学习路线的标题或列表。</translation>
    </message>
    <message>
        <source>The roadmap in this file has no concepts.</source>
        <translation>此文件中的学习路线没有任何概念。</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>此文件是空的。</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 不是文件。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
</context>
<context>
    <name>RoadmapImportCommand</name>
    <message>
        <source>Standard input cannot be read: %1.</source>
        <translation>无法读取标准输入：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are new.</source>
        <translation>
            <numerusform>新增 %n 个概念。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are gone; what was studied of them is kept.</source>
        <translation>
            <numerusform>有 %n 个概念已不在其中，其学习记录仍保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are further in the file.</source>
        <translation>
            <numerusform>有 %n 个概念采用了文件中更进一步的进度。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came with the file.</source>
        <translation>
            <numerusform>有 %n 条笔记来自文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n concept(s) your own progress or note was kept.</source>
        <translation>
            <numerusform>有 %n 个概念保留了您自己的进度或笔记。</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; was in the library and is brought up to date.</source>
        <translation>“%1”已在学习库中，现已更新。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; is in the library now, with %n concept(s).</source>
        <translation>
            <numerusform>“%1”已加入学习库，共 %n 个概念。</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>提示：%1</translation>
    </message>
    <message>
        <source>Puts the roadmaps of files into the library, with what was studied of them, and prints their ids. It reads Roadloom&apos;s own files, the JSON of roadmaps, the events of a run, OPML and Markdown outlines. A roadmap that is there already is brought up to date and keeps your progress and notes.</source>
        <translation>将文件中的学习路线连同其学习记录加入学习库，并输出其 ID。可读取 Roadloom 自己的文件、学习路线的 JSON、运行事件、OPML 和 Markdown 大纲。已在学习库中的学习路线会被更新，并保留您的进度和笔记。</translation>
    </message>
    <message>
        <source>A file, or - for standard input.</source>
        <translation>一个文件；- 表示标准输入。</translation>
    </message>
    <message>
        <source>Use: roadmap import FILE.</source>
        <translation>用法：roadmap import FILE。</translation>
    </message>
    <message>
        <source>It is taken back from the bin.</source>
        <translation>已将其从回收站中恢复。</translation>
    </message>
</context>
<context>
    <name>RoadmapJson</name>
    <message>
        <source>The roadmap is incomplete or has the wrong form.</source>
        <translation>学习路线不完整或形式有误。</translation>
    </message>
    <message>
        <source>The roadmap has %L1 concepts; at most %L2 are possible. Ask for a narrower goal.</source>
        <translation>学习路线有 %L1 个概念，最多为 %L2 个。请把目标定得更具体。</translation>
    </message>
    <message>
        <source>The concept is incomplete or has the wrong form.</source>
        <translation>概念不完整或格式不对。</translation>
    </message>
</context>
<context>
    <name>RoadmapListing</name>
    <message>
        <source>%1 of %2 learnt</source>
        <translation>已学会 %1/%2</translation>
    </message>
    <message>
        <source>What to print: text (default) or json.</source>
        <translation>输出格式：text（默认）或 json。</translation>
    </message>
    <message>
        <source>Use: roadmap list.</source>
        <translation>用法：roadmap list。</translation>
    </message>
    <message>
        <source>There is no format &quot;%1&quot;. Choose text or json.</source>
        <translation>没有格式 “%1”。请选择 text 或 json。</translation>
    </message>
    <message>
        <source>No roadmap is saved yet.</source>
        <translation>还没有保存任何学习路线。</translation>
    </message>
    <message>
        <source>A roadmap that is saved, as a tree: ✓ is what is learnt, ◐ what is begun, ○ what is to do.</source>
        <translation>以树形显示一条已保存的学习路线：✓ 表示已学会，◐ 表示已开始，○ 表示待学。</translation>
    </message>
    <message>
        <source>The roadmap&apos;s id, or the beginning of it.</source>
        <translation>学习路线的 ID，或其开头部分。</translation>
    </message>
    <message>
        <source>Use: roadmap show ID.</source>
        <translation>用法：roadmap show ID。</translation>
    </message>
    <message>
        <source>%1 % designed</source>
        <translation>已设计 %1 %</translation>
    </message>
    <message>
        <source>List the designs that broke off instead, the one begun last first. &quot;roadmap resume&quot; goes on with one.</source>
        <translation>改为列出中断的设计，最近开始的在最前。用 “roadmap resume” 可以继续其中一个。</translation>
    </message>
    <message>
        <source>No design has broken off.</source>
        <translation>没有中断的设计。</translation>
    </message>
    <message>
        <source>No roadmap is found.</source>
        <translation>未找到学习路线。</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>No roadmap is archived.</source>
        <translation>没有已归档的学习路线。</translation>
    </message>
    <message>
        <source>All roadmaps are archived or in the bin: see --archived and --bin.</source>
        <translation>所有学习路线都已归档或在回收站中：请用 --archived 和 --bin 查看。</translation>
    </message>
    <message>
        <source>List those that are archived instead.</source>
        <translation>改为列出已归档的学习路线。</translation>
    </message>
    <message>
        <source>List those in the bin instead. &quot;roadmap restore&quot; takes one back.</source>
        <translation>改为列出回收站中的学习路线。用 “roadmap restore” 可以恢复其中一条。</translation>
    </message>
    <message>
        <source>List only those with this tag.</source>
        <translation>只列出带有此标签的。</translation>
    </message>
    <message>
        <source>List only those in which these words are found: in the title, the goal, the tags, the concepts, your notes or the conversation.</source>
        <translation>只列出包含这些词的：在标题、目标、标签、概念、您的笔记或对话中查找。</translation>
    </message>
    <message>
        <source>Use one of --archived, --bin and --unfinished.</source>
        <translation>--archived、--bin 和 --unfinished 只能使用其中一个。</translation>
    </message>
    <message>
        <source>--tag and --search are for roadmaps only.</source>
        <translation>--tag 和 --search 只用于学习路线。</translation>
    </message>
    <message>
        <source>The roadmaps that are saved, the one opened last first: the beginning of its id, by which it can be named, its title, how many of its concepts are learnt, the day when it was opened, the goal, where that is not the title, and its tags. What is archived or in the bin is listed apart.</source>
        <translation>已保存的学习路线，最近打开的在最前：依次为可用于指定它的 ID 开头、标题、已学会的概念数、打开的日期、与标题不同的目标，以及标签。已归档和回收站中的另行列出。</translation>
    </message>
</context>
<context>
    <name>RoadmapMarks</name>
    <message>
        <source>opened today</source>
        <translation>今天打开过</translation>
    </message>
    <message>
        <source>opened yesterday</source>
        <translation>昨天打开过</translation>
    </message>
    <message>
        <source>opened on %1</source>
        <extracomment>%1 is a date.</extracomment>
        <translation>%1打开过</translation>
    </message>
    <message>
        <source>made %1</source>
        <extracomment>A roadmap; %1 is a day and a time.</extracomment>
        <translation>创建于 %1</translation>
    </message>
    <message>
        <source>all concepts learnt</source>
        <translation>全部概念已学完</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n concepts learnt</source>
        <translation>
            <numerusform>已学 %1/%n 个概念</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapMender</name>
    <message>
        <source>The concept “%1” no longer needs itself.</source>
        <translation>概念“%1”不再以自身为前置。</translation>
    </message>
    <message>
        <source>The concept “%1” needs “%2”, which was written as “%3”.</source>
        <translation>概念“%1”的前置是“%2”，原先写作“%3”。</translation>
    </message>
    <message>
        <source>The concept “%1” no longer needs “%2”, which is not in the roadmap.</source>
        <translation>概念“%1”不再以“%2”为前置，因为学习路线中没有它。</translation>
    </message>
    <message>
        <source>The concept “%1” no longer needs “%2”, which comes later and needs it.</source>
        <translation>概念“%1”不再以“%2”为前置，因为后者排在后面，并且依赖前者。</translation>
    </message>
    <message>
        <source>The modules of the stage “%1” were put in the order in which they build on each other.</source>
        <translation>阶段“%1”的模块已按依赖关系重新排序。</translation>
    </message>
    <message>
        <source>The concepts of the module “%1” were put in the order in which they build on each other.</source>
        <translation>模块“%1”的概念已按依赖关系重新排序。</translation>
    </message>
    <message>
        <source>The module “%1” had no concepts and was left out.</source>
        <translation>模块“%1”没有概念，已略去。</translation>
    </message>
    <message>
        <source>The stage “%1” had no modules and was left out.</source>
        <translation>阶段“%1”没有模块，已略去。</translation>
    </message>
    <message>
        <source>The stage “%1” got the order %2.</source>
        <translation>阶段“%1”的序号改为 %2。</translation>
    </message>
    <message>
        <source>“%1” got the id %2, which nothing else has.</source>
        <translation>“%1”的标识改为不重复的 %2。</translation>
    </message>
    <message>
        <source>What had no name is now called “%1”.</source>
        <translation>原先没有名称的部分现命名为“%1”。</translation>
    </message>
    <message>
        <source>The roadmap got an id.</source>
        <translation>学习路线已补上标识。</translation>
    </message>
    <message>
        <source>The roadmap is now called “%1”.</source>
        <translation>学习路线现命名为“%1”。</translation>
    </message>
    <message>
        <source>The concept “%1” now takes %2 hours.</source>
        <translation>概念“%1”的时长改为 %2 小时。</translation>
    </message>
    <message>
        <source>In the concept “%1” a word for %2 that does not exist was replaced.</source>
        <translation>概念“%1”的 %2 使用了不存在的词，已替换。</translation>
    </message>
    <message>
        <source>The summary of the concept “%1” was cut to 300 characters.</source>
        <translation>概念“%1”的摘要已截短到 300 个字符。</translation>
    </message>
    <message>
        <source>The concepts add up to %1 hours, which is now the total.</source>
        <translation>各概念合计 %1 小时，总时长已据此更正。</translation>
    </message>
    <message numerus="yes">
        <source>The roadmap now takes %n week(s).</source>
        <translation>
            <numerusform>学习路线的周数改为 %n 周。</numerusform>
        </translation>
    </message>
    <message>
        <source>The concept “%1” named “%2” more than once.</source>
        <translation>概念“%1”多次写了“%2”。</translation>
    </message>
    <message>
        <source>The concept “%1” no longer needs “%2”, which comes only in a later stage.</source>
        <translation>概念“%1”不再需要“%2”，因为后者在更后面的阶段才出现。</translation>
    </message>
    <message numerus="yes">
        <source>More of the same kind was corrected: %n time(s).</source>
        <translation>
            <numerusform>同类问题还更正了 %n 处。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapOutline</name>
    <message>
        <source>The outline of the roadmap is incomplete or has the wrong form.</source>
        <translation>学习路线的大纲不完整或格式不对。</translation>
    </message>
</context>
<context>
    <name>RoadmapRemoval</name>
    <message>
        <source>The roadmap&apos;s id, or the beginning of it.</source>
        <translation>学习路线的 ID，或其开头部分。</translation>
    </message>
    <message>
        <source>Do not ask.</source>
        <translation>不询问。</translation>
    </message>
    <message>
        <source>Use: roadmap remove ID.</source>
        <translation>用法：roadmap remove ID。</translation>
    </message>
    <message>
        <source>Nobody can be asked here whether the roadmap is to be removed. Say so with --yes.</source>
        <translation>这里无法询问是否移除该学习路线。请用 --yes 确认。</translation>
    </message>
    <message>
        <source>Nothing is removed.</source>
        <translation>未移除任何内容。</translation>
    </message>
    <message>
        <source>Move &quot;%1&quot; to the bin, with all that was studied of it (%2 of %3 learnt)? [y/N]</source>
        <translation>要将“%1”及其全部学习记录（已学会 %2/%3）移到回收站吗？[y/N]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the bin. &quot;roadloom roadmap restore %2&quot; takes it back.</source>
        <translation>“%1”已移到回收站。用 “roadloom roadmap restore %2” 可以恢复。</translation>
    </message>
    <message>
        <source>Moves a roadmap to the bin, with all that was studied of it, or deletes it. It asks first.</source>
        <translation>将一条学习路线及其全部学习记录移到回收站，或彻底删除。会先询问。</translation>
    </message>
    <message>
        <source>Delete it, wherever it is, so that it cannot be taken back.</source>
        <translation>无论它在哪里都彻底删除，无法恢复。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the bin already. --for-good deletes it.</source>
        <translation>“%1”已在回收站中。用 --for-good 可以彻底删除。</translation>
    </message>
    <message>
        <source>Takes a roadmap back from the bin. &quot;roadmap list --bin&quot; shows what is there.</source>
        <translation>从回收站恢复一条学习路线。用 “roadmap list --bin” 可以查看其中的内容。</translation>
    </message>
    <message>
        <source>Use: roadmap restore ID.</source>
        <translation>用法：roadmap restore ID。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not in the bin.</source>
        <translation>“%1”不在回收站中。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is taken back from the bin.</source>
        <translation>已从回收站恢复“%1”。</translation>
    </message>
    <message>
        <source>Delete &quot;%1&quot; for good, with all that was studied of it (%2 of %3 learnt)? This cannot be undone. Backups of the library keep a copy for up to five weeks; longer only until the next backup is made. [y/N]</source>
        <translation>要彻底删除“%1”及其全部学习记录（已学会 %2/%3）吗？删除后无法恢复。学习库的备份中仍会保留副本，最长五周；此后最多保留到下一次备份。[y/N]</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is deleted for good. Backups of the library keep a copy for up to five weeks; longer only until the next backup is made.</source>
        <translation>“%1”已彻底删除。学习库的备份中仍会保留副本，最长五周；此后最多保留到下一次备份。</translation>
    </message>
</context>
<context>
    <name>RoadmapRules</name>
    <message>
        <source>The stage “%1” has no id.</source>
        <translation>阶段“%1”没有 id。</translation>
    </message>
    <message>
        <source>The stage “%1” has no name.</source>
        <translation>阶段“%1”没有名称。</translation>
    </message>
    <message>
        <source>The module “%1” has no id.</source>
        <translation>模块“%1”没有 id。</translation>
    </message>
    <message>
        <source>The module “%1” has no name.</source>
        <translation>模块“%1”没有名称。</translation>
    </message>
    <message>
        <source>The concept “%1” has no id.</source>
        <translation>概念“%1”没有 id。</translation>
    </message>
    <message>
        <source>The concept “%1” has no name.</source>
        <translation>概念“%1”没有名称。</translation>
    </message>
    <message>
        <source>Give it an id that nothing else in the roadmap has.</source>
        <translation>请给它一个在整个路线中唯一的 id。</translation>
    </message>
    <message>
        <source>Name what is learned there.</source>
        <translation>请写明这里学什么。</translation>
    </message>
    <message>
        <source>The hours of the concept “%1” are no finite number.</source>
        <translation>概念“%1”的学时不是有限的数。</translation>
    </message>
    <message>
        <source>State how many hours it takes to learn.</source>
        <translation>请写明学习需要多少小时。</translation>
    </message>
    <message>
        <source>The roadmap has no id.</source>
        <translation>学习路线没有 id。</translation>
    </message>
    <message>
        <source>Give the roadmap an id.</source>
        <translation>请给学习路线一个 id。</translation>
    </message>
    <message>
        <source>The roadmap has no title.</source>
        <translation>学习路线没有标题。</translation>
    </message>
    <message>
        <source>Give the roadmap a title that says what it teaches.</source>
        <translation>请给学习路线一个说明内容的标题。</translation>
    </message>
    <message>
        <source>The total hours of the roadmap are no finite number.</source>
        <translation>学习路线的总学时不是有限的数。</translation>
    </message>
    <message>
        <source>State the sum of the hours of all concepts.</source>
        <translation>请写明所有概念的学时之和。</translation>
    </message>
    <message>
        <source>The concept “%1” has the difficulty “%2”, which does not exist.</source>
        <translation>概念“%1”的难度“%2”不存在。</translation>
    </message>
    <message>
        <source>Use easy, medium or hard.</source>
        <translation>请使用 easy、medium 或 hard。</translation>
    </message>
    <message>
        <source>In the concept “%1” the member %2 says “%3”, which is no known state.</source>
        <translation>概念“%1”的成员 %2 写着“%3”，这不是已知的状态。</translation>
    </message>
    <message>
        <source>Use pending, generating, completed or failed.</source>
        <translation>请使用 pending、generating、completed 或 failed。</translation>
    </message>
    <message>
        <source>The roadmap has no stages.</source>
        <translation>学习路线没有阶段。</translation>
    </message>
    <message>
        <source>Divide the way to the goal into stages.</source>
        <translation>请把通往目标的过程分成若干阶段。</translation>
    </message>
    <message>
        <source>The stage “%1” has the order %2.</source>
        <translation>阶段“%1”的顺序号为 %2。</translation>
    </message>
    <message>
        <source>Number the stages from 1.</source>
        <translation>请从 1 开始为阶段编号。</translation>
    </message>
    <message>
        <source>The concept “%1” is to take %2 hours; half an hour is the least.</source>
        <translation>概念“%1”的学时为 %2 小时，最少应为半小时。</translation>
    </message>
    <message>
        <source>Give it at least 0.5 hours or merge it with its neighbour.</source>
        <translation>请至少给它 0.5 小时，或与相邻概念合并。</translation>
    </message>
    <message>
        <source>The summary of the concept “%1” has %2 characters.</source>
        <translation>概念“%1”的摘要有 %2 个字符。</translation>
    </message>
    <message>
        <source>Shorten it to 300 characters.</source>
        <translation>请缩短到 300 个字符。</translation>
    </message>
    <message>
        <source>The concept “%1” needs “%2”, which is not in the roadmap.</source>
        <translation>概念“%1”的前置概念“%2”不在学习路线中。</translation>
    </message>
    <message>
        <source>Name the id of a concept of this roadmap or drop the prerequisite.</source>
        <translation>请写本路线中某个概念的 id，或去掉这个前置概念。</translation>
    </message>
    <message>
        <source>The concept “%1” needs itself to be learned first: %2.</source>
        <translation>概念“%1”要求先学它自己：%2。</translation>
    </message>
    <message>
        <source>Drop one of the prerequisites in this circle.</source>
        <translation>请去掉这个循环中的一个前置关系。</translation>
    </message>
    <message>
        <source>The stage “%1” has no modules.</source>
        <translation>阶段“%1”没有模块。</translation>
    </message>
    <message>
        <source>Add modules to it or leave it out.</source>
        <translation>请为它添加模块，或去掉它。</translation>
    </message>
    <message>
        <source>The module “%1” has no concepts.</source>
        <translation>模块“%1”没有概念。</translation>
    </message>
    <message>
        <source>Add concepts to it or leave it out.</source>
        <translation>请为它添加概念，或去掉它。</translation>
    </message>
    <message>
        <source>The concept “%1” has the id %2, which “%3” has already.</source>
        <translation>概念“%1”的 id %2 已被“%3”使用。</translation>
    </message>
    <message>
        <source>Give it an id that no other concept has.</source>
        <translation>请给它一个其他概念没有的 id。</translation>
    </message>
    <message>
        <source>Move modules so that all stages are about equally long.</source>
        <translation>请移动模块，使各阶段长度大致相同。</translation>
    </message>
    <message>
        <source>The stage “%1” is easier than the one before it.</source>
        <translation>阶段“%1”比前一个阶段更容易。</translation>
    </message>
    <message>
        <source>Begin with what is easy and let the stages get harder.</source>
        <translation>请从容易的开始，让阶段逐渐变难。</translation>
    </message>
    <message>
        <source>The last stage, “%1”, holds no project.</source>
        <translation>最后一个阶段“%1”没有项目。</translation>
    </message>
    <message>
        <source>End with a project in which all that was learned is used.</source>
        <translation>请以一个综合运用所学内容的项目结束。</translation>
    </message>
    <message>
        <source>The stage “%1” has the order %2, as the one before it.</source>
        <translation>阶段“%1”的顺序号 %2 与前一个相同。</translation>
    </message>
    <message>
        <source>The stage “%1” has the order %2, but the one before that number is missing.</source>
        <translation>阶段“%1”的顺序号为 %2，但缺少它前面的号码。</translation>
    </message>
    <message>
        <source>Number the stages 1, 2, 3 and so on.</source>
        <translation>请按 1、2、3……为阶段编号。</translation>
    </message>
    <message>
        <source>The concept “%1” needs “%2”, which comes only later.</source>
        <translation>概念“%1”的前置概念“%2”排在它后面。</translation>
    </message>
    <message>
        <source>Move what is needed before what needs it, or drop the prerequisite.</source>
        <translation>请把前置概念移到前面，或去掉这个前置关系。</translation>
    </message>
    <message>
        <source>The concept “%1” needs %2 concepts of other modules; more than 2 are hard to keep in view.</source>
        <translation>概念“%1”依赖其他模块的 %2 个概念，超过 2 个就难以兼顾。</translation>
    </message>
    <message>
        <source>Keep the two that matter most, or move the concept.</source>
        <translation>请保留最重要的两个，或移动该概念。</translation>
    </message>
    <message>
        <source>The first concept, “%1”, is too hard for the learner&apos;s level.</source>
        <translation>第一个概念“%1”对学习者的水平来说太难。</translation>
    </message>
    <message>
        <source>Begin with something easier.</source>
        <translation>请从更容易的内容开始。</translation>
    </message>
    <message>
        <source>The roadmap never mentions “%1”, which the goal asks for.</source>
        <translation>学习路线从未提到目标所要求的“%1”。</translation>
    </message>
    <message>
        <source>Add a concept that teaches it.</source>
        <translation>请添加讲授它的概念。</translation>
    </message>
    <message>
        <source>The stage “%1” has the id %2, which the stage “%3” has already.</source>
        <translation>阶段“%1”的 id %2 已被阶段“%3”使用。</translation>
    </message>
    <message>
        <source>The module “%1” has the id %2, which the module “%3” has already.</source>
        <translation>模块“%1”的 id %2 已被模块“%3”使用。</translation>
    </message>
    <message>
        <source>More faults of the same kind that are not listed: %L1.</source>
        <translation>还有 %L1 个同类问题没有列出。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>The concept “%1” takes %2 hours; at its difficulty %3 to %4 are usual.</source>
        <translation>概念“%1”需要 %2 小时，而这一难度通常为 %3 到 %4 小时。</translation>
    </message>
    <message>
        <source>Change the hours or the difficulty, or divide the concept.</source>
        <translation>请修改学时或难度，或拆分该概念。</translation>
    </message>
    <message>
        <source>Balance easy, medium and hard concepts.</source>
        <translation>请平衡容易、中等和较难的概念。</translation>
    </message>
    <message>
        <source>The number of stages is %1; 3 to 5 are easiest to follow.</source>
        <translation>阶段数为 %1；3 到 5 个最容易跟上。</translation>
    </message>
    <message>
        <source>Merge or divide stages.</source>
        <translation>请合并或拆分阶段。</translation>
    </message>
    <message>
        <source>The number of modules in the stage “%1” is %2; 2 to 4 are usual.</source>
        <translation>阶段“%1”的模块数为 %2；通常为 2 到 4 个。</translation>
    </message>
    <message>
        <source>Merge or divide modules, or move one to another stage.</source>
        <translation>请合并或拆分模块，或把一个移到其他阶段。</translation>
    </message>
    <message>
        <source>The number of concepts in the module “%1” is %2; 3 to 6 are usual.</source>
        <translation>模块“%1”的概念数为 %2；通常为 3 到 6 个。</translation>
    </message>
    <message>
        <source>Merge or divide concepts, or move one to another module.</source>
        <translation>请合并或拆分概念，或把一个移到其他模块。</translation>
    </message>
    <message>
        <source>The number of keywords of the concept “%1” is %2; 2 to 5 help to find it.</source>
        <translation>概念“%1”的关键词数为 %2；2 到 5 个便于查找。</translation>
    </message>
    <message>
        <source>Give it 2 to 5 keywords.</source>
        <translation>请给它 2 到 5 个关键词。</translation>
    </message>
    <message>
        <source>The roadmap states %1 hours in total, but its concepts add up to %2.</source>
        <translation>学习路线写明总计 %1 小时，但各概念合计为 %2 小时。</translation>
    </message>
    <message>
        <source>At %1 hours a week, %2 hours take about %3 weeks; the roadmap says %4.</source>
        <translation>按每周 %1 小时计算，%2 小时约需 %3 周，而学习路线写的是 %4 周。</translation>
    </message>
    <message>
        <source>Divide the total hours by the hours a week and round up.</source>
        <translation>请用总学时除以每周学时并向上取整。</translation>
    </message>
    <message>
        <source>The roadmap takes %1 hours, but until %2 there is time for %3.</source>
        <translation>学习路线需要 %1 小时，而到 %2 为止只有 %3 小时的时间。</translation>
    </message>
    <message>
        <source>Leave something out, study more hours a week or move the deadline.</source>
        <translation>请去掉一部分内容、增加每周学时，或推迟截止日期。</translation>
    </message>
    <message>
        <source>The stage “%1” takes %2 hours, more than 1.3 times as long as the %3 hours of “%4”.</source>
        <translation>阶段“%1”需要 %2 小时，超过阶段“%4”所需 %3 小时的 1.3 倍。</translation>
    </message>
    <message>
        <source>Of the concepts %1% are easy, %2% medium and %3% hard; about 30%, 50% and 20% make a steady climb.</source>
        <translation>概念中容易的占 %1%，中等的占 %2%，较难的占 %3%；大约 30%、50% 和 20% 时坡度最平稳。</translation>
    </message>
    <message>
        <source>Correct the listed ones first, then check again.</source>
        <translation>请先改正已列出的问题，再检查一次。</translation>
    </message>
</context>
<context>
    <name>RoadmapWords</name>
    <message>
        <source>%1 h</source>
        <comment>hours of study</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>较难</translation>
    </message>
    <message>
        <source>difficulty unknown</source>
        <translation>难度未知</translation>
    </message>
    <message>
        <source>%1, %2, about %3</source>
        <translation>%1，%2，约 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunStatistics</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>none came</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Tokens read: %1</source>
        <translation>读入词元：%1</translation>
    </message>
    <message>
        <source>Tokens written: %1</source>
        <translation>写出词元：%1</translation>
    </message>
    <message>
        <source>First word after: %1</source>
        <translation>首字用时：%1</translation>
    </message>
    <message>
        <source>First concept after: %1</source>
        <translation>首个概念用时：%1</translation>
    </message>
    <message>
        <source>Chunks: %1, bytes: %2</source>
        <translation>片段：%1，字节：%2</translation>
    </message>
    <message>
        <source>Words per second: %1</source>
        <translation>每秒词数：%1</translation>
    </message>
    <message>
        <source>Words: %1, nearly at once</source>
        <translation>词数：%1，几乎同时到达</translation>
    </message>
    <message>
        <source>%1 took: %2</source>
        <translation>%1用时：%2</translation>
    </message>
    <message>
        <source>Repeated tries: %1</source>
        <translation>重试次数：%1</translation>
    </message>
    <message>
        <source>Total time: %1</source>
        <translation>总用时：%1</translation>
    </message>
    <message>
        <source>Roadmap: %1</source>
        <translation>学习路线：%1</translation>
    </message>
</context>
<context>
    <name>SeatBook</name>
    <message numerus="yes">
        <source>Too many wrong class codes. Try again in %n seconds.</source>
        <translation>
            <numerusform>课堂码输错次数过多。请在 %n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not the class code. Look at it again, and ask your teacher if it still is not taken.</source>
        <translation>课堂码不对。请再核对一次；仍不能加入时，请问老师。</translation>
    </message>
    <message>
        <source>The class is full, or too many seats have joined from this address. Ask your teacher.</source>
        <translation>课堂已满，或者从这个地址加入的座位太多。请询问您的老师。</translation>
    </message>
</context>
<context>
    <name>SeatBudget</name>
    <message numerus="yes">
        <source>You have had your %n runs of this hour.</source>
        <translation>
            <numerusform>您这一小时的 %n 次生成已用完。</numerusform>
        </translation>
    </message>
    <message>
        <source>You have used up what the model may say to you in a day.</source>
        <translation>您一天的模型用量已用完。</translation>
    </message>
</context>
<context>
    <name>ServeCommand</name>
    <message>
        <source>--listen needs an address and a port, for example 127.0.0.1:8000, or 0.0.0.0:8000 for the whole network. &quot;%1&quot; is none.</source>
        <translation>--listen 需要地址和端口，例如 127.0.0.1:8000；面向整个网络用 0.0.0.0:8000。“%1”不是这样的地址。</translation>
    </message>
    <message numerus="yes">
        <source>The class code in ROADLOOM_CLASS_CODE needs %n characters at least.</source>
        <translation>
            <numerusform>ROADLOOM_CLASS_CODE 中的课堂码至少要有 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Class code: %1</source>
        <translation>课堂码：%1</translation>
    </message>
    <message>
        <source>The classroom hub: this machine has the model, and every seat gets its runs.</source>
        <translation>课堂服务：模型在这台机器上，每个座位都能得到自己的学习路线。</translation>
    </message>
    <message>
        <source>Where to serve; default 127.0.0.1:8000, this machine only. On a network a class code is needed: the one in ROADLOOM_CLASS_CODE, else a new one.</source>
        <translation>在哪里提供服务；默认 127.0.0.1:8000，仅限本机。面向网络时需要课堂码：取自 ROADLOOM_CLASS_CODE，没有则新生成一个。</translation>
    </message>
    <message>
        <source>How many runs the model serves at the same time, 1 to 64; the others wait for their turn. Default: what suits the provider.</source>
        <translation>模型同时服务多少次规划，1 到 64；其余的排队等候。默认按提供方而定。</translation>
    </message>
    <message>
        <source>The word &quot;%1&quot; belongs to no option.</source>
        <translation>“%1”不属于任何选项。</translation>
    </message>
    <message>
        <source>A page whose scripts may use the hub, for example https://school.example; repeatable, * for all. Default: none.</source>
        <translation>哪个网页的脚本可以使用课堂服务，例如 https://school.example；可以重复，* 表示全部。默认没有。</translation>
    </message>
    <message>
        <source>The log %1 cannot be written. Choose another file with --log.</source>
        <translation>无法写入日志 %1。请用 --log 选择其他文件。</translation>
    </message>
    <message>
        <source>How many runs each seat may have within an hour. Default: any.</source>
        <translation>每个座位每小时可以生成几次。默认：不限。</translation>
    </message>
    <message>
        <source>How many tokens of the model each seat may use within 24 hours. Default: any.</source>
        <translation>每个座位 24 小时内可以使用多少模型 token。默认：不限。</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-key belong together.</source>
        <translation>--tls-cert 和 --tls-key 必须一起使用。</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate: %1</source>
        <translation>它的证书的指纹：%1</translation>
    </message>
    <message>
        <source>Serve over TLS, with a certificate that is made once and kept; seats compare the fingerprint that is printed.</source>
        <translation>通过 TLS 提供服务，所用证书只生成一次并保存下来；各座位核对显示的指纹。</translation>
    </message>
    <message>
        <source>The same with this certificate, a PEM file that may hold its issuers behind it.</source>
        <translation>同上，但使用这个证书：一个 PEM 文件，其后可附上颁发者的证书。</translation>
    </message>
    <message>
        <source>The key of that certificate, a PEM file.</source>
        <translation>该证书的密钥，一个 PEM 文件。</translation>
    </message>
    <message>
        <source>Where to write what happens, one JSON object a line; - is standard output. Names, goals and codes are not in it.</source>
        <translation>把发生的事写到哪里，每行一个 JSON 对象；- 表示标准输出。其中没有姓名、目标和口令。</translation>
    </message>
    <message numerus="yes">
        <source>The secret in ROADLOOM_HUB_SECRET needs %n characters at least.</source>
        <translation>
            <numerusform>ROADLOOM_HUB_SECRET 中的密钥至少要有 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hubs that share ROADLOOM_HUB_SECRET have one class code, too: say it in ROADLOOM_CLASS_CODE.</source>
        <translation>共用 ROADLOOM_HUB_SECRET 的课堂服务也要共用一个课堂码：请在 ROADLOOM_CLASS_CODE 中给出。</translation>
    </message>
    <message>
        <source>--name needs 1 to 16 small letters and digits, for example hub1. &quot;%1&quot; is no such name.</source>
        <translation>--name 需要 1 到 16 个小写字母和数字，例如 hub1。“%1”不是这样的名称。</translation>
    </message>
    <message>
        <source>--trust-proxy needs the address of a proxy, for example 127.0.0.1. &quot;%1&quot; is none.</source>
        <translation>--trust-proxy 需要一个代理的地址，例如 127.0.0.1。“%1”不是地址。</translation>
    </message>
    <message>
        <source>What the ids of its tasks begin with, so that a proxy in front of several hubs finds the one; small letters and digits.</source>
        <translation>任务编号以什么开头，好让多个课堂服务前面的代理找到对应的那个；小写字母和数字。</translation>
    </message>
    <message>
        <source>The address of a proxy whose X-Forwarded-For says who asks; repeatable. Default: none.</source>
        <translation>一个代理的地址，由它的 X-Forwarded-For 说明请求者是谁；可重复。默认：无。</translation>
    </message>
    <message>
        <source>The hub serves at %1. Answered by: %2. Ctrl-C ends it.</source>
        <translation>课堂服务已在 %1 开启。由谁回答：%2。按 Ctrl-C 结束。</translation>
    </message>
    <message>
        <source>Join link: %1</source>
        <translation>加入链接：%1</translation>
    </message>
    <message>
        <source>What the class is called, for those who join it or look for it.</source>
        <translation>课堂的名称，显示给加入或查找它的人。</translation>
    </message>
    <message>
        <source>Do not answer seats that look for hubs on their network; they need the address or the join link then.</source>
        <translation>不回应在网络上查找课堂服务的座位；这时它们需要地址或加入链接。</translation>
    </message>
    <message>
        <source>The class code in ROADLOOM_CLASS_CODE is to have only letters from A to Z, digits and hyphens: it must be typed at every seat.</source>
        <translation>ROADLOOM_CLASS_CODE 中的课堂码只能含字母 A 到 Z、数字和连字符：每个座位都要输入它。</translation>
    </message>
</context>
<context>
    <name>ServiceBody</name>
    <message>
        <source>What answers at %1 does not speak as a roadmap service does. Check the service&apos;s address.</source>
        <translation>%1 处的应答不是学习路线服务的格式。请检查服务地址。</translation>
    </message>
    <message>
        <source>What answers at %1 is a web page, not a roadmap service. Check the service&apos;s address, and whether this network wants you to sign in first.</source>
        <translation>%1 处应答的是网页，而不是学习路线服务。请检查服务地址，并看看当前网络是否需要先登录。</translation>
    </message>
</context>
<context>
    <name>ServiceConversation</name>
    <message>
        <source>The connection to the service broke, and the service began a new run instead of going on with this one. What was complete is kept. Trying again starts a new run from the beginning.</source>
        <translation>与服务的连接断开后，服务没有接着这一次继续，而是重新开始了一次。已完成的部分会保留。重试将从头开始新的一次生成。</translation>
    </message>
    <message>
        <source>The service said that it was done but sent no roadmap. Try again.</source>
        <translation>服务表示已完成，却没有发来学习路线。请重试。</translation>
    </message>
    <message>
        <source>The service is trying this step once more.</source>
        <translation>服务正在重新尝试这一步。</translation>
    </message>
    <message>
        <source>The service&apos;s answer broke off before its end. What was complete is kept. Trying again starts a new run from the beginning.</source>
        <translation>服务的回答没有结束就中断了。已完成的部分会保留。重试将从头开始新的一次生成。</translation>
    </message>
    <message>
        <source>The service keeps telling what it does and comes to no end. Try again, or let another source answer.</source>
        <translation>服务一直在报告自己在做什么，却没有结束。请重试，或换一个来源作答。</translation>
    </message>
    <message>
        <source>The mended roadmap breaks rules that it must keep, so the one before it stands.</source>
        <translation>修正后的学习路线违反了必须遵守的规则，因此保留修正前的学习路线。</translation>
    </message>
    <message>
        <source>Look at the remarks yourself, or use a stronger model.</source>
        <translation>请您自己查看这些意见，或使用更强的模型。</translation>
    </message>
</context>
<context>
    <name>SourceChoice</name>
    <message>
        <source>the model at %1</source>
        <translation>%1 上的模型</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a model at a host</comment>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>SourceOptions</name>
    <message>
        <source>Name of the model on that server.</source>
        <translation>该服务器上的模型名称。</translation>
    </message>
    <message>
        <source>Ask for one answer at the end instead of a stream.</source>
        <translation>不用流式输出，最后一次性给出回答。</translation>
    </message>
    <message>
        <source>Seconds of silence after which an answer counts as dead; default 300, 0 = none.</source>
        <translation>沉默多少秒后视为中断；默认 300，0 表示不限。</translation>
    </message>
    <message>
        <source>Address of a model server, OpenAI-compatible unless --api-style says otherwise, for example http://127.0.0.1:8080/v1.</source>
        <translation>模型服务器的地址，除非 --api-style 另有说明，否则须兼容 OpenAI，例如 http://127.0.0.1:8080/v1。</translation>
    </message>
    <message>
        <source>How the server is spoken to: openai (default), anthropic, gemini or ollama.</source>
        <translation>与服务器通信的方式：openai（默认）、anthropic、gemini 或 ollama。</translation>
    </message>
    <message>
        <source>How often a step is tried again after a failure that may pass, 0 to 4 (default).</source>
        <translation>遇到可能只是暂时的失败时，一个步骤最多重试几次，0 到 4（默认）。</translation>
    </message>
    <message>
        <source>There is no provider &quot;%1&quot;. See those there are with &quot;roadloom providers list&quot;.</source>
        <translation>没有名为“%1”的服务商。用 “roadloom providers list” 查看全部。</translation>
    </message>
    <message>
        <source>A service needs an address: add --service-url URL, for example http://127.0.0.1:8000.</source>
        <translation>服务需要地址：请加上 --service-url URL，例如 http://127.0.0.1:8000。</translation>
    </message>
    <message>
        <source>A model needs an address: add --provider NAME, or --base-url URL, for example http://127.0.0.1:8080/v1.</source>
        <translation>模型需要地址：请加上 --provider 名称，或 --base-url URL，例如 http://127.0.0.1:8080/v1。</translation>
    </message>
    <message>
        <source>--%1 is of no use here: %2 would answer. Leave it out, or say who answers with --provider, --base-url or --service-url.</source>
        <translation>--%1 在此无用：回答的将是%2。请去掉它，或用 --provider、--base-url 或 --service-url 指明由谁回答。</translation>
    </message>
    <message>
        <source>A configured provider or a preset, see &quot;roadloom providers list&quot;.</source>
        <translation>已配置的服务商或预设，见 “roadloom providers list”。</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>一个服务</translation>
    </message>
    <message>
        <source>There is no source &quot;%1&quot;. Choose offline, llm or service.</source>
        <translation>没有来源“%1”。请选择 offline、llm 或 service。</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>一个模型</translation>
    </message>
    <message>
        <source>Stages designed at the same time, 1 to 6. Default: what suits the provider, 1 for a single model on this machine.</source>
        <translation>同时设计的阶段数，1 到 6。默认值由服务商而定；本机上的单个模型为 1。</translation>
    </message>
    <message>
        <source>Ask for approval, or for what to change, before the roadmap counts as done.</source>
        <translation>在学习路线算作完成之前，先请您确认或说明要修改什么。</translation>
    </message>
    <message>
        <source>Who answers: offline (the built-in courses), llm (a model) or service (a hub). Default: what the settings say, else offline.</source>
        <translation>由谁回答：offline（内置课程）、llm（模型）或 service（课堂服务）。默认以设置为准，否则为 offline。</translation>
    </message>
    <message>
        <source>Rounds in which the model checks the roadmap and mends what it found, 0 to 3 (default).</source>
        <translation>由模型检查学习路线并修正所发现问题的轮数，0 到 3（默认）。</translation>
    </message>
    <message>
        <source>the built-in courses</source>
        <translation>内置课程</translation>
    </message>
    <message>
        <source>%1 needs a web address such as %2; &quot;%3&quot; is none.</source>
        <translation>%1 需要网址，例如 %2；“%3”不是网址。</translation>
    </message>
    <message>
        <source>%1 must not hold a user name or password. Give the key in the environment as %2.</source>
        <translation>%1 不能包含用户名或密码。请通过环境变量 %2 提供密钥。</translation>
    </message>
    <message>
        <source>%1 needs a number of seconds from 0 (no limit) to %2; &quot;%3&quot; is none.</source>
        <translation>%1 需要 0（不限）到 %2 之间的秒数；“%3”不是。</translation>
    </message>
    <message>
        <source>Your administrator allows nobody else to answer than those in Settings.</source>
        <translation>管理员只允许由设置中已有的来回答。</translation>
    </message>
    <message>
        <source>%1 needs openai, anthropic, gemini or ollama; &quot;%2&quot; is none of them.</source>
        <translation>%1 须为 openai、anthropic、gemini 或 ollama；“%2”不在其中。</translation>
    </message>
    <message>
        <source>ROADLOOM_HUB_FINGERPRINT needs the fingerprint that the hub prints: 64 hexadecimal digits.</source>
        <translation>ROADLOOM_HUB_FINGERPRINT 需要课堂服务显示的指纹：64 个十六进制数字。</translation>
    </message>
    <message>
        <source>The join link in %1 is incomplete or damaged. Copy the whole link, or give the address of the hub.</source>
        <translation>%1 中的加入链接不完整或已损坏。请复制整个链接，或者给出课堂服务的地址。</translation>
    </message>
    <message>
        <source>A hub, or any server that designs roadmaps as a stream, for example http://127.0.0.1:8000; or the join link of a class.</source>
        <translation>课堂服务，或任何以流的形式规划学习路线的服务器，例如 http://127.0.0.1:8000；也可以是课堂的加入链接。</translation>
    </message>
</context>
<context>
    <name>SpokenStage</name>
    <message>
        <source>Stage %1 “%2”</source>
        <extracomment>%1 is a number, %2 the stage&apos;s name.</extracomment>
        <translation>第 %1 阶段“%2”</translation>
    </message>
</context>
<context>
    <name>StageExpansion</name>
    <message>
        <source>One stage of the roadmap has %L1 concepts; at most %L2 are possible. Ask for a narrower goal.</source>
        <translation>学习路线的一个阶段有 %L1 个概念，最多只能有 %L2 个。请把目标定得小一些。</translation>
    </message>
    <message>
        <source>A stage of the roadmap is incomplete or has the wrong form.</source>
        <translation>学习路线的一个阶段不完整或格式不对。</translation>
    </message>
</context>
<context>
    <name>StudyBook</name>
    <message>
        <source>Mark “%1” as to do</source>
        <translation>将“%1”标为未开始</translation>
    </message>
    <message>
        <source>Mark “%1” as done</source>
        <translation>将“%1”标为已学完</translation>
    </message>
    <message>
        <source>Mark “%1” as known before</source>
        <translation>将“%1”标为早已掌握</translation>
    </message>
    <message>
        <source>Edit the note on “%1”</source>
        <extracomment>%1 is a concept.</extracomment>
        <translation>编辑“%1”的笔记</translation>
    </message>
    <message>
        <source>Mark “%1” as in progress</source>
        <translation>将“%1”标为学习中</translation>
    </message>
    <message>
        <source>Change the hours a week</source>
        <translation>更改每周小时数</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <extracomment>%1 is what was done: &quot;Mark “Loops” as done&quot;.</extracomment>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <extracomment>%1 is what is done: &quot;Mark “Loops” as done&quot;.</extracomment>
        <translation>已重做：%1</translation>
    </message>
</context>
<context>
    <name>StudyCalendar</name>
    <message>
        <source>The calendar needs the time at which it is made.</source>
        <translation>日历需要注明制作的时间。</translation>
    </message>
</context>
<context>
    <name>StudyPlan</name>
    <message>
        <source>The plan would have more than %L1 sessions. Study more hours a week, or shorten the roadmap.</source>
        <translation>计划的学习时段将超过 %L1 个。请增加每周学时，或缩短学习路线。</translation>
    </message>
    <message>
        <source>The plan needs a day on which it begins.</source>
        <translation>计划需要一个开始的日期。</translation>
    </message>
    <message>
        <source>The plan needs days of the week on which to study.</source>
        <translation>计划需要指明每周哪几天学习。</translation>
    </message>
    <message>
        <source>The plan needs a time of day at which to begin.</source>
        <translation>计划需要指明每天开始的时间。</translation>
    </message>
    <message>
        <source>So many hours do not fit between the start and midnight. Choose more days of the week, an earlier start or fewer hours.</source>
        <translation>从开始时间到午夜放不下这么多学时。请选择更多的日子、更早的开始时间或更少的学时。</translation>
    </message>
</context>
<context>
    <name>StudyWords</name>
    <message>
        <source>To do</source>
        <comment>state of a concept</comment>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>state of a concept</comment>
        <translation>已学完</translation>
    </message>
    <message>
        <source>Known before</source>
        <comment>state of a concept</comment>
        <translation>早已掌握</translation>
    </message>
    <message>
        <source>In progress</source>
        <comment>state of a concept</comment>
        <translation>学习中</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>请在 %n 分钟后再试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n hours.</source>
        <translation>
            <numerusform>请在 %n 小时后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what is used up, and when to come again</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>TrialWords</name>
    <message>
        <source>It keeps to a form that is asked for (JSON after a schema).</source>
        <translation>能按要求的格式回答（符合 schema 的 JSON）。</translation>
    </message>
    <message>
        <source>It keeps to JSON, but not to a schema.</source>
        <translation>能用 JSON 回答，但不遵守 schema。</translation>
    </message>
    <message>
        <source>It answers in words alone; Roadloom reads them all the same.</source>
        <translation>只用普通文字回答；Roadloom 同样可以读懂。</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>%1 words per second</source>
        <translation>每秒 %1 个词</translation>
    </message>
    <message>
        <source>Too fast, or too short, to tell the speed</source>
        <translation>太快或太短，无法判断速度</translation>
    </message>
    <message>
        <source>Its words come one after the other.</source>
        <translation>文字逐步输出。</translation>
    </message>
    <message>
        <source>Its answer comes all at once.</source>
        <translation>回答一次性给出。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting for the first word…</source>
        <translation>正在等待第一个词…</translation>
    </message>
    <message>
        <source>Waiting for the next word…</source>
        <translation>正在等待下一个词…</translation>
    </message>
    <message>
        <source>Connecting again…</source>
        <translation>正在重新连接…</translation>
    </message>
    <message>
        <source>Reasoning…</source>
        <translation>正在推理…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What is waited for, and for how long so far.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (gives up after %3)</source>
        <extracomment>What is waited for, for how long so far, and after how long it is given up.</extracomment>
        <translation>%1 %2（%3后放弃）</translation>
    </message>
    <message>
        <source>%1 s to the first word</source>
        <translation>第一个词用时 %1 秒</translation>
    </message>
    <message>
        <source>reasons first</source>
        <translation>先推理再回答</translation>
    </message>
    <message>
        <source>Whether it keeps to a form could not be found out this time.</source>
        <translation>这次未能查明它是否遵守指定的格式。</translation>
    </message>
</context>
<context>
    <name>Validation</name>
    <message>
        <source>At “%1”: %2</source>
        <translation>“%1”处：%2</translation>
    </message>
    <message>
        <source>Completeness of the knowledge</source>
        <translation>知识完整性</translation>
    </message>
    <message>
        <source>Order of the knowledge</source>
        <translation>知识递进</translation>
    </message>
    <message>
        <source>Coherence of the stages</source>
        <translation>阶段连贯性</translation>
    </message>
    <message>
        <source>Clarity of the modules</source>
        <translation>模块清晰度</translation>
    </message>
    <message>
        <source>Fit to the learner</source>
        <translation>与学习者的契合度</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>其他方面</translation>
    </message>
    <message>
        <source>The roadmap breaks rules that every roadmap must keep, so it was not looked at further.</source>
        <translation>学习路线违反了必须遵守的规则，因此没有继续评审。</translation>
    </message>
    <message>
        <source>excellent</source>
        <comment>a score</comment>
        <translation>优秀</translation>
    </message>
    <message>
        <source>good</source>
        <comment>a score</comment>
        <translation>良好</translation>
    </message>
    <message>
        <source>fair</source>
        <comment>a score</comment>
        <translation>一般</translation>
    </message>
    <message>
        <source>poor</source>
        <comment>a score</comment>
        <translation>较差</translation>
    </message>
    <message>
        <source>The check of the roadmap is incomplete or has the wrong form.</source>
        <translation>学习路线的检查结果不完整或格式不对。</translation>
    </message>
</context>
<context>
    <name>WaitWords</name>
    <message>
        <source>You are next in line</source>
        <translation>下一个就轮到您</translation>
    </message>
    <message>
        <source>Place %1 in line</source>
        <translation>排在第 %1 位</translation>
    </message>
    <message>
        <source>%1, about %2 min</source>
        <extracomment>%1 is a place in a line, %2 a number of minutes until one&apos;s turn.</extracomment>
        <translation>%1，约 %2 分钟</translation>
    </message>
</context>
<context>
    <name>WindowCommand</name>
    <message>
        <source>There is no display to open the window on. Use &quot;roadloom generate&quot; to make the roadmap in the terminal.</source>
        <translation>没有可以打开窗口的图形界面。请用 “roadloom generate” 在终端中生成学习路线。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no command here. The commands are generate, curriculum, providers and roadmap, and come first; a goal is given with --goal TEXT.</source>
        <translation>“%1”不是这里的命令。命令有 generate、curriculum、providers 和 roadmap，须放在最前面；目标用 --goal 文本 给出。</translation>
    </message>
    <message>
        <source>There is no file &quot;%1&quot;.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>From a wish to a learning roadmap. Without a command it opens the window; with a goal it starts at once.

Commands:
  generate    the same run in the terminal, no display needed
  serve       the classroom hub: one machine has the model for all seats
  curriculum  the built-in courses: list, show ID, check PATH
  providers   models that can be reached: list, test NAME
  roadmap     what is saved: list, show ID, resume ID, export ID,
              import FILE, remove ID, restore ID

Each command has its own --help.</source>
        <translation>从愿望到学习路线。不带命令时打开窗口；给出目标时立即开始。

命令：
  generate    在终端中完成同样的过程，不需要图形界面
  serve       课堂服务：一台机器的模型供所有座位使用
  curriculum  内置课程：list、show ID、check PATH
  providers   可以使用的模型：list、test NAME
  roadmap     已保存的学习路线：list、show ID、resume ID、export ID、
              import FILE、remove ID、restore ID

每个命令都有自己的 --help。</translation>
    </message>
    <message>
        <source>The window opens one file or link at a time, and without a goal. Several files are taken in with &quot;roadloom roadmap import&quot;.</source>
        <translation>窗口一次只打开一个文件或链接，且不能同时给出目标。要导入多个文件，请用“roadloom roadmap import”。</translation>
    </message>
    <message>
        <source>A roadmap to be imported and shown, or a link with which a class is joined.</source>
        <translation>要导入并显示的学习路线，或者用来加入课堂的链接。</translation>
    </message>
</context>
<context>
    <name>WishBody</name>
    <message>
        <source>There is more in the request than the hub knows what to do with.</source>
        <translation>请求中有太多课堂服务不认识的内容。</translation>
    </message>
</context>
<context>
    <name>WishOptions</name>
    <message>
        <source>The request file %1 cannot be read: %2</source>
        <translation>无法读取请求文件 %1：%2</translation>
    </message>
    <message>
        <source>The request is larger than 1 MiB. Shorten its texts.</source>
        <translation>请求超过 1 MiB。请缩短其中的文字。</translation>
    </message>
    <message>
        <source>--level needs beginner, intermediate or advanced; &quot;%1&quot; is none of them.</source>
        <translation>--level 需要 beginner、intermediate 或 advanced；“%1” 不在其中。</translation>
    </message>
    <message>
        <source>--deadline needs a date as YYYY-MM-DD; &quot;%1&quot; is none.</source>
        <translation>--deadline 需要 YYYY-MM-DD 形式的日期；“%1” 不是。</translation>
    </message>
    <message>
        <source>--language needs a language code such as zh or en.</source>
        <translation>--language 需要语言代码，例如 zh 或 en。</translation>
    </message>
    <message>
        <source>--prefer needs visual, text, audio or hands_on; &quot;%1&quot; is none of them.</source>
        <translation>--prefer 需要 visual、text、audio 或 hands_on；“%1” 不在其中。</translation>
    </message>
    <message>
        <source>What you want to learn, 1 to 2000 characters.</source>
        <translation>您想学什么，1 到 2000 个字符。</translation>
    </message>
    <message>
        <source>Hours a week, 1 to 168; default 10.</source>
        <translation>每周小时数，1 到 168；默认 10。</translation>
    </message>
    <message>
        <source>beginner (default), intermediate or advanced.</source>
        <translation>beginner（初学者，默认）、intermediate（中级）或 advanced（高级）。</translation>
    </message>
    <message>
        <source>Why you want to learn it.</source>
        <translation>您为什么想学。</translation>
    </message>
    <message>
        <source>Where you come from, for example marketing.</source>
        <translation>您的职业背景，例如市场营销。</translation>
    </message>
    <message>
        <source>How you like to learn; repeatable: visual, text, audio, hands_on (older words: video, interactive, project).</source>
        <translation>您喜欢怎样学习，可重复：visual、text、audio、hands_on（旧写法：video、interactive、project）。</translation>
    </message>
    <message>
        <source>Day by which you want to be done.</source>
        <translation>您希望在哪一天之前学完。</translation>
    </message>
    <message>
        <source>The whole request as JSON, from a file or (-) standard input.</source>
        <translation>JSON 形式的完整请求，来自文件或标准输入（-）。</translation>
    </message>
    <message>
        <source>Language of the roadmap, for example zh or en; default: Chinese for a goal in Chinese, else your own.</source>
        <translation>学习路线的语言，例如 zh 或 en；默认：中文目标用中文，否则用您的语言。</translation>
    </message>
    <message>
        <source>The request is not usable. %1 It must be one JSON object, for example %2</source>
        <translation>请求无法使用。%1 它必须是一个 JSON 对象，例如 %2</translation>
    </message>
    <message>
        <source>%1 The smallest request is %2</source>
        <translation>%1 最简单的请求是 %2</translation>
    </message>
</context>
<context>
    <name>WithoutBroken</name>
    <message numerus="yes">
        <source>%n concept(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n 个概念无法读取，已略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkflowStep</name>
    <message>
        <source>Designing your roadmap</source>
        <translation>正在设计您的学习路线</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>等待您的答复</translation>
    </message>
    <message>
        <source>Analysing your goal</source>
        <translation>正在分析您的目标</translation>
    </message>
    <message>
        <source>Checking the roadmap</source>
        <translation>正在检查学习路线</translation>
    </message>
    <message>
        <source>Mending what the check found</source>
        <translation>正在修正检查发现的问题</translation>
    </message>
</context>
<context>
    <name>roadloom::AboutDialog</name>
    <message>
        <source>Made with</source>
        <translation>使用的组件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>About Roadloom</source>
        <translation>关于 Roadloom</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>From what you want to learn to a roadmap you can follow.</source>
        <translation>从您想学的内容，到可以照着走的学习路线。</translation>
    </message>
    <message>
        <source>&amp;Copy details for a report</source>
        <translation>复制报告所需信息(&amp;C)</translation>
    </message>
</context>
<context>
    <name>roadloom::AboutYou</name>
    <message>
        <source>&amp;Why do you want to learn it?</source>
        <translation>您为什么想学？(&amp;W)</translation>
    </message>
    <message>
        <source>For example: a new job</source>
        <translation>例如：换一份新工作</translation>
    </message>
    <message>
        <source>What do you do, and what do you know already?</source>
        <translation>您从事什么，已经会什么？</translation>
    </message>
    <message>
        <source>For example: marketing, some spreadsheets</source>
        <translation>例如：市场营销，会用一些电子表格</translation>
    </message>
    <message>
        <source>Pictures and diagrams</source>
        <translation>图片与图表</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>听讲</translation>
    </message>
    <message>
        <source>Practice by hand</source>
        <translation>动手练习</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Interactive exercises</source>
        <translation>互动练习</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Last day of learning</source>
        <translation>学习的最后一天</translation>
    </message>
    <message>
        <source>I want to be &amp;done by</source>
        <translation>我想在此日期前完成(&amp;D)</translation>
    </message>
    <message>
        <source>The built-in courses use only the date below.</source>
        <translation>内置课程只参考下面的日期。</translation>
    </message>
    <message>
        <source>How do you like to learn? Tick what you prefer, or nothing.</source>
        <translation>您喜欢怎样学习？可勾选偏好，也可不选。</translation>
    </message>
</context>
<context>
    <name>roadloom::AddProviderDialog</name>
    <message>
        <source>at an address of your own</source>
        <translation>在您自己的地址上</translation>
    </message>
    <message>
        <source>a Roadloom on another machine</source>
        <translation>另一台机器上的 Roadloom</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A server and why it cannot be used.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>A hub</source>
        <translation>课堂服务</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Add a model or hub</source>
        <translation>添加模型或课堂服务</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Cloud (needs an API key)</source>
        <translation>云端（需要 API 密钥）</translation>
    </message>
    <message>
        <source>Your own server or hub</source>
        <translation>自有服务器或课堂服务</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配的项</translation>
    </message>
</context>
<context>
    <name>roadloom::AgentTask</name>
    <message>
        <source>The model&apos;s answer holds no result that can be read.</source>
        <translation>模型的回答中没有可以读取的结果。</translation>
    </message>
    <message>
        <source>The model stopped at its length limit, before its answer was complete.</source>
        <translation>模型在回答完成之前达到了长度上限。</translation>
    </message>
    <message>
        <source>%1 A second try did not help. Try again, or use a stronger model.</source>
        <translation>%1第二次尝试也没有成功。请再试一次，或使用更强的模型。</translation>
    </message>
    <message>
        <source>The model&apos;s answer holds JSON that cannot be read.</source>
        <translation>模型的回答中的 JSON 无法读取。</translation>
    </message>
    <message>
        <source>%1 The model is told what was wrong and asked once more.</source>
        <translation>%1已把问题告诉模型，并请它再回答一次。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n tries were made.</source>
        <translation>
            <numerusform>%1已尝试 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model only reasoned and gave no answer. Where Settings offers it, turn its reasoning off.</source>
        <translation>模型只进行了推理，没有给出回答。如果设置中提供该选项，请关闭它的推理。</translation>
    </message>
    <message>
        <source>The model answered without a single word.</source>
        <translation>模型的回答中一个字也没有。</translation>
    </message>
    <message>
        <source>The model, or a filter of its server, refuses to answer this. Say the goal in other words, or use another model.</source>
        <translation>模型或其服务器的过滤器拒绝回答。请换一种说法描述目标，或使用其他模型。</translation>
    </message>
    <message>
        <source>The model&apos;s answer is too long to be a roadmap, and was broken off. Ask for a narrower goal, or use another model.</source>
        <translation>模型的回答太长，不可能是学习路线，已被中断。请把目标缩小一些，或换一个模型。</translation>
    </message>
</context>
<context>
    <name>roadloom::AnswererDelegate</name>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>roadloom::AnswererListModel</name>
    <message>
        <source>not complete yet</source>
        <translation>尚未填写完整</translation>
    </message>
    <message>
        <source>A hub</source>
        <translation>课堂服务</translation>
    </message>
    <message>
        <source>hub at %1</source>
        <translation>位于 %1 的课堂服务</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>no model, no network</source>
        <translation>无需模型和网络</translation>
    </message>
    <message>
        <source>%1, %2, in use</source>
        <translation>%1，%2，使用中</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>the server chooses the model</source>
        <translation>由服务器选择模型</translation>
    </message>
    <message>
        <source>Built-in courses</source>
        <translation>内置课程</translation>
    </message>
</context>
<context>
    <name>roadloom::AppearancePage</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Move as little as possible</source>
        <translation>尽量减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>Where the desktop asks for less motion, nothing moves anyway.</source>
        <translation>如果桌面要求减少动画，则无论如何都不会有动画。</translation>
    </message>
    <message>
        <source>Same as the desktop</source>
        <translation>与桌面一致</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 (as the desktop&apos;s)</source>
        <translation>%1（与桌面一致）</translation>
    </message>
    <message>
        <source>&amp;Start a roadmap with</source>
        <translation>开始生成学习路线的按键(&amp;S)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>roadloom::BackupRestoring</name>
    <message>
        <source>As it was before the last restore</source>
        <translation>上次恢复之前的样子</translation>
    </message>
    <message>
        <source>There is no backup yet. Roadloom makes one on each day that you use it, and keeps the last seven, and one a week of four weeks before.</source>
        <translation>还没有备份。Roadloom 在您使用的每一天做一次备份，保留最近七份，以及之前四周每周一份。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>The whole library becomes what it was: roadmaps, progress, notes and designs.
What it is now is kept, and stands first in this list the next time.

Take the library as it was on:</source>
        <translation>整个学习库会恢复成当时的样子：学习路线、进度、笔记和设计。
现在的内容会保留一份，下次排在这个列表的第一项。

恢复到哪一天：</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>roadloom::BulletList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ButtonLine</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>roadloom::ChatView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>The roadmap beside this breaks rules that it must keep. It is shown so that you can judge for yourself.</source>
        <translation>旁边的学习路线违反了必须遵守的规则。展示出来供您自行判断。</translation>
    </message>
    <message>
        <source>Waiting for the answer to begin …</source>
        <translation>正在等待模型开始回答……</translation>
    </message>
    <message>
        <source>Filling in the roadmap …</source>
        <translation>正在填写学习路线…</translation>
    </message>
    <message>
        <source>Writing the result …</source>
        <translation>正在写出结果…</translation>
    </message>
    <message>
        <source>You made this roadmap earlier. Your progress and notes are kept with it; what the agents said is not.</source>
        <translation>这条学习路线是您以前生成的。您的进度和笔记与它一起保存，智能体当时说的话没有保存。</translation>
    </message>
    <message>
        <source>You made this roadmap earlier. Your progress and notes are kept with it.</source>
        <translation>这条学习路线是您以前制定的，进度和笔记与它一起保存。</translation>
    </message>
</context>
<context>
    <name>roadloom::CheckCard</name>
    <message>
        <source>Check: the roadmap scores %1 of 100, %2.</source>
        <translation>检查：学习路线得分 %1/100，%2。</translation>
    </message>
    <message>
        <source>Show the remarks</source>
        <translation>查看意见</translation>
    </message>
    <message>
        <source>The remarks say what could be better. None of them keeps you from learning.</source>
        <translation>意见说明哪些地方可以更好，但都不妨碍您学习。</translation>
    </message>
    <message>
        <source>Check: the roadmap scores %1 of 100, but something in it has to be better.</source>
        <translation>检查：学习路线得分 %1/100，但有些地方必须改进。</translation>
    </message>
    <message>
        <source>The critical remarks say what.</source>
        <translation>严重问题说明了是哪些地方。</translation>
    </message>
</context>
<context>
    <name>roadloom::ChosenSource</name>
    <message>
        <source>%1 answers with an API key only. Enter one in Settings, or set %2.</source>
        <translation>%1 需要 API 密钥才会回答。请在设置中输入，或设置 %2。</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassBoard</name>
    <message>
        <source>This roadmap is too long to be handed out, or too much was handed out before. Share anew to hand out more.</source>
        <translation>这条路线太长，无法分发，或者之前分发的内容已经太多。请重新共享后再分发。</translation>
    </message>
    <message>
        <source>This roadmap is too long to be handed in.</source>
        <translation>这条路线太长，无法提交。</translation>
    </message>
    <message>
        <source>This roadmap has no concepts.</source>
        <translation>这条学习路线没有任何概念。</translation>
    </message>
    <message>
        <source>You have handed in as many roadmaps as one may, and more are not taken.</source>
        <translation>您交给老师的学习路线已达上限，无法再交。</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassCodePrompt</name>
    <message>
        <source>This is not the class code. Type it once more:</source>
        <translation>课堂码不对。请再输入一次：</translation>
    </message>
    <message>
        <source>The class code, as your teacher shows it:</source>
        <translation>老师出示的课堂码：</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassCommands</name>
    <message numerus="yes">
        <source>%n seat(s) use the model of this window.</source>
        <translation>
            <numerusform>有 %n 个座位在使用此窗口的模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you close the window, sharing ends, and with it the runs of the class.</source>
        <translation>如果关闭窗口，共享就会结束，全班正在生成的内容也会停止。</translation>
    </message>
    <message>
        <source>&amp;Stop sharing and close</source>
        <translation>停止共享并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <translation>保持打开(&amp;L)</translation>
    </message>
    <message numerus="yes">
        <source>Sharing: %n seat(s)</source>
        <translation>
            <numerusform>共享中：%n 个座位</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the class</source>
        <translation>显示课堂</translation>
    </message>
    <message>
        <source>Your administrator does not allow sharing with a class.</source>
        <translation>管理员不允许与课堂共享。</translation>
    </message>
    <message>
        <source>This program cannot share with a class.</source>
        <translation>此程序无法与课堂共享。</translation>
    </message>
    <message numerus="yes">
        <source>%n collected roadmap(s) are in the library now.</source>
        <translation>
            <numerusform>%n 条收集的学习路线已存入学习库。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collected roadmap(s) are not in your library yet.</source>
        <translation>
            <numerusform>%n 条收集的学习路线还没有存入您的学习库。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close without them</source>
        <translation>不保存并关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Share with the class first.</source>
        <translation>请先与课堂共享。</translation>
    </message>
    <message>
        <source>Open a roadmap first.</source>
        <translation>请先打开一份学习路线。</translation>
    </message>
    <message>
        <source>Save &amp;all to library and close</source>
        <translation>全部存入学习库并关闭(&amp;A)</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassFeed</name>
    <message>
        <source>The hub at %1 hands out roadmaps without end, so nothing more is taken from it. Ask your teacher to share anew.</source>
        <translation>%1 处的课堂服务不停地分发学习路线，因此不再接收。请让老师重新开始共享。</translation>
    </message>
    <message>
        <source>This roadmap is too long to be handed in.</source>
        <translation>这条路线太长，无法提交。</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassJoining</name>
    <message>
        <source>There is no class to be joined at %1. Check the address of the hub.</source>
        <translation>%1 处没有可以加入的课堂。请检查课堂服务的地址。</translation>
    </message>
</context>
<context>
    <name>roadloom::ClassSeat</name>
    <message>
        <source>Your teacher has your roadmap now.</source>
        <translation>老师已收到您的学习路线。</translation>
    </message>
    <message>
        <source>Your teacher has handed out “%1”, but it cannot be kept here.</source>
        <translation>老师下发了“%1”，但此处无法保存。</translation>
    </message>
    <message>
        <source>Your teacher has handed out “%1”. It is among your roadmaps.</source>
        <translation>老师下发了“%1”，已放入您的学习路线中。</translation>
    </message>
    <message>
        <source>Join a class first.</source>
        <translation>请先加入课堂。</translation>
    </message>
    <message>
        <source>Open a roadmap first.</source>
        <translation>请先打开一份学习路线。</translation>
    </message>
</context>
<context>
    <name>roadloom::ClearButton</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>roadloom::CodeHeader</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
</context>
<context>
    <name>roadloom::CodeSheet</name>
    <message>
        <source>Class code %1, address %2</source>
        <translation>课堂码 %1，地址 %2</translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <comment>class code and address</comment>
        <translation>%1，指纹 %2</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Join link: scan it</source>
        <translation>加入链接：请扫码</translation>
    </message>
    <message>
        <source>Class code</source>
        <translation>课堂码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>roadloom::CollectedPane</name>
    <message>
        <source>Collected roadmaps</source>
        <translation>收集的学习路线</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>It is saved to the library, with the seat&apos;s name as its tag.</source>
        <translation>它会存入学习库，并以座位名称作为标签。</translation>
    </message>
    <message>
        <source>Save &amp;all to library</source>
        <translation>全部存入学习库(&amp;A)</translation>
    </message>
    <message>
        <source>All that were handed in are saved to the library, each with its seat&apos;s name as a tag.</source>
        <translation>所有上交的学习路线都会存入学习库，并各以座位名称作为标签。</translation>
    </message>
</context>
<context>
    <name>roadloom::CollectedRoadmaps</name>
    <message>
        <source>Without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>上交时间</translation>
    </message>
    <message>
        <source>%1, in the library</source>
        <comment>time when it was handed in</comment>
        <translation>%1，已入库</translation>
    </message>
    <message>
        <source>Roadmap</source>
        <translation>学习路线</translation>
    </message>
</context>
<context>
    <name>roadloom::CommandPalette</name>
    <message>
        <source>No command has these words.</source>
        <translation>没有包含这些字词的命令。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Part of a command&apos;s name</source>
        <translation>命令名称的一部分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a menu, %2 what is chosen in it: &quot;Open roadmap: Python&quot;.</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>roadloom::Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open roadmap</source>
        <translation>打开学习路线(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Stud&amp;y</source>
        <translation>学习(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;New goal</source>
        <translation>新目标(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Find in conversation…</source>
        <translation>在对话中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Filter &amp;roadmap…</source>
        <translation>筛选学习路线(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Next &amp;pane</source>
        <translation>下一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>放大文字(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>正常文字大小(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Mark as &amp;done</source>
        <translation>标为已学完(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Roadloom</source>
        <translation>关于 Roadloom(&amp;A)</translation>
    </message>
    <message>
        <source>Mark as &amp;to do</source>
        <translation>标为未开始(&amp;T)</translation>
    </message>
    <message>
        <source>Mark as &amp;known before</source>
        <translation>标为早已掌握(&amp;K)</translation>
    </message>
    <message>
        <source>Mark as &amp;in progress</source>
        <translation>标为学习中(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Rename roadmap…</source>
        <translation>重命名学习路线(&amp;R)…</translation>
    </message>
    <message>
        <source>R&amp;emove roadmap…</source>
        <translation>移除学习路线(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Hours a week…</source>
        <translation>每周小时数(&amp;H)…</translation>
    </message>
    <message>
        <source>Show con&amp;versation</source>
        <translation>显示对话(&amp;V)</translation>
    </message>
    <message>
        <source>Restore a &amp;backup…</source>
        <translation>恢复备份(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Import roadmap…</source>
        <translation>导入学习路线(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport roadmap…</source>
        <translation>导出学习路线(&amp;X)…</translation>
    </message>
    <message>
        <source>A&amp;ll roadmaps…</source>
        <translation>全部学习路线(&amp;L)…</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Mark or unmark as d&amp;one</source>
        <translation>标为或取消“已学完”(&amp;O)</translation>
    </message>
    <message>
        <source>Hide conversation</source>
        <translation>隐藏对话</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>Report a &amp;problem…</source>
        <translation>报告问题(&amp;P)…</translation>
    </message>
    <message>
        <source>Next concept to &amp;learn</source>
        <translation>下一个可学的概念(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;hare with the class…</source>
        <translation>与课堂共享(&amp;H)…</translation>
    </message>
    <message>
        <source>Hand this roadmap to the &amp;class</source>
        <translation>把这条学习路线发给全班(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Join a class…</source>
        <translation>加入课堂(&amp;J)…</translation>
    </message>
    <message>
        <source>Hand this roadmap &amp;to the teacher</source>
        <translation>把这份学习路线交给老师(&amp;T)</translation>
    </message>
</context>
<context>
    <name>roadloom::ConceptLinks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ConceptPane</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 learnt</source>
        <translation>已学会 %1 个</translation>
    </message>
    <message>
        <source>This is still being designed. You can mark it and write notes as soon as the roadmap is finished.</source>
        <translation>这部分仍在设计中。学习路线完成后，您就可以标记进度和记笔记。</translation>
    </message>
    <message>
        <source>Better learnt first: %1</source>
        <translation>建议先学：%1</translation>
    </message>
    <message>
        <source>Nothing more is said about it.</source>
        <translation>没有更多说明。</translation>
    </message>
    <message>
        <source>Concept</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>Previous concept</source>
        <translation>上一个概念</translation>
    </message>
    <message>
        <source>Next concept</source>
        <translation>下一个概念</translation>
    </message>
    <message>
        <source>Use the whole height</source>
        <translation>占满整个高度</translation>
    </message>
    <message>
        <source>Close the concept</source>
        <translation>关闭概念</translation>
    </message>
    <message>
        <source>Close the concept (Esc)</source>
        <translation>关闭概念（Esc）</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>为什么学它</translation>
    </message>
    <message>
        <source>It builds on</source>
        <translation>学它之前要先学会的</translation>
    </message>
    <message>
        <source>It is needed for</source>
        <translation>后面会用到它的</translation>
    </message>
    <message>
        <source>This was not designed to the end. It cannot be marked, nor notes be written.</source>
        <translation>这部分未设计完，不能标记，也不能写笔记。</translation>
    </message>
</context>
<context>
    <name>roadloom::DesignTask</name>
    <message>
        <source>The roadmap breaks rules that it must keep, for example: %1</source>
        <translation>学习路线违反了必须遵守的规则，例如：%1</translation>
    </message>
</context>
<context>
    <name>roadloom::DoneCard</name>
    <message>
        <source>Your roadmap is ready</source>
        <translation>您的学习路线已就绪</translation>
    </message>
    <message>
        <source>It is kept in the library, with your progress and your notes from now on.</source>
        <translation>它已保存在学习库中，今后的学习进度和笔记也会一并保存。</translation>
    </message>
    <message>
        <source>Start learning</source>
        <translation>开始学习</translation>
    </message>
    <message>
        <source>It says what to learn, in which order and for how long; where you learn it is up to you.</source>
        <translation>它说明学什么、按什么顺序学、各需多久；在哪里学、用什么资料学，由您决定。</translation>
    </message>
</context>
<context>
    <name>roadloom::EditCard</name>
    <message numerus="yes">
        <source>%n change(s) to the roadmap</source>
        <translation>
            <numerusform>学习路线有 %n 处修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The roadmap was mended.</source>
        <translation>学习路线已修正。</translation>
    </message>
    <message>
        <source>No concept was changed.</source>
        <translation>没有改动任何概念。</translation>
    </message>
</context>
<context>
    <name>roadloom::EndRunQuestion</name>
    <message>
        <source>&amp;Stop and start</source>
        <translation>停止并开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop and open</source>
        <translation>停止并打开(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>A roadmap is still being made.</source>
        <translation>学习路线仍在生成。</translation>
    </message>
    <message>
        <source>&amp;Let it finish</source>
        <translation>让它完成(&amp;L)</translation>
    </message>
    <message>
        <source>If you start with another goal, what is designed so far is lost.</source>
        <translation>如果用另一个目标开始，目前已设计的内容将会丢失。</translation>
    </message>
    <message>
        <source>If you open another one, what is designed so far is lost.</source>
        <translation>如果打开另一条学习路线，目前已设计的内容将会丢失。</translation>
    </message>
    <message>
        <source>If you close the window, what is designed so far is lost. Your goal is there at the next start.</source>
        <translation>如果关闭窗口，目前已设计的内容将会丢失。下次启动时您的目标仍会在表单中。</translation>
    </message>
    <message>
        <source>If you start with another goal, it stays in the library as it is now.</source>
        <translation>如果用另一个目标开始，它将以现在的样子留在学习库中。</translation>
    </message>
    <message>
        <source>If you open another one, this one stays in the library as it is now.</source>
        <translation>如果打开另一条学习路线，这一条将以现在的样子留在学习库中。</translation>
    </message>
    <message>
        <source>If you close the window, it stays in the library as it is now.</source>
        <translation>如果关闭窗口，它将以现在的样子留在学习库中。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Leave it open</source>
        <translation>保持打开(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep the design</source>
        <translation>保留设计(&amp;K)</translation>
    </message>
    <message>
        <source>If you start with another goal, the roadmap is lost.</source>
        <translation>如果以另一个目标开始，这条学习路线将会丢失。</translation>
    </message>
    <message>
        <source>If you open another one, this one is lost.</source>
        <translation>如果打开另一条学习路线，这一条将会丢失。</translation>
    </message>
    <message>
        <source>If you close the window, the roadmap is lost. Your goal is there at the next start.</source>
        <translation>如果关闭窗口，这条学习路线将会丢失。下次启动时您的目标仍会在表单中。</translation>
    </message>
    <message>
        <source>The roadmap “%1” is not kept in the library.</source>
        <extracomment>%1 is a roadmap&apos;s title, or a goal.</extracomment>
        <translation>学习路线“%1”没有保存在学习库中。</translation>
    </message>
    <message>
        <source>The roadmap “%1” is not designed to the end.</source>
        <translation>学习路线“%1”尚未设计完。</translation>
    </message>
    <message>
        <source>If you start with another goal, you can go on with this one later, from the start page.</source>
        <translation>如果您开始新的目标，之后仍可从开始页继续这次设计。</translation>
    </message>
    <message>
        <source>If you open another one, you can go on with this one later, from the start page.</source>
        <translation>如果您打开另一条，之后仍可从开始页继续这次设计。</translation>
    </message>
    <message>
        <source>If you close the window, you can go on with it later, from the start page.</source>
        <translation>如果您关闭窗口，之后仍可从开始页继续。</translation>
    </message>
    <message>
        <source>If you close the window, whoever answers goes on with it for a few minutes. You can take it up again from the start page.</source>
        <translation>如果您关闭窗口，对方会继续生成几分钟。您可以从开始页把它接回来。</translation>
    </message>
</context>
<context>
    <name>roadloom::EndpointSearch</name>
    <message>
        <source>This provider answers with an API key only. Enter one first.</source>
        <translation>该服务商需要 API 密钥才会回答。请先输入密钥。</translation>
    </message>
</context>
<context>
    <name>roadloom::ErrorCard</name>
    <message>
        <source>This did not work out</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>Add a &amp;model…</source>
        <translation>添加模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Open &amp;settings…</source>
        <translation>打开设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Tried again after: %1</source>
        <extracomment>%1 is why a run failed, a sentence or its beginning.</extracomment>
        <translation>已重试，失败原因：%1</translation>
    </message>
    <message>
        <source>Change the &amp;goal</source>
        <translation>修改目标(&amp;G)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>This goal needs a language model</source>
        <translation>这个目标需要语言模型来规划</translation>
    </message>
    <message>
        <source>Use the built-in courses</source>
        <translation>改用内置课程</translation>
    </message>
</context>
<context>
    <name>roadloom::FindBar</name>
    <message>
        <source>Find in the conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Which of the places where words were found is shown.</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>roadloom::FindingListModel</name>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Whole roadmap</source>
        <translation>整个学习路线</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 is how grave it is, %2 where in the roadmap, %3 what is wrong and what to do.</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>意见</translation>
    </message>
</context>
<context>
    <name>roadloom::FindingsPanel</name>
    <message numerus="yes">
        <source>%n critical</source>
        <comment>findings of this severity</comment>
        <translation>
            <numerusform>%n 个严重问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <comment>on a roadmap</comment>
        <translation>
            <numerusform>%n 条意见</numerusform>
        </translation>
    </message>
    <message>
        <source>Mend what the check found:</source>
        <extracomment>What a learner asks for; a list follows.</extracomment>
        <translation>请修正检查发现的问题：</translation>
    </message>
    <message>
        <source>no remarks</source>
        <translation>没有意见</translation>
    </message>
    <message>
        <source>Check: %1 of 100, %2 · %3</source>
        <extracomment>%1 is a score from 0 to 100, %2 a word for it, %3 the findings of each severity.</extracomment>
        <translation>检查：%1/100，%2 · %3</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Check: %1 of 100 · %2</source>
        <extracomment>%1 is a score from 0 to 100, %2 the findings of each severity, some of them critical.</extracomment>
        <translation>检查：%1/100 · %2</translation>
    </message>
</context>
<context>
    <name>roadloom::FirstRunCard</name>
    <message>
        <source>Looking for models on this machine…</source>
        <translation>正在本机上查找模型…</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <comment>a server with a model</comment>
        <translation>%1，模型 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A server and why it cannot be used.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Who should answer?</source>
        <translation>由谁来回答？</translation>
    </message>
    <message>
        <source>A model was found on this machine.</source>
        <translation>在本机上找到了模型。</translation>
    </message>
    <message>
        <source>No model was found on this machine.</source>
        <translation>在本机上没有找到模型。</translation>
    </message>
    <message>
        <source>&amp;Use a shared Roadloom (hub)…</source>
        <translation>连接共享的 Roadloom，即课堂服务(&amp;U)…</translation>
    </message>
    <message>
        <source>Use a&amp;nother model server…</source>
        <translation>使用其他模型服务器(&amp;N)…</translation>
    </message>
    <message>
        <source>Use a cl&amp;oud model (with its provider&apos;s key)…</source>
        <translation>使用云端模型，需要服务商的密钥(&amp;O)…</translation>
    </message>
    <message>
        <source>Stay w&amp;ith the built-in courses</source>
        <translation>就用内置课程(&amp;I)</translation>
    </message>
    <message>
        <source>You need not choose. A model is an AI: a program that understands and writes language, and can plan any goal. A hub is a Roadloom on another computer that does so for you.</source>
        <translation>不选也可以。模型是能理解并书写语言的 AI 程序，可以规划任何目标；课堂服务是另一台电脑上替您规划的 Roadloom。</translation>
    </message>
</context>
<context>
    <name>roadloom::FollowedScroll</name>
    <message>
        <source>New words below</source>
        <translation>下方有新内容</translation>
    </message>
</context>
<context>
    <name>roadloom::FoundClasses</name>
    <message>
        <source>%1, at %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>Looking for classes on this network…</source>
        <translation>正在查找本网络中的课堂…</translation>
    </message>
    <message>
        <source>No class was found on this network. Type the address that your teacher&apos;s screen shows.</source>
        <translation>在本网络中没有找到课堂。请输入老师屏幕上显示的地址。</translation>
    </message>
    <message>
        <source>Classes on this network</source>
        <translation>本网络中的课堂</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>重新查找(&amp;L)</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1，未加密</translation>
    </message>
</context>
<context>
    <name>roadloom::GenerateRun</name>
    <message>
        <source>Answered by: %1</source>
        <translation>回答来自：%1</translation>
    </message>
    <message>
        <source>The result cannot be written: %1</source>
        <translation>无法写出结果：%1</translation>
    </message>
    <message>
        <source>Note (%1): %2 %3</source>
        <extracomment>%1 is what the note is about, %2 what is wrong, %3 what to do.</extracomment>
        <translation>提示（%1）：%2%3</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>What was said so far could not be kept: the folder %1 cannot be written. Choose another one with --data-dir.</source>
        <translation>已有的内容无法保存：不能写入文件夹 %1。请用 --data-dir 选择另一个文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>This step is tried again in %n second(s).</source>
        <translation>
            <numerusform>%n 秒后重试此步骤。</numerusform>
        </translation>
    </message>
    <message>
        <source>To let a model answer, name one with --provider NAME or with --base-url URL.</source>
        <translation>若要由模型来回答，请用 --provider NAME 或 --base-url URL 指定一个。</translation>
    </message>
    <message>
        <source>critical</source>
        <comment>a note</comment>
        <translation>严重</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>a note</comment>
        <translation>警告</translation>
    </message>
    <message>
        <source>suggestion</source>
        <comment>a note</comment>
        <translation>建议</translation>
    </message>
    <message>
        <source>Kept in the library as %1</source>
        <translation>已存入学习库，编号 %1</translation>
    </message>
    <message>
        <source>What was said so far is kept. To go on, give the same options for who answers: roadloom roadmap resume %1</source>
        <translation>已生成的内容会保留。要继续，请给出同样的来源选项：roadloom roadmap resume %1</translation>
    </message>
    <message>
        <source>Check: the roadmap scores %1 of 100, %2.</source>
        <translation>检查：学习路线得分 %1/100，%2。</translation>
    </message>
    <message>
        <source>Mended: %1</source>
        <translation>已修正：%1</translation>
    </message>
    <message>
        <source>Check: the roadmap scores %1 of 100, but something in it has to be better.</source>
        <translation>检查：学习路线得分 %1/100，但有些地方必须改进。</translation>
    </message>
    <message>
        <source>No concept was changed. %1</source>
        <translation>没有改动任何概念。%1</translation>
    </message>
    <message>
        <source>This design was begun at a service, which may still have it. To take it up there: --service-url %1</source>
        <translation>这个设计是在一个服务上开始的，那里可能还留着它。要在那里接着进行，请用：--service-url %1</translation>
    </message>
</context>
<context>
    <name>roadloom::GoalForm</name>
    <message>
        <source>What do you want to &amp;learn?</source>
        <translation>您想学什么？(&amp;L)</translation>
    </message>
    <message>
        <source>Say it in your own words</source>
        <translation>用自己的话说就行</translation>
    </message>
    <message>
        <source>Hours a wee&amp;k</source>
        <translation>每周小时数(&amp;K)</translation>
    </message>
    <message>
        <source>What you can do &amp;already</source>
        <translation>您现在的水平(&amp;A)</translation>
    </message>
    <message>
        <source>I am new to it</source>
        <translation>刚刚开始</translation>
    </message>
    <message>
        <source>I know the basics</source>
        <translation>有一些基础</translation>
    </message>
    <message>
        <source>I know it well</source>
        <translation>已经熟练</translation>
    </message>
    <message>
        <source>&amp;More about you</source>
        <translation>关于您的更多信息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Enter starts, Shift+Enter begins a new line.</source>
        <translation>按 Enter 开始，Shift+Enter 换行。</translation>
    </message>
    <message>
        <source>Ctrl+Enter starts, Enter begins a new line.</source>
        <translation>按 Ctrl+Enter 开始，按 Enter 换行。</translation>
    </message>
</context>
<context>
    <name>roadloom::HandInKeeping</name>
    <message>
        <source>%1 has handed in “%2”, which is in the library now.</source>
        <translation>%1 交来了“%2”，现已存入学习库。</translation>
    </message>
    <message>
        <source>%1 has handed in “%2”, which cannot be kept.</source>
        <translation>%1 交来了“%2”，但无法保存。</translation>
    </message>
</context>
<context>
    <name>roadloom::HistoryDialog</name>
    <message>
        <source>Roadmaps</source>
        <translation>学习路线</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>All roadmaps</source>
        <translation>全部学习路线</translation>
    </message>
    <message>
        <source>Search titles, goals, concepts, notes and conversations</source>
        <translation>搜索标题、目标、概念、笔记和对话</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Put &amp;back</source>
        <translation>放回(&amp;B)</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Tags…</source>
        <translation>标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Archive</source>
        <translation>归档(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Move to the bin</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>Delete &amp;for good…</source>
        <translation>永久删除(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Empty the bin…</source>
        <translation>清空回收站(&amp;E)…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The first is a name of a list, the other how long it is.</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Nothing here has all of the words “%1”.</source>
        <translation>这里没有同时包含“%1”各词的内容。</translation>
    </message>
    <message>
        <source>Nothing here has the tag “%1”.</source>
        <translation>这里没有带标签“%1”的学习路线。</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Nothing is archived. What you archive is out of the way, and found here.</source>
        <translation>还没有归档的学习路线。归档后，它们不再占据列表，可以在这里找到。</translation>
    </message>
    <message>
        <source>There is no roadmap yet. The ones you make are kept here.</source>
        <translation>还没有学习路线。您设计的学习路线都会保存在这里。</translation>
    </message>
    <message>
        <source>Take out of the &amp;archive</source>
        <translation>取消归档(&amp;A)</translation>
    </message>
    <message>
        <source>Your roadmaps are all in the archive or in the bin.</source>
        <translation>您的学习路线都在归档或回收站中。</translation>
    </message>
    <message>
        <source>There is no roadmap here.</source>
        <translation>这里没有学习路线。</translation>
    </message>
    <message>
        <source>Nothing can be written to the library.</source>
        <translation>无法写入学习库。</translation>
    </message>
    <message>
        <source>A run is still at work on it.</source>
        <translation>它仍在生成中。</translation>
    </message>
    <message>
        <source>Only the version you have is kept.</source>
        <translation>只保存了当前这一个版本。</translation>
    </message>
</context>
<context>
    <name>roadloom::HistoryListModel</name>
    <message>
        <source>found in its concepts</source>
        <translation>在概念中找到</translation>
    </message>
    <message>
        <source>found in your notes</source>
        <translation>在您的笔记中找到</translation>
    </message>
    <message>
        <source>found in its conversation</source>
        <translation>在对话中找到</translation>
    </message>
    <message>
        <source>in the bin since %1</source>
        <extracomment>%1 is a date.</extracomment>
        <translation>%1 移入回收站</translation>
    </message>
    <message>
        <source>goal: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>%1, tags: %2</source>
        <extracomment>%2 are the tags of a roadmap.</extracomment>
        <translation>%1，标签：%2</translation>
    </message>
</context>
<context>
    <name>roadloom::HttpServer</name>
    <message>
        <source>Another program uses port %1 of %2. Choose another port.</source>
        <translation>另一个程序正在使用 %2 的端口 %1。请选择其他端口。</translation>
    </message>
    <message>
        <source>Nothing can be served at port %1 of %2.</source>
        <translation>无法在 %2 的端口 %1 上提供服务。</translation>
    </message>
</context>
<context>
    <name>roadloom::Hub</name>
    <message>
        <source>On a network the hub needs a class code, so that it serves the class only.</source>
        <translation>面向网络时课堂服务需要课堂码，这样只有本课堂能使用。</translation>
    </message>
</context>
<context>
    <name>roadloom::HubApi</name>
    <message>
        <source>The hub has no such task, or none any more: ask for the roadmap anew.</source>
        <translation>课堂服务没有这个任务，或者已不再保留：请重新提出您的目标。</translation>
    </message>
    <message>
        <source>This hub has no class: use it without joining.</source>
        <translation>这里没有课堂：不必加入即可使用。</translation>
    </message>
    <message>
        <source>Say the class code as {&quot;code&quot;:&quot;…&quot;,&quot;name&quot;:&quot;…&quot;}.</source>
        <translation>请以 {&quot;code&quot;:&quot;…&quot;,&quot;name&quot;:&quot;…&quot;} 的形式给出课堂码。</translation>
    </message>
    <message>
        <source>The run waits for its turn.</source>
        <translation>这次规划正在排队。</translation>
    </message>
    <message>
        <source>The run has begun.</source>
        <translation>这次规划已经开始。</translation>
    </message>
    <message>
        <source>The hub has no such roadmap, or none any more.</source>
        <translation>课堂服务没有这份学习路线，或者已不再保留。</translation>
    </message>
    <message>
        <source>The run was stopped.</source>
        <translation>这次规划已停止。</translation>
    </message>
    <message>
        <source>The run had ended before.</source>
        <translation>这次规划此前已经结束。</translation>
    </message>
    <message>
        <source>This address is a WebSocket&apos;s: ask for it as RFC 6455 says, with version 13.</source>
        <translation>此地址用于 WebSocket：请按 RFC 6455 以版本 13 发起请求。</translation>
    </message>
    <message>
        <source>Say in Content-Length how long the body is: at most %1 bytes.</source>
        <translation>请在 Content-Length 中写明正文长度，最多 %1 字节。</translation>
    </message>
</context>
<context>
    <name>roadloom::HubBeacon</name>
    <message>
        <source>Seats cannot find this hub by themselves: the system does not give it UDP port %1. Give them its address or the join link.</source>
        <translation>座位无法自行找到这个课堂服务：系统没有给它 UDP 端口 %1。请把它的地址或加入链接告诉大家。</translation>
    </message>
</context>
<context>
    <name>roadloom::HubRun</name>
    <message>
        <source>The run was stopped.</source>
        <translation>这次规划已停止。</translation>
    </message>
    <message>
        <source>The run said more than the hub keeps of one. Try a smaller goal.</source>
        <translation>这次规划的内容超出了课堂服务保留的上限。请换一个小一些的目标。</translation>
    </message>
    <message>
        <source>The model of the hub does not answer. Tell your teacher, and try again later.</source>
        <translation>课堂服务的模型没有回答。请告诉老师，稍后再试。</translation>
    </message>
    <message>
        <source>The model of the hub did not answer as it should.</source>
        <translation>课堂服务的模型没有正常回答。</translation>
    </message>
</context>
<context>
    <name>roadloom::HubRuns</name>
    <message numerus="yes">
        <source>%n of your runs are waiting already. Wait until one has begun.</source>
        <translation>
            <numerusform>您已有 %n 次规划在排队。请等其中一次开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many runs are waiting at the hub. Try again in a few minutes.</source>
        <translation>课堂服务排队的规划太多。请过几分钟再试。</translation>
    </message>
</context>
<context>
    <name>roadloom::IntentCard</name>
    <message>
        <source>Your goal, as understood</source>
        <translation>对您的目标的理解</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>关于您</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>To be learned first</source>
        <translation>需要先补的内容</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>roadloom::JoinCommand</name>
    <message>
        <source>Your administrator does not allow joining a class.</source>
        <translation>管理员不允许加入课堂。</translation>
    </message>
    <message>
        <source>This program cannot join a class.</source>
        <translation>此程序不能加入课堂。</translation>
    </message>
    <message>
        <source>You have joined “%1”. Your teacher&apos;s computer answers from now on.</source>
        <translation>您已加入“%1”，今后由老师的电脑解答。</translation>
    </message>
</context>
<context>
    <name>roadloom::JoinDialog</name>
    <message>
        <source>&amp;Join</source>
        <translation>加入(&amp;J)</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>正在加入…</translation>
    </message>
    <message>
        <source>Join a class</source>
        <translation>加入课堂</translation>
    </message>
    <message>
        <source>Your teacher&apos;s computer has the model, and answers you. You need no key: the class code on your teacher&apos;s screen is enough.</source>
        <translation>模型在老师的电脑上，由它为您解答。您不需要密钥，只要有老师屏幕上的课堂码即可。</translation>
    </message>
    <message>
        <source>&amp;Address or link</source>
        <translation>地址或链接(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Class code</source>
        <translation>课堂码(&amp;C)</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>您的名字(&amp;N)</translation>
    </message>
    <message>
        <source>As your teacher is to see it</source>
        <translation>老师看到的名字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A class code has only letters from A to Z, digits and hyphens.</source>
        <translation>课堂码只含字母 A 到 Z、数字和连字符。</translation>
    </message>
    <message>
        <source>This is another certificate than last time.</source>
        <translation>这张证书与上次的不同。</translation>
    </message>
    <message>
        <source>Make sure that this is your teacher&apos;s computer: both lines of this fingerprint must be the same on your teacher&apos;s screen. If any of it differs, do not join.</source>
        <translation>请确认这是老师的电脑：指纹的两行都必须与老师屏幕上的相同。只要有一处不同，就不要加入。</translation>
    </message>
    <message>
        <source>The fingerprints are the &amp;same</source>
        <translation>指纹相同(&amp;S)</translation>
    </message>
    <message>
        <source>This class is not encrypted: others in this network can read its code and what you write. If the address on your teacher&apos;s screen begins with https://, do not join.</source>
        <translation>这个课堂没有加密：同一网络中的其他人可以看到课堂码和您写的内容。如果老师屏幕上的地址以 https:// 开头，请不要加入。</translation>
    </message>
    <message>
        <source>&amp;Join anyway</source>
        <translation>仍然加入(&amp;J)</translation>
    </message>
</context>
<context>
    <name>roadloom::KeptRoadmaps</name>
    <message>
        <source>Roadloom ended before your last roadmap was in the library. Its goal is in the form again.</source>
        <translation>上次的学习路线还没写入学习库，Roadloom 就已退出。您的目标已重新填入表单。</translation>
    </message>
</context>
<context>
    <name>roadloom::KeyField</name>
    <message>
        <source>In the system&apos;s secret store</source>
        <translation>在系统的密码存储服务中</translation>
    </message>
    <message>
        <source>Only for this session</source>
        <translation>只在本次运行期间</translation>
    </message>
    <message>
        <source>In a file that only you can read</source>
        <translation>在只有您能读取的文件中</translation>
    </message>
    <message>
        <source>A key is kept in the system&apos;s secret store.</source>
        <translation>系统的密码存储服务中已保存一个密钥。</translation>
    </message>
    <message>
        <source>A key is kept until Roadloom is closed.</source>
        <translation>已保存一个密钥，关闭 Roadloom 后即删除。</translation>
    </message>
    <message>
        <source>A key is kept in a file that only you can read.</source>
        <translation>只有您能读取的文件中已保存一个密钥。</translation>
    </message>
    <message>
        <source>This holds characters that no API key has, perhaps from copying. Enter it again.</source>
        <translation>这里含有任何 API 密钥都不会有的字符，可能是复制时带入的。请重新输入。</translation>
    </message>
    <message>
        <source>Taken from %1</source>
        <translation>取自 %1</translation>
    </message>
    <message>
        <source>No key needed</source>
        <translation>无需密钥</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Only if the server asks for one</source>
        <translation>仅在服务器要求时填写</translation>
    </message>
    <message>
        <source>Another key instead of the one that is kept</source>
        <translation>输入新密钥以替换已保存的密钥</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>粘贴到这里</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>API &amp;key</source>
        <translation>API 密钥(&amp;K)</translation>
    </message>
    <message>
        <source>Where to kee&amp;p it</source>
        <translation>保存位置(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>删除密钥(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Get a key at %1</source>
        <translation>到 %1 获取密钥(&amp;G)</translation>
    </message>
    <message>
        <source>Add a &amp;key anyway</source>
        <translation>仍然添加密钥(&amp;K)</translation>
    </message>
    <message>
        <source>This holds characters that no class code has. Enter it again.</source>
        <translation>这里含有课堂码中不会出现的字符。请重新输入。</translation>
    </message>
    <message>
        <source>As the teacher shows it</source>
        <translation>照老师显示的输入</translation>
    </message>
    <message>
        <source>Another code instead of the one that is kept</source>
        <translation>输入新课堂码以替换已保存的课堂码</translation>
    </message>
    <message>
        <source>A class code is kept in the system&apos;s secret store.</source>
        <translation>系统的密码存储服务中已保存课堂码。</translation>
    </message>
    <message>
        <source>A class code is kept until Roadloom is closed.</source>
        <translation>已保存课堂码，关闭 Roadloom 后即删除。</translation>
    </message>
    <message>
        <source>A class code is kept in a file that only you can read.</source>
        <translation>只有您能读取的文件中已保存课堂码。</translation>
    </message>
    <message>
        <source>Only if the hub asks for one</source>
        <translation>仅在课堂服务要求时需要</translation>
    </message>
    <message>
        <source>C&amp;lass code</source>
        <translation>课堂码(&amp;L)</translation>
    </message>
    <message>
        <source>Class code</source>
        <translation>课堂码</translation>
    </message>
</context>
<context>
    <name>roadloom::KeySearch</name>
    <message>
        <source>What is kept as the key of %1 holds characters that no API key has, perhaps from copying. Enter it again.</source>
        <translation>为 %1 保存的密钥含有 API 密钥中不会出现的字符，可能是复制时带入的。请重新输入。</translation>
    </message>
    <message>
        <source>What is kept as the class code of %1 holds characters that no class code has. Enter it again.</source>
        <translation>为 %1 保存的课堂码含有课堂码中不会出现的字符。请重新输入。</translation>
    </message>
</context>
<context>
    <name>roadloom::LibraryFiles</name>
    <message>
        <source>The roadmap was written to %1.</source>
        <translation>学习路线已写入 %1。</translation>
    </message>
    <message>
        <source>The library becomes what it was then.</source>
        <translation>学习库正在恢复成当时的样子。</translation>
    </message>
</context>
<context>
    <name>roadloom::LibraryPane</name>
    <message>
        <source>Roadmaps without a model</source>
        <translation>不用模型的学习路线</translation>
    </message>
    <message>
        <source>A model for everything else</source>
        <translation>其他目标交给模型</translation>
    </message>
    <message>
        <source>A model is a program that understands and writes language: it can plan any goal, in your words. It runs on this machine, for example in Ollama or LM Studio, or at a provider who gives you a key.</source>
        <translation>模型是一种能理解和书写语言的程序，可以按您的话规划任何目标。它可以在本机运行，例如 Ollama 或 LM Studio，也可以由提供密钥的服务商运行。</translation>
    </message>
    <message>
        <source>Add a &amp;model…</source>
        <translation>添加模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Use a hu&amp;b…</source>
        <translation>连接课堂服务(&amp;B)…</translation>
    </message>
    <message>
        <source>The built-in courses cover common goals. They need no model, no key and no network, and they are always there.</source>
        <translation>内置课程涵盖常见目标。它们不需要模型、密钥或网络，随时可用。</translation>
    </message>
</context>
<context>
    <name>roadloom::LocalDiscovery</name>
    <message>
        <source>The server runs but has no model yet. Get one with it, then look again.</source>
        <translation>服务器正在运行，但还没有模型。请先用它下载一个模型，再重新查找。</translation>
    </message>
    <message>
        <source>Something listens there but does not say what models it has.</source>
        <translation>该端口有程序在监听，但没有说明它有哪些模型。</translation>
    </message>
</context>
<context>
    <name>roadloom::LocalServers</name>
    <message>
        <source>, </source>
        <comment>between names of models</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1等，另有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::MainWindow</name>
    <message>
        <source>Your roadmap is ready</source>
        <translation>您的学习路线已就绪</translation>
    </message>
    <message>
        <source>The roadmap could not be made</source>
        <translation>未能生成学习路线</translation>
    </message>
    <message>
        <source>Roadloom ended while a roadmap was being designed. You can go on with it.</source>
        <translation>Roadloom 在设计学习路线时意外退出。您可以继续这次设计。</translation>
    </message>
    <message>
        <source>This link does not lead to a class: a part of it is missing or damaged. Ask your teacher for the whole link, or for the address and the class code.</source>
        <translation>这个链接不能通向课堂：其中有一部分缺失或损坏。请向老师要完整的链接，或者要地址和课堂码。</translation>
    </message>
</context>
<context>
    <name>roadloom::MendCard</name>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) corrected automatically</source>
        <translation>
            <numerusform>已自动修正 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::MessageBubble</name>
    <message>
        <source>Words of %1</source>
        <translation>%1的话</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>说过的内容</translation>
    </message>
    <message>
        <source>%1 (discarded)</source>
        <extracomment>%1 is an agent or a stage, whose try failed and is repeated.</extracomment>
        <translation>%1（已作废）</translation>
    </message>
</context>
<context>
    <name>roadloom::ModelField</name>
    <message>
        <source>Asking the server for its models…</source>
        <translation>正在向服务器查询模型…</translation>
    </message>
    <message>
        <source>The server has no model yet.</source>
        <translation>服务器上还没有模型。</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) to choose from</source>
        <translation>
            <numerusform>有 %n 个模型可选</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;List models</source>
        <translation>列出模型(&amp;L)</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>请选择模型</translation>
    </message>
    <message>
        <source>The server chooses</source>
        <translation>由服务器选择</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>roadloom::ModelTrial</name>
    <message>
        <source>The model, or a filter of its server, refuses even a harmless question. Use another model.</source>
        <translation>模型或其服务器的过滤器连一个无害的问题也拒绝回答。请使用其他模型。</translation>
    </message>
    <message>
        <source>The model only reasoned and gave no answer. Turn its reasoning off, where there is a choice, or use another model.</source>
        <translation>模型只进行了推理，没有给出回答。如果有选项，请关闭它的推理，或使用其他模型。</translation>
    </message>
    <message>
        <source>The server answered without a single word. Check the model&apos;s name, or use another model.</source>
        <translation>服务器的回答中一个字也没有。请检查模型名称，或使用其他模型。</translation>
    </message>
</context>
<context>
    <name>roadloom::ModelsPage</name>
    <message>
        <source>A key that is kept for it is forgotten.</source>
        <translation>为它保存的密钥也会被删除。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Who can answer</source>
        <translation>可以回答的有</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>使用这个(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Undo c&amp;hanges</source>
        <translation>撤销更改(&amp;H)</translation>
    </message>
    <message>
        <source>Fill it in first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Choose who designs your roadmaps.</source>
        <translation>选择由谁来生成学习路线。</translation>
    </message>
    <message>
        <source>Tr&amp;y it</source>
        <translation>试一试(&amp;Y)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>要从列表中移除“%1”吗？</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>要保存对“%1”的更改吗？</translation>
    </message>
    <message>
        <source>Who designs your roadmaps: set by your administrator.</source>
        <translation>由谁设计您的学习路线：由管理员设定。</translation>
    </message>
    <message>
        <source>Your administrator allows no changes of the settings.</source>
        <translation>管理员不允许更改设置。</translation>
    </message>
    <message>
        <source>Your administrator allows nobody to be added.</source>
        <translation>管理员不允许添加。</translation>
    </message>
</context>
<context>
    <name>roadloom::NetworkFields</name>
    <message>
        <source>Certificates (*.pem *.crt);;All files (*)</source>
        <translation>证书 (*.pem *.crt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理的地址</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>无文件</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>Extra CA certificates</source>
        <translation>附加 CA 证书</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>System setting</source>
        <translation>系统设置</translation>
    </message>
    <message>
        <source>Own:</source>
        <translation>自定义：</translation>
    </message>
    <message>
        <source>Choose a file of CA certificates</source>
        <translation>选择 CA 证书文件</translation>
    </message>
</context>
<context>
    <name>roadloom::NextStep</name>
    <message>
        <source>Continue with: %1</source>
        <extracomment>%1 is the name of a concept.</extracomment>
        <translation>继续学习：%1</translation>
    </message>
    <message>
        <source>Start with: %1</source>
        <extracomment>%1 is the name of a concept.</extracomment>
        <translation>从这里开始：%1</translation>
    </message>
</context>
<context>
    <name>roadloom::NoteCard</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n 个阶段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n 个模块</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>The roadmap is designed: %1.</source>
        <extracomment>%1 is a list such as &quot;3 stages, 9 modules, 31 concepts, 62 hours&quot;.</extracomment>
        <translation>学习路线已设计好：%1。</translation>
    </message>
</context>
<context>
    <name>roadloom::NoteField</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Kept until Roadloom is closed</source>
        <translation>保留到 Roadloom 关闭为止</translation>
    </message>
    <message>
        <source>Your notes</source>
        <translation>您的笔记</translation>
    </message>
    <message>
        <source>Your notes on this concept</source>
        <translation>您对这个概念的笔记</translation>
    </message>
    <message>
        <source>What you want to keep: in your words, with examples. Markdown is fine.</source>
        <translation>用自己的话记下要点和例子，支持 Markdown。</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>修改笔记</translation>
    </message>
    <message>
        <source>Change the note (Enter or F2 in it)</source>
        <translation>修改笔记（在笔记中按 Enter 或 F2）</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
</context>
<context>
    <name>roadloom::NothingFound</name>
    <message>
        <source>No concept matches “%1”.</source>
        <translation>没有与“%1”匹配的概念。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The filter looks for all of the words in names, keywords and notes.</source>
        <translation>筛选会在名称、关键词和笔记中查找所有输入的词。</translation>
    </message>
</context>
<context>
    <name>roadloom::OfflineSource</name>
    <message>
        <source>Built-in courses, no model</source>
        <translation>内置课程（不使用模型）</translation>
    </message>
</context>
<context>
    <name>roadloom::PaceButton</name>
    <message>
        <source>%1 a week</source>
        <extracomment>Hours of study.</extracomment>
        <translation>每周 %1</translation>
    </message>
    <message numerus="yes">
        <source>about %n week(s) left at %1</source>
        <extracomment>%1 is hours a week: &quot;about 9 weeks left at 10 h a week&quot;.</extracomment>
        <translation>
            <numerusform>按%1计，约剩 %n 周</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hours a week</source>
        <translation>每周小时数(&amp;H)</translation>
    </message>
    <message>
        <source>Hours a week</source>
        <translation>每周小时数</translation>
    </message>
    <message>
        <source>Change the hours a week</source>
        <translation>修改每周小时数</translation>
    </message>
    <message numerus="yes">
        <source>about %n week(s) left</source>
        <translation>
            <numerusform>约剩 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) left at %1</source>
        <extracomment>A shorter &quot;about 9 weeks left at 10 h a week&quot;; %1 is hours a week.</extracomment>
        <translation>
            <numerusform>%1，约剩 %n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) left</source>
        <extracomment>The same, shorter still.</extracomment>
        <translation>
            <numerusform>还剩 %n 周</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::PassingRemark</name>
    <message>
        <source>Close the message</source>
        <translation>关闭消息</translation>
    </message>
</context>
<context>
    <name>roadloom::PatienceFields</name>
    <message>
        <source>Between two words</source>
        <translation>两个词之间</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, behind a number.</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>0 means no limit</source>
        <translation>0 表示不限</translation>
    </message>
</context>
<context>
    <name>roadloom::ProseView</name>
    <message>
        <source>(The rest of these words is not shown: there are too many.)</source>
        <translation>（内容过多，其余部分不再显示。）</translation>
    </message>
</context>
<context>
    <name>roadloom::ProviderForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reason&amp;ing</source>
        <translation>推理(&amp;I)</translation>
    </message>
    <message>
        <source>API type</source>
        <translation>API 类型</translation>
    </message>
    <message>
        <source>&amp;Timeouts</source>
        <translation>超时(&amp;T)</translation>
    </message>
    <message>
        <source>Pro&amp;xy and certificates</source>
        <translation>代理与证书(&amp;X)</translation>
    </message>
    <message>
        <source>Model&apos;s default</source>
        <translation>模型默认</translation>
    </message>
    <message>
        <source>OpenAI (chat completions)</source>
        <translation>OpenAI（chat completions）</translation>
    </message>
    <message>
        <source>Anthropic (messages)</source>
        <translation>Anthropic（messages）</translation>
    </message>
    <message>
        <source>Google Gemini</source>
        <translation>Google Gemini</translation>
    </message>
    <message>
        <source>Ollama</source>
        <translation>Ollama</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Ho&amp;w roadmaps are made</source>
        <translation>学习路线的设计方式(&amp;W)</translation>
    </message>
    <message>
        <source>Nam&amp;e and API type</source>
        <translation>名称和 API 类型(&amp;E)</translation>
    </message>
</context>
<context>
    <name>roadloom::ReadingActions</name>
    <message>
        <source>Copy &amp;Message</source>
        <translation>复制此消息(&amp;M)</translation>
    </message>
    <message>
        <source>Copy M&amp;essage as Markdown</source>
        <translation>将此消息复制为 Markdown(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as Mark&amp;down</source>
        <translation>复制为 Markdown(&amp;D)</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in the conversation…</source>
        <translation>在对话中查找(&amp;F)…</translation>
    </message>
</context>
<context>
    <name>roadloom::ReasoningPart</name>
    <message>
        <source>Reasoning · %1</source>
        <extracomment>%1 is a time such as &quot;12 s&quot;.</extracomment>
        <translation>正在推理 · %1</translation>
    </message>
    <message>
        <source>Reasoned for less than 1 s</source>
        <translation>推理用时不到 1 秒</translation>
    </message>
    <message>
        <source>Reasoned for %1</source>
        <translation>推理用时 %1</translation>
    </message>
    <message>
        <source>The beginning is not shown: only the last %L1 characters are.</source>
        <translation>开头部分未显示，仅保留最后 %L1 个字符。</translation>
    </message>
    <message>
        <source>%1: reasoning</source>
        <comment>of a step of the work</comment>
        <translation>%1：推理过程</translation>
    </message>
</context>
<context>
    <name>roadloom::RecentButton</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>More for “%1”</source>
        <extracomment>%1 is a roadmap&apos;s title.</extracomment>
        <translation>“%1”的更多操作</translation>
    </message>
    <message>
        <source>Rename or remove</source>
        <translation>重命名或移除</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>roadloom::RecentList</name>
    <message>
        <source>Go on with a roadmap:</source>
        <translation>继续学习：</translation>
    </message>
    <message>
        <source>goal: %1</source>
        <translation>目标：%1</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all (%1)</source>
        <extracomment>%1 is how many roadmaps there are.</extracomment>
        <translation>全部显示（%1）</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <extracomment>%1 is a number of roadmaps, of perhaps more: those that were open lately.</extracomment>
        <translation>显示最近 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>All %n roadmap(s) are archived.</source>
        <translation>
            <numerusform>全部 %n 条学习路线都已归档。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>All roadmaps…</source>
        <translation>全部学习路线…</translation>
    </message>
</context>
<context>
    <name>roadloom::RenameDialog</name>
    <message>
        <source>Rename roadmap</source>
        <translation>重命名学习路线</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
</context>
<context>
    <name>roadloom::ReportDialog</name>
    <message>
        <source>Report a problem</source>
        <translation>报告问题</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The library is being checked…</source>
        <translation>正在检查学习库…</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>报告已复制。</translation>
    </message>
    <message>
        <source>This is all that the report holds. Nothing is sent: save or copy it, read it, and give it to whoever helps you.</source>
        <translation>报告的全部内容都在这里，不会发送到任何地方：请保存或复制，读过之后交给帮助您的人。</translation>
    </message>
    <message>
        <source>In it: versions, screen and style, settings, how the library&apos;s file is, the last lines of the log. Not in it: your goals, roadmaps, notes and keys, names and addresses of servers, and your folders.</source>
        <translation>包含：版本、屏幕与样式、设置、学习库文件的状况、日志的最后几行。不包含：您的目标、学习路线、笔记和密钥，服务器的名称和地址，以及您的文件夹。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>报告已写入 %1。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder.</source>
        <translation>无法写入 %1。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>roadloom::RetryCard</name>
    <message>
        <source>Trying again in %1</source>
        <translation>%1后重试</translation>
    </message>
    <message>
        <source>This try failed</source>
        <translation>这次尝试失败了</translation>
    </message>
    <message>
        <source>Not tried again after: %1</source>
        <extracomment>%1 is why a try failed, a sentence.</extracomment>
        <translation>未再重试，失败原因：%1</translation>
    </message>
    <message>
        <source>Tried again after: %1</source>
        <extracomment>%1 is why a try failed, a sentence.</extracomment>
        <translation>已重试，失败原因：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries failed</source>
        <translation>
            <numerusform>已失败 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again no&amp;w</source>
        <translation>立即重试(&amp;W)</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Ends the run; the bar above has it with a key, so here without.</extracomment>
        <translation>停止</translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s), the last time after: %1</source>
        <extracomment>%1 is why the last try failed, a sentence.</extracomment>
        <translation>
            <numerusform>已重试 %n 次，最近一次失败原因：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ReviewCard</name>
    <message>
        <source>Is this the roadmap you want?</source>
        <translation>这是您想要的学习路线吗？</translation>
    </message>
    <message>
        <source>You approved the roadmap.</source>
        <translation>您已确认采用这条学习路线。</translation>
    </message>
    <message>
        <source>You asked for a change:</source>
        <translation>您要求修改：</translation>
    </message>
    <message>
        <source>The roadmap was not approved.</source>
        <translation>尚未确认学习路线。</translation>
    </message>
    <message>
        <source>A&amp;pprove</source>
        <translation>确认采用(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Change it</source>
        <translation>修改(&amp;C)</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>要修改什么</translation>
    </message>
    <message>
        <source>The roadmap was not approved. What you had written:</source>
        <translation>尚未确认学习路线。您写下的内容：</translation>
    </message>
    <message>
        <source>Approve the roadmap, or say in your own words what to change.</source>
        <translation>请确认采用这条学习路线，或用自己的话说明想修改什么。</translation>
    </message>
    <message>
        <source>e.g. more practice</source>
        <translation>例如：多一些练习</translation>
    </message>
    <message>
        <source>&amp;Mend the remarks</source>
        <translation>按意见修正(&amp;M)</translation>
    </message>
</context>
<context>
    <name>roadloom::ReviewPrompt</name>
    <message>
        <source>Is the roadmap as you want it? Press Enter to accept it, or write what to change, in one line:</source>
        <translation>这是您想要的学习路线吗？按 Enter 接受，或用一行文字说明要修改什么：</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapChange</name>
    <message>
        <source>, </source>
        <comment>between the names of concepts</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>New: %1, %2, in “%3”</source>
        <extracomment>%1 is a concept, %2 its hours, such as &quot;2 h&quot;, %3 the module that it is in.</extracomment>
        <translation>新增：%1，%2，位于“%3”</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>删除：%1</translation>
    </message>
    <message>
        <source>Renamed: %1 (before: %2)</source>
        <extracomment>%1 is what a concept is called now, %2 what it was called.</extracomment>
        <translation>改名：%1（原名：%2）</translation>
    </message>
    <message>
        <source>Moved: %1, to “%2”</source>
        <extracomment>%1 is a concept, %2 a module.</extracomment>
        <translation>移动：%1，移至“%2”</translation>
    </message>
    <message>
        <source>Hours: %1, %2 instead of %3</source>
        <extracomment>%1 is a concept, %2 and %3 are hours such as &quot;2 h&quot;.</extracomment>
        <translation>学时：%1，%2（原为 %3）</translation>
    </message>
    <message>
        <source>To be learnt before %1: now also %2</source>
        <extracomment>%1 is a concept, %2 those that are to be learnt before it.</extracomment>
        <translation>学习 %1 之前还需学习：%2</translation>
    </message>
    <message>
        <source>To be learnt before %1: no longer %2</source>
        <extracomment>%1 is a concept, %2 those that are not to be learnt before it any more.</extracomment>
        <translation>学习 %1 之前不再需要：%2</translation>
    </message>
    <message>
        <source>Described anew: %1</source>
        <translation>说明已更新：%1</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapDeeds</name>
    <message>
        <source>%1 (copy)</source>
        <extracomment>%1 is the title of a roadmap of which this is the copy.</extracomment>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>There is a copy of “%1”, with your progress and notes.</source>
        <translation>已创建“%1”的副本，包含您的进度和笔记。</translation>
    </message>
    <message>
        <source>“%1” is what it was.</source>
        <translation>“%1”已恢复成当时的样子。</translation>
    </message>
    <message>
        <source>“%1” is in the archive.</source>
        <translation>“%1”已归档。</translation>
    </message>
    <message>
        <source>“%1” is among your roadmaps again.</source>
        <translation>“%1”已回到您的学习路线中。</translation>
    </message>
    <message>
        <source>“%1” is in the bin.</source>
        <translation>“%1”已移到回收站。</translation>
    </message>
    <message>
        <source>“%1” is in the archive again.</source>
        <translation>“%1”已回到归档中。</translation>
    </message>
    <message>
        <source>Delete “%1” for good?</source>
        <translation>要永久删除“%1”吗？</translation>
    </message>
    <message numerus="yes">
        <source>Delete the %n roadmaps in the bin for good?</source>
        <translation>
            <numerusform>要永久删除回收站中的 %n 条学习路线吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Your progress, your notes and the conversation go with it. This cannot be undone. Backups of the library keep a copy for up to five weeks; longer only until the next backup is made.</source>
        <translation>您的进度、笔记和对话会一并删除，且无法撤销。学习库的备份中仍会保留副本，最长五周；此后最多保留到下一次备份。</translation>
    </message>
    <message>
        <source>Your progress, your notes and the conversations go with them. This cannot be undone. Backups of the library keep a copy for up to five weeks; longer only until the next backup is made.</source>
        <translation>您的进度、笔记和对话会一并删除，且无法撤销。学习库的备份中仍会保留副本，最长五周；此后最多保留到下一次备份。</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>designed</comment>
        <extracomment>So many of the concepts that are planned for a stage or module are designed.</extracomment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapExporting</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>无法写入文件 %1：%2</translation>
    </message>
    <message>
        <source>Export roadmap</source>
        <translation>导出学习路线</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapImporting</name>
    <message>
        <source>“%1” was in the library and is brought up to date. Your progress and your notes are kept.</source>
        <translation>“%1”已在学习库中，现已更新。您的进度和笔记都会保留。</translation>
    </message>
    <message>
        <source>“%1” is in the library now.</source>
        <translation>“%1”已存入学习库。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the file had to be changed.</source>
        <translation>
            <numerusform>文件中有 %n 处需要改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Import roadmap</source>
        <translation>导入学习路线</translation>
    </message>
    <message>
        <source>Roadmaps</source>
        <translation>学习路线</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>It is taken back from the bin.</source>
        <translation>已将其从回收站中恢复。</translation>
    </message>
    <message>
        <source>Nothing can be imported, since the library cannot be written.</source>
        <translation>无法写入学习库，因此不能导入。</translation>
    </message>
    <message>
        <source>The file was not imported. Try it again.</source>
        <translation>文件未导入。请重试。</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapQuestions</name>
    <message>
        <source>Move “%1” to the bin?</source>
        <translation>要将“%1”移到回收站吗？</translation>
    </message>
    <message>
        <source>&amp;Move to bin</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>The run that is still at work on it is stopped. Your progress and your notes stay with it: in History you can take it back.</source>
        <translation>正在完善这条学习路线的运行会停止。学习进度和笔记会随它保留，您可以在“历史”中恢复它。</translation>
    </message>
    <message>
        <source>Your progress and your notes stay with it: in History you can take it back.</source>
        <translation>学习进度和笔记会随它保留，您可以在“历史”中恢复它。</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapReview</name>
    <message>
        <source>What you asked for could not be done. %1</source>
        <translation>您的要求未能完成。%1</translation>
    </message>
    <message>
        <source>Ask for it again, or keep the roadmap as it is.</source>
        <translation>请再次提出，或保留现有的学习路线。</translation>
    </message>
    <message>
        <source>What was found could not be mended. %1</source>
        <translation>发现的问题未能修正。%1</translation>
    </message>
    <message>
        <source>The roadmap before the last change stands.</source>
        <translation>保留最后一次修改之前的学习路线。</translation>
    </message>
    <message>
        <source>The mended roadmap breaks rules that it must keep, so the one before it stands.</source>
        <translation>修正后的学习路线违反了必须遵守的规则，因此保留修正前的学习路线。</translation>
    </message>
    <message>
        <source>Look at the remarks yourself, or use a stronger model.</source>
        <translation>请您自己查看这些意见，或使用更强的模型。</translation>
    </message>
    <message>
        <source>The mended roadmap lacks more than a fifth of the concepts, so the one before it stands.</source>
        <translation>修正后的学习路线少了五分之一以上的概念，因此保留修正前的学习路线。</translation>
    </message>
    <message>
        <source>The remarks before this one still hold.</source>
        <translation>此前的意见仍然成立。</translation>
    </message>
    <message>
        <source>The mended roadmap could not be checked, so the one before it stands. %1</source>
        <translation>修正后的学习路线未能得到检查，因此保留修正前的学习路线。%1</translation>
    </message>
    <message>
        <source>The remarks about that one still hold.</source>
        <translation>对那份学习路线的意见仍然成立。</translation>
    </message>
    <message>
        <source>No model has checked this roadmap. %1</source>
        <translation>没有模型检查过这条学习路线。%1</translation>
    </message>
    <message>
        <source>Its structure was checked all the same. Start over to have a model check it.</source>
        <translation>它的结构已经检查过。如需由模型检查，请重新开始。</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapShelf</name>
    <message>
        <source>This roadmap is not kept, since nothing can be written to the library.</source>
        <translation>无法写入学习库，因此不会保留这条学习路线。</translation>
    </message>
    <message>
        <source>Everything you did is in the library now.</source>
        <translation>您所做的一切现已写入学习库。</translation>
    </message>
    <message>
        <source>This roadmap is in the bin. All roadmaps, in the File menu, puts it back.</source>
        <translation>这条学习路线在回收站中。可以在“文件”菜单的“全部学习路线”中放回。</translation>
    </message>
    <message>
        <source>Your last roadmap is archived. All roadmaps, in the File menu, shows it.</source>
        <translation>您上次打开的学习路线已归档。可以在“文件”菜单的“全部学习路线”中查看。</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapTools</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 个匹配项</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter concepts…</source>
        <translation>筛选概念…</translation>
    </message>
    <message>
        <source>Filter concepts</source>
        <translation>筛选概念</translation>
    </message>
    <message>
        <source>Names, keywords and your notes. Chinese names and keywords are also found by their pinyin.</source>
        <translation>按名称、关键词和您的笔记筛选，中文名称和关键词也可以输入拼音或拼音首字母。</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>How far the roadmap is unfolded</source>
        <translation>学习路线展开到哪一层</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Show &amp;stages</source>
        <translation>只显示阶段(&amp;S)</translation>
    </message>
    <message>
        <source>Show m&amp;odules</source>
        <translation>显示到模块(&amp;O)</translation>
    </message>
    <message>
        <source>Show &amp;all concepts</source>
        <translation>显示全部概念(&amp;A)</translation>
    </message>
    <message>
        <source>Next concept to learn</source>
        <translation>下一个可学的概念</translation>
    </message>
    <message>
        <source>Go to the next concept to learn: you know what it builds on</source>
        <translation>转到下一个可学的概念：它的前置概念您都已掌握</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapTreeModel</name>
    <message>
        <source>(no name)</source>
        <translation>（无名称）</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>学时</translation>
    </message>
    <message>
        <source>Difficulty</source>
        <translation>难度</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>Learn first: %1</source>
        <translation>前置概念：%1</translation>
    </message>
    <message>
        <source>Keywords: %1</source>
        <translation>关键词：%1</translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>较难</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Still being designed</source>
        <translation>仍在设计中</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>learnt</comment>
        <extracomment>So many of the concepts of a stage or module are learnt.</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Not designed to the end</source>
        <translation>未设计完</translation>
    </message>
    <message>
        <source>with a note</source>
        <extracomment>Behind the name of a concept, which the learner has written a note on.</extracomment>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <extracomment>%1 is &quot;Still being designed&quot;, then: so many of the concepts that are planned.</extracomment>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>Designed</source>
        <extracomment>Column: of the concepts that are planned, so many.</extracomment>
        <translation>已设计</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n concept(s) learnt</source>
        <translation>
            <numerusform>已学 %1/%n 个概念</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapTrees</name>
    <message>
        <source>Roadmap</source>
        <translation>学习路线</translation>
    </message>
    <message>
        <source>Concepts found</source>
        <translation>找到的概念</translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapView</name>
    <message>
        <source>Roadmap</source>
        <translation>学习路线</translation>
    </message>
    <message>
        <source>Your roadmap appears here as soon as it is designed.</source>
        <translation>学习路线设计好后会立即出现在这里。</translation>
    </message>
    <message>
        <source>You stopped before there was a roadmap.</source>
        <translation>学习路线生成之前，您已停止。</translation>
    </message>
    <message>
        <source>No roadmap: the run failed. The conversation says why.</source>
        <translation>本次运行失败，没有学习路线。</translation>
    </message>
    <message numerus="yes">
        <source>Unfinished: %n concept(s)</source>
        <translation>
            <numerusform>未完成：%n 个概念</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unfinished: %1 of %n concept(s)</source>
        <translation>
            <numerusform>未完成：%1/%n 个概念</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Designed so far: %n concept(s)</source>
        <translation>
            <numerusform>已设计 %n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Your roadmap is being opened.</source>
        <translation>正在打开您的学习路线。</translation>
    </message>
    <message>
        <source>Not finished</source>
        <extracomment>A whole roadmap, whose run was stopped or failed.</extracomment>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>No roadmap for this goal yet. The conversation says what you can do.</source>
        <translation>这个目标还没有学习路线。对话中说明了您可以怎么做。</translation>
    </message>
    <message numerus="yes">
        <source>Designed: %n concept(s)</source>
        <translation>
            <numerusform>已设计：%n 个概念</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RunBar</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Time so far: %1</source>
        <translation>已用时间：%1</translation>
    </message>
    <message>
        <source>%1, this step about %2 more</source>
        <extracomment>%1 is a percentage, %2 a duration.</extracomment>
        <translation>%1，本步还需约 %2</translation>
    </message>
    <message>
        <source>%1%</source>
        <extracomment>A percentage.</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>last word %1 ago</source>
        <extracomment>%1 is a time such as &quot;7 s&quot;.</extracomment>
        <translation>%1前有新内容</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Saved roadmap</source>
        <translation>已保存的学习路线</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>未收录</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>A roadmap, which can be studied now.</extracomment>
        <translation>路线已就绪</translation>
    </message>
    <message>
        <source>Waiting for your turn</source>
        <translation>等待轮到您</translation>
    </message>
</context>
<context>
    <name>roadloom::RunPlanFields</name>
    <message>
        <source>Stages designed at a time</source>
        <translation>同时设计的阶段数</translation>
    </message>
    <message>
        <source>Each takes a request of its own. A single model on your own machine is best left at 1.</source>
        <translation>每个阶段各用一个请求。自己电脑上的单个模型最好保持为 1。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不评审</translation>
    </message>
    <message>
        <source>Ask me before a roadmap is done</source>
        <translation>学习路线完成前先问我</translation>
    </message>
    <message>
        <source>You approve the roadmap, or say in your own words what to change.</source>
        <translation>您确认学习路线，或用自己的话说明要改什么。</translation>
    </message>
    <message>
        <source>Rounds of checking</source>
        <translation>检查轮数</translation>
    </message>
    <message>
        <source>In each, the model checks the roadmap and mends what it found, up to this often.</source>
        <translation>每一轮中，模型检查学习路线并修正发现的问题，最多进行这么多轮。</translation>
    </message>
</context>
<context>
    <name>roadloom::SeatListModel</name>
    <message>
        <source>Runs that have ended: %1. Tokens today: %2.</source>
        <translation>已结束的生成：%1。今日词元数：%2。</translation>
    </message>
    <message>
        <source>Has joined</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>roadloom::SeatTable</name>
    <message>
        <source>Remove “%1” from the class?</source>
        <translation>将“%1”移出课堂？</translation>
    </message>
    <message>
        <source>Its runs end. Who knows the class code can join again: start sharing anew to have another code.</source>
        <translation>其生成会停止。知道课堂码的人可以再次加入：重新开始共享即可更换代码。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>座位</translation>
    </message>
    <message>
        <source>The run is the next one that the model makes.</source>
        <translation>模型接下来就生成它。</translation>
    </message>
    <message>
        <source>&amp;Cancel run</source>
        <translation>取消生成(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Remove from class…</source>
        <translation>移出课堂(&amp;R)…</translation>
    </message>
    <message>
        <source>Shows how fast the hub is, and how much fails</source>
        <translation>显示课堂服务的速度和失败情况</translation>
    </message>
    <message>
        <source>Nobody has joined yet.
At each seat: scan the QR code, or open the join link. Or choose File › Join a class…, this class or its address, and type the class code. Then each learner writes a goal, as always.</source>
        <translation>还没有人加入。
在每个座位上：扫描二维码，或打开加入链接。也可以选择“文件 › 加入课堂…”，选中本课堂或输入地址，再输入课堂码。之后每位学习者照常写下目标即可。</translation>
    </message>
    <message>
        <source>Move to &amp;front</source>
        <translation>移到最前(&amp;F)</translation>
    </message>
</context>
<context>
    <name>roadloom::ServerFailures</name>
    <message>
        <source>The answer from %1 is longer than the limit of %2 MiB and was stopped. Try again, or choose another model.</source>
        <translation>来自 %1 的回答超过 %2 MiB 的上限，已停止。请重试，或换一个模型。</translation>
    </message>
    <message>
        <source>The account at %1 has no credit left. Top it up or choose another model.</source>
        <translation>%1 上的账户余额不足。请充值或换一个模型。</translation>
    </message>
    <message>
        <source>The server at %1 has had too many requests. Wait a minute, then try again.</source>
        <translation>%1 上的服务器收到的请求过多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>The server at %1 reported an error instead of an answer. Try again in a moment.</source>
        <translation>%1 上的服务器报告了错误，没有给出回答。请稍后再试。</translation>
    </message>
    <message>
        <source>The server at %1 failed (HTTP %2). Try again in a moment.</source>
        <translation>%1 上的服务器出错了（HTTP %2）。请稍后再试。</translation>
    </message>
    <message>
        <source>The server at %1 closed the connection without an answer. Check that it is still running, then try again.</source>
        <translation>%1 上的服务器没有回答就关闭了连接。请确认它仍在运行，然后重试。</translation>
    </message>
    <message>
        <source>%1 The server says: %2</source>
        <extracomment>%1 is a whole sentence of ours, %2 what the server said.</extracomment>
        <translation>%1服务器说：%2</translation>
    </message>
    <message>
        <source>The server at %1 did not accept the API key. Check the key in %2, then try again.</source>
        <translation>%1 处的服务器不接受此 API 密钥。请检查 %2 中的密钥后重试。</translation>
    </message>
    <message>
        <source>The request is too long for the server at %1 (HTTP %2). Shorten the goal and what you say about yourself, or use another model.</source>
        <translation>请求对 %1 处的服务器来说太长（HTTP %2）。请缩短目标和自我介绍，或使用其他模型。</translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 has had too many requests. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>%1 处的服务器收到的请求过多。请等待 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 has had too many requests. Wait %n minute(s), then try again.</source>
        <translation>
            <numerusform>%1 处的服务器收到的请求过多。请等待 %n 分钟后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server at %1 refuses to answer this. Say the goal in other words, or use another model.</source>
        <translation>%1 处的服务器拒绝回答。请换一种说法描述目标，或使用其他模型。</translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 came about within %n second(s). Check the address and your network connection.</source>
        <translation>
            <numerusform>%n 秒内未能连接到 %1。请检查地址和网络连接。</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid today. Check this computer&apos;s date; if that is right, whoever runs the server has to renew the certificate.</source>
        <translation>%1 的证书今天无效。请检查本机日期；若日期无误，需由服务器的维护者更新证书。</translation>
    </message>
    <message>
        <source>What answers at %1 shows the certificate of another server. Check the address; nothing was sent there.</source>
        <translation>%1 出示的是另一台服务器的证书。请检查地址；没有向那里发送任何内容。</translation>
    </message>
    <message>
        <source>The service at %1 sends this request on to %2. It was not followed there, so that your words stay where you sent them. If you trust that address, set it as the service&apos;s address.</source>
        <translation>%1 处的服务把这个请求转到 %2。程序没有跟过去，以免您写的内容被送到别处。如果您信任那个地址，请把它设为服务地址。</translation>
    </message>
    <message numerus="yes">
        <source>The service at %1 sends this request on and on (%n time(s) were followed). Check the service&apos;s address.</source>
        <translation>
            <numerusform>%1 处的服务不断转发这个请求（已跟随 %n 次）。请检查服务地址。</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer from %1 is longer than the limit of %2 MiB and was stopped. Try again, or ask for a narrower goal.</source>
        <translation>%1 的回答超过了 %2 MiB 的上限，已停止接收。请重试，或把目标定得窄一些。</translation>
    </message>
    <message>
        <source>The account of the service at %1 has no credit left. Tell whoever runs it, or use another source.</source>
        <translation>%1 处服务的账户余额已用完。请告知其管理者，或改用其他来源。</translation>
    </message>
    <message>
        <source>There is no roadmap service at this address of %1. Check the service&apos;s address.</source>
        <translation>%1 的这个地址上没有学习路线服务。请检查服务地址。</translation>
    </message>
    <message>
        <source>The service at %1 has had too many requests. Wait a minute, then try again.</source>
        <translation>%1 处的服务收到的请求过多。请等一分钟再试。</translation>
    </message>
    <message>
        <source>The service at %1 could not make the roadmap. Try again in a moment.</source>
        <translation>%1 处的服务没能生成学习路线。请稍后重试。</translation>
    </message>
    <message>
        <source>The request is too long for the service at %1 (HTTP %2). Shorten the goal and what you say about yourself.</source>
        <translation>请求对 %1 处的服务来说太长（HTTP %2）。请缩短目标和自我介绍。</translation>
    </message>
    <message>
        <source>The service at %1 refused the request (HTTP %2). Change what it objects to, or check the service&apos;s address.</source>
        <translation>%1 处的服务拒绝了请求（HTTP %2）。请修改它指出的内容，或检查服务地址。</translation>
    </message>
    <message>
        <source>The service at %1 failed (HTTP %2). Try again in a moment.</source>
        <translation>%1 处的服务出错（HTTP %2）。请稍后重试。</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Check that the service is running there, and its address.</source>
        <translation>%1 没有应答。请确认服务正在那里运行，并检查其地址。</translation>
    </message>
    <message>
        <source>The address %1 cannot be found. Check the service&apos;s address and your network connection.</source>
        <translation>找不到地址 %1。请检查服务地址和网络连接。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check the service&apos;s address and this computer&apos;s date; a server without a valid certificate is not trusted.</source>
        <translation>无法与 %1 建立安全连接。请检查服务地址和本机日期；没有有效证书的服务器不受信任。</translation>
    </message>
    <message>
        <source>The service at %1 cannot be reached. Check its address and your network connection.</source>
        <translation>无法连接 %1 处的服务。请检查其地址和网络连接。</translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 said nothing for %n second(s) and was given up. Try again, or raise the time limit (--timeout).</source>
        <translation>
            <numerusform>%1 上的服务器 %n 秒没有任何回应，已放弃。请重试，或延长时间限制（--timeout）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 came about through the proxy within %n second(s). Check the proxy in Roadloom&apos;s settings or this computer&apos;s, and the address.</source>
        <translation>
            <numerusform>%n 秒内未能通过代理连接到 %1。请检查 Roadloom 设置或本机设置中的代理，以及该地址。</numerusform>
        </translation>
    </message>
    <message>
        <source>The request to %1 did not get through the proxy. Check the proxy in Roadloom&apos;s settings or this computer&apos;s, and the address.</source>
        <translation>发往 %1 的请求未能通过代理。请检查 Roadloom 设置或本机设置中的代理，以及该地址。</translation>
    </message>
    <message>
        <source>The server at %1 asks for an API key. Enter one in Settings, or set %2, then try again.</source>
        <translation>%1 处的服务器需要 API 密钥。请在设置中输入密钥，或设置 %2，然后重试。</translation>
    </message>
    <message>
        <source>The server at %1 did not accept the API key. Enter it again in Settings, then try again.</source>
        <translation>%1 处的服务器不接受该 API 密钥。请在设置中重新输入，然后重试。</translation>
    </message>
    <message>
        <source>This computer does not know who vouches for the certificate of %1. If it is your school&apos;s or company&apos;s own, choose the file of its authority in the network settings; nothing was sent there.</source>
        <translation>本机不认识为 %1 的证书作保的机构。若那是学校或公司自己的机构，请在网络设置中选择其证书文件；没有向那里发送任何内容。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check the address and this computer&apos;s date; a server without a valid certificate is not trusted.</source>
        <translation>无法与 %1 建立安全连接。请检查该地址和这台电脑的日期；没有有效证书的服务器不受信任。</translation>
    </message>
    <message>
        <source>The answer from %1 broke off before its end. A new try may bring all of it.</source>
        <translation>来自 %1 的回答在结束之前中断了。再试一次也许能得到完整的回答。</translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 sends this request on and on (%n time(s) were followed). Check the address.</source>
        <translation>
            <numerusform>%1 上的服务器不断转发此请求（已跟随 %n 次）。请检查地址。</numerusform>
        </translation>
    </message>
    <message>
        <source>What answers at %1 is a web page, not a model server. Check the address, which looks like %2.</source>
        <translation>在 %1 回答的是网页，不是模型服务器。请检查地址，它的形式类似 %2。</translation>
    </message>
    <message>
        <source>The server at %1 sent an empty answer. Check the address, which looks like %2, then try again.</source>
        <translation>%1 上的服务器给出了空的回答。请检查地址（形式类似 %2），然后重试。</translation>
    </message>
    <message>
        <source>What the server at %1 sent is not a chat answer. Check the address, and that the API style (--api-style) is this server&apos;s.</source>
        <translation>%1 处的服务器返回的内容不是聊天回答。请检查地址，以及接口风格（--api-style）是否与该服务器一致。</translation>
    </message>
    <message>
        <source>What the server at %1 sent is no list of models. Check the address, or write the model&apos;s name yourself.</source>
        <translation>%1 的服务器发来的不是模型列表。请检查地址，或自行填写模型名称。</translation>
    </message>
    <message>
        <source>The model server&apos;s address or key cannot be used. Check the address, which starts with http:// or https://, and the key.</source>
        <translation>模型服务器的地址或密钥无法使用。请检查地址（以 http:// 或 https:// 开头）和密钥。</translation>
    </message>
    <message>
        <source>The server at %1 does not know this address or this model. Check the address, which looks like %2, and the model&apos;s name (--model).</source>
        <translation>%1 上的服务器不认识这个地址或这个模型。请检查地址（形式类似 %2）和模型名称（--model）。</translation>
    </message>
    <message>
        <source>The server at %1 refused the request (HTTP %2). Check the model&apos;s name (--model) and the address, or use another model.</source>
        <translation>%1 处的服务器拒绝了请求（HTTP %2）。请检查模型名称（--model）和地址，或使用其他模型。</translation>
    </message>
    <message>
        <source>Nothing answers at %1. Start the model server there, or check the address.</source>
        <translation>%1 没有回应。请启动那里的模型服务器，或检查地址。</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak TLS, or not as it should. Check the address: it begins with http:// where the server knows no https.</source>
        <translation>%1 上的服务不使用 TLS，或 TLS 不正常。请检查地址：服务器不支持 https 时，网址应以 http:// 开头。</translation>
    </message>
    <message>
        <source>The server at %1 cannot be reached. Check the address and your network connection.</source>
        <translation>无法连接 %1 上的服务器。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The server at %1 sends this request on to %2. It was not followed there, so that your words and your key stay where you sent them. If you trust that address, set it as the server&apos;s address.</source>
        <translation>%1 上的服务器把这个请求转到了 %2。程序没有跟过去，以使您的文字和密钥留在您发送的地方。如果您信任那个地址，请把它设为服务器的地址。</translation>
    </message>
    <message>
        <source>The address %1 cannot be found. Check it and your network connection.</source>
        <translation>找不到地址 %1。请检查地址和网络连接。</translation>
    </message>
    <message>
        <source>The hub at %1 shows another certificate than the one that was confirmed; nothing was sent there. Ask whoever runs it whether it is new, and confirm it anew only if its fingerprint is the one that they see.</source>
        <translation>%1 处的服务出示的证书与已确认的不同；没有向它发送任何内容。请询问其管理者证书是否已更换，只有当指纹与他们看到的一致时才重新确认。</translation>
    </message>
    <message>
        <source>The certificate of the hub at %1 was confirmed, so its address must begin with https://.</source>
        <translation>%1 处的服务的证书已经确认过，因此它的地址必须以 https:// 开头。</translation>
    </message>
    <message>
        <source>The service&apos;s address or class code cannot be used. Check the address, which starts with http:// or https://, and the code.</source>
        <translation>服务地址或课堂码无法使用。请检查地址（以 http:// 或 https:// 开头）和课堂码。</translation>
    </message>
    <message>
        <source>The service at %1 asks for a class code. Join its class with File › Join a class…, or set %2, then try again.</source>
        <translation>%1 处的服务需要课堂码。请用“文件 › 加入课堂…”加入它的课堂，或设置 %2，然后重试。</translation>
    </message>
    <message>
        <source>The service at %1 did not accept the class code. Join its class anew with File › Join a class…, then try again.</source>
        <translation>%1 处的服务不接受这个课堂码。请用“文件 › 加入课堂…”重新加入，然后重试。</translation>
    </message>
    <message>
        <source>The service at %1 did not accept the class code. Check the code in %2, then try again.</source>
        <translation>%1 处的服务不接受这个课堂码。请检查 %2 中的课堂码，然后重试。</translation>
    </message>
    <message>
        <source>This computer does not know the certificate of the hub at %1; nothing was sent there. Compare its fingerprint with the one that your teacher&apos;s screen shows. If it is the same, join the class with File › Join a class…, or in a terminal set ROADLOOM_HUB_FINGERPRINT to it: %2</source>
        <translation>这台计算机不认识 %1 处课堂服务的证书；没有向它发送任何内容。请将其指纹与老师屏幕上显示的指纹对比。如果一致，请用“文件 › 加入课堂…”加入，或在终端中将 ROADLOOM_HUB_FINGERPRINT 设为：%2</translation>
    </message>
    <message>
        <source>What answers at %1 closed the connection without an answer. If the class uses https, its address begins with https://; else check that the service is still running.</source>
        <translation>%1 没有回答就断开了连接。如果课堂使用 https，地址应以 https:// 开头；否则请检查服务是否仍在运行。</translation>
    </message>
</context>
<context>
    <name>roadloom::ServiceForm</name>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>A hub is a Roadloom on another machine that designs roadmaps for others. Ask the person who runs it for its address.</source>
        <translation>课堂服务是另一台机器上为他人生成学习路线的 Roadloom。请向它的管理者询问地址。</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>可选</translation>
    </message>
    <message>
        <source>&amp;Timeouts</source>
        <translation>超时(&amp;T)</translation>
    </message>
    <message>
        <source>Pro&amp;xy and certificates</source>
        <translation>代理与证书(&amp;X)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>roadloom::ServiceSource</name>
    <message>
        <source>the service at %1</source>
        <translation>%1 处的服务</translation>
    </message>
    <message>
        <source>The service no longer has this run. What was said so far is kept. Trying again starts a new run from the beginning.</source>
        <translation>服务上已经没有这一次生成了。已生成的内容会保留。重试将从头开始新的一次生成。</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>与 %1 的连接断了。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有应答。</translation>
    </message>
    <message>
        <source>%1 answers, but cannot go on yet.</source>
        <translation>%1 有应答，但还不能继续。</translation>
    </message>
    <message>
        <source>The connection to the service broke, and it did not come back in time. What was said so far is kept. Going on takes the run up there again, if it is still on or done.</source>
        <translation>与服务的连接断了，没有及时恢复。已生成的内容会保留。只要那里仍在生成或已经完成，继续就会把它接回来。</translation>
    </message>
</context>
<context>
    <name>roadloom::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>roadloom::ShareDialog</name>
    <message>
        <source>Roadmaps are still being made for the class.</source>
        <translation>仍在为课堂生成学习路线。</translation>
    </message>
    <message>
        <source>If you stop sharing, what is designed so far is lost.</source>
        <translation>如果停止共享，目前已设计的内容会丢失。</translation>
    </message>
    <message>
        <source>&amp;Stop sharing</source>
        <translation>停止共享(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go on sharing</source>
        <translation>继续共享(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Share with the class</source>
        <translation>与课堂共享</translation>
    </message>
    <message>
        <source>While it is paused, no further run begins. Those that are on end.</source>
        <translation>暂停时不会开始新的生成，正在进行的会完成。</translation>
    </message>
    <message>
        <source>Show &amp;large</source>
        <translation>放大显示(&amp;L)</translation>
    </message>
    <message>
        <source>The class code fills the screen, for a projector. Escape ends it.</source>
        <translation>课堂码会占满屏幕，供投影使用。按 Esc 退出。</translation>
    </message>
    <message>
        <source>&amp;Hand out “%1”</source>
        <translation>分发“%1”(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Hand out a roadmap</source>
        <translation>分发学习路线(&amp;H)</translation>
    </message>
    <message>
        <source>Every seat is offered the roadmap in the window, also those that join later.</source>
        <translation>窗口中的学习路线会提供给每个座位，之后加入的座位也能得到。</translation>
    </message>
    <message>
        <source>Open a roadmap first.</source>
        <translation>请先打开一份学习路线。</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) have joined the class.</source>
        <translation>
            <numerusform>已有 %n 个座位加入课堂。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you stop sharing, the model answers them no more. When you share again, the class has another code.</source>
        <translation>停止共享后，模型不再为它们作答。再次共享时，课堂码会更换。</translation>
    </message>
    <message>
        <source>The join link is copied. Whoever opens it in Roadloom joins the class.</source>
        <translation>加入链接已复制。在 Roadloom 中打开它即可加入课堂。</translation>
    </message>
    <message>
        <source>Copy &amp;join link</source>
        <translation>复制加入链接(&amp;J)</translation>
    </message>
    <message>
        <source>For a message to the class: whoever opens it in Roadloom joins, without typing.</source>
        <translation>可发给全班：在 Roadloom 中打开它即可加入，无需输入。</translation>
    </message>
</context>
<context>
    <name>roadloom::ShareForm</name>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>The one that the seats are in as well.</source>
        <translation>座位所在的同一网络。</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Runs at once</source>
        <translation>同时生成数(&amp;R)</translation>
    </message>
    <message>
        <source>The others wait in line. A single model on your own machine is best left at 1.</source>
        <translation>其余的会排队等待。本机上的单个模型最好保持为 1。</translation>
    </message>
    <message>
        <source>Class code</source>
        <translation>课堂码</translation>
    </message>
    <message>
        <source>&amp;Start sharing</source>
        <translation>开始共享(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encrypt the connection (TLS)</source>
        <translation>加密连接（TLS）(&amp;E)</translation>
    </message>
    <message>
        <source>Nobody else in the network can read along. Each seat compares the fingerprint that is shown beside the class code once.</source>
        <translation>网络中的其他人无法窥看。每个座位需核对一次课堂码旁显示的指纹。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>What the model reads and writes for a seat within 24 hours. A roadmap takes some ten thousand.</source>
        <translation>模型 24 小时内为一个座位读写的总量。一条学习路线约需几万。</translation>
    </message>
    <message>
        <source>Your class uses the model that answers you. Seats need the class code and no key; their runs take turns.</source>
        <translation>全班使用为您作答的模型。座位只需要课堂码，不需要密钥；生成请求轮流进行。</translation>
    </message>
    <message>
        <source>Class na&amp;me</source>
        <translation>课堂名称(&amp;M)</translation>
    </message>
    <message>
        <source>By which seats find it, such as Year 7 Maths</source>
        <translation>座位据此找到它，例如：七年级数学</translation>
    </message>
    <message>
        <source>More opt&amp;ions</source>
        <translation>更多选项(&amp;I)</translation>
    </message>
    <message>
        <source>Runs of a seat in an &amp;hour</source>
        <translation>每个座位每小时生成次数(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Tokens of a seat in a day</source>
        <translation>每个座位每天 token 数(&amp;T)</translation>
    </message>
    <message>
        <source>Another &amp;code</source>
        <translation>换一个课堂码(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>roadloom::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Where the goal is written</source>
        <translation>填写目标时</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>A new line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>In the roadmap</source>
        <translation>在学习路线中</translation>
    </message>
    <message>
        <source>Fold and unfold</source>
        <translation>折叠与展开</translation>
    </message>
    <message>
        <source>Done or not</source>
        <translation>标为或取消“已学完”</translation>
    </message>
    <message>
        <source>Open the concept</source>
        <translation>打开概念</translation>
    </message>
</context>
<context>
    <name>roadloom::StageTask</name>
    <message numerus="yes">
        <source>Of %n planned concept(s), stage “%1” has only %2.</source>
        <translation>
            <numerusform>阶段“%1”计划有 %n 个概念，实际只有 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Concept “%1” could not be read; the model was asked for it alone.</source>
        <translation>概念“%1”无法读取，已请模型单独重写。</translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) of stage “%1” could not be read and were left out.</source>
        <translation>
            <numerusform>阶段“%1”有 %n 个概念无法读取，已略去。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::StartPage</name>
    <message>
        <source>Plan what you learn</source>
        <translation>规划您的学习</translation>
    </message>
    <message>
        <source>Who answers: %1</source>
        <translation>回答者：%1</translation>
    </message>
    <message>
        <source>Or begin with one of these:</source>
        <translation>或者从下面选一个开始：</translation>
    </message>
    <message>
        <source>&amp;Back to the roadmap</source>
        <translation>返回学习路线(&amp;B)</translation>
    </message>
    <message>
        <source>Learn web development with Python</source>
        <translation>学习 Python Web 开发</translation>
    </message>
    <message>
        <source>Build web pages from scratch</source>
        <translation>从零开始做网页</translation>
    </message>
    <message>
        <source>Statistics for beginners</source>
        <translation>统计学入门</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>更改(&amp;C)…</translation>
    </message>
    <message>
        <source>Change who answers</source>
        <translation>更改由谁回答</translation>
    </message>
    <message>
        <source>a hub (not complete yet)</source>
        <translation>课堂服务（尚未填写完整）</translation>
    </message>
    <message>
        <source>&amp;Back to the run (%1%)</source>
        <extracomment>%1 is how far the run is, in percent.</extracomment>
        <translation>返回运行（%1%）(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Back to the run</source>
        <translation>返回运行(&amp;B)</translation>
    </message>
    <message>
        <source>Query databases with SQL</source>
        <translation>用 SQL 查询数据库</translation>
    </message>
    <message>
        <source>&amp;Back to the stopped run</source>
        <translation>返回已停止的运行(&amp;B)</translation>
    </message>
    <message>
        <source>Say what you want to learn. You get a roadmap of it: stages, modules and concepts, to be studied one after the other.</source>
        <translation>说出您想学什么，就能得到一条学习路线：由阶段、模块和概念组成，逐个学习。</translation>
    </message>
    <message>
        <source>If you start now, the built-in courses answer; they need no model and no network. They are: %1.</source>
        <extracomment>%1 is a list of subjects.</extracomment>
        <translation>现在开始的话，由内置课程回答，不需要模型，也不需要网络。内置课程有：%1。</translation>
    </message>
    <message>
        <source>Built-in courses: %1</source>
        <translation>内置课程：%1</translation>
    </message>
</context>
<context>
    <name>roadloom::StateChoice</name>
    <message>
        <source>State of this concept</source>
        <translation>这个概念的学习状态</translation>
    </message>
</context>
<context>
    <name>roadloom::StatusLine</name>
    <message>
        <source>Connecting again …</source>
        <translation>正在重新连接……</translation>
    </message>
    <message>
        <source>Connecting again in %1</source>
        <translation>%1后重新连接</translation>
    </message>
    <message>
        <source>State of the run: %1</source>
        <translation>运行状态：%1</translation>
    </message>
    <message>
        <source>Connecting · %1</source>
        <extracomment>%1 is a time such as &quot;7 s&quot;.</extracomment>
        <translation>正在连接 · %1</translation>
    </message>
    <message>
        <source>Waiting for the answer to begin · %1</source>
        <translation>正在等待模型开始回答 · %1</translation>
    </message>
    <message>
        <source>Nothing new for %1</source>
        <translation>已有 %1没有新内容</translation>
    </message>
    <message>
        <source>%1 (gives up after %2)</source>
        <extracomment>%1 is what is waited for and for how long so far, %2 a time such as &quot;5 min&quot;.</extracomment>
        <translation>%1（最多等待 %2）</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
</context>
<context>
    <name>roadloom::StoppedCard</name>
    <message>
        <source>What was said so far stays. There is no roadmap yet.</source>
        <translation>已有的对话会保留。此时还没有学习路线。</translation>
    </message>
    <message>
        <source>What was said stays, and so does the roadmap until another one is designed.</source>
        <translation>对话会保留；学习路线也会保留，直到设计出新的路线。</translation>
    </message>
    <message>
        <source>You stopped the run</source>
        <translation>您已停止运行</translation>
    </message>
    <message>
        <source>What was said stays. The unfinished roadmap is designed anew.</source>
        <translation>已说的内容会保留。未完成的学习路线将重新设计。</translation>
    </message>
    <message>
        <source>Going on keeps what the agents have finished.</source>
        <translation>继续时会保留智能体已完成的部分。</translation>
    </message>
    <message>
        <source>You stopped here, then went on.</source>
        <translation>您在这里停止过，随后继续。</translation>
    </message>
    <message>
        <source>What was said stays. Going on keeps the stages that are complete; the others are designed anew.</source>
        <translation>已说的话会保留。继续时会保留已完成的阶段，其余阶段将重新设计。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The run broke off</source>
        <translation>运行中断了</translation>
    </message>
    <message>
        <source>It broke off here, then went on.</source>
        <translation>在这里中断，之后继续。</translation>
    </message>
    <message>
        <source>Use the built-in courses</source>
        <translation>改用内置课程</translation>
    </message>
    <message>
        <source>What was said until then stays. Whoever answers went on with the run meanwhile: going on takes it up where it is now, if it is still kept there.</source>
        <translation>在那之前生成的内容会保留。对方在此期间仍在继续生成：只要那里还留着，继续就会从它现在的进度接上。</translation>
    </message>
    <message>
        <source>What was said stays. Whoever answers now cannot go on with it: choose in the settings who answered then, or a model, and open this design again. Starting over makes another roadmap.</source>
        <translation>已说的内容会保留。当前的应答者无法继续该设计：请在设置中选择当时的应答者或某个模型，然后再次打开此设计。重新开始会生成另一条学习路线。</translation>
    </message>
</context>
<context>
    <name>roadloom::StudyHeader</name>
    <message numerus="yes">
        <source>%1 of %n concept(s)</source>
        <comment>learnt</comment>
        <translation>
            <numerusform>已学 %1/%n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 hours</source>
        <comment>learnt</comment>
        <extracomment>Hours of study, of those of the whole roadmap.</extracomment>
        <translation>%1/%2 小时</translation>
    </message>
    <message>
        <source>all learnt</source>
        <translation>全部学完</translation>
    </message>
    <message>
        <source>Progress of the roadmap</source>
        <translation>学习路线的进度</translation>
    </message>
    <message>
        <source>These are the planned hours of the concepts that you marked as done. What you knew before does not count.</source>
        <translation>按计划学时计算：您标为“已学完”的概念的计划学时之和，早已掌握的不计入。</translation>
    </message>
    <message>
        <source>%1 this week</source>
        <extracomment>%1 are hours of study, as in &quot;%1 today&quot;, behind which it stands.</extracomment>
        <translation>本周 %1</translation>
    </message>
    <message>
        <source>%1 today</source>
        <extracomment>%1 are hours of study: those planned for what was learnt on this day, not those it took.</extracomment>
        <translation>今天学完 %1</translation>
    </message>
    <message>
        <source>learnt: %1</source>
        <extracomment>%1 is &quot;2 h today&quot;.</extracomment>
        <translation>%1</translation>
    </message>
    <message>
        <source>learnt in all roadmaps: %1</source>
        <extracomment>%1 is &quot;2 h today&quot;: in this roadmap and others together.</extracomment>
        <translation>所有路线：%1</translation>
    </message>
</context>
<context>
    <name>roadloom::TagsDialog</name>
    <message>
        <source>Tags of “%1”</source>
        <translation>“%1”的标签</translation>
    </message>
    <message>
        <source>For example: work, spring term</source>
        <translation>例如：工作，春季学期</translation>
    </message>
    <message>
        <source>&amp;Tags, with commas between them</source>
        <translation>标签，用逗号分隔(&amp;T)</translation>
    </message>
    <message>
        <source>Tags of other roadmaps:</source>
        <translation>其他学习路线的标签：</translation>
    </message>
    <message>
        <source>Add the tag “%1”</source>
        <translation>添加标签“%1”</translation>
    </message>
</context>
<context>
    <name>roadloom::TrialPanel</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>可以使用。</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>更多信息</translation>
    </message>
    <message>
        <source>It answers, and it designs roadmaps.</source>
        <translation>有应答，并且能生成学习路线。</translation>
    </message>
    <message>
        <source>A server answers at this address, but it does not say that it designs roadmaps. If a run fails, check the address.</source>
        <translation>这个地址有服务器应答，但无法确认它能生成学习路线。如果运行失败，请检查地址。</translation>
    </message>
    <message>
        <source>It answers, and your class code is right.</source>
        <translation>它有应答，您的课堂码也正确。</translation>
    </message>
</context>
<context>
    <name>roadloom::UnfinishedList</name>
    <message>
        <source>begun today</source>
        <translation>今天开始</translation>
    </message>
    <message>
        <source>begun yesterday</source>
        <translation>昨天开始</translation>
    </message>
    <message>
        <source>begun on %1</source>
        <extracomment>%1 is a date.</extracomment>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>%1% designed</source>
        <extracomment>%1 is a number: how much of the design is there.</extracomment>
        <translation>已设计 %1%</translation>
    </message>
    <message>
        <source>Remove the unfinished design for “%1”?</source>
        <extracomment>%1 is a goal.</extracomment>
        <translation>移除“%1”的未完成设计？</translation>
    </message>
    <message>
        <source>What was designed and said so far goes with it. This cannot be undone.</source>
        <translation>已设计和已生成的内容会一并移除，且无法撤销。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Go on with a design that broke off:</source>
        <translation>继续中断的设计：</translation>
    </message>
</context>
<context>
    <name>roadloom::UnwrittenQuestion</name>
    <message>
        <source>Not all that you did is in the library yet.</source>
        <translation>您所做的内容尚未全部写入学习库。</translation>
    </message>
    <message>
        <source>It could not be written, and is tried again every few seconds. If you close the window now, what you did last may be lost.</source>
        <translation>刚才没能写入，程序每隔几秒会重试一次。如果现在关闭窗口，您最后所做的内容可能会丢失。</translation>
    </message>
    <message>
        <source>&amp;Close anyway</source>
        <translation>仍然关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>等待(&amp;W)</translation>
    </message>
</context>
<context>
    <name>roadloom::VersionsDialog</name>
    <message>
        <source>&amp;Bring back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>Versions of “%1”</source>
        <translation>“%1”的版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Concepts of the version</source>
        <translation>该版本的概念</translation>
    </message>
    <message>
        <source>What you bring back takes the place of what the roadmap is now, which stays in this list. Your progress and notes stay with their concepts.</source>
        <translation>恢复的版本会取代学习路线现在的样子；现在的样子仍保留在此列表中。您的进度和笔记不受影响，仍归于各概念。</translation>
    </message>
    <message numerus="yes">
        <source>%n concepts</source>
        <translation>
            <numerusform>%n 个概念</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · now
%2</source>
        <translation>%1 · 当前
%2</translation>
    </message>
    <message>
        <source>now · not written yet
%1</source>
        <translation>当前 · 尚未写入
%1</translation>
    </message>
</context>
<context>
    <name>roadloom::WaitLine</name>
    <message numerus="yes">
        <source>Trying again in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后重试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model is reasoning: %n second(s)</source>
        <translation>
            <numerusform>模型正在推理：%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting: %n second(s)</source>
        <translation>
            <numerusform>正在连接：%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting again in %n second(s)</source>
        <translation>
            <numerusform>%n 秒后重新连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the first word: %n second(s)</source>
        <translation>
            <numerusform>正在等待第一个词：%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, given up in %n second(s)</source>
        <extracomment>%1 is what is being waited for and for how long.</extracomment>
        <translation>
            <numerusform>%1，%n 秒后放弃</numerusform>
        </translation>
    </message>
    <message>
        <source>[%1 %] %2</source>
        <translation>[%1%] %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n second(s) left</source>
        <extracomment>%1 is what is being done.</extracomment>
        <translation>
            <numerusform>%1，本步还需约 %n 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::WindowTitle</name>
    <message>
        <source>%1% · %2</source>
        <extracomment>%1 is a percentage, %2 what the window is about.</extracomment>
        <translation>%1% · %2</translation>
    </message>
</context>
<context>
    <name>roadloom::WishBubble</name>
    <message>
        <source>You want to learn</source>
        <translation>您想学</translation>
    </message>
</context>
<context>
    <name>roadloom::WishOffer</name>
    <message>
        <source>Another start asked for: %1</source>
        <extracomment>%1 is a goal, as it was given on the command line.</extracomment>
        <translation>另一次启动想要：%1</translation>
    </message>
    <message>
        <source>Use i&amp;t</source>
        <translation>使用它(&amp;T)</translation>
    </message>
    <message>
        <source>Puts it into the form, in place of what you wrote.</source>
        <translation>把它填入表单，替换您写的内容。</translation>
    </message>
    <message>
        <source>Kee&amp;p mine</source>
        <translation>保留我写的(&amp;P)</translation>
    </message>
</context>
<context>
    <name>roadloom::WorkCommands</name>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Start &amp;over</source>
        <translation>重新开始(&amp;O)</translation>
    </message>
    <message>
        <source>Open a roadmap first.</source>
        <translation>请先打开一条学习路线。</translation>
    </message>
    <message>
        <source>Nothing is left to learn in this roadmap.</source>
        <translation>这条学习路线已全部学完。</translation>
    </message>
    <message>
        <source>This roadmap is not in the library.</source>
        <translation>这条学习路线不在学习库中。</translation>
    </message>
    <message>
        <source>The roadmap is still being designed.</source>
        <translation>学习路线仍在设计中。</translation>
    </message>
    <message>
        <source>Choose a concept in the roadmap first.</source>
        <translation>请先在学习路线中选择一个概念。</translation>
    </message>
</context>
<context>
    <name>roadloom::WorkInFront</name>
    <message>
        <source>Another program moved this roadmap to the bin. What you do with it is still kept. All roadmaps, in the File menu, puts it back.</source>
        <translation>另一个程序已将这条学习路线移到回收站。您所做的一切仍会保留。可以在“文件”菜单的“全部学习路线”中放回。</translation>
    </message>
</context>
<context>
    <name>roadloom::WorkflowPicture</name>
    <message>
        <source>to come</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>Check %1×</source>
        <extracomment>%1 is how often the roadmap has been checked, from 2 on.</extracomment>
        <translation>检查 %1×</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A step of the work and what became of it: &quot;Design: in progress&quot;.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The way of the run</source>
        <translation>运行的各个步骤</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>等您确认</translation>
    </message>
</context>
</TS>
