<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>How many threads to use (default: all).</source>
        <translation>用多少个线程（默认：全部）。</translation>
    </message>
    <message>
        <source>How long to measure each (default: 3).</source>
        <translation>每项测多少秒（默认：3）。</translation>
    </message>
    <message>
        <source>Only the forward pass, without training.</source>
        <translation>只做前向传播，不训练。</translation>
    </message>
    <message>
        <source>Print a JSON object.</source>
        <translation>输出一个JSON对象。</translation>
    </message>
    <message>
        <source>There is no workload “%1”; there are: %2.</source>
        <translation>没有名为“%1”的任务；可选：%2。</translation>
    </message>
    <message>
        <source>%1  %2 steps/s  %3 samples/s</source>
        <translation>%1  %2步/秒  %3样本/秒</translation>
    </message>
    <message>
        <source>train a project and print how it goes</source>
        <translation>训练一个项目，并显示进展</translation>
    </message>
    <message>
        <source>measure a trained project on data</source>
        <translation>用数据检验训练好的项目</translation>
    </message>
    <message>
        <source>measure how fast this machine trains</source>
        <translation>测量这台机器训练有多快</translation>
    </message>
    <message>
        <source>draw the window into a picture file</source>
        <translation>把窗口画成图片文件</translation>
    </message>
    <message>
        <source>list the templates</source>
        <translation>列出模板</translation>
    </message>
    <message>
        <source>list the kinds of layers</source>
        <translation>列出各种层</translation>
    </message>
    <message>
        <source>list the built-in data</source>
        <translation>列出自带的数据</translation>
    </message>
    <message>
        <source>See: zhibei %1 --help</source>
        <translation>详见：zhibei %1 --help</translation>
    </message>
    <message>
        <source>Zhibei, a lab for deep learning: build networks, train them, watch them learn.</source>
        <translation>指北，深度学习实验室：搭网络，训练它，看它学习。</translation>
    </message>
    <message>
        <source>zhibei [FILE]</source>
        <translation>zhibei [文件]</translation>
    </message>
    <message>
        <source>open the window, on FILE if there is one</source>
        <translation>打开窗口；给了文件就打开该文件</translation>
    </message>
    <message>
        <source>--lang zh|en   the language (otherwise that of LANG)</source>
        <translation>--lang zh|en   语言（默认随环境变量LANG）</translation>
    </message>
    <message>
        <source>--theme light|dark|system   how the window looks</source>
        <translation>--theme light|dark|system   窗口的外观</translation>
    </message>
    <message>
        <source>--version      the version</source>
        <translation>--version      版本</translation>
    </message>
    <message>
        <source>--help         this text; after a command: its options</source>
        <translation>--help         本说明；写在命令之后则显示该命令的选项</translation>
    </message>
    <message>
        <source>Language: zh or en.</source>
        <translation>语言：zh或en。</translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation>缺少参数。</translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation>“%1”是多余的。</translation>
    </message>
    <message>
        <source>--%1 wants a whole number from %2 up, not “%3”.</source>
        <translation>--%1应为不小于%2的整数，而不是“%3”。</translation>
    </message>
    <message>
        <source>--%1 wants a number greater than 0, not “%2”.</source>
        <translation>--%1应为大于0的数，而不是“%2”。</translation>
    </message>
    <message>
        <source>A .zhibei or .json file, or a template&apos;s name.</source>
        <translation>.zhibei或.json文件，或者一个模板的名称。</translation>
    </message>
    <message>
        <source>The data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE.</source>
        <translation>数据：builtin:名称、csv:文件?target=列、idx:图像,标签、npy:特征,目标、npz:文件、folder:文件夹、wav:文件夹或text:文件。</translation>
    </message>
    <message>
        <source>Which samples: train, test or all (default: the test part of data that come with one, else all).</source>
        <translation>用哪些样本：train、test或all（默认：数据自带测试集就用测试集，否则用全部）。</translation>
    </message>
    <message>
        <source>--part wants train, test or all, not “%1”.</source>
        <translation>--part应为train、test或all，而不是“%1”。</translation>
    </message>
    <message>
        <source>This project has no trained weights; its initial ones are measured.</source>
        <translation>这个项目没有训练好的权重，检验的是初始权重。</translation>
    </message>
    <message>
        <source>There are no samples in the part “%1” of these data.</source>
        <translation>这份数据的“%1”部分没有样本。</translation>
    </message>
    <message>
        <source>Print everything as JSON.</source>
        <translation>全部以JSON输出。</translation>
    </message>
    <message>
        <source>samples %1</source>
        <translation>样本 %1</translation>
    </message>
    <message>
        <source>steps %1</source>
        <translation>步数 %1</translation>
    </message>
    <message>
        <source>epochs %1</source>
        <translation>轮数 %1</translation>
    </message>
    <message>
        <source>seconds %1</source>
        <translation>秒数 %1</translation>
    </message>
    <message>
        <source>samples per second %1</source>
        <translation>每秒样本数 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>accuracy %1 %</source>
        <translation>准确率 %1 %</translation>
    </message>
    <message>
        <source>R² %1</source>
        <translation>R² %1</translation>
    </message>
    <message>
        <source>training loss %1</source>
        <translation>训练损失 %1</translation>
    </message>
    <message>
        <source>test loss %1</source>
        <translation>测试损失 %1</translation>
    </message>
    <message>
        <source>training accuracy %1 %</source>
        <translation>训练准确率 %1 %</translation>
    </message>
    <message>
        <source>test accuracy %1 %</source>
        <translation>测试准确率 %1 %</translation>
    </message>
    <message>
        <source>training R² %1</source>
        <translation>训练R² %1</translation>
    </message>
    <message>
        <source>test R² %1</source>
        <translation>测试R² %1</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第%1轮</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第%1步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩%1</translation>
    </message>
    <message>
        <source>“%1” has no setting “%2”; it has: %3.</source>
        <translation>“%1”没有设置“%2”；可用的有：%3。</translation>
    </message>
    <message>
        <source>--set wants NODE.ATTRIBUTE=VALUE, not “%1”.</source>
        <translation>--set应写成“节点.设置=值”，而不是“%1”。</translation>
    </message>
    <message>
        <source>There is no node “%1”; there are: %2, training.</source>
        <translation>没有名为“%1”的节点；可用的有：%2、training。</translation>
    </message>
    <message>
        <source>The network has no loss, so there is nothing to train.</source>
        <translation>网络没有损失，无从训练。</translation>
    </message>
    <message>
        <source>The network cannot train on these data. %1</source>
        <translation>网络无法用这份数据训练。%1</translation>
    </message>
    <message>
        <source>--size wants WIDTHxHEIGHT in pixels, such as 1600x1000, not “%1”.</source>
        <translation>--size应写成以像素计的“宽x高”，例如1600x1000，而不是“%1”。</translation>
    </message>
    <message>
        <source>--%1 wants one of %2, not “%3”.</source>
        <translation>--%1应为%2之一，而不是“%3”。</translation>
    </message>
    <message>
        <source>The training did not start.</source>
        <translation>训练没有开始。</translation>
    </message>
    <message>
        <source>The views did not come to rest.</source>
        <translation>画面迟迟没有稳定下来。</translation>
    </message>
    <message>
        <source>The picture to write.</source>
        <translation>要写出的图片。</translation>
    </message>
    <message>
        <source>light (default) or dark.</source>
        <translation>light（默认）或dark。</translation>
    </message>
    <message>
        <source>The window&apos;s size in pixels (default: 1600x1000).</source>
        <translation>窗口大小，以像素计（默认：1600x1000）。</translation>
    </message>
    <message>
        <source>Pixels of the picture per pixel of the window (default: 1).</source>
        <translation>窗口的一个像素画成图片的几个像素（默认：1）。</translation>
    </message>
    <message>
        <source>The size of all text, from 0.75 to 3 (default: 1).</source>
        <translation>所有文字的大小，0.75到3（默认：1）。</translation>
    </message>
    <message>
        <source>Train this many steps first (default: 0).</source>
        <translation>先训练这么多步（默认：0）。</translation>
    </message>
    <message>
        <source>The seed of the initial weights.</source>
        <translation>初始权重的随机种子。</translation>
    </message>
    <message>
        <source>Select this node.</source>
        <translation>选中这个节点。</translation>
    </message>
    <message>
        <source>Change a setting of a node, or of the training, as node “training”.</source>
        <translation>修改节点的设置；节点写“training”则修改训练的设置。</translation>
    </message>
    <message>
        <source>--out FILE.png is missing.</source>
        <translation>缺少--out FILE.png。</translation>
    </message>
    <message>
        <source>--scale wants a number from 0.5 to 8.</source>
        <translation>--scale应为0.5到8的数。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入%1：%2</translation>
    </message>
    <message>
        <source>Train this many epochs (10, if no limit is given here or in the project).</source>
        <translation>训练这么多轮（若此处和项目中都没有设上限，则为10轮）。</translation>
    </message>
    <message>
        <source>Train this many steps.</source>
        <translation>训练这么多步。</translation>
    </message>
    <message>
        <source>Train at most this long.</source>
        <translation>最多训练这么多秒。</translation>
    </message>
    <message>
        <source>Stop when a figure is reached: %1.</source>
        <translation>达到某个指标就停止：%1。</translation>
    </message>
    <message>
        <source>The seed of the initial weights and of every random choice.</source>
        <translation>初始权重和一切随机选择的种子。</translation>
    </message>
    <message>
        <source>How many threads to use (default: all). The numbers do not depend on it.</source>
        <translation>用多少个线程（默认：全部）。结果与线程数无关。</translation>
    </message>
    <message>
        <source>Change a setting of a node (or of the training, as node “training”). May be repeated.</source>
        <translation>修改节点的设置（节点写“training”则修改训练的设置）。可以写多次。</translation>
    </message>
    <message>
        <source>Train on other data: builtin:NAME, csv:FILE?target=COLUMN, idx:IMAGES,LABELS, npy:FEATURES,TARGETS, npz:FILE, folder:DIR, wav:DIR or text:FILE.</source>
        <translation>换用别的数据训练：builtin:名称、csv:文件?target=列、idx:图像,标签、npy:特征,目标、npz:文件、folder:文件夹、wav:文件夹或text:文件。</translation>
    </message>
    <message>
        <source>Write the trained project.</source>
        <translation>写出训练好的项目。</translation>
    </message>
    <message>
        <source>Write the learning curves.</source>
        <translation>写出学习曲线。</translation>
    </message>
    <message>
        <source>The last line is a JSON object with the figures.</source>
        <translation>最后一行是含各项指标的JSON对象。</translation>
    </message>
    <message>
        <source>--target wants METRIC=VALUE with one of %1, not “%2”.</source>
        <translation>--target应写成“指标=值”，指标为%1之一，而不是“%2”。</translation>
    </message>
    <message>
        <source>Training stopped at step %1, node %2: %3</source>
        <translation>训练在第%1步停止，节点%2：%3</translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is missing or write-protected.</source>
        <translation>无法写入%1：文件夹不存在或不可写。</translation>
    </message>
    <message>
        <source>See: zhibei --help</source>
        <translation>详见：zhibei --help</translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a file.</source>
        <translation>“%1”既不是命令，也不是文件。</translation>
    </message>
    <message>
        <source>There is no display to open a window on. These work without one: train, eval, bench, shoot.</source>
        <translation>没有显示器，窗口打不开。不用显示器也能用的命令：train、eval、bench、shoot。</translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a single file to open.</source>
        <translation>“%1”既不是命令，也不是单独一个要打开的文件。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>How long one has to wait instead: for planning, and for the prediction of one sample.</source>
        <translation>改为测量要等多久：做计划，以及预测一个样本。</translation>
    </message>
    <message>
        <source>Write the project of --save every so many steps too, so that a crash loses no more.</source>
        <translation>每隔这么多步也写一次--save的项目，万一崩溃，最多只丢这么多步。</translation>
    </message>
    <message>
        <source>--every needs --save: where should the project go?</source>
        <translation>--every要和--save一起用：项目写到哪里？</translation>
    </message>
    <message>
        <source>make a project of an ONNX file</source>
        <translation>把ONNX文件变成项目</translation>
    </message>
    <message>
        <source>write a trained project as ONNX</source>
        <translation>把训练好的项目写成ONNX</translation>
    </message>
    <message>
        <source>run an ONNX file on its test data and compare</source>
        <translation>用测试数据运行ONNX文件并比较结果</translation>
    </message>
    <message>
        <source>This project has no trained weights; its initial ones are written.</source>
        <translation>这个项目没有训练过的权重；写出的是初始权重。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>A network in the ONNX format.</source>
        <translation>ONNX格式的网络。</translation>
    </message>
    <message>
        <source>Write the project (needed).</source>
        <translation>写出项目（必填）。</translation>
    </message>
    <message>
        <source>Its data, as for train (default: random numbers of the right shape).</source>
        <translation>所用的数据，写法与train相同（默认是形状合适的随机数）。</translation>
    </message>
    <message>
        <source>Say where the project goes: --save OUT.zhibei.</source>
        <translation>请说明项目保存到哪里：--save OUT.zhibei。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写的文件。</translation>
    </message>
    <message>
        <source>The format: onnx.</source>
        <translation>格式：onnx。</translation>
    </message>
    <message>
        <source>Its data, as for train: they give the shapes.</source>
        <translation>所用的数据，写法与train相同：由它决定形状。</translation>
    </message>
    <message>
        <source>Also write a folder that eval-onnx reads: the model, a few samples and what comes out.</source>
        <translation>另外写一个eval-onnx能读的文件夹：模型、几个样本和输出结果。</translation>
    </message>
    <message>
        <source>A folder with model.onnx and test_data_set_0, as the ONNX project has them.</source>
        <translation>一个文件夹，里面有model.onnx和test_data_set_0，与ONNX项目的测试数据相同。</translation>
    </message>
    <message>
        <source>How far a number may be off, as a share of it (default: 0.001).</source>
        <translation>允许的相对误差（默认0.001）。</translation>
    </message>
    <message>
        <source>How far it may be off besides (default: 0.0000001).</source>
        <translation>另外允许的绝对误差（默认0.0000001）。</translation>
    </message>
    <message>
        <source>%1 differs by %2</source>
        <translation>%1相差%2</translation>
    </message>
    <message>
        <source>%1 has another shape</source>
        <translation>%1的形状不同</translation>
    </message>
    <message>
        <source>list the views</source>
        <translation>列出各种视图</translation>
    </message>
    <message>
        <source>Open this view, pinned to a node where one is named. May be repeated.</source>
        <translation>打开这个视图；写了节点就固定在该节点上。可以重复使用。</translation>
    </message>
    <message>
        <source>There is no view “%1”; “zhibei views” lists them.</source>
        <translation>没有视图“%1”；用“zhibei views”可列出全部视图。</translation>
    </message>
    <message>
        <source>write what a project says about data into a file</source>
        <translation>把项目对数据的预测写入文件</translation>
    </message>
    <message>
        <source>The network has no loss: name the node with --node.</source>
        <translation>网络里没有损失：请用--node指定节点。</translation>
    </message>
    <message>
        <source>There is no node “%1”.</source>
        <translation>没有节点“%1”。</translation>
    </message>
    <message>
        <source>The file to write, one row a sample, as NumPy reads it.</source>
        <translation>要写的文件，每个样本一行，NumPy可以读取。</translation>
    </message>
    <message>
        <source>Write what this node puts out (default: what the network predicts).</source>
        <translation>写出这个节点的输出（默认是网络的预测）。</translation>
    </message>
    <message>
        <source>Which samples: train, test or all (default).</source>
        <translation>哪些样本：train、test或all（默认）。</translation>
    </message>
    <message>
        <source>At most so many samples; a generator makes as many as are wanted.</source>
        <translation>最多这么多个样本；生成器要多少就生成多少。</translation>
    </message>
    <message>
        <source>Which random numbers a noise source gives (default: 0).</source>
        <translation>噪声来源给出哪一组随机数（默认0）。</translation>
    </message>
    <message>
        <source>--out FILE.npy is missing.</source>
        <translation>缺少--out FILE.npy。</translation>
    </message>
    <message>
        <source>This project has no trained weights; its initial ones are used.</source>
        <translation>这个项目没有训练过的权重；用的是初始权重。</translation>
    </message>
    <message>
        <source>What the machine can do at most instead, how much of it a training step reaches, and where its time goes.</source>
        <translation>改为测量机器的峰值、训练达到峰值的多少、时间花在哪里。</translation>
    </message>
    <message>
        <source>The memory of the program instead: after 1,000 steps, after 10,000, and the most there ever was.</source>
        <translation>改为测量程序占用的内存：1000步之后、10000步之后，以及最多时。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 GFLOP/s</source>
        <translation>%1 GFLOP/s</translation>
    </message>
    <message>
        <source>%1 steps/s, %2, %3 of the peak</source>
        <translation>%1步/秒，%2，达峰值的%3</translation>
    </message>
    <message>
        <source>This machine: %1 on one thread, %2 on all %3, in multiply-adds of %4 bits</source>
        <translation>这台机器：一个线程%1，全部%3个线程%2，用%4位的乘加指令</translation>
    </message>
    <message>
        <source>%1: %2 million operations a step</source>
        <translation>%1：每步%2百万次运算</translation>
    </message>
    <message>
        <source>  one thread: %1</source>
        <translation>  一个线程：%1</translation>
    </message>
    <message>
        <source>  all threads: %1</source>
        <translation>  全部线程：%1</translation>
    </message>
    <message>
        <source>  where the time goes on one thread:</source>
        <translation>  一个线程的时间花在哪里：</translation>
    </message>
    <message>
        <source>%1  %2, %3 of the peak</source>
        <translation>%1  %2，达峰值的%3</translation>
    </message>
    <message>
        <source>other operators</source>
        <translation>其他算子</translation>
    </message>
    <message>
        <source>loading the samples</source>
        <translation>载入样本</translation>
    </message>
    <message>
        <source>optimizer and the rest</source>
        <translation>优化器及其余</translation>
    </message>
    <message>
        <source>Look inside this node, on a page where one is named: window, gates, attention, routing, neurons or steps. The rest chooses in it, as JSON.</source>
        <translation>看这个节点的内部；可指明页面：window、gates、attention、routing、neurons或steps。其余部分以JSON形式在其中选择。</translation>
    </message>
    <message>
        <source>The doctor says: all is well.</source>
        <translation>医生说：一切正常。</translation>
    </message>
    <message>
        <source>Also say what is wrong with the network, and what to try.</source>
        <translation>还说明网络有什么毛病，可以怎样改。</translation>
    </message>
    <message>
        <source>Make a film of the training instead: a .gif, or a folder for PNG pictures.</source>
        <translation>不画单张图片，而是把训练过程做成动画：.gif文件，或存放PNG图片的文件夹。</translation>
    </message>
    <message>
        <source>What the film shows: canvas, curves, stage, window, or an open view (default: the first view, else the window).</source>
        <translation>动画的内容：canvas（画布）、curves（曲线）、stage（画板与决策面）、window（窗口），或某个打开的视图（默认：第一个视图，没有则为窗口）。</translation>
    </message>
    <message>
        <source>The film&apos;s first step (default: 0).</source>
        <translation>动画从哪一步开始（默认：0）。</translation>
    </message>
    <message>
        <source>The film&apos;s last step (default: --steps).</source>
        <translation>动画到哪一步结束（默认：--steps）。</translation>
    </message>
    <message>
        <source>Pictures in the film (default: 60).</source>
        <translation>动画的帧数（默认：60）。</translation>
    </message>
    <message>
        <source>How long the film is, in seconds (default: 6).</source>
        <translation>动画时长，单位为秒（默认：6）。</translation>
    </message>
    <message>
        <source>The film&apos;s width in pixels (default: as in the window).</source>
        <translation>动画的宽度，单位为像素（默认：与窗口中相同）。</translation>
    </message>
    <message>
        <source>“%1” cannot be filmed; canvas, curves, stage, window and the open views can.</source>
        <translation>“%1”不能做成动画；可以用canvas、curves、stage、window和打开的视图。</translation>
    </message>
    <message>
        <source>Then look back to this step.</source>
        <translation>然后回看到这一步。</translation>
    </message>
    <message>
        <source>train a project with every combination of some settings and compare</source>
        <translation>用若干设置的每种组合训练一个项目，并作比较</translation>
    </message>
    <message>
        <source>Show the kept runs of this file.</source>
        <translation>显示此文件中保存的训练记录。</translation>
    </message>
    <message>
        <source>--over wants NODE.ATTRIBUTE=VALUE,VALUE…, not “%1”.</source>
        <translation>--over的写法是“节点.设置=值,值……”，而不是“%1”。</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>The values that a setting of a node (or of the training, as node “training”) shall have in turn. Repeated: all combinations.</source>
        <translation>节点的一项设置（整个训练的设置用节点名“training”）依次取的值。可重复使用：训练所有组合。</translation>
    </message>
    <message>
        <source>Train each combination with so many seeds (default: 1).</source>
        <translation>每种组合用这么多个种子各训练一次（默认：1）。</translation>
    </message>
    <message>
        <source>So many trainings at once (default: one a processor core). The numbers do not depend on it.</source>
        <translation>同时训练多少个（默认：每个处理器核心一个）。结果与此无关。</translation>
    </message>
    <message>
        <source>Train this many epochs (10, if no limit is given).</source>
        <translation>训练这么多轮（不给任何限制时为10）。</translation>
    </message>
    <message>
        <source>Train at most this long, each.</source>
        <translation>每次训练最多这么久。</translation>
    </message>
    <message>
        <source>The first seed.</source>
        <translation>第一个种子。</translation>
    </message>
    <message>
        <source>Print a line of JSON for each training, then one for each combination.</source>
        <translation>每次训练输出一行JSON，然后每种组合输出一行。</translation>
    </message>
    <message>
        <source>There is nothing to compare: --over or --repeat is missing.</source>
        <translation>没有可比较的：缺少--over或--repeat。</translation>
    </message>
    <message>
        <source>None of them could train.</source>
        <translation>没有一个能够训练。</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>list, check and pack lessons</source>
        <translation>列出、检查和打包课程</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Title of the lesson</source>
        <translation>课程的标题</translation>
    </message>
    <message>
        <source>A sentence about it.</source>
        <translation>一句话介绍。</translation>
    </message>
    <message>
        <source>Title of the scene</source>
        <translation>这一幕的标题</translation>
    </message>
    <message>
        <source>One idea, in 20 to 80 words. [This weight](show:dense1) tilts the line; look at the [landscape](view:landscape). $y = w x + b$</source>
        <translation>只讲一个想法，25到160个字。[这个权重](show:dense1)决定斜率；看[损失曲面](view:landscape)。$y = w x + b$</translation>
    </message>
    <message>
        <source>label of the button</source>
        <translation>按钮上的字</translation>
    </message>
    <message>
        <source>what to reach</source>
        <translation>要达到什么</translation>
    </message>
    <message>
        <source>what to say when it is reached</source>
        <translation>达到时说什么</translation>
    </message>
    <message>
        <source>a hint; there may be several</source>
        <translation>提示，可以有好几条</translation>
    </message>
    <message>
        <source>for the speaker alone</source>
        <translation>只给讲者看</translation>
    </message>
    <message>
        <source>Links: `do:TRY` presses a button, `show:NODE` lights up a node, `view:VIEW` or `view:VIEW:NODE` opens a view, `term:TERM` explains a word of the glossary, `scene:ID` goes to another scene. Both files have the same sections, lines and links. Formulas are drawn by `tools/formulas.py FOLDER`.</source>
        <translation>链接：`do:TRY`按下按钮，`show:NODE`点亮节点，`view:VIEW`或`view:VIEW:NODE`打开视图，`term:TERM`解释术语表里的词，`scene:ID`转到另一幕。两个文件的小节、行和链接都相同。公式由`tools/formulas.py FOLDER`画出。</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>In changes</source>
        <translation>可用于changes</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>What a lesson may say</source>
        <translation>课程里能写什么</translation>
    </message>
    <message>
        <source>A lesson is a folder with lesson.json, zh.md and en.md; pictures and projects of its own lie beside them. In your folder of application data, below “lessons”, it is found by the program.</source>
        <translation>一课是一个文件夹，里面有lesson.json、zh.md和en.md，旁边可以放自己的图片和项目。放进应用数据文件夹的“lessons”里，程序就能找到它。</translation>
    </message>
    <message>
        <source>`{&quot;lesson&quot;: 8, &quot;scenes&quot;: [SCENE, …]}`, with 1 to 100 scenes.</source>
        <translation>`{&quot;lesson&quot;: 8, &quot;scenes&quot;: [SCENE, …]}`，1到100幕。</translation>
    </message>
    <message>
        <source>zh.md and en.md</source>
        <translation>zh.md和en.md</translation>
    </message>
    <message>
        <source>Parts of the window (show, hide)</source>
        <translation>窗口的部分（show、hide）</translation>
    </message>
    <message>
        <source>and every view, by itself or pinned to a node (`inside:conv1`):</source>
        <translation>以及每种视图，可以固定在节点上（`inside:conv1`）：</translation>
    </message>
    <message>
        <source>Controls (hide)</source>
        <translation>控件（hide）</translation>
    </message>
    <message>
        <source>What can be locked (lock)</source>
        <translation>可以锁定的（lock）</translation>
    </message>
    <message>
        <source>Actions (changes, tries, solution)</source>
        <translation>操作（changes、tries、solution）</translation>
    </message>
    <message>
        <source>Measures (goal)</source>
        <translation>度量（goal）</translation>
    </message>
    <message>
        <source>`MEASURE &gt;= X`, `MEASURE &lt;= X` or `MEASURE = X +- T`</source>
        <translation>`度量 &gt;= X`、`度量 &lt;= X`或`度量 = X +- T`</translation>
    </message>
    <message>
        <source>Events (goal)</source>
        <translation>事件（goal）</translation>
    </message>
    <message numerus="yes">
        <source>%n scenes</source>
        <translation>
            <numerusform>%n幕</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>no goal</source>
        <translation>没有目标</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>须动手</translation>
    </message>
    <message>
        <source>holds at the start</source>
        <translation>开始时就成立</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>幕</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message numerus="yes">
        <source>%1 is in order: %n scenes.</source>
        <translation>
            <numerusform>%1没有问题：共%n幕。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reads a lesson (a folder, an id or a number) and says what is wrong with it.</source>
        <translation>读取一课（文件夹、名称或编号），说明哪里有错。</translation>
    </message>
    <message>
        <source>Packs a lesson, or all lessons in a folder, into one file.</source>
        <translation>把一课或文件夹里的所有课程装进一个文件。</translation>
    </message>
    <message>
        <source>Prints all that a lesson.json may say, as Markdown.</source>
        <translation>以Markdown列出lesson.json里能写的一切。</translation>
    </message>
    <message>
        <source>With check: does the solution of every scene that has a goal and says whether it is reached.</source>
        <translation>与check合用：把每个有目标的幕的解法做一遍，说明目标是否达到。</translation>
    </message>
    <message>
        <source>With check --train: the longest for one scene (default: %1).</source>
        <translation>与check --train合用：一幕最多用多少秒（默认%1）。</translation>
    </message>
    <message>
        <source>“%1” is none of check, pack and reference.</source>
        <translation>“%1”不是check、pack或reference。</translation>
    </message>
    <message>
        <source>A workload: %1 (default: all); or “window”, “maps”, “views”, “deep” or “canvas”: how smoothly the window works.</source>
        <translation>一项工作负载：%1（默认全部）；或“window”、“maps”、“views”、“deep”、“canvas”：窗口运行得有多流畅。</translation>
    </message>
    <message>
        <source>There is no scene “%1” in this lesson.</source>
        <translation>这一课里没有名为“%1”的场景。</translation>
    </message>
    <message>
        <source>A .zhibei or .json file, a template&apos;s name, or LESSON[:SCENE].</source>
        <translation>.zhibei或.json文件、模板名，或“课[:场景]”。</translation>
    </message>
    <message>
        <source>A scene as on stage.</source>
        <translation>按讲台上的样子显示场景。</translation>
    </message>
    <message>
        <source>A scene in both languages at once.</source>
        <translation>同时用两种语言显示场景。</translation>
    </message>
    <message>
        <source>The map of all lessons.</source>
        <translation>全部课程一览。</translation>
    </message>
    <message>
        <source>Where the text of a scene stands: beside (default), under or hidden.</source>
        <translation>场景文字的位置：beside（默认，在旁边）、under（在下方）或hidden（不显示）。</translation>
    </message>
    <message>
        <source>Press this button of the scene. May be repeated.</source>
        <translation>按下场景里的这个按钮。可以多次使用。</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>,</source>
        <comment>between thousands, as in 34,200</comment>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>DistributionChart</name>
    <message>
        <source>%1 to %2: %3 of %4</source>
        <translation>%1到%2：%4个中的%3个</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入%1：%2</translation>
    </message>
    <message>
        <source>%1: a figure is saved as .png, .svg, .pdf or .csv</source>
        <translation>%1：图只能存为.png、.svg、.pdf或.csv</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Draw pad and surface</source>
        <translation>画板与决策面</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>整个窗口</translation>
    </message>
