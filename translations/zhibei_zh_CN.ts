<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>A workload: %1 (default: all).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many threads to use (default: all).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to measure each (default: 3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the forward pass, without training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workload “%1”; there are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2 steps/s  %3 samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train a project and print how it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure a trained project on data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure how fast this machine trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the window into a picture file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the kinds of layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the built-in data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: zhibei %1 --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhibei, a lab for deep learning: build networks, train them, watch them learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zhibei [FILE]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the window, on FILE if there is one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--lang zh|en   the language (otherwise that of LANG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme light|dark|system   how the window looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--version      the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--help         this text; after a command: its options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: zh or en.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 wants a whole number from %2 up, not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 wants a number greater than 0, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .zhibei or .json file, or a template&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data: builtin:NAME, idx:IMAGES,LABELS or csv:FILE?target=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which samples: train, test or all (default: the test part of data that come with one, else all).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--part wants train, test or all, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has no trained weights; its initial ones are measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples in the part “%1” of these data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print everything as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples per second %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training accuracy %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training R² %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test R² %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no setting “%2”; it has: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--set wants NODE.ATTRIBUTE=VALUE, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node “%1”; there are: %2, training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no loss, so there is nothing to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network cannot train on these data. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size wants WIDTHxHEIGHT in pixels, such as 1600x1000, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 wants one of %2, not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The views did not come to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light (default) or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s size in pixels (default: 1600x1000).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the picture per pixel of the window (default: 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of all text, from 0.75 to 3 (default: 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this many steps first (default: 0).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the initial weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select this node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a setting of a node, or of the training, as node “training”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--out FILE.png is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scale wants a number from 0.5 to 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this many epochs (10, if no limit is given here or in the project).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train this many steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train at most this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when a figure is reached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seed of the initial weights and of every random choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many threads to use (default: all). The numbers do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a setting of a node (or of the training, as node “training”). May be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on other data: builtin:NAME, idx:IMAGES,LABELS or csv:FILE?target=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the trained project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the learning curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last line is a JSON object with the figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--target wants METRIC=VALUE with one of %1, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped at step %1, node %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the folder is missing or write-protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: zhibei --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither a command nor a single file to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>,</source>
        <comment>between thousands, as in 34,200</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyHint</name>
    <message>
        <source>Build a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag data and layers onto this canvas, or double-click it to choose one.
Then pull a wire from ring to ring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindMenu</name>
    <message>
        <source>Find a layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer fits here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>Insert here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Use a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightPopup</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights yet: the network must be able to train first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightSection</name>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightTable</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One class inside, the other around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table as a text file, one row a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column to predict; the last one if none is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns to predict from, separated by commas; all others if none is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether to tell classes apart or to predict a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the first row holds the names of the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands between the values of a row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column “%1”; it has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing values filled: %1. Columns left out: %2. Rows left out for want of a target: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column is left to predict from: name columns with numbers or a few different words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds words, not numbers: it can be classified, not predicted as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “%1” has fewer than two values: choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column “%1” has %2 different values; a class needs 2 to %3: choose another target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has too many inputs once its words are encoded (%1): name fewer columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own table: choose what to predict and from which columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has a quotation mark in a wrong place in row %1: write &quot;&quot; for a quotation mark inside quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is too large: at most %1 columns and %2 cells can be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no rows: choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of “%2” has %3 values, but there are %4 columns: check the delimiter and the quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points yet: paint some into the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the samples of a curve yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each y is raised by a random number from 0 to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are drawn, training and test together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file is chosen yet: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a file that can be read: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large: at most %2 MB can be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data have no derived input “%1”; switch it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the pictures train; the 1,000 for testing stay the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shipped digits are damaged: install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real handwriting, 28×28 pixels, 0 to 9: 8,000 pictures to train and 1,000 to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One round cloud of samples a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IDX pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own pictures in the format of the MNIST files: one file of images, one of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IDX file of bytes, packed with gzip or not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An IDX file with one class index an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an IDX file of bytes: choose a file such as train-images-idx3-ubyte.gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged or cut short: copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than its header says: it is damaged or not an IDX file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” claims an impossible size: it is damaged or too large to load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of images holds labels: give the images first, then the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of labels holds images: give the images first, then the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 images but %2 labels: choose two files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noisy line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = 10x and a random part: what a line can fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “%1” have no option “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of test samples must be from 0 to 0.95.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A painted point has no place: remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half moons that reach into each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shifts and scales every number so that its mean is 0 and its variance 1: networks learn much faster then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = 3x² and a random part: no line fits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not name data: use builtin:NAME, idx:IMAGES,LABELS or csv:FILE?target=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data called “%1”; there are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far samples stray from their place, as a share of the picture&apos;s half width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many classes there are to tell apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the samples of each class yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings around one centre, one a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the random part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sine wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = sin x and a random part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often each arm winds around the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms wound around each other, one a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a text file: save the table as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tilted parabola</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>y = 2x² + 10x and a random part: a line fits it badly, a small network well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(10, 2) and (3, 4): exactly one line goes through both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two opposite corners are one class, the other two the other: no single line parts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged: it is not a complete Zhibei project. Open an older copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds the file name “%2”, which points outside it: do not trust this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds “%2” twice: it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds “%2” of an impossible size: do not trust this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be packed: there is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be saved: %2. Choose another place; the old file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is nested more than %2 levels deep: it is damaged or not made by Zhibei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds a text of more than %2 characters: it is damaged or not made by Zhibei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gives “%2” twice: remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is too large: it is damaged or not made by Zhibei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: it is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node “%1” has an unknown setting “%2”: remove it, or update Zhibei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node “%1”: “%2” cannot be %3. Correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot name a node: use letters, digits, - and _ only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node “%1” is of the unknown kind “%2”: update Zhibei, or remove the node.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wire goes to input %2 of node “%1”, which does not exist: remove the wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node “%1” has more than one wire where one may go, or the same wire twice: remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wire ends at node “%1”, which does not exist: remove the wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things in the project are called “%1”: rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a file that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large to be a Zhibei project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a Zhibei project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Zhibei project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project was made by a newer Zhibei (format %1; this one reads up to %2): update Zhibei to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no training setting “%1”: remove it from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training setting “%1” cannot be %2: correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data “%1” have no option “%2”: remove it from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data&apos;s option “%1” cannot be %2: correct or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These data have no derived input “%1”, or it is given twice: remove it from the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project is damaged: “%1” is missing or not what it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project holds “%1” in “%2”, which is unknown here: update Zhibei or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has too many %1: at most %2 can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data called “%1”: the project may come from a newer Zhibei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of weights is damaged: save the project again or train anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “%1” are damaged: save the project again or train anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “%1” are not 32-bit or 64-bit numbers: convert them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights “%1” hold a number that is not finite: train anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template “%1” is damaged: install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small network learns to read handwriting, better than 95 % within seconds. Draw a digit of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron draws a straight line between two clouds of points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line through two points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient descent finds the weight and the bias of the line through two points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one neuron cannot do: four neurons, wired one by one, part the corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three neurons and more close a curve around the inner class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two half moons that no straight line can part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two arms wound around each other: a deeper network winds its boundary between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noisy measurements of a tilted parabola: a small network bends to fit them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file and no template “%1”; the templates are %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes every number through one function: sigmoid, tanh, ReLU and others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function each result goes through. Without one, layers in a row are no more than one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a number of its own to each neuron, so that it need not be silent at zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights are drawn before training begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the training says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs must have the same shape, but %1 and %2 arrive. Change the layer before one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what arrives, number by number. With a wire around some layers it makes a skip connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy judges one number, but %1 arrive. Give the last layer 1 neuron.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy is for 2 classes, but there are %1. Use Cross-entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer has %1 numbers, but %2 arrive. Give the last layer %1 neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the network is by yes or no: for two classes and one output. Takes a score, or the probability of a sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 cannot be put one after the other: all but the first size must be equal. Put a Flatten layer before each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Concatenate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts what arrives one after the other, in the order of the wires.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy needs classes as the right answer, but these data have numbers. Use Squared loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 classes, but %2 numbers arrive. Give the last layer %1 neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How surprised the network is by the right class: for choosing one of several classes. Takes scores, or the probabilities of a softmax.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dense layer takes a row of numbers, but %1 arrives. Put a Flatten layer in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neurons; each looks at every number that arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons that each weigh every number that arrives, add them up, and pass the sum through an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While training, silences each number with this probability, so that no neuron can rely on one other. Does nothing when the network is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share that is silenced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads a picture row by row into one long row of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the samples come in: their features on the right, the right answer below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neurons and layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies what arrives, number by number; a gate is made of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A neuron takes rows of numbers, but %1 arrives. Put a Flatten layer in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One neuron, wired by hand: a weight on each wire, a bias, an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is made equal for every sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean 0, variance 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the numbers of each sample to the same scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds %2 numbers, but %3 holds %4. Change the shape so that both are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the same numbers another shape, say a row of 784 as a picture of 28×28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sizes of one sample: channels, height, width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squared loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the squared differences between prediction and right answer: for predicting numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These wires run in a circle, so nothing can be computed first. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the kind “%1”. Remove the node, or open the file with a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer is missing. Drag a wire here from the lower port of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arrives here. Drag a wire from another node to the port on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port this wire came from is gone. Remove the wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer may only go to a loss, else the network would simply copy it. Remove this wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no data yet. Drag a data set onto the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn yet. Drag a loss onto the canvas and wire the last layer to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a whole number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be true or false, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of %2, not “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be whole numbers such as 4,7,7, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the neurons to fold into a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only neurons can be folded into a layer: leave the other nodes out of the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 have different settings: make them equal first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 read different values: wire them alike first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not read all of these neurons in order: wire it to each of them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a dense layer can be unfolded into neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 neurons are too many to draw one by one: %2 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This activation needs all neurons together: choose another one before unfolding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1 epochs, as set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after %1 seconds, as set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The goal is reached: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early: the test loss has not become better for %1 epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no samples to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step %1 the %2 of %3 grew beyond all bounds. Try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step %1 the result of %2 (%3) was no longer a finite number. Try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At step %1 the loss was no longer a finite number. Try a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many samples are looked at before the weights move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides initial weights, shuffling and dropout. The same seed gives the same run, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How weights are drawn before training begins, where a layer does not say otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to suit the activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread of normal weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation where weights are drawn from a normal distribution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds spent training. 0: no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stops once this is as good as wished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training loss falls to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss falls to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training accuracy reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test R² reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wished value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracies run from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops when the test loss has not become better for so many epochs. 0: off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the weights follow the gradient downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the weights move in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step is kept in the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the mean of the gradient follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>β₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the mean square of the gradient follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrinks every weight a little at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights to zero by a constant force, so that many end there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulls weights to zero by a force that grows with them, so that none becomes large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is unique and made of letters, digits, - and _, 40 at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A node cannot feed itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be wired here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would close a circle: data must flow forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer belongs at the target of a loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the samples that is kept for testing and never trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides how samples are drawn, what noise they get, and how they are split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has no spaces, dots, slashes or equals signs, and at most 60 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another node is called %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches and start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When to stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::Actions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from &amp;template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export picture of the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export &amp;curves…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;fold into neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the neurons and wires that a dense layer is made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;old into a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes one dense layer of the selected neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al&amp;ign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tid&amp;y the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Centres, one below the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Top edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Middles, side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bottom edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fit the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Draw pad and surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;spector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing moves that does not have to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prese&amp;nt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network fills the screen. Escape leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;中文</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains until you pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains on one batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One &amp;epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains to the end of this pass over the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the very same start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts anew from other random weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore last &amp;good state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings back the weights from before the numbers went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Halve the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the &amp;learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;1 step a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;4 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;20 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10&amp;0 steps a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program did, newest last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Zhibei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::Application</name>
    <message>
        <source>No font that can draw Chinese was found; please install fonts-noto-cjk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::CsvColumns</name>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n words</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What is predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used to predict from, if ticked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::CurvePlot</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::CurveView</name>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wrong the network is: the smaller, the better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of samples it classifies correctly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the variance it explains; 1 is perfect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the mean of the noisy training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic axis: small losses grow visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole run and follow it (double click)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press play: the loss appears here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::DataPanel</name>
    <message>
        <source>%1 to train, %2 to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Derived inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feed the network %1 as well</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::Document</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::DrawPad</name>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely each class is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous test sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another test sample, at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next test sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the drawing (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: it is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sees %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::ExportButton</name>
    <message>
        <source>PNG picture, as on screen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture, 1920 × 1080…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture, 3840 × 2160…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers as a CSV table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this figure or its numbers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::Files</name>
    <message>
        <source>That did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data now come from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects and tables (*.zhibei *.json *.csv);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhibei projects (*.zhibei)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhibei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you do not save is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::LanguageButton</name>
    <message>
        <source>中文 / English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::LogWindow</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::MainWindow</name>
    <message>
        <source>%1 is not a file that can be opened here: .zhibei, .json and .csv files can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller learning rate often helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore last good state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Zhibei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw pad and surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a dense layer first: it unfolds into its neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select neurons first: they fold into a dense layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Zhibei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zhibei 指北 %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lab for deep learning: build networks, train them, watch them learn.
Free software under the GNU General Public License, version 3.
Made with Qt, oneTBB, QCustomPlot and lucide icons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export curves</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::NetworkView</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: Enter connects, arrow keys choose, Escape cancels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a neuron (+)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a neuron (−)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold into a layer (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n weight(s) · mean %1 · typical size %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::NodeInspector</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n inputs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 learned numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in files and on the command line; type to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::NodeLook</name>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhibei::NoteItem</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::NumberField</name>
    <message>
        <source>Another seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::Palette</name>
    <message>
        <source>find a layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a layer or data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here has that name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::RateButton</name>
    <message>
        <source>rate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate: how far each step goes. It can be changed while training runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::SamplePanel</name>
    <message>
        <source>Training sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The right answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::ShortcutsWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::SurfaceCanvas</name>
    <message>
        <source>What the network says, with the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points yet: choose a colour above and paint some here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::SurfaceView</name>
    <message>
        <source>Move points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint points of class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the samples kept for testing, as rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what it decides, not how sure it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the distance from each point to the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitted curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision surface</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::TextField</name>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no file yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::TopBar</name>
    <message>
        <source>%1, with changes that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>指北 Zhibei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::TrainingPanel</name>
    <message>
        <source>Add a loss to say what the network should learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>zhibei::WeightSection</name>
    <message>
        <source>pixel (%1, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a cell to read it; click it to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the weights of all neurons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value of the selected weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
