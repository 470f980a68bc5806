<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n scenes</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is in order: %n scenes.</source>
        <translation>
            <numerusform>%1 is in order: %n scene.</numerusform>
            <numerusform>%1 is in order: %n scenes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::CsvColumns</name>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::DataPanel</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::DoctorView</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::GalleryView</name>
    <message numerus="yes">
        <source>%n sample(s), %1 wrong</source>
        <translation>
            <numerusform>%n sample, %1 wrong</numerusform>
            <numerusform>%n samples, %1 wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::GatesPage</name>
    <message numerus="yes">
        <source>states of all %n units</source>
        <translation>
            <numerusform>state of the one unit</numerusform>
            <numerusform>states of all %n units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::GridView</name>
    <message numerus="yes">
        <source>%n number(s), in sight: %1 % of the spread</source>
        <translation>
            <numerusform>%n number, in sight: %1 % of the spread</numerusform>
            <numerusform>%n numbers, in sight: %1 % of the spread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::LandscapeView</name>
    <message numerus="yes">
        <source>here: loss %1 on %n training sample(s)</source>
        <translation>
            <numerusform>here: loss %1 on %n training sample</numerusform>
            <numerusform>here: loss %1 on %n training samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::LatentView</name>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::LessonCard</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n scene</numerusform>
            <numerusform>%n scenes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::MicroSceneMaker</name>
    <message numerus="yes">
        <source>%n sample(s), drawn from the shuffled training data. The numbers that follow are those of the marked one; click another.</source>
        <translation>
            <numerusform>%n sample, drawn from the shuffled training data. The numbers that follow are those of the marked one; click another.</numerusform>
            <numerusform>%n samples, drawn from the shuffled training data. The numbers that follow are those of the marked one; click another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n number</numerusform>
            <numerusform>%n numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gradients of %n batch(es) are collected before the weights move; this step only adds to them.</source>
        <translation>
            <numerusform>The gradient of %n batch is collected before the weights move; this step only adds to them.</numerusform>
            <numerusform>The gradients of %n batches are collected before the weights move; this step only adds to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::NeuronPage</name>
    <message numerus="yes">
        <source>and %n smaller</source>
        <translation>
            <numerusform>and %n smaller one</numerusform>
            <numerusform>and %n smaller ones</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::NodeInspector</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n node</numerusform>
            <numerusform>%n nodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inputs</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %1 %n neurons</source>
        <translation>
            <numerusform>Give %1 %n neuron</numerusform>
            <numerusform>Give %1 %n neurons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::RunsView</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::StagePanel</name>
    <message numerus="yes">
        <source>What the network makes of the picture shows on the cards. It names no class, since no loss teaches it the classes: for that, let a cross-entropy judge a layer of %n neurons.</source>
        <translation>
            <numerusform>What the network makes of the picture shows on the cards. It names no class, since no loss teaches it the classes: for that, let a cross-entropy judge a layer of %n neuron.</numerusform>
            <numerusform>What the network makes of the picture shows on the cards. It names no class, since no loss teaches it the classes: for that, let a cross-entropy judge a layer of %n neurons.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::WeightText</name>
    <message numerus="yes">
        <source>The weight is used at %n place(s) of %1; the largest products come first.</source>
        <translation>
            <numerusform>The weight is used at %n place of %1; the largest products come first.</numerusform>
            <numerusform>The weight is used at %n places of %1; the largest products come first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>agrees in %n digit(s)</source>
        <translation>
            <numerusform>agrees in %n digit</numerusform>
            <numerusform>agrees in %n digits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gradients of %n batch(es) are collected before the weight moves.</source>
        <translation>
            <numerusform>The gradient of %n batch is collected before the weight moves.</numerusform>
            <numerusform>The gradients of %n batches are collected before the weight moves.</numerusform>
        </translation>
    </message>
</context>
</TS>