</context>
<context>
    <name>FinderEntries</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>In the network</source>
        <translation>网络里</translation>
    </message>
</context>
<context>
    <name>HelpTopics</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>组件栏</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Looking back</source>
        <translation>回看</translation>
    </message>
    <message>
        <source>Draw pad and samples</source>
        <translation>画板与样本</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
    <message>
        <source>Training settings</source>
        <translation>训练设置</translation>
    </message>
    <message>
        <source>The window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Writing lessons</source>
        <translation>编写课程</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Flashlight</source>
        <translation>手电筒</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>门</translation>
    </message>
    <message>
        <source>Who looks where</source>
        <translation>谁在看谁</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>运算</translation>
    </message>
</context>
<context>
    <name>Lecture</name>
    <message>
        <source>This scene keeps its network as it is. Free play lets you change it.</source>
        <translation>这个场景里网络保持不变。想改动，请用“自由探索”。</translation>
    </message>
    <message>
        <source>This scene keeps its data as they are. Free play lets you change them.</source>
        <translation>这个场景里数据保持不变。想改动，请用“自由探索”。</translation>
    </message>
    <message>
        <source>This scene keeps the settings of the training as they are. Free play lets you change them.</source>
        <translation>这个场景里训练设置保持不变。想改动，请用“自由探索”。</translation>
    </message>
</context>
<context>
    <name>NumberPicture</name>
    <message>
        <source>%1–%2 of %3 (Page Up, Page Down)</source>
        <translation>第%1–%2个，共%3个（Page Up、Page Down翻页）</translation>
    </message>
</context>
<context>
    <name>RunStore</name>
    <message>
        <source>it was written by a newer Zhibei</source>
        <translation>它由更新版本的指北写成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, problem</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>batch %1</source>
        <translation>批量%1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1秒</translation>
    </message>
