<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CurriculumCheck</name>
    <message numerus="yes">
        <source>The topic has %n concept(s). Give it 3 to 6, so that it can be a module.</source>
        <translation>
            <numerusform>The topic has %n concept. Give it 3 to 6, so that it can be a module.</numerusform>
            <numerusform>The topic has %n concepts. Give it 3 to 6, so that it can be a module.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CurriculumCommand</name>
    <message numerus="yes">
        <source>%n concept(s), %1</source>
        <translation>
            <numerusform>%n concept, %1</numerusform>
            <numerusform>%n concepts, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) checked, no problem found.</source>
        <translation>
            <numerusform>%n file checked, no problem found.</numerusform>
            <numerusform>%n files checked, no problem found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBounds</name>
    <message numerus="yes">
        <source>%n concept(s) took more than %1 hours; now they take as many.</source>
        <translation>
            <numerusform>%n concept took more than %1 hours; now it takes as many.</numerusform>
            <numerusform>%n concepts took more than %1 hours; now they take as many.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) were longer than can be and were cut.</source>
        <translation>
            <numerusform>%n text was longer than can be and was cut.</numerusform>
            <numerusform>%n texts were longer than can be and were cut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JsonMends</name>
    <message numerus="yes">
        <source>%n comments were left out.</source>
        <translation>
            <numerusform>%n comment was left out.</numerusform>
            <numerusform>%n comments were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superfluous commas were left out.</source>
        <translation>
            <numerusform>%n superfluous comma was left out.</numerusform>
            <numerusform>%n superfluous commas were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing commas were added.</source>
        <translation>
            <numerusform>%n missing comma was added.</numerusform>
            <numerusform>%n missing commas were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n superfluous brackets were left out.</source>
        <translation>
            <numerusform>%n superfluous bracket was left out.</numerusform>
            <numerusform>%n superfluous brackets were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing brackets were added.</source>
        <translation>
            <numerusform>%n missing bracket was added.</numerusform>
            <numerusform>%n missing brackets were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts in single quotation marks were accepted.</source>
        <translation>
            <numerusform>%n text in single quotation marks was accepted.</numerusform>
            <numerusform>%n texts in single quotation marks were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n typographic marks were replaced.</source>
        <translation>
            <numerusform>%n typographic mark was replaced.</numerusform>
            <numerusform>%n typographic marks were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n names without quotation marks were accepted.</source>
        <translation>
            <numerusform>%n name without quotation marks was accepted.</numerusform>
            <numerusform>%n names without quotation marks were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts without quotation marks were accepted.</source>
        <translation>
            <numerusform>%n text without quotation marks was accepted.</numerusform>
            <numerusform>%n texts without quotation marks were accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words of other languages than JSON were replaced.</source>
        <translation>
            <numerusform>%n word of another language than JSON was replaced.</numerusform>
            <numerusform>%n words of other languages than JSON were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers were written another way.</source>
        <translation>
            <numerusform>%n number was written another way.</numerusform>
            <numerusform>%n numbers were written another way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line ends or other control characters were escaped.</source>
        <translation>
            <numerusform>%n line end or other control character was escaped.</numerusform>
            <numerusform>%n line ends or other control characters were escaped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid escapes were replaced.</source>
        <translation>
            <numerusform>%n invalid escape was replaced.</numerusform>
            <numerusform>%n invalid escapes were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotation marks within texts were escaped.</source>
        <translation>
            <numerusform>%n quotation mark within a text was escaped.</numerusform>
            <numerusform>%n quotation marks within texts were escaped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n broken characters were replaced.</source>
        <translation>
            <numerusform>%n broken character was replaced.</numerusform>
            <numerusform>%n broken characters were replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces of text behind the end were left out.</source>
        <translation>
            <numerusform>%n piece of text behind the end was left out.</numerusform>
            <numerusform>%n pieces of text behind the end were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stray pieces of text were left out.</source>
        <translation>
            <numerusform>%n stray piece of text was left out.</numerusform>
            <numerusform>%n stray pieces of text were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing colons were added.</source>
        <translation>
            <numerusform>%n missing colon was added.</numerusform>
            <numerusform>%n missing colons were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing values were taken for null.</source>
        <translation>
            <numerusform>%n missing value was taken for null.</numerusform>
            <numerusform>%n missing values were taken for null.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers that are too large were taken for null.</source>
        <translation>
            <numerusform>%n number that is too large was taken for null.</numerusform>
            <numerusform>%n numbers that are too large were taken for null.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces that were cut off were ended.</source>
        <translation>
            <numerusform>%n piece that was cut off was ended.</numerusform>
            <numerusform>%n pieces that were cut off were ended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parts that are nested too deeply were left out.</source>
        <translation>
            <numerusform>%n part that is nested too deeply was left out.</numerusform>
            <numerusform>%n parts that are nested too deeply were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message numerus="yes">
        <source>%n roadmap(s) could be read and are here again. What was done last may be missing.</source>
        <translation>
            <numerusform>%n roadmap could be read and is here again. What was done last may be missing.</numerusform>
            <numerusform>%n roadmaps could be read and are here again. What was done last may be missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpmlReader</name>
    <message numerus="yes">
        <source>The outline is more than %n level(s) deep.</source>
        <translation>
            <numerusform>The outline is more than %n level deep.</numerusform>
            <numerusform>The outline is more than %n levels deep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadProblems</name>
    <message numerus="yes">
        <source>%n values without brackets were taken for lists of one.</source>
        <translation>
            <numerusform>%n value without brackets was taken for a list of one.</numerusform>
            <numerusform>%n values without brackets were taken for lists of one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapImportCommand</name>
    <message numerus="yes">
        <source>%n concept(s) are new.</source>
        <translation>
            <numerusform>%n concept is new.</numerusform>
            <numerusform>%n concepts are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are gone; what was studied of them is kept.</source>
        <translation>
            <numerusform>%n concept is gone; what was studied of it is kept.</numerusform>
            <numerusform>%n concepts are gone; what was studied of them is kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) are further in the file.</source>
        <translation>
            <numerusform>%n concept is further in the file.</numerusform>
            <numerusform>%n concepts are further in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came with the file.</source>
        <translation>
            <numerusform>%n note came with the file.</numerusform>
            <numerusform>%n notes came with the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n concept(s) your own progress or note was kept.</source>
        <translation>
            <numerusform>Of %n concept your own progress or note was kept.</numerusform>
            <numerusform>Of %n concepts your own progress or note was kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; is in the library now, with %n concept(s).</source>
        <translation>
            <numerusform>&quot;%1&quot; is in the library now, with %n concept.</numerusform>
            <numerusform>&quot;%1&quot; is in the library now, with %n concepts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapMarks</name>
    <message numerus="yes">
        <source>%1 of %n concepts learnt</source>
        <translation>
            <numerusform>%1 of %n concept learnt</numerusform>
            <numerusform>%1 of %n concepts learnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapMender</name>
    <message numerus="yes">
        <source>The roadmap now takes %n week(s).</source>
        <translation>
            <numerusform>The roadmap now takes %n week.</numerusform>
            <numerusform>The roadmap now takes %n weeks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More of the same kind was corrected: %n time(s).</source>
        <translation>
            <numerusform>More of the same kind was corrected: %n time.</numerusform>
            <numerusform>More of the same kind was corrected: %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoadmapWords</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatBook</name>
    <message numerus="yes">
        <source>Too many wrong class codes. Try again in %n seconds.</source>
        <translation>
            <numerusform>Too many wrong class codes. Try again in %n second.</numerusform>
            <numerusform>Too many wrong class codes. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatBudget</name>
    <message numerus="yes">
        <source>You have had your %n runs of this hour.</source>
        <translation>
            <numerusform>You have had your run of this hour.</numerusform>
            <numerusform>You have had your %n runs of this hour.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServeCommand</name>
    <message numerus="yes">
        <source>The class code in ROADLOOM_CLASS_CODE needs %n characters at least.</source>
        <translation>
            <numerusform>The class code in ROADLOOM_CLASS_CODE needs %n character at least.</numerusform>
            <numerusform>The class code in ROADLOOM_CLASS_CODE needs %n characters at least.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The secret in ROADLOOM_HUB_SECRET needs %n characters at least.</source>
        <translation>
            <numerusform>The secret in ROADLOOM_HUB_SECRET needs %n character at least.</numerusform>
            <numerusform>The secret in ROADLOOM_HUB_SECRET needs %n characters at least.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Try again in a minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n hours.</source>
        <translation>
            <numerusform>Try again in an hour.</numerusform>
            <numerusform>Try again in %n hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithoutBroken</name>
    <message numerus="yes">
        <source>%n concept(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n concept could not be read and was left out.</numerusform>
            <numerusform>%n concepts could not be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::AgentTask</name>
    <message numerus="yes">
        <source>%1 %n tries were made.</source>
        <translation>
            <numerusform>%1 %n try was made.</numerusform>
            <numerusform>%1 %n tries were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::BulletList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ClassCommands</name>
    <message numerus="yes">
        <source>%n seat(s) use the model of this window.</source>
        <translation>
            <numerusform>%n seat uses the model of this window.</numerusform>
            <numerusform>%n seats use the model of this window.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sharing: %n seat(s)</source>
        <translation>
            <numerusform>Sharing: %n seat</numerusform>
            <numerusform>Sharing: %n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collected roadmap(s) are in the library now.</source>
        <translation>
            <numerusform>%n collected roadmap is in the library now.</numerusform>
            <numerusform>%n collected roadmaps are in the library now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n collected roadmap(s) are not in your library yet.</source>
        <translation>
            <numerusform>%n collected roadmap is not in your library yet.</numerusform>
            <numerusform>%n collected roadmaps are not in your library yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ConceptLinks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ConceptPane</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::EditCard</name>
    <message numerus="yes">
        <source>%n change(s) to the roadmap</source>
        <translation>
            <numerusform>%n change to the roadmap</numerusform>
            <numerusform>%n changes to the roadmap</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::FindingsPanel</name>
    <message numerus="yes">
        <source>%n critical</source>
        <comment>findings of this severity</comment>
        <translation>
            <numerusform>%n critical</numerusform>
            <numerusform>%n critical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s)</source>
        <comment>on a roadmap</comment>
        <translation>
            <numerusform>%n remark</numerusform>
            <numerusform>%n remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::GenerateRun</name>
    <message numerus="yes">
        <source>This step is tried again in %n second(s).</source>
        <translation>
            <numerusform>This step is tried again in %n second.</numerusform>
            <numerusform>This step is tried again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::HubRuns</name>
    <message numerus="yes">
        <source>%n of your runs are waiting already. Wait until one has begun.</source>
        <translation>
            <numerusform>%n of your runs is waiting already. Wait until it has begun.</numerusform>
            <numerusform>%n of your runs are waiting already. Wait until one has begun.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::LocalServers</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::MendCard</name>
    <message numerus="yes">
        <source>%n thing(s) corrected automatically</source>
        <translation>
            <numerusform>%n thing corrected automatically</numerusform>
            <numerusform>%n things corrected automatically</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ModelField</name>
    <message numerus="yes">
        <source>%n model(s) to choose from</source>
        <translation>
            <numerusform>%n model to choose from</numerusform>
            <numerusform>%n models to choose from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::NoteCard</name>
    <message numerus="yes">
        <source>%n stage(s)</source>
        <translation>
            <numerusform>%n stage</numerusform>
            <numerusform>%n stages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n module(s)</source>
        <translation>
            <numerusform>%n module</numerusform>
            <numerusform>%n modules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::PaceButton</name>
    <message numerus="yes">
        <source>about %n week(s) left at %1</source>
        <extracomment>%1 is hours a week: &quot;about 9 weeks left at 10 h a week&quot;.</extracomment>
        <translation>
            <numerusform>about %n week left at %1</numerusform>
            <numerusform>about %n weeks left at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n week(s) left</source>
        <translation>
            <numerusform>about %n week left</numerusform>
            <numerusform>about %n weeks left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) left at %1</source>
        <extracomment>A shorter &quot;about 9 weeks left at 10 h a week&quot;; %1 is hours a week.</extracomment>
        <translation>
            <numerusform>%n week left at %1</numerusform>
            <numerusform>%n weeks left at %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) left</source>
        <extracomment>The same, shorter still.</extracomment>
        <translation>
            <numerusform>%n week left</numerusform>
            <numerusform>%n weeks left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RecentList</name>
    <message numerus="yes">
        <source>All %n roadmap(s) are archived.</source>
        <translation>
            <numerusform>Your only roadmap is archived.</numerusform>
            <numerusform>All %n roadmaps are archived.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RetryCard</name>
    <message numerus="yes">
        <source>%n tries failed</source>
        <translation>
            <numerusform>%n try failed</numerusform>
            <numerusform>%n tries failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s), the last time after: %1</source>
        <extracomment>%1 is why the last try failed, a sentence.</extracomment>
        <translation>
            <numerusform>Tried again once, after: %1</numerusform>
            <numerusform>Tried again %n times, the last time after: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapDeeds</name>
    <message numerus="yes">
        <source>Delete the %n roadmaps in the bin for good?</source>
        <translation>
            <numerusform>Delete the roadmap in the bin for good?</numerusform>
            <numerusform>Delete the %n roadmaps in the bin for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapImporting</name>
    <message numerus="yes">
        <source>%n thing(s) in the file had to be changed.</source>
        <translation>
            <numerusform>%n thing in the file had to be changed.</numerusform>
            <numerusform>%n things in the file had to be changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapTools</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapTreeModel</name>
    <message numerus="yes">
        <source>%n concept(s)</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n concept(s) learnt</source>
        <translation>
            <numerusform>%1 of %n concept learnt</numerusform>
            <numerusform>%1 of %n concepts learnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::RoadmapView</name>
    <message numerus="yes">
        <source>Unfinished: %n concept(s)</source>
        <translation>
            <numerusform>Unfinished: %n concept</numerusform>
            <numerusform>Unfinished: %n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unfinished: %1 of %n concept(s)</source>
        <translation>
            <numerusform>Unfinished: %1 of %n concept</numerusform>
            <numerusform>Unfinished: %1 of %n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Designed so far: %n concept(s)</source>
        <translation>
            <numerusform>Designed so far: %n concept</numerusform>
            <numerusform>Designed so far: %n concepts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Designed: %n concept(s)</source>
        <translation>
            <numerusform>Designed: %n concept</numerusform>
            <numerusform>Designed: %n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ServerFailures</name>
    <message numerus="yes">
        <source>The server at %1 has had too many requests. Wait %n second(s), then try again.</source>
        <translation>
            <numerusform>The server at %1 has had too many requests. Wait %n second, then try again.</numerusform>
            <numerusform>The server at %1 has had too many requests. Wait %n seconds, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 has had too many requests. Wait %n minute(s), then try again.</source>
        <translation>
            <numerusform>The server at %1 has had too many requests. Wait %n minute, then try again.</numerusform>
            <numerusform>The server at %1 has had too many requests. Wait %n minutes, then try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 came about within %n second(s). Check the address and your network connection.</source>
        <translation>
            <numerusform>No connection to %1 came about within %n second. Check the address and your network connection.</numerusform>
            <numerusform>No connection to %1 came about within %n seconds. Check the address and your network connection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The service at %1 sends this request on and on (%n time(s) were followed). Check the service&apos;s address.</source>
        <translation>
            <numerusform>The service at %1 sends this request on and on (%n time was followed). Check the service&apos;s address.</numerusform>
            <numerusform>The service at %1 sends this request on and on (%n times were followed). Check the service&apos;s address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 said nothing for %n second(s) and was given up. Try again, or raise the time limit (--timeout).</source>
        <translation>
            <numerusform>The server at %1 said nothing for %n second and was given up. Try again, or raise the time limit (--timeout).</numerusform>
            <numerusform>The server at %1 said nothing for %n seconds and was given up. Try again, or raise the time limit (--timeout).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 came about through the proxy within %n second(s). Check the proxy in Roadloom&apos;s settings or this computer&apos;s, and the address.</source>
        <translation>
            <numerusform>No connection to %1 came about through the proxy within %n second. Check the proxy in Roadloom&apos;s settings or this computer&apos;s, and the address.</numerusform>
            <numerusform>No connection to %1 came about through the proxy within %n seconds. Check the proxy in Roadloom&apos;s settings or this computer&apos;s, and the address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server at %1 sends this request on and on (%n time(s) were followed). Check the address.</source>
        <translation>
            <numerusform>The server at %1 sends this request on and on (%n time was followed). Check the address.</numerusform>
            <numerusform>The server at %1 sends this request on and on (%n times were followed). Check the address.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::ShareDialog</name>
    <message numerus="yes">
        <source>%n seat(s) have joined the class.</source>
        <translation>
            <numerusform>%n seat has joined the class.</numerusform>
            <numerusform>%n seats have joined the class.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::StageTask</name>
    <message numerus="yes">
        <source>Of %n planned concept(s), stage “%1” has only %2.</source>
        <translation>
            <numerusform>Of %n planned concept, stage “%1” has only %2.</numerusform>
            <numerusform>Of %n planned concepts, stage “%1” has only %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concept(s) of stage “%1” could not be read and were left out.</source>
        <translation>
            <numerusform>%n concept of stage “%1” could not be read and was left out.</numerusform>
            <numerusform>%n concepts of stage “%1” could not be read and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::StudyHeader</name>
    <message numerus="yes">
        <source>%1 of %n concept(s)</source>
        <comment>learnt</comment>
        <translation>
            <numerusform>%1 of %n concept</numerusform>
            <numerusform>%1 of %n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::VersionsDialog</name>
    <message numerus="yes">
        <source>%n concepts</source>
        <translation>
            <numerusform>%n concept</numerusform>
            <numerusform>%n concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadloom::WaitLine</name>
    <message numerus="yes">
        <source>Trying again in %n second(s)</source>
        <translation>
            <numerusform>Trying again in %n second</numerusform>
            <numerusform>Trying again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model is reasoning: %n second(s)</source>
        <translation>
            <numerusform>The model is reasoning: %n second</numerusform>
            <numerusform>The model is reasoning: %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting: %n second(s)</source>
        <translation>
            <numerusform>Connecting: %n second</numerusform>
            <numerusform>Connecting: %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connecting again in %n second(s)</source>
        <translation>
            <numerusform>Connecting again in %n second</numerusform>
            <numerusform>Connecting again in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting for the first word: %n second(s)</source>
        <translation>
            <numerusform>Waiting for the first word: %n second</numerusform>
            <numerusform>Waiting for the first word: %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, given up in %n second(s)</source>
        <extracomment>%1 is what is being waited for and for how long.</extracomment>
        <translation>
            <numerusform>%1, given up in %n second</numerusform>
            <numerusform>%1, given up in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, about %n second(s) left</source>
        <extracomment>%1 is what is being done.</extracomment>
        <translation>
            <numerusform>%1, about %n second left</numerusform>
            <numerusform>%1, about %n seconds left</numerusform>
        </translation>
    </message>
</context>
</TS>