</context>
<context>
    <name>SampleDots</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SamplePainter</name>
    <message>
        <source>Test sample %1</source>
        <translation>测试样本%1</translation>
    </message>
    <message>
        <source>Training sample %1</source>
        <translation>训练样本%1</translation>
    </message>
    <message>
        <source>%1: loss %2</source>
        <translation>%1：损失%2</translation>
    </message>
    <message>
        <source>%1: right answer %2, predicted %3, loss %4</source>
        <translation>%1：正确答案%2，预测%3，损失%4</translation>
    </message>
    <message>
        <source>%1: %2, recognised (%3 %), loss %4</source>
        <translation>%1：%2，认对了（%3 %），损失%4</translation>
    </message>
    <message>
        <source>%1: right answer %2, taken for %3 (%4 %), loss %5</source>
        <translation>%1：正确答案%2，被认作%3（%4 %），损失%5</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Use a table</source>
        <translation>改用表格</translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation>修改学习率</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>换种子</translation>
    </message>
    <message>
        <source>Change points</source>
        <translation>修改点</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Move wire</source>
        <translation>移动连线</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连线</translation>
    </message>
    <message>
        <source>Add node</source>
        <translation>添加节点</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>等距分布</translation>
    </message>
    <message>
        <source>Tidy layout</source>
        <translation>整理布局</translation>
    </message>
    <message>
        <source>Insert node</source>
        <translation>插入节点</translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation>选择数据</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加注释</translation>
    </message>
    <message>
        <source>Unfold layer</source>
        <translation>展开层</translation>
    </message>
    <message>
        <source>Fold neurons</source>
        <translation>收起神经元</translation>
    </message>
    <message>
        <source>Add neuron</source>
        <translation>添加神经元</translation>
    </message>
    <message>
        <source>Remove neuron</source>
        <translation>移除神经元</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>编辑注释</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>修改数据</translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation>修改训练</translation>
    </message>
    <message>
        <source>Step of the lesson</source>
        <translation>课程步骤</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Which classes are taken for which; a click shows the samples.</source>
        <translation>哪些类别被认成了哪些；单击一格可查看其中的样本。</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>样本画廊</translation>
    </message>
    <message>
        <source>The test samples with what the network says of each, the worst first.</source>
        <translation>测试样本和网络对每个样本的判断，错得最厉害的排在前面。</translation>
    </message>
    <message>
        <source>ROC, precision and recall</source>
        <translation>ROC、查准率与查全率</translation>
    </message>
    <message>
        <source>How well a class is told from the rest, at every threshold.</source>
        <translation>在每个阈值下，一个类与其余各类分得有多清。</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>How far predicted numbers are off, and where.</source>
        <translation>预测的数差了多少，差在哪里。</translation>
    </message>
    <message>
        <source>Which pixels mattered</source>
        <translation>哪些像素起了作用</translation>
    </message>
    <message>
        <source>Which places of a sample made the network say what it says.</source>
        <translation>样本的哪些地方让网络作出了这样的判断。</translation>
    </message>
    <message>
        <source>Inside the layer</source>
        <translation>层的内部</translation>
    </message>
    <message>
        <source>What one layer does with this sample, down to the last number.</source>
        <translation>一层怎样处理这个样本，直到最后一个数。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Every number that a node gives, and how they are spread.</source>
        <translation>节点给出的每一个数，以及它们的分布。</translation>
    </message>
    <message>
        <source>Weights and gradients</source>
        <translation>权重与梯度</translation>
    </message>
    <message>
        <source>Every learned number of a node, its gradient, and how both change over time.</source>
        <translation>节点学到的每一个数、它的梯度，以及两者随时间的变化。</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>How much gradient arrives at each layer, now and over time; a click goes there.</source>
        <translation>每一层得到多大的梯度，现在的和一路以来的；单击跳到那一层。</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>What is wrong with the network or its training, and what to try.</source>
        <translation>网络或训练有什么毛病，可以怎样改。</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>隐空间平面</translation>
    </message>
    <message>
        <source>What a layer makes of the samples, as dots of the plane, and how well the classes are apart.</source>
        <translation>一层把样本变成了什么：画成平面上的点，并量出各类分得多开。</translation>
    </message>
    <message>
        <source>Over two inputs</source>
        <translation>两个输入上的取值</translation>
    </message>
    <message>
        <source>What the network, or any neuron, says over two inputs of your choice.</source>
        <translation>任选两个输入，看网络或任一神经元在其上的取值。</translation>
    </message>
    <message>
        <source>Bent grid</source>
        <translation>弯曲的网格</translation>
    </message>
    <message>
        <source>The plane of the inputs as a layer bends it.</source>
        <translation>一层如何弯曲输入平面。</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
    <message>
        <source>The loss around the weights of now, and the way that training has walked.</source>
        <translation>当前权重周围的损失，以及训练走过的路。</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Every training that was kept: compare their curves and settings, or open one again.</source>
        <translation>保存下来的每次训练：比较曲线和设置，或重新打开其中一次。</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>显微镜</translation>
    </message>
    <message>
        <source>One update in slow motion: forward, backward, and the chain rule of any weight.</source>
        <translation>慢放一次更新：前向、反向，以及任意一个权重的链式法则。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Circle</source>
        <translation>圆圈</translation>
    </message>
    <message>
        <source>One class inside, the other around it.</source>
        <translation>一类在里，另一类围在外面。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>A table as a text file, one row a sample.</source>
        <translation>文本文件形式的表格，一行一个样本。</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>The column to predict; the last one if none is named.</source>
        <translation>要预测的列；不写则为最后一列。</translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation>输入列</translation>
    </message>
    <message>
        <source>The columns to predict from, separated by commas; all others if none is named.</source>
        <translation>用来预测的列，以逗号分隔；不写则为其余所有列。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Whether to tell classes apart or to predict a number.</source>
        <translation>是区分类别，还是预测一个数。</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>回归</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Whether the first row holds the names of the columns.</source>
        <translation>第一行是不是各列的名称。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>No</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>What stands between the values of a row.</source>
        <translation>同一行的值之间用什么隔开。</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>The table has no column “%1”; it has %2.</source>
        <translation>表格没有名为“%1”的列；它有%2。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Missing values filled: %1. Columns left out: %2. Rows left out for want of a target: %3.</source>
        <translation>填补的缺失值：%1。舍去的列：%2。因没有目标值而舍去的行：%3。</translation>
    </message>
    <message>
        <source>No column is left to predict from: name columns with numbers or a few different words.</source>
        <translation>没有可用来预测的列：请选含数字、或只含少数几种词的列。</translation>
    </message>
    <message>
        <source>“%1” holds words, not numbers: it can be classified, not predicted as a number.</source>
        <translation>“%1”里是词而不是数：可以分类，不能当作数来预测。</translation>
    </message>
    <message>
        <source>Column “%1” has fewer than two values: choose another target.</source>
        <translation>“%1”列的取值不足两种：请另选目标列。</translation>
    </message>
    <message>
        <source>Column “%1” has %2 different values; a class needs 2 to %3: choose another target.</source>
        <translation>“%1”列有%2种取值，而类别数应为2到%3：请另选目标列。</translation>
    </message>
    <message>
        <source>The table has too many inputs once its words are encoded (%1): name fewer columns.</source>
        <translation>把词编码后，表格的输入太多（%1个）：请少选几列。</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV表格</translation>
    </message>
    <message>
        <source>Your own table: choose what to predict and from which columns.</source>
        <translation>你自己的表格：选好预测什么、根据哪些列。</translation>
    </message>
    <message>
        <source>The table has a quotation mark in a wrong place in row %1: write &quot;&quot; for a quotation mark inside quotes.</source>
        <translation>表格第%1行的引号位置不对：引号之内的引号要写成&quot;&quot;。</translation>
    </message>
    <message>
        <source>The table is too large: at most %1 columns and %2 cells can be loaded.</source>
        <translation>表格太大：最多能载入%1列、%2格。</translation>
    </message>
    <message>
        <source>“%1” has no rows: choose another file.</source>
        <translation>“%1”里没有行：请另选文件。</translation>
    </message>
    <message>
        <source>Row %1 of “%2” has %3 values, but there are %4 columns: check the delimiter and the quotation marks.</source>
        <translation>第%1行（“%2”）有%3个值，而表格有%4列：请检查分隔符和引号。</translation>
    </message>
    <message>
        <source>No points yet: paint some into the picture.</source>
        <translation>还没有点：在图上画几个吧。</translation>
    </message>
    <message>
        <source>Painted curve</source>
        <translation>手绘曲线</translation>
    </message>
    <message>
        <source>Paint the samples of a curve yourself.</source>
        <translation>自己画出一条曲线的样本。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Each y is raised by a random number from 0 to this.</source>
        <translation>每个y都加上一个从0到此值的随机数。</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>How many samples are drawn, training and test together.</source>
        <translation>一共抽取多少样本，训练和测试合计。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>No file is chosen yet: choose one.</source>
        <translation>还没有选文件：请选一个。</translation>
    </message>
    <message>
        <source>There is no file “%1”: choose another.</source>
        <translation>没有文件“%1”：请另选一个。</translation>
    </message>
    <message>
        <source>“%1” is not a file that can be read: choose another.</source>
        <translation>“%1”不是能读取的文件：请另选一个。</translation>
    </message>
    <message>
        <source>“%1” is too large: at most %2 MB can be loaded.</source>
        <translation>“%1”太大：最多能载入%2MB。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: check its permissions.</source>
        <translation>无法读取“%1”：请检查它的权限。</translation>
    </message>
    <message>
        <source>These data have no derived input “%1”; switch it off.</source>
        <translation>这份数据没有派生输入“%1”：请关掉它。</translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation>训练样本数</translation>
    </message>
    <message>
        <source>How many of the pictures train; the 1,000 for testing stay the same.</source>
        <translation>多少张图像用于训练；测试用的1,000张不变。</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Real handwriting, 28×28 pixels, 0 to 9: 8,000 pictures to train and 1,000 to test.</source>
        <translation>真人手写的0到9，28×28像素：8,000张训练，1,000张测试。</translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation>点团</translation>
    </message>
    <message>
        <source>One round cloud of samples a class.</source>
        <translation>每一类样本聚成圆圆的一团。</translation>
    </message>
    <message>
        <source>IDX pictures</source>
        <translation>IDX图像</translation>
    </message>
    <message>
        <source>Your own pictures in the format of the MNIST files: one file of images, one of labels.</source>
        <translation>你自己的图像，格式同MNIST：一个图像文件，一个标签文件。</translation>
    </message>
    <message>
        <source>File of images</source>
        <translation>图像文件</translation>
    </message>
    <message>
        <source>An IDX file of bytes, packed with gzip or not.</source>
        <translation>字节型的IDX文件，可用gzip压缩。</translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation>标签文件</translation>
    </message>
    <message>
        <source>An IDX file with one class index an image.</source>
        <translation>每张图像对应一个类别编号的IDX文件。</translation>
    </message>
    <message>
        <source>“%1” is not an IDX file of bytes: choose a file such as train-images-idx3-ubyte.gz.</source>
        <translation>“%1”不是字节型的IDX文件：请选train-images-idx3-ubyte.gz这样的文件。</translation>
    </message>
    <message>
        <source>“%1” is damaged or cut short: copy or download it again.</source>
        <translation>“%1”已损坏或不完整：请重新复制或下载。</translation>
    </message>
    <message>
        <source>“%1” is longer than its header says: it is damaged or not an IDX file.</source>
        <translation>“%1”比文件头所说的长：它已损坏，或不是IDX文件。</translation>
    </message>
    <message>
        <source>“%1” claims an impossible size: it is damaged or too large to load.</source>
        <translation>“%1”声称的大小不合理：它已损坏，或大得无法载入。</translation>
    </message>
    <message>
        <source>The file of images holds labels: give the images first, then the labels.</source>
        <translation>图像文件里装的是标签：请先给图像，再给标签。</translation>
    </message>
    <message>
        <source>The file of labels holds images: give the images first, then the labels.</source>
        <translation>标签文件里装的是图像：请先给图像，再给标签。</translation>
    </message>
    <message>
        <source>There are %1 images but %2 labels: choose two files that belong together.</source>
        <translation>有%1张图像，却有%2个标签：请选配套的两个文件。</translation>
    </message>
    <message>
        <source>Noisy line</source>
        <translation>噪声直线</translation>
    </message>
    <message>
        <source>y = 10x and a random part: what a line can fit.</source>
        <translation>y = 10x加上随机部分：直线就能拟合。</translation>
    </message>
    <message>
        <source>The data “%1” have no option “%2”.</source>
        <translation>数据“%1”没有选项“%2”。</translation>
    </message>
    <message>
        <source>The share of test samples must be from 0 to 0.95.</source>
        <translation>测试样本的比例应在0到0.95之间。</translation>
    </message>
    <message>
        <source>A painted point has no place: remove it.</source>
        <translation>有一个手绘的点没有位置：请删掉它。</translation>
    </message>
    <message>
        <source>There are no data called “%1”.</source>
        <translation>没有名为“%1”的数据。</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation>两弯互相交错的月牙。</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Shifts and scales every number so that its mean is 0 and its variance 1: networks learn much faster then.</source>
        <translation>平移并缩放每个数，使均值为0、方差为1：网络会学得快得多。</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <source>y = 3x² and a random part: no line fits it.</source>
        <translation>y = 3x²加上随机部分：直线拟合不了。</translation>
    </message>
    <message>
        <source>“%1” does not name data: use %2.</source>
        <translation>“%1”不是数据的写法：请用%2。</translation>
    </message>
    <message>
        <source>%1 must be a number, not “%2”.</source>
        <translation>%1应为数，而不是“%2”。</translation>
    </message>
    <message>
        <source>There are no data called “%1”; there are %2.</source>
        <translation>没有名为“%1”的数据；可用的有%2。</translation>
    </message>
    <message>
        <source>How far samples stray from their place, as a share of the picture&apos;s half width.</source>
        <translation>样本偏离原位有多远，以画面宽度的一半为单位。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many classes there are to tell apart.</source>
        <translation>要区分多少类。</translation>
    </message>
    <message>
        <source>Painted points</source>
        <translation>手绘的点</translation>
    </message>
    <message>
        <source>Paint the samples of each class yourself.</source>
        <translation>自己画出每一类的样本。</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>Rings around one centre, one a class.</source>
        <translation>同心的圆环，一环一类。</translation>
    </message>
    <message>
        <source>Standard deviation of the random part.</source>
        <translation>随机部分的标准差。</translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation>正弦曲线</translation>
    </message>
    <message>
        <source>y = sin x and a random part.</source>
        <translation>y = sin x加上随机部分。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>圈数</translation>
    </message>
    <message>
        <source>How often each arm winds around the middle.</source>
        <translation>每条旋臂绕中心几圈。</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Arms wound around each other, one a class.</source>
        <translation>互相缠绕的旋臂，一条一类。</translation>
    </message>
    <message>
        <source>“%1” is not a text file: save it as text in UTF-8.</source>
        <translation>“%1”不是文本文件：请存为UTF-8编码的文本。</translation>
    </message>
    <message>
        <source>Tilted parabola</source>
        <translation>斜抛物线</translation>
    </message>
    <message>
        <source>y = 2x² + 10x and a random part: a line fits it badly, a small network well.</source>
        <translation>y = 2x² + 10x加上随机部分：直线拟合得不好，小网络拟合得好。</translation>
    </message>
    <message>
        <source>Two points</source>
        <translation>两个点</translation>
    </message>
    <message>
        <source>(10, 2) and (3, 4): exactly one line goes through both.</source>
        <translation>(10, 2)和(3, 4)：恰有一条直线穿过它们。</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Two opposite corners are one class, the other two the other: no single line parts them.</source>
        <translation>一对对角是一类，另一对是另一类：一条直线分不开它们。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is not a complete Zhibei project. Open an older copy.</source>
        <translation>“%1”已损坏：它不是完整的指北项目。请打开旧的副本。</translation>
    </message>
    <message>
        <source>“%1” holds the file name “%2”, which points outside it: do not trust this file.</source>
        <translation>“%1”里的文件名“%2”指向文件之外：请勿信任这个文件。</translation>
    </message>
    <message>
        <source>“%1” holds “%2” twice: it is damaged.</source>
        <translation>“%1”里有两个“%2”：文件已损坏。</translation>
    </message>
    <message>
        <source>“%1” holds “%2” of an impossible size: do not trust this file.</source>
        <translation>“%1”里的“%2”大小不合理：请勿信任这个文件。</translation>
    </message>
    <message>
        <source>The project could not be packed: there is not enough memory.</source>
        <translation>项目无法打包：内存不足。</translation>
    </message>
    <message>
        <source>“%1” could not be saved: %2. Choose another place; the old file is unchanged.</source>
        <translation>“%1”没能保存：%2。请换个位置；原来的文件没有变。</translation>
    </message>
    <message>
        <source>%1 is nested more than %2 levels deep: it is damaged or not made by Zhibei.</source>
        <translation>%1的嵌套超过%2层：它已损坏，或不是指北生成的。</translation>
    </message>
    <message>
        <source>%1 holds a text of more than %2 characters: it is damaged or not made by Zhibei.</source>
        <translation>%1里有超过%2个字符的文本：它已损坏，或不是指北生成的。</translation>
    </message>
    <message>
        <source>%1 gives “%2” twice: remove one.</source>
        <translation>%1里“%2”写了两次：请删掉一个。</translation>
    </message>
    <message>
        <source>%1 is too large: it is damaged or not made by Zhibei.</source>
        <translation>%1太大：它已损坏，或不是指北生成的。</translation>
    </message>
    <message>
        <source>%1 is damaged: it is not valid JSON.</source>
        <translation>%1已损坏：它不是有效的JSON。</translation>
    </message>
    <message>
        <source>Node “%1” has an unknown setting “%2”: remove it, or update Zhibei.</source>
        <translation>节点“%1”有未知的设置“%2”：请删掉它，或更新指北。</translation>
    </message>
    <message>
        <source>Node “%1”: “%2” cannot be %3. Correct or remove it.</source>
        <translation>节点“%1”：“%2”不能是%3。请改正或删掉它。</translation>
    </message>
    <message>
        <source>“%1” cannot name a node: use letters, digits, - and _ only.</source>
        <translation>“%1”不能作节点名：只能用字母、数字、-和_。</translation>
    </message>
    <message>
        <source>Node “%1” is of the unknown kind “%2”: update Zhibei, or remove the node.</source>
        <translation>节点“%1”属于未知的种类“%2”：请更新指北，或删掉这个节点。</translation>
    </message>
    <message>
        <source>A wire goes to input %2 of node “%1”, which does not exist: remove the wire.</source>
        <translation>有连线通向节点“%1”的输入%2，而它不存在：请删掉连线。</translation>
    </message>
    <message>
        <source>Node “%1” has more than one wire where one may go, or the same wire twice: remove one.</source>
        <translation>节点“%1”有一处只能接一条线却接了多条，或同一条线重复：请删掉一条。</translation>
    </message>
    <message>
        <source>A wire ends at node “%1”, which does not exist: remove the wire.</source>
        <translation>有连线接到不存在的节点“%1”：请删掉连线。</translation>
    </message>
    <message>
        <source>Two things in the project are called “%1”: rename one.</source>
        <translation>项目里有两样东西都叫“%1”：请给其中一个改名。</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>没有文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not a file that can be opened.</source>
        <translation>“%1”不是能打开的文件。</translation>
    </message>
    <message>
        <source>“%1” is too large to be a Zhibei project.</source>
        <translation>“%1”太大，不会是指北项目。</translation>
    </message>
    <message>
        <source>“%1” is not a Zhibei project.</source>
        <translation>“%1”不是指北项目。</translation>
    </message>
    <message>
        <source>This is not a Zhibei project.</source>
        <translation>这不是指北项目。</translation>
    </message>
    <message>
        <source>This project was made by a newer Zhibei (format %1; this one reads up to %2): update Zhibei to open it.</source>
        <translation>这个项目出自更新版的指北（格式%1，本版只能读到%2）：请更新指北后再打开。</translation>
    </message>
    <message>
        <source>There is no training setting “%1”: remove it from the project.</source>
        <translation>训练没有设置“%1”：请把它从项目中删掉。</translation>
    </message>
    <message>
        <source>The training setting “%1” cannot be %2: correct or remove it.</source>
        <translation>训练设置“%1”不能是%2：请改正或删掉它。</translation>
    </message>
    <message>
        <source>The data “%1” have no option “%2”: remove it from the project.</source>
        <translation>数据“%1”没有选项“%2”：请把它从项目中删掉。</translation>
    </message>
    <message>
        <source>The data&apos;s option “%1” cannot be %2: correct or remove it.</source>
        <translation>数据的选项“%1”不能是%2：请改正或删掉它。</translation>
    </message>
    <message>
        <source>These data have no derived input “%1”, or it is given twice: remove it from the project.</source>
        <translation>这份数据没有派生输入“%1”，或它写了两次：请把它从项目中删掉。</translation>
    </message>
    <message>
        <source>The project is damaged: “%1” is missing or not what it should be.</source>
        <translation>项目已损坏：“%1”缺失或有误。</translation>
    </message>
    <message>
        <source>The project holds “%1” in “%2”, which is unknown here: update Zhibei or remove it.</source>
        <translation>项目含有“%1”（在“%2”中），本版不认识：请更新指北或删掉它。</translation>
    </message>
    <message>
        <source>The project has too many %1: at most %2 can be opened.</source>
        <translation>项目里的%1太多：最多能打开%2个。</translation>
    </message>
    <message>
        <source>There are no data called “%1”: the project may come from a newer Zhibei.</source>
        <translation>没有名为“%1”的数据：项目可能出自更新版的指北。</translation>
    </message>
    <message>
        <source>The file of weights is damaged: save the project again or train anew.</source>
        <translation>权重文件已损坏：请重新保存项目，或重新训练。</translation>
    </message>
    <message>
        <source>The weights “%1” are damaged: save the project again or train anew.</source>
        <translation>权重“%1”已损坏：请重新保存项目，或重新训练。</translation>
    </message>
    <message>
        <source>The weights “%1” are not 32-bit or 64-bit numbers: convert them first.</source>
        <translation>权重“%1”不是32位或64位的数：请先转换。</translation>
    </message>
    <message>
        <source>The weights “%1” hold a number that is not finite: train anew.</source>
        <translation>权重“%1”里有非有限的数：请重新训练。</translation>
    </message>
    <message>
        <source>The template “%1” is damaged: install the program again.</source>
        <translation>模板“%1”已损坏：请重新安装本程序。</translation>
    </message>
    <message>
        <source>A small network learns to read handwriting, better than 95 % within seconds. Draw a digit of your own.</source>
        <translation>小网络学认手写数字，几秒钟就超过95 %。你也来写一个。</translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation>一个神经元</translation>
    </message>
    <message>
        <source>One neuron draws a straight line between two clouds of points.</source>
        <translation>一个神经元在两团点之间画一条直线。</translation>
    </message>
    <message>
        <source>A line through two points</source>
        <translation>过两点的直线</translation>
    </message>
    <message>
        <source>Gradient descent finds the weight and the bias of the line through two points.</source>
        <translation>用梯度下降找到过两点的直线：它的权重和偏置。</translation>
    </message>
    <message>
        <source>What one neuron cannot do: four neurons, wired one by one, part the corners.</source>
        <translation>一个神经元做不到的事：四个神经元，一条条连好线，就能分开四角。</translation>
    </message>
    <message>
        <source>Three neurons and more close a curve around the inner class.</source>
        <translation>三个以上的神经元，能用曲线把里面那一类围起来。</translation>
    </message>
    <message>
        <source>Two half moons that no straight line can part.</source>
        <translation>两弯直线分不开的月牙。</translation>
    </message>
    <message>
        <source>Two arms wound around each other: a deeper network winds its boundary between them.</source>
        <translation>两条缠绕的旋臂：深一些的网络能让边界从中间绕过去。</translation>
    </message>
    <message>
        <source>A curve</source>
        <translation>一条曲线</translation>
    </message>
    <message>
        <source>Noisy measurements of a tilted parabola: a small network bends to fit them.</source>
        <translation>带噪声的斜抛物线：小网络弯曲自己来拟合它。</translation>
    </message>
    <message>
        <source>There is no file and no template “%1”; the templates are %2.</source>
        <translation>没有名为“%1”的文件或模板；模板有%2。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Passes every number through one function: sigmoid, tanh, ReLU and others.</source>
        <translation>让每个数通过同一个函数：sigmoid、tanh、ReLU等。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏的ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>The function each result goes through. Without one, layers in a row are no more than one layer.</source>
        <translation>每个结果都要通过的函数。没有它，再多层连起来也只相当于一层。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Adds a number of its own to each neuron, so that it need not be silent at zero.</source>
        <translation>给每个神经元加上自己的一个数，输入为零时也不必沉默。</translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>How the weights are drawn before training begins.</source>
        <translation>训练开始前怎样抽取权重。</translation>
    </message>
    <message>
        <source>as the training says</source>
        <translation>同训练设置</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正态分布</translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation>Xavier</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>All inputs must have the same shape, but %1 and %2 arrive. Change the layer before one of them.</source>
        <translation>所有输入的形状必须相同，但来的是%1和%2。请修改其中一个之前的层。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>相加</translation>
    </message>
    <message>
        <source>Adds what arrives, number by number. With a wire around some layers it makes a skip connection.</source>
        <translation>把来的数逐个相加。让一条连线绕过几层再接到这里，就是跳跃连接。</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Binary cross-entropy judges one number, but %1 arrive. Give the last layer 1 neuron.</source>
        <translation>二元交叉熵只看一个数，但来了%1个。请让最后一层只有1个神经元。</translation>
    </message>
    <message>
        <source>Binary cross-entropy is for 2 classes, but there are %1. Use Cross-entropy.</source>
        <translation>二元交叉熵用于2类，但这里有%1类。请改用交叉熵。</translation>
    </message>
    <message>
        <source>The right answer has %1 numbers, but %2 arrive. Give the last layer %1 neurons.</source>
        <translation>正确答案有%1个数，但来了%2个。请让最后一层有%1个神经元。</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>How surprised the network is by yes or no: for two classes and one output. Takes a score, or the probability of a sigmoid.</source>
        <translation>网络对“是或否”有多意外：用于两类、一个输出。输入可以是得分，也可以是sigmoid给出的概率。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be put one after the other: all but the first size must be equal. Put a Flatten layer before each.</source>
        <translation>%1和%2不能首尾相接：除第一维外都要相等。请在每个前面加一个展平层。</translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation>连结</translation>
    </message>
    <message>
        <source>Puts what arrives one after the other, in the order of the wires.</source>
        <translation>按连线的次序，把来的数首尾相接。</translation>
    </message>
    <message>
        <source>Cross-entropy needs classes as the right answer, but these data have numbers. Use Squared loss.</source>
        <translation>交叉熵要求正确答案是类别，但这份数据的答案是数。请改用平方损失。</translation>
    </message>
    <message>
        <source>There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons.</source>
        <translation>共有%1类，但来了%2个数。请让最后一层有%1个神经元。</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>How surprised the network is by the right class: for choosing one of several classes. Takes scores, or the probabilities of a softmax.</source>
        <translation>网络对正确的类别有多意外：用于多类选一。输入可以是得分，也可以是softmax给出的概率。</translation>
    </message>
    <message>
        <source>A dense layer takes a row of numbers, but %1 arrives. Put a Flatten layer in between.</source>
        <translation>全连接层要一行数，但来的是%1。请在中间加一个展平层。</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>神经元数</translation>
    </message>
    <message>
        <source>How many neurons; each looks at every number that arrives.</source>
        <translation>有多少个神经元；每个都看到来的所有数。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接层</translation>
    </message>
    <message>
        <source>Neurons that each weigh every number that arrives, add them up, and pass the sum through an activation.</source>
        <translation>每个神经元给来的每个数乘上权重，加起来，再通过激活函数。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>暂退法</translation>
    </message>
    <message>
        <source>While training, silences each number with this probability, so that no neuron can rely on one other. Does nothing when the network is used.</source>
        <translation>训练时以此概率让每个数沉默，使神经元不能只依赖某一个。使用网络时不起作用。</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>暂退概率</translation>
    </message>
    <message>
        <source>The share that is silenced.</source>
        <translation>有多大比例被沉默。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Reads a picture row by row into one long row of numbers.</source>
        <translation>把图像一行行读出，排成长长的一行数。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Where the samples come in: their features on the right, the right answer below.</source>
        <translation>样本从这里进来：右边是特征，下面是正确答案。</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>Neurons and layers</source>
        <translation>神经元与层</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>相乘</translation>
    </message>
    <message>
        <source>Multiplies what arrives, number by number; a gate is made of it.</source>
        <translation>把来的数逐个相乘；门就是用它做的。</translation>
    </message>
    <message>
        <source>A neuron takes rows of numbers, but %1 arrives. Put a Flatten layer in between.</source>
        <translation>神经元要一行行的数，但来的是%1。请在中间加一个展平层。</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>One neuron, wired by hand: a weight on each wire, a bias, an activation.</source>
        <translation>一个神经元，手工连线：每条线一个权重，一个偏置，一个激活函数。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>What is made equal for every sample.</source>
        <translation>让每个样本的什么变得一致。</translation>
    </message>
    <message>
        <source>mean 0, variance 1</source>
        <translation>均值0，方差1</translation>
    </message>
    <message>
        <source>length 1</source>
        <translation>长度1</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>规范化</translation>
    </message>
    <message>
        <source>Brings the numbers of each sample to the same scale.</source>
        <translation>把每个样本的数调到同样的尺度。</translation>
    </message>
    <message>
        <source>%1 holds %2 numbers, but %3 holds %4. Change the shape so that both are equal.</source>
        <translation>%1含%2个数，而%3含%4个。请修改形状，使两者相等。</translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation>变形</translation>
    </message>
    <message>
        <source>Gives the same numbers another shape, say a row of 784 as a picture of 28×28.</source>
        <translation>数不变，换个形状，比如把一行784个数排成28×28的图像。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>The sizes of one sample: channels, height, width.</source>
        <translation>一个样本各维的大小：通道、高、宽。</translation>
    </message>
    <message>
        <source>Squared loss</source>
        <translation>平方损失</translation>
    </message>
    <message>
        <source>The mean of the squared differences between prediction and right answer: for predicting numbers.</source>
        <translation>预测与正确答案之差的平方的均值：用于预测数。</translation>
    </message>
    <message>
        <source>These wires run in a circle, so nothing can be computed first. Remove one of them.</source>
        <translation>这些连线绕成了一圈，无从算起。请删掉其中一条。</translation>
    </message>
    <message>
        <source>This version does not know the kind “%1”. Remove the node, or open the file with a newer version.</source>
        <translation>本版不认识种类“%1”。请删掉这个节点，或用新版打开文件。</translation>
    </message>
    <message>
        <source>The right answer is missing. Drag a wire here from the lower port of the data.</source>
        <translation>缺少正确答案。请从数据下方的端口拉一条线到这里。</translation>
    </message>
    <message>
        <source>Nothing arrives here. Drag a wire from another node to the port on the left.</source>
        <translation>这里什么也没有来。请从别的节点拉一条线到左边的端口。</translation>
    </message>
    <message>
        <source>The port this wire came from is gone. Remove the wire.</source>
        <translation>这条线的起点端口已经没有了。请删掉这条线。</translation>
    </message>
    <message>
        <source>The right answer may only go to a loss, else the network would simply copy it. Remove this wire.</source>
        <translation>正确答案只能接到损失上，否则网络照抄就行了。请删掉这条线。</translation>
    </message>
    <message>
        <source>There are no data yet. Drag a data set onto the canvas.</source>
        <translation>还没有数据。请拖一个数据集到画布上。</translation>
    </message>
    <message>
        <source>There is nothing to learn yet. Drag a loss onto the canvas and wire the last layer to it.</source>
        <translation>还没有要学的东西。请拖一个损失到画布上，并把最后一层接到它。</translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not “%4”.</source>
        <translation>%1应为%2到%3的整数，而不是“%4”。</translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3, not “%4”.</source>
        <translation>%1应为%2到%3的数，而不是“%4”。</translation>
    </message>
    <message>
        <source>%1 must be true or false, not “%2”.</source>
        <translation>%1应为true或false，而不是“%2”。</translation>
    </message>
    <message>
        <source>%1 must be one of %2, not “%3”.</source>
        <translation>%1应为%2之一，而不是“%3”。</translation>
    </message>
    <message>
        <source>%1 must be whole numbers such as 4,7,7, not “%2”.</source>
        <translation>%1应为4,7,7这样的整数，而不是“%2”。</translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation>%1应为文本。</translation>
    </message>
    <message>
        <source>Select the neurons to fold into a layer.</source>
        <translation>请选中要收成一层的神经元。</translation>
    </message>
    <message>
        <source>Only neurons can be folded into a layer: leave the other nodes out of the selection.</source>
        <translation>只有神经元能收成一层：请不要选中别的节点。</translation>
    </message>
    <message>
        <source>%1 and %2 have different settings: make them equal first.</source>
        <translation>%1和%2的设置不同：请先改成一样。</translation>
    </message>
    <message>
        <source>%1 and %2 read different values: wire them alike first.</source>
        <translation>%1和%2读的数不同：请先接上同样的线。</translation>
    </message>
    <message>
        <source>%1 does not read all of these neurons in order: wire it to each of them first.</source>
        <translation>%1没有按次序读全这些神经元：请先把它们都接上。</translation>
    </message>
    <message>
        <source>Only a dense layer can be unfolded into neurons.</source>
        <translation>只有全连接层能展开成神经元。</translation>
    </message>
    <message>
        <source>This activation needs all neurons together: choose another one before unfolding.</source>
        <translation>这个激活函数需要所有神经元在一起：请先换一个再展开。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>动量法</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>随机梯度下降</translation>
    </message>
    <message>
        <source>Stopped after %1 epochs, as set.</source>
        <translation>按设置，训练%1轮后停止。</translation>
    </message>
    <message>
        <source>Stopped after %1 seconds, as set.</source>
        <translation>按设置，训练%1秒后停止。</translation>
    </message>
    <message>
        <source>The goal is reached: %1.</source>
        <translation>目标达到：%1。</translation>
    </message>
    <message>
        <source>Stopped early: the test loss has not become better for %1 epochs.</source>
        <translation>早停：测试损失已有%1轮没有变好。</translation>
    </message>
    <message>
        <source>There are no samples to train on.</source>
        <translation>没有可以训练的样本。</translation>
    </message>
    <message>
        <source>At step %1 the %2 of %3 grew beyond all bounds. Try a smaller learning rate.</source>
        <translation>第%1步，%3的%2变得无穷大。试试小一些的学习率。</translation>
    </message>
    <message>
        <source>At step %1 the result of %2 (%3) was no longer a finite number. Try a smaller learning rate.</source>
        <translation>第%1步，%2（%3）的结果不再是有限的数。试试小一些的学习率。</translation>
    </message>
    <message>
        <source>At step %1 the loss was no longer a finite number. Try a smaller learning rate.</source>
        <translation>第%1步，损失不再是有限的数。试试小一些的学习率。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many samples are looked at before the weights move.</source>
        <translation>看过多少样本才调整一次权重。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Decides initial weights, shuffling and dropout. The same seed gives the same run, bit for bit.</source>
        <translation>决定初始权重、打乱次序和暂退法。种子相同，训练就一模一样，分毫不差。</translation>
    </message>
    <message>
        <source>How weights are drawn before training begins, where a layer does not say otherwise.</source>
        <translation>层没有另作规定时，训练开始前怎样抽取权重。</translation>
    </message>
    <message>
        <source>to suit the activation</source>
        <translation>随激活函数</translation>
    </message>
    <message>
        <source>Spread of normal weights</source>
        <translation>权重标准差</translation>
    </message>
    <message>
        <source>Standard deviation where weights are drawn from a normal distribution.</source>
        <translation>权重从正态分布抽取时的标准差。</translation>
    </message>
    <message>
        <source>Stop after epochs</source>
        <translation>训练几轮后停止</translation>
    </message>
    <message>
        <source>0: no limit.</source>
        <translation>0：不限。</translation>
    </message>
    <message>
        <source>Stop after seconds</source>
        <translation>训练几秒后停止</translation>
    </message>
    <message>
        <source>Seconds spent training. 0: no limit.</source>
        <translation>训练所用的秒数。0：不限。</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Training stops once this is as good as wished.</source>
        <translation>这一项达到要求，训练就停止。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>training loss falls to</source>
        <translation>训练损失降到</translation>
    </message>
    <message>
        <source>test loss falls to</source>
        <translation>测试损失降到</translation>
    </message>
    <message>
        <source>training accuracy reaches</source>
        <translation>训练准确率达到</translation>
    </message>
    <message>
        <source>test accuracy reaches</source>
        <translation>测试准确率达到</translation>
    </message>
    <message>
        <source>test R² reaches</source>
        <translation>测试R²达到</translation>
    </message>
    <message>
        <source>Wished value</source>
        <translation>要求的值</translation>
    </message>
    <message>
        <source>Accuracies run from 0 to 1.</source>
        <translation>准确率在0到1之间。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>早停</translation>
    </message>
    <message>
        <source>Stops when the test loss has not become better for so many epochs. 0: off.</source>
        <translation>测试损失连续这么多轮没有变好就停止。0：关闭。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How the weights follow the gradient downhill.</source>
        <translation>权重怎样顺着梯度下降。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the weights move in one step.</source>
        <translation>权重一步走多远。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>How much of the last step is kept in the next.</source>
        <translation>上一步有多少保留到下一步。</translation>
    </message>
    <message>
        <source>β₁</source>
        <translation>β₁</translation>
    </message>
    <message>
        <source>How slowly the mean of the gradient follows.</source>
        <translation>梯度的均值变化得多慢。</translation>
    </message>
    <message>
        <source>β₂</source>
        <translation>β₂</translation>
    </message>
    <message>
        <source>How slowly the mean square of the gradient follows.</source>
        <translation>梯度平方的均值变化得多慢。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Shrinks every weight a little at each step.</source>
        <translation>每一步都让每个权重缩小一点。</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1惩罚</translation>
    </message>
    <message>
        <source>Pulls weights to zero by a constant force, so that many end there.</source>
        <translation>用恒定的力把权重拉向零，许多权重最终为零。</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2惩罚</translation>
    </message>
    <message>
        <source>Pulls weights to zero by a force that grows with them, so that none becomes large.</source>
        <translation>权重越大，拉向零的力越大，所以都不会很大。</translation>
    </message>
    <message>
        <source>A name is unique and made of letters, digits, - and _, 40 at most.</source>
        <translation>名称不能重复，由字母、数字、-和_组成，最多40个。</translation>
    </message>
    <message>
        <source>A node cannot feed itself.</source>
        <translation>节点不能接到自己。</translation>
    </message>
    <message>
        <source>Nothing can be wired here.</source>
        <translation>这里不能接线。</translation>
    </message>
    <message>
        <source>This would close a circle: data must flow forward.</source>
        <translation>这样会绕成一圈：数据只能向前流。</translation>
    </message>
    <message>
        <source>The right answer belongs at the target of a loss.</source>
        <translation>正确答案应接到损失的目标端口。</translation>
    </message>
    <message>
        <source>The data could not be made: %1</source>
        <translation>数据没能生成：%1</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试集比例</translation>
    </message>
    <message>
        <source>The share of the samples that is kept for testing and never trained on.</source>
        <translation>留作测试、从不用于训练的样本比例。</translation>
    </message>
    <message>
        <source>Decides how samples are drawn, what noise they get, and how they are split.</source>
        <translation>决定样本怎样抽取、加什么噪声、怎样划分。</translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>最后一列</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>A name has no spaces, dots, slashes or equals signs, and at most 60 characters.</source>
        <translation>名称不能含空格、点、斜杠和等号，最多60个字符。</translation>
    </message>
    <message>
        <source>Another node is called %1 already.</source>
        <translation>已有节点叫%1了。</translation>
    </message>
    <message>
        <source>Batches and start</source>
        <translation>批量与初始化</translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>A text file in UTF-8.</source>
        <translation>一个UTF-8编码的文本文件。</translation>
    </message>
    <message>
        <source>Your own text: the network learns to predict the next character or word.</source>
        <translation>自己的文本：网络学习预测下一个字符或词。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>What the network reads and predicts, one at a time.</source>
        <translation>网络逐个读取并预测的东西。</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many characters or words one sample is long.</source>
        <translation>一个样本有多少个字符或词。</translation>
    </message>
    <message>
        <source>Vocabulary size</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>How many different characters or words are told apart, the most frequent first; all others become □.</source>
        <translation>区分多少种字符或词，最常见的优先；其余的都变成□。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many steps later the next sample starts; 0: where the one before ends.</source>
        <translation>下一个样本从多少步之后开始；0：从上一个结束的地方开始。</translation>
    </message>
    <message>
        <source>The text is too short for samples of %1 steps: it has %2. Choose a longer text or fewer steps.</source>
        <translation>文本太短，切不出%1步的样本：它只有%2步。请换更长的文本，或减少步数。</translation>
    </message>
    <message>
        <source>The text gives too many samples (%1): choose a larger stride.</source>
        <translation>文本切出的样本太多（%1个）：请增大步幅。</translation>
    </message>
    <message>
        <source>Chinese poems</source>
        <translation>诗歌</translation>
    </message>
    <message>
        <source>Three hundred poems of the Tang, to be predicted character by character (from Debian&apos;s package fortunes-zh; a few couplets of our own where it is missing).</source>
        <translation>唐诗三百首，逐字预测（来自Debian软件包fortunes-zh；没有安装时用几首自编的小诗）。</translation>
    </message>
    <message>
        <source>Titles and poets</source>
        <translation>诗题和作者</translation>
    </message>
    <message>
        <source>Whether each poem starts with its title and the name of its poet.</source>
        <translation>每首诗是否以诗题和作者开头。</translation>
    </message>
    <message>
        <source>These are a few couplets of our own. For three hundred Tang poems, type in a terminal: %1</source>
        <translation>这是几首自编的小诗。想要唐诗三百首，请在终端输入：%1</translation>
    </message>
    <message>
        <source>How many of the pictures train; the 10,000 for testing stay the same.</source>
        <translation>用多少张图像训练；用于测试的10,000张不变。</translation>
    </message>
    <message>
        <source>Fashion-MNIST is not installed yet. Type in a terminal: %1 – then choose it again.</source>
        <translation>Fashion-MNIST还没有安装。请在终端输入：%1，然后重新选择它。</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T恤</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套衫</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>The pictures in “%1” are damaged: install them again.</source>
        <translation>“%1”里的图像已损坏：请重新安装。</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Clothes, shoes and bags, 28×28 pixels, ten classes: 60,000 pictures to train and 10,000 to test (Debian&apos;s package dataset-fashion-mnist).</source>
        <translation>衣服、鞋和包，28×28像素，十类：60,000张用于训练，10,000张用于测试（Debian软件包dataset-fashion-mnist）。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A folder with a subfolder for each class; its name is the name of the class.</source>
        <translation>每类一个子文件夹，子文件夹的名字就是类的名字。</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>On: three channels, red, green and blue. Off: grey, one channel.</source>
        <translation>开：红、绿、蓝三个通道。关：灰度，一个通道。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>All pictures are resized to this width, in pixels.</source>
        <translation>所有图像都缩放到这个宽度（像素）。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高</translation>
    </message>
    <message>
        <source>All pictures are resized to this height, in pixels.</source>
        <translation>所有图像都缩放到这个高度（像素）。</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Your own pictures (PNG, JPEG, BMP, GIF), sorted into a subfolder for each class.</source>
        <translation>自己的图像（PNG、JPEG、BMP、GIF），每类放在一个子文件夹里。</translation>
    </message>
    <message>
        <source>“%1” holds too many files: at most %2 can be loaded.</source>
        <translation>“%1”里的文件太多：最多能读入%2个。</translation>
    </message>
    <message>
        <source>No folder is chosen yet: choose one.</source>
        <translation>还没有选择文件夹：请选择一个。</translation>
    </message>
    <message>
        <source>There is no folder “%1”: choose another.</source>
        <translation>没有文件夹“%1”：请另选一个。</translation>
    </message>
    <message>
        <source>“%1” is not a folder: choose the one that holds a subfolder for each class.</source>
        <translation>“%1”不是文件夹：请选择每类有一个子文件夹的那个文件夹。</translation>
    </message>
    <message>
        <source>“%1” needs a subfolder for each class, and two at least.</source>
        <translation>“%1”里每类需要一个子文件夹，至少要有两个。</translation>
    </message>
    <message>
        <source>“%1” has %2 subfolders; at most %3 classes can be told apart.</source>
        <translation>“%1”有%2个子文件夹；最多能区分%3类。</translation>
    </message>
    <message>
        <source>“%1” has files that can be read in fewer than two of its subfolders (%2 cannot be read).</source>
        <translation>“%1”里有可读文件的子文件夹不足两个（%2个文件无法读取）。</translation>
    </message>
    <message>
        <source>Files that could not be read: %1. Files read: %2.</source>
        <translation>无法读取的文件：%1个。已读取：%2个。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>How a sample with several axes is laid out. A guess takes height × width, and three or four axes as a picture; bytes of pictures become 0 to 1.</source>
        <translation>有多个轴的样本如何排列。自动判断时，把高×宽以及带通道的数组当作图像；图像的字节变成0到1。</translation>
    </message>
    <message>
        <source>Channels first</source>
        <translation>通道在前</translation>
    </message>
    <message>
        <source>Channels last</source>
        <translation>通道在后</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>File of features</source>
        <translation>特征文件</translation>
    </message>
    <message>
        <source>An NPY file with one sample a row, or an NPZ file that holds features and targets.</source>
        <translation>每行一个样本的NPY文件，或同时含有特征和目标的NPZ文件。</translation>
    </message>
    <message>
        <source>File of targets</source>
        <translation>目标文件</translation>
    </message>
    <message>
        <source>An NPY file with one target a row: whole numbers are classes, fractions are predicted. Not needed with an NPZ file.</source>
        <translation>每行一个目标的NPY文件：整数表示类，小数作为要预测的数。用NPZ文件时不需要。</translation>
    </message>
    <message>
        <source>Array of features</source>
        <translation>特征数组</translation>
    </message>
    <message>
        <source>Its name in the NPZ file; x_train, x, data or the like if none is given.</source>
        <translation>它在NPZ文件里的名字；不填时依次尝试x_train、x、data等。</translation>
    </message>
    <message>
        <source>Array of targets</source>
        <translation>目标数组</translation>
    </message>
    <message>
        <source>Its name in the NPZ file; y_train, y, target or the like if none is given.</source>
        <translation>它在NPZ文件里的名字；不填时依次尝试y_train、y、target等。</translation>
    </message>
    <message>
        <source>Which arrays of “%1” are features and targets? It holds %2: name two of them.</source>
        <translation>“%1”里哪些数组是特征和目标？其中有%2：请指定两个。</translation>
    </message>
    <message>
        <source>“%1” holds no array “%2”; it holds %3.</source>
        <translation>“%1”里没有数组“%2”；其中有%3。</translation>
    </message>
    <message>
        <source>“%1” is damaged or not an NPZ file: save it again with numpy.savez.</source>
        <translation>“%1”已损坏或不是NPZ文件：请用numpy.savez重新保存。</translation>
    </message>
    <message>
        <source>A sample may have three axes at most, not %1.</source>
        <translation>一个样本最多有三个轴，不能有%1个。</translation>
    </message>
    <message>
        <source>A sample of %1 numbers is too large.</source>
        <translation>一个样本有%1个数，太大了。</translation>
    </message>
    <message>
        <source>Among the targets is one that is no finite number.</source>
        <translation>目标中有不是有限数的值。</translation>
    </message>
    <message>
        <source>The targets are whole numbers of more than %1 kinds, too many for classes: save them as float32 to predict them as numbers.</source>
        <translation>目标是超过%1种的整数，作为类太多了：要把它们当作数来预测，请存为float32。</translation>
    </message>
    <message>
        <source>All targets are the same class: there is nothing to tell apart.</source>
        <translation>所有目标都是同一类：没有可区分的。</translation>
    </message>
    <message>
        <source>There are %1 samples but %2 targets: choose two arrays that belong together.</source>
        <translation>有%1个样本，却有%2个目标：请选择相配的两个数组。</translation>
    </message>
    <message>
        <source>Among the features is one that is infinite.</source>
        <translation>特征中有无穷大的值。</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy数组</translation>
    </message>
    <message>
        <source>Your own arrays from Python: NPY files of features and targets, or one NPZ file with both.</source>
        <translation>自己用Python保存的数组：特征和目标各一个NPY文件，或一个同时含有两者的NPZ文件。</translation>
    </message>
    <message>
        <source>“%1” is not an array of numbers that can be read: save it with numpy.save as float32, float64 or integers.</source>
        <translation>“%1”不是能读取的数组：请用numpy.save存为float32、float64或整数。</translation>
    </message>
    <message>
        <source>The data do not fit in memory and there is no room for them on disk: free some space, or set TMPDIR to a folder with more.</source>
        <translation>数据在内存里放不下，磁盘上也没有空间了：请腾出空间，或把TMPDIR设为空间更大的文件夹。</translation>
    </message>
    <message>
        <source>Sampling rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>All sounds are brought to so many samples a second. Speech needs 8,000.</source>
        <translation>所有声音都换成每秒这么多次采样。语音用8,000就够。</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>So much of each sound is taken; silence follows a shorter one.</source>
        <translation>每个声音取这么长；不够长的后面补静音。</translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation>声音文件夹</translation>
    </message>
    <message>
        <source>Your own sounds (WAV), sorted into a subfolder for each class. The network sees their spectrograms: time to the right, pitch upwards.</source>
        <translation>自己的声音（WAV），每类放在一个子文件夹里。网络看到的是它们的语谱图：向右是时间，向上是音高。</translation>
    </message>
    <message>
        <source>Absolute loss</source>
        <translation>绝对损失</translation>
    </message>
    <message>
        <source>The mean of the differences without their sign: a few points far off do not count so much.</source>
        <translation>差的绝对值的均值：个别离得很远的点，不会占太大分量。</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Keeps the weights as they are while the rest learns.</source>
        <translation>别处在学，这里的权重保持不动。</translation>
    </message>
    <message>
        <source>Shares weights with</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>The name of a layer of the same kind whose weights this one uses and trains too. Empty: its own.</source>
        <translation>填一个同类层的名字，这一层就和它共用、共同训练一套权重。留空：用自己的。</translation>
    </message>
    <message>
        <source>A sequence is needed (steps × numbers), but %1 arrives. Put a Reshape layer in between.</source>
        <translation>这里需要序列（步数×每步的数），但来的是%1。请在中间加一个变形层。</translation>
    </message>
    <message>
        <source>Queries have %1 numbers and keys %2; they must have equally many to be compared.</source>
        <translation>每个查询有%1个数，每个键有%2个数；个数相同才能比较。</translation>
    </message>
    <message>
        <source>Keys, values and mask must have the same number of steps.</source>
        <translation>键、值和掩码的步数必须相同。</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Each query compares itself with every key and takes the values of those it matches: softmax(QKᵀ / √d)·V.</source>
        <translation>每个查询同所有的键比较，谁的键对得上就多取谁的值：softmax(QKᵀ / √d)·V。</translation>
    </message>
    <message>
        <source>queries</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>键</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>attention weights</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>Only backwards</source>
        <translation>只看过去</translation>
    </message>
    <message>
        <source>No step may look at one that comes after it.</source>
        <translation>任何一步都不能看后面的步。</translation>
    </message>
    <message>
        <source>Average pooling</source>
        <translation>平均汇聚层</translation>
    </message>
    <message>
        <source>Replaces each window by its mean, so that the picture becomes smaller and calmer.</source>
        <translation>每个窗口只留均值，图像变小，也变得平缓。</translation>
    </message>
    <message>
        <source>ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>A small number that keeps the division finite.</source>
        <translation>一个很小的数，免得除以零。</translation>
    </message>
    <message>
        <source>How far the running means move to each new batch.</source>
        <translation>每来一个小批量，累积均值向它靠近多少。</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>批量规范化</translation>
    </message>
    <message>
        <source>Gives each channel mean 0 and variance 1 over the batch, then a gain and a shift of its own that are learned. In use, running means take the place of the batch.</source>
        <translation>让每个通道在小批量上均值为0、方差为1，再乘上、加上各自学到的数。使用时用累积均值代替小批量。</translation>
    </message>
    <message>
        <source>Capsules are needed (how many × numbers each), but %1 arrives. Put Primary capsules in between.</source>
        <translation>这里需要胶囊（个数×维数），但来的是%1。请在中间加一层初级胶囊。</translation>
    </message>
    <message>
        <source>Capsule length</source>
        <translation>胶囊长度</translation>
    </message>
    <message>
        <source>How long each capsule is: how sure it is that its thing is there.</source>
        <translation>每个胶囊有多长，也就是它有多确信自己的东西在那里。</translation>
    </message>
    <message>
        <source>Capsules</source>
        <translation>胶囊</translation>
    </message>
    <message>
        <source>How many capsules; one for each class in the last layer.</source>
        <translation>有多少个胶囊；最后一层每类一个。</translation>
    </message>
    <message>
        <source>Numbers each</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>How many numbers a capsule holds.</source>
        <translation>一个胶囊里有多少个数。</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>路由次数</translation>
    </message>
    <message>
        <source>How many rounds the votes are weighed in.</source>
        <translation>给投票定分量，一共进行几次。</translation>
    </message>
    <message>
        <source>Every capsule below votes for what each capsule here should be; votes that agree count more, round by round.</source>
        <translation>下层的每个胶囊都投票，说这里的每个胶囊该是什么样；意见一致的票，分量一次次加重。</translation>
    </message>
    <message>
        <source>routing weights</source>
        <translation>路由权重</translation>
    </message>
    <message>
        <source>A shape has one to five sizes.</source>
        <translation>一个形状有一到五个尺寸。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>The same number everywhere: say, the answer “real” for a detective.</source>
        <translation>处处是同一个数，例如告诉判别器的答案“真”。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>The number.</source>
        <translation>就是这个数。</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核数</translation>
    </message>
    <message>
        <source>How many kernels; each makes one channel of the result.</source>
        <translation>有多少个卷积核；每个产生结果的一个通道。</translation>
    </message>
    <message>
        <source>Dilation</source>
        <translation>膨胀率</translation>
    </message>
    <message>
        <source>How far apart the window&apos;s points are; 1: side by side.</source>
        <translation>窗口里相邻的点隔多远；1：紧挨着。</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>Channels are split into so many groups that do not see each other.</source>
        <translation>通道分成这么多组，组与组互不相见。</translation>
    </message>
    <message>
        <source>Convolution over time</source>
        <translation>时序卷积</translation>
    </message>
    <message>
        <source>Moves small kernels along a sequence: each finds its own pattern of a few steps, wherever it is.</source>
        <translation>让小卷积核沿着序列移动：每个都去找自己那种几步长的模式，在哪里都认得出。</translation>
    </message>
    <message>
        <source>Moves small kernels over the picture, patch by patch, like a flashlight. Each kernel finds its own pattern everywhere.</source>
        <translation>让小卷积核像手电筒一样，一块一块照过图像。每个卷积核到处寻找自己的那种图案。</translation>
    </message>
    <message>
        <source>Transposed convolution</source>
        <translation>转置卷积</translation>
    </message>
    <message>
        <source>A convolution turned round: each number paints a kernel into a larger picture. Generators draw with it.</source>
        <translation>把卷积反过来：每个数把一个卷积核画进更大的图像。生成器就用它画图。</translation>
    </message>
    <message>
        <source>A picture is needed, but %1 arrives. Put a Reshape layer in between.</source>
        <translation>这里需要图像，但来的是%1。请在中间加一个变形层。</translation>
    </message>
    <message>
        <source>Nothing is left of %1 when %2 is cut off every side. Cut off less.</source>
        <translation>%1每边裁掉%2就什么也不剩了。请少裁一些。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Cuts a frame off a picture.</source>
        <translation>裁掉图像四周的一圈。</translation>
    </message>
    <message>
        <source>Width of the frame</source>
        <translation>边框宽度</translation>
    </message>
    <message>
        <source>How much is cut off every side.</source>
        <translation>每边裁掉多少。</translation>
    </message>
    <message>
        <source>There are %1 classes for each of %2 steps, but %3 arrives. Use Dense over time with %1 neurons.</source>
        <translation>共%2步，每步有%1个类别，但来的是%3。请用有%1个神经元的逐步全连接层。</translation>
    </message>
    <message>
        <source>The mask needs one number for each of the %1 steps, but %2 arrive.</source>
        <translation>掩码应为%1步各给一个数，但来了%2个。</translation>
    </message>
    <message>
        <source>Class weights are %1 numbers with commas between, one for each class.</source>
        <translation>类别权重应是%1个数，用逗号隔开，每个类别一个。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>This share of the wished probability is spread over all classes, so that the network is never quite sure.</source>
        <translation>把期望概率的这一部分平摊给所有类别，使网络不会过分自信。</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <source>How much each class counts: numbers with commas between. Empty: all alike.</source>
        <translation>每个类别算多重：用逗号隔开的数。留空：一样重。</translation>
    </message>
    <message>
        <source>KL divergence compares probabilities with probabilities, but a class arrives. Use Cross-entropy.</source>
        <translation>KL散度拿概率和概率比较，但来的是类别。请用交叉熵。</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL散度</translation>
    </message>
    <message>
        <source>How far the predicted probabilities are from the wished ones. Takes scores, or the probabilities of a softmax.</source>
        <translation>预测的概率离期望的概率有多远。接收得分，或者softmax给出的概率。</translation>
    </message>
    <message>
        <source>An embedding looks up characters or words, but quantities arrive. Use a Dense layer.</source>
        <translation>嵌入层查的是字符或词，但来的是数量。请用全连接层。</translation>
    </message>
    <message>
        <source>How many numbers stand for one character or word.</source>
        <translation>用多少个数表示一个字符或词。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入层</translation>
    </message>
    <message>
        <source>Looks up a row of learned numbers for each character or word, so that like ones can come to lie close together.</source>
        <translation>为每个字符或词查出一行学来的数，使相近的词能靠在一起。</translation>
    </message>
    <message>
        <source>A picture or a sequence is needed, but %1 arrives.</source>
        <translation>这里需要图像或序列，但来的是%1。</translation>
    </message>
    <message>
        <source>What is kept of each channel.</source>
        <translation>每个通道留下什么。</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Global pooling</source>
        <translation>全局汇聚层</translation>
    </message>
    <message>
        <source>Makes one number of each channel, its mean or its largest, wherever in the picture that was.</source>
        <translation>每个通道只留一个数：均值或最大值，不管它在图像的什么地方。</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>门控循环单元</translation>
    </message>
    <message>
        <source>A recurrent layer with two gates: what to keep of the old state, and what to take of the new.</source>
        <translation>带两个门的循环层：旧状态留多少，新内容取多少。</translation>
    </message>
    <message>
        <source>Hinge loss needs classes as the right answer, but these data have numbers. Use Squared loss.</source>
        <translation>合页损失的正确答案应是类别，但这份数据给的是数值。请用平方损失。</translation>
    </message>
    <message>
        <source>Hinge loss</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>Asks the right class to win by a margin, then is content: the loss of support vector machines.</source>
        <translation>要求正确的类别赢得足够多，达到就满意：支持向量机用的就是它。</translation>
    </message>
    <message>
        <source>Huber loss</source>
        <translation>Huber损失</translation>
    </message>
    <message>
        <source>Squared for small differences, absolute for large ones.</source>
        <translation>差得少就用平方，差得多就用绝对值。</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>分界</translation>
    </message>
    <message>
        <source>Differences larger than this count by their size, smaller ones by their square.</source>
        <translation>差大于它，按大小计；小于它，按平方计。</translation>
    </message>
    <message>
        <source>There are %1 classes, but %2 capsules arrive. Give the layer before one capsule a class.</source>
        <translation>有%1个类别，但来了%2个胶囊。请让前一层每类有一个胶囊。</translation>
    </message>
    <message>
        <source>Label mask</source>
        <translation>标签掩码</translation>
    </message>
    <message>
        <source>Keeps the capsule of the right class and silences all others; in use, the longest one.</source>
        <translation>只留正确类别的胶囊，其余都沉默；使用时留最长的那个。</translation>
    </message>
    <message>
        <source>capsules</source>
        <translation>胶囊</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Layer normalisation</source>
        <translation>层规范化</translation>
    </message>
    <message>
        <source>Gives the numbers of each sample, or of each step of a sequence, mean 0 and variance 1, then a learned gain and shift.</source>
        <translation>让每个样本（或序列的每一步）的数均值为0、方差为1，再乘上、加上学到的数。</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>长短期记忆网络</translation>
    </message>
    <message>
        <source>A recurrent layer with a memory cell and three gates: what to forget, what to write, what to show.</source>
        <translation>带记忆元和三个门的循环层：忘掉什么，写入什么，拿出什么。</translation>
    </message>
    <message>
        <source>Margin loss</source>
        <translation>间隔损失</translation>
    </message>
    <message>
        <source>For capsules: the right one should be longer than 0.9, all others shorter than 0.1.</source>
        <translation>用于胶囊：正确的应长于0.9，其余都应短于0.1。</translation>
    </message>
    <message>
        <source>%1 times %2 is no matrix product: the columns of the first must be the rows of the second.</source>
        <translation>%1和%2不能做矩阵乘法：前者的列数必须等于后者的行数。</translation>
    </message>
    <message>
        <source>Matrix product</source>
        <translation>矩阵乘法</translation>
    </message>
    <message>
        <source>Rows of the first input times columns of the second.</source>
        <translation>第一个输入的行乘第二个输入的列。</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大汇聚层</translation>
    </message>
    <message>
        <source>Keeps the strongest number of each window: a short-sighted eye that sees wider.</source>
        <translation>每个窗口只留最强的数：像一只近视的眼睛，看不清细节，却看得更宽。</translation>
    </message>
    <message>
        <source>%1 has only %2 axes. Choose a smaller one; they count from 0.</source>
        <translation>%1只有%2个轴。请选小一些的；轴从0数起。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The mean along an axis, or of all numbers.</source>
        <translation>沿一个轴取均值，或者对所有的数取均值。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>轴</translation>
    </message>
    <message>
        <source>Which axis is added up, from 0; −1: all of them.</source>
        <translation>沿哪个轴相加，从0数起；−1：全部。</translation>
    </message>
    <message>
        <source>%1 numbers cannot be shared out among %2 heads. Choose a size that the heads divide.</source>
        <translation>%1个数不能平分给%2个头。请选一个能被头数整除的维数。</translation>
    </message>
    <message>
        <source>How many numbers come out for each step.</source>
        <translation>每一步输出多少个数。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>How many attentions work side by side.</source>
        <translation>有多少个注意力并排工作。</translation>
    </message>
    <message>
        <source>Multi-head attention</source>
        <translation>多头注意力</translation>
    </message>
    <message>
        <source>Several attentions side by side, each with its own view of queries, keys and values; then their answers are mixed.</source>
        <translation>几个注意力并排，各用各的眼光看查询、键和值，最后把答案合在一起。</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>How the numbers are spread.</source>
        <translation>这些数怎样分布。</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀分布</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>幅度</translation>
    </message>
    <message>
        <source>Standard deviation; or, where uniform, the largest number.</source>
        <translation>标准差；均匀分布时是最大的数。</translation>
    </message>
    <message>
        <source>Random numbers that come out of nothing, new at every step: what a generator makes pictures of.</source>
        <translation>凭空而来的随机数，每一步都是新的：生成器用它作画。</translation>
    </message>
    <message>
        <source>One-hot needs classes, characters or words, but quantities arrive. Remove the layer.</source>
        <translation>独热编码需要类别、字符或词，但来的是数量。请去掉这一层。</translation>
    </message>
    <message>
        <source>One-hot</source>
        <translation>独热编码</translation>
    </message>
    <message>
        <source>Turns a class, a character or a word into a row of zeros with a single one at its place.</source>
        <translation>把类别、字符或词变成一行0，只在它的位置上是1。</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>补零</translation>
    </message>
    <message>
        <source>Puts a frame of zeros around a picture.</source>
        <translation>在图像四周加一圈0。</translation>
    </message>
    <message>
        <source>How many zeros on every side.</source>
        <translation>每边加多少个0。</translation>
    </message>
    <message>
        <source>A row with one number a step is needed, but %1 arrives.</source>
        <translation>这里需要一行数，每步一个，但来的是%1。</translation>
    </message>
    <message>
        <source>Padding mask</source>
        <translation>填充掩码</translation>
    </message>
    <message>
        <source>Says which steps of a text are real: 1 for a character, 0 for the one that fills up the end.</source>
        <translation>指出文本里哪些步是真的：字符是1，补在末尾凑长度的是0。</translation>
    </message>
    <message>
        <source>Filler</source>
        <translation>填充值</translation>
    </message>
    <message>
        <source>The number that stands where there is nothing.</source>
        <translation>没有内容的地方放的那个数。</translation>
    </message>
    <message>
        <source>Positional encoding</source>
        <translation>位置编码</translation>
    </message>
    <message>
        <source>Adds waves of many lengths to a sequence, so that each step tells where it stands.</source>
        <translation>给序列加上许多长短不一的波，使每一步都知道自己在第几个。</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>每处胶囊数</translation>
    </message>
    <message>
        <source>How many capsules look at each place.</source>
        <translation>每个位置有多少个胶囊在看。</translation>
    </message>
    <message>
        <source>Primary capsules</source>
        <translation>初级胶囊</translation>
    </message>
    <message>
        <source>Kernels whose results are bundled: each bundle is an arrow that says how sure it is by its length and what it sees by its direction.</source>
        <translation>把卷积核的结果捆成束：每一束是一支箭头，长度说有多确信，方向说看到的是什么样子。</translation>
    </message>
    <message>
        <source>The initial state needs %1 numbers, but %2 arrive.</source>
        <translation>初始状态需要%1个数，但来了%2个。</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>initial state</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <source>last state</source>
        <translation>最后状态</translation>
    </message>
    <message>
        <source>initial cell</source>
        <translation>初始记忆元</translation>
    </message>
    <message>
        <source>last cell</source>
        <translation>最后记忆元</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>输出内容</translation>
    </message>
    <message>
        <source>The state after every step, or only the last one.</source>
        <translation>每一步之后的状态，还是只要最后一个。</translation>
    </message>
    <message>
        <source>every state</source>
        <translation>每一步的状态</translation>
    </message>
    <message>
        <source>the last state</source>
        <translation>最后的状态</translation>
    </message>
    <message>
        <source>How many numbers the state holds.</source>
        <translation>状态里有多少个数。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>How many such layers stand on each other.</source>
        <translation>这样的层叠多少层。</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>A second set of neurons reads the sequence from its end.</source>
        <translation>另有一组神经元从末尾往前读。</translation>
    </message>
    <message>
        <source>The function each new state goes through.</source>
        <translation>每个新状态要通过的函数。</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Repeats what arrives, as the steps of a sequence.</source>
        <translation>把传来的数重复多次，作为序列的各步。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>How often.</source>
        <translation>重复多少次。</translation>
    </message>
    <message>
        <source>Simple RNN</source>
        <translation>简单循环神经网络</translation>
    </message>
    <message>
        <source>Reads a sequence step by step and keeps a state: what it has seen so far.</source>
        <translation>一步一步读序列，并保留一个状态：到目前为止看到了什么。</translation>
    </message>
    <message>
        <source>From %1 on, %2 numbers do not fit into the %3 that arrive.</source>
        <translation>来了%3个数，从%1开始取不出%2个。</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Takes some of the numbers along an axis.</source>
        <translation>沿一个轴取出一部分数。</translation>
    </message>
    <message>
        <source>Along which axis, counted from 0.</source>
        <translation>沿哪个轴，从0数起。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The first one that is taken, counted from 0.</source>
        <translation>从第几个取起，从0数起。</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>How many are taken. 0: all to the end.</source>
        <translation>取多少个。0：一直取到末尾。</translation>
    </message>
    <message>
        <source>Stop gradient</source>
        <translation>停止梯度</translation>
    </message>
    <message>
        <source>Lets numbers through, but no gradient back: what stands before it does not learn from what stands behind.</source>
        <translation>数照样通过，梯度不往回走：它前面的部分不从后面学习。</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>The first input minus the second, number by number.</source>
        <translation>第一个输入减第二个，逐个相减。</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>Adds numbers up along an axis, or all of them.</source>
        <translation>沿一个轴相加，或者全部相加。</translation>
    </message>
    <message>
        <source>How many neurons look at each step.</source>
        <translation>有多少个神经元看每一步。</translation>
    </message>
    <message>
        <source>Dense over time</source>
        <translation>逐步全连接层</translation>
    </message>
    <message>
        <source>The same dense layer for every step of a sequence.</source>
        <translation>序列的每一步都用同一个全连接层。</translation>
    </message>
    <message>
        <source>%1 has %2 axes: the order must name each of them once, counted from 0.</source>
        <translation>%1有%2个轴：次序里每个轴要写一次，从0数起。</translation>
    </message>
    <message>
        <source>Transpose</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Puts the axes into another order: rows become columns.</source>
        <translation>换一种轴的次序：行变成列。</translation>
    </message>
    <message>
        <source>Order of axes</source>
        <translation>轴的次序</translation>
    </message>
    <message>
        <source>Which old axis becomes the first, the second and so on, counted from 0.</source>
        <translation>原来的哪个轴排第一，哪个排第二，依此类推，从0数起。</translation>
    </message>
    <message>
        <source>Where the new pixels come from.</source>
        <translation>新的像素从哪里来。</translation>
    </message>
    <message>
        <source>repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>bilinear</source>
        <translation>双线性</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>倍数</translation>
    </message>
    <message>
        <source>How many times as tall and wide the picture becomes.</source>
        <translation>图像的高和宽变成原来的多少倍。</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Makes a picture larger: every pixel is repeated, or the new ones lie between their neighbours.</source>
        <translation>把图像放大：重复每个像素，或者让新像素取邻居之间的值。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>What happens at the edge: nothing beyond it, zeros so that the size stays, or as many zeros as you say.</source>
        <translation>边缘怎么办：外面不加东西，补零使大小不变，或者补指定个数的零。</translation>
    </message>
    <message>
        <source>keeps the size</source>
        <translation>保持大小</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>指定</translation>
    </message>
    <message>
        <source>Zeros at each edge</source>
        <translation>每边补零数</translation>
    </message>
    <message>
        <source>How many zeros are put around on every side.</source>
        <translation>四周每边补多少个零。</translation>
    </message>
    <message>
        <source>Window size</source>
        <translation>窗口大小</translation>
    </message>
    <message>
        <source>How many pixels, or steps, the window spans each way.</source>
        <translation>窗口在每个方向上跨多少个像素（或步）。</translation>
    </message>
    <message>
        <source>How far the window moves each time.</source>
        <translation>窗口每次移动多远。</translation>
    </message>
    <message>
        <source>The window of %1 is larger than what arrives (%2). Make it smaller, or choose the padding that keeps the size.</source>
        <translation>窗口大小是%1，比来的%2还大。请改小，或者选保持大小的填充。</translation>
    </message>
    <message>
        <source>%1 channels in and %2 out cannot be split into %3 groups. Choose a number that divides both.</source>
        <translation>输入%1个通道、输出%2个通道，分不成%3组。请选一个能同时整除两者的数。</translation>
    </message>
    <message>
        <source>Nothing is left of the picture: choose fewer zeros at the edges, or a larger window.</source>
        <translation>图像什么也不剩了：请减少边缘的补零数，或者放大窗口。</translation>
    </message>
    <message>
        <source>Numbers of characters or classes arrive, which are names and not quantities. Put an Embedding or a One-hot layer in between.</source>
        <translation>来的是字符或类别的编号，它们是名字，不是数量。请在中间加一个嵌入层或独热编码层。</translation>
    </message>
    <message>
        <source>It should share the weights of “%1”, but there is no such layer of the same kind. Choose another, or none.</source>
        <translation>它要共享“%1”的权重，但没有这样一个同类的层。请另选一个，或者留空。</translation>
    </message>
    <message>
        <source>It shares the weights of %1, so both need the same settings and the same input.</source>
        <translation>它共享%1的权重，所以两者的设置和输入形状必须相同。</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>保留最好的</translation>
    </message>
    <message>
        <source>When training stops by itself, goes back to the weights with the smallest test loss.</source>
        <translation>训练自动停止时，回到测试损失最小的那组权重。</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>学习率调度</translation>
    </message>
    <message>
        <source>How the learning rate changes as training goes on.</source>
        <translation>学习率随训练怎样变化。</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>in steps</source>
        <translation>阶梯式</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数式</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Schedule length</source>
        <translation>调度长度</translation>
    </message>
    <message>
        <source>In steps and exponential: steps until the rate is multiplied by the factor. Cosine: steps until it reaches zero.</source>
        <translation>阶梯式和指数式：经过多少步，学习率乘一次倍率。余弦：经过多少步降到零。</translation>
    </message>
    <message>
        <source>Schedule factor</source>
        <translation>调度倍率</translation>
    </message>
    <message>
        <source>What the rate is multiplied by after each length of the schedule.</source>
        <translation>每过一个调度长度，学习率乘上多少。</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>预热步数</translation>
    </message>
    <message>
        <source>The rate rises evenly from zero over so many steps. 0: at once.</source>
        <translation>学习率在这么多步里从零均匀升上来。0：立即到位。</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A gradient longer than this is shortened to it. 0: off.</source>
        <translation>梯度比它长，就缩短到它。0：不裁剪。</translation>
    </message>
    <message>
        <source>Batches an update</source>
        <translation>累积小批量数</translation>
    </message>
    <message>
        <source>Gradients of so many batches are averaged before the weights move.</source>
        <translation>攒够这么多个小批量，取梯度的均值，权重才移动一次。</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Measures and shows a moving average of the weights that keeps this share of itself at each step. 0: off.</source>
        <translation>测量和显示时，用权重的滑动平均；它每一步保留自己的这个比例。0：不平均。</translation>
    </message>
    <message>
        <source>Loss weight</source>
        <translation>损失权重</translation>
    </message>
    <message>
        <source>How much this loss counts.</source>
        <translation>这个损失算多重。</translation>
    </message>
    <message>
        <source>Trains</source>
        <translation>训练对象</translation>
    </message>
    <message>
        <source>Names of the layers it moves, with commas between; g* means every name that begins with g. Empty: all.</source>
        <translation>它推动哪些层：写层的名字，用逗号隔开；g*指所有以g开头的名字。留空：全部。</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>The name of another loss: both are then added up and trained as one.</source>
        <translation>填另一个损失的名字：两者相加，当作一个来训练。</translation>
    </message>
    <message>
        <source>Every so many steps</source>
        <translation>间隔步数</translation>
    </message>
    <message>
        <source>How often its turn comes where several losses take turns.</source>
        <translation>几个损失轮流时，每隔多少步轮到它一次。</translation>
    </message>
    <message>
        <source>leaky ReLU 0.2</source>
        <translation>带泄漏的ReLU 0.2</translation>
    </message>
    <message>
        <source>Scale and shift</source>
        <translation>缩放平移</translation>
    </message>
    <message>
        <source>Multiplies every number and adds another: 2·x − 1 makes −1 to 1 of 0 to 1.</source>
        <translation>每个数先乘后加：2·x − 1把0到1变成−1到1。</translation>
    </message>
    <message>
        <source>What every number is multiplied by.</source>
        <translation>每个数乘以多少。</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>What is added then.</source>
        <translation>然后加上多少。</translation>
    </message>
    <message>
        <source>Autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>Every digit goes through a waist of two numbers and has to come out again.</source>
        <translation>每个数字都要挤过只有两个数的细腰，再原样出来。</translation>
    </message>
    <message>
        <source>Capsules vote on what they see; from the winner&apos;s numbers the digit is drawn again.</source>
        <translation>胶囊对看到的东西投票；再凭胜者的那些数，把数字重新画出来。</translation>
    </message>
    <message>
        <source>Poems, character by character</source>
        <translation>一字一字学诗</translation>
    </message>
    <message>
        <source>An LSTM reads poems and learns which character comes next.</source>
        <translation>长短期记忆网络读诗，学着猜下一个字。</translation>
    </message>
    <message>
        <source>Clothes</source>
        <translation>衣物</translation>
    </message>
    <message>
        <source>A deeper convolutional network tells ten kinds of clothes apart (Fashion-MNIST).</source>
        <translation>更深的卷积神经网络分辨十种衣物（Fashion-MNIST）。</translation>
    </message>
    <message>
        <source>Forger and detective</source>
        <translation>伪造者与侦探</translation>
    </message>
    <message>
        <source>A generator paints digits out of noise; a detective tells them from real ones. Both get better.</source>
        <translation>生成器用噪声画数字，侦探分辨真假，两边都越来越强。</translation>
    </message>
    <message>
        <source>Digits, dense</source>
        <translation>全连接识数字</translation>
    </message>
    <message>
        <source>Two dense layers read handwriting from its bare pixels.</source>
        <translation>两个全连接层直接从像素认手写数字。</translation>
    </message>
    <message>
        <source>LeNet</source>
        <translation>LeNet</translation>
    </message>
    <message>
        <source>Kernels and pooling: a convolutional network in the manner of LeCun reads digits, better than 97 %.</source>
        <translation>卷积核加汇聚：LeCun式的卷积神经网络认数字，准确率超过97%。</translation>
    </message>
    <message>
        <source>Spiral, small</source>
        <translation>小螺旋</translation>
    </message>
    <message>
        <source>The smallest network that winds a boundary between the two arms: eight neurons, and eight more.</source>
        <translation>能在两条旋臂之间绕出分界线的最小网络：八个神经元，再加八个。</translation>
    </message>
    <message>
        <source>The loss itself</source>
        <translation>损失本身</translation>
    </message>
    <message>
        <source>The learning rate over time</source>
        <translation>学习率的变化</translation>
    </message>
    <message>
        <source>Calmer steps</source>
        <translation>让步子更稳</translation>
    </message>
    <message>
        <source>Several losses</source>
        <translation>多个损失</translation>
    </message>
    <message>
        <source>A shape has one to five sizes, and all samples together at most 134 million numbers.</source>
        <translation>形状由一到五个尺寸组成，全部样本合起来最多1.34亿个数。</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>Stand in for data that are not chosen yet: numbers without meaning, of any shape.</source>
        <translation>数据还没选定时先占个位置：没有意义的数，形状任意。</translation>
    </message>
    <message>
        <source>How many samples are made.</source>
        <translation>生成多少个样本。</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>符号种数</translation>
    </message>
    <message>
        <source>Above 0: every number is one of so many characters or words.</source>
        <translation>大于0时，每个数是这么多字符或词中的一个。</translation>
    </message>
    <message>
        <source>How many classes the answers have. 0: numbers to predict.</source>
        <translation>答案分多少类。0表示要预测的是数。</translation>
    </message>
    <message>
        <source>Numbers to predict</source>
        <translation>预测数的个数</translation>
    </message>
    <message>
        <source>How many numbers each answer has, where there are no classes.</source>
        <translation>不分类时，每个答案有多少个数。</translation>
    </message>
    <message>
        <source>In “%1” the operator %2 uses “%3” before it is there: the graph has a cycle or is damaged.</source>
        <translation>“%1”里的算子%2用到了还没有算出的“%3”：图中有环，或者文件已损坏。</translation>
    </message>
    <message>
        <source>“%1” is larger than the two gigabytes an ONNX file may have.</source>
        <translation>“%1”超过了ONNX文件的上限2 GB。</translation>
    </message>
    <message>
        <source>“%1” is not an ONNX file, or is damaged at “%2”.</source>
        <translation>“%1”不是ONNX文件，或者在“%2”处已损坏。</translation>
    </message>
    <message>
        <source>There are no test data in “%1”: it should hold model.onnx and test_data_set_0.</source>
        <translation>“%1”里没有测试数据：其中应有model.onnx和test_data_set_0。</translation>
    </message>
    <message>
        <source>No layer can do what the ONNX operator %1 does here: %2.</source>
        <translation>没有哪种层能完成ONNX算子%1在这里做的事：%2。</translation>
    </message>
    <message>
        <source>There is no layer for the ONNX operator %1.</source>
        <translation>ONNX算子%1没有对应的层。</translation>
    </message>
    <message>
        <source>“%1” wants weights from “%2”, outside its own folder: do not trust this file.</source>
        <translation>“%1”要读取自己文件夹之外的“%2”作为权重：不要相信这个文件。</translation>
    </message>
    <message>
        <source>“%1” holds the tensor “%2” of a type that Zhibei does not read.</source>
        <translation>“%1”里的张量“%2”是指北不能读的类型。</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>负数部分</translation>
    </message>
    <message>
        <source>How much of a negative number is left. 0: as usual for the function.</source>
        <translation>负数留下多少。0表示照这个函数的常规。</translation>
    </message>
    <message>
        <source>Along which axis the results add up to 1, counted from 0; −1: all numbers together.</source>
        <translation>结果沿哪个轴加起来等于1，从0数起；−1表示所有数一起。</translation>
    </message>
    <message>
        <source>Count the zeros</source>
        <translation>计入补零</translation>
    </message>
    <message>
        <source>The zeros at the edge belong to the mean.</source>
        <translation>求平均时算上边缘补的零。</translation>
    </message>
    <message>
        <source>logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>square root</source>
        <translation>平方根</translation>
    </message>
    <message>
        <source>1 / x</source>
        <translation>倒数1/x</translation>
    </message>
    <message>
        <source>without its sign</source>
        <translation>绝对值</translation>
    </message>
    <message>
        <source>error function</source>
        <translation>误差函数</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>What is done with every number.</source>
        <translation>对每个数做什么。</translation>
    </message>
    <message>
        <source>Passes every number through a function of arithmetic: root, logarithm, reciprocal and others.</source>
        <translation>每个数都经过一个算术函数：平方根、对数、倒数等。</translation>
    </message>
    <message>
        <source>edge by edge</source>
        <translation>各边分别指定</translation>
    </message>
    <message>
        <source>Zeros edge by edge</source>
        <translation>各边补零数</translation>
    </message>
    <message>
        <source>How many zeros are put at the top, left, bottom and right.</source>
        <translation>上、左、下、右各补多少个零。</translation>
    </message>
    <message>
        <source>Window height</source>
        <translation>窗口高度</translation>
    </message>
    <message>
        <source>How many pixels the window is tall. 0: as many as it is wide.</source>
        <translation>窗口高多少像素。0表示与宽度相同。</translation>
    </message>
    <message>
        <source>Stride down</source>
        <translation>纵向步幅</translation>
    </message>
    <message>
        <source>How far the window moves down each time. 0: as far as across.</source>
        <translation>窗口每次向下移动多远。0表示与横向相同。</translation>
    </message>
    <message>
        <source>Nothing can be cut off here: give 0 or more zeros for each edge.</source>
        <translation>这里不能裁剪：每条边的补零数都要大于等于0。</translation>
    </message>
    <message>
        <source>It should join the loss “%1”, but there is no other loss of that name, so nothing would learn from it. Give the name of another loss under Joins, or clear it.</source>
        <translation>它要并入损失“%1”，但没有叫这个名字的另一个损失，于是谁也不会从它那里学到东西。请在“并入”里填另一个损失的名称，或者清空。</translation>
    </message>
    <message>
        <source>It joins %1, which itself joins %2. Let both join %2.</source>
        <translation>它并入%1，而%1又并入%2。请让两者都并入%2。</translation>
    </message>
    <message>
        <source>It should train “%1”, but no layer has such a name. Correct it under Trains, or clear it to train all layers.</source>
        <translation>它要训练“%1”，但没有哪一层叫这个名字。请在“训练对象”里改正，或者清空，这样就训练所有层。</translation>
    </message>
    <message>
        <source>%1 neurons are too many to draw one by one: %2 at most. Give the layer fewer neurons first, or read its weights in the panel on the right.</source>
        <translation>%1个神经元太多，没法逐个画出：最多%2个。请先减少这一层的神经元，或在右侧面板里查看它的权重。</translation>
    </message>
    <message>
        <source>Try the learning rate %1.</source>
        <translation>试试学习率%1。</translation>
    </message>
    <message>
        <source>The loss is not a number any more: the learning rate %1 is too high.</source>
        <translation>损失已经不是数了：学习率%1太大。</translation>
    </message>
    <message>
        <source>The loss jumps: %1 of the last %2 measurements were much worse than the one before. The learning rate %3 is too high.</source>
        <translation>损失在跳动：最近%2次测量中有%1次比前一次差得多。学习率%3太大。</translation>
    </message>
    <message>
        <source>The loss has grown to %1 times what it was at first. The learning rate %2 is too high.</source>
        <translation>损失涨到了最初的%1倍。学习率%2太大。</translation>
    </message>
    <message>
        <source>The training loss does not fall: it is %1 and was no better %2 steps ago.</source>
        <translation>训练损失不再下降：现在是%1，与%2步以前相比没有变好。</translation>
    </message>
    <message>
        <source>Try the learning rate %1; if it stays flat, more neurons.</source>
        <translation>试试学习率%1；如果还是不降，就多用一些神经元。</translation>
    </message>
    <message>
        <source>It overfits: since step %1 the test loss has risen from %2 to %3, while the training loss went on falling.</source>
        <translation>过拟合了：从第%1步起，测试损失从%2升到%3，而训练损失还在下降。</translation>
    </message>
    <message>
        <source>Put a dropout layer in front of this layer, or stop at that step with early stopping.</source>
        <translation>在这一层前面放一个暂退法层，或者用早停停在那一步。</translation>
    </message>
    <message>
        <source>%1 of %2 ReLU units are dead: they give 0 for every sample and learn nothing any more.</source>
        <translation>%2个ReLU单元中有%1个死了：对每个样本都给出0，也不再学习。</translation>
    </message>
    <message>
        <source>Choose leaky ReLU as the activation here, so that no unit can die.</source>
        <translation>这里的激活函数改用带泄漏的ReLU，单元就不会死。</translation>
    </message>
    <message>
        <source>%1 of the numbers are saturated: they stand at the ends of %2, where it has hardly any slope.</source>
        <translation>%1的数饱和了：它们停在%2的两端，那里几乎没有坡度。</translation>
    </message>
    <message>
        <source>Start anew with Xavier as the initial weights of this layer and half the learning rate.</source>
        <translation>把这一层的初始权重改为Xavier，学习率减半，重新开始。</translation>
    </message>
    <message>
        <source>Choose ReLU as the activation of the layers between: its slope is 1.</source>
        <translation>中间各层的激活函数改用ReLU：它的斜率是1。</translation>
    </message>
    <message>
        <source>Put a batch normalisation between the layers.</source>
        <translation>在各层之间放一个批量规范化层。</translation>
    </message>
    <message>
        <source>Set gradient clipping to 1 in the settings of the loss.</source>
        <translation>在损失的设置里把梯度裁剪设为1。</translation>
    </message>
    <message>
        <source>The gradient explodes: its norm is %1 here.</source>
        <translation>梯度爆炸：这里的范数是%1。</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back: each weight here feels %1 times what one in %2 feels.</source>
        <translation>梯度在反向传播途中消失：这里每个权重得到的，只有%2中的%1倍。</translation>
    </message>
    <message>
        <source>The gradient explodes on its way back: each weight here feels %1 times what one in %2 feels.</source>
        <translation>梯度在反向传播途中爆炸：这里每个权重得到的，是%2中的%1倍。</translation>
    </message>
    <message>
        <source>“%1” is never the answer, though it would be right for %2 of %3 samples.</source>
        <translation>从来不回答“%1”，尽管%3个样本中有%2个正是它。</translation>
    </message>
    <message>
        <source>Train for longer; if that does not help, give the data more samples of this class.</source>
        <translation>再训练久一些；如果没有用，就给这一类多一些样本。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Derived inputs</source>
        <translation>派生输入</translation>
    </message>
    <message>
        <source>Share for testing</source>
        <translation>测试所占比例</translation>
    </message>
    <message>
        <source>Seed of the data</source>
        <translation>数据的种子</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The network has no loss, so there is nothing to train.</source>
        <translation>网络没有损失，无从训练。</translation>
    </message>
    <message>
        <source>old weight</source>
        <translation>旧权重</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>gradient of the loss</source>
        <translation>损失的梯度</translation>
    </message>
    <message>
        <source>gradient with penalties</source>
        <translation>加上惩罚的梯度</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>new weight</source>
        <translation>新权重</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>memory of the gradients</source>
        <translation>梯度的记忆</translation>
    </message>
    <message>
        <source>memory of the squares</source>
        <translation>平方的记忆</translation>
    </message>
    <message>
        <source>number of the update</source>
        <translation>第几次更新</translation>
    </message>
    <message>
        <source>mean gradient so far</source>
        <translation>此前的平均梯度</translation>
    </message>
    <message>
        <source>mean square so far</source>
        <translation>此前的均方</translation>
    </message>
    <message>
        <source>mean of the gradients</source>
        <translation>梯度的平均</translation>
    </message>
    <message>
        <source>mean square of the gradients</source>
        <translation>梯度的均方</translation>
    </message>
    <message>
        <source>corrected for the start at zero</source>
        <translation>修正从零开始的影响</translation>
    </message>
    <message>
        <source>decay of the weight</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>velocity so far</source>
        <translation>此前的速度</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>There is no folder and no lesson “%1”; the lessons are %2.</source>
        <translation>没有文件夹或课程“%1”；现有的课程是%2。</translation>
    </message>
    <message>
        <source>%1: there is no node “%2” in this network.</source>
        <translation>%1：这个网络里没有节点“%2”。</translation>
    </message>
    <message>
        <source>%1: “%2” should read NODE.PARAMETER, for example dense1.weights.</source>
        <translation>%1：“%2”应写成“节点.参数”，例如dense1.weights。</translation>
    </message>
    <message>
        <source>%1: there is no view “%2”; `zhibei views` lists them.</source>
        <translation>%1：没有视图“%2”；`zhibei views`列出所有视图。</translation>
    </message>
    <message>
        <source>%1: there is no scene “%2” in this lesson.</source>
        <translation>%1：这一课没有名为“%2”的幕。</translation>
    </message>
    <message>
        <source>%1: there is no action “%2”; `zhibei lessons reference` lists them.</source>
        <translation>%1：没有操作“%2”；`zhibei lessons reference`列出所有操作。</translation>
    </message>
    <message>
        <source>%1: there is no kind of layer “%2”; `zhibei layers` lists them.</source>
        <translation>%1：没有名为“%2”的层；`zhibei layers`列出所有的层。</translation>
    </message>
    <message>
        <source>%1: “%2” has no setting “%3”.</source>
        <translation>%1：“%2”没有设置“%3”。</translation>
    </message>
    <message>
        <source>%1: there are no data “%2”; `zhibei data` lists them.</source>
        <translation>%1：没有数据“%2”；`zhibei data`列出所有数据。</translation>
    </message>
    <message>
        <source>%1: “%2” cannot stand between two layers.</source>
        <translation>%1：“%2”不能放在两层之间。</translation>
    </message>
    <message>
        <source>%1: no wire leaves “%2”, so there is no place to put a layer.</source>
        <translation>%1：没有连线从“%2”出发，放不下新的层。</translation>
    </message>
    <message>
        <source>Training goes on until something pauses it.</source>
        <translation>训练一直进行，直到暂停。</translation>
    </message>
    <message>
        <source>Training pauses.</source>
        <translation>暂停训练。</translation>
    </message>
    <message>
        <source>Trains N steps, then pauses.</source>
        <translation>训练N步，然后暂停。</translation>
    </message>
    <message>
        <source>Back to the initial weights of the seed.</source>
        <translation>回到随机种子给出的初始权重。</translation>
    </message>
    <message>
        <source>Other initial weights and another order of the samples.</source>
        <translation>换一组初始权重和样本顺序。</translation>
    </message>
    <message>
        <source>At most N steps a second; 0: as fast as it can.</source>
        <translation>每秒最多N步；0表示全速。</translation>
    </message>
    <message>
        <source>Gives a setting of a node another value.</source>
        <translation>改变节点的一项设置。</translation>
    </message>
    <message>
        <source>Gives a setting of the training another value.</source>
        <translation>改变训练的一项设置。</translation>
    </message>
    <message>
        <source>Trains on other data; besides the source&apos;s options there are seed and test_share.</source>
        <translation>换数据来训练；除数据来源自己的选项外，还有seed和test_share。</translation>
    </message>
    <message>
        <source>Puts a layer into the wires that leave a node.</source>
        <translation>在从一个节点出发的连线上插入一层。</translation>
    </message>
    <message>
        <source>Takes a node away; its neighbours are joined.</source>
        <translation>移走一个节点，前后相接。</translation>
    </message>
    <message>
        <source>Gives one learned number another value.</source>
        <translation>改变一个学到的数。</translation>
    </message>
    <message>
        <source>Selects a node.</source>
        <translation>选中一个节点。</translation>
    </message>
    <message>
        <source>Opens a layer down to its numbers.</source>
        <translation>打开一层，直到里面的每个数。</translation>
    </message>
    <message>
        <source>Opens a view, pinned to a node or not.</source>
        <translation>打开一种视图，可以固定在节点上。</translation>
    </message>
    <message>
        <source>Closes a view.</source>
        <translation>关闭一种视图。</translation>
    </message>
    <message>
        <source>Lights nodes up.</source>
        <translation>点亮节点。</translation>
    </message>
    <message>
        <source>Shows the test sample of that number, counted from 0.</source>
        <translation>显示这个编号的测试样本，从0数起。</translation>
    </message>
    <message>
        <source>Shows the network as it was at that step.</source>
        <translation>显示网络在那一步时的样子。</translation>
    </message>
    <message>
        <source>Goes to another scene.</source>
        <translation>转到另一幕。</translation>
    </message>
    <message>
        <source>Back to the scene&apos;s own start.</source>
        <translation>回到这一幕的开头。</translation>
    </message>
    <message>
        <source>%1: this changes nothing in a project.</source>
        <translation>%1：这个操作不改变项目，不能放在这里。</translation>
    </message>
    <message>
        <source>%1: training stopped at step %2. %3</source>
        <translation>%1：训练在第%2步停止。%3</translation>
    </message>
    <message>
        <source>%1: the network has no such learned number.</source>
        <translation>%1：网络里没有这个学到的数。</translation>
    </message>
    <message>
        <source>“%1” is not a folder.</source>
        <translation>“%1”不是文件夹。</translation>
    </message>
    <message>
        <source>“%1” holds no lesson: there is no lesson.json in it.</source>
        <translation>“%1”里没有课程：找不到lesson.json。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 bytes.</source>
        <translation>%1超过了%2字节。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: check its permissions.</source>
        <translation>无法写入“%1”：请检查权限。</translation>
    </message>
    <message>
        <source>“%1” holds too many files: at most %2.</source>
        <translation>“%1”里的文件太多：最多%2个。</translation>
    </message>
    <message>
        <source>“%1” holds “%2”, which belongs to no lesson: do not trust this file.</source>
        <translation>“%1”里有不属于任何课程的“%2”：不要信任这个文件。</translation>
    </message>
    <message>
        <source>%1: “%2” of the term “%3” is missing or not what it should be.</source>
        <translation>%1：术语“%3”的“%2”缺失或不对。</translation>
    </message>
    <message>
        <source>%1: the term “%2” holds “%3”, which is unknown here.</source>
        <translation>%1：术语“%2”里有不认识的“%3”。</translation>
    </message>
    <message>
        <source>%1 must be a list of terms.</source>
        <translation>%1应当是术语的列表。</translation>
    </message>
    <message>
        <source>%1: the term “%2” is there twice.</source>
        <translation>%1：术语“%2”出现了两次。</translation>
    </message>
    <message>
        <source>%1: “%2” leaves the lesson&apos;s folder.</source>
        <translation>%1：“%2”超出了课程的文件夹。</translation>
    </message>
    <message>
        <source>%1: there is no file “%2” in the lesson&apos;s folder.</source>
        <translation>%1：课程的文件夹里没有文件“%2”。</translation>
    </message>
    <message>
        <source>%1 is not text in UTF-8.</source>
        <translation>%1不是UTF-8文本。</translation>
    </message>
    <message>
        <source>%1 should be %2.</source>
        <translation>%1应当是%2。</translation>
    </message>
    <message>
        <source>%1 holds “%2”, which is unknown here.</source>
        <translation>%1里有不认识的“%2”。</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>一个对象</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>一个列表</translation>
    </message>
    <message>
        <source>%1 has too many entries: at most %2.</source>
        <translation>%1的条目太多：最多%2个。</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>一段文字</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be an id: use letters, digits, - and _ only.</source>
        <translation>%1：“%2”不能作名称：只能用字母、数字、-和_。</translation>
    </message>
    <message>
        <source>a whole number from 0 to 10 million</source>
        <translation>0到1000万的整数</translation>
    </message>
    <message>
        <source>a list of whole numbers</source>
        <translation>整数的列表</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>an action and its arguments</source>
        <translation>一个操作和它的参数</translation>
    </message>
    <message>
        <source>%1: the action should read “%2”.</source>
        <translation>%1：这个操作应写成“%2”。</translation>
    </message>
    <message>
        <source>one of template, file and scene</source>
        <translation>template、file、scene中的一个</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少%1。</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true或者false</translation>
    </message>
    <message>
        <source>an object of at most 20 buttons</source>
        <translation>一个对象，最多20个按钮</translation>
    </message>
    <message>
        <source>The scene&apos;s name in files and links.</source>
        <translation>这一幕在文件和链接里的名称。</translation>
    </message>
    <message>
        <source>Where the network comes from: a template, a “file” of the lesson&apos;s folder, or an earlier “scene”. Without it there are only words.</source>
        <translation>网络从哪里来：模板、课程文件夹里的文件（file），或者前面的一幕（scene）。不写就只有文字。</translation>
    </message>
    <message>
        <source>What is changed in the start before anything is shown.</source>
        <translation>显示之前，先对开头作的改动。</translation>
    </message>
    <message>
        <source>How many steps are trained before the scene is shown.</source>
        <translation>显示之前先训练多少步。</translation>
    </message>
    <message>
        <source>At most so many steps a second; 0: as fast as it can.</source>
        <translation>每秒最多多少步；0表示全速。</translation>
    </message>
    <message>
        <source>The scene trains from its beginning.</source>
        <translation>这一幕一开始就在训练。</translation>
    </message>
    <message>
        <source>The parts of the window and the views that are there; nothing else is.</source>
        <translation>显示窗口的哪些部分和哪些视图；其余的都没有。</translation>
    </message>
    <message>
        <source>Controls that are left out of what is shown.</source>
        <translation>显示的部分里不要哪些控件。</translation>
    </message>
    <message>
        <source>What cannot be edited.</source>
        <translation>哪些不能编辑。</translation>
    </message>
    <message>
        <source>Nodes that are lit up at the beginning.</source>
        <translation>一开始点亮的节点。</translation>
    </message>
    <message>
        <source>The buttons below the text, in this order, and what each does.</source>
        <translation>正文下面的按钮，按此顺序，以及各自做什么。</translation>
    </message>
    <message>
        <source>What is to be reached: all of these must hold.</source>
        <translation>要达到的目标：必须全部成立。</translation>
    </message>
    <message>
        <source>How the goal is reached; shown to whoever asks, and checked by `zhibei lessons check LESSON --train`.</source>
        <translation>怎样达到目标；想看的人可以看，`zhibei lessons check LESSON --train`也会检查。</translation>
    </message>
    <message>
        <source>%1 is not that of a lesson: “lesson” and its number are missing.</source>
        <translation>%1不是课程的文件：缺少“lesson”和编号。</translation>
    </message>
    <message>
        <source>%1: this lesson was made for a newer Zhibei (format %2; this one reads up to %3): update Zhibei to open it.</source>
        <translation>%1：这一课是为更新的指北做的（格式%2；当前版本最多读到%3）：请更新指北再打开。</translation>
    </message>
    <message>
        <source>%1 has too many scenes: at most %2.</source>
        <translation>%1的幕太多：最多%2幕。</translation>
    </message>
    <message>
        <source>%1 has no scenes.</source>
        <translation>%1里一幕也没有。</translation>
    </message>
    <message>
        <source>%1: this scene is there twice.</source>
        <translation>%1：这一幕出现了两次。</translation>
    </message>
    <message>
        <source>%1 must begin with “# Title”.</source>
        <translation>%1必须以“# 标题”开头。</translation>
    </message>
    <message>
        <source>%1: a sentence about the lesson is missing below its title.</source>
        <translation>%1：标题下面缺少一句介绍。</translation>
    </message>
    <message>
        <source>%1: there is no text below the heading.</source>
        <translation>%1：小标题下面没有正文。</translation>
    </message>
    <message>
        <source>%1: there is a second title “%2”; scenes begin with “## id: title”.</source>
        <translation>%1：出现了第二个标题“%2”；每一幕以“## id: 标题”开头。</translation>
    </message>
    <message>
        <source>%1: the heading “%2” should read “## id: title”.</source>
        <translation>%1：小标题“%2”应写成“## id: 标题”。</translation>
    </message>
    <message>
        <source>%1: this section is there twice.</source>
        <translation>%1：这一节出现了两次。</translation>
    </message>
    <message>
        <source>%1: “%2” is none of try, goal, notice, hint and notes.</source>
        <translation>%1：“%2”不是try、goal、notice、hint或notes。</translation>
    </message>
    <message>
        <source>%1: there is no text behind the colon.</source>
        <translation>%1：冒号后面没有文字。</translation>
    </message>
    <message>
        <source>%1 is there twice.</source>
        <translation>%1出现了两次。</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number.</source>
        <translation>%1：“%2”不是数。</translation>
    </message>
    <message>
        <source>%1: it should read “%2”.</source>
        <translation>%1：应写成“%2”。</translation>
    </message>
    <message>
        <source>The loss on the training samples.</source>
        <translation>训练样本上的损失。</translation>
    </message>
    <message>
        <source>The loss on the test samples.</source>
        <translation>测试样本上的损失。</translation>
    </message>
    <message>
        <source>The share of the training samples that are classified correctly, 0 to 1.</source>
        <translation>训练样本中判对的比例，0到1。</translation>
    </message>
    <message>
        <source>The share of the test samples that are classified correctly, 0 to 1.</source>
        <translation>测试样本中判对的比例，0到1。</translation>
    </message>
    <message>
        <source>R² on the test samples: 1 is perfect, 0 no better than the mean.</source>
        <translation>测试样本上的R²：1表示完美，0表示不比均值好。</translation>
    </message>
    <message>
        <source>The steps trained so far.</source>
        <translation>已经训练的步数。</translation>
    </message>
    <message>
        <source>The epochs trained so far.</source>
        <translation>已经训练的轮数。</translation>
    </message>
    <message>
        <source>The neurons and kernels of all hidden layers.</source>
        <translation>所有隐藏层的神经元和卷积核的个数。</translation>
    </message>
    <message>
        <source>The hidden layers with weights; neurons beside each other are one layer.</source>
        <translation>有权重的隐藏层数；并排的神经元算一层。</translation>
    </message>
    <message>
        <source>The learned numbers of the whole network.</source>
        <translation>整个网络要学的数的个数。</translation>
    </message>
    <message>
        <source>One learned number, counted from 0: dense1.weights[0].</source>
        <translation>一个学到的数，从0数起：dense1.weights[0]。</translation>
    </message>
    <message>
        <source>A view was looked at; also scrubber, draw and sample.</source>
        <translation>看过某种视图；也可以是scrubber、draw和sample。</translation>
    </message>
    <message>
        <source>A button of the scene was pressed.</source>
        <translation>按过这一幕的某个按钮。</translation>
    </message>
    <message>
        <source>A node was selected.</source>
        <translation>选中过某个节点。</translation>
    </message>
    <message>
        <source>A setting has another value than at the scene&apos;s start.</source>
        <translation>某项设置与这一幕开头时不同。</translation>
    </message>
    <message>
        <source>%1: there is no measure and no event “%2”; `zhibei lessons reference` lists them.</source>
        <translation>%1：没有度量或事件“%2”；`zhibei lessons reference`列出所有的度量和事件。</translation>
    </message>
    <message>
        <source>%1: it should read “%2 &gt;= X”, “%2 &lt;= X” or “%2 = X +- T”.</source>
        <translation>%1：应写成“%2 &gt;= X”、“%2 &lt;= X”或“%2 = X +- T”。</translation>
    </message>
    <message>
        <source>%1: the tolerance must not be negative.</source>
        <translation>%1：容差不能是负数。</translation>
    </message>
    <message>
        <source>%1: a scene without a start has nothing to train and no goal.</source>
        <translation>%1：没有开头的一幕不能训练，也不能有目标。</translation>
    </message>
    <message>
        <source>%1: there is no part and no control “%2” of the window.</source>
        <translation>%1：窗口里没有名为“%2”的部分或控件。</translation>
    </message>
    <message>
        <source>%1: “%2” is none of network, data and training.</source>
        <translation>%1：“%2”不是network、data或training。</translation>
    </message>
    <message>
        <source>%1: the scene has no button “%2”.</source>
        <translation>%1：这一幕没有按钮“%2”。</translation>
    </message>
    <message>
        <source>%1: a formula begins with $ and does not end; a dollar that is none needs a backslash before it.</source>
        <translation>%1：有公式以$开始却没有结束；不是公式的$前面要加反斜杠。</translation>
    </message>
    <message>
        <source>%1: the formula “%2” has no picture “%3”: run tools/formulas.py.</source>
        <translation>%1：公式“%2”缺少图片“%3”：请运行tools/formulas.py。</translation>
    </message>
    <message>
        <source>%1: the picture “%2” is neither a PNG nor an SVG file.</source>
        <translation>%1：图片“%2”既不是PNG也不是SVG文件。</translation>
    </message>
    <message>
        <source>%1: the glossary has no term “%2”.</source>
        <translation>%1：术语表里没有“%2”。</translation>
    </message>
    <message>
        <source>%1: the link “%2” leads nowhere; links are do:, show:, view:, term:, scene: and https://.</source>
        <translation>%1：链接“%2”哪儿也去不了；链接有do:、show:、view:、term:、scene:和https://。</translation>
    </message>
    <message>
        <source>%1: the section “## %2: …” is missing.</source>
        <translation>%1：缺少小节“## %2: …”。</translation>
    </message>
    <message>
        <source>%1: lesson.json has no scene “%2”.</source>
        <translation>%1：lesson.json里没有名为“%2”的幕。</translation>
    </message>
    <message>
        <source>%1: the section “## %2: …” should stand where “## %3: …” does.</source>
        <translation>%1：小节“## %2: …”应放在“## %3: …”的位置。</translation>
    </message>
    <message>
        <source>%1: “- try %2: …” is missing.</source>
        <translation>%1：缺少“- try %2: …”。</translation>
    </message>
    <message>
        <source>%1: lesson.json has no button “%2”.</source>
        <translation>%1：lesson.json里没有按钮“%2”。</translation>
    </message>
    <message>
        <source>%1: lesson.json has no goal for this scene.</source>
        <translation>%1：lesson.json里这一幕没有目标。</translation>
    </message>
    <message>
        <source>%1: “- goal: …” is missing.</source>
        <translation>%1：缺少“- goal: …”。</translation>
    </message>
    <message>
        <source>%1: the lines with a key are not the same, or not in the same order, as in %2.</source>
        <translation>%1：带关键字的行与%2不同，或者顺序不同。</translation>
    </message>
    <message>
        <source>%1: the link “%2” of %3 is missing.</source>
        <translation>%1：缺少%3里的链接“%2”。</translation>
    </message>
    <message>
        <source>%1: “%2” cannot be opened. %3</source>
        <translation>%1：“%2”打不开。%3</translation>
    </message>
    <message>
        <source>%1: there is no template “%2”; `zhibei templates` lists them.</source>
        <translation>%1：没有模板“%2”；`zhibei templates`列出所有模板。</translation>
    </message>
    <message>
        <source>%1: no scene “%2” comes before this one.</source>
        <translation>%1：这一幕之前没有名为“%2”的幕。</translation>
    </message>
    <message>
        <source>%1: this network cannot train. %2</source>
        <translation>%1：这个网络无法训练。%2</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>左上</translation>
    </message>
    <message>
        <source>top middle</source>
        <translation>上中</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>middle left</source>
        <translation>左中</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中央</translation>
    </message>
    <message>
        <source>middle right</source>
        <translation>右中</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>bottom middle</source>
        <translation>下中</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>upper band</source>
        <translation>上条</translation>
    </message>
    <message>
        <source>middle band</source>
        <translation>中条</translation>
    </message>
    <message>
        <source>lower band</source>
        <translation>下条</translation>
    </message>
    <message>
        <source>whole picture</source>
        <translation>整幅图像</translation>
    </message>
    <message>
        <source>Ink of digits</source>
        <translation>数字的墨量</translation>
    </message>
    <message>
        <source>The handwritten digits as 13 hand-crafted features: how much ink lies in each of nine cells, in three bands and in the whole picture.</source>
        <translation>把手写数字变成13个手工特征：九个格子、三个横条和整幅图像里各有多少墨。</translation>
    </message>
    <message>
        <source>nothing moved</source>
        <translation>没有动</translation>
    </message>
    <message>
        <source>asteroid</source>
        <translation>小行星</translation>
    </message>
    <message>
        <source>Star fields</source>
        <translation>星空</translation>
    </message>
    <message>
        <source>Two exposures of the same 24×24 pixels of sky, one red, one cyan: in half of the pairs a point has moved. Cosmic rays, twinkling and noise mislead.</source>
        <translation>同一片24×24像素的天空，两次曝光，一红一青：一半的图对里有一个点移动过。宇宙线、闪烁和噪声会误导人。</translation>
    </message>
</context>
<context>
    <name>zhibei::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>New from &amp;template</source>
        <translation>从模板新建(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Export picture of the network…</source>
        <translation>导出网络图(&amp;E)…</translation>
    </message>
    <message>
        <source>Export &amp;curves…</source>
        <translation>导出曲线(&amp;C)…</translation>
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
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>复制一份(&amp;D)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find a layer…</source>
        <translation>找一个层(&amp;F)…</translation>
    </message>
    <message>
        <source>U&amp;nfold into neurons</source>
        <translation>展开成神经元(&amp;N)</translation>
    </message>
    <message>
        <source>Shows the neurons and wires that a dense layer is made of.</source>
        <translation>显示全连接层由哪些神经元和连线组成。</translation>
    </message>
    <message>
        <source>F&amp;old into a layer</source>
        <translation>收成一层(&amp;O)</translation>
    </message>
    <message>
        <source>Makes one dense layer of the selected neurons.</source>
        <translation>把选中的神经元合成一个全连接层。</translation>
    </message>
    <message>
        <source>Add a not&amp;e</source>
        <translation>添加注释(&amp;E)</translation>
    </message>
    <message>
        <source>Al&amp;ign</source>
        <translation>对齐(&amp;I)</translation>
    </message>
    <message>
        <source>Tid&amp;y the layout</source>
        <translation>整理布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation>左边对齐(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Centres, one below the other</source>
        <translation>中心对齐，上下排列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation>右边对齐(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation>上边对齐(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Middles, side by side</source>
        <translation>中线对齐，左右排列(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation>下边对齐(&amp;B)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit the network</source>
        <translation>显示整个网络(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>组件栏(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Draw pad and surface</source>
        <translation>画板与决策面(&amp;D)</translation>
    </message>
    <message>
        <source>In&amp;spector</source>
        <translation>属性栏(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation>曲线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>恢复默认布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>Nothing moves that does not have to.</source>
        <translation>不必动的都不动。</translation>
    </message>
    <message>
        <source>Prese&amp;nt</source>
        <translation>讲课(&amp;N)</translation>
    </message>
    <message>
        <source>The network fills the screen. Escape leaves.</source>
        <translation>网络占满屏幕，按Esc退出。</translation>
    </message>
    <message>
        <source>&amp;中文</source>
        <translation>中文(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>小一些(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>标准(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>大一些(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Trains until you pause.</source>
        <translation>一直训练，直到暂停。</translation>
    </message>
    <message>
        <source>One &amp;step</source>
        <translation>走一步(&amp;S)</translation>
    </message>
    <message>
        <source>Trains on one batch.</source>
        <translation>用一个小批量训练。</translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation>走一轮(&amp;E)</translation>
    </message>
    <message>
        <source>Trains to the end of this pass over the data.</source>
        <translation>训练到这一轮数据看完为止。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重来(&amp;R)</translation>
    </message>
    <message>
        <source>Back to the very same start.</source>
        <translation>回到一模一样的起点。</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>换种子(&amp;N)</translation>
    </message>
    <message>
        <source>Starts anew from other random weights.</source>
        <translation>从另一组随机权重重新开始。</translation>
    </message>
    <message>
        <source>Restore last &amp;good state</source>
        <translation>恢复到最近的正常状态(&amp;G)</translation>
    </message>
    <message>
        <source>Brings back the weights from before the numbers went wrong.</source>
        <translation>取回数值出错之前的权重。</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Halve the learning rate</source>
        <translation>学习率减半(&amp;H)</translation>
    </message>
    <message>
        <source>Double the &amp;learning rate</source>
        <translation>学习率加倍(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;1 step a second</source>
        <translation>每秒&amp;1步</translation>
    </message>
    <message>
        <source>&amp;4 steps a second</source>
        <translation>每秒&amp;4步</translation>
    </message>
    <message>
        <source>&amp;20 steps a second</source>
        <translation>每秒&amp;20步</translation>
    </message>
    <message>
        <source>10&amp;0 steps a second</source>
        <translation>每秒10&amp;0步</translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation>全速(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>What the program did, newest last.</source>
        <translation>程序做过的事，最新的在最后。</translation>
    </message>
    <message>
        <source>&amp;About Zhibei</source>
        <translation>关于指北(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于&amp;Qt</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Import ONNX…</source>
        <translation>导入ONNX(&amp;I)…</translation>
    </message>
    <message>
        <source>Export as ONN&amp;X…</source>
        <translation>导出为ONNX(&amp;X)…</translation>
    </message>
    <message>
        <source>More vie&amp;ws</source>
        <translation>更多视图(&amp;W)</translation>
    </message>
    <message>
        <source>Find anythin&amp;g…</source>
        <translation>查找任何东西(&amp;G)…</translation>
    </message>
    <message>
        <source>Commands, layers, views, data, templates and files, by name in either language or by pinyin.</source>
        <translation>命令、层、视图、数据、模板和文件，可用中英文名称或拼音查找。</translation>
    </message>
    <message>
        <source>Loo&amp;k inside</source>
        <translation>看内部(&amp;K)</translation>
    </message>
    <message>
        <source>Opens the selected layer down to its numbers; so do Enter, a double click and zooming in. Escape leads back.</source>
        <translation>把所选的层打开到每一个数；按回车、双击或放大到底也一样。按Esc返回。</translation>
    </message>
    <message>
        <source>Export ani&amp;mation…</source>
        <translation>导出动画(&amp;M)…</translation>
    </message>
    <message>
        <source>Makes a GIF or pictures of the run so far: the network, the curves or any view as they changed.</source>
        <translation>把到目前为止的训练做成GIF或一组图片：网络、曲线或任一视图怎样变化。</translation>
    </message>
    <message>
        <source>Loo&amp;k back</source>
        <translation>回看(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Play the run so far</source>
        <translation>回放训练过程(&amp;P)</translation>
    </message>
    <message>
        <source>Shows the recorded run like a film. Training goes on behind, if it was playing.</source>
        <translation>像放电影一样回放已记录的训练过程。训练若正在进行，会在后台继续。</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Shows everything as it was one step earlier.</source>
        <translation>所有画面都回到前一步的样子。</translation>
    </message>
    <message>
        <source>One step &amp;onward</source>
        <translation>前进一步(&amp;O)</translation>
    </message>
    <message>
        <source>Shows the next step of the recorded run.</source>
        <translation>显示已记录的下一步。</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>回到现在(&amp;N)</translation>
    </message>
    <message>
        <source>Shows the training as it is.</source>
        <translation>显示训练现在的样子。</translation>
    </message>
    <message>
        <source>&amp;Continue from here</source>
        <translation>从这里继续(&amp;C)</translation>
    </message>
    <message>
        <source>Trains on from the step one looks back to; the curve so far stays as a branch.</source>
        <translation>从正在回看的这一步继续训练；原来的曲线作为分支保留。</translation>
    </message>
    <message>
        <source>&amp;Help pages</source>
        <translation>帮助页(&amp;H)</translation>
    </message>
    <message>
        <source>Explains what has the focus: a layer, a setting, a view, a part of the window.</source>
        <translation>说明焦点所在的东西：一种层、一项设置、一个视图，或窗口的一个部分。</translation>
    </message>
    <message>
        <source>Ra&amp;ce…</source>
        <translation>赛跑(&amp;C)…</translation>
    </message>
    <message>
        <source>Trains this network with several optimizers, learning rates or other settings, side by side.</source>
        <translation>用几种优化器、学习率或其他设置，并排训练这个网络。</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>训练记录(&amp;U)</translation>
    </message>
    <message>
        <source>Every training is kept: compare curves and settings, or open one again. The newest 300 stay, and all with a star or a note.</source>
        <translation>每次训练都保存下来：比较曲线和设置，或重新打开其中一次。最近的300次，以及有星标或备注的，都会留下。</translation>
    </message>
    <message>
        <source>&amp;Lessons…</source>
        <translation>课程(&amp;L)…</translation>
    </message>
    <message>
        <source>Deep learning from the first line to networks that read, scene by scene.</source>
        <translation>从第一条直线到会读书的网络，一幕一幕学深度学习。</translation>
    </message>
</context>
<context>
    <name>zhibei::ActivationsView</name>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>What the chosen sample calls forth</source>
        <translation>所选样本引起的数值</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>The mean over a batch of training samples</source>
        <translation>一批训练样本的均值</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>本层</translation>
    </message>
    <message>
        <source>One colour scale for the whole layer</source>
        <translation>整层共用一个色标</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Each unit by its own largest number</source>
        <translation>每个单元按自己最大的数着色</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>One colour scale for all layers</source>
        <translation>所有层共用一个色标</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic colours and bars: small numbers grow visible</source>
        <translation>颜色和柱高取对数：很小的数也看得见</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>死单元</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>no numbers</source>
        <translation>不是数的</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>map %1, pixel (%2, %3)</source>
        <translation>特征图%1，像素（%2，%3）</translation>
    </message>
    <message>
        <source>time %1, feature %2</source>
        <translation>时刻%1，特征%2</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元%1</translation>
    </message>
    <message>
        <source>sample: %1</source>
        <translation>样本：%1</translation>
    </message>
    <message>
        <source>batch: %1 ± %2</source>
        <translation>批量：%1 ± %2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从%1到%2</translation>
    </message>
    <message>
        <source>This node gives no numbers that could be shown.</source>
        <translation>这个节点没有可以显示的数。</translation>
    </message>
    <message>
        <source>Select a node on the canvas to see what it gives.</source>
        <translation>在画布上选一个节点，看它给出什么。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
</context>
<context>
    <name>zhibei::Application</name>
    <message>
        <source>No font that can draw Chinese was found; please install fonts-noto-cjk.</source>
        <translation>没有找到能显示中文的字体；请安装fonts-noto-cjk。</translation>
    </message>
</context>
<context>
    <name>zhibei::AttentionPage</name>
    <message>
        <source>head %1</source>
        <translation>头%1</translation>
    </message>
    <message>
        <source>query %1 (%2) looks at key %3 (%4)</source>
        <translation>查询%1（%2）看键%3（%4）</translation>
    </message>
    <message>
        <source>%1: it may not</source>
        <translation>%1：不允许看</translation>
    </message>
    <message>
        <source>%1: q·k / √d = %2 → softmax → %3</source>
        <translation>%1：q·k / √d = %2 → softmax → %3</translation>
    </message>
    <message>
        <source>keys: what is looked at</source>
        <translation>键：被看的</translation>
    </message>
    <message>
        <source>queries: who looks</source>
        <translation>查询：在看的</translation>
    </message>
</context>
<context>
    <name>zhibei::BatchPicture</name>
    <message>
        <source>Sample %1</source>
        <translation>样例%1</translation>
    </message>
</context>
<context>
    <name>zhibei::ConfusionView</name>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2个中对了%1个</translation>
    </message>
    <message>
        <source>%1 recognised: %2 of %3</source>
        <translation>认出%1：%3个中的%2个</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3 of %4</source>
        <translation>把%1认成%2：%4个中的%3个</translation>
    </message>
    <message>
        <source>This asks for a network that tells classes apart.</source>
        <translation>这里需要一个做分类的网络。</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>正确类别</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Samples of the cell</source>
        <translation>这一格的样本</translation>
    </message>
</context>
<context>
    <name>zhibei::CourseMap</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Each scene is a living experiment: look, try, reach the goal. Leave whenever you like; your place is kept.</source>
        <translation>每一幕都是活的实验：看一看，试一试，达到目标。随时可以离开，进度会保留。</translation>
    </message>
    <message>
        <source>There are no lessons here.</source>
        <translation>这里还没有课程。</translation>
    </message>
    <message>
        <source>Back to the lab (Escape)</source>
        <translation>回到实验室（Esc）</translation>
    </message>
    <message>
        <source>Back to the lab</source>
        <translation>回到实验室</translation>
    </message>
</context>
<context>
    <name>zhibei::CsvColumns</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1到%2</translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation>
            <numerusform>%n种词</numerusform>
        </translation>
    </message>
    <message>
        <source>What is predicted</source>
        <translation>要预测的列</translation>
    </message>
    <message>
        <source>Used to predict from, if ticked</source>
        <translation>勾选则用来预测</translation>
    </message>
</context>
<context>
    <name>zhibei::CurvePlot</name>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第%1步</translation>
    </message>
    <message>
        <source>train %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>test %1</source>
        <translation>测试 %1</translation>
    </message>
</context>
<context>
    <name>zhibei::CurveView</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>How wrong the network is: the smaller, the better</source>
        <translation>网络错得多厉害：越小越好</translation>
    </message>
    <message>
        <source>The share of samples it classifies correctly</source>
        <translation>分类正确的样本比例</translation>
    </message>
    <message>
        <source>The share of the variance it explains; 1 is perfect</source>
        <translation>它解释了多大比例的方差；1为完美</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Draw the mean of the noisy training loss</source>
        <translation>画出抖动的训练损失的均值</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic axis: small losses grow visible</source>
        <translation>对数坐标：看得清很小的损失</translation>
    </message>
    <message>
        <source>Show the whole run and follow it (double click)</source>
        <translation>显示整个训练过程并跟随（双击）</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1样本/秒</translation>
    </message>
    <message>
        <source>Press play: the loss appears here</source>
        <translation>按下播放，损失就会显示在这里</translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>暂停回放</translation>
    </message>
    <message>
        <source>Play the run so far like a film</source>
        <translation>像放电影一样回放训练过程</translation>
    </message>
</context>
<context>
    <name>zhibei::DataPanel</name>
    <message>
        <source>%1 to train, %2 to test</source>
        <translation>训练%1个，测试%2个</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n类</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation>
            <numerusform>%n个数</numerusform>
        </translation>
    </message>
    <message>
        <source>Derived inputs</source>
        <translation>派生输入</translation>
    </message>
    <message>
        <source>Feed the network %1 as well</source>
        <translation>把%1也输入网络</translation>
    </message>
</context>
<context>
    <name>zhibei::DifferenceTable</name>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>layer, setting</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Select two or more runs to see how they differ.</source>
        <translation>选中两次或更多训练，看看它们有何不同。</translation>
    </message>
    <message>
        <source>These runs have the same network, data and settings.</source>
        <translation>这些训练的网络、数据和设置都相同。</translation>
    </message>
</context>
<context>
    <name>zhibei::DoctorView</name>
    <message>
        <source>The doctor asks for a network that can be computed.</source>
        <translation>要有一个能计算的网络，医生才能诊断。</translation>
    </message>
    <message>
        <source>The doctor has not looked yet.</source>
        <translation>医生还没有看过。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>发现%n个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked for: dead and saturated units, gradients that vanish or explode, a loss that jumps or does not fall, overfitting, classes that are never the answer.</source>
        <translation>检查了：死单元和饱和单元、梯度消失或爆炸、损失跳动或不下降、过拟合、从来不回答的类别。</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
</context>
<context>
    <name>zhibei::Document</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>zhibei::DrawPad</name>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Draw a picture</source>
        <translation>画一幅图</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation>在这里画</translation>
    </message>
    <message>
        <source>Drawing area</source>
        <translation>绘图区</translation>
    </message>
    <message>
        <source>It sees</source>
        <translation>它看到的是</translation>
    </message>
    <message>
        <source>How likely each class is</source>
        <translation>每一类的可能性</translation>
    </message>
    <message>
        <source>Previous test sample</source>
        <translation>上一个测试样本</translation>
    </message>
    <message>
        <source>Another test sample, at random</source>
        <translation>随机换一个测试样本</translation>
    </message>
    <message>
        <source>Next test sample</source>
        <translation>下一个测试样本</translation>
    </message>
    <message>
        <source>Clear the drawing (Delete)</source>
        <translation>清除画面（Delete）</translation>
    </message>
    <message>
        <source>test sample %1</source>
        <translation>第%1个测试样本</translation>
    </message>
    <message>
        <source>training sample %1</source>
        <translation>第%1个训练样本</translation>
    </message>
    <message>
        <source>%1: it is %2</source>
        <translation>%1：是%2</translation>
    </message>
    <message>
        <source>It sees %1</source>
        <translation>它看到的是%1</translation>
    </message>
</context>
<context>
    <name>zhibei::EmptyHint</name>
    <message>
        <source>Build a network</source>
        <translation>搭一个网络</translation>
    </message>
    <message>
        <source>Drag data and layers onto this canvas, or double-click it to choose one.
Then pull a wire from ring to ring.</source>
        <translation>把数据和层拖到画布上，或双击画布挑选。
再从圆环到圆环拉一条连线。</translation>
    </message>
</context>
<context>
    <name>zhibei::ExportButton</name>
    <message>
        <source>PNG picture, as on screen…</source>
        <translation>PNG图片，与屏幕相同…</translation>
    </message>
    <message>
        <source>PNG picture, 1920 × 1080…</source>
        <translation>PNG图片，1920×1080…</translation>
    </message>
    <message>
        <source>PNG picture, 3840 × 2160…</source>
        <translation>PNG图片，3840×2160…</translation>
    </message>
    <message>
        <source>SVG drawing…</source>
        <translation>SVG矢量图…</translation>
    </message>
    <message>
        <source>PDF page…</source>
        <translation>PDF页面…</translation>
    </message>
    <message>
        <source>Numbers as a CSV table…</source>
        <translation>数据存为CSV表格…</translation>
    </message>
    <message>
        <source>Save this figure or its numbers</source>
        <translation>保存这幅图或其中的数据</translation>
    </message>
</context>
<context>
    <name>zhibei::Files</name>
    <message>
        <source>That did not work: %1</source>
        <translation>没有成功：%1</translation>
    </message>
    <message>
        <source>The data now come from %1.</source>
        <translation>数据现在来自%1。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Zhibei projects (*.zhibei)</source>
        <translation>指北项目 (*.zhibei)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已保存为%1。</translation>
    </message>
    <message>
        <source>Zhibei</source>
        <translation>指北</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>保存对“%1”的修改吗？</translation>
    </message>
    <message>
        <source>What you do not save is lost.</source>
        <translation>不保存的修改会丢失。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空列表</translation>
    </message>
    <message>
        <source>Import ONNX</source>
        <translation>导入ONNX</translation>
    </message>
    <message>
        <source>ONNX networks (*.onnx);;All files (*)</source>
        <translation>ONNX网络 (*.onnx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export as ONNX</source>
        <translation>导出为ONNX</translation>
    </message>
    <message>
        <source>Restored. Save it to keep it.</source>
        <translation>已恢复。请保存以免丢失。</translation>
    </message>
    <message>
        <source>Projects, tables and lessons (*.zhibei *.json *.csv *.zhicourse);;All files (*)</source>
        <translation>项目、表格和课程 (*.zhibei *.json *.csv *.zhicourse);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>zhibei::FilmDialog</name>
    <message>
        <source>Export animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>GIF animation</source>
        <translation>GIF动画</translation>
    </message>
    <message>
        <source>PNG pictures in a folder</source>
        <translation>PNG图片，存入文件夹</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>内容(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;From step:</source>
        <translation>从第几步(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;To step:</source>
        <translation>到第几步(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Pictures:</source>
        <translation>帧数(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Seconds:</source>
        <translation>时长（秒）(&amp;S)：</translation>
    </message>
    <message>
        <source>Widt&amp;h in pixels:</source>
        <translation>宽度（像素）(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;As:</source>
        <translation>格式(&amp;A)：</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2像素</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>存放图片的文件夹</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <translation>第%1帧，共%2帧</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写文件…</translation>
    </message>
</context>
<context>
    <name>zhibei::Finder</name>
    <message>
        <source>Find a command, a layer, a view, data, a template…</source>
        <translation>查找命令、层、视图、数据、模板……</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有叫这个名字的东西。</translation>
    </message>
</context>
<context>
    <name>zhibei::GalleryView</name>
    <message>
        <source>Worst first</source>
        <translation>最差的在前</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>最好的在前</translation>
    </message>
    <message>
        <source>In their order</source>
        <translation>按原来的顺序</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Wrong ones</source>
        <translation>只看错的</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>类别%1</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Which samples</source>
        <translation>哪些样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>This asks for a network with a loss that judges each sample as a whole.</source>
        <translation>这需要一个用损失函数评判每个完整样本的网络。</translation>
    </message>
    <message>
        <source>Nothing is wrong here.</source>
        <translation>这里没有错的。</translation>
    </message>
    <message>
        <source>There is no such sample.</source>
        <translation>没有这样的样本。</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), %1 wrong</source>
        <translation>
            <numerusform>%n个样本，错了%1个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>样本画廊</translation>
    </message>
</context>
<context>
    <name>zhibei::GatesPage</name>
    <message>
        <source>input gate i</source>
        <translation>输入门i</translation>
    </message>
    <message>
        <source>forget gate f</source>
        <translation>遗忘门f</translation>
    </message>
    <message>
        <source>candidate g</source>
        <translation>候选g</translation>
    </message>
    <message>
        <source>output gate o</source>
        <translation>输出门o</translation>
    </message>
    <message>
        <source>cell c</source>
        <translation>记忆元c</translation>
    </message>
    <message>
        <source>reset gate r</source>
        <translation>重置门r</translation>
    </message>
    <message>
        <source>update gate z</source>
        <translation>更新门z</translation>
    </message>
    <message>
        <source>state h</source>
        <translation>隐状态h</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元%1</translation>
    </message>
    <message>
        <source>layer %1, backwards, %2</source>
        <translation>第%1层，反向，%2</translation>
    </message>
    <message>
        <source>layer %1, %2</source>
        <translation>第%1层，%2</translation>
    </message>
    <message>
        <source>%1 (bias)</source>
        <translation>%1（偏置）</translation>
    </message>
    <message>
        <source>%1, step %2 (%3): %4</source>
        <translation>%1，第%2步（%3）：%4</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message numerus="yes">
        <source>states of all %n units</source>
        <translation>
            <numerusform>全部%n个单元的隐状态</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 (%2)</source>
        <translation>第%1步（%2）</translation>
    </message>
</context>
<context>
    <name>zhibei::GradientsView</name>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The gradient that moves the learned numbers of a layer</source>
        <translation>推动这一层所学的数的梯度</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The gradient that arrives at what a layer gives; layers that learn nothing have one too</source>
        <translation>传到这一层输出上的梯度；什么也不学的层也有</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>A bar for each layer</source>
        <translation>每层一根柱</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>A line for each layer, since this view was opened</source>
        <translation>每层一条线，从打开这个视图时画起</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>%1: gradient %2</source>
        <comment>layer, number</comment>
        <translation>%1：梯度%2</translation>
    </message>
    <message>
        <source>moves by %1 of its size in a step</source>
        <translation>每步移动自身大小的%1倍</translation>
    </message>
    <message>
        <source>This asks for a network with a loss: gradients flow back from there.</source>
        <translation>要有一个带损失的网络：梯度从那里往回流。</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
</context>
<context>
    <name>zhibei::GridView</name>
    <message>
        <source>How far the plane is bent</source>
        <translation>平面弯曲的程度</translation>
    </message>
    <message>
        <source>From the flat plane of the inputs to what the layer makes of it</source>
        <translation>从平坦的输入平面到该层的结果</translation>
    </message>
    <message>
        <source>This asks for data of the plane, such as the spiral.</source>
        <translation>这里需要平面数据，例如螺旋。</translation>
    </message>
    <message>
        <source>Select a layer to see how it bends the plane.</source>
        <translation>选择一层，看它如何弯曲平面。</translation>
    </message>
    <message>
        <source>A plane wants a layer of two numbers or more.</source>
        <translation>这里需要至少输出两个数的层。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>There is nothing to show: no samples, or numbers that are no longer finite.</source>
        <translation>没有可显示的内容：没有样本，或数值已不再有限。</translation>
    </message>
    <message>
        <source>The layer&apos;s two numbers</source>
        <translation>该层的两个数</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s), in sight: %1 % of the spread</source>
        <translation>
            <numerusform>%n个数，可见方差占%1 %</numerusform>
        </translation>
    </message>
    <message>
        <source>the inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Bent grid</source>
        <translation>弯曲的网格</translation>
    </message>
</context>
<context>
    <name>zhibei::HelpWindow</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>find a page…</source>
        <translation>查找页面…</translation>
    </message>
    <message>
        <source>Find a page</source>
        <translation>查找页面</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面列表</translation>
    </message>
</context>
<context>
    <name>zhibei::InsidePage</name>
    <message>
        <source>Σ %1 + bias %2 = %3</source>
        <translation>Σ %1 + 偏置%2 = %3</translation>
    </message>
    <message>
        <source>Σ = %1</source>
        <translation>Σ = %1</translation>
    </message>
</context>
<context>
    <name>zhibei::InsideView</name>
    <message>
        <source>Choose a layer to see what happens inside it.</source>
        <translation>选择一层，看看它内部发生了什么。</translation>
    </message>
    <message>
        <source>There is nothing to see yet: finish the network first.</source>
        <translation>还没有可看的：先把网络搭完整。</translation>
    </message>
    <message>
        <source>A moment: the numbers are on their way.</source>
        <translation>请稍候，数值马上就到。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Back (Escape)</source>
        <translation>返回（Esc）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>inside %1</source>
        <translation>%1的内部</translation>
    </message>
</context>
<context>
    <name>zhibei::KindMenu</name>
    <message>
        <source>Find a layer…</source>
        <translation>找一个层…</translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation>找一个层</translation>
    </message>
    <message>
        <source>Layers that fit</source>
        <translation>接得上的层</translation>
    </message>
    <message>
        <source>No layer fits here.</source>
        <translation>没有层能接在这里。</translation>
    </message>
</context>
<context>
    <name>zhibei::LandscapeView</name>
    <message>
        <source>Random directions</source>
        <translation>随机方向</translation>
    </message>
    <message>
        <source>The way walked</source>
        <translation>走过的路</translation>
    </message>
    <message>
        <source>Two random directions, each filter as long as the filter it moves</source>
        <translation>两个随机方向，其中每个滤波器与它所移动的滤波器等长</translation>
    </message>
    <message>
        <source>The two directions in which the training has moved most since this view was opened</source>
        <translation>自打开此视图以来，训练移动最多的两个方向</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>平面图</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>立体图</translation>
    </message>
    <message>
        <source>Seen from above, with lines of equal loss</source>
        <translation>从上方看，带等损失线</translation>
    </message>
    <message>
        <source>Seen at a slant; drag to turn it</source>
        <translation>斜看，拖动可旋转</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>换方向</translation>
    </message>
    <message>
        <source>Two other random directions</source>
        <translation>换两个随机方向</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compute the landscape</source>
        <translation>计算地形</translation>
    </message>
    <message numerus="yes">
        <source>here: loss %1 on %n training sample(s)</source>
        <translation>
            <numerusform>此处：%n个训练样本上的损失为%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the way lies in this plane</source>
        <translation>走过的路有%1 %在此平面内</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>This asks for a network with a loss and samples to train on.</source>
        <translation>这里需要带损失的网络和可供训练的样本。</translation>
    </message>
    <message>
        <source>There is no way yet: train some steps while this view is open.</source>
        <translation>还没有走过的路：请在此视图打开时训练几步。</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>已完成%1 %</translation>
    </message>
    <message>
        <source>The loss at 25 × 25 places around the weights of now.</source>
        <translation>当前权重周围25 × 25处的损失。</translation>
    </message>
    <message>
        <source>first axis of the way; upwards, the second</source>
        <translation>横向：路的第一主轴，纵向：第二主轴</translation>
    </message>
    <message>
        <source>one random direction; upwards, another</source>
        <translation>横向、纵向各为一个随机方向</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>损失地形</translation>
    </message>
</context>
<context>
    <name>zhibei::LanguageButton</name>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>zhibei::LatentView</name>
    <message>
        <source>Principal axes</source>
        <translation>主成分</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>Seen from the side where the dots spread most</source>
        <translation>从点最分散的方向看</translation>
    </message>
    <message>
        <source>Neighbours stay neighbours; distances between groups say little. Takes a moment.</source>
        <translation>近邻仍是近邻，群与群之间的距离意义不大。需要片刻计算。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Samples it has never seen</source>
        <translation>网络从未见过的样本</translation>
    </message>
    <message>
        <source>Samples it learns from</source>
        <translation>网络从中学习的样本</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Select a layer to see what it makes of the samples.</source>
        <translation>选择一层，看它把样本变成什么。</translation>
    </message>
    <message>
        <source>This node puts out no numbers to look at.</source>
        <translation>这个节点没有可看的数值输出。</translation>
    </message>
    <message>
        <source>Looking for neighbours…</source>
        <translation>正在寻找近邻……</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>There is nothing to show: no samples, or numbers that are no longer finite.</source>
        <translation>没有可显示的内容：没有样本，或数值已不再有限。</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n个数</numerusform>
        </translation>
    </message>
    <message>
        <source>5 nearest neighbours: %1 % right</source>
        <translation>5近邻准确率：%1 %</translation>
    </message>
    <message>
        <source>in sight: %1 % of the spread</source>
        <translation>可见方差：%1 %</translation>
    </message>
    <message>
        <source>Latent plane</source>
        <translation>隐空间平面</translation>
    </message>
</context>
<context>
    <name>zhibei::LectureHall</name>
    <message>
        <source>There is no lesson “%1”.</source>
        <translation>没有名为“%1”的课。</translation>
    </message>
    <message>
        <source>The lesson is over; everything is as you left it, and yours to change.</source>
        <translation>课程到此为止：一切保持原样，现在随你改动。</translation>
    </message>
</context>
<context>
    <name>zhibei::LessonCard</name>
    <message numerus="yes">
        <source>%n scene(s)</source>
        <translation>
            <numerusform>%n个场景</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::LessonPanel</name>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Another hint (%1 of %2)</source>
        <translation>再给一个提示（%1/%2）</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>做给我看</translation>
    </message>
    <message>
        <source>The lab does it for you, step by step.</source>
        <translation>由实验室一步一步替你完成。</translation>
    </message>
    <message>
        <source>Free play</source>
        <translation>自由探索</translation>
    </message>
    <message>
        <source>Leaves the lesson and keeps everything as it is, to change what you like.</source>
        <translation>离开课程，一切保持原样，想改什么就改什么。</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Goal reached</source>
        <translation>目标已达成</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>zhibei::LineEditor</name>
    <message>
        <source>Text of the note</source>
        <translation>注释的文字</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点的名称</translation>
    </message>
</context>
<context>
    <name>zhibei::LogWindow</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>zhibei::MainWindow</name>
    <message>
        <source>%1 is not a file that can be opened here: .zhibei, .json and .csv files can.</source>
        <translation>这里打不开%1：可以打开.zhibei、.json和.csv文件。</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>已打开%1。</translation>
    </message>
    <message>
        <source>Restore last good state</source>
        <translation>恢复到最近的正常状态</translation>
    </message>
    <message>
        <source>%1[*] – Zhibei</source>
        <translation>%1[*] – 指北</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>组件栏</translation>
    </message>
    <message>
        <source>Draw pad and surface</source>
        <translation>画板与决策面</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>属性栏</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Select a dense layer first: it unfolds into its neurons.</source>
        <translation>请先选中一个全连接层：它会展开成神经元。</translation>
    </message>
    <message>
        <source>Select neurons first: they fold into a dense layer.</source>
        <translation>请先选中神经元：它们会收成一个全连接层。</translation>
    </message>
    <message>
        <source>About Zhibei</source>
        <translation>关于指北</translation>
    </message>
    <message>
        <source>Zhibei 指北 %1</source>
        <translation>指北%1</translation>
    </message>
    <message>
        <source>A lab for deep learning: build networks, train them, watch them learn.
Free software under the GNU General Public License, version 3.
Made with Qt, oneTBB, QCustomPlot and lucide icons.</source>
        <translation>深度学习实验室：搭网络，训练它，看它学习。
自由软件，采用GNU通用公共许可证第3版。
使用了Qt、oneTBB、QCustomPlot和lucide图标。</translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation>文字大小：%1 %</translation>
    </message>
    <message>
        <source>Learning rate: %1</source>
        <translation>学习率：%1</translation>
    </message>
    <message>
        <source>Export picture of the network</source>
        <translation>导出网络图</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation>导出曲线</translation>
    </message>
    <message>
        <source>The safety copy of your work cannot be written: %1</source>
        <translation>工作的备份副本无法写入：%1</translation>
    </message>
    <message>
        <source>Select a layer first: it opens down to its numbers.</source>
        <translation>请先选择一层：它会打开到每一个数。</translation>
    </message>
    <message>
        <source>The kept runs cannot be read or written; training goes on without. %1</source>
        <translation>训练记录无法读写；训练照常进行，只是不再记录。%1</translation>
    </message>
    <message>
        <source>Opened as it began. After %1 steps it is where it was.</source>
        <translation>已按开始时的样子打开。训练%1步，就回到当时的结果。</translation>
    </message>
    <message>
        <source>Opened with the settings it ended with.</source>
        <translation>已按结束时的设置打开。</translation>
    </message>
</context>
<context>
    <name>zhibei::MicroSceneMaker</name>
    <message>
        <source>Step %1: the batch</source>
        <translation>第%1步：批量</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s), drawn from the shuffled training data. The numbers that follow are those of the marked one; click another.</source>
        <translation>
            <numerusform>从打乱的训练数据中取%n个样例。后面的数值都属于标出的那一个；单击可换一个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n个数</numerusform>
        </translation>
    </message>
    <message>
        <source>∂ℓ/∂ %1</source>
        <translation>∂ℓ/∂ %1</translation>
    </message>
    <message>
        <source>nothing flows back</source>
        <translation>没有梯度传回</translation>
    </message>
    <message>
        <source>typical size %1</source>
        <translation>典型大小%1</translation>
    </message>
    <message>
        <source>Forward: %1</source>
        <translation>前向：%1</translation>
    </message>
    <message>
        <source>The sample enters the network: %1 numbers.</source>
        <translation>样例进入网络：%1个数。</translation>
    </message>
    <message>
        <source>%1 turns what arrives into %2 numbers.</source>
        <translation>%1把输入变成%2个数。</translation>
    </message>
    <message>
        <source>loss of each sample</source>
        <translation>每个样例的损失</translation>
    </message>
    <message>
        <source>mean L = %1</source>
        <translation>平均L = %1</translation>
    </message>
    <message>
        <source>Loss: %1</source>
        <translation>损失：%1</translation>
    </message>
    <message>
        <source>How wrong is the network? ℓ = %1 for this sample; the smaller, the better.</source>
        <translation>网络错了多少？这个样例的ℓ = %1，越小越好。</translation>
    </message>
    <message>
        <source>the network says</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>right answer: %1</source>
        <translation>正确答案：%1</translation>
    </message>
    <message>
        <source>Backward: %1</source>
        <translation>反向：%1</translation>
    </message>
    <message>
        <source>The way back ends here: how the loss would change with each number of the sample.</source>
        <translation>反向传播到此为止：样例的每个数变动时，损失会怎样变。</translation>
    </message>
    <message>
        <source>A gradient says how the loss changes with each number. It arrives on the right and goes on to the left.</source>
        <translation>梯度说明损失随每个数怎样变化。它从右边传来，向左边传去。</translation>
    </message>
    <message>
        <source>∂L/∂ %1</source>
        <translation>∂L/∂ %1</translation>
    </message>
    <message>
        <source>Update: %1</source>
        <translation>更新：%1</translation>
    </message>
    <message>
        <source>%1 moves every weight a little against its gradient.</source>
        <translation>%1让每个权重逆着梯度移动一点。</translation>
    </message>
    <message numerus="yes">
        <source>The gradients of %n batch(es) are collected before the weights move; this step only adds to them.</source>
        <translation>
            <numerusform>累积%n个批量的梯度后权重才移动；这一步只累积。</numerusform>
        </translation>
    </message>
    <message>
        <source>old %1</source>
        <translation>旧%1</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多%1</translation>
    </message>
    <message>
        <source>new %1</source>
        <translation>新%1</translation>
    </message>
</context>
<context>
    <name>zhibei::MicroscopeTimeline</name>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
</context>
<context>
    <name>zhibei::MicroscopeView</name>
    <message>
        <source>This asks for a network with a loss and data to train on.</source>
        <translation>这需要一个带损失的网络和训练数据。</translation>
    </message>
    <message>
        <source>The training is running. Pause it, and its next step can be looked into.</source>
        <translation>训练正在进行。暂停之后，就能看它的下一步。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在看……</translation>
    </message>
    <message>
        <source>Back to the batch (Home)</source>
        <translation>回到批量（Home）</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>后退一步（←）</translation>
    </message>
    <message>
        <source>Stop (Space)</source>
        <translation>停下（空格）</translation>
    </message>
    <message>
        <source>Play slowly (Space)</source>
        <translation>慢放（空格）</translation>
    </message>
    <message>
        <source>One step on (→)</source>
        <translation>前进一步（→）</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>medium</source>
        <comment>speed</comment>
        <translation>中</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>快</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Take this step</source>
        <translation>完成这一步</translation>
    </message>
    <message>
        <source>Does this update for real, and goes on to the next batch. The training rests meanwhile.</source>
        <translation>真正做这次更新，然后看下一个批量。其间训练暂停。</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>The phases of an update</source>
        <translation>一次更新的各个阶段</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>显微镜</translation>
    </message>
    <message>
        <source>Only the step that comes next can be looked into, at the newest moment of the training.</source>
        <translation>只能看接下来的一步：请回到训练的最新时刻。</translation>
    </message>
</context>
<context>
    <name>zhibei::NetworkView</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>%1 → %2: Enter connects, arrow keys choose, Escape cancels</source>
        <translation>%1 → %2：回车连线，方向键选择，Esc取消</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Add a neuron (+)</source>
        <translation>添加一个神经元（+）</translation>
    </message>
    <message>
        <source>Remove a neuron (−)</source>
        <translation>移除一个神经元（−）</translation>
    </message>
    <message>
        <source>Fold into a layer (Enter)</source>
        <translation>收成一层（回车）</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>偏置 %1</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation>权重 %1</translation>
    </message>
    <message>
        <source>Insert here</source>
        <translation>插入到这里</translation>
    </message>
    <message>
        <source>%1 weights · mean %2 · typical size %3</source>
        <translation>%1个权重 · 均值 %2 · 一般大小 %3</translation>
    </message>
</context>
<context>
    <name>zhibei::NeuronPage</name>
    <message>
        <source>neuron %1</source>
        <translation>神经元%1</translation>
    </message>
    <message>
        <source>neuron %1 (%2)</source>
        <translation>神经元%1（%2）</translation>
    </message>
    <message>
        <source>step %1 (%2), </source>
        <translation>第%1步（%2），</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>from</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>× weight</source>
        <translation>×权重</translation>
    </message>
    <message>
        <source>= product</source>
        <translation>=乘积</translation>
    </message>
    <message numerus="yes">
        <source>and %n smaller</source>
        <translation>
            <numerusform>另有%n个较小的</numerusform>
        </translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>what arrives: %1 of %2</source>
        <translation>输入：第%1个，共%2个</translation>
    </message>
    <message>
        <source>what arrives</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘积</translation>
    </message>
</context>
<context>
    <name>zhibei::NodeInspector</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n类</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inputs</source>
        <translation>
            <numerusform>%n个输入</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 learned numbers</source>
        <translation>%1个参数</translation>
    </message>
    <message>
        <source>Name in files and on the command line; type to change it</source>
        <translation>在文件和命令行中的名称；可直接修改</translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation>节点的名称</translation>
    </message>
    <message numerus="yes">
        <source>Give %1 %n neurons</source>
        <translation>
            <numerusform>让%1有%n个神经元</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the activations of this node</source>
        <translation>打开这个节点的激活值</translation>
    </message>
    <message>
        <source>Open its weights and gradients</source>
        <translation>打开它的权重与梯度</translation>
    </message>
</context>
<context>
    <name>zhibei::NodeLook</name>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1个神经元</translation>
    </message>
    <message>
        <source>%1 neurons</source>
        <translation>%1个神经元</translation>
    </message>
    <message>
        <source>1 class</source>
        <translation>1类</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1类</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1个特征</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1个特征</translation>
    </message>
</context>
<context>
    <name>zhibei::NodeWeights</name>
    <message>
        <source>pixel (%1, %2)</source>
        <translation>像素(%1, %2)</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入%1</translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation>神经元%1</translation>
    </message>
    <message>
        <source>Bias of %1</source>
        <translation>%1的偏置</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Point at a cell to read it; click it to change it.</source>
        <translation>指向一格可读数，单击可修改。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the weights of all neurons</source>
        <translation>显示所有神经元的权重</translation>
    </message>
    <message>
        <source>Value of the selected weight</source>
        <translation>选中权重的值</translation>
    </message>
</context>
<context>
    <name>zhibei::NoteItem</name>
    <message>
        <source>Note</source>
        <translation>注释</translation>
    </message>
</context>
<context>
    <name>zhibei::NotesWindow</name>
    <message>
        <source>No notes for this scene.</source>
        <translation>这个场景没有备注。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>讲者备注</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一幕</translation>
    </message>
</context>
<context>
    <name>zhibei::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>zhibei::NumberField</name>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
</context>
<context>
    <name>zhibei::Palette</name>
    <message>
        <source>find a layer…</source>
        <translation>找一个层…</translation>
    </message>
    <message>
        <source>Find a layer or data set</source>
        <translation>找一个层或数据集</translation>
    </message>
    <message>
        <source>Nothing here has that name.</source>
        <translation>这里没有叫这个名字的。</translation>
    </message>
</context>
<context>
    <name>zhibei::PastBar</name>
    <message>
        <source>Looking back: step %1 of %2</source>
        <translation>回看：第%1步，共%2步</translation>
    </message>
    <message>
        <source>Continue from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Trains on from this step, with the learning rate and network of now; the curve so far stays as a branch</source>
        <translation>用现在的学习率和网络，从这一步继续训练；原来的曲线作为分支保留</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
</context>
<context>
    <name>zhibei::RaceDialog</name>
    <message>
        <source>Race</source>
        <translation>赛跑</translation>
    </message>
    <message>
        <source>The same network from the same start, once for each value. Your training goes on as it is.</source>
        <translation>同一个网络，同样的起点，每个值训练一次。你正在进行的训练不受影响。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Values, with commas between</source>
        <translation>取值，用逗号隔开</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>同时训练</translation>
    </message>
    <message>
        <source>So many train side by side. The numbers do not depend on it.</source>
        <translation>这么多个同时训练。结果与此无关。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Choose a setting and press Start.</source>
        <translation>选一项设置，然后按“开始”。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>layer, setting</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>This layer is not in the network any more.</source>
        <translation>网络里已经没有这一层了。</translation>
    </message>
    <message>
        <source>A race wants from 1 to %1 values.</source>
        <translation>赛跑需要1到%1个值。</translation>
    </message>
    <message>
        <source>%1, race: %2</source>
        <comment>project, value</comment>
        <translation>%1，赛跑：%2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
</context>
<context>
    <name>zhibei::RateButton</name>
    <message>
        <source>rate %1</source>
        <translation>学习率 %1</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate: how far each step goes. It can be changed while training runs.</source>
        <translation>学习率：每一步走多远。训练中也可以改。</translation>
    </message>
</context>
<context>
    <name>zhibei::RecoveryDialog</name>
    <message>
        <source>Restore your work</source>
        <translation>恢复工作</translation>
    </message>
    <message>
        <source>Zhibei did not end in order the last time. This was kept:</source>
        <translation>指北上次没有正常退出。保留下来的有：</translation>
    </message>
    <message>
        <source>Never saved in a file.</source>
        <translation>从未保存到文件。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>%1, %2, trained for %3 steps</source>
        <translation>%1，%2，已训练%3步</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>zhibei::ResidualsView</name>
    <message>
        <source>Predicted and true</source>
        <translation>预测值与真实值</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>目标%1</translation>
    </message>
    <message>
        <source>Which number is predicted</source>
        <translation>预测哪个数</translation>
    </message>
    <message>
        <source>This asks for a network that predicts the numbers of its data.</source>
        <translation>这需要一个预测数据中数值的网络。</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实值</translation>
    </message>
    <message>
        <source>true: %1</source>
        <translation>真实值：%1</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>true minus predicted</source>
        <translation>真实值减预测值</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>%1: true %2, predicted %3, residual %4</source>
        <translation>%1：真实值%2，预测值%3，残差%4</translation>
    </message>
    <message>
        <source>R² %1, RMSE %2, mean absolute error %3, mean residual %4</source>
        <translation>R² %1，均方根误差%2，平均绝对误差%3，平均残差%4</translation>
    </message>
</context>
<context>
    <name>zhibei::RocView</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>查准率与查全率</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>每个类</translation>
    </message>
    <message>
        <source>How many of the class are found, against how many others are taken for it</source>
        <translation>该类找到了多少，又有多少其他样本被错认成它</translation>
    </message>
    <message>
        <source>How much of what is taken for the class is right, against how many of the class are found</source>
        <translation>认作该类的有多少是对的，该类又找到了多少</translation>
    </message>
    <message>
        <source>As the network decides by itself</source>
        <translation>按网络自己的判断</translation>
    </message>
    <message>
        <source>%1 against the rest</source>
        <translation>%1与其余</translation>
    </message>
    <message>
        <source>The class in question</source>
        <translation>所考察的类</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率%1</translation>
    </message>
    <message>
        <source>area under the ROC curve %1, average precision %2</source>
        <translation>ROC曲线下面积%1，平均查准率%2</translation>
    </message>
    <message>
        <source>Threshold %1: precision %2, recall %3, F1 %4</source>
        <translation>阈值%1：查准率%2，查全率%3，F1 %4</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>误报率</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>查全率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>查准率</translation>
    </message>
    <message>
        <source>area %1</source>
        <translation>面积%1</translation>
    </message>
    <message>
        <source>average precision %1</source>
        <translation>平均查准率%1</translation>
    </message>
    <message>
        <source>the rest</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>how sure of %1</source>
        <translation>对%1的把握</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>阈值%1</translation>
    </message>
    <message>
        <source>is it</source>
        <translation>确实是</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>其实不是</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>said yes</source>
        <translation>判为是</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>判为否</translation>
    </message>
    <message>
        <source>This asks for a network that says one class for each sample.</source>
        <translation>这需要一个为每个样本判断一个类别的网络。</translation>
    </message>
</context>
<context>
    <name>zhibei::RoutingPage</name>
    <message>
        <source>capsule %1: length after each round %2</source>
        <translation>胶囊%1：每轮之后的长度%2</translation>
    </message>
    <message>
        <source>round %1: votes that count more, or less, than equally</source>
        <translation>第%1轮：比平均更算数（或更不算数）的票</translation>
    </message>
</context>
<context>
    <name>zhibei::RunPlot</name>
    <message>
        <source>Curves of the runs</source>
        <translation>各次训练的曲线</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第%1步</translation>
    </message>
</context>
<context>
    <name>zhibei::RunTable</name>
    <message>
        <source>starred</source>
        <translation>有星标</translation>
    </message>
    <message>
        <source>no star</source>
        <translation>无星标</translation>
    </message>
    <message>
        <source>A run with a star is kept for good</source>
        <translation>有星标的训练会一直保留</translation>
    </message>
    <message>
        <source>Opened again and played for as many steps, it gives the same numbers.</source>
        <translation>重新打开，训练同样的步数，结果一位不差。</translation>
    </message>
    <message>
        <source>Something was changed while it trained, so it will not come out quite the same again.</source>
        <translation>训练途中改过东西，所以再训练一次，结果不会完全相同。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
</context>
<context>
    <name>zhibei::RunsView</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>runs</source>
        <comment>file name</comment>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Open this run again (Enter)</source>
        <translation>重新打开这次训练（回车）</translation>
    </message>
    <message>
        <source>Star: kept for good</source>
        <translation>星标：一直保留</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message>
        <source>Train a network: every run is kept here.</source>
        <translation>训练一个网络：每次训练都会保存在这里。</translation>
    </message>
    <message>
        <source>Select runs to see their curves on one axis.</source>
        <translation>选中几次训练，把它们的曲线画在一起。</translation>
    </message>
</context>
<context>
    <name>zhibei::SaliencyView</name>
    <message>
        <source>Target %1</source>
        <translation>目标%1</translation>
    </message>
    <message>
        <source>the prediction</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度×输入</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>What each number adds to the score, by the slope at this place</source>
        <translation>每个数按此处的斜率给得分加了多少</translation>
    </message>
    <message>
        <source>How much less sure the network is with that place covered</source>
        <translation>遮住这里后，网络的把握降低了多少</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>它的判断</translation>
    </message>
    <message>
        <source>The first number</source>
        <translation>第一个数</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>为什么是%1？</translation>
    </message>
    <message>
        <source>Which answer to explain</source>
        <translation>解释哪个答案</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第%1行第%2列</translation>
    </message>
    <message>
        <source>number %1</source>
        <translation>第%1个数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It says %1; %2 has %3 %</source>
        <translation>它认为是%1；%2的概率为%3 %</translation>
    </message>
    <message>
        <source>It predicts %1</source>
        <translation>它预测%1</translation>
    </message>
    <message>
        <source>This asks for a network that answers with a class or a few numbers.</source>
        <translation>这需要一个回答类别或少数几个数的网络。</translation>
    </message>
    <message>
        <source>against it</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>for it</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>Which pixels mattered</source>
        <translation>哪些像素起了作用</translation>
    </message>
</context>
<context>
    <name>zhibei::SampleGrid</name>
    <message>
        <source>right answer</source>
        <translation>正确答案</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判断</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>zhibei::SamplePanel</name>
    <message>
        <source>Training sample %1</source>
        <translation>第%1个训练样本</translation>
    </message>
    <message>
        <source>Test sample %1</source>
        <translation>第%1个测试样本</translation>
    </message>
    <message>
        <source>The network says</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>The right answer: %1</source>
        <translation>正确答案：%1</translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation>下一个样本</translation>
    </message>
</context>
<context>
    <name>zhibei::SceneBar</name>
    <message>
        <source>Back</source>
        <translation>上一幕</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Page Up</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一幕</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Page Down</translation>
    </message>
    <message>
        <source>Point and draw</source>
        <translation>指示与书写</translation>
    </message>
    <message>
        <source>Size and place of the text</source>
        <translation>文字的大小和位置</translation>
    </message>
    <message>
        <source>Language of the lesson</source>
        <translation>课程的语言</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>Notes for the speaker, in a window of their own</source>
        <translation>在单独的窗口里显示讲者备注</translation>
    </message>
    <message>
        <source>Leave the stage</source>
        <translation>离开讲台</translation>
    </message>
    <message>
        <source>On stage</source>
        <translation>登上讲台</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>离开课程</translation>
    </message>
    <message>
        <source>Laser pointer</source>
        <translation>激光笔</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Wipe everything</source>
        <translation>全部擦掉</translation>
    </message>
    <message>
        <source>Put it away</source>
        <translation>收起来</translation>
    </message>
    <message>
        <source>Everything larger</source>
        <translation>整体放大</translation>
    </message>
    <message>
        <source>Everything smaller</source>
        <translation>整体缩小</translation>
    </message>
    <message>
        <source>Text beside</source>
        <translation>文字在旁边</translation>
    </message>
    <message>
        <source>Text below</source>
        <translation>文字在下方</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>不显示文字</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>两种语言</translation>
    </message>
</context>
<context>
    <name>zhibei::SectionView</name>
    <message>
        <source>input %1</source>
        <translation>输入%1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第%1行第%2列</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>What the whole network says</source>
        <translation>整个网络的输出</translation>
    </message>
    <message>
        <source>What one number of the selected layer is</source>
        <translation>所选层的一个数</translation>
    </message>
    <message>
        <source>Others at their mean</source>
        <translation>其余取均值</translation>
    </message>
    <message>
        <source>As in the sample</source>
        <translation>其余同样本</translation>
    </message>
    <message>
        <source>All other inputs stay at their mean</source>
        <translation>其余输入保持均值</translation>
    </message>
    <message>
        <source>All other inputs stay as the sample in sight has them</source>
        <translation>其余输入与当前样本相同</translation>
    </message>
    <message>
        <source>The input that runs across</source>
        <translation>横向变化的输入</translation>
    </message>
    <message>
        <source>The input that runs upwards</source>
        <translation>纵向变化的输入</translation>
    </message>
    <message>
        <source>Which neuron</source>
        <translation>哪个神经元</translation>
    </message>
    <message>
        <source>Two inputs run here, and the colour is what the network makes of them.</source>
        <translation>两个输入在此变化，颜色是网络的结果。</translation>
    </message>
    <message>
        <source>This asks for data of two numbers or more.</source>
        <translation>这里需要至少两个数的数据。</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算……</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>%1, neuron %2: %3 to %4</source>
        <translation>%1，神经元%2：%3到%4</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1与%2</translation>
    </message>
    <message>
        <source>Two inputs</source>
        <translation>两个输入</translation>
    </message>
</context>
<context>
    <name>zhibei::ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>zhibei::StagePanel</name>
    <message>
        <source>No layer takes the pictures in, so the network does not see what you draw. Drag a wire from the data to a layer.</source>
        <translation>没有哪一层接收图像，所以网络看不到你画的东西。请从数据拖一条连线到某一层。</translation>
    </message>
    <message numerus="yes">
        <source>What the network makes of the picture shows on the cards. It names no class, since no loss teaches it the classes: for that, let a cross-entropy judge a layer of %n neurons.</source>
        <translation>
            <numerusform>网络怎样处理这幅图像，看各张卡片就知道。它说不出是哪一类，因为没有哪个损失教它分类：要它回答，请加一层%n个神经元，由交叉熵评判。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::StepsPage</name>
    <message>
        <source>arrives</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>arrives from %1</source>
        <translation>来自%1</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>%1 [%2]: %3 → %4</source>
        <translation>%1 [%2]：%3 → %4</translation>
    </message>
    <message>
        <source>%1 [%2] = %3</source>
        <translation>%1 [%2] = %3</translation>
    </message>
    <message>
        <source>%1 · from %2 to %3</source>
        <translation>%1 · 从%2到%3</translation>
    </message>
</context>
<context>
    <name>zhibei::SurfaceCanvas</name>
    <message>
        <source>What the network says, with the data</source>
        <translation>网络的回答与数据</translation>
    </message>
    <message>
        <source>No points yet: choose a colour above and paint some here</source>
        <translation>还没有点：在上面选一种颜色，在这里画几个</translation>
    </message>
    <message>
        <source>network %1</source>
        <translation>网络 %1</translation>
    </message>
</context>
<context>
    <name>zhibei::SurfaceView</name>
    <message>
        <source>Move points</source>
        <translation>移动点</translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <source>Paint points of class %1</source>
        <translation>画%1类的点</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>画点</translation>
    </message>
    <message>
        <source>test data</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Show the samples kept for testing, as rings</source>
        <translation>用圆环显示留作测试的样本</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Only what it decides, not how sure it is</source>
        <translation>只看它判为哪一类，不看有多确定</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Show the distance from each point to the curve</source>
        <translation>显示每个点到曲线的距离</translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation>拟合曲线</translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation>决策面</translation>
    </message>
</context>
<context>
    <name>zhibei::TextField</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation>还没有文件</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>no folder yet</source>
        <translation>还没有文件夹</translation>
    </message>
</context>
<context>
    <name>zhibei::Timeline</name>
    <message>
        <source>Timeline of the run</source>
        <translation>训练的时间轴</translation>
    </message>
    <message>
        <source>step %1 of %2, looking back</source>
        <translation>第%1步，共%2步，正在回看</translation>
    </message>
    <message>
        <source>now, step %1</source>
        <translation>现在，第%1步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第%1步</translation>
    </message>
</context>
<context>
    <name>zhibei::TopBar</name>
    <message>
        <source>%1, with changes that are not saved</source>
        <translation>%1，有未保存的修改</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第%1轮</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>%1步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>还剩%1</translation>
    </message>
    <message>
        <source>指北 Zhibei</source>
        <translation>指北 Zhibei</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1步/秒</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>速度：%1</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>讲课</translation>
    </message>
    <message>
        <source>step %1 of %2 · looking back</source>
        <translation>第%1步，共%2步 · 回看中</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>zhibei::TrainingPanel</name>
    <message>
        <source>Add a loss to say what the network should learn.</source>
        <translation>加一个损失，告诉网络该学什么。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>zhibei::ViewDock</name>
    <message>
        <source>%1: %2</source>
        <comment>view, node</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Keep it at this node</source>
        <translation>固定在这个节点</translation>
    </message>
    <message>
        <source>A second one like it</source>
        <translation>再开一个</translation>
    </message>
    <message>
        <source>Full screen (Escape leaves)</source>
        <translation>全屏（按Esc退出）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>F1 explains it</source>
        <translation>按F1看说明</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightPage</name>
    <message>
        <source>%1: w = %2</source>
        <translation>%1：w = %2</translation>
    </message>
    <message>
        <source>Nothing learns here.</source>
        <translation>这里没有可学习的参数。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在看……</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Which of its numbers</source>
        <translation>其中第几个数</translation>
    </message>
    <message>
        <source>The weights; arrow keys choose one</source>
        <translation>权重；用方向键选一个</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightPopup</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>There are no weights yet: the network must be able to train first.</source>
        <translation>还没有权重：网络要先能训练。</translation>
    </message>
    <message>
        <source>This wire passes its values on as they are: it has no weights.</source>
        <translation>这条线原样传递数值：它没有权重。</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightSection</name>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>%1 × %2 weights</source>
        <translation>%1×%2个权重</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightTable</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightText</name>
    <message>
        <source>Chain rule</source>
        <translation>链式法则</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>The loss does not depend on it.</source>
        <translation>损失与它无关。</translation>
    </message>
    <message>
        <source>what arrives from %1</source>
        <translation>%1传来的数</translation>
    </message>
    <message numerus="yes">
        <source>The weight is used at %n place(s) of %1; the largest products come first.</source>
        <translation>
            <numerusform>这个权重在%1的%n处用到；先列最大的乘积。</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;i&gt;δ&lt;/i&gt; is the gradient that arrives behind the sum, &lt;i&gt;x&lt;/i&gt; what the weight is multiplied by.</source>
        <translation>&lt;i&gt;δ&lt;/i&gt;是传到求和之后的梯度，&lt;i&gt;x&lt;/i&gt;是与权重相乘的数。</translation>
    </message>
    <message>
        <source>probability minus right answer: the slope of the cross-entropy</source>
        <translation>概率减正确答案：交叉熵的斜率</translation>
    </message>
    <message>
        <source>∂&lt;i&gt;ℓ&lt;/i&gt;/∂&lt;i&gt;a&lt;/i&gt; arrives from the next layer; &lt;i&gt;a&lt;/i&gt; = %1(&lt;i&gt;z&lt;/i&gt;) with &lt;i&gt;z&lt;/i&gt; = %2</source>
        <translation>∂&lt;i&gt;ℓ&lt;/i&gt;/∂&lt;i&gt;a&lt;/i&gt;从后一层传来；&lt;i&gt;a&lt;/i&gt; = %1(&lt;i&gt;z&lt;/i&gt;)，&lt;i&gt;z&lt;/i&gt; = %2</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>%1 uses the weight many times, one inside the other (operation “%2”). Typical sizes around it:</source>
        <translation>%1层层嵌套地多次用到这个权重（算子“%2”）。它前后的典型大小：</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>mean over the batch</source>
        <translation>对批量取平均</translation>
    </message>
    <message>
        <source>both are zero</source>
        <translation>两者都是零</translation>
    </message>
    <message numerus="yes">
        <source>agrees in %n digit(s)</source>
        <translation>
            <numerusform>%n位数字一致</numerusform>
        </translation>
    </message>
    <message>
        <source>differs: a bend such as ReLU&apos;s is near, or the way back is closed on purpose</source>
        <translation>不一致：附近有ReLU那样的折点，或反向的路被有意断开</translation>
    </message>
    <message>
        <source>measured: the network was run twice, with the weight a little larger and a little smaller</source>
        <translation>实测：权重略大、略小，各运行一次网络</translation>
    </message>
    <message numerus="yes">
        <source>The gradients of %n batch(es) are collected before the weight moves.</source>
        <translation>
            <numerusform>累积%n个批量的梯度后权重才移动。</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole gradient is %1 long; clipping shortens it to %2.</source>
        <translation>整个梯度长%1，裁剪到%2。</translation>
    </message>
    <message>
        <source>The whole gradient is %1 long; clipping begins at %2.</source>
        <translation>整个梯度长%1，超过%2才裁剪。</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第%1个</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>输入%1</translation>
    </message>
    <message>
        <source>%1 → neuron %2</source>
        <translation>%1 → 神经元%2</translation>
    </message>
    <message>
        <source>kernel %1, channel %2, row %3, column %4</source>
        <translation>卷积核%1，通道%2，第%3行，第%4列</translation>
    </message>
</context>
<context>
    <name>zhibei::WeightsView</name>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The learned numbers themselves</source>
        <translation>学到的数本身</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>How the loss of a batch changes with each of them</source>
        <translation>一批样本的损失随每个数怎样变化</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Every number as it is now</source>
        <translation>每个数现在的样子</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>随时间</translation>
    </message>
    <message>
        <source>How they are spread at every step since this view was opened</source>
        <translation>从打开这个视图起，每一步的分布</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>本层</translation>
    </message>
    <message>
        <source>One colour scale for the whole layer</source>
        <translation>整层共用一个色标</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Each unit by its own largest number</source>
        <translation>每个单元按自己最大的数着色</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>One colour scale for all layers</source>
        <translation>所有层共用一个色标</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logarithmic colours and bars: small numbers grow visible</source>
        <translation>颜色和柱高取对数：很小的数也看得见</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Which learned numbers</source>
        <translation>哪些学到的数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>no numbers</source>
        <translation>不是数的</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值%1</translation>
    </message>
    <message>
        <source>gradient %1</source>
        <translation>梯度%1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第%1步</translation>
    </message>
    <message>
        <source>mean %1, spread %2</source>
        <translation>均值%1，标准差%2</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>从%1到%2</translation>
    </message>
    <message>
        <source>This node learns no numbers of its own.</source>
        <translation>这个节点自己不学任何数。</translation>
    </message>
    <message>
        <source>Select a layer on the canvas to see its weights.</source>
        <translation>在画布上选一层，看它的权重。</translation>
    </message>
    <message>
        <source>No loss teaches these numbers, so they have no gradient.</source>
        <translation>没有损失教这些数，所以它们没有梯度。</translation>
    </message>
</context>
<context>
    <name>zhibei::WindowPage</name>
    <message>
        <source>map %1</source>
        <translation>第%1张图</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1第%2步</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1第%2行第%3列</translation>
    </message>
    <message>
        <source>%1: largest of %2 = %3</source>
        <translation>%1：%2个数中最大的是%3</translation>
    </message>
    <message>
        <source>%1: mean of %2 = %3</source>
        <translation>%1：%2个数的平均值是%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>what arrives</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>what arrives: %1 of %2</source>
        <translation>输入：第%1个，共%2个</translation>
    </message>
    <message>
        <source>what leaves</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>under the window</source>
        <translation>窗口之下</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>(this channel: %1, the others: %2)</source>
        <translation>（这个通道：%1，其余通道：%2）</translation>
    </message>
    <message>
        <source>largest: %1</source>
        <translation>最大值：%1</translation>
    </message>
    <message>
        <source>mean: %1</source>
        <translation>平均值：%1</translation>
    </message>
</context>
</TS>
